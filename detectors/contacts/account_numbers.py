"""Phone numbers that the text says are an account of a messenger: of WhatsApp, Viber, Telegram, Signal.

Catches "on the green phone app, under +351 912 555 073", Viberが楽です。+380 67 555 0182 で私が出ます, ワッツアップ入れてますか？… で登録してます.
Leaves "WhatsApp or phone: …", "my cell is …, WhatsApp works too" and a number sentences away from the service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.contacts.services import find_cues
from detectors.findings import Kind
from detectors.gate import KINDS
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.hits import Hit
    from detectors.normalise import Passage
    from detectors.words import Words

#: Services whose accounts are numbers; of the others only those named here.
_BY_NUMBER = (Kind.WHATSAPP, Kind.TELEGRAM, Kind.OTHER)
_ALL = sum(KINDS[kind] for kind in _BY_NUMBER)
_OTHERS = fold_pattern(r"viber|バイバー|signal(?: app)?|シグナル")
#: Between a service and a number these say that the number is another thing, or nobody's account.
_APART = fold_pattern(
    r"電話|携帯|ケータイ|スマホ|ショートメ|直通|ではなく|じゃなく|より(?!も?早)|または|もしくは|ません(?!か)|ない|(?<![a-z])(?:phone|mobile|cell|landline|call|ring|text|sms|or|not|no|never|don't|doesn't|isn't|can't|without|than|else)(?![a-z])"
)
_STOP = fold_pattern(r"[。!?\n]|\.\s")
#: In a sentence of its own the number must be said to be the one there.
_THERE_BEFORE = fold_pattern(r"(?:on (?:it|there)(?: is| as)?|under|そこ(?:で|の)?|そちら(?:で|の)?)[^\n。]{0,12}$")
_THERE_BEHIND = fold_pattern(
    r"\s?(?:(?:で|から|に)(?:は)?\s?(?:登録|出|見つ|入って|やって|使って|私|わたし|僕|検索|追加|探)|(?:is me|on (?:it|there)|there)(?![a-z]))"
)
_FAR = 60


def with_their_service(passage: Passage, words: Words, seen: int, hits: list[Hit]) -> list[Hit]:
    """The hits, those that are accounts of a messenger as such."""
    if not hits or not seen & _ALL:
        return hits
    cues = [
        cue
        for cue in find_cues(passage, words, seen & _ALL)
        if cue.kind is not Kind.OTHER or _OTHERS.fullmatch(passage.low, cue.start, cue.end)
    ]
    if not cues:
        return hits
    return [_of_account(hit, [cue.kind for cue in cues if _is_its(hit, cue.end, passage)]) for hit in hits]


def _of_account(hit: Hit, kinds: list[Kind]) -> Hit:
    """The hit, as an account of the service that is named last before it."""
    return hit._replace(kind=kinds[-1]) if kinds else hit


def _is_its(hit: Hit, after: int, passage: Passage) -> bool:
    """Whether a number is the account of a service that is named up to `after`."""
    low, (start, _), (_, end) = passage.low, hit.ranges[0], hit.ranges[-1]
    if not 0 <= start - after <= _FAR or _APART.search(low, after, start):
        return False
    stops = len(_STOP.findall(low[after:start]))
    return not stops or (stops == 1 and bool(_THERE_BEFORE.search(low[after:start]) or _THERE_BEHIND.match(low, end)))
