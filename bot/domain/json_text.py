"""JSON as it arrives from outside: bytes to an object, or a refusal that says what is wrong with them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from bot.domain.errors import BadInput


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are said once: two readers of a doubled key could read two messages."""
    read = dict(pairs)
    if len(read) != len(pairs):
        (key, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise BadInput("duplicate_key", key[:100])
    return read


def _no_constant(_: str) -> None:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise BadInput("not_readable")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)


def object_from(raw: bytes) -> dict[str, Any]:
    """The JSON object that `raw` spells in UTF-8.

    Raises:
        BadInput: not UTF-8, not JSON, nested too deeply, a key twice, no object.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise BadInput("not_utf8", at=error.start + 1) from None
    try:
        read = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise BadInput("not_json", at=error.pos + 1) from None
    except RecursionError:
        raise BadInput("too_deep") from None
    except ValueError:  # an integer of thousands of digits
        raise BadInput("not_readable") from None
    if not isinstance(read, dict):
        raise BadInput("not_an_object_at_all")
    return read


def text_of(document: dict[str, Any]) -> str:
    """`document` as one line of JSON. What UTF-8 cannot carry (half a surrogate pair) is escaped."""
    line = _PLAIN.encode(document)
    try:
        line.encode()
    except UnicodeEncodeError:
        return _ESCAPED.encode(document)
    return line


def spelled(text: str) -> bytes:
    """A text as JSON in UTF-8, quoted."""
    try:
        return _QUOTED(text).encode()
    except UnicodeEncodeError:
        return _ESCAPED.encode(text).encode()


_QUOTED = json.encoder.encode_basestring
_PLAIN = json.JSONEncoder(ensure_ascii=False)
_ESCAPED = json.JSONEncoder(ensure_ascii=True)
