"""One field of an object from outside: the value in the type that is asked for, or a refusal that names it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from bot.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

Word = TypeVar("Word", bound="StrEnum")

ID_LENGTH = 200
"""Characters of an id."""

UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What an id may not hold: no database column and no log line could carry it."""

LARGEST = 2**31 - 1
YEARS = range(1970, 9999)


def id_in(document: Mapping[str, Any], name: str, path: str = "") -> str:
    """A required id: 1 to 200 characters, none of them a control character."""
    found = optional_id_in(document, name, path)
    if found is None:
        raise BadInput("missing", path + name)
    return found


def optional_id_in(document: Mapping[str, Any], name: str, path: str = "") -> str | None:
    """An id, or None where it is left out or null."""
    value = document.get(name)
    if value is None:
        return None
    if type(value) is not str:
        raise BadInput("not_text", path + name)
    if not value:
        raise BadInput("empty", path + name)
    if len(value) > ID_LENGTH:
        raise BadInput("too_long", path + name, limit=ID_LENGTH)
    if not value.isprintable() and UNUSABLE.search(value):
        raise BadInput("control_characters", path + name)
    return value


def text_in(document: Mapping[str, Any], name: str, limit: int, path: str = "") -> str:
    """A required text of at most `limit` characters, any characters at all."""
    value = document.get(name)
    if value is None:
        raise BadInput("missing", path + name)
    if type(value) is not str:
        raise BadInput("not_text", path + name)
    if len(value) > limit:
        raise BadInput("too_long", path + name, limit=limit)
    return value


def optional_text_in(document: Mapping[str, Any], name: str, limit: int, path: str = "") -> str | None:
    """A text of at most `limit` characters, or None where it is left out or null."""
    return None if document.get(name) is None else text_in(document, name, limit, path)


def word_in(document: Mapping[str, Any], name: str, words: type[Word], path: str = "") -> Word | None:
    """One of `words`, or None where it is left out or null."""
    value = document.get(name)
    if value is None:
        return None
    if type(value) is not str:
        raise BadInput("not_text", path + name)
    try:
        return words(value)
    except ValueError:
        raise BadInput("unknown_word", path + name, words=", ".join(words)) from None


def number_in(document: Mapping[str, Any], name: str, lowest: int, path: str = "") -> int | None:
    """A whole number from `lowest` to 2³¹−1, or None where it is left out or null. 2.0 is a whole number in JSON."""
    value = document.get(name)
    if value is None:
        return None
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int:
        raise BadInput("not_a_whole_number", path + name)
    if not lowest <= value <= LARGEST:
        raise BadInput("out_of_range", path + name, lowest=lowest, highest=LARGEST)
    return value


def time_in(document: Mapping[str, Any], name: str, path: str = "") -> datetime | None:
    """A time with its offset from UTC, or None where it is left out or null."""
    value = document.get(name)
    if value is None:
        return None
    if type(value) is not str:
        raise BadInput("not_text", path + name)
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        raise BadInput("not_a_time", path + name) from None
    if read.year not in YEARS:  # a day may be added or taken away without leaving the calendar
        raise BadInput("not_a_time", path + name)
    if read.tzinfo is None:
        raise BadInput("no_offset", path + name)
    return read


def objects_in(document: Mapping[str, Any], name: str, limit: int) -> list[Mapping[str, Any]]:
    """At most `limit` objects; none where it is left out or null."""
    value = document.get(name)
    if value is None:
        return []
    if type(value) is not list:
        raise BadInput("not_a_list", name)
    if len(value) > limit:
        raise BadInput("too_long", name, limit=limit)
    for number, one in enumerate(value):
        if type(one) is not dict:
            raise BadInput("not_an_object", f"{name}[{number}]")
    return value


def object_in(document: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    """An object, or None where it is left out or null."""
    value = document.get(name)
    if value is not None and type(value) is not dict:
        raise BadInput("not_an_object", name)
    return value
