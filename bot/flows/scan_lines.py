"""Judge a batch: JSON lines in, a verdict line or an error line out for each, in the same order.

Nothing is recorded: what a batch says is what the guard would say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import BadInput
from bot.domain.json_text import object_from, text_of
from bot.domain.message_json import message_from, terms_in
from bot.domain.reading import read
from bot.domain.verdict_json import document_of
from bot.domain.wording import Language
from bot.flows.batch_threads import BatchThreads
from bot.policy.decide import decide

if TYPE_CHECKING:
    from typing import Any

    from bot.policy.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a batch. `place` names it for a person (line 3, or messages.jsonl:3); `number` counts from 1."""

    raw: bytes
    number: int
    place: str
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The line that stands in its place, and the complaint about it if there is one."""

    text: str
    complaint: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for lines that bring no contract of their own."""

    work_style: WorkStyle = WorkStyle.PROJECT
    state: State = State.NEGOTIATING
    language: Language = Language.EN


class Batch:
    """A batch being judged. Lines of one conversation must come to the same batch, in their order."""

    def __init__(self, rulebook: Rulebook, terms: Terms) -> None:
        self._rulebook = rulebook
        self._terms = terms
        self._threads = BatchThreads()

    def answer(self, line: Line) -> Answer:
        """The answer to one line: a verdict, or `{"error", "line"}` with field and message_id where they are known."""
        document: dict[str, Any] = {}
        try:
            document = _object(line)
            return Answer(text_of(self._judge(document)))
        except BadInput as error:
            said = self._rulebook.wording.say(self._terms.language, f"refusal.{error.word}", **error.about)
            answer: dict[str, Any] = {"error": said, "line": line.number}
            if error.field:
                answer["field"] = error.field
            if isinstance(document.get("message_id"), str):
                answer["message_id"] = document["message_id"]
            return Answer(text_of(answer), f"{line.place}: {said}")

    def _judge(self, document: dict[str, Any]) -> dict[str, Any]:
        message = message_from(document)
        work_style, state = terms_in(document)
        conversation = self._threads.take(message.conversation_id)
        window = conversation.window(message, message.sent_at)
        seen = read(message, [one.utterance for one in window], self._rulebook.words)
        standing = replace(
            conversation.standing(message, window),
            work_style=work_style or self._terms.work_style,
            state=state or self._terms.state,
        )
        verdict = decide(message, seen, standing, self._rulebook)
        kept = conversation.with_message(message, message.sent_at, delivered=verdict.ruling.is_delivered)
        self._threads.put(message.conversation_id, kept)
        return document_of(verdict)


def _object(line: Line) -> dict[str, Any]:
    if line.too_long:
        raise BadInput("body_too_large", limit=len(line.raw))
    raw = line.raw.strip()
    if not raw:
        raise BadInput("empty_line")
    return object_from(raw)
