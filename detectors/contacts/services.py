"""Handles of messaging services: a cue for the service and, near it, a token formed like a handle.

Catches LINE ID: taro_web1, ラインは taro_web1 です, L○NEで「taro_web1」を追加, 緑のアプリで taro_web1, Skype名は live:.cid.7f3a…,
"I'm taro.web on Discord". Leaves ガイドライン, LINEスタンプ, Slack連携の実装, "line items", slack.com as a topic, a file name.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from detectors.contacts.handles import Token, handle_tokens, is_named_behind
from detectors.findings import Kind
from detectors.hits import Hit
from detectors.lexicon import services as lexicon
from detectors.normalise import fold_pattern, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detectors.normalise import Passage
    from detectors.words import Words

_MASKS = "○◯〇●◎*＊★☆※✕✖×_#@＠◆◇■□△▲♡♥?？・"
_LEET = {"i": "i1!|líl", "l": "l1|i", "e": "e3", "o": "o0○◯〇", "a": "a4@", "s": "s5$", "t": "t7+", "c": "c(<", "b": "b8", "g": "g9"}
_SEPARATORS = r"\s\-_.*/／・･|,、'~+=:"


def disguises(name: str) -> str:
    """A pattern for a folded service name and its disguises: set apart, one letter masked, look-alike letters."""
    letters = [regex.escape(c) for c in name if not c.isspace()]
    latin = name.isascii()
    edge = (r"(?<![a-z\d])", r"(?![a-z\d])") if latin else ("", "")
    apart = letters[0] + rf"(?P<sep>[{_SEPARATORS}]{{1,3}})" + r"(?P=sep)".join(letters[1:])
    forms = [apart.replace("sep", f"sep{abs(hash_of(name))}")]
    if len(letters) >= 3:
        forms.append(f"(?!{''.join(letters)})" + "".join(f"[{letter}{regex.escape(_MASKS)}]" for letter in letters))
    if latin and len(letters) >= 4:
        classes = [f"[{regex.escape(_LEET[c])}]" if c in _LEET else regex.escape(c) for c in name]
        forms.append(f"(?!{''.join(letters)})" + "".join(classes))
    return rf"{edge[0]}(?:{'|'.join(forms)}){edge[1]}"


def hash_of(name: str) -> int:
    """A small number that tells group names apart, the same in every process."""
    return int.from_bytes(name.encode()[-6:], "big") % 1_000_003


@dataclass(frozen=True, slots=True)
class Cue:
    """A mention of a service. `topic`: it is what the work is about; `plain`: its bare name, which may be an ordinary word."""

    kind: Kind
    start: int
    end: int
    topic: bool
    disguised: bool


_PLAIN_LATIN = {"line": r"(?<![A-Za-z\d])(?:LINE|LiNE|LInE|LINe|lINE|LiNe|LlNE)(?![A-Za-z])|(?<![A-Za-z])[Ll]ine(?= ?(?:ID|id|Id|:|：|→|@|交換|で|の|は|も|を|is better|account|app|handle|works|me|\())"}
#: Hiragana that may stand directly before a name written in hiragana: particles, not the middle of a word.
_PARTICLES = frozenset("はがをにでともやのへ、")


def _is_read(found: str) -> bool:
    """Whether enough letters of a masked name are left to read it: ス○イプ, チ○ットワ○ク, but not ○○ン."""
    letters = sum(c.isalnum() and c not in _MASKS for c in found)
    return letters > sum(c in _MASKS for c in found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a kana name is a word of its own: オンライン and おんらいん are not ライン."""
    first, last = text[start], text[end - 1]
    before, behind = text[start - 1 : start], text[end : end + 1]
    if "ァ" <= first <= "ー" and before and ("ァ" <= before <= "ー" or (before.isascii() and before.isalnum())):
        return False
    if "ァ" <= last <= "ー" and behind and "ァ" <= behind <= "ー":
        return False
    return not ("ぁ" <= first <= "ゖ" and before and "ぁ" <= before <= "ゖ" and before not in _PARTICLES)




@functools.lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[tuple[Kind, regex.Pattern[str], regex.Pattern[str], regex.Pattern[str] | None], ...]:
    """For each kind: plain names (over text), disguised names and nicknames (over low)."""
    table = []
    for kind_name in lexicon.NAMES:
        kind = Kind(kind_name)
        names = [name for name in (*lexicon.NAMES[kind_name], *words.added.get(kind_name, ())) if fold_word(name) not in words.muted_folded]
        plain: list[str] = []
        for name in names:
            folded = fold_word(name)
            if name.isascii():
                if kind_name == "line" and name == "LINE":
                    continue
                plain.append(rf"(?<![a-z\d]){regex.escape(folded)}(?![a-z\d])|(?<![a-z\d]){regex.escape(folded)}(?=id(?![a-z]))")
            else:
                plain.append(regex.escape(folded))
        disguised = [disguises(fold_word(name)) for name in names if len(name) >= 3 and kind_name != "other"]
        nicknames = lexicon.NICKNAMES.get(kind_name)
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
_LINE_TEXT = regex.compile(_PLAIN_LATIN["line"])
_CONTACT_WORDS = fold_pattern(lexicon.CONTACT_WORDS)
_CLAUSE = regex.compile(r"[。!?！？\n]|\. (?=[A-Z])")
_SOUGHT_BEFORE = fold_pattern(r"(?:(?<![a-z])(?:my (?:id|handle|name|account|username)(?: there| on (?:it|that))? is|search(?: for)?|look (?:me )?up|find me(?: as| at| under)?|add(?: me)?(?::| as)?|type|follow|dm|message|ping)|検索は|名前は|そこで|あちらで|そっちで|あっちで|友だち追加は|友達追加は)[\s:：「『\"'@(は、]*$")
_SOUGHT_BEHIND = fold_pattern(r"^[」』\"')]?\s?(?:で(?:検索|探|出てき|見つか|登録して)|を(?:検索|探し|追加|フォロー|友)|と(?:検索|打|入力)|(?:on|in|over) there|is me(?![a-z])|をさが)")


def _sought(passage: Passage, token: Token) -> bool:
    """Whether someone is told to search for or add the token, whatever the service."""
    return bool(_SOUGHT_BEFORE.search(passage.low[max(0, token.start - 24) : token.start]) or _SOUGHT_BEHIND.search(passage.low[token.end : token.end + 14]))


_MINE = fold_pattern(r"my \S+(?: (?:id|name|handle|account|username))?(?: is| ?[:=])\s?")
_TOPIC_BEHIND = fold_pattern(r"\s?(?:bot|ボット|api|integration|連携|channel|チャンネル|プラグイン|plugin|webhook|スタンプ|widget|template|テンプレ)")
_WORKSPACE = fold_pattern(r"ワークスペース|work ?space|url|ドメイン|サービス名|\.com|アプリ名|チーム名|team name")
_SAME = fold_pattern(r"(?:も|は)?(?:、)?同じ(?:です|id|名前|アカウント|ユーザー|く|もの)|same (?:id|name|handle|there|nick|on)|(?:どちらも|両方|both)")


def find_cues(passage: Passage, words: Words) -> list[Cue]:
    """Mentions of services in order."""
    low = passage.low
    cues: list[Cue] = []
    for kind, plain, disguised, nicknames in _patterns(words):
        spans = [(m.start(), m.end(), False) for m in plain.finditer(low) if _stands_alone(passage.text, *m.span())]
        if kind is Kind.LINE:
            spans += [(m.start(), m.end(), False) for m in _LINE_TEXT.finditer(passage.text)]
        spans += [(m.start(), m.end(), True) for m in disguised.finditer(low) if _stands_alone(passage.text, *m.span()) and _is_read(m[0])]
        if nicknames:
            spans += [(m.start(), m.end(), True) for m in nicknames.finditer(low)]
        done = -1
        for start, end, hidden in sorted(spans):
            if start >= done:
                drawn = kind is Kind.LINE and low[start:end] == "ライン" and bool(_LINE_TOPIC.match(low, end))
                cues.append(Cue(kind, start, end, drawn or bool(_TOPIC.match(low, end)), hidden))
                done = end
    longest = [
        cue
        for cue in cues
        if not any(other is not cue and other.start <= cue.start and cue.end <= other.end and other.end - other.start > cue.end - cue.start for other in cues)
    ]
    return sorted(longest, key=lambda cue: cue.start)


def find_handles(passage: Passage, words: Words, cues: list[Cue] | None = None) -> list[Hit]:
    """Handles that stand near a cue."""
    cues = find_cues(passage, words) if cues is None else cues
    tokens = handle_tokens(passage)
    hits: list[Hit] = []
    for token in tokens:
        low_value = token.value.lower()
        if low_value.startswith(("live:", ".cid.")):
            hits.append(Hit(Kind.SKYPE, token.value, ((token.start, token.end),), 0.95, "handle.form"))
            continue
        chosen, score = _cue_for(token, cues, tokens, passage)
        if not chosen and token.strength >= 0.9 and not token.value[0].isdigit() and not cues and _sought(passage, token):
            hits.append(Hit(Kind.OTHER, token.value, ((token.start, token.end),), 0.7, "handle.sought"))
        for cue in chosen:
            value = token.value
            if cue.kind is Kind.SLACK and _WORKSPACE.search(passage.low) and regex.fullmatch(r"[a-z\d-]+", value):
                value += ".slack.com"
            hits.append(Hit(cue.kind, value, ((token.start, token.end),), score, "handle.after_cue"))
    return hits


def _cue_for(token: Token, cues: Iterable[Cue], tokens: list[Token], passage: Passage) -> tuple[list[Cue], float]:
    """The cues a token belongs to, and how sure."""
    low = passage.low
    best: tuple[float, list[Cue]] = (0.0, [])
    usable = [cue for cue in cues if not (cue.start < token.end and token.start < cue.end)]
    if _TOPIC_BEHIND.match(low, token.end):
        return [], 0.0
    for cue in usable:
        ahead = cue.end <= token.start
        between = low[cue.end : token.start] if ahead else low[token.end : cue.start]
        if len(between) > 70:
            continue
        clauses = len(_CLAUSE.findall(between))
        if clauses > 1:
            continue
        others = sum(1 for other in tokens if other is not token and other.strength >= 0.9 and min(cue.end, token.end) <= other.start < max(cue.start, token.start))
        contact = bool(_CONTACT_WORDS.search(between)) or is_named_behind(passage, token)
        score = 0.15 + 0.55 * token.strength
        mine = ahead and bool(_MINE.fullmatch(low, max(0, cue.start - 3), token.start))
        score += 0.25 if token.explicit or mine else 0.0
        score += 0.35 if mine and token.strength < 0.6 else 0.0
        score += 0.12 if contact else 0.0
        score += 0.2 if ahead and len(between.strip(" :：(「『\"'→-")) <= 6 else 0.0
        score -= (0.003 if token.strength >= 0.9 else 0.007) * max(0, len(between) - 12)
        score -= 0.1 * clauses
        score -= 0.2 * others
        score -= 0.1 if not ahead else 0.0
        if cue.topic and not token.explicit:
            score -= 0.6
        if score > best[0]:
            best = (score, [cue])
    score, chosen = best
    if score < 0.6 or not chosen:
        return [], 0.0
    first = chosen[0]
    if first.end <= token.start:
        partners = [
            cue
            for cue in usable
            if cue.kind is not first.kind and cue.end <= token.start and 0 <= first.start - cue.end <= 10
            and regex.fullmatch(r"\W*(?:デモ|ト|ヤ|カ|モ|or|and|&|,|ダッタトコロト|マタハ|モシクハ)?\W*", low[cue.end : first.start])
            and not any(cue.end <= other.start < first.start for other in tokens)
        ]
        if partners and regex.match(r"\W*(?:デモ|モ|、|ドチラモ|両方)?", low[first.end :]):
            chosen = [*partners[-1:], *chosen]
    return chosen, min(0.97, 0.55 + score * 0.45)
