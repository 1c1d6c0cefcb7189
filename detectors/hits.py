"""What one detector found in one reading of a text, before the readings are put together."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from detectors.findings import Kind, SpeechAct

#: A stable name for what fired → the reason a person is given, in English. `{service}` is the kind's name.
RULES = {
    "phone.number": "a phone number that can be dialled",
    "phone.labelled": "a number introduced as a phone number",
    "phone.disguised": "a phone number written to be overlooked",
    "phone.pieced": "the digits of this text put together, as it asks, are a phone number",
    "email.address": "an e-mail address",
    "email.disguised": "an e-mail address written to be overlooked",
    "email.pieced": "the parts of an e-mail address, named apart",
    "link.invite": "an invitation or profile link of {service}",
    "link.contact": "a page for getting in touch",
    "handle.after_cue": "a handle beside a {service} cue",
    "handle.sought": "a name that someone is told to search for or add",
    "handle.form": "a name in a form only {service} uses",
    "handle.answer": "a handle that answers a request for it",
    "conversation.pieces": "parts sent in several messages make a contact",
    "conversation.revised": "a contact shown before, as this message changes it, chooses it or points at it",
    "solicitation.words": "asks for a contact, offers one or proposes to talk elsewhere",
    "solicitation.model": "worded like a proposal to talk elsewhere",
    "direct_deal.words": "proposes to deal, to be paid or to meet outside the platform",
    "direct_deal.model": "worded like a proposal to deal outside the platform",
    "personal_details.words": "asks for or gives a real name, an address or an employer",
    "personal_details.model": "worded like a request for personal details",
}

#: How a service is named in a reason.
SERVICE_NAMES = {
    "line": "LINE",
    "slack": "Slack",
    "skype": "Skype",
    "chatwork": "Chatwork",
    "discord": "Discord",
    "telegram": "Telegram",
    "whatsapp": "WhatsApp",
    "wechat": "WeChat",
    "kakao": "KakaoTalk",
    "zoom": "a meeting service",
    "instagram": "Instagram",
    "x": "X",
    "facebook": "Facebook",
    "other": "another service",
}


class Hit(NamedTuple):
    """A candidate that survived validation. `ranges` point into the passage it was found in."""

    kind: Kind
    value: str
    ranges: tuple[tuple[int, int], ...]
    confidence: float
    rule: str
    act: SpeechAct | None = None

    def __repr__(self) -> str:
        return f"Hit({self.kind}, {self.rule}, {self.ranges})"

    @property
    def start(self) -> int:
        """Where its first range starts."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where its last range ends."""
        return self.ranges[-1][1]


@functools.cache
def because(rule: str, kind: Kind) -> str:
    """The reason for a person, in English."""
    return RULES[rule].format(service=SERVICE_NAMES.get(kind.value, kind.value))
