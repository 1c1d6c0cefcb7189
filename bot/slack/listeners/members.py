"""What members do: the disclosure request, the appeal, the withdrawal, the report of a violation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.actors import Actor, Rank
from bot.domain.cases import ReportCategory
from bot.domain.contracts import WorkStyle
from bot.domain.disclosures import MessageRef
from bot.domain.errors import NotFound, NotPermitted
from bot.domain.notes import NOTES
from bot.flows.appeal_message import appeal_message
from bot.flows.end_disclosure import appeal_disclosure, withdraw_disclosure
from bot.flows.file_disclosure import Filing, file_disclosure
from bot.flows.report_violation import Report, report_violation
from bot.slack import names
from bot.slack.cards import forms
from bot.slack.cards.member import appeal_view, report_view, request_appeal_view, request_status, request_view
from bot.slack.listeners.clicking import Click, clicked, opened, submitted

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.slack.cards.blocks import Block
    from bot.slack.context import Slack


def register(app: AsyncApp, slack: Slack) -> None:
    """Listen to the buttons and forms that members see, and to the shortcut on a message."""
    app.action(names.DISCLOSURE_OPEN)(opened(_request, slack))
    app.view(names.DISCLOSURE_FILE)(submitted(_file, slack))
    app.action(names.DISCLOSURE_WITHDRAW)(clicked(_withdraw, slack))
    app.action(names.MESSAGE_APPEAL)(clicked(_ask_appeal, slack))
    app.view(names.APPEAL_SUBMIT)(submitted(_appeal, slack))
    app.action(names.DISCLOSURE_APPEAL)(clicked(_ask_appeal_of_denial, slack))
    app.view(names.REQUEST_APPEAL_SUBMIT)(submitted(_appeal_denial, slack))
    app.shortcut(names.REPORT_MESSAGE)(clicked(_ask_report, slack))
    app.view(names.REPORT_SUBMIT)(submitted(_report, slack))


async def _ask_appeal(click: Click) -> None:
    await click.open(appeal_view(click.seen.subject_id, wording=click.slack.wording, language=click.slack.language))


async def _ask_appeal_of_denial(click: Click) -> None:
    slack, seen = click.slack, click.seen
    view = request_appeal_view(seen.subject_id, seen.revision or 1, wording=slack.wording, language=slack.language)
    await click.open(view)


async def _ask_report(click: Click) -> None:
    await click.open(report_view(click.seen.subject_id, wording=click.slack.wording, language=click.slack.language))


def _member(click: Click) -> Actor:
    """Moderators write messages too: of these they are members like any other."""
    return replace(click.actor, rank=Rank.MEMBER)


async def _disclosure_id(click: Click) -> str:
    """The request a click is about: by its own id, or by the message that led to it."""
    office = click.slack.hall.office
    subject = click.seen.subject_id
    if await office.desk.disclosure(subject):
        return subject
    message = await office.message(subject, click.seen.revision)
    found = await office.desk.disclosure_for(MessageRef(message.ref.message_id, message.ref.revision))
    if found is None:
        raise NotFound("no_disclosure", subject=subject)
    return found.disclosure_id


async def _request(click: Click) -> Block:
    """The form of a request that is offered, otherwise how the request stands."""
    slack, office = click.slack, click.slack.hall.office
    disclosure = await office.disclosure(await _disclosure_id(click))
    if disclosure.member_id != click.actor.actor_id:
        raise NotPermitted("not_own")
    contract = await office.contract(disclosure.contract_id)
    style = contract.work_style if contract else WorkStyle.PROJECT
    purposes = office.rulebook.policy.purposes_in(style)
    if disclosure.state.value != "offered":
        blocks = request_status(disclosure, wording=slack.wording, language=slack.language)
        title = slack.wording.say(slack.language, "slack.title.request")
        return forms.modal(title, blocks, close=slack.wording.say(slack.language, "slack.close"))
    return request_view(disclosure, NOTES, purposes, wording=slack.wording, language=slack.language)


async def _file(click: Click, answers: dict[str, str]) -> None:
    filing = Filing(
        purpose=answers.get(forms.PURPOSE, ""),
        notes_version=answers.get(forms.CONSENT, ""),
        is_agreed=bool(answers.get(forms.CONSENT)),
        purpose_text=answers.get(forms.PURPOSE_TEXT, ""),
    )
    slack = click.slack
    filed = await file_disclosure(
        await _disclosure_id(click),
        filing,
        slack.hall.office,
        by=_member(click),
        now=slack.hall.now(),
        seen_revision=click.seen.revision,
    )
    await click.say(request_status(filed, wording=slack.wording, language=slack.language))


async def _withdraw(click: Click) -> None:
    hall = click.slack.hall
    await withdraw_disclosure(
        await _disclosure_id(click), hall.office, by=_member(click), now=hall.now(), seen_revision=click.seen.revision
    )


async def _appeal(click: Click, answers: dict[str, str]) -> None:
    hall, text = click.slack.hall, answers.get(forms.TEXT, "")
    await appeal_message(click.seen.subject_id, text, hall.office, by=_member(click), now=hall.now())


async def _appeal_denial(click: Click, answers: dict[str, str]) -> None:
    hall, seen, text = click.slack.hall, click.seen, answers.get(forms.TEXT, "")
    await appeal_disclosure(
        seen.subject_id, text, hall.office, by=_member(click), now=hall.now(), seen_revision=seen.revision
    )


async def _report(click: Click, answers: dict[str, str]) -> None:
    hall = click.slack.hall
    category = ReportCategory(answers.get(forms.CATEGORY) or ReportCategory.OTHER.value)
    subject = click.seen.subject_id
    known = await hall.office.desk.message(subject)
    told = Report(
        category,
        message_id=subject if known else None,
        conversation_id=subject.rpartition(":")[0],
        text=answers.get(forms.TEXT, ""),
    )
    await report_violation(told, hall.office, by=_member(click), now=hall.now())
