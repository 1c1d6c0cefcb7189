"""Messages to begin with. Their words stand in config/wording.*.toml under `start.example`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.contracts import State, WorkStyle
from bot.domain.wording import Language

if TYPE_CHECKING:
    from bot.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Example:
    """A message or thread by its key, with the contract it is tried under."""

    key: str
    work_style: WorkStyle = WorkStyle.PROJECT
    state: State = State.NEGOTIATING

    def label(self, wording: Wording, language: Language) -> str:
        """What the example shows, in a few words."""
        return wording.say(language, f"start.example.{self.key}.label")

    def text(self, wording: Wording, language: Language) -> str:
        """The message or thread itself."""
        return wording.say(language, f"start.example.{self.key}.text").rstrip("\n")


EXAMPLES = (
    Example("line"),
    Example("disguise"),
    Example("pieces"),
    Example("refusal"),
    Example("mention"),
    Example("price"),
    Example("escrowed", state=State.ESCROWED),
    Example("deliverable", state=State.ESCROWED),
)


def example_named(key: str | None) -> Example | None:
    """The example with that key."""
    return next((example for example in EXAMPLES if example.key == key), None)


def example_with(text: str, wording: Wording) -> Example | None:
    """The example whose text, in any language, is exactly `text`."""
    return next((one for one in EXAMPLES if any(one.text(wording, said) == text for said in Language)), None)
