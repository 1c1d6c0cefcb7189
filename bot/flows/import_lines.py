"""Take over what a marketplace already has: contracts, members and conversations, one a line.

A line is `{"contract": {…}}`, `{"member": {…}}` or `{"conversation": {…}}`, with its id and what PUT takes beside it.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from bot.domain.contract_json import contract_from
from bot.domain.conversations import contract_id_from
from bot.domain.errors import BadInput, Refusal
from bot.domain.fields import id_in
from bot.domain.json_text import object_from
from bot.domain.member_json import told_from

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from bot.domain.contracts import Parties, State, WorkStyle
    from bot.domain.members import Told
    from bot.domain.wording import Language, Wording
    from bot.flows.scan_lines import Line

AT_ONCE = 500
"""Lines worked on together, so that they share commits. Those that speak of the same thing keep their order."""

KINDS = ("contract", "member", "conversation")


class Register(Protocol):
    """Where contracts, members and conversations are told."""

    async def put_contract(self, contract_id: str, work_style: WorkStyle, state: State, parties: Parties) -> object:
        """Tell a contract, or move it."""

    async def put_member(self, told: Told) -> object:
        """Tell of a member."""

    async def put_conversation(self, conversation_id: str, contract_id: str | None) -> object:
        """Tell which contract a conversation belongs to."""


@dataclass(slots=True)
class Imported:
    """How it went: `counts` of what was told by kind, `complaints` about lines, in their order."""

    counts: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Task:
    kind: str
    subject: str
    tell: Callable[[], Awaitable[object]]


async def import_lines(lines: Iterable[Line], register: Register, wording: Wording, language: Language) -> Imported:
    """Tell `register` every line. A line that cannot be taken is named in the complaints, and the rest goes on.

    Raises:
        StoreAway: the database does not answer; what was told before stays told, and all of it may be repeated.
    """
    imported = Imported()
    together: list[Line] = []
    for line in lines:
        together.append(line)
        if len(together) == AT_ONCE:
            await _import(together, register, wording, language, imported)
            together.clear()
    await _import(together, register, wording, language, imported)
    return imported


async def _import(
    lines: list[Line], register: Register, wording: Wording, language: Language, imported: Imported
) -> None:
    said: dict[int, str] = {}
    queues: dict[tuple[str, str], list[tuple[int, _Task]]] = {}

    def complain(place: int, error: Refusal) -> None:
        text = wording.say(language, f"refusal.{error.word}", **error.about)
        said[place] = f"{lines[place].place}: {text}"

    async def one_after_another(queue: list[tuple[int, _Task]]) -> None:
        for place, task in queue:
            try:
                await task.tell()
            except Refusal as error:
                complain(place, error)
            else:
                imported.counts[task.kind] += 1

    for place, line in enumerate(lines):
        try:
            task = _task(line, register)
        except Refusal as error:
            complain(place, error)
        else:
            queues.setdefault((task.kind, task.subject), []).append((place, task))
    results = await asyncio.gather(*map(one_after_another, queues.values()), return_exceptions=True)
    for away in filter(None, results):
        raise away
    imported.complaints += [said[place] for place in sorted(said)]


def _task(line: Line, register: Register) -> _Task:
    if line.too_long:
        raise BadInput("body_too_large", limit=len(line.raw))
    if not line.raw.strip():
        raise BadInput("empty_line")
    document = object_from(line.raw.strip())
    named = [kind for kind in KINDS if kind in document]
    if len(named) != 1 or len(document) != 1:
        raise BadInput("not_a_told_thing", kinds=", ".join(KINDS))
    return _told(named[0], document[named[0]], register)


def _told(kind: str, document: Mapping[str, Any], register: Register) -> _Task:
    if type(document) is not dict:
        raise BadInput("not_an_object", kind)
    subject = id_in(document, f"{kind}_id")
    match kind:
        case "contract":
            work_style, state, parties = contract_from(document)
            return _Task(kind, subject, lambda: register.put_contract(subject, work_style, state, parties))
        case "member":
            told = told_from(subject, document)
            return _Task(kind, subject, lambda: register.put_member(told))
        case _:
            contract_id = contract_id_from(document)
            return _Task(kind, subject, lambda: register.put_conversation(subject, contract_id))
