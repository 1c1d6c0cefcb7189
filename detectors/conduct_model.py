"""How much a message sounds like conduct, by a small linear model over character n-grams.

Catches wordings no rule lists: «もう少し気楽な場所に移りましょう», "where else could I reach you?". Leaves
«電話番号の入力欄を作ってください» (a mention), «LINEは規約違反なのでできません» (a refusal),
"let me know when the hotel is booked" (ordinary talk).

Two to five characters in a row are hashed to a row of weights, so a sentence costs a few vector operations, whatever is said
in it. Training needs scikit-learn, reading the file does not; `tests/evaluation/conduct_model/README.md` says how it was
made, from which sentences, and what it reaches.
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
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: What the model tells apart, in the order of the columns of a weight.
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
#: The n-grams' lengths.
_SHORTEST_GRAM, _LONGEST_GRAM = 2, 5
#: Rows of weights are 2 to the power of this.
BITS = 16

_MIX = np.uint32(2654435761)  # the multiplier of Knuth's multiplicative hash
_SHIFT = np.uint32(32 - BITS)
_SENTENCE = re.compile(r"(?:[^。!?\n.]|\.(?!\s))+[。!?.]*")
#: Behind the text, so that an n-gram of any length begins at each of its characters.
_EDGE = " " * (_LONGEST_GRAM - 1)
#: So many n-grams has the longest sentence.
_ONES = np.ones((_LONGEST_GRAM - _SHORTEST_GRAM + 1) * (LONGEST + len(_EDGE)), np.float32)
#: Sums up what speaks for a violation, and what speaks for anything.
_VIOLATIONS_AND_ALL = np.array([[at < _VIOLATIONS, True] for at in range(len(CLASSES))], np.float32)
#: The exponential of a higher score has no room in 32 bits.
_HIGHEST = np.float32(80)


class Judgement(NamedTuple):
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


#: Of a text without a sentence.
ORDINARY = Judgement(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0, 0)


class Model(NamedTuple):
    """A row of weights for each hashed n-gram, a column for each class; and what each class has without any."""

    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]


def sentences(low: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, windows of what is too long among them."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(low):
        start, end = match.span()
        while end - start > LONGEST:
            spans.append((start, start + LONGEST))
            start += LONGEST // 2
        if low[start:end].strip():
            spans.append((start, end))
    return spans


def grams(low: str) -> list[NDArray[np.uint32]]:
    """The rows of the n-grams that begin at each character of a text set between blanks, by their length."""
    codes = np.frombuffer(f" {low}{_EDGE}".encode("utf-32-le", "replace"), np.uint32)
    found = []
    mixed = codes * _MIX
    for length in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
        mixed = (mixed[:-1] ^ codes[length - 1 :]) * _MIX
        found.append(mixed >> _SHIFT)
    return found


def judge(low: str, model: Model | None = None) -> Judgement:
    """Judge a folded text (`Passage.low`), by another model than the shipped one if it is given. Linear in its length.

    Each sentence counts, and each two neighbours together; the one that sounds most like a violation decides.
    """
    model = model or _model()
    spans = sentences(low)
    if not spans:
        return ORDINARY
    if len(spans) == 1:
        start, end = spans[0]
        taken = model.weights.take(np.concatenate(grams(low[start:end])), axis=0)
        return _judgement(_ONES[: len(taken)] @ taken * share(end - start) + model.intercepts, start, end)
    starts = [start for start, _ in spans]
    found = grams(low)
    bases = itertools.accumulate(map(len, found[:-1]), initial=0)
    offsets = [base + start for base in bases for start in starts]
    sums = np.add.reduceat(model.weights.take(np.concatenate(found), axis=0), offsets, axis=0)
    own = sums.reshape(len(found), len(spans), len(CLASSES)).sum(axis=0)
    sizes = [end - start for start, end in spans]
    shares = [share(size) for size in (*sizes, *map(operator.add, sizes, sizes[1:]))]
    scores = np.concatenate((own, own[:-1] + own[1:])) * np.array(shares, np.float32)[:, None] + model.intercepts
    odds = np.exp(np.minimum(scores, _HIGHEST)) @ _VIOLATIONS_AND_ALL
    most = int((odds[:, 0] / odds[:, 1]).argmax())
    at = most % len(spans)
    return _judgement(scores[most], starts[at], spans[at + (most >= len(spans))][1])


def share(size: int) -> float:
    """What one n-gram says in a sentence of so many characters: less where there are many, though not in proportion."""
    return float(max(size, 1) ** -0.25)


def _judgement(scores: NDArray[np.float32], start: int, end: int) -> Judgement:
    """The chance of each class, by its score."""
    values = scores.tolist()
    largest = max(values)
    powers = [math.exp(value - largest) for value in values]
    a, b, c, d, e, f, refuses, mentions, none = powers
    total = sum(powers)
    return Judgement(
        (a + b) / total,
        (c + d) / total,
        (e + f) / total,
        (a + c + e) / total,
        (b + d + f) / total,
        refuses / total,
        mentions / total,
        none / total,
        start,
        end,
    )


def packed(weights: NDArray[np.int8], intercepts: tuple[float, ...], scale: float) -> bytes:
    """A model file: intercepts and scale as doubles, then the weights column by column, a byte each; compressed."""
    header = struct.pack(f"<{len(CLASSES) + 1}d", *intercepts, scale)
    return zlib.compress(header + np.ascontiguousarray(weights.T).tobytes(), 9)


def unpacked(data: bytes) -> Model:
    """The model that `packed` wrote."""
    raw = zlib.decompress(data)
    form = f"<{len(CLASSES) + 1}d"
    *intercepts, scale = struct.unpack_from(form, raw)
    columns = np.frombuffer(raw, np.int8, offset=struct.calcsize(form)).reshape(len(CLASSES), -1)
    return Model(np.ascontiguousarray(columns.T, np.float32) * np.float32(scale), np.array(intercepts, np.float32))


@functools.cache
def _model() -> Model:
    data = pkgutil.get_data("detectors.lexicon", "conduct_model.bin")
    if data is None:  # pragma: no cover - a package without its own file is broken
        raise FileNotFoundError("detectors/lexicon/conduct_model.bin is missing; reinstall, or run train.py")
    return unpacked(data)
