"""The recent part of a conversation, as evidence for the message being decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.contracts import Contract, State, WorkStyle
from detectors import Kind, Utterance

if TYPE_CHECKING:
    from bot.domain.grants import Grant
    from bot.domain.messages import Message

WINDOW = 20
"""How many earlier messages are evidence."""

WINDOW_AGE = timedelta(hours=24)
"""How old evidence may be."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier message, in its newest revision. `at` is None where the marketplace gave no time."""

    utterance: Utterance
    revision: int = 1
    at: datetime | None = None
    delivered: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for a message besides its words: the contract, the sender's grants, what the other side already saw.

    `granted` are contacts of the sender, by kind and canonical value, that may be sent in this contract. `shown` are
    ids of the sender's earlier messages that were delivered.
    """

    work_style: WorkStyle = WorkStyle.PROJECT
    state: State = State.UNKNOWN
    granted: frozenset[tuple[Kind, str]] = field(default=frozenset(), repr=False)
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Conversation:
    """The recent messages of one conversation, oldest first, and its contract if it has one."""

    earlier: tuple[Earlier, ...] = ()
    contract: Contract | None = None
    grants: tuple[Grant, ...] = ()
    """Those that hold for anybody in it."""

    def window(self, message: Message, at: datetime | None) -> tuple[Earlier, ...]:
        """The last 20 other messages within 24 hours before `at`; without times, age does not count."""
        oldest, message_id = at - WINDOW_AGE if at else None, message.message_id
        window = [
            one
            for one in self.earlier
            if one.utterance.message_id != message_id and not (oldest and one.at and one.at < oldest)
        ]
        return tuple(window[-WINDOW:])

    def standing(self, message: Message, window: tuple[Earlier, ...]) -> Standing:
        """What holds for `message`, given the part of the conversation that counts."""
        contract, sender_id = self.contract, message.sender_id
        return Standing(
            work_style=contract.work_style if contract else WorkStyle.PROJECT,
            state=contract.state if contract else State.UNKNOWN,
            granted=frozenset(
                [(one.contact.kind, one.contact.value) for one in self.grants if one.member_id == sender_id]
            ),
            shown=frozenset(
                [one.utterance.message_id for one in window if one.delivered and one.utterance.sender == sender_id]
            ),
        )

    def with_message(self, message: Message, at: datetime | None, *, delivered: bool) -> Conversation:
        """The conversation after `message`."""
        utterance = Utterance(message.message_id, message.sender_id, message.text)
        return self.with_earlier(Earlier(utterance, message.revision, at, delivered))

    def with_earlier(self, now: Earlier) -> Conversation:
        """The conversation after one more message. A newer revision takes the older one's place, an older one none.

        One more message than the window holds is kept, since an edit does not count itself.
        """
        message_id, earlier = now.utterance.message_id, (*self.earlier[-WINDOW:], now)
        for place, one in enumerate(self.earlier):
            if one.utterance.message_id == message_id:
                if one.revision > now.revision:
                    return self
                earlier = (*self.earlier[:place], now, *self.earlier[place + 1 :])
                break
        return Conversation(earlier, self.contract, self.grants)
