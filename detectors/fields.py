r"""Names whose parts stand in the fields of a record that also says how to join them.

Catches yaml and json as {"prefix": "live", "sep": ":", "id": "hollis.dub"} and "account:\n  - yukimi\n  - pix\njoin_with: _", with a
host an address. Leaves records that tell of no sign between parts, and settings of one part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detectors.normalise import Passage

_SIGN = re.compile(
    r"(?<![a-z])(?:join(?:er|ed)?(?:[_ -]?(?:with|by|sign))?|sep(?:arator)?|glue|delim(?:iter)?|joint|connector|link(?:er)?|between)[\"']?\s?[:=]\s?[\"']?(?P<sign>[._:~-]|underscore|underbar|dot|period|hyphen|dash|colon)[\"']?(?=\s*[\n,;}]|\s*$)"
)
_SIGNS = {"underscore": "_", "underbar": "_", "dot": ".", "period": ".", "hyphen": "-", "dash": "-", "colon": ":"}
_FIELD = re.compile(
    r"(?:^|[\n{,;])[ \t]*(?:-[ \t]+|[\"']?(?P<key>[A-Za-z][A-Za-z_\d-]*)[\"']?\s?[:=]\s?)[\"']?(?P<value>[A-Za-z\d][A-Za-z\d._-]*)[\"']?(?=[ \t]*(?:[\n,;}\]]|$))"
)
_LISTED = re.compile(r"\[\s?(?P<values>[\"']?[A-Za-z\d._-]+[\"']?(?:\s?,\s?[\"']?[A-Za-z\d._-]+[\"']?)+)\s?\]")
_VALUE = re.compile(r"[A-Za-z\d._-]+")
#: Fields that are no part of the name: the service, where it is, what the record is.
_NO_PART = re.compile(
    r"(?i)(?:service|proto(?:col)?|app|platform|type|kind|network|channel|via|tool|lang\w*|version|name_of.*|sep\w*|join\w*|glue|delim\w*|joint|connector|link\w*|between)"
)
_HOST = re.compile(r"(?i)(?:host|domain|server|at|provider)")
_FEWEST, _MOST = 2, 5


def fielded(passage: Passage) -> Passage | None:
    """The parts of a name in fields, joined by the sign that another field tells."""
    told = _SIGN.search(passage.low)
    if told is None:
        return None
    parts: list[tuple[int, int]] = []
    host = ""
    for match in _FIELD.finditer(passage.text):
        key = match["key"] or ""
        if _HOST.fullmatch(key):
            host = match["value"]
        elif not _NO_PART.fullmatch(key):
            parts.append(match.span("value"))
    for listed in _LISTED.finditer(passage.text):
        parts += [(listed.start() + m.start(), listed.start() + m.end()) for m in _VALUE.finditer(listed[0])]
    if not _FEWEST <= len(parts) <= _MOST:
        return None
    parts.sort()
    sign = _SIGNS.get(told["sign"], told["sign"])
    name = sign.join([passage.text[start:end] for start, end in parts]) + (f"@{host}" if "." in host else "")
    start, end = parts[0][0], parts[-1][1]
    return passage.rewritten([(start, end, f" id: {name}\n")])
