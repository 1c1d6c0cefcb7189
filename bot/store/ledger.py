"""The ledger: who did what, seeing which revision. Rows are added, never changed; they hold no personal content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.contracts import Contract
    from bot.domain.verdicts import Verdict

GUARD = "guard"
MARKETPLACE = "marketplace"


def decided_entry(verdict: Verdict, at: datetime) -> dict[str, Any]:
    """The entry for a verdict: what was ruled and by which rules, not what was written."""
    outcome = verdict.outcome
    return _entry(
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
        },
    )


def moved_entry(contract: Contract, before: Contract | None, at: datetime) -> dict[str, Any]:
    """The entry for a contract that was told or moved."""
    return _entry(
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


def _entry(at: datetime, actor: str, verb: str, subject: str, revision: int, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "at": at,
        "actor": actor,
        "verb": verb,
        "subject": subject,
        "revision": revision,
        "facts": json.dumps(facts, sort_keys=True, separators=(",", ":")),
    }
