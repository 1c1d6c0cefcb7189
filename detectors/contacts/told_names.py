"""Names that the text itself tells how to read: a handle of the service it speaks of, or what stands before a domain.

Catches "second letters of spoon, air, knit, bell, that is my Telegram", 各行の頭をローマ字にして緑のアプリで検索, rot13 and Morse
for a handle, the first letters of lines before @example.jp. Leaves acrostics, ciphers and scores that are the work itself:
without a service or an address in the same text nothing is found, nor where the service is only the topic.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from detectors.contacts.email import only_domain, valid_address
from detectors.contacts.services import find_cues
from detectors.encodings import BYTES_TOLD
from detectors.findings import Kind
from detectors.gate import ALL_KINDS
from detectors.hints import hints_of
from detectors.hits import Hit
from detectors.lexicon import services as lexicon
from detectors.lexicon import wordplay
from detectors.name_ciphers import names_in_cipher
from detectors.normalise import fold_pattern
from detectors.wordplay import names_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.contacts.services import Cue
    from detectors.normalise import Passage
    from detectors.wordplay import Told
    from detectors.words import Words

_FICTION = fold_pattern(lexicon.FICTION)
#: Words that say whose name it is, or what to do with it.
_IS_SOMEBODY = fold_pattern(
    r"(?:ライン|インスタ|スカイプ|テレグラム|カカオ|ディスコード?)は|検索|追加|くだ|探|さがし|登録|申請|送|連絡|待って|フォロー|dm|です|(?<![a-z])(?:id|me|my|mine|name|handle|i am|i'm|add|find|search|message|ping|write)(?![a-z])|私|わたし|僕|ぼく|届|います|いる|それが"
)
_WORK = fold_pattern(
    r"教材|練習|例題|問題集|解説|クイズの(?:問題|作成)|歌詞|楽譜|ポスター|チラシ|題字|ロゴ|看板|(?<![a-z])(?:lesson|exercise|worksheet|puzzle page|example of)(?![a-z])"
)

#: What goes on behind a name and makes it an address: Ink, Navy, Ebony, Zinc. Then a dot, then olive, then at example.com.
_TAIL = re.compile(r"[」』\"']?\.?\s?(?P<tail>[._-][a-z\d]+)@(?P<domain>[a-z\d-]+(?:\.[a-z\d-]+)+)")


@functools.cache
def _hints() -> Callable[[str], int]:
    """Whether a folded text tells how to read anything: one pass, since most texts do not."""
    told = (
        wordplay.FIRST, wordplay.LAST, wordplay.NTH, wordplay.CAPITALS, wordplay.LATIN_ONLY, wordplay.COLUMNS,
        wordplay.MOVED, wordplay.ROTATED, wordplay.ENCODED, wordplay.KANA_KEYS, wordplay.MULTITAP, wordplay.NOTES_TOLD,
        wordplay.MORSE_TOLD, wordplay.ALPHABET_TOLD, r"[a-z](?:, [a-z\d]){3}", r"(?:[.\-・ー]{1,5}[ /|]{1,3}){2}[.\-・ー]", BYTES_TOLD,
    )  # fmt: skip
    return hints_of(dict.fromkeys([1], "|".join(f"(?:{pattern})" for pattern in told)))


def find_told_names(passage: Passage, words: Words, kinds: int = ALL_KINDS) -> list[Hit]:
    """The names the text tells how to read, each as a contact of the service or domain it goes with."""
    if not _hints()(passage.low):
        return []
    told = names_in_cipher(passage)
    if _IS_SOMEBODY.search(passage.low) or "@" in passage.low:
        told += names_in_words(passage)
    if not told or _FICTION.search(passage.low):
        return []
    domain = only_domain(passage)
    cues = [cue for cue in find_cues(passage, words, kinds) if not cue.topic]
    hits: list[Hit] = []
    for name in told:
        span = (name.start, name.end)
        if tail := _TAIL.match(passage.low, name.end):
            value = valid_address(name.value + tail["tail"], tail["domain"])
            spans: tuple[tuple[int, int], ...] = ((name.start, tail.end()),)
        else:
            value = valid_address(name.value, domain[0]) if domain else ""
            spans = tuple(sorted([span, domain[1]])) if domain else ()
        if value:
            hits.append(Hit(Kind.EMAIL, value, spans, 0.85, "name.told"))
        elif (cue := _nearest(name, cues)) and not _WORK.search(passage.low):
            hits.append(Hit(cue.kind, name.value, (span,), 0.85, "name.told"))
    return hits


def _nearest(name: Told, cues: list[Cue]) -> Cue | None:
    """The service nearest to a name; of two as near, the one before it."""
    apart = [cue for cue in cues if cue.end <= name.start or name.end <= cue.start]
    return min(apart, key=lambda cue: min(abs(cue.end - name.start), abs(cue.start - name.end)), default=None)
