"""What a member sees: why a message was stopped and what can be done, the request and how it goes, a report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.domain.cases import ReportCategory
from bot.domain.delivery import Delivery
from bot.domain.disclosures import DisclosureState
from bot.domain.notes import NOTES, TITLE, version_of
from bot.domain.told import moment
from bot.domain.verdicts import AttachedPiece, Outcome
from bot.domain.wording import Language
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.disclosures import Disclosure
    from bot.domain.verdicts import Verdict
    from bot.domain.wording import Wording
    from bot.slack.cards.blocks import Block, Stretch
    from detectors import Finding

PART = 5000
"""Characters of a published text that one post holds; see `blocks.QUOTE` for why there is a limit."""

TOLD = 2000
"""Characters of a notice."""

CONTACTS = 10
"""Contacts listed one by one."""


def marked_by(verdict: Verdict, text: str) -> tuple[Stretch, ...]:
    """A member's own text, cut where the parts that matched begin and end."""
    spans = sorted(
        (piece.start, piece.end)
        for finding in verdict.findings
        for piece in finding.pieces
        if piece.message_id == verdict.message_id and not isinstance(piece, AttachedPiece)
    )
    stretches, at = [], 0
    for start, end in spans:
        if end > at:
            stretches += [(text[at : max(start, at)], False), (text[max(start, at) : end], True)]
            at = end
    return tuple(one for one in (*stretches, (text[at:], False)) if one[0])


def member_notice(  # noqa: PLR0913 (what is said, and what can be done)
    verdict: Verdict,
    marked_text: Sequence[Stretch],
    *,
    message_key: str,
    can_disclose: bool,
    can_appeal: bool,
    wording: Wording,
    language: Language,
    is_removed: bool = True,
) -> list[Block]:
    """What the sender is told at once: the text with what matched marked, the rule, the way on. [] if nothing is said.

    The buttons carry `message_key` as Seen. A message that should be gone and could not be deleted is not `is_removed`:
    then its sender is asked to delete it.
    """
    if verdict.notice is None:
        return []
    say = partial(wording.say, language)
    told = verdict.notice.ja if language is Language.JA else verdict.notice.en
    key, is_stopped = verdict.outcome.value.replace(": ", "_"), not verdict.ruling.is_delivered
    is_there = is_stopped and not is_removed
    shown = [b.header(say("slack.heading.still_there" if is_there else f"slack.heading.{key}"))]
    if marked_text:
        shown.append(b.quote(marked_text))
    kinds = say("notice.and").join(say(f"kind.{kind.value}") for kind in verdict.kinds) or say("slack.member.something")
    shown.append(b.paragraph(say("slack.member.still_there", kinds=kinds) if is_there else told, TOLD))
    if reasons := _reasons(verdict, wording, language):
        shown.append(b.context(say("slack.member.because", reasons=b.escaped(b.cut(reasons, 500)))))
    if is_stopped and is_removed:
        shown.append(b.context(say("slack.member.removed")))
    value, buttons = str(forms.Seen(message_key)), []
    if can_disclose:
        buttons.append(b.button(say("slack.button.disclose"), names.DISCLOSURE_OPEN, value, "primary"))
    if can_appeal and verdict.outcome is not Outcome.WARN:
        buttons.append(b.button(say("slack.button.not_a_contact"), names.MESSAGE_APPEAL, value))
    return [*shown, b.actions(*buttons)] if buttons else shown


def _reasons(verdict: Verdict, wording: Wording, language: Language) -> str:
    """Why each finding that decided is one, in words."""
    deciding = [one for one in verdict.findings if one.kind in verdict.kinds and one.speech_act is verdict.speech_act]
    return wording.say(language, "notice.and").join(dict.fromkeys(_reason(one, wording, language) for one in deciding))


def _reason(finding: Finding, wording: Wording, language: Language) -> str:
    """The words for a rule; those of the detectors for one that the wording does not know yet."""
    key, kind = f"rule.{finding.rule}", wording.say(language, f"kind.{finding.kind.value}")
    why = wording.say(language, key, service=kind) if wording.knows(language, key) else finding.because
    return wording.say(language, "slack.member.reason", kind=kind, why=why.rstrip("."))


def waiting_view(*, wording: Wording, language: Language) -> Block:
    """What is opened within the three seconds that Slack allows, and replaced once there is something to show."""
    say = partial(wording.say, language)
    return forms.modal(say("slack.title.wait"), [b.section(say("slack.wait"))], close=say("slack.close"))


def request_view(
    disclosure: Disclosure | None,
    notes: Sequence[str],
    purposes: Sequence[str],
    *,
    wording: Wording,
    language: Language,
    loading: bool = False,
) -> Block:
    """The form of a request: contacts, notes (keys under `notes.`), purpose, words, consent.

    The value of the consent's tick is the version of the notes that were read. With `loading`, or without a request,
    it is the view that is opened first.
    """
    if loading or disclosure is None:
        return waiting_view(wording=wording, language=language)
    say = partial(wording.say, language)
    options = {purpose: say(f"purpose.{purpose}") for purpose in purposes}
    version = version_of(wording)
    return forms.modal(
        say("slack.title.request"),
        [
            b.section(say("slack.request.contacts")),
            _contacts(disclosure, wording, language),
            b.section(say(f"slack.publication.{disclosure.publication.value}")),
            b.header(say(TITLE)),
            *(b.paragraph(f"• {say(f'notes.{note}')}") for note in notes or NOTES),
            forms.select(forms.PURPOSE, say("slack.request.purpose"), options, say("slack.choose")),
            forms.field(forms.PURPOSE_TEXT, say("slack.request.purpose_text"), hint=say("slack.request.hint")),
            forms.tick(forms.CONSENT, say("slack.request.consent"), say("slack.request.agree"), version),
        ],
        close=say("slack.cancel"),
        submit=say("slack.request.submit"),
        callback_id=names.DISCLOSURE_FILE,
        private_metadata=str(forms.Seen(disclosure.disclosure_id, disclosure.revision)),
    )


def _contacts(disclosure: Disclosure, wording: Wording, language: Language) -> Block:
    rows: list[list[Stretch]] = [
        [(wording.say(language, f"kind.{one.kind.value}") + " ", False), (one.value, True)]
        for one in disclosure.contacts[:CONTACTS]
    ]
    if more := len(disclosure.contacts) - CONTACTS:
        rows += [[(wording.say(language, "slack.more", count=more), False)]] if more > 0 else []
    return b.bullets(rows)


def request_status(disclosure: Disclosure, *, wording: Wording, language: Language) -> list[Block]:
    """How a member's own request stands, with what can still be done: withdraw it, or appeal once."""
    say = partial(wording.say, language)
    comma, state = say("notice.and"), disclosure.state
    kinds = comma.join(dict.fromkeys(say(f"kind.{one.kind.value}") for one in disclosure.contacts))
    pairs = [(say("slack.fact.state"), say(f"slack.request_state.{state.value}")), (say("slack.fact.kinds"), kinds)]
    if disclosure.purpose:
        pairs.append((say("slack.fact.purpose"), say(f"purpose.{disclosure.purpose}")))
    if disclosure.due_at and state is DisclosureState.FILED:
        pairs.append((say("slack.fact.until"), moment(disclosure.due_at, wording, language)))
    shown = [b.header(say("slack.title.request")), b.facts(*pairs)]
    if because := reason_of(disclosure, wording, language):
        shown.append(b.section(b.escaped(because)))
    value, buttons = str(forms.Seen(disclosure.disclosure_id, disclosure.revision)), []
    if state.is_open:
        shown.append(b.context(say(_shown_when(disclosure))))
        buttons.append(b.button(say("slack.button.withdraw"), names.DISCLOSURE_WITHDRAW, value))
    if state is DisclosureState.DENIED and not disclosure.is_appealed:
        buttons.append(b.button(say("slack.button.appeal"), names.DISCLOSURE_APPEAL, value))
    return [*shown, b.actions(*buttons)] if buttons else shown


def _shown_when(disclosure: Disclosure) -> str:
    """The key of when the other side sees the message of an open request."""
    if disclosure.state is DisclosureState.OFFERED:
        return f"slack.publication.{disclosure.publication.value}"
    return "slack.request.is_shown" if disclosure.shows_its_message else "slack.request.is_not_shown"


def reason_of(disclosure: Disclosure, wording: Wording, language: Language) -> str:
    """Why a request ended as it did, "" where there is nothing to say."""
    match disclosure.state:
        case DisclosureState.DENIED:
            key = f"because.denial.{disclosure.because}"
        case DisclosureState.REVOKED:
            key = f"because.revocation.{disclosure.because}"
        case _:
            key = f"because.end.{disclosure.because}"
    return wording.say(language, key) if wording.knows(language, key) else ""


def appeal_view(message_key: str, *, wording: Wording, language: Language) -> Block:
    """これは連絡先ではありません: what a member says about a message of theirs that was stopped."""
    say = partial(wording.say, language)
    return forms.modal(
        say("slack.title.appeal"),
        [
            b.section(say("slack.appeal.about")),
            forms.field(forms.TEXT, say("slack.appeal.text"), hint=say("slack.appeal.hint"), is_optional=True),
        ],
        close=say("slack.cancel"),
        submit=say("slack.send"),
        callback_id=names.APPEAL_SUBMIT,
        private_metadata=str(forms.Seen(message_key)),
    )


def request_appeal_view(disclosure_id: str, revision: int, *, wording: Wording, language: Language) -> Block:
    """What a member says about a request of theirs that was denied; once."""
    say = partial(wording.say, language)
    return forms.modal(
        say("slack.title.request_appeal"),
        [b.section(say("slack.request_appeal.about")), forms.field(forms.TEXT, say("slack.request_appeal.text"))],
        close=say("slack.cancel"),
        submit=say("slack.send"),
        callback_id=names.REQUEST_APPEAL_SUBMIT,
        private_metadata=str(forms.Seen(disclosure_id, revision)),
    )


def report_view(message_key: str, *, wording: Wording, language: Language) -> Block:
    """違反申告 about a message."""
    say = partial(wording.say, language)
    categories = {one.value: say(f"category.{one.value}") for one in ReportCategory}
    return forms.modal(
        say("slack.title.report"),
        [
            b.section(say("slack.report.about")),
            forms.select(forms.CATEGORY, say("slack.report.category"), categories, say("slack.choose")),
            forms.field(forms.TEXT, say("slack.report.text"), hint=say("slack.report.hint"), is_optional=True),
        ],
        close=say("slack.cancel"),
        submit=say("slack.report.submit"),
        callback_id=names.REPORT_SUBMIT,
        private_metadata=str(forms.Seen(message_key)),
    )


def parts_of(text: str) -> tuple[str, ...]:
    """A text in as many parts as it takes posts to publish; nothing of it is lost."""
    parts, begin, room = [], 0, PART
    text = b.clean(text)
    for place, letter in enumerate(text):
        if b.width(letter) > room:
            parts.append(text[begin:place])
            begin, room = place, PART
        room -= b.width(letter)
    return (*parts, text[begin:])


def published(
    author_name: str, text: str, state: Delivery, *, wording: Wording, language: Language, part: str = ""
) -> list[Block]:
    """A member's message as the bot posts it in their name: whole, or without its text once it is hidden.

    A text longer than PART is posted in parts (`parts_of`), and `part` says which, such as 1/2.
    """
    say = partial(wording.say, language)
    author = b.context(say("slack.published.author", name=b.escaped(b.one_line(author_name)), part=part).strip())
    if not state.is_visible:
        return [author, b.context(say("slack.published.hidden"))]
    body: Block = {"type": "rich_text_section", "elements": [{"type": "text", "text": b.clean(text) or b.NOTHING}]}
    note = say("slack.published.provisional" if state is Delivery.PROVISIONAL else "slack.published.shown")
    return [author, {"type": "rich_text", "elements": [body]}, b.context(note)]
