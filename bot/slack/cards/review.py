"""The views in which moderators look closely: the thread as it was frozen, the checklist, a reason to be given."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.disclosures import DenialReason, DisclosureState, RevocationReason
from bot.domain.told import moment
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards import forms
from bot.slack.cards.masking import hides_contacts, masked, stretches_of
from bot.slack.cards.summary import case_facts, checklist, deciding_buttons, request_facts, why_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.domain.cases import Case
    from bot.domain.contracts import Contract
    from bot.domain.disclosures import Contact, Disclosure
    from bot.domain.snapshots import Line, Snapshot
    from bot.domain.wording import Language, Wording
    from bot.policy.criteria import Criterion
    from bot.slack.cards.blocks import Block

LINE = 1200
"""Characters of one message of a thread."""


def case_view(  # noqa: PLR0913 (what is shown)
    case: Case,
    snapshot: Snapshot | None,
    criteria: Sequence[Criterion] = (),
    *,
    wording: Wording,
    language: Language,
    revealed: Sequence[Contact] | None = None,
    people: Mapping[str, str] | None = None,
    contract: Contract | None = None,
) -> Block:
    """A case with its thread. `revealed` are contacts to show, and with them the thread as it was written."""
    say = partial(wording.say, language)
    shown = [b.header(say(f"slack.why.{why_of(case)}")), case_facts(case, contract, wording, language, people)]
    if case.said:
        said = ((case.said, False),) if revealed is not None else masked(case.said)
        shown += [b.section(say("slack.case.said")), b.quote(said)]
    shown += _thread(snapshot, revealed, wording, language, people)
    shown += checklist(criteria, wording, language)
    buttons = [] if case.state.is_decided else [*deciding_buttons(case, wording, language)]
    if revealed is None and hides_contacts(snapshot):
        seen = str(forms.Seen(case.case_id, case.revision))
        buttons.append(b.button(say("slack.button.reveal"), names.REVEAL, seen))
    if buttons:
        shown.append(b.actions(*buttons))
    return forms.modal(say("slack.title.case"), shown, close=say("slack.close"))


def review_view(
    disclosure: Disclosure,
    snapshot: Snapshot | None,
    criteria: Sequence[Criterion],
    *,
    wording: Wording,
    language: Language,
    revealed: Sequence[Contact] | None = None,
    people: Mapping[str, str] | None = None,
) -> Block:
    """A request with its thread and checklist; `revealed` as for a case."""
    say, seen = partial(wording.say, language), str(forms.Seen(disclosure.disclosure_id, disclosure.revision))
    shown = [request_facts(disclosure, None, wording, language, people)]
    for text in filter(None, (disclosure.purpose_text, disclosure.appeal_text)):
        said = ((text, False),) if revealed is not None else masked(text, disclosure.contacts)
        shown.append(b.quote(said, forms.LONGEST))
    shown += checklist(criteria, wording, language)
    shown += _thread(snapshot, revealed, wording, language, people)
    buttons = []
    if disclosure.state is DisclosureState.FILED:
        buttons.append(b.button(say("slack.button.approve"), names.DISCLOSURE_APPROVE, seen, "primary"))
    if revealed is None:
        buttons.append(b.button(say("slack.button.reveal"), names.REVEAL, seen))
    if buttons:
        shown.append(b.actions(*buttons))
    return forms.modal(say("slack.title.request"), shown, close=say("slack.close"))


def _thread(
    snapshot: Snapshot | None,
    revealed: Sequence[Contact] | None,
    wording: Wording,
    language: Language,
    people: Mapping[str, str] | None,
) -> list[Block]:
    """The contacts that were revealed, then every message with who wrote it, oldest first."""
    say = partial(wording.say, language)
    shown = []
    if revealed:
        rows = [[(say(f"kind.{one.kind.value}") + " ", False), (one.value, True)] for one in revealed]
        shown += [b.section(say("slack.case.revealed")), b.bullets(rows)]
    lines = snapshot.lines if snapshot else ()
    shown.append(b.header(say("slack.case.thread")) if lines else b.section(say("slack.case.no_thread")))
    for place, line in enumerate(lines):
        is_about = snapshot is not None and place == snapshot.about
        shown.append(b.context(_speaker(line, wording, language, people, is_about=is_about)))
        shown.append(b.quote(stretches_of(line, is_revealed=revealed is not None), LINE))
    return shown


def _speaker(
    line: Line, wording: Wording, language: Language, people: Mapping[str, str] | None, *, is_about: bool
) -> str:
    say = partial(wording.say, language)
    name, ruling = b.escaped(b.who(line.sender_id, people)), say(f"ruling.{line.outcome.replace(': ', '_')}")
    role = say(f"start.speaker.{line.sender_role or 'nobody'}")
    try:
        at = moment(datetime.fromisoformat(line.at), wording, language)
    except (ValueError, OverflowError):
        at = b.escaped(b.one_line(line.at))
    return say("slack.case.about" if is_about else "slack.case.line", name=name, role=role, at=at, ruling=ruling)


def deny_view(disclosure_id: str, revision: int, *, wording: Wording, language: Language) -> Block:
    """Why a request is denied; the member reads the sentence of the reason."""
    say = partial(wording.say, language)
    reasons = {one.value: say(f"because.denial.{one.value}") for one in DenialReason}
    return forms.modal(
        say("slack.title.deny"),
        [forms.select(forms.REASON, say("slack.deny.reason"), reasons, say("slack.choose"))],
        close=say("slack.cancel"),
        submit=say("slack.deny.submit"),
        callback_id=names.DENY_SUBMIT,
        private_metadata=str(forms.Seen(disclosure_id, revision)),
    )


def revoke_view(disclosure_id: str, revision: int, *, wording: Wording, language: Language) -> Block:
    """Why a permission is taken back; both sides read the sentence of the reason."""
    say = partial(wording.say, language)
    reasons = {one.value: say(f"because.revocation.{one.value}") for one in RevocationReason}
    return forms.modal(
        say("slack.title.revoke"),
        [forms.select(forms.REASON, say("slack.revoke.reason"), reasons, say("slack.choose"))],
        close=say("slack.cancel"),
        submit=say("slack.revoke.submit"),
        callback_id=names.REVOKE_SUBMIT,
        private_metadata=str(forms.Seen(disclosure_id, revision)),
    )


def reveal_view(subject_id: str, *, wording: Wording, language: Language) -> Block:
    """Why a contact has to be seen: the reason is kept in the ledger with who looked and when."""
    say = partial(wording.say, language)
    return forms.modal(
        say("slack.title.reveal"),
        [b.section(say("slack.reveal.about")), forms.field(forms.REASON, say("slack.reveal.reason"))],
        close=say("slack.cancel"),
        submit=say("slack.reveal.submit"),
        callback_id=names.REVEAL_SUBMIT,
        private_metadata=str(forms.Seen(subject_id)),
    )
