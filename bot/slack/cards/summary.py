"""What cards and views say alike: about whom and what, the checklist, the buttons that decide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.domain.cases import CaseState, CaseWhy
from bot.domain.disclosures import DisclosureState
from bot.domain.told import moment
from bot.policy.criteria import Result, explain
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards.forms import Seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.domain.cases import Case
    from bot.domain.contracts import Contract
    from bot.domain.disclosures import Disclosure
    from bot.domain.wording import Language, Wording
    from bot.policy.criteria import Criterion
    from bot.slack.cards.blocks import Block


def why_of(case: Case) -> str:
    """The key of why it is a case."""
    return case.why.value.replace(": ", "_")


def case_facts(
    case: Case, contract: Contract | None, wording: Wording, language: Language, people: Mapping[str, str] | None
) -> Block:
    """About whom a case is, on which contract, since when, and what was found."""
    say = partial(wording.say, language)
    style = (say(f"style.{contract.work_style.value}"),) if contract else ()
    state = say(f"state.{contract.state.value}" if contract else "state.unknown")
    pairs = [
        (say("slack.fact.member"), b.who(case.member_id, people)),
        (say("slack.fact.contract"), say("notice.and").join((*style, state))),
        (say("slack.fact.opened"), moment(case.opened_at, wording, language)),
    ]
    if case.kinds:
        kinds = say("notice.and").join(say(f"kind.{kind}") for kind in dict.fromkeys(case.kinds))
        pairs.append((say("slack.fact.found"), kinds))
    if case.category:
        pairs.append((say("slack.fact.category"), say(f"category.{case.category.value}")))
    return b.facts(*pairs)


def request_facts(
    disclosure: Disclosure, now: datetime | None, wording: Wording, language: Language, people: Mapping[str, str] | None
) -> Block:
    """Who asks whom for what, and until when it is to be decided; that it is late where `now` is given."""
    say = partial(wording.say, language)
    pairs = [
        (say("slack.fact.state"), say(f"slack.request_state.{disclosure.state.value}")),
        (say("slack.fact.requester"), b.who(disclosure.member_id, people)),
        (say("slack.fact.counterpart"), b.who(disclosure.counterpart_id, people)),
        (say("slack.fact.publication"), say(f"slack.publication_short.{disclosure.publication.value}")),
    ]
    if disclosure.purpose:
        pairs.append((say("slack.fact.purpose"), say(f"purpose.{disclosure.purpose}")))
    if disclosure.due_at and disclosure.state is DisclosureState.FILED:
        until = moment(disclosure.due_at, wording, language)
        is_late = now is not None and disclosure.due_at < now
        pairs.append((say("slack.fact.until"), say("slack.overdue", until=until) if is_late else until))
    return b.facts(*pairs)


def deciding_buttons(case: Case, wording: Wording, language: Language) -> tuple[Block, ...]:
    """The buttons that decide a case or hand it to the leads."""
    say, seen = partial(wording.say, language), str(Seen(case.case_id, case.revision))
    is_proposal = case.why is CaseWhy.SUSPENSION
    uphold = say("slack.button.propose" if is_proposal else "slack.button.uphold")
    overturn = say("slack.button.refrain" if is_proposal else "slack.button.overturn")
    buttons = [
        b.button(uphold, names.CASE_UPHOLD, seen, "danger"),
        b.button(overturn, names.CASE_OVERTURN, seen, "primary"),
    ]
    if case.state is not CaseState.ESCALATED:
        buttons.append(b.button(say("slack.button.escalate"), names.CASE_ESCALATE, seen))
    return tuple(buttons)


def checklist(criteria: Sequence[Criterion], wording: Wording, language: Language) -> list[Block]:
    """Each criterion with how it stands and the fact it rests on; [] without criteria."""
    signs = {Result.PASS: "✅", Result.FAIL: "❌", Result.UNKNOWN: "❔"}
    lines = [
        wording.say(
            language,
            "slack.criterion",
            sign=signs[one.result],
            title=b.escaped(wording.say(language, f"criterion.{one.name}.title")),
            result=wording.say(language, f"criterion.result.{one.result.value}"),
            fact=b.escaped(explain(one, wording, language)),
        )
        for one in criteria
    ]
    return [b.section("\n".join(lines))] if lines else []
