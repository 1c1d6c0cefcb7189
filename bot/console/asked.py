"""What a visitor of the start page asks: read from the address and the form, with every mistake named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from bot.console.examples import EXAMPLES, example_named, example_with
from bot.console.pages import form_of
from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import BadInput, TooLarge
from bot.domain.wording import Language

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.console.examples import Example
    from bot.domain.wording import Wording

Word = TypeVar("Word", WorkStyle, State)

LONGEST = 20_000
"""Characters that can be tried at once."""

BODY_LIMIT = 12 * LONGEST
"""Bytes of a form: a character outside the BMP is four bytes, each sent as %XX."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A message or thread to try, where the contract stands, and the language of the answer."""

    language: Language = Language.JA
    text: str = field(default="", repr=False)
    work_style: WorkStyle = WorkStyle.PROJECT
    state: State = State.NEGOTIATING
    example: str | None = None


def language_of(request: Request) -> Language:
    """The language that `?lang=` names; Japanese without it."""
    said = request.query_params.get("lang")
    return Language.EN if said == Language.EN else Language.JA


async def asked_by(request: Request, wording: Wording) -> Asked:
    """What a form asks, or an example's link; without either, the first example.

    Raises:
        BadInput: the form is too large, not UTF-8, or names a work style or state that does not exist.
    """
    language = language_of(request)
    if request.method != "POST":
        return _of_example(example_named(request.query_params.get("example")) or EXAMPLES[0], wording, language)
    form = await form_of(request, BODY_LIMIT)
    text = form.get("text", "").replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise TooLarge("too_long", "text", limit=LONGEST)
    asked = Asked(
        language=language,
        text=text,
        work_style=_word(WorkStyle, form, "work_style", WorkStyle.PROJECT),
        state=_word(State, form, "state", State.NEGOTIATING),
    )
    same = example_with(text, wording)
    return replace(asked, text=same.text(wording, language), example=same.key) if same else asked


def _of_example(example: Example, wording: Wording, language: Language) -> Asked:
    return Asked(language, example.text(wording, language), example.work_style, example.state, example.key)


def _word(words: type[Word], form: dict[str, str], name: str, default: Word) -> Word:
    try:
        return words(form.get(name, default))
    except ValueError:
        raise BadInput("unknown_word", name, words=", ".join(words)) from None
