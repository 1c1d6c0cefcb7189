"""What people who decide look at: a message as it is kept, and the thread around it as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.delivery import Delivery
    from bot.domain.disclosures import MessageRef
    from bot.domain.verdicts import Outcome, Verdict

AROUND = 10
"""Messages kept before and after the one that a case or a request is about."""


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """One revision of a message with what became of it. `text` is None once it is purged."""

    ref: MessageRef
    conversation_id: str
    contract_id: str | None
    sender_id: str
    sender_role: str | None
    at: datetime
    outcome: Outcome
    delivery: Delivery
    verdict: Verdict
    newest_revision: int
    position: int
    text: str | None = field(default=None, repr=False)
    attachments: tuple[str, ...] = field(default=(), repr=False)
    """Names of files."""

    @property
    def is_newest(self) -> bool:
        """Whether no edit came after it."""
        return self.ref.revision == self.newest_revision


@dataclass(frozen=True, slots=True)
class Line:
    """A message in a snapshot. `marks` are the parts that matched: start and end in code points, and the kind."""

    message_id: str
    revision: int
    sender_id: str
    sender_role: str | None
    at: str
    outcome: str
    text: str = field(repr=False)
    marks: tuple[tuple[int, int, str], ...] = ()

    @property
    def masked(self) -> str:
        """The text with what matched blotted out, character by character; blanks stay, so that its shape shows."""
        letters = list(self.text)
        for start, end, _ in self.marks:
            letters[start:end] = [one if one.isspace() else "●" for one in letters[start:end]]
        return "".join(letters)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The thread around a case or a request, oldest first, as it was when it was opened.

    `about` is the place of the message it is about, None without one. `is_complete` once nothing more is added.
    """

    subject_id: str
    lines: tuple[Line, ...] = ()
    about: int | None = None
    is_complete: bool = False
