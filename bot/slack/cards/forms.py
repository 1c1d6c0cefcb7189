"""Views with something to fill in: their inputs, what they remember, and how the answers are read again.

What a view remembers (`private_metadata`) and what a button carries (`value`) passes through the member's client. So it
is ids and the revision that was on the screen, never content; who may do it is asked again when it comes back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.errors import BadInput
from bot.slack.cards.blocks import OPTION, PLACEHOLDER, TITLE, VALUE, VIEW_BLOCKS, plain, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.slack.cards.blocks import Block

PURPOSE = "purpose"
PURPOSE_TEXT = "purpose_text"
CONSENT = "consent"
CATEGORY = "category"
REASON = "reason"
TEXT = "text"

INPUTS = (PURPOSE, PURPOSE_TEXT, CONSENT, CATEGORY, REASON, TEXT)
"""What can be filled in: block and action ids alike, and the keys of `answers_in`."""

LONGEST = 1000
"""Characters that somebody may write into one field."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a button or view is about, in the revision that was shown; None where there is no revision."""

    subject_id: str
    revision: int | None = None

    def __str__(self) -> str:
        """As it travels through Slack."""
        return json.dumps([self.subject_id, self.revision], ensure_ascii=False, separators=(",", ":"))


def seen_in(value: str | None) -> Seen:
    """What came back from Slack.

    Raises:
        BadInput: it is none of ours.
    """
    try:
        subject_id, revision = json.loads(value or "")
    except (ValueError, TypeError):
        raise BadInput("not_json", "value", at=1) from None
    if not isinstance(subject_id, str) or not (revision is None or type(revision) is int):
        raise BadInput("not_text", "value")
    return Seen(subject_id, revision)


def answers_in(view: Mapping[str, Any]) -> dict[str, str]:
    """What was filled into a submitted view, by input; "" for what was left empty. Of a tick, the value ticked."""
    answers = {}
    for inputs in view.get("state", {}).get("values", {}).values():
        for name, given in inputs.items():
            chosen = given.get("selected_option") or next(iter(given.get("selected_options") or ()), None)
            answers[name] = (chosen["value"] if chosen else given.get("value")) or ""
    return answers


def modal(title: str, blocks: Sequence[Block], *, close: str, **more: Any) -> Block:
    """A modal; `more` may be `submit`, `callback_id` and `private_metadata`.

    Raises:
        ValueError: what it remembers is too long. It holds ids, which are never cut.
    """
    if width(more.get("private_metadata", "")) > VALUE:
        raise ValueError("a view remembers too much")
    if "submit" in more:
        more["submit"] = plain(more["submit"], TITLE)
    shown = list(blocks)[:VIEW_BLOCKS]
    return {"type": "modal", "title": plain(title, TITLE), "close": plain(close, TITLE), "blocks": shown, **more}


def field(name: str, label: str, *, hint: str = "", is_optional: bool = False) -> Block:
    """A field for several lines."""
    element = {"type": "plain_text_input", "action_id": name, "multiline": True, "max_length": LONGEST}
    return _input(name, label, element, hint, is_optional=is_optional)


def select(name: str, label: str, options: Mapping[str, str], placeholder: str) -> Block:
    """A choice of one; `options` are the texts by value."""
    element = {
        "type": "static_select",
        "action_id": name,
        "placeholder": plain(placeholder, PLACEHOLDER),
        "options": [{"text": plain(text, OPTION), "value": value} for value, text in options.items()],
    }
    return _input(name, label, element)


def tick(name: str, label: str, text: str, value: str) -> Block:
    """A box that must be ticked."""
    element = {"type": "checkboxes", "action_id": name, "options": [{"text": plain(text, OPTION), "value": value}]}
    return _input(name, label, element)


def _input(name: str, label: str, element: Block, hint: str = "", *, is_optional: bool = False) -> Block:
    shown = {"type": "input", "block_id": name, "label": plain(label, VALUE), "element": element}
    return shown | {"optional": is_optional} | ({"hint": plain(hint, VALUE)} if hint else {})
