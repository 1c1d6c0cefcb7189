"""Names in a cipher that the text names: letters moved along the alphabet, ROT13, Base64, Morse, bytes, keys, notes.

Gives what is read and where; whether it is a contact is for `contacts.told_names` to say.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from typing import TYPE_CHECKING

from detectors.contacts.email import is_public
from detectors.encodings import MORSE_WORD, in_bytes, in_morse
from detectors.lexicon import ordinary
from detectors.lexicon import wordplay as lexicon
from detectors.normalise import fold_pattern
from detectors.wordplay import SHORTEST, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.normalise import Passage

_MOVED, _ROTATED, _ENCODED, _KANA_KEYS, _MULTITAP, _NOTES_TOLD, _MORSE_TOLD, _ALPHABET_TOLD = (
    fold_pattern(pattern)
    for pattern in (
        lexicon.MOVED,
        lexicon.ROTATED,
        lexicon.ENCODED,
        lexicon.KANA_KEYS,
        lexicon.MULTITAP,
        lexicon.NOTES_TOLD,
        lexicon.MORSE_TOLD,
        lexicon.ALPHABET_TOLD,
    )
)
#: A name as it could be written, and what no name is: rot13, base64.
_NAME = re.compile(r"(?<![A-Za-z\d@._-])[a-z][a-z\d]*(?:[._-][a-z\d]+)*(?![A-Za-z\d_-]|\.[A-Za-z]|@)")
_NO_NAME = re.compile(r"rot-?13|base-?64|ascii|utf-?8|morse|telegram|whatsapp|line|example|com")
_ENCODED_NAME = re.compile(r"(?<![A-Za-z\d+/=])[A-Za-z\d+/]{8,40}={0,2}(?![A-Za-z\d+/=])")
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z\d]*(?:[._-][A-Za-z\d]+)*")
_TYPED = re.compile(
    rf"[「『\"“:→]\s?(?P<keys>[{''.join(lexicon.KEYBOARD)}゛゜ヲーンッャュョァィゥェォ]{{3,20}})(?![ァ-ヶ])"
)
_TAPPED = re.compile(r"(?<!\d)(?:([2-9])\1{0,3}[ ,、-]{1,2}){2,}([2-9])\2{0,3}(?!\d)")
_TAP = re.compile(r"([2-9])\1{0,3}")
_NOTES = re.compile(r"(?:(?:ド|レ|ミ|ファ|ソ|ラ|シ)[・、\s\-]{0,2}){3,}(?![ァ-ヶ])")
_NOTE = re.compile("ファ|ド|レ|ミ|ソ|ラ|シ")
#: Three places in the alphabet and more: 6・21・14・5.
_PLACES = re.compile(
    r"(?<![\d.,:=-])\d{1,2}(?:(?P<between>[・、,\s/-]|, )\d{1,2})(?:(?P=between)\d{1,2})+(?!\d|[.:=-]\d)"
)
_LAST_LETTER = 26
_BEFORE_MORSE = re.compile(r"(?:[=:→「]|ハ|is)\s?$")


def names_in_cipher(passage: Passage) -> list[Told]:
    """Every name that the text tells to decipher."""
    low, text = passage.low, passage.text
    found: list[Told] = []
    if moved := _MOVED.search(low):
        step = _step(moved)
        found += _each_name(passage, lambda name: _shifted(name, step))
    if _ROTATED.search(low):
        found += _each_name(passage, lambda name: codecs.encode(name, "rot13"))
    if _ENCODED.search(low):
        found += [Told(plain, *match.span()) for match in _ENCODED_NAME.finditer(text) if (plain := _decoded(match[0]))]
    if _KANA_KEYS.search(low):
        found += [
            Told("".join([lexicon.KEYBOARD.get(c, "") for c in match["keys"]]), *match.span("keys"))
            for match in _TYPED.finditer(low)
        ]
    if _MULTITAP.search(low):
        found += [
            Told("".join([_pressed(tap[0]) for tap in _TAP.finditer(match[0])]), *match.span())
            for match in _TAPPED.finditer(low)
        ]
    if _NOTES_TOLD.search(low):
        found += [
            Told("".join([lexicon.NOTES[note] for note in _NOTE.findall(match[0])]), *match.span())
            for match in _NOTES.finditer(low)
        ]
    if _ALPHABET_TOLD.search(low):
        found += [Told(name, *match.span()) for match in _PLACES.finditer(low) if (name := _placed(match[0]))]
    told = _MORSE_TOLD.search(low)
    found += [
        Told(plain, *match.span())
        for match in MORSE_WORD.finditer(low)
        if (told or _BEFORE_MORSE.search(low[max(0, match.start() - 4) : match.start()]))
        and (plain := in_morse(match[0]))
    ]
    found += [Told(plain.strip(), start, end) for start, end, plain in in_bytes(passage)]
    return [told for told in found if len(told.value) >= SHORTEST and _PLAIN_NAME.fullmatch(told.value)]


def _step(moved: re.Match[str]) -> int:
    """How far, and which way, each letter goes."""
    if moved["previous"] is not None or moved["next"] is not None:
        return -1 if moved["previous"] is not None else 1
    said = moved["n"] or moved["en"]
    count = {"一": 1, "二": 2, "三": 3, "one": 1, "two": 2, "three": 3}.get(said) or int(said)
    return -count if (moved["way"] or moved["en_way"]) in _BACK else count


_BACK = frozenset(["前", "戻", "手前", "back", "earlier", "before"])


def _shifted(name: str, step: int) -> str:
    return "".join([chr((ord(c) - 97 + step) % 26 + 97) if c.isalpha() else c for c in name])


def _each_name(passage: Passage, read: Callable[[str], str]) -> list[Told]:
    """The one word of the text that is none, deciphered; where there are several, those formed like a handle."""
    names = [
        match
        for match in _NAME.finditer(passage.text)
        if len(match[0]) > SHORTEST
        and not _NO_NAME.fullmatch(match[0])
        and not ordinary.is_common(match[0])
        and not is_public(match[0])
    ]
    formed = [match for match in names if re.search(r"[._-]", match[0])]
    chosen = formed or names
    return [Told(read(match[0]), *match.span()) for match in chosen] if len(chosen) == 1 else []


def _placed(places: str) -> str:
    """The letters at places of the alphabet, or "" if one is no letter's."""
    said = [int(place) for place in re.findall(r"\d+", places)]
    return "".join([chr(96 + place) for place in said]) if all(0 < place <= _LAST_LETTER for place in said) else ""


def _pressed(keys: str) -> str:
    letters = lexicon.PAD[keys[0]]
    return letters[(len(keys) - 1) % len(letters)]


def _decoded(token: str) -> str:
    """A name in Base64, or "" if it is none."""
    try:
        plain = base64.b64decode(token + "=" * (-len(token) % 4), validate=True).decode("ascii")
    except (ValueError, binascii.Error):
        return ""
    return plain if _PLAIN_NAME.fullmatch(plain) else ""
