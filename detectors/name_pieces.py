"""Names put together as the text tells: kana said to be in Latin letters, parts to be joined, parts to be said again, gaps to close.

Catches きなこ（ローマ字で）、てん、もち, 「ひぐらし」をローマ字、続けて42, "kiwi, then seven, oh, four, all glued together", 「mo」を三回,
"komo plus rebi plus film, no spaces", "join . slack . com / t / x" with 空白は取って. Leaves a text that speaks of no name.
"""

from __future__ import annotations

import re

import jaconv

from detectors.lexicon import digits
from detectors.normalise import Passage, apart, fold_pattern, fold_word

#: What makes the text one about somebody's name.
_ABOUT_A_NAME = fold_pattern(
    r"アイディー|アカウント|ユーザー名|ハンドル|名前|名は|名で|検索|追加|探し|さがし|アット|あっと|丸に?a|ジーメール|ヤフー|gメール|宛|検索窓|申請|アドレス|ください|お願い|です|"
    r"(?<![a-z])(?:id|aidii?|gmail|username|user ?name|handle|name|account|look (?:me )?up|look for|find me|add me|search|dms?|message|ping|e-?mail|write|at)(?![a-z])"
)
_LATIN_TOLD = r"(?:全部|ぜんぶ|すべて|半角|小文字の?|これも|どちらも|両方とも?|みんな|ヘボン式の?)*(?:ローマ字|ろーまじ|アルファベット|英字)"
#: Kana, and that they are to be Latin letters: きなこ(ろーまじで), ネコヤナギを全部ローマ字の小文字で, コエダノート、をローマ字(koedanote)で.
_KANA_IN_LATIN = fold_pattern(
    rf"(?:(?<![ァ-ヶー])|(?<=[^ァ-ヶー][ハガデト]))[「『\"]?(?P<kana>[ァ-ヶー・]{{2,14}}?)[」』\"]?\s?(?:\({_LATIN_TOLD}[^)\n]{{0,6}}\)|、?\s?を?\s?{_LATIN_TOLD}(?:に(?:する|し)と\s?(?P<glossed>[a-z\d]{{2,20}}))?(?:の?小文字)?(?:\((?P<gloss>[a-z\d._-]{{2,24}})\))?(?:で(?:。(?=そのあと|その後|つぎ|次|続けて|うしろ))?|に(?:直|し|変|換|戻)\S{{0,2}}(?:。(?=そのあと|その後|つぎ|次|続けて|うしろ))?|、|のまま|$|(?<=[a-z\d])(?=。)))"
)
#: Several of them with signs between, and then that all are: キヨセ、アンダーバー、デンキ、どちらもローマ字.
_SIGN = "アンダーバー|アンダースコア|下線|ドット|てん|点|ハイフン"
_ALL_IN_LATIN = fold_pattern(
    rf"(?<![ァ-ヶー])(?P<one>[ァ-ヶー]{{2,10}})[、・\s]{{0,2}}(?P<sign>{_SIGN})[、・\s]{{0,2}}(?P<other>[ァ-ヶー]{{2,10}})[、,]?\s?(?:は|を)?{_LATIN_TOLD}"
)
_SIGNS = {"ア": "_", "下": "_", "ド": ".", "テ": ".", "点": ".", "ハ": "-"}
#: Between all the parts: 間は全部アンダーバー, あいだに下線を一本, "a hash between".
_GLUE = fold_pattern(
    r"(?:間|あいだ)(?:は|に|へ|を)(?:は|全部|すべて|ぜんぶ|みんな)?\s?(?P<ja>アンダーバー|アンダースコア|下線|ドット|点|ハイフン|シャープ)|(?:an? |with )?(?P<en>underscore|dot|hyphen|dash|hash) (?:in )?between"
)
_GLUES = {**_SIGNS, "シ": "#", "u": "_", "d": ".", "h": "-"}


def latinised(passage: Passage) -> Passage | None:
    """Kana that the text says to write in Latin letters, written so."""
    low = passage.low
    glue = _glue_of(low)
    edits = []
    for match in _ALL_IN_LATIN.finditer(low):
        sign = _SIGNS[match["sign"][0]]
        edits.append((match.start(), match.end("other"), f" {_latin(match['one'])}{sign}{_latin(match['other'])} "))
    for match in _KANA_IN_LATIN.finditer(low):
        if _is_word_of_it(match["kana"]):
            continue
        said = match["gloss"] or match["glossed"] or glue.join([_latin(part) for part in match["kana"].split("・")])
        edits.append((match.start(), match.end(), said))
    return passage.rewritten(apart(edits)) if edits else None


#: The part of an address before its @, in kana.
_KANA_LOCAL = re.compile(r"(?<![ァ-ヶー])[ァ-ヶー]{2,12}(?:[._-][ァ-ヶー]{2,12}){0,3}(?=@[a-z\d-]+\.[a-z])")
_ALL_LATIN = fold_pattern(_LATIN_TOLD)


def latin_local(passage: Passage) -> Passage | None:
    """An address whose first part is in kana, in Latin letters where the text says so: ひまわり.こうぼう@gmail.com、ローマ字で."""
    low = passage.low
    found = list(_KANA_LOCAL.finditer(low)) if "@" in low else []
    if not found or not _ALL_LATIN.search(low):
        return None
    return passage.rewritten([(m.start(), m.end(), _latin_of_each(m[0])) for m in found])


def _latin_of_each(said: str) -> str:
    return re.sub(r"[ァ-ヶー]+", lambda part: _latin(part[0]), said)


def _glue_of(low: str) -> str:
    glue = _GLUE.search(low)
    if not glue:
        return ""
    said = glue["ja"] or glue["en"]
    return "#" if said == "hash" else "-" if said == "dash" else _GLUES[said[0]]


#: Words that speak of the writing and are not written themselves.
_OF_IT = frozenset(
    map(
        fold_word,
        [
            "ひらがな",
            "カタカナ",
            "かな",
            "ぜんぶ",
            "すべて",
            "これ",
            "それ",
            "あと",
            "です",
            "ます",
            "または",
            "つぎ",
            "なまえ",
        ],
    )
)


#: The last of 桜のサ、クラブのク、ラジオのラ.
_BY_WORD = re.compile(r"ノ[ァ-ヶ]$")


def _is_word_of_it(kana: str) -> bool:
    return kana in _OF_IT or bool(_BY_WORD.search(kana)) or kana.endswith(("デス", "マス", "クダサイ"))


def _latin(kana: str) -> str:
    return re.sub(r"[^a-z]", "", jaconv.kana2alphabet(jaconv.kata2hira(kana)))


#: Kana that are nothing but a digit; イツ is the beginning of いつもの.
_SURELY = "ゼロ レイ イチ ワン ニイ ニー ツー サン スリー ヨン フォー ゴー ファイブ ロク シックス ナナ シチ セブン ハチ エイト キュウ キュー ナイン".split()  # noqa: SIM905
_DIGITS = {word: digit for digit, words in digits.KANA.items() for word in words if word in _SURELY}
_DIGITS |= {word: digit for digit, words in digits.LATIN.items() for word in words} | digits.KANJI
_KANA_DIGIT = "|".join(sorted([w for w in _DIGITS if not w.isascii()], key=len, reverse=True))
_LATIN_DIGIT = "|".join(sorted([w for w in _DIGITS if w.isascii()], key=len, reverse=True))
_FIGURES = (
    rf"(?:\d{{1,6}}(?![\d.,:]|\s?(?:円|個|枚|時|日|月|名|件|本|年|回|%|px|点|分|秒|人|種|案|ページ|番目|匹|台|冊|羽|杯|色|通り|つ|回|コマ|行|列|章))|"
    rf"(?:{_KANA_DIGIT})(?:[・、\s]?(?:{_KANA_DIGIT})){{0,5}}(?=[・、\s。をで」』を]|です|$)|(?:{_LATIN_DIGIT})(?![a-z])(?:[, -]{{1,2}}(?:{_LATIN_DIGIT})(?![a-z])){{0,5}})"
)
_DIGIT = re.compile(rf"\d+|{_KANA_DIGIT}|{_LATIN_DIGIT}")
_THEN = (
    r"(?:(?:という字|という文字)?の?(?:すぐ)?(?:うしろ|後ろ|あと|後|末尾|お尻|おしり)に、?|[、,。]?\s?(?:に|と)?(?:続けて|つづけて|続いて|くっつけて|つなげて|それに、?|さらに、?|つぎに|次に)|"
    r"[、,。]\s?(?:その)?(?:すぐ)?(?:うしろ|後ろ|あと|後|末尾|おしり)(?:に|は|が)|,? (?:and )?then|,? followed by|,? plus|,? (?:desu,? )?sono (?:ushiro|ato) ni|,? with the (?:old )?(?:tag|numbers?|digits?)(?: four-digit)?)"
)
#: A name and the figures behind it: kiwi, then seven, oh, four; 「higurashi」、続けて42; akinoyama, sono ushiro ni suuji no hachi.
_NAME_THEN_FIGURES = fold_pattern(
    rf"(?<![a-z\d@._-])(?P<name>[a-z][a-z\d]*(?:[._-][a-z\d]+)*)[」』\"')\s]{{0,2}}{_THEN}\s?(?:数字で?は?の?|suuji (?:no|de) |the (?:digits?|numbers?) |digits? |numbers? )?\s?[「『\"']?(?P<figures>{_FIGURES})[」』\"']?(?:を(?=数字))?"
)
#: A name that figures are told to be joined to: zundaに誕生日の0915をくっつけて.
_JOINED_TO = fold_pattern(
    r"(?<![a-z\d@._-])(?P<name>[a-z][a-z\d]*(?:[._-][a-z\d]+)*)[」』\"')]?\s?(?:に|へ)、?[^\n。、a-z\d]{0,10}?[「『]?(?P<figures>\d{1,6})[」』]?\s?を\s?(?:くっつけ|つなげ|つないで|繋げ|足し|付け|つけ)"
)
_SPACELESS = fold_pattern(
    r"(?<![a-z])(?:no spaces?|no gaps?|one word|all one|together|glued|joined up)(?![a-z])|くっつけ|つなげて|つないで|続けて|間(?:は|を)?(?:あけ|空け|なし)|スペース(?:なし|は?入れ|無し)"
)
#: Parts with a word for joining between: komo plus rebi plus film.
_PLUS = fold_pattern(
    r"(?<![a-z\d@._-])[a-z][a-z\d]{1,14}(?:[」』\"']?,? (?:plus|then|followed by|and then) [「『\"']?[a-z\d]{2,14}){1,4}(?![a-z\d@.])"
)
_PLUS_WORD = re.compile(r"[」』\"']?,? (?:plus|and then|then|followed by) [「『\"']?")
#: A part to be said again: 「mo」を三回, "ha" three times.
_AGAIN = fold_pattern(
    r"[「『\"']?(?<![a-z\d])(?P<part>[a-z]{1,6}|\d{1,3})[」』\"']?\s?(?:(?:を|も)\s?(?P<n>[2-5二三四五])\s?(?:回|度|つ)(?:くりかえ|繰り返)?|(?P<en>twice|thrice|two times|three times|four times))"
)
_TIMES = {
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "twice": 2,
    "thrice": 3,
    "two times": 2,
    "three times": 3,
    "four times": 4,
}
_GAPS_TOLD = fold_pattern(
    r"(?:空白|スペース|すきま|隙間|すき間|間隔)(?:は|を)?(?:全部|すべて)?(?:取|抜|消|詰|無視|除|削)|(?:remove|without|ignore|delete|strip|close|drop|mind) (?:up )?(?:all |any |the )*(?:spaces|gaps|blanks)"
)
#: A link or an address that is all gaps, with nothing but Japanese around: yama . sla ck . com のほうに.
_GAPPED = re.compile(
    r"(?:^|(?<=[^\x20-\x7e])|(?<=[^\x20-\x7e] )|(?<=: ))[a-z\d./@:_-]+(?: [a-z\d./@:_-]+){1,14}(?= ?[^\x00-\x7f]|$)",
    re.MULTILINE,
)
_GAP = re.compile(r"(?<=[a-z\d]) ?([./@:_~-]) ?(?=[a-z\d])")


def put_together(passage: Passage) -> Passage | None:
    """The parts of a name as one, where the text tells to join them."""
    if not _ABOUT_A_NAME.search(passage.low):
        return None
    current = passage
    if again := [(m.start(), m.end(), m["part"] * _times(m["n"] or m["en"])) for m in _AGAIN.finditer(current.low)]:
        current = current.rewritten(apart(again))
    low = current.low
    glue = _glue_of(low)
    edits = [
        (m.start(), m.end(), m["name"] + glue + "".join([_DIGITS.get(d, d) for d in _DIGIT.findall(m["figures"])]))
        for pattern in (_NAME_THEN_FIGURES, _JOINED_TO)
        for m in pattern.finditer(low)
    ]
    if _SPACELESS.search(low):
        edits += [(m.start(), m.end(), f"「{_PLUS_WORD.sub('', m[0])}」") for m in _PLUS.finditer(low)]
    if _GAPS_TOLD.search(low):
        edits += [(m.start(), m.end(), m[1]) for m in _GAP.finditer(low) if " " in m[0]]
        edits += [
            (m.start(), m.end(), current.text[m.start() : m.end()].replace(" ", ""))
            for m in _GAPPED.finditer(low)
            if re.search("[.@/]", m[0])
        ]
    if edits:
        current = current.rewritten(apart(edits))
    return current if current is not passage else None


def _times(said: str) -> int:
    return _TIMES.get(said) or int(said)
