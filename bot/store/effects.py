"""What a verdict wants done, as rows written with it: cases and requests for people, events for outside."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, assert_never

from bot.domain.cases import Case, CaseWhy
from bot.domain.disclosures import Disclosure, MessageRef
from bot.domain.effects import HideMessage, OfferDisclosure, OpenCase
from bot.store.cases import case_row
from bot.store.disclosures import disclosure_row
from bot.store.ledger import GUARD, entry_of
from bot.store.tables import cases, disclosures, ledger, outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sqlalchemy import Table

    from bot.flows.ports import Decided
    from bot.store.sealing import Sealer

WAITING, SENT, DEAD = "waiting", "sent", "dead"
"""The states of an event."""

Rows = dict["Table", list[dict[str, Any]]]


def effect_rows(decided: Sequence[tuple[Decided, str | None]], sealer: Sealer, new_id: Callable[[], str]) -> Rows:
    """The rows to insert for decided messages and their contracts, by table; tables without any are left out."""
    rows: Rows = {}
    for one, contract_id in decided:
        for effect in one.verdict.effects:
            match effect:
                case OpenCase():
                    _open_case(rows, effect, one, contract_id, sealer)
                    facts = {
                        "case_id": effect.case_id,
                        "message_id": effect.message_id,
                        "revision": effect.revision,
                        "why": effect.why,
                    }
                    event = event_row(new_id(), "case.opened", one, facts, effect.case_id)
                    rows.setdefault(outbox, []).append(event)
                case OfferDisclosure():
                    _offer(rows, effect, one, contract_id, sealer)
                case HideMessage():
                    facts = {"because_of": effect.because_of, "message_id": effect.message_id}
                    event = event_row(new_id(), "message.hidden", one, facts, effect.message_id, effect.because_of)
                    rows.setdefault(outbox, []).append(event)
                case _:
                    assert_never(effect)
    return rows


def _open_case(rows: Rows, effect: OpenCase, one: Decided, contract_id: str | None, sealer: Sealer) -> None:
    verdict = one.verdict
    deciding = [finding for finding in verdict.findings if finding.kind in verdict.kinds]
    case = Case(
        case_id=effect.case_id,
        why=CaseWhy(effect.why),
        opened_at=one.at,
        conversation_id=one.message.conversation_id,
        contract_id=contract_id,
        member_id=one.message.sender_id,
        message=MessageRef(effect.message_id, effect.revision),
        kinds=tuple(kind.value for kind in verdict.kinds),
        rules=tuple(dict.fromkeys(finding.rule for finding in deciding)),
        policy=verdict.policy,
    )
    rows.setdefault(cases, []).append(case_row(case, sealer))


def _offer(rows: Rows, effect: OfferDisclosure, one: Decided, contract_id: str | None, sealer: Sealer) -> None:
    disclosure = Disclosure(
        disclosure_id=effect.disclosure_id,
        member_id=one.message.sender_id,
        contacts=effect.contacts,
        offered_at=one.at,
        publication=effect.publication,
        contract_id=contract_id,
        conversation_id=one.message.conversation_id,
        message=effect.message,
    )
    rows.setdefault(disclosures, []).append(disclosure_row(disclosure, sealer))
    facts = {"after": disclosure.state.value, "before": None, "message_id": effect.message.message_id}
    entry = entry_of(one.at, GUARD, "disclosure.offered", effect.disclosure_id, 1, facts)
    rows.setdefault(ledger, []).append(entry)


def event_row(event_id: str, kind: str, decided: Decided, facts: dict[str, Any], *wish: str) -> dict[str, Any]:
    """An event that is due at once. The same `kind` and `wish` is written once, however often it is asked for."""
    conversation_id = decided.message.conversation_id
    facts = facts | {"conversation_id": conversation_id}
    return waiting_event(event_id, kind, facts, decided.at, *wish, conversation_id=conversation_id)


def waiting_event(
    event_id: str,
    kind: str,
    facts: dict[str, Any],
    at: datetime,
    *wish: str,
    conversation_id: str = "",
    due_at: datetime | None = None,
    cause: str | None = None,
) -> dict[str, Any]:
    """The row of an event that waits, until `due_at` at least; `cause` is the decision that may still be undone."""
    return {
        "event_id": event_id,
        "key": hashlib.sha256("\0".join((kind, *wish)).encode()).hexdigest(),
        "kind": kind,
        "conversation_id": conversation_id,
        "facts": json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":")),
        "created_at": at,
        "state": WAITING,
        "due_at": due_at or at,
        "attempts": 0,
        "cause": cause,
    }
