"""What moderators see in their channel: a card for each case and each filed request, until somebody has acted.

Contacts are blotted out on every card; who must see one opens the view and says why (`review.reveal_view`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.domain.cases import Case, CaseState
from bot.domain.disclosures import Disclosure, DisclosureState
from bot.domain.told import moment
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards.forms import Seen
from bot.slack.cards.home import Figures, Waiting, home
from bot.slack.cards.masking import masked, stretches_of
from bot.slack.cards.member import reason_of
from bot.slack.cards.review import case_view, deny_view, reveal_view, review_view, revoke_view
from bot.slack.cards.summary import case_facts, checklist, deciding_buttons, request_facts, why_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.domain.contracts import Contract
    from bot.domain.snapshots import Line
    from bot.domain.wording import Language, Wording
    from bot.policy.criteria import Criterion
    from bot.slack.cards.blocks import Block

__all__ = [
    "DEGRADED",
    "Figures",
    "Waiting",
    "case_card",
    "case_view",
    "degraded_card",
    "deny_view",
    "home",
    "request_card",
    "reveal_view",
    "review_view",
    "revoke_view",
    "settled",
]
"""Everything drawn for moderators, wherever it is drawn."""

DEGRADED = ("no_grant", "cant_delete_message", "channel_not_found", "token_revoked", "account_inactive")
"""Why messages cannot be deleted: no moderator token at all, and Slack's words for one that does not do."""

SAID = 800
"""Characters of what a member wrote into a form."""


def case_card(
    case: Case,
    masked_line: Line | None,
    contract: Contract | None,
    now: datetime,
    *,
    wording: Wording,
    language: Language,
    people: Mapping[str, str] | None = None,
) -> list[Block]:
    """A case: why it is one, about whom, the message without its contacts, who has claimed it, and what can be done.

    `people` are names by member id; an id without one is shown itself.
    """
    say = partial(wording.say, language)
    shown = [b.header(say(f"slack.why.{why_of(case)}")), case_facts(case, contract, wording, language, people)]
    if masked_line:
        shown.append(b.quote(stretches_of(masked_line)))
    if case.said:
        shown += [b.section(say("slack.case.said")), b.quote(masked(case.said), SAID)]
    if case.state is CaseState.ESCALATED:
        shown.append(b.context(say("slack.case.escalated")))
    if case.claimed_until and (holder := case.holder(now)):
        until = moment(case.claimed_until, wording, language)
        shown.append(b.context(say("slack.case.held", by=b.escaped(b.who(holder, people)), until=until)))
    buttons = () if case.state.is_decided else _case_buttons(case, now, wording, language)
    return [*shown, b.actions(*buttons)] if buttons else shown


def _case_buttons(case: Case, now: datetime, wording: Wording, language: Language) -> tuple[Block, ...]:
    say, seen = partial(wording.say, language), str(Seen(case.case_id, case.revision))
    buttons = [] if case.holder(now) else [b.button(say("slack.button.claim"), names.CASE_CLAIM, seen)]
    buttons.append(b.button(say("slack.button.open"), names.CASE_OPEN, seen))
    return (*buttons, *deciding_buttons(case, wording, language))


def request_card(
    disclosure: Disclosure,
    criteria: Sequence[Criterion],
    masked_contacts: Sequence[str],
    now: datetime,
    *,
    wording: Wording,
    language: Language,
    people: Mapping[str, str] | None = None,
) -> list[Block]:
    """A filed request: who asks what for, each criterion with its fact, until when, and the buttons that decide.

    `masked_contacts` as `masking.masked_contacts` gives them.
    """
    say = partial(wording.say, language)
    shown = [
        b.header(say("slack.title.request")),
        request_facts(disclosure, now, wording, language, people),
        b.bullets([[(text, False)] for text in masked_contacts[:10]], SAID),
        b.quote(masked(disclosure.purpose_text, disclosure.contacts), SAID),
    ]
    if disclosure.is_appealed:
        said = masked(disclosure.appeal_text, disclosure.contacts)
        shown += [b.section(say("slack.request.appealed")), b.quote(said, SAID)]
    shown += checklist(criteria, wording, language)
    if because := reason_of(disclosure, wording, language):
        shown.append(b.section(b.escaped(because)))
    buttons = _request_buttons(disclosure, wording, language)
    return [*shown, b.actions(*buttons)] if buttons else shown


def _request_buttons(disclosure: Disclosure, wording: Wording, language: Language) -> tuple[Block, ...]:
    say, seen = partial(wording.say, language), str(Seen(disclosure.disclosure_id, disclosure.revision))
    if disclosure.state is DisclosureState.APPROVED:
        return (b.button(say("slack.button.revoke"), names.DISCLOSURE_REVOKE, seen, "danger"),)
    if disclosure.state is not DisclosureState.FILED:
        return ()
    return (
        b.button(say("slack.button.approve"), names.DISCLOSURE_APPROVE, seen, "primary"),
        b.button(say("slack.button.deny"), names.DISCLOSURE_DENY, seen, "danger"),
        b.button(say("slack.button.review"), names.DISCLOSURE_REVIEW_OPEN, seen),
    )


def settled(
    card_blocks: Sequence[Block],
    by: str,
    what: CaseState | DisclosureState,
    *,
    wording: Wording,
    language: Language,
    reversible: Case | Disclosure | None = None,
) -> list[Block]:
    """The card once somebody acted: who (a name), and what came of it, where the buttons were.

    `card_blocks` are the card drawn anew, or as Slack has it. `reversible` is what can still be taken back: a decided
    case for half a minute (then the card is drawn without), an approved request by a lead.
    """
    say = partial(wording.say, language)
    kept = [block for block in card_blocks if block["type"] != "actions"][: b.MESSAGE_BLOCKS - 2]
    shown = [*kept, b.section(say(f"slack.settled.{what.value}", by=b.escaped(b.one_line(by))))]
    match reversible:
        case Case():
            seen = str(Seen(reversible.case_id, reversible.revision))
            return [*shown, b.actions(b.button(say("slack.button.undo"), names.CASE_UNDO, seen))]
        case Disclosure():
            seen = str(Seen(reversible.disclosure_id, reversible.revision))
            return [*shown, b.actions(b.button(say("slack.button.revoke"), names.DISCLOSURE_REVOKE, seen, "danger"))]
        case None:
            return shown


def degraded_card(error: str, *, wording: Wording, language: Language) -> list[Block]:
    """That messages cannot be deleted, and why: one of DEGRADED, or another of Slack's words."""
    say = partial(wording.say, language)
    why = say(f"slack.degraded.{error}") if error in DEGRADED else say("slack.degraded.other", error=error)
    return [b.header(say("slack.degraded.title")), b.section(b.escaped(why)), b.context(say("slack.degraded.then"))]
