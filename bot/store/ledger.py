"""The ledger: who did what, seeing which revision. Rows are added, never changed; they hold no personal content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.contracts import Contract
    from bot.domain.conversations import Link
    from bot.domain.keys import ApiKey
    from bot.domain.members import Member
    from bot.domain.verdicts import Verdict

GUARD = "guard"
MARKETPLACE = "marketplace"
OPERATOR = "operator"
WORKER = "worker"


def decided_entry(verdict: Verdict, at: datetime) -> dict[str, Any]:
    """The entry for a verdict: what was ruled and by which rules, not what was written."""
    outcome = verdict.outcome
    return entry_of(
        at,
        GUARD,
        "message.decided",
        verdict.message_id,
        verdict.revision,
        {
            "case_id": verdict.case_id,
            "failed": list(verdict.failed),
            "kinds": [kind.value for kind in verdict.kinds],
            "policy": verdict.policy,
            "reason": outcome.reason.value if outcome.reason else None,
            "rules": list(dict.fromkeys(finding.rule for finding in verdict.findings)),
            "ruling": verdict.ruling.value,
            "speech_act": verdict.speech_act.value if verdict.speech_act else None,
            **({"braked": True} if verdict.is_braked else {}),
        },
    )


def moved_entry(contract: Contract, before: Contract | None, at: datetime) -> dict[str, Any]:
    """The entry for a contract that was told or moved."""
    return entry_of(
        at,
        MARKETPLACE,
        "contract.moved",
        contract.contract_id,
        contract.revision,
        {
            "after": contract.state.value,
            "before": before.state.value if before else None,
            "work_style": contract.work_style.value,
        },
    )


def told_entry(member: Member, before: Member | None, at: datetime) -> dict[str, Any]:
    """The entry for a member who was told or changed: how each fact stood and stands, not whose name it is."""
    return entry_of(
        at,
        MARKETPLACE,
        "member.told",
        member.member_id,
        member.revision,
        {
            "address_changed": before is not None and before.address_digest != member.address_digest,
            "name_changed": before is not None and before.name_digest != member.name_digest,
            "standing": member.standing.value,
            "verified": {
                fact.value: [before.facts[fact].proof.value if before else None, now.proof.value]
                for fact, now in member.facts.items()
                if before is None or before.facts[fact] != now
            },
        },
    )


def linked_entry(link: Link, before: Link | None, at: datetime) -> dict[str, Any]:
    """The entry for a conversation that was linked to a contract, or to another one."""
    return entry_of(
        at,
        MARKETPLACE,
        "conversation.linked",
        link.conversation_id,
        link.revision,
        {"after": link.contract_id, "before": before.contract_id if before else None},
    )


def key_entry(verb: str, key: ApiKey, at: datetime) -> dict[str, Any]:
    """The entry for an API key that was made or revoked at a terminal."""
    return entry_of(at, OPERATOR, verb, key.prefix, 1 if key.is_valid else 2, {"scope": key.scope.value})


def entry_of(at: datetime, actor: str, verb: str, subject: str, revision: int, facts: dict[str, Any]) -> dict[str, Any]:
    """One entry. `facts` hold words and counts of ours, never what a member wrote."""
    return {
        "at": at,
        "actor": actor,
        "verb": verb,
        "subject": subject,
        "revision": revision,
        "facts": json.dumps(facts, sort_keys=True, separators=(",", ":")),
    }
