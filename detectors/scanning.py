"""Run the detectors over one text and its history, in every reading, and put the findings together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.conversation import Joined, find_joined
from detectors.findings import Finding, Kind, Piece, Scan, SpeechAct, Utterance
from detectors.hits import Hit, because
from detectors.normalise import Passage, fold
from detectors.readings import readings_of
from detectors.registry import DETECTORS
from detectors.speech_act import act_of
from detectors.tricks import tricks_of
from detectors.words import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLEAN = Scan()


def scan(text: str, history: Sequence[Utterance] = (), words: Words = WORDS, *, sender: str = "") -> Scan:
    """Find contacts and conduct in `text`, with `history` (oldest first) as further evidence.

    `sender` is who wrote `text`; left out, every utterance of the history counts as another person's. Never raises on
    any `str`: a detector that fails is named in the result.
    """
    passage = fold(text)
    seen: list[tuple[Hit, Passage]] = []
    failed: list[str] = []
    for reading in readings_of(passage):
        for name, detect in DETECTORS:
            try:
                seen += [(hit, reading) for hit in detect(reading, words)]
            except Exception:  # noqa: BLE001 - whatever it is, the guard must go on and say so
                failed.append(name)
    joined: list[Joined] = []
    if history:
        try:
            joined = find_joined(text, passage, history, words, sender)
        except Exception:  # noqa: BLE001
            failed.append("conversation")
    if not seen and not failed and not joined:
        return _CLEAN
    findings = [
        Finding(
            hit.kind,
            act_of(hit, reading, passage),
            hit.value,
            round(hit.confidence, 2),
            tricks_of(hit, reading, text),
            hit.rule,
            because(hit.rule, hit.kind),
            _pieces(hit, reading, text),
        )
        for hit, reading in merged(seen)
    ]
    known = {(finding.kind, finding.value.lower()) for finding in findings}
    findings += [
        Finding(one.kind, SpeechAct.OFFERS, one.value, one.confidence, ("split",), one.rule, because(one.rule, one.kind), one.pieces)
        for one in joined
        if (one.kind, one.value.lower()) not in known and not any(finding.kind is one.kind for finding in findings if finding.kind is Kind.PHONE)
    ]
    return Scan(tuple(findings), tuple(dict.fromkeys(failed)))


def _pieces(hit: Hit, reading: Passage, text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for start, end in hit.ranges:
        span = reading.span_as_written(start, end)
        if pieces and span.start <= pieces[-1].end:
            last = pieces.pop()
            span_start, span_end = min(last.start, span.start), max(last.end, span.end)
        else:
            span_start, span_end = span.start, span.end
        pieces.append(Piece("", span_start, span_end, text[span_start:span_end]))
    return tuple(pieces)


#: Where two detectors read the same characters, the more specific one is right.
_ORDER = {"link.invite": 0, "email.address": 1, "link.contact": 2, "phone.number": 3, "phone.disguised": 3, "handle.form": 4, "phone.labelled": 5, "handle.after_cue": 6}


def merged(seen: list[tuple[Hit, Passage]]) -> list[tuple[Hit, Passage]]:
    """One hit for each contact: of those that overlap as written, the most specific and then the longest stays."""
    ranked: list[tuple[tuple[int, int, int], Hit, Passage, int, int]] = []
    for order, (hit, reading) in enumerate(seen):
        spans = [reading.span_as_written(*part) for part in hit.ranges]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        ranked.append(((_ORDER.get(hit.rule, 9), -len(hit.value), order), hit, reading, start, end))
    ranked.sort(key=lambda row: row[0])
    kept: list[tuple[Hit, Passage, int, int]] = []
    for _, hit, reading, start, end in ranked:
        if not hit.kind.is_contact:
            if not any(other.kind is hit.kind for other, _, _, _ in kept):
                kept.append((hit, reading, start, end))
            continue
        clash = [other for other in kept if other[0].kind.is_contact and start < other[3] and other[2] < end]
        if any(other[0].rule != hit.rule or other[0].value == hit.value or other[0].kind is hit.kind for other in clash):
            continue
        if any(other[0].kind is hit.kind and _same(other[0].value, hit.value) for other in kept):
            continue
        kept.append((hit, reading, start, end))
    kept.sort(key=lambda row: row[2])
    return [(hit, reading) for hit, reading, _, _ in kept]


def _same(one: str, other: str) -> bool:
    return one.lower().lstrip("@") == other.lower().lstrip("@")
