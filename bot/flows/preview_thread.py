"""What the guard would say, message by message, without recording anything: for a start page, a terminal, a test."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.reading import read
from bot.domain.threads import Conversation
from bot.policy.decide import decide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.contracts import State, WorkStyle
    from bot.domain.messages import Message
    from bot.domain.verdicts import Verdict
    from bot.policy.rulebook import Rulebook


def preview_thread(
    messages: Iterable[Message], work_style: WorkStyle, state: State, rulebook: Rulebook
) -> list[Verdict]:
    """A verdict for each message of one conversation, oldest first, under a contract that stands so."""
    conversation, verdicts = Conversation(), []
    for message in messages:
        window = conversation.window(message, message.sent_at)
        seen = read(message, [one.utterance for one in window], rulebook.words)
        standing = replace(conversation.standing(message, window), work_style=work_style, state=state)
        verdict = decide(message, seen, standing, rulebook)
        verdicts.append(verdict)
        conversation = conversation.with_message(message, message.sent_at, delivered=verdict.ruling.is_delivered)
    return verdicts
