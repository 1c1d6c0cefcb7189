"""Tokens that could be somebody's handle, and how much each looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from detectors.lexicon import ordinary, services
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.normalise import Passage

_TOKEN = re.compile(
    r"(?<![A-Za-z\d_.@/\\$%&=+#-])(?P<at>@?)(?P<name>(?:live:)?(?:\.cid\.)?[A-Za-z\d_](?:[A-Za-z\d_]|[.\-](?=[A-Za-z\d_])){1,30})(?P<tag>#\d{4})?",
)
_PASSWORD = fold_pattern(
    r"(?:pass ?(?:code|word|phrase)?|pw|パス(?:コード|ワード)?|暗証番号|合言葉)\s?(?:は|:|：|is|=|が)?\s?[「\"']?$"
)
_SECRET = fold_pattern(r"pass|pw|パス|暗証番号|合言葉")
#: Before a name with an @ that is somebody's, though words stand around it: or DM @quincydubs on X.
_CALLED = re.compile(r"(?<![a-z])(?:dm|message|msg|ping|follow|find|add|reach|try|i'm|i am|me|it's|or|and)\s$")
_LABEL = fold_pattern(services.LABEL)
_BEHIND = fold_pattern(services.BEHIND)
_PARTICLE = fold_pattern(services.PARTICLE)
_THING_BEFORE = fold_pattern(services.THING_BEFORE)
_THING_BEHIND = fold_pattern(services.THING_BEHIND)
_NUMERIC = regex.compile(r"v?\d+(?:[.\-:/]\d+)*[a-z%]{0,3}")
_URLISH = re.compile(r"(?:https?|ftp|hxxps?)://\S+|(?<![A-Za-z\d@])(?:www\.)\S+")
_CODE = regex.compile(
    r"(?:[a-z]+_)+id|id_[a-z]+|[A-Z]{1,5}-?\d+(?:-\d+)*[A-Z]{0,3}|[A-Z\d]+(?:[_-][A-Z\d]+)*|[a-z]+(?:[A-Z][a-z]+)+|\d{1,2}d\d{1,3}|\d+(?:px|pt|kb|mb|gb|x\d+|dpi|fps|k|p|h|d|w|m|s|am|pm|st|nd|rd|th)"
)


_JOINT = re.compile(r"[._-]")
#: 20-minute, 3-day-trial.
_QUANTITY = regex.compile(r"\d{1,4}(?:\.\d+)?(?:-[a-z]+)+")
_VERSION = regex.compile(r"v\d{1,3}")


@dataclass(frozen=True, slots=True)
class Token:
    """A possible handle. `strength` is 0 (an ordinary word) to 1 (formed like a handle); `explicit` is introduced as one."""

    value: str = field(repr=False)
    start: int
    end: int
    strength: float
    explicit: bool
    at: bool


#: From here on a token counts as formed like a handle.
STRONG = 0.9
_COMMON_ENDINGS = frozenset({"com", "jp", "net", "org", "so", "cn", "uk", "info", "gov", "edu"})


def strength(name: str) -> float:  # noqa: C901, PLR0911, PLR0912 - one form after another
    """How much a bare token is formed like a handle, 0 to 1, whatever stands around it."""
    low = name.lower()
    if low == name and name.isalpha():  # most tokens are words of a sentence
        return 0.0 if len(name) < 3 or ordinary.is_common(name) else 0.6 if len(name) >= 4 else 0.3
    if low.startswith("live:") or "#" in name:
        return 1.0
    if len(name) < 3 or _NUMERIC.fullmatch(low) or _QUANTITY.fullmatch(low):
        return 0.0
    stem, dot, ending = low.rpartition(".")
    if dot and (ending in ordinary.FILE_ENDINGS or stem in {"www", "http"}):
        return 0.0
    parts = _JOINT.split(low)
    if _CODE.fullmatch(name):
        return 0.2
    if all(part in ordinary.WORDS or part.isdigit() or len(part) < 2 for part in parts):
        return 0.2 if len(parts) > 1 else 0.0
    if parts[-1] in _COMMON_ENDINGS and "_" not in name and dot:
        return 0.2  # a site
    if (
        not any(len(part) >= 3 and part not in ordinary.WORDS for part in parts)
        and "_" not in name
        and not any(c.isdigit() for c in name)
    ):
        return 0.2
    joined = len(parts) > 1
    if joined and any([part in ordinary.ASSETS or _VERSION.fullmatch(part) for part in parts]):  # noqa: C419
        return 0.2
    if joined and low == name:
        return 1.0 if "_" in name or "." in name or len(parts) == 2 or any(c.isdigit() for c in name) else 0.8
    if any(c.isdigit() for c in name) and low == name:
        return 0.9
    if joined:
        return 0.5
    if low == name and len(name) >= 4:
        return 0.6
    return 0.3


def handle_tokens(passage: Passage, least: float = 0.0) -> list[Token]:
    """Possible handles of at least a strength, in order; parts of links and addresses are left out."""
    taken: set[int] = set()
    may_be_secret = bool(_SECRET.search(passage.low))
    for match in _URLISH.finditer(passage.text):
        taken.update(range(*match.span()))
    found: list[Token] = []
    for match in _TOKEN.finditer(passage.text):
        start, end = match.start(), match.end()
        if start in taken or passage.text[end : end + 1] == "@":
            continue
        name = match["name"].rstrip("-.") + (match["tag"] or "")
        end = match.start("name") + len(name)
        if (
            passage.text[end : end + 2].lstrip(".-")[:1].isalnum()
            and passage.text[end : end + 1] in ".-"
            and passage.text[end + 1 : end + 2].isascii()
        ):
            continue
        power = strength(name)
        called = bool(match["at"]) and _CALLED.search(passage.low, max(0, start - 12), start)
        if power == 0.6 and not called and _in_prose(passage.text, start, end):
            power = 0.2
        if power < least or (may_be_secret and _PASSWORD.search(passage.low, max(0, start - 16), start)):
            continue
        before = passage.low[max(0, start - 24) : match.start("name")]
        explicit = bool(match["at"]) or bool(_LABEL.search(before) and not _PART_OF_COLUMN.search(before))
        if power == 0.0 and not (
            explicit and len(name) >= 3 and not name.isdigit() and name.lower() not in ordinary.WORDS
        ):
            continue
        found.append(Token(name, start, end, power, explicit, bool(match["at"])))
    return found


#: The number of an item of a list, which folds to a figure and is none of the word behind: ②ライン.
_LIST_MARK = re.compile(r"[①-⑳⑴-⒇❶-❿➀-➓]")


def without_list_marks(passage: Passage) -> tuple[str, str]:
    """The text of a passage and what it folds to, with spaces for the marks of a list."""
    if not _LIST_MARK.search(passage.written):
        return passage.text, passage.low
    text, low = list(passage.text), list(passage.low)
    for at in range(len(text)):
        if _LIST_MARK.match(passage.written, passage.span_as_written(at, at + 1).start):
            text[at] = low[at] = " "
    return "".join(text), "".join(low)


def _in_prose(text: str, start: int, end: int) -> bool:
    """Whether Latin words stand directly around: then a plain word is prose."""
    before, behind = text[max(0, start - 8) : start].rstrip()[-1:], text[end : end + 8].lstrip(" ,;")[:1]
    return any(c.isascii() and c.isalpha() for c in (before, behind))


def is_noun(passage: Passage, token: Token) -> bool:
    """Whether a plain word goes on as a noun of a Japanese sentence: screenshot に書き込む, keywords は三つ."""
    return (
        token.strength < STRONG
        and not token.explicit
        and bool(_PARTICLE.match(passage.low, token.end))
        and not is_named_behind(passage, token)
    )


def is_of_a_thing(passage: Passage, token: Token) -> bool:
    """Whether the token is what a file, a bot, a figure of a story is called: 「ファイル名は omote_v4」, omote_v4 という素材."""
    low = passage.low
    return bool(
        _THING_BEFORE.search(low[max(0, token.start - 48) : token.start])
        or _THING_BEHIND.match(low, token.end)
        or (_is_column(token, low) and not is_named_behind(passage, token))
    )


#: The end of a column's name is no label of what follows it: user_id、display_name.
_PART_OF_COLUMN = re.compile(r"[a-z]_[a-z]+[\s、,]*$")
#: Words with underscores between: user_hash, slack_events.
_SNAKE = re.compile(r"(?<![\w.@])[a-z]+(?:_[a-z]+)+(?![\w.@])")
_COLUMNS = fold_pattern(services.COLUMNS)


def _is_column(token: Token, low: str) -> bool:
    """Whether the token is one of several columns or events that a text about a table names."""
    return (
        not token.explicit
        and bool(_SNAKE.fullmatch(token.value))
        and len(_SNAKE.findall(low)) > 1
        and bool(_COLUMNS.search(low))
    )


def is_named_behind(passage: Passage, token: Token) -> bool:
    """Whether what follows treats the token as a handle: 「… を追加」, "… です"."""
    return bool(_BEHIND.search(passage.low[token.end : token.end + 14]))
