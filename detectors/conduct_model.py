"""How much a message sounds like conduct, by a small linear model over character n-grams.

Catches wordings no rule lists: «もう少し気楽な場所に移りましょう», "where else could I reach you?". Leaves
«電話番号の入力欄を作ってください» (a mention), «LINEは規約違反なのでできません» (a refusal),
«おすすめの店を教えてください» (everyday chat).

The numbers are multinomial logistic regression, learned by `tests/evaluation/conduct_model/train.py` on sentences
written for this project, rounded to 8 bits, and kept in `detectors/lexicon/conduct_model.bin`. The README beside the
trainer says how the model compares with simpler ones and what it gets wrong. It weighs evidence and explains nothing:
a finding that rests on it alone says so.
"""

from __future__ import annotations

import functools
import itertools
import math
import operator
import pkgutil
import re
import struct
import zlib
from dataclasses import dataclass
from typing import NamedTuple

#: What the model tells apart, in the order of the lanes of a weight.
CLASSES = (
    "solicitation_asks",
    "solicitation_offers",
    "direct_deal_asks",
    "direct_deal_offers",
    "personal_details_asks",
    "personal_details_offers",
    "refuses",
    "mentions",
    "none",
)
_VIOLATIONS = 6  # of the classes, the first six
#: A sentence longer than this is judged by windows: cost stays linear, and a long paste does not outvote a short plea.
LONGEST = 160
#: Bits of a lane: wide enough that no sum of biased bytes over a window runs into the next one.
LANE = 32

_BIAS = 128
_SUMS = struct.Struct(f"<{len(CLASSES)}I")
_DIGITS = str.maketrans("123456789", "000000000")
_LETTERS = re.compile(r"[a-z][a-z']*")
_SENTENCE = re.compile(r"(?:[^。!?\n.]|\.(?!\s))+[。!?.]*")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities, 0 to 1, of the sentence (or pair of neighbouring sentences) that sounds most like a violation.

    `solicitation`, `direct_deal` and `personal_details` each count asking and offering together. `asks`, `offers`,
    `refuses`, `mentions` and `none` add up to 1. `start` and `end` say where that sentence stands in the text judged.
    """

    solicitation: float
    direct_deal: float
    personal_details: float
    asks: float
    offers: float
    refuses: float
    mentions: float
    none: float
    start: int
    end: int

    @property
    def violation(self) -> float:
        """How likely it is that something is asked or offered that a marketplace forbids."""
        return self.asks + self.offers


class _Model(NamedTuple):
    """Each n-gram's weights, one biased lane for each class, packed into one integer: a sum adds all lanes at once."""

    weights: dict[str, int]
    intercepts: tuple[float, ...]
    scale: float


def grams(low: str) -> set[str]:
    """The features of a sentence: runs of two to four characters, Latin words, pairs of neighbouring Latin words."""
    text = f" {low.strip().translate(_DIGITS)} "
    twos = list(map(operator.add, text, text[1:]))
    found = set(twos)
    found.update(map(operator.add, twos, text[2:]))
    found.update(map(operator.add, twos, twos[2:]))
    words = _LETTERS.findall(text)
    if words:
        found.update(["\x01" + word for word in words])
        found.update(map("\x01".join, itertools.pairwise(words)))
    return found


def sentences(low: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, windows of what is too long among them."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(low):
        start, end = match.span()
        while end - start > LONGEST:
            spans.append((start, start + LONGEST))
            start += LONGEST // 2
        if not low[start:end].isspace():
            spans.append((start, end))
    return spans


def judge(low: str) -> Judgement:
    """Judge a folded text (`Passage.low`). Linear in its length.

    Each sentence counts, and each two neighbours together; the one that sounds most like a violation decides.
    """
    weights = _model().weights
    weight = weights.__getitem__
    best = (0.0, (0.0,) * (len(CLASSES) - 1) + (1.0,), 0, len(low))
    before: set[str] = set()
    before_start = before_total = 0
    for start, end in sentences(low):
        known = weights.keys() & grams(low[start:end])
        total = sum(map(weight, known))
        chances = _probabilities(total, len(known))
        best = max(best, (sum(chances[:_VIOLATIONS]), chances, start, end))
        if before:
            both = before & known
            chances = _probabilities(
                before_total + total - sum(map(weight, both)), len(before) + len(known) - len(both)
            )
            best = max(best, (sum(chances[:_VIOLATIONS]), chances, before_start, end))
        before, before_start, before_total = known, start, total
    _, p, start, end = best
    return Judgement(
        p[0] + p[1], p[2] + p[3], p[4] + p[5], p[0] + p[2] + p[4], p[1] + p[3] + p[5], p[6], p[7], p[8], start, end
    )


def _probabilities(total: int, count: int) -> tuple[float, ...]:
    """The chance of each class, by the sum of the weights of so many n-grams."""
    _, intercepts, scale = _model()
    bias = _BIAS * count
    sums = _SUMS.unpack(total.to_bytes(_SUMS.size, "little"))
    scores = [intercept + scale * (sum_ - bias) for sum_, intercept in zip(sums, intercepts, strict=True)]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    whole = sum(powers)
    return tuple([power / whole for power in powers])


def packed(weights: dict[str, tuple[int, ...]], intercepts: tuple[float, ...], scale: float) -> bytes:
    """The file, zlib over: intercepts, scale, counts; the n-grams in order; a byte for each class and n-gram."""
    names = sorted(weights)
    header = struct.pack(f"<{len(CLASSES) + 1}dI", *intercepts, scale, len(names))
    words = "\x00".join(names).encode()
    columns = bytes(weights[name][lane] + _BIAS for lane in range(len(CLASSES)) for name in names)
    return zlib.compress(header + struct.pack("<I", len(words)) + words + columns, 9)


def unpacked(data: bytes) -> _Model:
    """The model that `packed` wrote."""
    raw = zlib.decompress(data)
    form = f"<{len(CLASSES) + 1}dII"
    *floats, count, size = struct.unpack_from(form, raw)
    start = struct.calcsize(form)
    names = raw[start : start + size].decode().split("\x00")
    lanes = bytearray(count * len(CLASSES) * LANE // 8)
    step = len(CLASSES) * LANE // 8
    for lane in range(len(CLASSES)):
        at = start + size + lane * count
        lanes[lane * LANE // 8 :: step] = raw[at : at + count]
    wide = bytes(lanes)
    weights = {
        name: int.from_bytes(wide[i : i + step], "little")
        for name, i in zip(names, range(0, count * step, step), strict=True)
    }
    return _Model(weights, tuple(floats[:-1]), floats[-1])


@functools.cache
def _model() -> _Model:
    data = pkgutil.get_data("detectors.lexicon", "conduct_model.bin")
    if data is None:  # pragma: no cover - a package without its own file is broken
        raise FileNotFoundError("detectors/lexicon/conduct_model.bin is missing; reinstall, or run train.py")
    return unpacked(data)
