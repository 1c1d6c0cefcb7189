"""The judgement itself: what was seen × where the contract stands × the policy → a verdict. Pure and explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.disclosures import Contact, MessageRef
from bot.domain.effects import HideMessage, OfferDisclosure, OpenCase
from bot.domain.notices import Occasion, notice_of
from bot.domain.verdicts import Outcome, Verdict
from detectors import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.domain.effects import Effect
    from bot.domain.messages import Message
    from bot.domain.threads import Standing
    from bot.policy.rulebook import Rulebook
    from bot.policy.table import Policy
    from detectors import Finding, Scan

WEIGHT = {
    act: weight
    for weight, act in enumerate(
        (
            SpeechAct.OFFERS,
            SpeechAct.ASKS,
            SpeechAct.DELIVERABLE,
            SpeechAct.REFUSES,
            SpeechAct.MENTIONS,
        )
    )
}
"""Which act names the verdict when findings of several acts lead to the same outcome: the lightest number."""


def decide(
    message: Message,
    seen: Scan,
    standing: Standing,
    rulebook: Rulebook,
    *,
    case_id: str | None = None,
    is_braked: bool = False,
    page_of: Callable[[Message], str] | None = None,
) -> Verdict:
    """The verdict on `message`: the strictest outcome of any finding, and the findings that led to it.

    `case_id` is the id that a case or a disclosure request gets if one is opened; without it none is. `page_of` says
    where the sender reads more and can do something about it. While the brake on automatic blocking holds
    (`is_braked`), a person looks at what would be blocked.
    """
    policy = rulebook.policy
    if seen.is_clean:
        return Verdict(message.message_id, message.revision, Outcome.ALLOW, policy.version)
    outcome, deciding = _strictest(seen, standing, policy)
    braked = is_braked and outcome is Outcome.BLOCK
    if braked:
        outcome = Outcome.HOLD_CHECK
    hides = policy.hides_delivered_pieces and not outcome.ruling.is_delivered
    hidden = _shown_pieces(message, deciding, standing) if hides else ()
    case = (OpenCase(case_id, message.message_id, message.revision, outcome.value),) if case_id else ()
    opened: tuple[Effect, ...] = case if outcome.opens_a_case else ()
    contacts = _contacts(deciding)
    if outcome is Outcome.HOLD_DISCLOSURE and case_id and contacts:
        about = MessageRef(message.message_id, message.revision)
        opened = (OfferDisclosure(case_id, about, contacts, policy.disclosure.publication),)
    effects: tuple[Effect, ...] = (*opened, *hidden)
    leads_somewhere = not outcome.ruling.is_delivered or (
        outcome is Outcome.WARN and _phase(standing, policy) == "after"
    )
    limits = policy.purposes[standing.work_style]
    occasion = Occasion(
        message_id=message.message_id,
        outcome=outcome,
        deciding=deciding,
        phase=_phase(standing, policy),
        purposes=() if "any" in limits else limits,
    )
    return Verdict(
        message_id=message.message_id,
        revision=message.revision,
        outcome=outcome,
        policy=policy.version,
        speech_act=min((finding.speech_act for finding in deciding), key=WEIGHT.__getitem__, default=None),
        kinds=tuple(dict.fromkeys(finding.kind for finding in deciding)),
        findings=seen.findings,
        failed=seen.failed,
        notice=notice_of(occasion, rulebook.wording),
        case_id=case_id if outcome.opens_a_case else None,
        disclosure_url=page_of(message) if page_of and leads_somewhere else None,
        effects=effects,
        is_braked=braked,
    )


def _strictest(seen: Scan, standing: Standing, policy: Policy) -> tuple[Outcome, tuple[Finding, ...]]:
    """The strictest outcome, with the findings that lead to it; none of them when only a broken detector does."""
    outcomes = [(_outcome(finding, standing, policy), finding) for finding in seen.findings]
    strictest = max((outcome for outcome, _ in outcomes), default=Outcome.ALLOW)
    if seen.failed and policy.doubt.broken_detector > strictest:
        return policy.doubt.broken_detector, ()
    return strictest, tuple(finding for outcome, finding in outcomes if outcome is strictest)


def _outcome(finding: Finding, standing: Standing, policy: Policy) -> Outcome:
    """What one finding leads to."""
    if (finding.kind, finding.value) in standing.granted:
        return Outcome.ALLOW
    outcome = policy.cells[standing.work_style, standing.state, finding.kind, finding.speech_act]
    if finding.confidence < policy.doubt.threshold:
        return policy.doubt.instead_of(outcome, standing.state)
    return outcome


def _shown_pieces(message: Message, deciding: Sequence[Finding], standing: Standing) -> tuple[HideMessage, ...]:
    """The sender's earlier messages, already delivered, that hold a piece of what was now found."""
    ids = dict.fromkeys(piece.message_id for finding in deciding for piece in finding.pieces)
    return tuple(HideMessage(earlier, message.message_id) for earlier in ids if earlier in standing.shown)


def _contacts(deciding: Sequence[Finding]) -> tuple[Contact, ...]:
    """The contacts a request would be about, each once."""
    found = (Contact(one.kind, one.value) for one in deciding if one.kind.is_contact and one.value)
    return tuple(dict.fromkeys(found))


def _phase(standing: Standing, policy: Policy) -> str:
    """Which sentence explains the rule: before escrow, after it, or where escrow changes nothing."""
    if standing.work_style not in policy.opening:
        return "never"
    return "after" if standing.state.is_after_escrow else "before"
