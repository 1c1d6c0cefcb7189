"""What a verdict wants done, as rows written with it: cases for moderators, events for outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, assert_never

from bot.domain.effects import HideMessage, OpenCase
from bot.store.tables import cases, outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Table

    from bot.flows.ports import Decided


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
                case HideMessage():
                    rows.setdefault(outbox, []).append(
                        {
                            "event_id": new_id(),
                            "kind": "message.hidden",
                            "conversation_id": one.message.conversation_id,
                            "facts": json.dumps({"because_of": effect.because_of, "message_id": effect.message_id}),
                            "state": "waiting",
                            "due_at": one.at,
                        }
                    )
                case _:
                    assert_never(effect)
    return rows
