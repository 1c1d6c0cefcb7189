"""Names in a form that says what they are, whatever stands beside them.

Catches LINE_ID_is_rinrin_art22.png and insta_wa_kuri.ceramics_desu.png (a handle in the name of a file), @linden:matrix.example,
SW-4827-1936-5074, ミーティングID 123 4567 8901, Y-U-I dot K-O-T-O. Leaves line_icon_v2.png, insta_ad_wa_final.png, "a 123-4567".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from detectors.contacts.handles import STRONG, handle_tokens
from detectors.findings import Kind
from detectors.hits import Hit
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.normalise import Passage

_FILE = r"(?:png|jpe?g|gif|webp|pdf|zip|docx?|xlsx?|txt|mp[34]|wav|mov|psd|ai)"
#: A handle in the name of a file: LINE_ID_is_rinrin_art22.png.
_IN_FILE_NAME = regex.compile(
    r"(?i)(?<![a-z\d])(?P<service>line|skype|discord|slack|telegram|insta(?:gram)?|chatwork|kakao|twitter|wechat|whatsapp)"
    r"(?:[_-](?:no[_-])?(?:id|aidii?|namae)[_-](?:(?:is|wa|ha)[_-])?|[_-](?:find|add)[_-]me[_-](?:as[_-]|at[_-])?|[_-](?:wa|ha)[_-](?=[^\s.]*(?:\.[^\s.]+)?[_-]desu\.))"
    rf"(?P<name>[a-z\d][a-z\d._-]{{2,30}}?)(?:[_-](?:desu|dayo))?\.{_FILE}(?![a-z\d])"
)
_SERVICES = {"insta": Kind.INSTAGRAM, "twitter": Kind.X}
#: Names with their server, and a friend code of a game: @linden:matrix.example, @yama@mstdn.example, SW-4827-1936-5074.
_FORMS = regex.compile(
    r"(?<![A-Za-z\d@/.])(?:@[A-Za-z\d._-]{2,40}[:@][A-Za-z\d-]+(?:\.[A-Za-z][A-Za-z\d-]+)+|SW-(?!0000)\d{4}-\d{4}-\d{4})(?![A-Za-z\d])"
)
_MEETING = fold_pattern(
    r"(?:(?<![a-z])id|番号|ミーティング|(?<![a-z])(?:zoom|meeting)(?: (?:number|no\.?))?|ズーム)\s?(?:は|:|：|is|→|=)?\s?(?P<number>\d{3}[ -]?\d{3,4}[ -]?\d{4})(?![\d-])"
)


def find_formed(passage: Passage) -> list[Hit]:
    """Names with their server, and friend codes; they count where the text has a service."""
    return [
        Hit(Kind.OTHER, match[0].lstrip("@"), (match.span(),), 0.9, "handle.form")
        for match in _FORMS.finditer(passage.text)
    ]


def find_in_file_names(passage: Passage) -> list[Hit]:
    """Handles in the names of files."""
    return [
        Hit(
            _SERVICES.get(service) or Kind(service),
            match["name"],
            (match.span("name"),),
            0.85,
            "handle.after_cue",
        )
        for match in _IN_FILE_NAME.finditer(passage.text)
        if (service := match["service"].lower())
    ]


def find_meetings(passage: Passage) -> list[Hit]:
    """The number of a meeting: ミーティングID 123 4567 8901."""
    return [
        Hit(Kind.ZOOM, regex.sub(r"\D", "", match["number"]), (match.span("number"),), 0.85, "handle.after_cue")
        for match in _MEETING.finditer(passage.low)
    ]


_TWO_PARTS = regex.compile(r"[a-z]{2,}[a-z\d]*(?:[._-][a-z]{2,}[a-z\d]*)+")


def find_spelled(passage: Passage) -> list[Hit]:
    """Handles spelled letter by letter, whatever the service: Y-U-I dot K-O-T-O."""
    hits: list[Hit] = []
    for token in handle_tokens(passage):
        span = passage.span_as_written(token.start, token.end)
        if (
            token.strength >= STRONG
            and span.end - span.start >= 1.7 * len(token.value)
            and _TWO_PARTS.fullmatch(token.value)
        ):
            hits.append(Hit(Kind.OTHER, token.value, ((token.start, token.end),), 0.7, "handle.sought"))
    return hits
