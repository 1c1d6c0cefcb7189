"""The texts that are timed: a mix of real messages, clean ones alone, and hostile ones of any length."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.evaluation.cases import Form, cases_of, set_name, sets

if TYPE_CHECKING:
    from collections.abc import Callable

WANTED = 24_000
"""Messages of a pass: each is scanned once, so nothing is gained by remembering texts."""

CONTACTS = 0.05
"""Share of the messages that hold a contact."""

SHORTEST = 31
"""Characters; shorter ones are left out, so that the median is about 48, as in marketplace chat."""

SEED = 20261122


def mix(wanted: int = WANTED) -> tuple[list[str], str]:
    """Half Japanese, half other messages, one in twenty with a contact; and where they are from.

    Without the sets from outside the shipped ones are used, made distinct by a number at the end.
    """
    draw = random.Random(SEED)
    texts: dict[str, list[str]] = {"ja": [], "other": [], "contact": []}
    outside = any(set_name(path).startswith("real/negatives") for path in sets())
    for path in sets():
        if set_name(path).startswith("real/") is outside and "hard" not in path.stem and "suites" not in path.stem:
            for case in cases_of(path):
                which = "contact" if case.form is Form.POSITIVE else "ja" if "lang: ja" in case.classes else "other"
                if case.form is not Form.RULING:
                    texts[which].append(case.turns[-1].text)
    contacts = int(wanted * CONTACTS)
    half = (wanted - contacts) // 2
    chosen = (
        _take(texts["ja"], half, draw) + _take(texts["other"], half, draw) + _take(texts["contact"], contacts, draw)
    )
    draw.shuffle(chosen)
    return chosen, "real/" if outside else "the shipped sets, varied"


def _take(texts: list[str], wanted: int, draw: random.Random) -> list[str]:
    distinct = sorted({text for text in texts if len(text) >= SHORTEST})
    draw.shuffle(distinct)
    varied = [f"{text} ({turn})" for turn in range(2, 2 + wanted // len(distinct)) for text in distinct]
    return (distinct + varied)[:wanted]


PROSE = {
    "English prose": "Thanks for the draft, I will look at it tomorrow and come back to you with comments. ",
    "Japanese prose": "資料を確認しましたので、明日の午前中にお返事します。今日はとてもいい天気ですね。",
}

#: Kind → a text of that many characters.
HOSTILE: dict[str, Callable[[int], str]] = {}


def _repeated(name: str, unit: str, head: str = "", tail: str = "") -> None:
    def text(length: int) -> str:
        room = length - len(head) - len(tail)
        return head + (unit * (room // len(unit) + 1))[:room] + tail

    HOSTILE[name] = text


def _counted(name: str, form: str) -> None:
    def text(length: int) -> str:
        size = len(form.format(1000))
        return "".join(form.format(1000 + i) for i in range(length // size + 1))[:length]

    HOSTILE[name] = text


for _name, _unit in {
    "digits": "0123456789",
    "digits set apart": "0 1 2 3 4 5 6 7 8 9 ",
    "groups of four": "1234-",
    "phone numbers": "090-1234-5678 ",
    "digits in brackets": "(0)",
    "digits and hyphens": "0-",
    "digits and line breaks": "0\n",
    "plus 81": "+81",
    "IP addresses": "192.168.0.1 ",
    "ISBNs": "978-4-10-101001-4 ",
    "sums": "1+1 ",
    "percent signs": "%41",
    "at signs": "@",
    "a@": "a@",
    "a.": "a.",
    "a b c": "a b c d ",
    "spoken signs": "taro at example dot com ",
    "(at)": "(at)",
    "nested separators": "((0)-[9].{0}",
    "kana digits": "ぜろきゅうぜろいちにさんよん",
    "kanji digits": "〇九〇一二三四五六七八",
    "English digits": "zero nine zero one two three ",
    "romaji digits": "zero kyuu zero ichi ni san ",
    "look-alike digits": "O9 1 ",
    "combining marks": "a\u0301\u0302\u0303",
    "digits with marks": "0\u0301",
    "zero width": "0\u200b",
    "keycaps": "0\ufe0f\u20e3",
    "service names": "line skype slack zoom discord ",
    "LINE IDs": "LINE ID: taro_web ",
    "LINEは": "LINEはtaro_webです。",
    "LINE, sentences": "LINE。",
    "requests": "電話番号を教えてください。",
    "instructions": "★を@に変えて",
    "invites": "discord.gg/abc ",
    "dates": "2026年11月22日 10:30、",
    "quotes": "電話 090-1234-5678「",
    "quotation marks": '"',
    "line breaks": "\n",
    "letters by themselves": "line id a ",
}.items():
    _repeated(_name, _unit)
_repeated("an unfinished instruction", " ", "@ ★は")
_repeated("one long address", "a.", "", "@example.jp")
for _name, _form in {
    "different addresses": "u{}a@example.jp ",
    "different numbers": "090-1234-{} ",
    "numbers in quotes": "「見本の原稿 090-1234-{}」。",
    "different invites": "https://lin.ee/a{}b ",
    "profiles": "instagram.com/u{} ",
    "table": "{}\t77\t13\n",
}.items():
    _counted(_name, _form)
