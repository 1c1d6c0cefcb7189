"""The message sets: where they are, and their lines as cases.

A line has one of three forms, told apart by what it carries: `expect` (a ruling is expected), `kinds` or
`label: contact` (the target must be caught), anything else (nothing may be flagged).
"""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHIPPED = HERE / "sets"
OUTSIDE = ROOT.parent / "shared" / "eval" / "real"
"""Messages from outside, measured where they are present; no word of them stands in this repository."""

CONDUCT = frozenset({"solicitation", "direct_deal", "personal_details"})
#: What the product tells apart and the sets do not.
ONE_NAME = {**dict.fromkeys(CONDUCT, "conduct"), "twitter": "x"}


class Form(enum.Enum):
    """What is asked of a case."""

    POSITIVE = "positive"
    NEGATIVE_THREAD = "negative thread"
    NEGATIVE_TEXT = "negative text"
    RULING = "ruling"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a case."""

    sender: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a set; the last turn is the one that is judged. `classes` are what it is counted under."""

    id: str
    form: Form
    turns: tuple[Turn, ...]
    classes: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    values: tuple[str, ...] = ()
    values_complete: bool = False
    contract: dict[str, str] | None = None
    rulings: tuple[str, ...] = ()
    acts: tuple[str, ...] | None = None

    def messages(self) -> list[dict[str, Any]]:
        """The turns as the guard's messages, oldest first."""
        more = {"contract": self.contract} if self.contract else {}
        return [
            {
                "message_id": f"{self.id}#{number}",
                "conversation_id": self.id,
                "sender_id": turn.sender,
                "text": turn.text,
                **more,
            }
            for number, turn in enumerate(self.turns)
        ]


def sets(*, shipped_only: bool = False) -> list[Path]:
    """Every set there is, the shipped ones first."""
    outside = [] if shipped_only or not OUTSIDE.is_dir() else sorted(OUTSIDE.glob("*.jsonl"))
    return sorted(SHIPPED.glob("*/*.jsonl")) + outside


HELD_OUT = ("sixth/", "eighth/")
"""Sets that are only measured: what is missed there is shown to nobody, so that the figure stays an honest one."""


def set_name(path: Path) -> str:
    """`redteam/positives`, `real/negatives_ja`."""
    return f"{path.parent.name}/{path.stem}"


def is_shipped(path: Path) -> bool:
    """Whether the set was written for this project and may be quoted."""
    return path.is_relative_to(SHIPPED)


def cases_of(path: Path) -> list[Case]:
    """The cases of a set, in its order."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        return [_case(json.loads(line)) for line in lines if line.strip()]


def _case(row: dict[str, Any]) -> Case:
    turns = [{"sender": "client", "text": row["text"]}] if "text" in row else row["thread"][: row["target"] + 1]
    spans = row.get("spans", [])
    kinds = frozenset(ONE_NAME.get(kind, kind) for kind in row.get("kinds") or [span["kind"] for span in spans])
    form = _form(row)
    values = row["values"] if "values" in row else [span["value"] for span in spans if span.get("value")]
    expected = row.get("expect", {})
    return Case(
        id=row["id"],
        form=form,
        turns=tuple(Turn(turn["sender"], turn["text"]) for turn in turns),
        classes=_classes(row, kinds if form is Form.POSITIVE else frozenset()),
        kinds=kinds,
        values=tuple(values) if form is Form.POSITIVE else (),
        values_complete=bool(values) and all(span.get("value") for span in spans),
        contract=row.get("contract"),
        rulings=tuple(expected.get("ruling", ())),
        acts=tuple(expected["act"]) if "act" in expected else None,
    )


def _form(row: dict[str, Any]) -> Form:
    if "expect" in row:
        return Form.RULING
    if row.get("label") == "contact" or "kinds" in row:
        return Form.POSITIVE
    return Form.NEGATIVE_THREAD if "thread" in row else Form.NEGATIVE_TEXT


def _classes(row: dict[str, Any], kinds: frozenset[str]) -> tuple[str, ...]:
    named = [f"{name}: {row[name]}" for name in ("lang", "source", "difficulty") if name in row]
    named += [f"trick: {trick}" for trick in row.get("tricks", [])]
    named += [f"kind: {kind}" for kind in sorted(kinds)]
    if "trap" in row:
        named.append("trap: " + row["trap"].split(":")[0])
    if "why" in row:
        named.append("why: " + row["why"].split(":")[0])
    return tuple(named)
