"""Undo disguises of single characters and keep the way back to the text as written.

A `Passage` holds the same text three times, character for character: `text` (width, compatibility forms, look-alikes and
invisible characters undone, case kept), `low` (lower-cased too, hiragana as katakana: what cues and lexicons are
compared with) and, behind `span_as_written`, the text as it was written. Patterns over `low` are written in natural
Japanese and passed through `fold_pattern`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, cast

import regex

from detectors.findings import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Hiragana and katakana stand 0x60 apart, letter for letter (Unicode blocks Hiragana and Katakana).
TO_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}

#: Letters drawn like a Latin letter (facts of UTS #39, the Cyrillic, Greek, Armenian and Latin-extension rows).
_LOOKALIKES = {
    **dict(
        zip(
            "аеорсухіјѕһԁԛԝӏвкмнтгпєзьАВЕКМНОРСТХУІЈЅԌԚԜӀѵѴґ",
            "aeopcyxijshdqwlbkmhtrnesbABEKMHOPCTXYIJSGQWIvVr",
            strict=True,
        )
    ),
    **dict(zip("αβγδεηικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ", "abydenikvoptuxwABEZHIKMNOPTYXcj", strict=True)),
    **dict(zip("օսհոցզյԼՍՕ", "ouhngqjLUO", strict=True)),
    **dict(zip("ɑɡıɩɪʟɴᴀʙᴄᴅᴇɢʜᴊᴋᴍᴏᴘʀꜱᴛᴜᴠᴡʏᴢƖꞮ", "agiiilnabcdeghjkmoprstuvwyzlI", strict=True)),
}
_LOOKALIKES |= {"З": "3", "И": "N", "Я": "R", "и": "n"}
_LOOKALIKES |= {"Ξ": "E", "Σ": "E", "ᛁ": "i", "Ƽ": "5", "Ʒ": "3", "ȝ": "3"}
_LOOKALIKES |= dict(zip("ᒪᗪᑕᗩᗷᗴᖴᒍᑎᑌᐯᗯᗰᑭᖇᔕ", "LDCABEFJNUVWMPRS", strict=True))

#: Sentence marks drawn small or full: what stands for a dot, an at sign, a hyphen, whatever the script.
_MARKS = {
    **dict.fromkeys("．｡。․‧∙⸱﹒", "."),
    **dict.fromkeys("‐‑‒–—―−﹣－⁃➖➔\u2e3a", "-"),
    **dict.fromkeys("﹫＠", "@"),
    **dict.fromkeys("／∕⁄⧸", "/"),
    **dict.fromkeys("＿﹍‿", "_"),
    **dict.fromkeys("：﹕∶ː꞉", ":"),
    **dict.fromkeys("➕＋﹢", "+"),
    "。": "。",  # a sentence end; only an address reads it as a dot
    "｡": "。",
    "➔": "→",
    **dict(zip("⚀⚁⚂⚃⚄⚅", "123456", strict=True)),
    "🔟": "10",
    "㏇": "co.",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "\u3000": " ",
    "\u00a0": " ",
    "〜": "~",
    "～": "~",
}

#: Regional indicators and negative enclosed letters have no compatibility form of their own.
_ENCLOSED = {
    **{0x1F1E6 + i: chr(65 + i) for i in range(26)},
    **{0x1F150 + i: chr(65 + i) for i in range(26)},
    **{0x1F170 + i: chr(65 + i) for i in range(26)},
}

#: Category Cf plus what renders as nothing; combining marks are dropped as well, except the Japanese voicing marks.
_INVISIBLE = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\u2800\u20e3")
_VOICING = frozenset("\u3099\u309a")


def _fold_character(character: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one disguise after another
    code = ord(character)
    if code < 0x80:
        return character
    if character in _MARKS:
        return _MARKS[character]
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    if code in _ENCLOSED:
        return _ENCLOSED[code]
    category = unicodedata.category(character)
    if category == "Cf" or character in _INVISIBLE:
        return ""
    if category in {"Mn", "Me"}:
        return character if character in _VOICING else ""
    if 0x3040 <= code <= 0x30FF or 0x4E00 <= code <= 0x9FFF:
        return character
    if category in {"Nd", "No"} or 0x2460 <= code <= 0x24FF:
        value = unicodedata.numeric(character, None)
        if value is not None and value == int(value) and 0 <= value <= 50:
            return str(int(value))
    compatible = unicodedata.normalize("NFKC", character)
    if compatible != character:
        if compatible[0] == "(" and compatible[-1] == ")":  # parenthesised: ⒜
            compatible = compatible[1:-1]
        return "".join(_fold_character(c) if ord(c) >= 0x80 and c != character else c for c in compatible)
    decomposed = unicodedata.normalize("NFD", character)
    if decomposed[0].isascii():
        return decomposed[0]
    if 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return character


class _Folds(dict[str, tuple[str, str]]):
    """Character → (as text, as low), worked out once for each character that occurs."""

    def __missing__(self, character: str) -> tuple[str, str]:
        text = _fold_character(character)
        low = text.lower()
        if len(low) != len(text):
            low = text
        pair = self[character] = (text, low.translate(TO_KATAKANA))
        return pair


_FOLDS = _Folds()


#: Stands for a character that is not read as exactly one, or that joins the one before it.
_ODD = "\ufdd0"


class _Table(dict[int, str]):
    """`_FOLDS` for `str.translate`: one of the two readings of each character, `_ODD` where there is no one character."""

    def __init__(self, which: int) -> None:
        self._which = which

    def __missing__(self, code: int) -> str:
        folded = _FOLDS[chr(code)][self._which]
        one = self[code] = folded if len(folded) == 1 and folded not in _VOICING else _ODD
        return one


_TEXTS, _LOWS = _Table(0), _Table(1)


class Passage:
    """A text made plain, with the way back. `text` and `low` have the same length."""

    __slots__ = ("ends", "low", "starts", "text", "written")

    def __init__(self, written: str, text: str, low: str, starts: list[int] | None, ends: list[int] | None) -> None:
        self.written = written
        self.text = text
        self.low = low
        self.starts = starts
        self.ends = ends

    def __repr__(self) -> str:
        return f"Passage({len(self.written)} characters)"

    def span_as_written(self, start: int, end: int) -> Span:
        """The range of the written text that `[start, end)` of this passage was read from."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.written)
            return Span(at, at)
        chosen = self.starts[start:end]
        return Span(min(chosen), max(self.ends[start:end]))

    def rewritten(self, edits: Iterable[tuple[int, int, str]]) -> Passage:
        """Another reading of the passage: each `(start, end, replacement)` done, in order, not overlapping."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        own_starts = self.starts if self.starts is not None else range(len(self.text))
        own_ends = self.ends if self.ends is not None else range(1, len(self.text) + 1)
        done = 0
        for start, end, replacement in edits:
            if start < done:
                continue
            text.append(self.text[done:start])
            starts.extend(own_starts[done:start])
            ends.extend(own_ends[done:start])
            if replacement:
                span = self.span_as_written(start, end)
                text.append(replacement)
                starts.extend([span.start] * len(replacement))
                ends.extend([span.end] * len(replacement))
            done = end
        text.append(self.text[done:])
        starts.extend(own_starts[done:])
        ends.extend(own_ends[done:])
        return Passage(self.written, *_cased("".join(text)), starts, ends)


def apart(edits: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Edits in order, of those that overlap the first and longest."""
    done = -1
    for start, end, sign in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= done:
            yield start, end, sign
            done = end


def _cased(text: str) -> tuple[str, str]:
    low = text.lower()
    if len(low) != len(text):
        low = "".join(_FOLDS[c][1] if len(_FOLDS[c][1]) == 1 else c for c in text)
    return text, low.translate(TO_KATAKANA)


def fold(written: str) -> Passage:
    """Read a text as written: linear in its length, never raises on any `str`."""
    if written.isascii():
        return Passage(written, written, written.lower(), None, None)
    text = written.translate(_TEXTS)
    if _ODD not in text:
        return Passage(written, text, written.translate(_LOWS), None, None)
    pairs = list(map(_FOLDS.__getitem__, written))
    texts, lows = zip(*pairs, strict=True)
    text, low = "".join(texts), "".join(lows)
    if "\u3099" not in low and "\u309a" not in low:
        starts = [i for i, pair in enumerate(pairs) for _ in pair[0]]
        return Passage(written, text, low, starts, [i + 1 for i in starts])
    return _compose_voicing(written, pairs)


def _compose_voicing(written: str, pairs: list[tuple[str, str]]) -> Passage:
    """Join voicing marks to the kana before them (half-width ｶﾞ is two characters)."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for i, (folded, _) in enumerate(pairs):
        if folded in _VOICING and text:
            composed = unicodedata.normalize("NFC", text[-1] + folded)
            if len(composed) == 1:
                text[-1] = composed
                ends[-1] = i + 1
            continue
        if folded in _VOICING:
            continue
        for c in folded:
            text.append(c)
            starts.append(i)
            ends.append(i + 1)
    return Passage(written, *_cased("".join(text)), starts, ends)


def fold_word(word: str) -> str:
    """A word as it stands in `Passage.low`."""
    return fold(word).low


@functools.cache
def fold_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, written in natural Japanese, for matching against `Passage.low`.

    The standard library's engine is two to three times as fast; `regex` reads the patterns that it can't, those with a
    look-behind of no fixed width.
    """
    folded = pattern.translate(TO_KATAKANA)
    try:
        return re.compile(folded)
    except re.error:
        return cast("re.Pattern[str]", regex.compile(folded))
