"""Conduct without a contact in it: asking for one, proposing to talk or to deal elsewhere, personal details.

Catches 電話番号を教えてください, LINEでやりとりしませんか, 次からは直接お願いします, "shall we take this elsewhere?". Leaves
電話番号の入力欄, LINEスタンプ, 直接取引はお断りしています, "a rule about phone numbers", サイト内のビデオ通話.
Each sentence is judged by itself; what it turns down or is merely about is kept as a finding that asks for nothing.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

from detectors.conduct_model import Judgement, judge
from detectors.findings import Kind, SpeechAct
from detectors.gate import CHARACTERS
from detectors.hints import hints_of
from detectors.hits import Hit
from detectors.lexicon import conduct as lexicon
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from detectors.normalise import Passage

_SENTENCE = re.compile(r"[^。!?！？\n]+(?:[!?！？]+|。|\n|$)")
_ENGLISH_STOP = re.compile(r"(?<=[a-z)\"'])[.;] (?=\S)")


class _Wording:
    """A pattern over folded text that is searched only where a hint says it may match."""

    def __init__(self, at: int, pattern: str) -> None:
        self.hint = 1 << at
        self.pattern = pattern
        self._search = fold_pattern(pattern).search

    def __call__(self, low: str, hints: int, start: int = 0) -> re.Match[str] | None:
        return self._search(low, start) if hints & self.hint else None


_WORDINGS: list[_Wording] = []


def _wording(pattern: str) -> _Wording:
    wording = _Wording(len(_WORDINGS), pattern)
    _WORDINGS.append(wording)
    return wording


_CHANNEL = _wording(lexicon.CHANNEL)
_ASK = _wording(lexicon.ASK)
_PLAIN_ASK = _wording(lexicon.PLAIN_ASK)
_PLAIN_OFFER = _wording(lexicon.PLAIN_OFFER)
_TALK = _wording(lexicon.TALK)
_PROPOSE = _wording(lexicon.PROPOSE)
_HERE = _wording(lexicon.HERE)
_REFUSE = _wording(lexicon.REFUSE)
_TOPIC = _wording(lexicon.TOPIC)
_ELSEWHERE = _wording(lexicon.ELSEWHERE)
_FIELD = _wording(lexicon.FIELD)
_DEAL = _wording(f"{lexicon.DEAL}|{lexicon.DEAL_EN}")
_DETAILS = _wording(lexicon.DETAILS)
_DETAILS_GIVEN = _wording(lexicon.DETAILS_GIVEN)
_THIRD_PARTY = _wording(lexicon.THIRD_PARTY)
_DEAL_TOPIC = _wording(lexicon.DEAL_TOPIC)
_REACH = _wording(
    r"(?<![a-z])(?:e-?mail|phone|number|mobile|line|whatsapp|skype|slack|telegram|discord|handle)(?![a-z])"
)
_ASK_EN = _wording(rf"(?<![a-z]){lexicon.ASK_EN}(?![a-z])")
_ASK_EN_TOPIC = _wording(lexicon.ASK_EN_TOPIC)
_MOVE_EN = _wording(rf"(?<![a-z]){lexicon.MOVE_EN}(?![a-z])")
_ELSEWHERE_EN = _wording(rf"(?<![a-z])(?:{lexicon.ELSEWHERE_EN})")
_YOUR_OWN = fold_pattern(lexicon.YOUR_OWN)
#: Without one of these a sentence is about nothing of the sort.
_ABOUT = (
    _DEAL.hint
    | _DETAILS.hint
    | _DETAILS_GIVEN.hint
    | _CHANNEL.hint
    | _ASK_EN_TOPIC.hint
    | _ELSEWHERE.hint
    | _ELSEWHERE_EN.hint
    | _PLAIN_OFFER.hint
)


@functools.cache
def _hints() -> Callable[[str], int]:
    return hints_of({wording.hint: wording.pattern for wording in _WORDINGS}, CHARACTERS)


def sentences(low: str) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences of a folded text."""
    for match in _SENTENCE.finditer(low):
        start = match.start()
        for stop in _ENGLISH_STOP.finditer(low, match.start(), match.end()):
            yield start, stop.end()
            start = stop.end()
        if start < match.end():
            yield start, match.end()


def judge_sentence(low: str, hints: int) -> tuple[Kind, SpeechAct, float] | None:  # noqa: C901, PLR0911, PLR0912 - one question after another
    """Kind, act and confidence of one folded sentence, or None where it is about nothing of the sort.

    `hints` says which wordings may occur in it.
    """
    if not hints & _ABOUT:
        return None
    deal = _DEAL(low, hints)
    details = _DETAILS(low, hints) or _DETAILS_GIVEN(low, hints)
    channel = _CHANNEL(low, hints)
    asked = _ASK_EN_TOPIC(low, hints)
    if asked and details and not _REACH(low, hints):
        asked = None
    elsewhere = _ELSEWHERE(low, hints)
    moved = _ELSEWHERE_EN(low, hints)
    offered = _PLAIN_OFFER(low, hints)
    if not (deal or details or channel or elsewhere or moved or asked or offered):
        return None
    kind = Kind.DIRECT_DEAL if deal else Kind.PERSONAL_DETAILS if details and not channel else Kind.SOLICITATION
    if _REFUSE(low, hints):
        return kind, SpeechAct.REFUSES, 0.85
    topic = _TOPIC(low, hints) or _HERE(low, hints)
    third = _THIRD_PARTY(low, hints)
    if not third and (_YOUR_OWN.search(low) or (not topic and _PLAIN_ASK(low, hints))):
        return Kind.SOLICITATION, SpeechAct.ASKS, _PLAIN
    if not (third or topic or deal) and offered:
        return Kind.SOLICITATION, SpeechAct.OFFERS, _PLAIN
    if deal and not _DEAL_TOPIC(low, hints):
        return Kind.DIRECT_DEAL, SpeechAct.OFFERS, 0.85
    if topic:
        return kind, SpeechAct.MENTIONS, 0.8
    if channel and not third:
        if (ask := _ASK(low, hints, channel.end())) and ask.start() - channel.end() <= 30:
            return Kind.SOLICITATION, SpeechAct.ASKS, 0.88
        if (
            (talk := _TALK(low, hints, channel.start()))
            and talk.start() - channel.end() <= 20
            and _PROPOSE(low, hints, talk.start())
        ):
            return Kind.SOLICITATION, SpeechAct.OFFERS, 0.86
    if elsewhere and _TALK(low, hints) and _PROPOSE(low, hints, elsewhere.start()):
        return Kind.SOLICITATION, SpeechAct.OFFERS, 0.85
    if asked and not third and _ASK_EN(low, hints):
        return Kind.SOLICITATION, SpeechAct.ASKS, 0.86
    if moved and _MOVE_EN(low, hints):
        return Kind.SOLICITATION, SpeechAct.OFFERS, 0.85
    if _DETAILS_GIVEN(low, hints):
        return Kind.PERSONAL_DETAILS, SpeechAct.OFFERS, 0.85
    if details and not third and (_ASK(low, hints) or _ASK_EN(low, hints)):
        return Kind.PERSONAL_DETAILS, SpeechAct.ASKS, 0.85
    return (kind, SpeechAct.MENTIONS, 0.6) if channel or details or asked else None


#: Where the rules see conduct the model may still call it ordinary.
_DOUBT = 0.35
#: Where they do not, it must be sure, and surer of a longer text: the more sentences, the more chances to be wrong.
_SURE, _SURE_OF_LONG, _LONG = 0.7, 0.85, 90
#: Surer still by this much where the rules see a refusal or a mere topic, and where what is spoken of are fields of a form.
#: All chosen on tests/evaluation so that honest messages are left alone.
_AGAINST_RULES, _AGAINST_FIELDS = 0.08, 0.12
#: A text that the model calls this ordinary is not looked at sentence by sentence.
_ORDINARY = 0.7
#: So many sentences of one text are judged by the rules; the model judges all.
_MOST_SENTENCES = 60
#: A rule so plain that the model has no say.
_PLAIN = 0.9
_VIOLATIONS = frozenset({SpeechAct.ASKS, SpeechAct.OFFERS})


def find_conduct(passage: Passage) -> list[Hit]:
    """The conduct of a text: a violation for each kind, or else the one refusal or mention that says most."""
    low = passage.low
    weighed = judge(low)
    hints = _hints()(low)
    if weighed.none > _ORDINARY and not (hints & (_PLAIN_ASK.hint | _PLAIN_OFFER.hint) or _YOUR_OWN.search(low)):
        return []
    judged = [
        (start, end, verdict)
        for start, end in itertools.islice(sentences(low), _MOST_SENTENCES)
        if (verdict := judge_sentence(low[start:end], hints))
    ]
    hits: dict[Kind, Hit] = {}
    for start, end, (kind, act, confidence) in judged:
        if (
            act in _VIOLATIONS
            and (weighed.violation > _DOUBT or confidence >= _PLAIN)
            and (kind not in hits or act is SpeechAct.ASKS)
        ):
            hits[kind] = Hit(kind, "", ((start, end),), max(confidence, weighed.violation), f"{kind}.words", act)
    if hits:
        return list(hits.values())
    here = [act for start, end, (_, act, _) in judged if start < weighed.end and weighed.start < end]
    against = bool(here) and not any(act in _VIOLATIONS for act in here)
    fields = against and _FIELD(low[weighed.start : weighed.end], hints) is not None
    least = (_SURE if len(low) <= _LONG else _SURE_OF_LONG) + _AGAINST_RULES * against + _AGAINST_FIELDS * fields
    if weighed.violation > least:
        return [_by_model(weighed)]
    for wanted in (SpeechAct.REFUSES, SpeechAct.MENTIONS):
        for start, end, (kind, act, confidence) in judged:
            if act is wanted:
                return [Hit(kind, "", ((start, end),), confidence, f"{kind}.words", act)]
    return []


def _by_model(weighed: Judgement) -> Hit:
    kind = max(
        (Kind.SOLICITATION, Kind.DIRECT_DEAL, Kind.PERSONAL_DETAILS),
        key={
            Kind.SOLICITATION: weighed.solicitation,
            Kind.DIRECT_DEAL: weighed.direct_deal,
            Kind.PERSONAL_DETAILS: weighed.personal_details,
        }.__getitem__,
    )
    act = SpeechAct.ASKS if weighed.asks >= weighed.offers else SpeechAct.OFFERS
    return Hit(kind, "", ((weighed.start, weighed.end),), weighed.violation, f"{kind}.model", act)
