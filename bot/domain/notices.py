"""What the sender of a message is told: what matched, why it is not allowed, what can be done next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.verdicts import Notice, Outcome
from bot.domain.wording import Language
from detectors import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.wording import Wording
    from detectors import Finding

TOLD = {
    Outcome.WARN: "notice.warn",
    Outcome.HOLD_DISCLOSURE: "notice.hold_disclosure",
    Outcome.HOLD_CHECK: "notice.hold_check",
    Outcome.BLOCK: "notice.block",
}
"""Outcomes the sender is told of, with the key of the text."""

UNREAD = "notice.hold_check_unread"
QUOTED = 60
"""Characters of a marked part that a notice repeats."""

PHASES = ("before", "after", "never")
GROUPS = ("contact", *sorted(kind.value for kind in Kind if not kind.is_contact))

NEEDED = (
    *(f"kind.{kind.value}" for kind in Kind),
    *(f"why.{group}.{phase}" for group in GROUPS for phase in PHASES),
    *TOLD.values(),
    UNREAD,
    *(f"notice.{part}" for part in ("found", "found_elsewhere", "and", "purposes")),
)
"""The keys a notice may need; wording without them is refused at start."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a sender is told something.

    `deciding` findings led to `outcome` for `message_id`; `phase` is before, after or never: where escrow stands;
    `purposes` limit a disclosure, none for no limit.
    """

    message_id: str
    outcome: Outcome
    deciding: Sequence[Finding]
    phase: str
    purposes: Sequence[str] = ()


def notice_of(occasion: Occasion, wording: Wording) -> Notice | None:
    """What the sender is told in both languages; None when this outcome is not told."""
    if occasion.outcome not in TOLD:
        return None
    return Notice(ja=_text(occasion, wording, Language.JA), en=_text(occasion, wording, Language.EN))


def _text(occasion: Occasion, wording: Wording, language: Language) -> str:
    outcome, deciding, phase, purposes = occasion.outcome, occasion.deciding, occasion.phase, occasion.purposes
    if not deciding:
        return wording.say(language, UNREAD)
    comma = wording.say(language, "notice.and")
    found = comma.join(_once(_found(finding, occasion.message_id, wording, language) for finding in deciding))
    groups = _once(finding.kind.value if not finding.kind.is_contact else "contact" for finding in deciding)
    between = " " if language is Language.EN else ""  # Japanese sentences follow each other without a space
    why = between.join(wording.say(language, f"why.{group}.{phase}") for group in groups)
    if outcome is Outcome.HOLD_DISCLOSURE and purposes:
        names = comma.join(wording.say(language, f"purpose.{purpose}") for purpose in purposes)
        why += wording.say(language, "notice.purposes", purposes=names)
    return wording.say(language, TOLD[outcome], found=found, why=why)


def _found(finding: Finding, message_id: str, wording: Wording, language: Language) -> str:
    """The part of the sender's own message that matched, or only its kind when it stands in earlier ones."""
    kind = wording.say(language, f"kind.{finding.kind.value}")
    text = " … ".join(piece.text for piece in finding.pieces if piece.message_id == message_id)
    if not text:
        return wording.say(language, "notice.found_elsewhere", kind=kind)
    return wording.say(language, "notice.found", text=text if len(text) <= QUOTED else f"{text[:QUOTED]}…", kind=kind)


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
