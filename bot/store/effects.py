"""What a verdict wants done, as rows written with it: cases for moderators, events for outside."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, assert_never

from bot.domain.effects import HideMessage, OpenCase
from bot.store.tables import cases, outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Table

    from bot.flows.ports import Decided

WAITING, SENT, DEAD = "waiting", "sent", "dead"
"""The states of an event."""


def effect_rows(decided: Sequence[Decided], new_id: Callable[[], str]) -> dict[Table, list[dict[str, Any]]]:
    """The rows to insert, by table; tables without any are left out."""
    rows: dict[Table, list[dict[str, Any]]] = {}
    for one in decided:
        for effect in one.verdict.effects:
            match effect:
                case OpenCase():
                    rows.setdefault(cases, []).append(
                        {
                            "case_id": effect.case_id,
                            "conversation_id": one.message.conversation_id,
                            "message_id": effect.message_id,
                            "revision": effect.revision,
                            "why": effect.why,
                            "state": "open",
                            "opened_at": one.at,
                        }
                    )
                    facts = {
                        "case_id": effect.case_id,
                        "message_id": effect.message_id,
                        "revision": effect.revision,
                        "why": effect.why,
                    }
                    row = event_row(new_id(), "case.opened", one, facts, effect.case_id)
                case HideMessage():
                    facts = {"because_of": effect.because_of, "message_id": effect.message_id}
                    row = event_row(new_id(), "message.hidden", one, facts, effect.message_id, effect.because_of)
                case _:
                    assert_never(effect)
            rows.setdefault(outbox, []).append(row)
    return rows


def event_row(event_id: str, kind: str, decided: Decided, facts: dict[str, Any], *wish: str) -> dict[str, Any]:
    """An event that is due at once. The same `kind` and `wish` is written once, however often it is asked for."""
    conversation_id = decided.message.conversation_id
    return {
        "event_id": event_id,
        "key": hashlib.sha256("\0".join((kind, *wish)).encode()).hexdigest(),
        "kind": kind,
        "conversation_id": conversation_id,
        "facts": json.dumps(facts | {"conversation_id": conversation_id}, sort_keys=True, separators=(",", ":")),
        "created_at": decided.at,
        "state": WAITING,
        "due_at": decided.at,
        "attempts": 0,
    }
