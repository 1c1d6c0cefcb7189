"""How the tables of this folder are written: each row holds a hit and, beside it, a near miss."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import pytest

from detectors import WORDS, Finding, Scan, SpeechAct, Utterance, Words, scan

if TYPE_CHECKING:
    from collections.abc import Iterable

VIOLATIONS = frozenset({SpeechAct.ASKS, SpeechAct.OFFERS})


class Row(NamedTuple):
    """A claim and what is found for it; then what stands beside it and is left alone.

    `finds` lists "kind value" (a contact) or "kind act" (a conduct), parted by " | ". `rule` is what fires. `earlier`
    and `left_earlier` are what was said before: "> …" by the sender of the text, "< …" by the other.
    """

    claim: str
    text: str
    finds: str
    rule: str
    beside: str
    left: str
    earlier: tuple[str, ...] = ()
    left_earlier: tuple[str, ...] = ()
    trick: str = ""


class Case(NamedTuple):
    """One text to scan, and what must be found: all of it and nothing else."""

    text: str
    earlier: tuple[str, ...]
    finds: str
    rule: str
    trick: str


def history_of(earlier: Iterable[str]) -> list[Utterance]:
    """Utterances with ids "0", "1", …; the sender of the text scanned is "me"."""
    return [Utterance(str(i), "me" if said[0] == ">" else "you", said[2:]) for i, said in enumerate(earlier)]


def scanned(text: str, earlier: Iterable[str] = (), words: Words = WORDS) -> Scan:
    """The scan of what "me" says after `earlier`."""
    return scan(text, history_of(earlier), words, sender="me")


def named(finding: Finding) -> str:
    """A finding as the tables write it."""
    return f"{finding.kind} {finding.value if finding.kind.is_contact else finding.speech_act}"


def contacts(seen: Scan) -> list[str]:
    """The contacts of a scan as the tables write them, in order."""
    return [named(finding) for finding in seen.findings if finding.kind.is_contact]


def violations(seen: Scan) -> list[str]:
    """The conduct of a scan that a marketplace could object to."""
    return [named(one) for one in seen.findings if not one.kind.is_contact and one.speech_act in VIOLATIONS]


def hit(row: Row) -> Case:
    """What a row says is found."""
    return Case(row.text, row.earlier, row.finds, row.rule, row.trick)


def near_miss(row: Row) -> Case:
    """What a row says is left."""
    return Case(row.left, row.left_earlier, "", "", "")


#: Claims that do not hold yet, each with the reason. Whoever makes one hold takes its line out.
NOT_YET = {
    "gives an employer": "the model doubts what the rules are sure of",
}


def hits(*tables: Iterable[Row]) -> list[object]:
    """The hits of tables, for `parametrize`."""
    return [_param(hit(row), row.claim) for table in tables for row in table]


def near_misses(*tables: Iterable[Row]) -> list[object]:
    """The near misses of tables, for `parametrize`."""
    return [_param(near_miss(row), row.beside) for table in tables for row in table]


def _param(case: Case, name: str) -> object:
    return pytest.param(case, id=name, marks=not_yet(name, NOT_YET))


def not_yet(name: str, reasons: dict[str, str]) -> list[pytest.MarkDecorator]:
    """The marks of a claim: it must fail where `reasons` says why, and hold otherwise."""
    return [pytest.mark.xfail(strict=True, reason=reasons[name])] if name in reasons else []


def holds(case: Case, *, conduct: bool = False) -> None:
    """Exactly what the case lists is found: contacts, or with `conduct` violations; by the rule; nothing failed."""
    seen = scanned(case.text, case.earlier)
    assert seen.failed == ()
    expected = case.finds.split(" | ") if case.finds else []
    assert sorted(violations(seen) if conduct else contacts(seen)) == sorted(expected)
    if not expected:
        return
    chosen = [finding for finding in seen.findings if named(finding) in expected]
    assert case.rule in {finding.rule for finding in chosen}
    if case.trick:
        assert case.trick in {trick for finding in chosen for trick in finding.tricks}


def sound(seen: Scan, text: str, history: list[Utterance]) -> None:
    """What every scan promises: nothing failed, and its pieces are what was written where they say."""
    assert seen.failed == ()
    texts = {said.message_id: said.text for said in history} | {"": text}
    for finding in seen.findings:
        assert finding.pieces
        assert 0 <= finding.confidence <= 1
        assert bool(finding.value) is finding.kind.is_contact
        for piece in finding.pieces:
            written = texts[piece.message_id]
            assert 0 <= piece.start < piece.end <= len(written)
            assert piece.text == written[piece.start : piece.end]
        for message_id in {piece.message_id for piece in finding.pieces}:
            own = [piece for piece in finding.pieces if piece.message_id == message_id]
            assert all(a.end <= b.start for a, b in itertools.pairwise(own))
