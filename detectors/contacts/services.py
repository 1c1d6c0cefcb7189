"""Handles of messaging services: a cue for the service and, near it, a token formed like a handle.

Catches LINE ID: taro_web1, ラインは taro_web1 です, L○NEで「taro_web1」を追加, 緑のアプリで taro_web1, Skype名は live:.cid.7f3a…,
"I'm taro.web on Discord". Leaves ガイドライン, LINEスタンプ, Slack連携の実装, "line items", slack.com as a topic, a file name.
"""

from __future__ import annotations

import bisect
import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from detectors.contacts.disguised import MASKS, disguises
from detectors.contacts.formed import find_formed, find_in_file_names, find_meetings
from detectors.contacts.handles import (
    STRONG,
    Token,
    handle_tokens,
    is_named_behind,
    is_noun,
    is_of_a_thing,
    without_list_marks,
)
from detectors.findings import Kind
from detectors.gate import ALL_KINDS, KINDS
from detectors.hits import Hit
from detectors.lexicon import described, dialogue, puns
from detectors.lexicon import services as lexicon
from detectors.normalise import fold_pattern, fold_word

if TYPE_CHECKING:
    from detectors.normalise import Passage
    from detectors.words import Words


@dataclass(frozen=True, slots=True)
class Cue:
    """A mention of a service. `topic`: it is what the work is about; `plain`: its bare name, which may be an ordinary word."""

    kind: Kind
    start: int
    end: int
    topic: bool
    disguised: bool


_PLAIN_LATIN = {
    "line": r"(?<![A-Za-z\d])(?:LINE|LiNE|LInE|LINe|lINE|LiNe|LlNE)(?![A-Za-z])|(?<![A-Za-z])[Ll]ine(?= ?(?:ID|id|Id|:|：|→|@|交換|で|の|は|も|を|is better|account|app|handle|works|me|\())"
}
#: Hiragana that may stand directly before a name written in hiragana: particles, not the middle of a word.
_PARTICLES = frozenset("はがをにでともやのへ、")


def _is_read(found: str) -> bool:
    """Whether enough letters of a masked name are left to read it: ス○イプ, チ○ットワ○ク, but not ○○ン."""
    letters = sum(c.isalnum() and c not in MASKS for c in found)
    return letters > sum(c in MASKS for c in found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a kana name is a word of its own: オンライン and おんらいん are not ライン."""
    first, last = text[start], text[end - 1]
    before, behind = text[start - 1 : start], text[end : end + 1]
    if "ァ" <= first <= "ー" and before and ("ァ" <= before <= "ー" or (before.isascii() and before.isalnum())):
        return False
    if "ァ" <= last <= "ー" and behind and "ァ" <= behind <= "ー":
        return False
    return not ("ぁ" <= first <= "ゖ" and before and "ぁ" <= before <= "ゖ" and before not in _PARTICLES)


def describing(kind: str) -> str:
    """A pattern for descriptions of a service: 紫のゲーム用のアプリ, "the chat app with the purple icon"."""
    mark, mark_en = described.MARKS.get(kind), described.MARKS_EN.get(kind)
    if mark is None or mark_en is None:
        return r"(?!)"
    marks = "|".join([regex.escape(word.lower()) for word in mark.split("|")])
    others = "|".join(
        [
            regex.escape(word.lower())
            for name, words in described.MARKS.items()
            if name != kind
            for word in words.split("|")
        ]
    )
    app_en = rf"(?:{described.APP_EN})s?(?![a-z])"
    return (
        rf"(?:{marks})(?:(?!{others})[^、。\s]){{0,8}}?(?:{described.APP})(?:の?(?:メッセージ|トーク|チャット|通話|ビジネス)?(?:アプリ|チャット|やつ|メッセンジャー|吹き出し|sns))?|"
        rf"(?<![a-z-])(?:{mark_en})(?! phone)(?: [a-z'-]+){{0,2}}[ -]{app_en}(?: app)?|"
        rf"(?<![a-z]){app_en}(?: [a-z'-]+){{0,4}} (?:{mark_en})(?! phone)(?![a-z-])(?: (?:sticker|stamp|character|mascot|logo)s?(?![a-z]))?"
    )


#: Before a name that may be the end of a word: 足止めくらいそう is no ライソ.
_ALONE = "(?:(?<![ァ-ヶー])|(?<=[ハガヲモノデニト]))"


@functools.lru_cache(maxsize=8)
def _patterns(
    words: Words,
) -> tuple[tuple[Kind, regex.Pattern[str], regex.Pattern[str], re.Pattern[str] | None], ...]:
    """For each kind: plain names (over text), disguised names and nicknames (over low)."""
    table = []
    for kind_name in lexicon.NAMES:
        kind = Kind(kind_name)
        names = [
            name
            for name in (*lexicon.NAMES[kind_name], *words.added.get(kind_name, ()))
            if fold_word(name) not in words.muted_folded
        ]
        plain: list[str] = []
        for name in names:
            folded = fold_word(name)
            if name.isascii():
                if kind_name == "line" and name == "LINE":
                    continue
                plain.append(
                    rf"(?<![a-z\d]){regex.escape(folded)}(?![a-z\d])|(?<![a-z\d]){regex.escape(folded)}(?=id(?![a-z]))"
                )
            else:
                plain.append(regex.escape(folded))
        disguised = [disguises(fold_word(name)) for name in names if len(name) >= 3 and kind_name != "other"]
        nicknames = "|".join(
            filter(
                None,
                [
                    lexicon.NICKNAMES.get(kind_name),
                    lexicon.translated(kind_name),
                    describing(kind_name),
                    *[_ALONE + re.escape(form) for form in puns.ALIKE.get(kind_name, "").split("|") if form],
                    *[rf"(?<![a-z\d])(?:{form})(?![a-z\d])" for form in puns.told_apart(kind_name)],
                    *[
                        rf"(?<![a-z\dァ-ヶー])(?:{form})(?![a-z\dァ-ヶー])"
                        for form in (puns.half_written(kind_name),)
                        if form
                    ],
                ],
            )
        )
        table.append(
            (
                kind,
                regex.compile("|".join(plain)) if plain else regex.compile(r"(?!)"),
                regex.compile("|".join(disguised)) if disguised else regex.compile(r"(?!)"),
                fold_pattern(nicknames) if nicknames else None,
            ),
        )
    return tuple(table)


_TOPIC = fold_pattern(lexicon.TOPIC)
_LINE_TOPIC = fold_pattern(lexicon.LINE_TOPIC)
_LINE_DRAWN = fold_pattern(lexicon.LINE_DRAWN)
_LINE_TEXT = regex.compile(_PLAIN_LATIN["line"])
_CONTACT_WORDS = fold_pattern(lexicon.CONTACT_WORDS)
#: What ends a sentence; a full stop may as well stand inside a name.
_STOP = regex.compile(r"[。!?！？\n]")
_SOUGHT_BEFORE = fold_pattern(
    r"(?:(?<![a-z])(?:my (?:id|handle|name|account|username)(?: there| on (?:it|that))? is|search(?: for)?|look (?:me )?up|find me(?: as| at| under)?|add(?: me)?(?::| as)?|type|follow|dm|message|ping)|検索は|名前は|そこで|あちらで|そっちで|あっちで|友だち追加は|友達追加は)[\s:：「『\"'@(は、]*$"
)
_SOUGHT_BEHIND = fold_pattern(
    r"^[」』\"')]?\s?(?:で(?:検索|探|出てき|見つか|登録して)|を(?:検索|探し|追加|フォロー|友)|と(?:検索|打|入力)|(?:on|in|over) there|is me(?![a-z])|をさが)"
)


def _sought(passage: Passage, token: Token) -> bool:
    """Whether someone is told to search for or add the token, whatever the service."""
    if is_of_a_thing(passage, token) or _FICTION.search(passage.low):
        return False
    return bool(
        _SOUGHT_BEFORE.search(passage.low[max(0, token.start - 24) : token.start])
        or _SOUGHT_BEHIND.search(passage.low[token.end : token.end + 14])
    )


_MINE = fold_pattern(r"my \S+(?: (?:id|name|handle|account|username))?(?: is| ?[:=])\s?")
_GLOSSARY = fold_pattern(lexicon.GLOSSARY)
_GLOSSARY_BEHIND = fold_pattern(lexicon.GLOSSARY_BEHIND)
_FICTION = fold_pattern(lexicon.FICTION)
_FICTION_BEFORE = fold_pattern(lexicon.FICTION_BEFORE)
_FICTION_BEHIND = fold_pattern(lexicon.FICTION_BEHIND)


def _is_fiction(low: str, start: int, end: int) -> bool:
    """Whether a mentioned service is one of a story or a drawn screen: 主人公のLINE, "the Discord mock-up"."""
    return bool(_FICTION_BEHIND.match(low, end) or _FICTION_BEFORE.search(low[max(0, start - 12) : start]))


def _is_drawn(low: str, start: int, end: int) -> bool:
    """Whether ライン is a line of a drawing, a railway or a factory: 路線図のライン, ラインを太く."""
    return bool(_LINE_TOPIC.match(low, end) or _LINE_DRAWN.search(low[max(0, start - 8) : start]))


_TOPIC_BEHIND = fold_pattern(
    r"\s?(?:bot|ボット|api|integration|連携|channel|チャンネル|プラグイン|plugin|webhook|スタンプ|widget|template|テンプレ)"
)
_WORKSPACE = fold_pattern(
    r"dot com|サブドメイン|subdomain|ワークスペース|work ?space|url|ドメイン|サービス名|\.com|アプリ名|チーム名|team name"
)


def find_cues(passage: Passage, words: Words, kinds: int = ALL_KINDS) -> list[Cue]:
    """Mentions of the services in `kinds` (bits of `gate.KINDS`) in order; where two overlap, the longer one."""
    if not kinds & ALL_KINDS:
        return []
    text, low = without_list_marks(passage)
    muted = words.muted_folded
    spans: list[tuple[int, int, Kind, bool]] = []
    for kind, plain, disguised, nicknames in _patterns(words):
        if not kinds & KINDS[kind]:
            continue
        spans += [(m.start(), -m.end(), kind, False) for m in plain.finditer(low) if _stands_alone(text, *m.span())]
        if kind is Kind.LINE:
            spans += [(m.start(), -m.end(), kind, False) for m in _LINE_TEXT.finditer(text)]
        spans += [
            (m.start(), -m.end(), kind, True)
            for m in disguised.finditer(low)
            if _stands_alone(text, *m.span()) and _is_read(m[0])
        ]
        if nicknames:
            spans += [(m.start(), -m.end(), kind, True) for m in nicknames.finditer(low)]
    cues: list[Cue] = []
    for start, minus_end, kind, hidden in sorted(spans):
        end = -minus_end
        if low[start:end] in muted or _is_fiction(low, start, end):
            continue
        if (
            cues
            and start < cues[-1].end
            and end - start <= cues[-1].end - cues[-1].start
            and (end <= cues[-1].end or kind is cues[-1].kind)
        ):
            continue
        if cues and start < cues[-1].end and kind is cues[-1].kind:
            cues.pop()
        drawn = kind is Kind.LINE and low[start:end] == "ライン" and _is_drawn(low, start, end)
        cues.append(Cue(kind, start, end, drawn or bool(_TOPIC.match(low, end)), hidden))
    return _without_shared(cues, low)


_SHARED = fold_pattern(lexicon.SHARED)


def _without_shared(cues: list[Cue], low: str) -> list[Cue]:
    """The cues but for words of several services, where one is named: Skype … コンタクト申請."""
    shared = [cue for cue in cues if _SHARED.fullmatch(low, cue.start, cue.end)]
    return [cue for cue in cues if cue not in shared] if 0 < len(shared) < len(cues) else cues


def find_handles(passage: Passage, words: Words, kinds: int = ALL_KINDS) -> list[Hit]:
    """Handles that stand near a cue."""
    near = _Near(passage, find_cues(passage, words, kinds), handle_tokens(passage))
    hits = find_meetings(passage) if any([cue.kind is Kind.ZOOM for cue in near.cues]) else []  # noqa: C419
    hits += find_in_file_names(passage)
    if near.cues:
        hits += find_formed(passage)
    for token in near.tokens:
        span = ((token.start, token.end),)
        if token.value.lower().startswith(("live:", ".cid.")):
            hits.append(Hit(Kind.SKYPE, token.value, span, 0.95, "handle.form"))
            continue
        chosen, score = near.cues_of(token)
        if not near.cues and token.strength >= STRONG and not token.value[0].isdigit() and _sought(passage, token):
            hits.append(Hit(Kind.OTHER, token.value, span, 0.7, "handle.sought"))
        for cue in chosen:
            value = token.value
            if cue.kind is Kind.SLACK and _WORKSPACE.search(passage.low) and regex.fullmatch(r"[a-z\d-]+", value):
                value += ".slack.com"
            hits.append(Hit(cue.kind, value, span, score, "handle.after_cue"))
    return hits


#: How far a handle may stand from its cue, in characters, and what a pair must score to count. Chosen on tests/evaluation.
_FAR, _ENOUGH = 70, 0.6


class _Near:
    """Cues and tokens of one passage, and which belong together. Only neighbours are compared: linear in the text."""

    def __init__(self, passage: Passage, cues: list[Cue], tokens: list[Token]) -> None:
        self.passage = passage
        self.cues = cues
        self.tokens = tokens
        self._cue_starts = [cue.start for cue in cues]
        self._token_starts = [token.start for token in tokens]
        self._strong_starts = [token.start for token in tokens if token.strength >= STRONG]
        self._stops = [match.start() for match in _STOP.finditer(passage.low)] if cues else []

    def cues_of(self, token: Token) -> tuple[list[Cue], float]:
        """The cues a token belongs to, and how sure."""
        low = self.passage.low
        if not self.cues or _TOPIC_BEHIND.match(low, token.end) or is_of_a_thing(self.passage, token):
            return [], 0.0
        first = bisect.bisect_left(self._cue_starts, token.start - _FAR - 40)
        last = bisect.bisect_right(self._cue_starts, token.end + _FAR)
        usable = [
            cue for cue in self.cues[first:last][-_MOST_CUES:] if not (cue.start < token.end and token.start < cue.end)
        ]
        score, chosen = _ENOUGH, None
        for cue in reversed(usable if token.strength >= STRONG else self._in_reach(token, usable)):
            if (own := self._score(token, cue, score)) >= score:
                score, chosen = own, cue
        if chosen is None:
            return [], 0.0
        return [*self._partner(token, chosen, usable), chosen], min(0.97, 0.55 + score * 0.45)

    def _in_reach(self, token: Token, cues: list[Cue]) -> list[Cue]:
        """The cues at most one sentence away: farther ones count for nothing but a token formed like a handle."""
        stops = self._stops
        before, behind = bisect.bisect_left(stops, token.start) - 2, bisect.bisect_left(stops, token.end) + 1
        start = stops[before] if before >= 0 else -1
        end = stops[behind] if behind < len(stops) else len(self.passage.low)
        return [cue for cue in cues if start < cue.end and cue.start <= end]

    def _score(self, token: Token, cue: Cue, least: float) -> float:
        """How much the token looks like the cue's handle: its form, what stands between, who introduces it.

        0 where it is less than `least`, which most pairs are: then the words between need not be read.
        """
        low = self.passage.low
        ahead = cue.end <= token.start
        start, end = (cue.end, token.start) if ahead else (token.end, cue.start)
        near = end - start <= _FAR
        if ahead and near and (_GLOSSARY.search(low, start, end) or _GLOSSARY_BEHIND.match(low, token.end)):
            return 0.0
        stops = self._stops
        clauses = bisect.bisect_left(stops, end) - bisect.bisect_left(stops, start) if near else 2
        if clauses > 1:
            return _INTRODUCED if ahead and self._is_introduced(token, cue) else 0.0
        between = low[start:end]
        if len(between.strip()) > _BESIDE and is_noun(self.passage, token):
            return 0.0
        mine = ahead and bool(_MINE.fullmatch(low, max(0, cue.start - 3), token.start))
        score = 0.15 + 0.55 * token.strength
        score += 0.25 if token.explicit or mine or (not cue.topic and self._is_hidden(token)) else 0.0
        score += 0.35 if mine and token.strength < _ENOUGH else 0.0
        score += 0.2 if ahead and len(between.strip(" :：(「『\"'→-")) <= 6 else 0.0
        score -= (0.003 if token.strength >= STRONG else 0.007) * max(0, len(between) - 12)
        score -= 0.1 * clauses + (0.0 if ahead else 0.1)
        score -= 0.2 * self._strong_between(token, cue)
        score -= 0.6 if cue.topic and not token.explicit else 0.0
        score += 0.05 if cue.disguised and token.strength >= STRONG else 0.0
        if score + _NAMED < least:
            return 0.0
        named = (
            is_named_behind(self.passage, token)
            or _CONTACT_WORDS.search(between)
            or (not ahead and between in _ON and _BEGINNING.search(low, 0, token.start) and _ENDED.match(low, cue.end))
        )
        return score + (_NAMED if named else 0.0)

    def _is_introduced(self, token: Token, cue: Cue) -> bool:
        """Whether sentences after the service a handle is introduced, or stands on a line of its own."""
        if token.strength < STRONG or cue.topic or self._strong_between(token, cue):
            return False
        low = self.passage.low
        if _OTHER_THING.search(low, cue.end, token.end + 8) or _CREDENTIALS.search(low, cue.end, token.start):
            return False
        alone = low[low.rfind("\n", 0, token.start) + 1 : (low + "\n").find("\n", token.end)].strip(" ・:：→「」()@")
        there = _THERE.search(low, max(0, token.start - 6), token.start) and is_named_behind(self.passage, token)
        return token.explicit or bool(there) or alone == token.value.lower()

    def _is_hidden(self, token: Token) -> bool:
        """Whether the token was written with much between its letters, or as something else: f u r i, Morse."""
        if self.passage.starts is None or token.strength < _ENOUGH:
            return False
        span = self.passage.span_as_written(token.start, token.end)
        return span.end - span.start >= _HIDDEN * len(token.value)

    def _strong_between(self, token: Token, cue: Cue) -> int:
        start, end = (cue.end, token.start) if cue.end <= token.start else (token.end, cue.start)
        return bisect.bisect_left(self._strong_starts, end) - bisect.bisect_left(self._strong_starts, start)

    def _partner(self, token: Token, chosen: Cue, usable: list[Cue]) -> list[Cue]:
        """Another service named in the same breath: ス●イプでもチ●ットワークでも kagerou_3d."""
        low = self.passage.low
        if chosen.end > token.start or not _BOTH.match(low, chosen.end):
            return []
        for cue in reversed(usable):
            gap = chosen.start - cue.end
            if cue.kind is not chosen.kind and 0 <= gap <= 10 and _AND.fullmatch(low, cue.end, chosen.start):
                at = bisect.bisect_left(self._token_starts, cue.end)
                if at == len(self.tokens) or self._token_starts[at] >= chosen.start:
                    return [cue]
        return []


#: How many times as long as its value a hidden token is written.
_HIDDEN = 1.7
#: What may stand between a service and the word that is its handle: ラインは ayame に….
_BESIDE = 2
#: "yuzu77 on Discord", where the sentence begins with it.
_ON = frozenset([" on ", ", on ", " at ", " over on "])
_ENDED = re.compile(r"\s?(?:[,.!?)\n]|$)")
_BEGINNING = re.compile(r"(?:^|[.!?\n:]\s?)$")
#: Cues looked at for one token; a text that names more within a line is a list of services.
_MOST_CUES = 12
#: What a word of contact beside a handle adds to its score.
_NAMED = 0.12
_THERE = fold_pattern(r"(?:そこ|そちら|あそこ|あちら|そっち|あっち)(?:の|では|で)?\s?[「『]?$")
#: What a handle scores that is introduced some sentences after the service.
_INTRODUCED = 0.65
_OTHER_THING = fold_pattern(dialogue.OTHER_THING)
_CREDENTIALS = fold_pattern(
    r"ログイン|テスト|デモ(?:環境|サイト|用|アカ|画面)|管理画面|ステージング|サンプル|サーバ|ftp|basic|データベース|(?<![a-z])(?:log ?in|test|demo|staging|admin|sample|server|database|db)(?![a-z])"
)
_BOTH = fold_pattern(r"\W*(?:でも|も|、|どちらも|両方)?")
_AND = fold_pattern(r"\W*(?:でも|と|や|か|も|or|and|&|,|だったところと|または|もしくは)?\W*")
