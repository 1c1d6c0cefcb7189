"""The answers of `/sekimori`: help, the contract of this channel, a link that was made, what was refused."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.told import moment
from bot.slack.cards import blocks as b

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.contracts import Contract
    from bot.domain.errors import Refusal
    from bot.domain.wording import Language, Wording
    from bot.slack.cards.blocks import Block


def help_card(*, is_moderator: bool, wording: Wording, language: Language) -> list[Block]:
    """What the bot does here, and for moderators what they can tell it."""
    say = partial(wording.say, language)
    shown = [b.section(say("slack.help.member"))]
    return [*shown, b.section(b.escaped(say("slack.help.moderator")))] if is_moderator else shown


def contract_card(contract: Contract | None, *, wording: Wording, language: Language) -> list[Block]:
    """The contract of a channel and how it stands; None where the channel is linked to none."""
    say = partial(wording.say, language)
    if contract is None:
        return [b.section(say("slack.contract.none"))]
    pairs = (
        (say("slack.fact.contract"), contract.contract_id),
        (say("slack.fact.style"), say(f"style.{contract.work_style.value}")),
        (say("slack.fact.state"), say(f"state.{contract.state.value}")),
    )
    return [b.header(say("slack.contract.title")), b.facts(*pairs)]


def linked_card(contract_id: str | None, *, wording: Wording, language: Language) -> list[Block]:
    """That a channel belongs to a contract now, or to none any more."""
    say = partial(wording.say, language)
    if contract_id is None:
        return [b.section(say("slack.contract.unlinked"))]
    return [b.section(say("slack.contract.linked", contract_id=b.escaped(b.one_line(contract_id, 200))))]


def refused_card(
    refusal: Refusal, *, wording: Wording, language: Language, people: Mapping[str, str] | None = None
) -> list[Block]:
    """Why something was not done, as every other interface says it; with people by name, times and states in words."""
    about = {gap: _spoken(gap, value, wording, language, people) for gap, value in refusal.about.items()}
    return [b.paragraph(wording.say(language, f"refusal.{refusal.word}", **about))]


def _spoken(gap: str, value: object, wording: Wording, language: Language, people: Mapping[str, str] | None) -> object:
    if isinstance(value, datetime):
        return moment(value, wording, language)
    if gap == "by":
        return b.who(str(value), people)
    if gap == "state":
        keys = (f"slack.request_state.{value}", f"slack.case_state.{value}")
        return next((wording.say(language, key) for key in keys if wording.knows(language, key)), value)
    return value
