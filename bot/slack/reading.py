"""A message as Slack tells of it, as the guard reads one: plain text, and everything else that holds words."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.domain.messages import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINK = re.compile(r"<(?![@#!])([^<>|]+)(?:\|([^<>]*))?>")
MENTION = re.compile(r"<[@#!]([^<>|]+)(?:\|([^<>]*))?>")
SCHEME = re.compile(r"^(?:mailto|tel):")

NEW = frozenset({None, "file_share", "thread_broadcast", "me_message", "bot_message", "thread_reply"})
"""Subtypes of messages somebody wrote; others tell of people who come and go."""

WORDS = frozenset(
    {"text", "fallback", "pretext", "title", "title_link", "value", "url", "alt_text", "name", "footer", "author_name"}
)
"""Where words stand in blocks and attachments."""


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote, and when it was edited last (empty for never)."""

    ts: str
    user: str
    text: str = field(repr=False)
    attachments: tuple[Attachment, ...] = ()
    files: tuple[str, ...] = ()
    edited_ts: str = ""


def written_in(event: Mapping[str, Any]) -> Written | None:
    """The message an event tells of, in its present text; None for an event that tells of none."""
    if event.get("subtype") == "message_changed":
        event = event.get("message") or {}
    if event.get("subtype") not in NEW or not event.get("ts"):
        return None
    user = event.get("user") or event.get("bot_id") or ""
    text = plain(str(event.get("text") or ""))
    files = [one for one in event.get("files") or () if isinstance(one, dict)]
    return Written(
        ts=str(event["ts"]),
        user=str(user),
        text=text,
        attachments=tuple(_attached(event, text, files)),
        files=tuple(str(one["id"]) for one in files if one.get("id")),
        edited_ts=str((event.get("edited") or {}).get("ts", "")),
    )


def plain(text: str) -> str:
    """Slack's markup as it was typed: links by their label, and by their address where that says something else."""
    text = MENTION.sub(lambda found: found[2] or "@…", text)
    return html.unescape(LINK.sub(_link, text))


def _link(found: re.Match[str]) -> str:
    address, label = SCHEME.sub("", found[1]), found[2]
    if not label:
        return address
    bare = address.partition("://")[2] or address
    return label if bare.rstrip("/") in label or address in label else f"{label} {address}"


def _attached(event: Mapping[str, Any], text: str, files: list[dict[str, Any]]) -> Iterator[Attachment]:
    for one in files:
        name = str(one.get("name") or one.get("title") or "file")
        size = one.get("size")
        said = " ".join(str(one.get(part) or "") for part in ("title", "preview", "plain_text"))
        yield Attachment(name, one.get("mimetype"), size if isinstance(size, int) else None, plain(said).strip())
    for part in ("blocks", "attachments"):
        said = "\n".join(dict.fromkeys(one for one in map(plain, _words(event.get(part))) if one not in text))
        if said:
            yield Attachment(part, None, None, said)


def _words(thing: Any) -> Iterator[str]:
    """Every string in blocks and attachments that people see; rich text comes in pieces of one line."""
    if isinstance(thing, list):
        texts = [str(one["text"]) for one in thing if isinstance(one, dict) and isinstance(one.get("text"), str)]
        if len(texts) > 1:
            yield "".join(texts)
        for one in thing:
            yield from _words(one)
    elif isinstance(thing, dict):
        for key, value in thing.items():
            if isinstance(value, str):
                if key in WORDS and value.strip():
                    yield value
            else:
                yield from _words(value)
