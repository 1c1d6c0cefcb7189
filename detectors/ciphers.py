"""Digits that are written as other signs by a convention, or by a legend that the text gives: い=1 ろ=2, "do re mi", かな入力.

Catches runs of such signs and nothing else; leaves the words of a sentence, which other words stand beside.
"""

from __future__ import annotations

import functools
import re

from detectors.lexicon import ciphers as lexicon
from detectors.lexicon import digits
from detectors.normalise import Passage, apart, fold_pattern, fold_word

#: A number's worth of words of one language, and of syllables or sounds that need no space between.
_FEWEST_WORDS, _FEWEST_SYLLABLES = 7, 9
_DIGIT = "[0-9〇一二三四五六七八九]"
#: い=1, ドを1, J (each is a 5), □は2; and in a row without a sign between: 月1火2水3木4.
_PAIR = re.compile(
    rf"(?<![a-z\d])「?(?P<sign>[^\W\d_]|[\U0001f300-\U0001faff☀-➿■□▲△●○◆◇★☆])」?\s?(?:=|->|→|ハ|ガ|ヲ|is|are|for)(?: an? )?\s?「?(?P<digit>{_DIGIT})(?![\d〇一二三四五六七八九人本枚個回年月日時分円つ])"
)
_EACH = re.compile(
    r"(?<![a-z])(?P<sign>[a-z])(?:[-. ](?P=sign)){0,9}(?P<told> \(?each (?:is|stands for|means) (?:an? )?(?P<digit>\d)\)?)"
)
_ROW = re.compile(r"(?:(?<!\w)|(?<=[ハデ]))(?:[^\W\d_a-z]\d[、,\s]{0,2}){5,}")
_IN_ROW = re.compile(r"([^\W\d_])(\d)")
#: A legend of so many pairs is one; of fewer where it begins one of the orders.
_FEWEST_PAIRS = 4
#: So many signs are a run.
_FEWEST_SIGNS = 3


def deciphered(passage: Passage) -> Passage | None:
    """Signs for digits as digits, by the words of a language, by a legend or by the keys that the text names."""
    low = passage.low
    edits: list[tuple[int, int, str]] = []
    for run, unit, table in _unhinted():
        edits += [_translated(match, unit, table) for match in run.finditer(low) if not _is_plain(match[0], unit)]
    for hint, signs in _keys():
        if hint.search(low):
            edits += _runs_of(low, {sign: str(at) for at, sign in enumerate(signs)})
    if _BY_SOUND.search(low):
        edits += [(m.start(), m.end(), f"-{said}") for m in _QUOTED.finditer(low) if (said := _sounded(m[1]))]
    edits += [(m.start(), m.end(), "-" + "-".join(re.findall(r"\d+", m[0]))) for m in _GLOSSED.finditer(low)]
    if _BY_COUNT.search(low):
        edits += [(m.start(), m.end(), _counted(m[0])) for m in _GROUPS_OF_SIGNS.finditer(low)]
    if edits:
        return passage.rewritten(apart(edits))
    table, told = _legend(low)
    bare = passage.rewritten(apart([(start, end, "\n") for start, end in told])) if table else passage
    edits = _runs_of(bare.low, table) if table else []
    return bare.rewritten(edits) if edits else None


_BY_SOUND, _BY_COUNT = fold_pattern(lexicon.BY_SOUND), fold_pattern(lexicon.BY_COUNT)
_QUOTED = re.compile(r"(?:(?<=\d)[ノト-])?「([ァ-ヶー、,]{3,14})」")
#: Words with the digits that they sound like: 0120の「野菜（831）と豆腐（102）」.
_GLOSSED = re.compile(r"(?<=\d)[ノト-]?「(?:[^「」()\d]{1,10}\(\d{2,4}\)[^「」()\d]{0,4}){1,3}」")
_MORA = re.compile("|".join(sorted(lexicon.MORAE, key=len, reverse=True)))
#: So many digits of a number are told by their sound at once.
_SOUNDED = frozenset([3, 4, 8])
#: A sign that is no letter, up to nine times, and so on: ★★★/★★, ・・ ・・・ ・ ・・・・.
_SIGN = r"([^\w\s、,/。.:()「」\-])"
_GROUPS_OF_SIGNS = re.compile(rf"(?:{_SIGN}\1{{0,8}}[/、,\s]{{1,3}}){{3,}}{_SIGN}\2{{0,8}}")


def _sounded(word: str) -> str:
    """よろしく as 4649, where the whole word is digits."""
    bare = word.replace("、", "").replace(",", "")
    found = _MORA.findall(bare)
    said = "".join([lexicon.MORAE[mora] for mora in found])
    return said if "".join(found) == bare and len(said) in _SOUNDED else ""


def _counted(groups: str) -> str:
    """The count of each group of signs."""
    return " " + "".join([str(len(group)) for group in re.split(r"[/、,\s]+", groups)]) + " "


def _table(line: str) -> dict[str, str]:
    """From zero on, with / between several words for one digit."""
    return {word: str(at) for at, words in enumerate(line.split()) for word in words.split("/")}


@functools.cache
def _unhinted() -> tuple[tuple[re.Pattern[str], re.Pattern[str], dict[str, str]], ...]:
    """What may be read without a word about it: (a run, a unit of it, the digits)."""
    ways = []
    for line in lexicon.LANGUAGES:
        unit = rf"(?<![a-z])(?:{_any_of(_table(line))})(?![a-z])"
        ways.append((unit, rf"(?:{unit}[\W_]{{1,3}}){{{_FEWEST_WORDS - 1},}}{unit}", _table(line)))
    for line in (*lexicon.SYLLABLES, *lexicon.SOUNDS):
        unit = rf"(?:{_any_of(_table(line))})(?:\((?P<said>[ァ-ヶー]{{1,4}})\))?"
        units = unit.replace("?P<said>", "?:")
        ways.append((unit, rf"(?:{units}[\W_]{{0,2}}){{{_FEWEST_SYLLABLES - 1},}}{units}", _table(line)))
    return tuple([(re.compile(run), re.compile(unit), table) for unit, run, table in ways])


def _any_of(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _is_plain(said: str, unit: re.Pattern[str]) -> bool:
    """Whether the run is digits as anybody writes them: no cipher."""
    return all(one[0] in _PLAIN for one in unit.finditer(said))


_PLAIN = frozenset([*digits.KANJI, *(word for words in digits.LATIN.values() for word in words)])


def _translated(match: re.Match[str], unit: re.Pattern[str], table: dict[str, str]) -> tuple[int, int, str]:
    """A run in figures; where a reading stands behind a sign, 市(いち), of that."""
    said = unit.sub(
        lambda one: _READINGS.get(one.groupdict().get("said") or "") or table[one[0].partition("(")[0]], match[0]
    )
    return match.start(), match.end(), _in_groups(said)


def _in_groups(said: str) -> str:
    """Digits as one writes them in a number: 0・9・0、1・2 is 090-12."""
    grouped = _BETWEEN_GROUPS.sub("-", said.replace("ゼロ", "0"))
    return re.sub(r"[^\w-]+", "-" if re.search(r"\d\d", grouped) else "", grouped)


_BETWEEN_GROUPS = re.compile(r"\s?[、,;:/|。.]\s?")
_READINGS = {fold_word(word): digit for digit, words in digits.KANA.items() for word in words}


@functools.cache
def _keys() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple([(fold_pattern(hint), signs) for hint, signs in lexicon.KEYS.items()])


def _legend(low: str) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """The digits that the text says its signs are, and where it says so."""
    each = list(_EACH.finditer(low))
    found = [*_PAIR.finditer(low), *each]
    table = {match["sign"]: digits.KANJI.get(match["digit"], match["digit"]) for match in found}
    told = [(match.start("told") if "told" in match.groupdict() else match.start(), match.end()) for match in found]
    for row in _ROW.finditer(low):
        table |= dict(_IN_ROW.findall(row[0]))
        told.append(row.span())
    for order in lexicon.ORDERS:
        places = {sign: str((at + 1) % 10) for at, sign in enumerate(order)}
        begun = [sign for sign, digit in table.items() if places.get(sign) == digit]
        if len(begun) >= 2 and len(begun) == len(table):
            return places, told
    if len(table) >= _FEWEST_PAIRS or (each and table):
        return table, told
    return {}, []


def _runs_of(low: str, table: dict[str, str]) -> list[tuple[int, int, str]]:
    """The signs of each run of nothing but signs and digits, as digits."""
    sign = rf"(?:[{re.escape(''.join(table))}]|\d|ゼロ)"
    run = re.compile(rf"(?<!\w)(?!call|dial|ring)(?:{sign}[^\w\n]{{0,2}}){{{_FEWEST_SIGNS - 1},}}{sign}(?!\w)")
    return [
        (match.start(), match.end(), _in_groups("".join([table.get(c, c) for c in match[0]])))
        for match in run.finditer(low)
        if any(c in table for c in match[0])
    ]
