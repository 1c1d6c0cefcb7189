"""The guard as `sekimori scan` runs it, in process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.flows.scan_lines import Batch, Line, Terms
from bot.settings import load_rulebook
from tests.evaluation.scoring import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.cases import Case


def answers_of(cases: Sequence[Case]) -> list[list[Answer]]:
    """For each case the answers to its turns."""
    batch = Batch(load_rulebook(), Terms())
    return [[_answer(batch, message) for message in case.messages()] for case in cases]


def _answer(batch: Batch, message: dict[str, object]) -> Answer:
    line = Line(json.dumps(message, ensure_ascii=False).encode(), 1, str(message["message_id"]))
    verdict = json.loads(batch.answer(line).text)
    found = tuple((finding["kind"], finding["value"] or "") for finding in verdict["findings"])
    return Answer(verdict["ruling"], verdict["speech_act"], found)
