"""Services whose names are broken to be read aloud: kanji of the same sound, a kana drawn alike, letter by letter, romaji.

ライソ, 羅印, チャト枠, 茶ッ都ワー句, 「ラ」ーメンと「イ」カと「ン」, LとIとNとE, "L blank N E", "rain no aidii". Plain alternatives,
so that the gate can look for the same.
"""

from __future__ import annotations

#: The whole name in other signs, by the name of its kind; katakana stands for both scripts.
ALIKE: dict[str, str] = {
    "line": "ライソ|ラィン|ラィソ|ラ1ン|羅印|来印|雷印|頼印|裸印|羅因|羅イン|雷ン|裸イン|来ン|螺印",
    "slack": "素楽|酢楽|スラ句|スラッ九|巣楽|ス楽ク",
    "skype": "巣会|素海プ|ス貝プ|酢貝プ|スカ井プ|スカィプ|巣貝プ|ス会プ",
    "chatwork": "チャト枠|チャットワ区|チャット枠|茶ット枠|茶ト枠|茶ッ都ワー句|茶ッ都ワーク|チャッ都ワーク|チャット和句|茶ット和区|茶ットワーク|チャットワー句|チャツトワーク|お茶(チャ)ット仕事|茶(チャ)ット仕事|茶ット仕事",
    "discord": "ディス粉ード|ディス湖ード|ディス子|ヂスコード|ディスコ(踊ラナイ|ディスコ(踊リジャナイ|ディスコ(オドラナイ|踊ラナイディスコ|踊ラナイホウノディスコ",
    "telegram": "照レグラム|テレ蔵ム|照レ蔵ム|手レグラム|テレグラ夢",
    "whatsapp": "ワッ都アップ|輪ッツアップ|和ッツアップ|ワッツ圧",
    "kakao": "花花男|課課男|カカ尾|香香男|カカ雄",
    "zoom": "頭ー無|図ー夢|ズー夢|図夢",
    "instagram": "印スタ|院スタ|イン巣タ|イン星グラム|陰スタ",
    "x": "ツイッ鯛",
    "facebook": "顔ブック|フェイス本|顔本",
}
#: Names of one breath in Latin letters or kana that may be said letter by letter.
LETTERED = {
    "line": ("line", "ライン"),
    "skype": ("skype", "スカイプ"),
    "slack": ("slack", "スラック"),
    "zoom": ("zoom", "ズーム"),
}
#: Names of two words that are told to be put together.
_HALVED = {
    "wechat": ("we", "chat"),
    "chatwork": ("chat", "work"),
    "whatsapp": ("whats", "app"),
    "telegram": ("tele", "gram"),
    "instagram": ("insta", "gram"),
    "discord": ("dis", "cord"),
    "facebook": ("face", "book"),
    "skype": ("sky", "pe"),
}
_HALVED_KANA = {
    "chatwork": ("チャット", "ワーク"),
    "discord": ("ディス", "コード"),
    "facebook": ("フェイス", "ブック"),
    "instagram": ("インスタ", "グラム"),
    "telegram": ("テレ", "グラム"),
}
#: How Japanese written in Latin letters calls a service that a name goes with.
_ROMAJI = {
    "line": "rain",
    "slack": "surakku",
    "skype": "sukaipu",
    "chatwork": "chatto ?wa(?:a|-)?ku",
    "discord": "disuko(?:(?:o|-)?do)?",
    "telegram": "teregura(?:mu)?",
    "kakao": "kakao(?: ?to(?:o|-)?ku)?",
    "zoom": "zuumu",
    "instagram": "insuta(?:guramu)?",
    "x": "tsuittaa|ekkusu",
    "facebook": "feisubukku",
}
#: The syllables of a name, each in kana or in Latin letters: スKaイpu, ディsuコード, チャッtoワーku.
_SYLLABLES = {
    "skype": "ス:su|カ:ka|イ:i|プ:pu",
    "slack": "ス:su|ラッ:ra:rak|ク:ku:ck",
    "chatwork": "チャ:cha|ッ:t:|ト:to:t|ワ:wa|ー:a:-:|ク:ku",
    "discord": "ディ:di|ス:su:s|コ:ko:co|ー:o:-:|ド:do:d",
    "telegram": "テ:te|レ:re:le|グ:gu:g|ラ:ra|ム:mu:m",
    "whatsapp": "ワッ:wa:wat|ツ:tsu:ts|ア:a|ップ:ppu:pp",
}
#: ライン half in Latin letters; wholly in kana it is a word of other words.
_HALF_LINE = "raイン|raイn|raiン|ライn|ラiン|ラin"


def half_written(kind: str) -> str:
    """A name of which some syllables are in kana and some in Latin letters, or ""."""
    if kind == "line":
        return _HALF_LINE
    syllables = [f"(?:{syllable.replace(':', '|')})" for syllable in _SYLLABLES.get(kind, "").split("|") if syllable]
    return "".join(syllables)


_ROMAJI_BEHIND = " (?:no (?:aidii?|ai-?dii?|id|namae|akaunto|hou)|de|wa|desu)"


_OPEN, _CLOSE = "(?:「|『|\"|')", "(?:」|』|\"|')"
_JOINT = rf"{_CLOSE}?\s?(?:と|、|,? and |, ?|,? then |,? plus |の次に|の次は|のあとに|→|\+)\s?{_OPEN}?"
#: Between two letters in brackets that other words stand around.
BESIDE = r"[^\n]{0,8}?"


def _lettered(name: str) -> list[str]:
    """Each letter apart with words between, in brackets amid other words, or with some left blank."""
    told = _JOINT.join(name)
    if not name.isascii():
        return [BESIDE.join([f"{_OPEN}{letter}{_CLOSE}" for letter in name]), told + "(?:を|、|で|の|だけ)"]
    inner = "".join([rf"[ ,-]{{1,2}}(?:{c}|blank|gap|something)" for c in name[1:-1]])
    return [told, rf"{name[0]}{inner}[ ,-]{{1,2}}{name[-1]}"]


def told_apart(kind: str) -> list[str]:
    """Patterns over folded text for a name told by its letters or halves, or in romaji; no letter may stand around one."""
    forms = [form for name in LETTERED.get(kind, ()) for form in _lettered(name)]
    if kind in _HALVED:
        one, other = _HALVED[kind]
        forms.append(
            rf"{one}[\"']?,? (?:then|plus|and|followed by) (?:an? )?[\"']?{other}[^.\n]{{0,24}}(?:together|one word|joined|no space|in a row)"
        )
    if kind in _HALVED_KANA:
        one, other = _HALVED_KANA[kind]
        forms.append(rf"{_OPEN}{one}{_CLOSE}(?:と|に|\+|の次に|のあとに){_OPEN}{other}{_CLOSE}")
    if kind in _ROMAJI:
        forms.append(f"(?:{_ROMAJI[kind]}){_ROMAJI_BEHIND}")
    return forms
