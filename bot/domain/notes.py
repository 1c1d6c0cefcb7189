"""The notes a member reads and agrees to before a contact is disclosed; their version is part of the consent."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.domain.wording import Language

if TYPE_CHECKING:
    from bot.domain.wording import Wording

NOTES = ("purpose", "publication", "payment", "safety", "revocation")
"""The keys of the notes under `notes.`, in the order they are read."""

NOTES_NEEDED = tuple(f"notes.{note}" for note in NOTES)
TITLE = "notes.title"


def version_of(wording: Wording) -> str:
    """The first 12 hex digits of the SHA-256 of the notes in both languages."""
    said = [wording.texts[language][key] for language in Language for key in NOTES_NEEDED]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
