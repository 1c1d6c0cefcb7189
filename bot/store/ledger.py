"""The ledger: who did what, seeing which revision. Rows are added, never changed; they hold no personal content."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, assert_never

from bot.domain.actors import Rank
from bot.domain.cases import Case
from bot.domain.disclosures import Disclosure
from bot.domain.mutual import MutualRequest
from bot.domain.reminders import Reminder
from bot.domain.verdicts import Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.changes import Change, Moved, Noted, Thing
    from bot.domain.contracts import Contract
    from bot.domain.conversations import Link
    from bot.domain.keys import ApiKey
    from bot.domain.members import Member
    from bot.domain.verdicts import Outcome
    from bot.store.sealing import Sealer

GUARD = "guard"
MARKETPLACE = "marketplace"
OPERATOR = "operator"
WORKER = "worker"


def decided_row(verdict: Verdict, at: datetime) -> tuple[Any, ...]:
    """The entry for a verdict, as bot.store.adding.ENTRY names its columns: what was ruled and by which rules."""
    says_more = verdict.findings or verdict.failed or verdict.case_id or verdict.is_braked
    facts = _facts_of(verdict) if says_more else _plain_facts(verdict.outcome, verdict.policy)
    return at, GUARD, "message.decided", verdict.message_id, verdict.revision, facts


@lru_cache(16)
def _plain_facts(outcome: Outcome, policy: str) -> str:
    """What the ledger says of a message without findings, which is nearly every one."""
    return _facts_of(Verdict("", 1, outcome, policy))


def _facts_of(verdict: Verdict) -> str:
    outcome = verdict.outcome
    return _spelled(
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


def told_entry(member: Member, before: Member | None, subject: str, at: datetime) -> dict[str, Any]:
    """The entry for a member who was told or changed: how each fact stood and stands, not whose name it is.

    `subject` is what the ledger calls them (`member_name`).
    """
    return entry_of(
        at,
        MARKETPLACE,
        "member.told",
        subject,
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


def change_entry(moved: Moved, change: Change, sealer: Sealer) -> dict[str, Any]:
    """The entry for a request, case or reminder that was moved: by whom, from where to where."""
    before, after = moved.before, moved.after
    return entry_of(
        change.at,
        name_of(change.by, sealer),
        moved.verb,
        subject_of(after),
        after.revision,
        {"after": after.state.value, "before": before.state.value if before else None, **moved.facts},
    )


def noted_entry(noted: Noted, change: Change, sealer: Sealer) -> dict[str, Any]:
    """The entry for something that moved nothing."""
    by = name_of(change.by, sealer)
    return entry_of(change.at, by, noted.verb, noted.subject, noted.revision, dict(noted.facts))


def subject_of(thing: Thing) -> str:
    """The id of a thing."""
    match thing:
        case Disclosure():
            return thing.disclosure_id
        case Case():
            return thing.case_id
        case MutualRequest():
            return thing.request_id
        case Reminder():
            return thing.reminder_id
        case _:
            assert_never(thing)


def name_of(actor: Actor, sealer: Sealer) -> str:
    """Who did it, as the ledger spells it: guard, marketplace, rank and id of staff, a pseudonym of a member.

    A member may ask to be erased, and the ledger never changes.
    """
    if actor.rank in {Rank.GUARD, Rank.MARKETPLACE}:
        return actor.actor_id
    if actor.rank is Rank.MEMBER:
        return member_name(actor.actor_id, sealer)
    return f"{actor.rank.value}:{actor.actor_id}"


def member_name(member_id: str, sealer: Sealer) -> str:
    """What the ledger calls a member."""
    return f"member:{sealer.fingerprint('member', member_id).hex()[:32]}"


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
        "facts": _spelled(facts),
    }


_spelled = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
