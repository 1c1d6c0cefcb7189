"""Run the detectors over one text and its history, in every reading, and put the findings together."""

from __future__ import annotations

import functools
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from detectors.conversation import Joined, find_joined, is_piece
from detectors.findings import Finding, Kind, Piece, Scan, Span, SpeechAct, Utterance
from detectors.gate import Sign, detail_gate, first_gate, narrowed
from detectors.hits import Hit, because
from detectors.normalise import Passage, fold
from detectors.readings import readings_of
from detectors.registry import DETECTORS, called_by
from detectors.speech_act import in_katakana, stands_in_copy
from detectors.tricks import tricks_of
from detectors.ways import Way, ways_by_name, ways_of
from detectors.words import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

CLEAN = Scan()
#: Signs that call for a detector, alone or together.
_DECISIVE = Sign.WORDS | Sign.AT | Sign.SAID | Sign.LINK | Sign.SPACED | Sign.SERVICE | Sign.TOPIC | Sign.DEAL
_DECISIVE_TOGETHER = (
    Sign.SERIES | Sign.NO_FIGURE,
    Sign.NUMBER | Sign.CALL,
    Sign.NUMBER | Sign.SHAPED,
    Sign.TOLD | Sign.CALL,
    Sign.TOLD | Sign.MANY,
    Sign.MANY | Sign.CALL,
    Sign.MANY | Sign.TOGETHER,
    Sign.STREWN | Sign.CALL,
    Sign.TOGETHER | Sign.CALL,
    Sign.NO_FIGURE | Sign.CALL,
    Sign.QUOTED | Sign.CALL,
    Sign.SEEK | Sign.FORMED,
)


@functools.cache
def _first() -> Callable[[str], bool]:
    return first_gate(WORDS)


class Sighting(NamedTuple):
    """A hit, where it stands in the text as written, and how the text was read to see it."""

    hit: Hit
    spans: tuple[Span, ...]
    how: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where it starts in the text as written."""
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        """Where it ends in the text as written."""
        return max(span.end for span in self.spans)


def scan(text: str, history: Sequence[Utterance] = (), words: Words = WORDS, *, sender: str = "") -> Scan:
    """Find contacts and conduct in `text`, with `history` (oldest first) as further evidence.

    `sender` is who wrote `text`; left out, every utterance of the history counts as another person's. Never raises on
    any `str`: a detector that fails is named in the result.
    """
    if len(text) > _LONG:
        return _scan_in_parts(text, history, words, sender)
    fires = _first() if words is WORDS else first_gate(words)
    ways = ways_of(text, history, words) if history else 0
    if not ways and not fires(text):
        return CLEAN
    return _look_closer(text, history, words, sender, ways) or CLEAN


def scan_many(texts: Iterable[str], words: Words = WORDS) -> Iterator[Scan]:
    """The same as `scan` of each text without a history, in order, as they come; a little faster.

    Several texts joined for one pass of the gate cost more than they save: what fires has to be told apart again.
    """
    fires = first_gate(words)
    for text in texts:
        if len(text) > _LONG:
            yield scan(text, (), words)
        else:
            yield (fires(text) and _look_closer(text, (), words, "", 0)) or CLEAN


#: A longer text is read in parts of at most this many characters, each reaching so far into the one before it: cost
#: stays linear, and a contact is seen whole unless it is strewn over more than the overlap.
_LONG, _OVERLAP = 2000, 200
#: What reading all parts of a long text closely may cost; a text with signs in more is not read to its end, and says so.
#: A part costs 1, so some 45,000 characters are read. One that packs to a fifth says much the same in every line and is
#: dear to read, as nearly everything in it is a sign: it costs 7. One that packs to a sixteenth is nothing but one thing
#: over and over, and costs so much that there is no second. What calls for no detector costs nothing, a list either.
_BUDGET = 25
_PRICES = ((16, 13), (5, 7))
#: So much found in a long text is enough: whatever else it holds would change no ruling.
_ENOUGH = 20


def _scan_in_parts(text: str, history: Sequence[Utterance], words: Words, sender: str) -> Scan:
    findings: dict[tuple[Kind, SpeechAct, str], Finding] = {}
    failed: list[str] = []
    fires = first_gate(words)
    start = spent = 0
    while start < len(text):
        end = min(len(text), start + _LONG)
        last = end == len(text)
        part = text[start:end]
        fired = fires(part)
        seen: Scan | None = None
        if fired and spent and spent + _price(part) > _BUDGET:
            seen = Scan(failed=("length",))
        elif last:
            seen = scan(part, history, words, sender=sender)
        elif fired and (seen := _look_closer(part, (), words, sender, 0)):
            spent += _price(part)
        seen = seen or CLEAN
        failed += seen.failed
        for finding in seen.findings:
            moved = tuple(
                [
                    replace(piece, start=piece.start + start, end=piece.end + start)
                    if piece.message_id == ""
                    else piece
                    for piece in finding.pieces
                ]
            )
            findings.setdefault(
                (finding.kind, finding.speech_act, finding.value.lower()), replace(finding, pieces=moved)
            )
        if last or len(findings) >= _ENOUGH:
            break
        overlap = end - _OVERLAP
        cut = max(text.rfind(mark, overlap - _OVERLAP, overlap) for mark in "\n。 ")
        start = cut + 1 if cut >= 0 else overlap  # a number cut in two could look like a shorter one
    return Scan(tuple(findings.values()), tuple(dict.fromkeys(failed)))


def _price(part: str) -> int:
    """What it costs to read a part closely: more where it says the same over and over."""
    written = part.encode("utf-8", "replace")
    packed = len(zlib.compress(written, 1))
    return next((price for times, price in _PRICES if packed * times < len(written)), 1)


def _look_closer(text: str, history: Sequence[Utterance], words: Words, sender: str, ways: int) -> Scan | None:
    """What is found, or None where nothing called for a detector and it cost next to nothing to see that."""
    signs_in = detail_gate(words)
    signs = signs_in(text)
    passage = None
    asked = text
    if signs & Sign.ODD:
        passage = fold(text)
        asked = passage.text
        signs = signs_in(asked) | signs & Sign.QUOTED
        ways = ways_of(asked, history, words) if history else 0
    if history:
        ways |= ways_by_name(asked, history, words, signs)
    calling = _calling(narrowed(signs), ways)
    if not (calling or ways):
        return CLEAN if passage and passage.starts else None  # to undo marks between the characters is dear
    passage = passage or fold(text)
    seen: list[Sighting] = []
    failed: list[str] = []
    if calling:
        seen, failed = _detect(passage, calling, words)
    joined: list[Joined] = []
    if ways & Way.NUMBER and any([one.hit.kind is Kind.PHONE for one in seen]):  # noqa: C419 - a list is faster
        ways &= ~Way.NUMBER  # it has a whole number of its own
    if ways:
        try:
            joined = find_joined(passage, history, words, sender, signs if passage.text == asked else None, ways)
        except Exception:  # noqa: BLE001 - whatever it is, the guard must go on and say so
            failed.append("conversation")
    if not seen and not failed and not joined:
        return CLEAN
    answered = {one.value.lower() for one in joined}
    quoted = in_katakana(passage.written) if signs & Sign.QUOTED else ""
    findings = [
        _finding(sighting, passage, quoted=quoted)
        for sighting in merged(seen)
        if not (answered and is_piece(sighting.hit, answered))
    ]
    if joined:
        findings += _joined_findings(joined, findings, history, passage.written)
    return Scan(tuple(findings), tuple(dict.fromkeys(failed)))


def _calling(signs: int, ways: int) -> int:
    """The signs, where they call for any detector or something before may go on; otherwise what calls for a puzzle."""
    if ways or signs & _DECISIVE or any([signs & both == both for both in _DECISIVE_TOGETHER]):  # noqa: C419 - faster
        return signs
    return signs & Sign.PUZZLE


def _joined_findings(
    joined: list[Joined], findings: list[Finding], history: Sequence[Utterance], written: str
) -> list[Finding]:
    """Contacts put together from several messages, but for those that the newest message has whole."""
    known = {(finding.kind, finding.value.lower()) for finding in findings}
    has_phone = any(finding.kind is Kind.PHONE for finding in findings)
    return [
        Finding(
            one.kind,
            SpeechAct.OFFERS,
            one.value,
            one.confidence,
            ("split",),
            one.rule,
            because(one.rule, one.kind),
            _in_reading_order(one.pieces, history, written),
        )
        for one in joined
        if (one.kind, one.value.lower()) not in known and not (has_phone and one.kind is Kind.PHONE)
    ]


def _detect(passage: Passage, signs: int, words: Words) -> tuple[list[Sighting], list[str]]:
    seen: list[Sighting] = []
    failed: list[str] = []
    for reading, how in readings_of(passage, signs, failed):
        if how:
            signs = narrowed(signs | detail_gate(words)(reading.text))
        for at in called_by(signs):
            detector = DETECTORS[at]
            if detector.name == "conduct" and not signs & Sign.DEAL and _offers_contact(seen):
                continue
            try:
                for hit in detector.find(reading, words, signs):
                    spans = tuple([reading.span_as_written(*part) for part in hit.ranges])
                    seen.append(Sighting(hit, spans, how))
            except Exception:  # noqa: BLE001 - whatever it is, the guard must go on and say so
                failed.append(detector.name)
    return seen, failed


def _offers_contact(seen: list[Sighting]) -> bool:
    """Whether a contact is certain: beside it, asking for one or proposing to talk changes nothing; a deal would."""
    return any([one.hit.kind.is_contact and one.hit.confidence >= _CERTAIN for one in seen])  # noqa: C419 - a list is faster


#: From here on a contact stands by itself; the policy's threshold may not be higher.
_CERTAIN = 0.8


def _finding(sighting: Sighting, passage: Passage, *, quoted: str) -> Finding:
    """`quoted` is the text in katakana where it may quote anything, otherwise ""."""
    kind, value, _, confidence, rule, act = hit = sighting.hit
    pieces = _pieces(sighting.spans, passage.written)
    is_contact = kind.is_contact
    act = act or SpeechAct.OFFERS
    span = Span(sighting.start, sighting.end)
    if quoted and act in _VIOLATIONS and stands_in_copy(passage.written, span, quoted):
        act = SpeechAct.DELIVERABLE if is_contact else SpeechAct.MENTIONS
    tricks = tricks_of(hit, sighting.how, "".join([piece.text for piece in pieces])) if is_contact else ()
    return Finding(kind, act, value, round(confidence, 2), tricks, rule, because(rule, kind), pieces)


_VIOLATIONS = frozenset({SpeechAct.ASKS, SpeechAct.OFFERS})


def _pieces(spans: Sequence[Span], written: str, message_id: str = "") -> tuple[Piece, ...]:
    """Ranges in order; those that touch or overlap are one piece."""
    if len(spans) == 1:
        start, end = spans[0].start, spans[0].end
        return (Piece(message_id, start, end, written[start:end]),)
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple([Piece(message_id, span.start, span.end, written[span.start : span.end]) for span in joined])


def _in_reading_order(pieces: tuple[Piece, ...], history: Sequence[Utterance], written: str) -> tuple[Piece, ...]:
    """Pieces that stand in the order of the contact, as they were sent: the provider may come before the name."""
    said = {one.message_id: one.text for one in history} | {"": written}
    return tuple(
        [
            piece
            for message_id, text in said.items()
            for piece in _pieces(
                [Span(one.start, one.end) for one in pieces if one.message_id == message_id], text, message_id
            )
        ]
    )


#: Where two detectors read the same characters, the more specific one is right.
_ORDER = {
    rule: order
    for order, rules in enumerate(
        (
            ("name.told",),
            ("link.invite",),
            ("email.address",),
            ("link.contact",),
            ("phone.number", "phone.disguised"),
            ("handle.form",),
            ("phone.labelled",),
            ("handle.after_cue",),
            ("phone.pieced",),
        ),
    )
    for rule in rules
}


def merged(seen: list[Sighting]) -> list[Sighting]:
    """One sighting for each contact: of those that overlap as written, the most specific and then the longest stays."""
    if len(seen) < 2:
        return seen
    ranked = sorted(seen, key=lambda one: (_told(one), _ORDER.get(one.hit.rule, len(_ORDER)), -len(one.hit.value)))
    kept: list[Sighting] = []
    said: set[tuple[Kind, str]] = set()
    taken: list[tuple[int, int, Hit]] = []
    for one in ranked:
        hit = one.hit
        is_contact = hit.kind.is_contact
        same = (hit.kind, hit.value.lower().lstrip("@") if is_contact else "")
        if same in said:
            continue
        if is_contact:
            start, end = one.start, one.end
            if any([left < end and start < right and _excludes(other, hit) for left, right, other in taken]):  # noqa: C419
                continue
            taken.append((start, end, hit))
        said.add(same)
        kept.append(one)
    return sorted(kept, key=lambda one: one.start)


_TOLD = frozenset({"replace-instruction", "reversed", "acrostic", "encoded", "assembled"})
_CLOSED_UP = frozenset({"kana-spelled", "spaces"})


def _told(one: Sighting) -> int:
    """0 for what the text itself tells how to read, then names told, then letters set apart; its plain reading is last."""
    if one.hit.rule not in _ORDER or one.hit.rule == "link.invite":
        return 3
    if _TOLD & set(one.how):
        return 0
    return 1 if one.hit.rule == "name.told" else 2 if _CLOSED_UP & set(one.how) else 3


def _excludes(kept: Hit, hit: Hit) -> bool:
    """Whether of two contacts in one place the second says nothing that the first does not say better."""
    if kept.rule == hit.rule and kept.value == hit.value:
        return False  # one handle for two services is two contacts
    return kept.rule != hit.rule or kept.kind is hit.kind
