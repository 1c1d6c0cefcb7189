"""The checklist of a disclosure request, filled in for the moderator: pass, fail or unknown, and from what fact."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.members import Fact, Proof

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.domain.contracts import Contract, WorkStyle
    from bot.domain.members import Member
    from bot.domain.wording import Language, Wording
    from bot.policy.table import Policy


class Result(StrEnum):
    """How a criterion stands."""

    PASS = "pass"  # noqa: S105 (no password)
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a checklist rests on.

    `direct_deal_nearby` counts the surrounding messages that propose to deal directly, None where nothing is kept of
    them. `requests_on_contract` are those filed before.
    """

    contract: Contract | None
    requester: Member | None
    counterpart: Member | None
    strikes_in_window: int
    direct_deal_nearby: int | None
    requests_on_contract: int
    purpose: str | None
    purpose_text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the checklist; `fact` is the word under `criterion.<name>.` for what it rests on."""

    name: str
    result: Result
    fact: str
    about: Mapping[str, str | int] = field(default_factory=dict)


FACTS: Mapping[str, tuple[str, ...]] = {
    "escrow_funded": ("funded", "not_funded", "no_contract"),
    "identity_verified": ("both", "requester", "counterpart", "neither", "not_told"),
    "phone_verified": ("both", "requester", "counterpart", "neither", "not_told"),
    "nda": ("both", "requester", "counterpart", "neither", "not_told"),
    "no_open_strike": ("none", "some"),
    "no_direct_deal_nearby": ("none", "some", "not_kept"),
    "within_limit": ("no_limit", "within", "beyond"),
    "purpose_given": ("given", "missing", "not_allowed"),
}
"""The criteria in their order, with the facts each may rest on."""

CRITERIA_NEEDED = tuple(
    f"criterion.{name}.{key}" for name, facts in FACTS.items() for key in ("title", *facts)
) + tuple(f"criterion.result.{result.value}" for result in Result)
"""The keys a checklist may need; wording without them is refused at start."""

_VERIFIED = {"identity_verified": Fact.IDENTITY, "phone_verified": Fact.PHONE, "nda": Fact.NDA}


def criteria_of(facts: Facts, policy: Policy, work_style: WorkStyle) -> tuple[Criterion, ...]:
    """Every criterion, in the order a moderator reads them."""
    return (
        _escrow(facts),
        *(_verified(name, fact, facts) for name, fact in _VERIFIED.items()),
        _strikes(facts, policy),
        _direct_deal(facts),
        _limit(facts, policy),
        _purpose(facts, policy, work_style),
    )


def all_pass(criteria: Iterable[Criterion]) -> bool:
    """Whether every criterion is met; what nobody knows is not."""
    return all(one.result is Result.PASS for one in criteria)


def explain(criterion: Criterion, wording: Wording, language: Language) -> str:
    """The fact a criterion rests on, as a sentence."""
    about = dict(criterion.about)
    if "state" in about:
        about["state"] = wording.say(language, f"state.{about['state']}")
    return wording.say(language, f"criterion.{criterion.name}.{criterion.fact}", **about)


def _escrow(facts: Facts) -> Criterion:
    if facts.contract is None:
        return Criterion("escrow_funded", Result.UNKNOWN, "no_contract")
    state = facts.contract.state
    if state.is_after_escrow:
        return Criterion("escrow_funded", Result.PASS, "funded", {"state": state.value})
    return Criterion("escrow_funded", Result.FAIL, "not_funded", {"state": state.value})


def _verified(name: str, fact: Fact, facts: Facts) -> Criterion:
    """Both sides; a side nobody told of makes it unknown, and one that fails makes it fail."""
    sides = {
        side: member.facts[fact].proof is Proof.VERIFIED if member else None
        for side, member in (("requester", facts.requester), ("counterpart", facts.counterpart))
    }
    lacking = [side for side, is_verified in sides.items() if is_verified is False]
    if len(lacking) == len(sides):
        return Criterion(name, Result.FAIL, "neither")
    if lacking:
        return Criterion(name, Result.FAIL, lacking[0])
    if None in sides.values():
        return Criterion(name, Result.UNKNOWN, "not_told")
    return Criterion(name, Result.PASS, "both")


def _strikes(facts: Facts, policy: Policy) -> Criterion:
    count, days = facts.strikes_in_window, policy.strikes.window_days
    if count:
        return Criterion("no_open_strike", Result.FAIL, "some", {"count": count, "days": days})
    return Criterion("no_open_strike", Result.PASS, "none", {"days": days})


def _direct_deal(facts: Facts) -> Criterion:
    if facts.direct_deal_nearby is None:
        return Criterion("no_direct_deal_nearby", Result.UNKNOWN, "not_kept")
    if facts.direct_deal_nearby:
        return Criterion("no_direct_deal_nearby", Result.FAIL, "some", {"count": facts.direct_deal_nearby})
    return Criterion("no_direct_deal_nearby", Result.PASS, "none")


def _limit(facts: Facts, policy: Policy) -> Criterion:
    limit, count = policy.disclosure.limit_per_contract, facts.requests_on_contract
    if limit is None:
        return Criterion("within_limit", Result.PASS, "no_limit", {"count": count})
    is_within = count < limit
    fact = "within" if is_within else "beyond"
    return Criterion("within_limit", Result.PASS if is_within else Result.FAIL, fact, {"count": count, "limit": limit})


def _purpose(facts: Facts, policy: Policy, work_style: WorkStyle) -> Criterion:
    if not facts.purpose or not facts.purpose_text.strip():
        return Criterion("purpose_given", Result.FAIL, "missing")
    is_allowed = facts.purpose in policy.purposes_in(work_style)
    return Criterion(
        "purpose_given", Result.PASS if is_allowed else Result.FAIL, "given" if is_allowed else "not_allowed"
    )
