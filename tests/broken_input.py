"""Broken messages, each with what is said about it: one table for every way in."""

import json
from typing import Any, NamedTuple

from tests.builders import a_line


class Broken(NamedTuple):
    """`field` is None when the whole of it cannot be read."""

    name: str
    raw: bytes
    said: str
    field: str | None = None


def line(**more: Any) -> bytes:
    return json.dumps(a_line() | more, ensure_ascii=True).encode()


def without(field: str) -> bytes:
    return json.dumps({name: value for name, value in a_line().items() if name != field}).encode()


DEEP = 100_000
BROKEN = [
    Broken("not JSON", b"hello", "not readable as JSON (character 1)"),
    Broken("cut off", b'{"message_id": "m-1", "te', "not readable as JSON (character 23)"),
    Broken("something after it", line() + b" x", "not readable as JSON"),
    Broken("a list", b"[1]", "not a JSON object"),
    Broken("a bare text", b'"text"', "not a JSON object"),
    Broken("null", b"null", "not a JSON object"),
    Broken("NaN", b'{"message_id": NaN}', "not readable as JSON"),
    Broken("a number of 5,000 digits", b'{"revision": ' + b"9" * 5_000 + b"}", "not readable as JSON"),
    Broken("deep nesting", b'{"a":' * DEEP + b"1" + b"}" * DEEP, "nested too deeply"),
    Broken("deep nesting of lists", b"[" * DEEP + b"]" * DEEP, "nested too deeply"),
    Broken("Shift_JIS", '{"text": "電話"}'.encode("shift_jis"), "not readable as UTF-8 (byte 11)"),
    Broken("UTF-16", '{"text": "x"}'.encode("utf-16"), "not readable as UTF-8 (byte 1)"),
    Broken("a key twice", b'{"text": "a", "text": "b"}', "text is given twice", "text"),
    Broken("no message_id", without("message_id"), "message_id is missing", "message_id"),
    Broken("no conversation_id", without("conversation_id"), "conversation_id is missing", "conversation_id"),
    Broken("no sender_id", without("sender_id"), "sender_id is missing", "sender_id"),
    Broken("no text", without("text"), "text is missing", "text"),
    Broken("text is null", line(text=None), "text is missing", "text"),
    Broken("text is a number", line(text=1), "text must be a string", "text"),
    Broken("text is a list", line(text=["a"]), "text must be a string", "text"),
    Broken("1 MB of text", line(text="あ" * 340_000), "text is too long (limit 100000)", "text"),
    Broken("an id is a number", line(message_id=7), "message_id must be a string", "message_id"),
    Broken("an empty id", line(message_id=""), "message_id is empty", "message_id"),
    Broken("a long id", line(sender_id="u" * 201), "sender_id is too long (limit 200)", "sender_id"),
    Broken("NUL in an id", line(message_id="m\0"), "message_id holds control or other unusable", "message_id"),
    Broken("half a pair in an id", line(message_id="m\ud800"), "message_id holds control or", "message_id"),
    Broken("a newline in an id", line(conversation_id="c\n1"), "conversation_id holds control", "conversation_id"),
    Broken("an unknown role", line(sender_role="boss"), "sender_role must be one of client, free", "sender_role"),
    Broken("a role is a number", line(sender_role=1), "sender_role must be a string", "sender_role"),
    Broken("no time", line(sent_at="yesterday"), "sent_at must be an ISO 8601 time", "sent_at"),
    Broken("a time is a number", line(sent_at=5), "sent_at must be a string", "sent_at"),
    Broken("a time out of range", line(sent_at="0001-01-01T00:00:00+14:00"), "sent_at must be an ISO", "sent_at"),
    Broken("a time without offset", line(sent_at="2026-11-22T10:00:00"), "sent_at has no offset", "sent_at"),
    Broken("revision is a text", line(revision="2"), "revision must be a whole number", "revision"),
    Broken("revision is true", line(revision=True), "revision must be a whole number", "revision"),
    Broken("revision is 1.5", line(revision=1.5), "revision must be a whole number", "revision"),
    Broken("revision is endless", b'{"revision": 1e999,' + line()[1:], "revision must be a whole", "revision"),
    Broken("revision is 0", line(revision=0), "revision must be from 1 to 2147483647", "revision"),
    Broken("revision is huge", line(revision=2**40), "revision must be from 1 to 2147483647", "revision"),
    Broken("attachments is an object", line(attachments={}), "attachments must be a list", "attachments"),
    Broken("an attachment is a text", line(attachments=["a"]), "attachments[0] must be an object", "attachments[0]"),
    Broken(
        "an attachment has no name",
        line(attachments=[{"name": "a"}, {"size": 1}]),
        "attachments[1].name is missing",
        "attachments[1].name",
    ),
    Broken(
        "an attachment's size is negative",
        line(attachments=[{"name": "a", "size": -1}]),
        "attachments[0].size must be from 0",
        "attachments[0].size",
    ),
    Broken("51 attachments", line(attachments=[{"name": "a"}] * 51), "attachments is too long", "attachments"),
]

UNUSUAL = {
    "an empty text": a_line(""),
    "NUL in the text": a_line("a\0b"),
    "half a surrogate pair": a_line("絵文字\ud83d"),
    "a pair that is escaped": a_line("👍"),
    "right to left marks": a_line("\u202e5678-4321-090"),
    "100,000 characters": a_line("あ" * 100_000),
    "a million combining marks would be too many, a thousand are not": a_line("e" + "\u0301" * 1_000),
    "optional fields are null": a_line(
        contract_id=None, sender_role=None, sent_at=None, revision=None, attachments=None
    ),
    "fields nobody knows": a_line(channel="x", priority=3),
    "a whole number with a point": a_line(revision=2.0),
    "a leap of time zones": a_line(sent_at="2026-11-22T10:00:00Z"),
    "an attachment with all its fields": a_line(
        attachments=[{"name": "a.txt", "media_type": "text/plain", "size": 3, "text": "abc"}]
    ),
}
"""Nothing is wrong with these: each gets a verdict."""
