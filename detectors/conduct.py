"""Conduct without a contact in it: asking for one, proposing to talk or to deal elsewhere, personal details.

Catches 電話番号を教えてください, LINEでやりとりしませんか, 次からは直接お願いします, "shall we take this elsewhere?". Leaves
電話番号の入力欄, LINEスタンプ, 直接取引はお断りしています, "a rule about phone numbers", サイト内のビデオ通話.
Each sentence is judged by itself; what it turns down or is merely about is kept as a finding that asks for nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.conduct_model import Judgement, judge
from detectors.findings import Kind, SpeechAct
from detectors.hits import Hit
from detectors.lexicon import conduct as lexicon
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_SENTENCE = re.compile(r"[^。!?！？\n]+(?:[!?！？]+|。|\n|$)")
_ENGLISH_STOP = re.compile(r"(?<=[a-z)\"'])[.;] (?=\S)")

_CHANNEL = fold_pattern(lexicon.CHANNEL)
_ASK = fold_pattern(lexicon.ASK)
_TALK = fold_pattern(lexicon.TALK)
_PROPOSE = fold_pattern(lexicon.PROPOSE)
_HERE = fold_pattern(lexicon.HERE)
_REFUSE = fold_pattern(lexicon.REFUSE)
_TOPIC = fold_pattern(lexicon.TOPIC)
_ELSEWHERE = fold_pattern(lexicon.ELSEWHERE)
_DEAL = fold_pattern(f"{lexicon.DEAL}|{lexicon.DEAL_EN}")
_DETAILS = fold_pattern(lexicon.DETAILS)
_DETAILS_GIVEN = fold_pattern(lexicon.DETAILS_GIVEN)
_THIRD_PARTY = fold_pattern(lexicon.THIRD_PARTY)
_YOUR_OWN = fold_pattern(lexicon.YOUR_OWN)
_DEAL_TOPIC = fold_pattern(lexicon.DEAL_TOPIC)
_REACH = fold_pattern(
    r"(?<![a-z])(?:e-?mail|phone|number|mobile|line|whatsapp|skype|slack|telegram|discord|handle)(?![a-z])"
)
_ASK_EN = fold_pattern(rf"(?<![a-z]){lexicon.ASK_EN}(?![a-z])")
_ASK_EN_TOPIC = fold_pattern(lexicon.ASK_EN_TOPIC)
_MOVE_EN = fold_pattern(rf"(?<![a-z]){lexicon.MOVE_EN}(?![a-z])")
_ELSEWHERE_EN = fold_pattern(rf"(?<![a-z])(?:{lexicon.ELSEWHERE_EN})")


def sentences(low: str) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences of a folded text."""
    for match in _SENTENCE.finditer(low):
        start = match.start()
        for stop in _ENGLISH_STOP.finditer(low, match.start(), match.end()):
            yield start, stop.end()
            start = stop.end()
        if start < match.end():
            yield start, match.end()


def judge_sentence(low: str) -> tuple[Kind, SpeechAct, float] | None:  # noqa: C901, PLR0911, PLR0912 - one question after another
    """Kind, act and confidence of one folded sentence, or None where it is about nothing of the sort."""
    deal = _DEAL.search(low)
    details = _DETAILS.search(low) or _DETAILS_GIVEN.search(low)
    channel = _CHANNEL.search(low)
    asked = _ASK_EN_TOPIC.search(low)
    if asked and details and not _REACH.search(low):
        asked = None
    elsewhere = _ELSEWHERE.search(low)
    moved = _ELSEWHERE_EN.search(low)
    if not (deal or details or channel or elsewhere or moved or asked):
        return None
    kind = Kind.DIRECT_DEAL if deal else Kind.PERSONAL_DETAILS if details and not channel else Kind.SOLICITATION
    if _REFUSE.search(low):
        return kind, SpeechAct.REFUSES, 0.85
    if _YOUR_OWN.search(low) and not _THIRD_PARTY.search(low):
        return Kind.SOLICITATION, SpeechAct.ASKS, _PLAIN
    if deal and not _DEAL_TOPIC.search(low):
        return Kind.DIRECT_DEAL, SpeechAct.OFFERS, 0.85
    if _TOPIC.search(low) or _HERE.search(low):
        return kind, SpeechAct.MENTIONS, 0.8
    third = _THIRD_PARTY.search(low)
    if channel and not third:
        if (ask := _ASK.search(low, channel.end())) and ask.start() - channel.end() <= 30:
            return Kind.SOLICITATION, SpeechAct.ASKS, 0.88
        if (
            (talk := _TALK.search(low, channel.start()))
            and talk.start() - channel.end() <= 20
            and _PROPOSE.search(low, talk.start())
        ):
            return Kind.SOLICITATION, SpeechAct.OFFERS, 0.86
    if elsewhere and _TALK.search(low) and _PROPOSE.search(low, elsewhere.start()):
        return Kind.SOLICITATION, SpeechAct.OFFERS, 0.85
    if asked and not third and _ASK_EN.search(low):
        return Kind.SOLICITATION, SpeechAct.ASKS, 0.86
    if moved and _MOVE_EN.search(low):
        return Kind.SOLICITATION, SpeechAct.OFFERS, 0.85
    if _DETAILS_GIVEN.search(low):
        return Kind.PERSONAL_DETAILS, SpeechAct.OFFERS, 0.85
    if details and not third and (_ASK.search(low) or _ASK_EN.search(low)):
        return Kind.PERSONAL_DETAILS, SpeechAct.ASKS, 0.85
    return (kind, SpeechAct.MENTIONS, 0.6) if channel or details or asked else None


#: Where the rules see conduct the model may still call it ordinary; where they do not, it must be sure; surer still where
#: they see a refusal or a mere topic. Chosen on tests/evaluation so that honest messages are left alone.
_DOUBT, _SURE, _AGAINST_RULES = 0.12, 0.75, 0.9
#: Below this a refusal or a mention is not worth naming.
_TOLD = 0.5
#: A rule so plain that the model has no say.
_PLAIN = 0.9
_VIOLATIONS = frozenset({SpeechAct.ASKS, SpeechAct.OFFERS})


def find_conduct(passage: Passage) -> list[Hit]:
    """The conduct of a text: a violation for each kind, or else the one refusal or mention that says most."""
    low = passage.low
    weighed = judge(low)
    if weighed.violation <= _DOUBT and weighed.refuses + weighed.mentions < _TOLD and not _YOUR_OWN.search(low):
        return []
    judged = [(start, end, verdict) for start, end in sentences(low) if (verdict := judge_sentence(low[start:end]))]
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
    if weighed.violation > (_AGAINST_RULES if here and not any(act in _VIOLATIONS for act in here) else _SURE):
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
