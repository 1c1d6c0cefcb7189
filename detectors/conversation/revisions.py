"""A contact shown before that the newest message corrects, adds to or points at.

Catches 最後の4桁は 5678 の間違いでした, "it's 33 not 23", その名前に _jp が付きます, ユーザー名と同じ名前で LINE にいます. Leaves
corrections of prices, dates, files and part numbers: what comes out must be a contact, and so must what is corrected.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

import regex

from detectors.contacts import email
from detectors.contacts.handles import STRONG, handle_tokens, is_of_a_thing, strength
from detectors.contacts.numbering import dialable, valid_with_country
from detectors.conversation.shown import OTHER_SUBJECT, Shown, are_alike, services_of, shown_in
from detectors.conversation.turns import CLOSES, OTHER_THING, Joined, Turn, provider_in
from detectors.findings import Kind
from detectors.gate import CHARACTERS
from detectors.hints import hints_of
from detectors.lexicon import ordinary, revisions
from detectors.normalise import fold_pattern, fold_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from detectors.words import Words


class Edit(NamedTuple):
    """What a message says is different: how, the part that goes, the part that comes, and where it says so."""

    how: str
    old: str
    new: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"Edit({self.how}, {self.start}, {self.end})"


_PART = (
    r"(?<![a-z\d_.\-])(?<![a-z]')[「『\"'(]?(?P<name>\d{1,4}(?:[ -]\d{2,4})+|[a-z\d_.\-]{1,24})[」』\"')]?(?![a-z\d])"
)
#: A sign said before the part that comes: 点と7, "an underscore and".
_SIGNS = {
    ".": r"点|ドット|ピリオド|dot|period",
    "_": r"下線|アンダーバー|アンダースコア|underscore",
    "-": r"ハイフン|hyphen|dash",
}
_SIGN = rf"(?:(?P<sign>{'|'.join(_SIGNS.values())})(?:と|、|,? and)?\s?)?"


def _filled_in(pattern: str) -> str:
    """A pattern of the lexicon with its parts filled in."""
    return pattern.replace("OLD", _PART.replace("name", "old")).replace("NEW", _SIGN + _PART.replace("name", "new"))


_EDITS = {
    "swap": revisions.SWAPS,
    "tail": revisions.TAILS,
    "lead": revisions.LEADS,
    "glue": revisions.GLUES,
    "strip": revisions.STRIPS,
    "rest": revisions.RESTS,
    "shift": revisions.SHIFTS,
}


@functools.cache
def _patterns() -> tuple[list[tuple[str, re.Pattern[str]]], Callable[[str], int]]:
    """Each edit with its pattern, and which are worth a search, as bits; the last two are `_SAME` and `_CORRECTS`."""
    edits = [(how, pattern) for how, patterns in _EDITS.items() for pattern in patterns]
    loose = [_without_parts(pattern) for _, pattern in edits]
    worth = dict(enumerate([*loose, revisions.SAME, revisions.CORRECTS]))
    hints = hints_of({1 << at: pattern for at, pattern in worth.items()}, CHARACTERS)
    return [(how, fold_pattern(_filled_in(pattern))) for how, pattern in edits], hints


def _without_parts(pattern: str) -> str:
    """A pattern of the lexicon made looser, so that it can be looked for with all others at once."""
    pattern = regex.sub(
        r"^(?:OLD|NEW)", r"[a-z\\d_.\\-][」』\"')]?", pattern.replace("(?P<count>", "(?:").replace("(?P<less>", "(?:")
    )
    return regex.sub("OLD|NEW", r"[^\\n]{1,36}", regex.sub("(?:OLD|NEW)$", "", pattern))


_CORRECTS = fold_pattern(revisions.CORRECTS)
_SAME, _IS_THERE = fold_pattern(revisions.SAME), fold_pattern(revisions.IS_THERE)
_AT_THE_END = fold_pattern(r"末尾|最後|お尻|おしり|語尾|(?<![a-z])(?:at the end|last|final)(?![a-z])")
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "一": 1, "二": 2, "三": 3, "四": 4}
_HANDLE = regex.compile(r"[A-Za-z\d_][A-Za-z\d_.\-]{2,31}(?<![.\-])")


def revised(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """The contact that comes out where the newest message changes one that was shown, or points at it."""
    patterns, hints = _patterns()
    hinted = hints(now.low)
    edits = list(_edits_of(now, [edit for at, edit in enumerate(patterns) if hinted >> at & 1]))
    corrects = bool(hinted >> len(patterns) & 2 and _CORRECTS.search(now.low))
    if corrects:
        edits += _whole(now)
    same = hinted >> len(patterns) & 1 and _SAME.search(now.low)
    if not (edits or same) or any(said.search(now.low) for said in (OTHER_THING, OTHER_SUBJECT, CLOSES)):
        return []
    cues = services_of(now, words)
    told = bool(cues or provider_in(now))
    if same and told and _IS_THERE.search(now.low):
        edits.append(Edit("same", "", "", *same.span()))
    if not edits:
        return []
    kinds = tuple(dict.fromkeys(cue.kind for cue in cues))[:2]
    for turn in reversed(turns):
        for shown in reversed(shown_in(turn, words, named=told)):
            for edit in edits:
                value = _applied(edit, shown, now, corrects=corrects)
                if value and (found := _as_contact(value, shown, edit, now, kinds)):
                    return found
    return []


def _edits_of(now: Turn, patterns: list[tuple[str, re.Pattern[str]]]) -> Iterator[Edit]:
    """What the message says is different, the surest way to say so first."""
    for how, pattern in patterns:
        for match in pattern.finditer(now.low):
            said = match.groupdict()
            if how == "shift":
                yield Edit(how, said["count"], "-" if said["less"] else "+", *match.span())
                continue
            old, new = _part(now, match, "old"), _part(now, match, "new")
            if any(name in said and not part for name, part in (("old", old), ("new", new))):
                continue
            if how != "swap" and _is_a_word(new or old):
                continue
            if (count := said.get("count")) and _counted(count) != len(re.sub(r"[ -]", "", new)):
                continue
            start = match.start("new" if new else "old")
            yield Edit(how, old, _sign(said.get("sign")) + new, start, start + len(new or old))


def _part(now: Turn, match: re.Match[str], name: str) -> str:
    """A part as it stands in the message, without the full stop of its sentence."""
    return now.passage.text[slice(*match.span(name))].rstrip(".-") if name in match.re.groupindex else ""


def _sign(said: str | None) -> str:
    """The sign that is said as a word, or nothing."""
    return next((sign for sign, words in _SIGNS.items() if said and re.fullmatch(fold_word(words), said)), "")


def _is_a_word(part: str) -> bool:
    return len(part) > 1 and part.isalpha() and ordinary.is_common(part.lower())


def _whole(now: Turn) -> list[Edit]:
    """A whole name in the place of the one before: 訂正: miso_katsu4."""
    return [
        Edit("whole", "", token.value, token.start, token.end)
        for token in handle_tokens(now.passage, STRONG)
        if not is_of_a_thing(now.passage, token) and not email.is_domain(token.value)
    ][:1]


def _applied(edit: Edit, shown: Shown, now: Turn, *, corrects: bool) -> str:  # noqa: C901, PLR0911 - one edit after another
    """What was shown, changed as told; "" where it cannot be."""
    value, old, new = shown.value, edit.old, edit.new
    if edit.how == "shift":
        return _shifted(value, _counted(old), -1 if new == "-" else 1) if shown.kinds == (Kind.PHONE,) else ""
    if shown.kinds == (Kind.PHONE,):
        old, new = (re.sub(r"[ \-.]", "", part) for part in (old, new))
        if not (old + new).isdigit() or edit.how not in {"swap", "tail"}:
            return ""
    local, _, domain = value.partition("@") if Kind.EMAIL in shown.kinds else (value, "", "")
    behind = f"@{domain}" if domain else ""
    match edit.how:
        case "swap":
            changed = _swapped(local, old, new, at_end=bool(_AT_THE_END.search(now.low)))
            return changed + behind if changed else f"{local}@{_swapped(domain, old, new)}" * bool(domain)
        case "tail":
            return local[: -len(new)] + new + behind if corrects and len(new) < len(local) else ""
        case "glue":
            return "" if corrects and not shown.begun and not _SAME.search(now.low) else local + new + behind
        case "rest":
            return local + new if shown.begun else ""
        case "lead":
            return new + value
        case "strip":
            if local.endswith(old):
                return local[: -len(old)].rstrip("._-") + behind
            return value[len(old) :].lstrip("._-") if value.startswith(old) else ""
        case "whole":
            return new + behind if are_alike(local, new) else ""
        case _:
            return value if not shown.begun else ""


def _counted(said: str) -> int:
    """How many: 4, 四, four."""
    return _COUNTS.get(said) or int(said)


def _shifted(digits: str, count: int, by: int) -> str:
    """The number with each of its last digits one more or less; nine and zero are neighbours."""
    kept = len(digits) - count
    return digits[:kept] + "".join([str((int(digit) + by) % 10) for digit in digits[kept:]])


def _swapped(value: str, old: str, new: str, *, at_end: bool = False) -> str:
    """The value with one part exchanged: at its end, or where it stands by itself, or where there is only one such part."""
    if value.endswith(old):
        return value[: -len(old)] + new
    spots = [match.span() for match in regex.finditer(regex.escape(old), value)]
    alone = [match.span() for match in regex.finditer(rf"(?<![A-Za-z\d]){regex.escape(old)}(?![A-Za-z\d])", value)]
    chosen = alone or spots
    if at_end or not chosen or (len(chosen) > 1 and len(old) == 1):
        return ""
    return value[: chosen[-1][0]] + new + value[chosen[-1][1] :]


def _as_contact(value: str, shown: Shown, edit: Edit, now: Turn, kinds: tuple[Kind, ...]) -> list[Joined]:
    """The contacts that the changed value is, if it is one."""
    pieces = (shown.turn.piece(shown.start, shown.end), now.piece(edit.start, edit.end))
    if shown.kinds == (Kind.PHONE,):
        plus = value.startswith("+")
        number = valid_with_country(value[1:]) if plus else dialable(value, cue=True)
        found = [(Kind.PHONE, number)] if number else []
    elif shown.kinds == (Kind.EMAIL,):
        local, _, domain = value.partition("@")
        address = email.valid_address(local, domain)
        found = [(Kind.EMAIL, address)] if address and address != shown.value and not kinds else []
    elif not _HANDLE.fullmatch(value) or not (shown.kinds or strength(value) >= STRONG):
        found = []
    elif not (kinds or shown.kinds) and (provider := provider_in(now)):
        address = email.valid_address(value, provider[0])
        found = [(Kind.EMAIL, address)] if address else []
    else:
        found = [(kind, value) for kind in kinds or shown.kinds]
    return [Joined(kind, known, pieces, 0.85, "conversation.revised") for kind, known in found]
