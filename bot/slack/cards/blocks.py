"""The pieces cards are made of, each within Slack's limits, and the text of members made harmless.

What a member wrote goes into rich text or plain text, which Slack shows as it is: no mention, no link, no formatting.
Our own sentences are mrkdwn, with what fills their gaps `escaped`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Block = dict[str, Any]
Stretch = tuple[str, bool]
"""A stretch of text, and whether it is marked."""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
SECTION = 3000
FIELD = 2000
FIELDS = 10
HEADER = 150
BUTTON = 75
OPTION = 75
VALUE = 2000
TITLE = 24
PLACEHOLDER = 150

QUOTE = 2500
"""What is shown of one message; with all around it a posted card stays under the 12,000 characters that
chat.postMessage takes (undocumented: slackapi/bolt-js, issues 2509 and 2867)."""

PIECES = 40
"""Stretches of one quotation; what comes after is not marked any more, since each costs room."""

NEAR = 300
"""What is kept on each side of a mark when a message is too long to show."""

ELLIPSIS = "…"
NOTHING = "–"

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_LONE = re.compile(r"[\ud800-\udfff]")


def width(text: str) -> int:
    """Characters as Slack counts them at worst: an emoji beyond the first plane is two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def clean(text: str) -> str:
    """The text without control characters and without those that turn its direction, which could fake what is read."""
    return _LONE.sub("\ufffd", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(text: str, limit: int = 80) -> str:
    """A name or id in one short line."""
    return cut(" ".join(clean(text).split()), limit) or NOTHING


def who(member_id: str | None, people: Mapping[str, str] | None) -> str:
    """A person by name, or by id where nobody told the name."""
    return one_line((people or {}).get(member_id, member_id)) if member_id else NOTHING


def cut(text: str, limit: int) -> str:
    """The text if it is short enough, otherwise its beginning and an ellipsis."""
    if width(text) <= limit:
        return text
    room, kept = limit - len(ELLIPSIS), 0
    for place, letter in enumerate(text):
        kept += width(letter)
        if kept > room:
            return text[:place] + ELLIPSIS
    return text  # pragma: no cover (a text wider than the limit was cut above)


def escaped(text: str) -> str:
    """The text for a gap in a mrkdwn sentence: what begins a mention, a link or an entity is spelled out."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str, limit: int) -> Block:
    """A text object that Slack shows as it is. It may not be empty."""
    shown = clean(text)
    return {"type": "plain_text", "text": cut(shown, limit) if shown.strip() else NOTHING, "emoji": False}


def mrkdwn(text: str, limit: int = SECTION) -> Block:
    """A text object of our own words; verbatim, so that nothing in it becomes a link or mention by itself."""
    is_whole = width(text) <= limit
    shown = text if is_whole else re.sub(r"&[a-z]*…$", ELLIPSIS, cut(text, limit))
    return {"type": "mrkdwn", "text": shown if text.strip() else NOTHING, "verbatim": True}


def header(text: str) -> Block:
    """A line in large letters."""
    return {"type": "header", "text": plain(text, HEADER)}


def section(text: str, accessory: Block | None = None) -> Block:
    """A paragraph of ours."""
    return {"type": "section", "text": mrkdwn(text)} | ({"accessory": accessory} if accessory else {})


def paragraph(text: str, limit: int = SECTION) -> Block:
    """A paragraph that may quote a member."""
    return {"type": "section", "text": plain(text, limit)}


def facts(*pairs: tuple[str, str]) -> Block:
    """Up to ten names with what they are, in two columns."""
    fields = [mrkdwn(f"*{escaped(name)}*\n{escaped(cut(said, 300)) or NOTHING}", FIELD) for name, said in pairs]
    return {"type": "section", "fields": fields[:FIELDS]}


def context(*texts: str) -> Block:
    """Small print: up to ten of our own texts."""
    return {"type": "context", "elements": [mrkdwn(text, FIELD) for text in texts[:10]]}


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def actions(*buttons: Block) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def button(label: str, action_id: str, value: str, style: str | None = None) -> Block:
    """A button; `style` is primary or danger.

    Raises:
        ValueError: the value is too long. It holds ids, which are never cut.
    """
    if width(value) > VALUE:
        raise ValueError(f"the value of {action_id} is too long")
    shown = {"type": "button", "text": plain(label, BUTTON), "action_id": action_id, "value": value}
    return shown | ({"style": style} if style else {})


def quote(stretches: Sequence[Stretch], limit: int = QUOTE) -> Block:
    """What somebody wrote, with the marked parts in code letters; a long one is shortened, its marks the last to go."""
    elements = [
        {"type": "text", "text": text} | ({"style": {"code": True}} if is_marked else {})
        for text, is_marked in shortened([(clean(text), is_marked) for text, is_marked in stretches], limit)
    ]
    shown = elements or [{"type": "text", "text": NOTHING}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": shown}]}


def shortened(stretches: Sequence[Stretch], limit: int) -> list[Stretch]:
    """The stretches within `limit` characters: what is far from a mark is left out first."""
    kept = [one for one in stretches if one[0]]
    if len(kept) > PIECES:
        kept = [*kept[: PIECES - 1], ("".join(text for text, _ in kept[PIECES - 1 :]), False)]
    if sum(width(text) for text, _ in kept) > limit and any(is_marked for _, is_marked in kept):
        kept = [one if one[1] else (_near(one[0], is_first=n == 0), False) for n, one in enumerate(kept)]
    short, room = [], limit
    for text, is_marked in kept:
        if room > 0:
            short.append((cut(text, room), is_marked))
            room -= width(text)
    return short


def _near(text: str, *, is_first: bool) -> str:
    """The two ends of an unmarked stretch; of the first, which has its mark behind it, less of the beginning."""
    head = NEAR // 3 if is_first else NEAR
    return text if len(text) <= head + NEAR else f"{text[:head]} {ELLIPSIS} {text[-NEAR:]}"


def bullets(lines: Iterable[Sequence[Stretch]], limit: int = QUOTE) -> Block:
    """A list of what may quote a member."""
    rows, room = [], limit
    for line in lines:
        row = shortened([(clean(text), is_marked) for text, is_marked in line], max(room, 1))
        room -= sum(width(text) for text, _ in row)
        shown = [{"type": "text", "text": text} | ({"style": {"code": True}} if marked else {}) for text, marked in row]
        rows.append({"type": "rich_text_section", "elements": shown or [{"type": "text", "text": NOTHING}]})
        if room <= 0:
            break
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": rows}]}


def fallback(blocks: Iterable[Block]) -> str:
    """What a notification says: the card's first line, which is ours and holds nothing that a member wrote."""
    for block in blocks:
        text: Block = block.get("text") or next(iter(block.get("elements", ())), {})
        if text.get("type") == "plain_text":
            return cut(escaped(text["text"]), HEADER)
        if text.get("type") == "mrkdwn":
            return str(mrkdwn(text["text"], HEADER)["text"])
    return NOTHING
