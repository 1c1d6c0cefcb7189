"""Names that are told in parts, of which some are figures in words: "hinata のうしろに、ふたつ・やっつ", kumo＋七三〇五, "elm followed by 1964".

Each is rewritten as one, with an @ in front where it is told as a name: @hinata28. What stands for the figures may be a year of an era, a day of the calendar, a clock, Roman
numerals, the first kanji of words, the count of signs, the numbers of a list's items. Leaves a name that is followed by
nothing of the kind, and figures that only count something.
"""

from __future__ import annotations

import re

from detectors.lexicon import digits, figures
from detectors.normalise import Passage, apart, fold, fold_pattern
from detectors.numerals import digit_runs

#: The first part: a word in Latin letters, or one that ends in a sign. A quote may close behind it.
_BASE = r"(?<![a-z\d@._-])(?P<base>[a-z][a-z\d]*(?:[._-][a-z\d]+)*[._-]?)(?![a-z\d@-])(?P<close>[」』\"')）]{0,2})\s?"
_BEHIND = fold_pattern(rf"{_BASE}(?P<surely>{figures.BEHIND})?(?(surely)|(?:{figures.PERHAPS_BEHIND}))[、,:]?\s?")
#: Digits in words directly behind a sign: mikan_ヨンイチ.
_DIRECT = fold_pattern(
    r"(?<![a-z\d@._-])(?P<base>[a-z][a-z\d]*(?:[._-][a-z\d]+)*[._-])\s?(?=[ァ-ヶ〇零一二三四五六七八九])"
)
#: Parts with a plus between: kumo＋七三〇五＋m.
_PLUS = re.compile(
    r"[「『]?(?<![a-z\d@._-])[a-z][a-z\d._-]*[」』]?(?:\s?\+\s?(?:[「『][^」』\n]{1,16}[」』]|[^+\s、。\n「」]{1,16}))+"
)
_PLUS_PART = re.compile(r"\s?\+\s?")
#: Parts that are to be joined by a sign: asa、no、hikari のあいだに点, "oak and moss with a dot between".
_LINKED = fold_pattern(
    r"(?<![a-z\d@._-])[「『\"']?[a-z][a-z\d]*[」』\"']?(?:(?:、|,? and |, |\s?と\s?)[「『\"']?[a-z\d]+[」』\"']?){1,4}\s?(?:の)?(?:間|あいだ)(?:に|を|は|へ)(?:は)?[「『]?(?P<ja>点|ドット|ピリオド|下線|アンダーバー|アンダースコア|ハイフン|[._-])|"
    r"(?<![a-z\d@._-])[\"']?[a-z][a-z\d]*[\"']?(?:(?:,? and |, )[\"']?[a-z\d]+[\"']?){1,4},? (?:with|joined by|separated by|linked by) (?:an? |the )?(?P<en>dot|period|underscore|hyphen|dash)s?(?: (?:in )?between(?: them)?)?"
)
_TITLED = re.compile(
    r"(?P<title>[A-Z][a-z]+(?: [A-Z][a-z]+){1,4})[\"']?[;,]? (?:with|joined by|separated by) (?P<sign>dot|period|underscore|hyphen|dash)e?s?(?![a-z])"
)
_LINK_SAID = fold_pattern(r"間に|間は|あいだ|間を|間へ|(?<![a-z])(?:with|joined by|separated by|linked by) ")
_LINKS = {"下": "_", "ア": "_", "u": "_", "_": "_", "ハ": "-", "h": "-", "-": "-"}
_GLOSS = re.compile(r"\([^()]{0,12}\)")
#: Romanised digits behind a word: sakura go hachi ni (suuji de).
_ROMAJI_DIGITS = frozenset(word for words in digits.LATIN.values() for word in words)
_ROMAJI_DIGIT = "|".join(sorted(_ROMAJI_DIGITS, key=len, reverse=True))
_ROMAJI = re.compile(
    rf"(?<![a-z\d])(?P<base>[a-z]{{3,}})(?P<said>(?: (?:{_ROMAJI_DIGIT})(?![a-z])){{2,12}})\s?\(?(?:suuji|in (?:figures|digits|numbers))"
)
#: A price behind a name, of which only the figures count.
_PRICED = re.compile(
    r"(?<![a-z\d])(?P<base>[a-z][a-z\d._-]{2,40})\s{1,4}(?P<price>\d{1,3}(?:,\d{3})+)\s?(?:円|yen)?", re.IGNORECASE
)
_BARE_TOLD = fold_pattern(r"(?:カンマ|円|記号|単位).{0,10}(?:取|抜|除|なし|消|外)")
_END = re.compile(
    r"(?<!!)!(?!!)|[。?\n]|(?:続ケ|付ケ|ツケ|足シ|並ベ|ツナ[ゲイ])[タダ]|、(?:検索|追加|探|サガ)|(?:デ|ヲ|ト)(?:検索|追加|探|サガ|登録)"
)
#: What any name told in parts shows; most texts do not.
_WORTH = fold_pattern(
    rf"\+|[a-z\d][._-]\s?[ァ-ヶ〇零一二三四五六七八九]|{figures.FIGURES_TOLD}|{'|'.join(figures.SEVERAL)}|うしろ|後ろ|のあと|の後|followed by|(?<![a-z])(?:then|plus)(?![a-z])|\d,\d"
)
_TOLD, _COUNTS, _HEADS, _MARKS, _TWO = (
    fold_pattern(pattern)
    for pattern in (
        figures.FIGURES_TOLD,
        figures.COUNTS_TOLD,
        figures.HEADS_TOLD,
        figures.MARKS_TOLD,
        figures.TWO_TOLD,
    )
)
_EXPLAINED = re.compile(r"\((\d{1,8})\)")
#: A year of an era.
ERA = re.compile(rf"({'|'.join(figures.ERAS)})(元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})年")
_DATE = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?!\d)")
_ROMAN = re.compile(r"(?<![A-Za-z])[IVXLC]+(?![A-Za-z])")
_ROMAN_TOLD = fold_pattern(r"ローマ数字|ローマ字の数|roman")
DAYS = [(fold_pattern(pattern), day) for pattern, day in figures.DAYS.items()]
_SEVERAL = [(fold_pattern(word), said) for word, said in figures.SEVERAL.items()]
_TIMES = fold_pattern(
    rf"(?P<digit>\d|[〇一二三四五六七八九]|{'|'.join(sorted({word for words in digits.KANA.values() for word in words if len(word) > 1}, key=len, reverse=True))})\s?(?:が|を)?\s?(?P<times>ふたつ|二つ|2つ|みっつ|三つ|3つ)"
)
#: What is no figure of the name: how many there are, and words of the sentence that sound like figures.
_OF_THEM = fold_pattern(
    r"ローマ|を?続けて|つづけて|にして|して|ください|下さい|直し|なおし|です|しました|(?:\d|[一二三四五六七八九])(?:桁|ケタ|けた|文字|つ目|番目|列)(?:ずつ)?|下(?=\d桁)"
)
_REPEATED = re.compile(r"(?P<one>[^\w\s、,。.()「」]|[ァ-ヶ][ャュョー]?|[ァ-ヶ][ァ-ヶ])(?P=one)*")
_MARK = re.compile(r"^[ \t・]*(?:step |no\.? ?)?(\d{1,2})[).:、 ]", re.MULTILINE)
_LATIN = re.compile(r"[A-Za-z]{2}")
#: The name is somebody's, by what the text says or by its form.
_MINE = fold_pattern(
    r"検索|追加|探|さが|登録|フォロー|見つ|です|送|届|(?<![a-z])(?:id|dm|me|my|mine|i'm|i am|add|find|search|ping|message)(?![a-z])|私|わたし|僕|ぼく|のが|ものが"
)
_SURELY_MINE = fold_pattern(
    r"検索|追加|探|さが|登録|フォロー|見つ|(?<![a-z])(?:id|me|my|mine|i'm|i am|add|find|search)(?![a-z])|私|わたし|僕|ぼく|のが|ものが"
)
_FORMED = re.compile(r"[._-]")
_IS = fold_pattern(
    r"(?:ライン|インスタ(?:グラム)?|スカイプ|カカオ|ディスコ(?:ード)?|テレグラム|エックス|ツイッター|チャットワーク|アプリ|(?<![a-z])(?:line|slack|skype|discord|telegram|insta|instagram|ig|whatsapp|kakao))\s?(?:は|:|→|is)\s?[「『]?$"
)
#: What is counted is no figure of a name.
_COUNTED = fold_pattern(
    r"(?:(?<!\d)\d{1,6}|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]{1,6}|(?<![a-z])(?:two|three|four|five|six) (?=[a-z]{4}))(?:つ|匹|人|名|枚|本|個|冊|台|羽|件|回|章|点|着|杯|階|ページ|分|秒|時間|種類|案|色|通り|日間|週間|か月|slides?|photos?|pages?|dogs?|images?|posts?)"
)
#: Figures told before the name: 04:31。これを yoake のうしろに.
_TOLD_BEFORE = fold_pattern(r"(?:これ|それ|この(?:数字|数|四桁))を[「\s]*$")
_NEAR, _LONGEST = 56, 8
#: So far into the words behind a name may figures begin that nothing else speaks of.
_AT_ONCE = 2


def assembled(passage: Passage) -> Passage | None:
    """Names told in parts as one, or None where there are none."""
    low = passage.low
    if not _WORTH.search(low):
        return None
    edits: list[tuple[int, int, str]] = []
    sign = "@" if _SURELY_MINE.search(low) else ""
    edits += [(m.start(), m.end(), joined) for m in _PLUS.finditer(low) if (joined := _added(m[0], passage, m.start()))]
    edits += [
        (m.start(), m.end("said"), m["base"] + said)
        for m in _ROMAJI.finditer(low)
        if (said := _digits_of(fold(m["said"])))
    ]
    if _BARE_TOLD.search(low):
        edits += [
            (m.start(), m.end(), f"{sign}{m['base']}{m['price'].replace(',', '')}")
            for m in _PRICED.finditer(passage.text)
        ]
    for match in _DIRECT.finditer(low):
        words = re.compile(r"[ァ-ヶー〇零一二三四五六七八九\d]+").match(low, match.end())
        if words and (whole := _whole(words[0])):
            edits.append((match.start(), match.end() + whole[1], match["base"] + whole[0]))
    mine = _MINE.search(low)
    for match in _BEHIND.finditer(low):
        named = _IS.search(low[max(0, match.start() - 12) : match.start()])
        if (mine or named or _FORMED.search(match["base"])) and match["base"] not in _ROMAJI_DIGITS:
            edits += _put_behind(match, passage, "@" if named else sign)
    return passage.rewritten(apart(edits)) if edits else None


def linked(passage: Passage) -> Passage | None:
    """Parts that a sign is to join, joined: asa、no、hikari のあいだに点, "Slow Train Home with underscores"."""
    low = passage.low
    if not _LINK_SAID.search(low) or not _MINE.search(low):
        return None
    edits = [(m.start(), m.end(), _linked(m)) for m in _LINKED.finditer(low)]
    edits += [
        (m.start(), m.end(), m["title"].lower().replace(" ", _link(m["sign"])))
        for m in _TITLED.finditer(passage.text)
        if _SURELY_MINE.search(low)
    ]
    return passage.rewritten(apart(edits)) if edits else None


def _put_behind(match: re.Match[str], passage: Passage, sign: str) -> list[tuple[int, int, str]]:
    """The name with the figures that the words behind it tell."""
    low = passage.low
    stop = _END.search(low, match.end())
    end = min(stop.start() if stop else len(low), match.end() + _NEAR)
    behind = low[match.end() : end]
    written = passage.text[match.start("base") : match.end("base")]
    if match["surely"] and _TOLD_BEFORE.search(low[max(0, match.start() - 12) : match.start()]):
        before = low[max(0, match.start() - _NEAR) : match.start()]
        if said := _figures(before, passage.text[max(0, match.start() - _NEAR) : match.start()]):
            return [(match.start("base"), match.end("base"), f"{sign}{written}{said}")]
    if _MARKS.search(behind) and (marks := "".join(_MARK.findall(low, end))):
        return [(match.start("base"), end, f"{sign}{written}{marks} ")]
    told = _TOLD.search(low, match.end(), min(len(low), end + 8))
    if not match["surely"] and _LATIN.search(_ROMAN.sub("", passage.text[match.end() : end])):
        return []
    if not (told or any(pattern.match(behind) for pattern, _ in _SEVERAL)) and not (
        match["surely"] and _begins_with_figures(behind)
    ):
        return []
    said = _figures(behind, passage.text[match.end() : end])
    return [(match.start("base"), end, f"{sign}{written}{said} ")] if said else []


def _link(sign: str) -> str:
    return "-" if sign == "dash" else _LINKS.get(sign[0], ".")


def _linked(match: re.Match[str]) -> str:
    """The parts with the sign between that the text names."""
    sign = match["ja"] or match["en"]
    parts = re.findall(r"[a-z\d]+", re.split(r"ノ?(?:間|アイダ)|,? (?:with|joined|separated|linked) ", match[0])[0])
    return _link(sign).join([part for part in parts if part != "and"]) + " "


def _begins_with_figures(behind: str) -> bool:
    """Whether what stands behind begins with figures that count nothing."""
    runs = digit_runs(fold(behind), lettered=False, shortest=2)
    return bool(runs) and runs[0].start <= _AT_ONCE and not re.match(r"[^\W\d_]", behind[runs[0].end :])


def _added(said: str, passage: Passage, start: int) -> str:
    """Parts with a plus between, joined; "" where any is neither Latin nor figures, or all are Latin already."""
    parts: list[str] = []
    told = False
    at = 0
    for part in _PLUS_PART.split(said):
        at = said.index(part, at)
        bare = _GLOSS.sub("", part).strip("「」『』 ")
        if re.fullmatch(r"[a-z\d._-]+", bare):
            written = passage.text[start + at : start + at + len(part)]
            parts.append(_GLOSS.sub("", written).strip("「」『』 "))
            at += len(part)
            continue
        figure = _figures(part, passage.text[start + at : start + at + len(part)])
        if not figure:
            return ""
        told = True
        parts.append(figure)
    return "".join(parts) + " " if told else ""


def _figures(low: str, text: str) -> str:
    """The figures that words tell, at most so many; "" for none."""
    if explained := _EXPLAINED.search(low):
        return explained[1]
    for pattern, day in DAYS:
        if pattern.search(low) and _TOLD.search(low):
            return day
    if _HEADS.search(low):
        heads = [run.groups for run in digit_runs(fold(low), lettered=False, shortest=1)]
        return "".join([group.digits[0] for groups in heads for group in groups])[:_LONGEST]
    if _TIMES.search(low):
        low = _TIMES.sub(_times, low)
    elif _COUNTS.search(low):
        if counts := _counts(_COUNTS.sub(" ", low)):
            return counts
    else:
        low = _COUNTED.sub(lambda counted: "x" * len(counted[0]), low)
    edits = [(m.start(), m.end(), year_of(m, low)) for m in ERA.finditer(low)]
    edits += [(m.start(), m.end(), f" {_number(m[1]):02}{_number(m[2]):02} ") for m in _DATE.finditer(low)]
    edits += [(m.start(), m.end(), f" {int(m[1]):02}{m[2]} ") for m in _CLOCK.finditer(low)]
    edits += [(m.start(), m.end(), f" {said} ") for pattern, said in _SEVERAL for m in pattern.finditer(low)]
    edits += [(m.start(), m.end(), " ") for m in _OF_THEM.finditer(low)]
    if _ROMAN_TOLD.search(low):
        edits += [(m.start(), m.end(), str(_roman(m[0]))) for m in _ROMAN.finditer(text)]
    return _digits_of(fold(low).rewritten(apart(edits)))[:_LONGEST]


def _digits_of(passage: Passage) -> str:
    return "".join([run.digits for run in digit_runs(passage, lettered=False, shortest=1)])


def _whole(words: str) -> tuple[str, int] | None:
    """The digits that words begin with, and how far they reach."""
    runs = digit_runs(fold(words), lettered=False, shortest=1)
    return (runs[0].digits, runs[0].end) if runs and runs[0].start == 0 else None


def _counts(said: str) -> str:
    """How often each sign or syllable stands there, where several do more than once."""
    counts = [len(match[0]) // len(match["one"]) for match in _REPEATED.finditer(said)]
    several = [count for count in counts if count > 1]
    return "".join(map(str, several if len(counts) - len(several) else counts)) if len(several) > 1 else ""


def year_of(era: re.Match[str], low: str) -> str:
    """The year of a match of `ERA`, two figures where the text asks for no more."""
    year = str(figures.ERAS[era[1]] + (1 if era[2] == "元" else _number(era[2])))
    return f" {year[2:] if _TWO.search(low) else year} "


def _number(said: str) -> int:
    return int(said) if said.isdigit() else int(_digits_of(fold(said)) or 0)


def _times(match: re.Match[str]) -> str:
    digit = _digits_of(fold(match["digit"]))
    return f" {digit * (2 if match['times'][0] in 'フ二2' else 3)} "


def _roman(said: str) -> int:
    values = [figures.ROMAN[c] for c in said]
    return sum(-value if behind > value else value for value, behind in zip(values, [*values[1:], 0], strict=True))
