"""What the detectors say: a kind, what the sender does with it, where, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Kind(StrEnum):
    """What was found: fifteen kinds of contact, one for any other channel, and three kinds of conduct."""

    PHONE = "phone"
    EMAIL = "email"
    LINE = "line"
    SLACK = "slack"
    SKYPE = "skype"
    CHATWORK = "chatwork"
    DISCORD = "discord"
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    WECHAT = "wechat"
    KAKAO = "kakao"
    ZOOM = "zoom"
    INSTAGRAM = "instagram"
    X = "x"
    FACEBOOK = "facebook"
    OTHER = "other"
    SOLICITATION = "solicitation"
    DIRECT_DEAL = "direct_deal"
    PERSONAL_DETAILS = "personal_details"

    @property
    def is_contact(self) -> bool:
        """Whether it is a way to reach a person (with a value) rather than a conduct (without one)."""
        return self not in CONDUCT


CONDUCT = frozenset({Kind.SOLICITATION, Kind.DIRECT_DEAL, Kind.PERSONAL_DETAILS})
CONTACTS = tuple(kind for kind in Kind if kind not in CONDUCT)


class SpeechAct(StrEnum):
    """What the sender does with the contact or the topic."""

    OFFERS = "offers"
    ASKS = "asks"
    REFUSES = "refuses"
    MENTIONS = "mentions"
    DELIVERABLE = "deliverable"


@dataclass(frozen=True, slots=True)
class Utterance:
    """An earlier message of the conversation, oldest first in a history."""

    message_id: str
    sender: str
    text: str = field(repr=False)
    #: What was already made of it, by who made it, so that it is made once and not for each message after it.
    noted: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)


class Span(NamedTuple):
    """A half-open range `[start, end)` in a text as it was written, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a finding as the sender wrote it. `message_id` is "" for the text being scanned."""

    message_id: str
    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One contact or conduct.

    `value` is canonical: a phone as E.164, an e-mail lower-cased, a link without scheme and `www.`, a handle without
    a leading `@`; "" for conduct. `confidence` is 0 to 1. `tricks` names the disguises undone. `rule` is the stable
    name of what fired, for statistics and wording; `because` says it in English for a person.
    """

    kind: Kind
    speech_act: SpeechAct
    value: str = field(repr=False)
    confidence: float
    tricks: tuple[str, ...]
    rule: str
    because: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything seen in one text.

    `failed` names detectors that raised, and "length" where the text is too long to be read to its end: such a scan is
    never clean.
    """

    findings: tuple[Finding, ...] = ()
    failed: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found and nothing failed."""
        return not self.findings and not self.failed
