"""The answer of the start page as plain values and sentences, so that the template only lays them out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.console.marks import Mark, Segment, segments
from bot.domain.verdict_json import document_of
from bot.domain.verdicts import Outcome
from bot.domain.wording import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.console.trial import Judged
    from bot.domain.verdicts import Verdict
    from bot.domain.wording import Wording
    from detectors import Finding


@dataclass(frozen=True, slots=True)
class Reading:
    """A finding for a person to read. `percent` is the confidence; `decides` whether the ruling rests on it."""

    number: int
    group: str
    kind: str
    act: str
    value: str = field(repr=False)
    percent: int
    because: str
    rule: str
    tricks: tuple[str, ...]
    decides: bool


@dataclass(frozen=True, slots=True)
class Bubble:
    """A turn as the page shows it. `side` is client, freelancer or nobody; `hidden` says by which turn, if any."""

    number: int
    side: str
    speaker: str
    ruling: str
    badge: str
    segments: tuple[Segment, ...]
    hidden: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the whole conversation; the headline is that of its strictest turn."""

    ruling: str
    badge: str
    sentence: str
    which: str
    several: bool
    bubbles: tuple[Bubble, ...]
    readings: tuple[Reading, ...]
    notices: tuple[tuple[str, str], ...]
    document: str = field(repr=False)
    policy: str


def answer_to(judged: Sequence[Judged], wording: Wording, language: Language) -> Answer | None:
    """The answer to the turns that were judged; None when there was nothing to judge."""
    if not judged:
        return None
    strictest = max(judged, key=lambda one: (one.verdict.outcome, one.number))
    numbers = _numbered(judged)
    marks: dict[str, list[Mark]] = {}
    for finding, number in numbers.items():
        for piece in finding.pieces:
            marks.setdefault(piece.message_id, []).append(Mark(piece.start, piece.end, number, finding.kind.is_contact))
    several = len(judged) > 1

    def which(number: int) -> str:
        return wording.say(language, "start.turn", number=number) if several else ""

    return Answer(
        ruling=strictest.verdict.ruling.value,
        badge=wording.say(language, f"start.badge.{strictest.verdict.ruling.value}"),
        sentence=wording.say(language, f"start.sentence.{_key(strictest.verdict)}"),
        which=which(strictest.number) if strictest.verdict.outcome is not Outcome.ALLOW else "",
        several=several,
        bubbles=tuple(_bubble(one, marks.get(str(one.number), ()), wording, language) for one in judged),
        readings=tuple(_reading(finding, number, judged, wording, language) for finding, number in numbers.items()),
        notices=tuple((which(one.number), text) for one in judged if (text := _notice(one.verdict, language))),
        document=json.dumps(document_of(strictest.verdict), ensure_ascii=False, indent=2),
        policy=strictest.verdict.policy,
    )


def _numbered(judged: Iterable[Judged]) -> dict[Finding, int]:
    """Every finding once, numbered from 1 in the order they were found."""
    return {
        finding: number
        for number, finding in enumerate(dict.fromkeys(one for turn in judged for one in turn.verdict.findings), 1)
    }


def _bubble(one: Judged, marks: Sequence[Mark], wording: Wording, language: Language) -> Bubble:
    side = one.turn.role.value if one.turn.role else "nobody"
    return Bubble(
        number=one.number,
        side=side,
        speaker=wording.say(language, f"start.speaker.{side}"),
        ruling=one.verdict.ruling.value,
        badge=wording.say(language, f"start.badge.{one.verdict.ruling.value}"),
        segments=segments(one.turn.text, marks),
        hidden=wording.say(language, "start.hidden", number=one.hidden_by) if one.hidden_by else "",
    )


def _reading(finding: Finding, number: int, judged: Iterable[Judged], wording: Wording, language: Language) -> Reading:
    kind = wording.say(language, f"kind.{finding.kind.value}")
    verdicts = [one.verdict for one in judged if finding in one.verdict.findings]
    return Reading(
        number=number,
        group="contact" if finding.kind.is_contact else "conduct",
        kind=kind,
        act=wording.say(language, f"act.{finding.speech_act.value}"),
        value=finding.value,
        percent=round(finding.confidence * 100),
        because=_said(f"rule.{finding.rule}", finding.because, wording, language, service=kind),
        rule=finding.rule,
        tricks=tuple(_said(f"trick.{trick}", trick, wording, language) for trick in finding.tricks),
        decides=any(
            verdict.notice is not None and finding.kind in verdict.kinds and finding.speech_act is verdict.speech_act
            for verdict in verdicts
        ),
    )


def _said(key: str, otherwise: str, wording: Wording, language: Language, **gaps: str) -> str:
    """The words for a rule or trick; those of the detectors for one that the wording does not know yet."""
    return wording.say(language, key, **gaps) if key in wording.texts[language] else otherwise


def _notice(verdict: Verdict, language: Language) -> str:
    if verdict.notice is None:
        return ""
    return verdict.notice.ja if language is Language.JA else verdict.notice.en


def _key(verdict: Verdict) -> str:
    return verdict.outcome.value.replace(": ", "_")
