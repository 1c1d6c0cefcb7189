"""What moderators do: claim, look, decide, undo, reveal. Every card is drawn anew once somebody acted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cases import CaseMove
from bot.domain.disclosures import DenialReason, RevocationReason
from bot.flows.criteria import criteria_for
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure, revoke_disclosure
from bot.flows.resolve_case import overturn_case, undo_case, uphold_case
from bot.flows.reveal_contact import reveal_contact
from bot.flows.take_case import take_case
from bot.slack import names
from bot.slack.cards import forms
from bot.slack.cards.moderator import case_view, deny_view, reveal_view, review_view, revoke_view
from bot.slack.listeners.clicking import Click, clicked, opened, refuse_members, submitted
from bot.slack.telling import card_wishes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.async_app import AsyncApp

    from bot.slack.cards.blocks import Block
    from bot.slack.context import Slack


def register(app: AsyncApp, slack: Slack) -> None:
    """Listen to the buttons and forms of the moderators' channel."""
    decisions: dict[str, Callable[[Click], Awaitable[object]]] = {
        names.CASE_CLAIM: _taking(CaseMove.CLAIM),
        names.CASE_ESCALATE: _taking(CaseMove.ESCALATE),
        names.CASE_UPHOLD: _uphold,
        names.CASE_OVERTURN: _overturn,
        names.CASE_UNDO: _undo,
        names.DISCLOSURE_APPROVE: _approve,
    }
    for action, deed in decisions.items():
        app.action(action)(clicked(deed, slack, _redraw))
    views: dict[str, Callable[[Click], Awaitable[Block]]] = {
        names.CASE_OPEN: _case,
        names.DISCLOSURE_REVIEW_OPEN: _review,
        names.DISCLOSURE_DENY: _ask_denial,
        names.DISCLOSURE_REVOKE: _ask_revocation,
        names.REVEAL: _ask_reveal,
    }
    for action, view in views.items():
        app.action(action)(opened(view, slack))
    forms_of: dict[str, Callable[[Click, dict[str, str]], Awaitable[object]]] = {
        names.DENY_SUBMIT: _deny,
        names.REVOKE_SUBMIT: _revoke,
        names.REVEAL_SUBMIT: _reveal,
    }
    for callback, asked in forms_of.items():
        app.view(callback)(submitted(asked, slack, _redraw))


async def _redraw(click: Click, is_fresh: bool) -> None:  # noqa: FBT001 (whether it was done just now)
    """The card as things stand now, also after a refusal: then somebody else was first."""
    slack = click.slack
    because = slack.new_id()
    wishes = await card_wishes(click.seen.subject_id, slack, because, is_fresh=is_fresh)
    await slack.store.wish(wishes, slack.hall.now())


def _taking(move: CaseMove) -> Callable[[Click], Awaitable[object]]:
    async def take(click: Click) -> object:
        hall = click.slack.hall
        return await take_case(click.seen.subject_id, move, hall.office, by=click.actor, now=hall.now())

    return take


async def _uphold(click: Click) -> object:
    hall, seen = click.slack.hall, _seen(click)
    return await uphold_case(click.seen.subject_id, hall.office, by=click.actor, now=hall.now(), seen_revision=seen)


async def _overturn(click: Click) -> object:
    hall, seen = click.slack.hall, _seen(click)
    return await overturn_case(click.seen.subject_id, hall.office, by=click.actor, now=hall.now(), seen_revision=seen)


async def _undo(click: Click) -> object:
    hall, seen = click.slack.hall, _seen(click)
    return await undo_case(click.seen.subject_id, hall.office, by=click.actor, now=hall.now(), seen_revision=seen)


async def _approve(click: Click) -> object:
    hall = click.slack.hall
    return await approve_disclosure(
        click.seen.subject_id, hall.office, by=click.actor, now=hall.now(), seen_revision=_seen(click)
    )


async def _deny(click: Click, answers: dict[str, str]) -> object:
    hall, reason = click.slack.hall, DenialReason(answers[forms.REASON])
    return await deny_disclosure(
        click.seen.subject_id, reason, hall.office, by=click.actor, now=hall.now(), seen_revision=_seen(click)
    )


async def _revoke(click: Click, answers: dict[str, str]) -> object:
    hall, reason = click.slack.hall, RevocationReason(answers[forms.REASON])
    return await revoke_disclosure(
        click.seen.subject_id, reason, hall.office, by=click.actor, now=hall.now(), seen_revision=_seen(click)
    )


async def _reveal(click: Click, answers: dict[str, str]) -> object:
    """The contact, to this lead only, once the ledger has noted who looked and why."""
    slack, subject = click.slack, click.seen.subject_id
    reason = answers.get(forms.TEXT) or answers.get(forms.REASON, "")
    thread = await reveal_contact(subject, reason, slack.hall.office, by=click.actor, now=slack.hall.now())
    view = await _case(click, is_revealed=True) if await slack.hall.office.desk.case(subject) else None
    if view is None:
        view = await _review(click, is_revealed=True)
    await click.open(view)
    return thread


async def _case(click: Click, *, is_revealed: bool = False) -> Block:
    refuse_members(click)
    slack, office = click.slack, click.slack.hall.office
    case = await office.case(click.seen.subject_id)
    return case_view(
        case,
        await office.desk.snapshot(case.case_id),
        wording=slack.wording,
        language=slack.language,
        contract=await office.contract(case.contract_id),
        revealed=() if is_revealed else None,
    )


async def _review(click: Click, *, is_revealed: bool = False) -> Block:
    refuse_members(click)
    slack, office = click.slack, click.slack.hall.office
    disclosure = await office.disclosure(click.seen.subject_id)
    contract = await office.contract(disclosure.contract_id)
    return review_view(
        disclosure,
        await office.desk.snapshot(disclosure.disclosure_id),
        await criteria_for(disclosure, contract, office, slack.hall.now()),
        wording=slack.wording,
        language=slack.language,
        revealed=disclosure.contacts if is_revealed else None,
    )


async def _ask_denial(click: Click) -> Block:
    refuse_members(click)
    slack = click.slack
    return deny_view(click.seen.subject_id, _seen(click), wording=slack.wording, language=slack.language)


async def _ask_revocation(click: Click) -> Block:
    refuse_members(click)
    slack = click.slack
    return revoke_view(click.seen.subject_id, _seen(click), wording=slack.wording, language=slack.language)


async def _ask_reveal(click: Click) -> Block:
    refuse_members(click)
    slack = click.slack
    return reveal_view(click.seen.subject_id, wording=slack.wording, language=slack.language)


def _seen(click: Click) -> int:
    return click.seen.revision or 0
