"""How people tell a name in parts, message by message: its beginning, and here is what follows.

HEAD and TAIL stand for a part of a name.
"""

from __future__ import annotations

_FIRST = r"前半|前の半分|最初の半分|(?<!名)前|頭|あたま|先頭|最初|はじめ|まず|出だし|一つ目|1つ目"
_LATER = r"後半|後ろの半分|残り|続き|つづき|そのあと|その後|このあと|それから|そのうしろ|その後ろ|うしろ|後ろ|あと|最後|さいご|末尾|おしまい|おわり|終わり|真ん中|まんなか|(?:なか|中|間|あいだ)(?=は)|次|つぎ|二つ目|2つ目|あわせて"
#: The beginning of a name, called so.
HEADS = (
    rf"(?:{_FIRST})(?:の部分|のほう|の方)?(?:は|が|に|:)?[、,]?\s?[「『\"']?HEAD",
    r"HEAD[」』\"']?\s?(?:です|で)?\s?(?:までは?(?:メモ|聞|教|覚|わか|分か|言|いい|読|控|伝)|(?:の|という)(?:あと|後|続き|つづき|うしろ|後ろ|次)(?!で)|(?:から|で)(?:始|はじ)ま|が(?:前半|頭|先|最初)|まで、)",
    r"(?<![a-z])(?:first (?:half|part|bit|piece)|front half|(?:starts?|begins?|starting|beginning) with|starts?|begins?|the start)(?: is| was|:)?,? [\"']?HEAD",
    r"(?<![a-z])HEAD[\"']? (?:is|was|comes|goes)(?: the)? (?:first (?:half|part|bit)|start|beginning|front|first)",
    r"(?:検索|探し|さがし|(?<![a-z])(?:search|find|look))[^\n]{0,16}?[:は「『\"' ]\s?HEAD(?<=[._\-])\W*$",
    r"(?:英小文字|英字|小文字|ローマ字|アルファベット)で\s?[「『\"']?HEAD[」』\"']?\W*$",
)
#: What follows on it, called so.
TAILS = (
    rf"(?:{_LATER})(?:の部分|のほう|の方)?(?:は|が|に|へ|には)?[、,:]?\s?[「『\"']?TAIL",
    r"TAIL[」』\"']?\s?(?:が|は|で)\s?(?:後半|続き|つづき|最後|おしまい|終わり|おわり|締め|全部|完成|以上)",
    r"TAIL[」』\"']?\s?(?:が|を|と)?\s?(?:付[いけきく]|つ[いけきく](?:ます|て|だけ|。|$)|足し|くっつけ|つなげ|繋げ|続き(?:ます|$)|続けて)",
    r"^\W{0,3}TAIL[」』\"']?\W{0,2}(?:です)?[。、,. ]\s?(?:(?:間|あいだ)(?:に)?は?(?:何も|なに)|(?:間|あいだ)なし|あとは(?:皆|みんな|みな|全部|いつも|ほか|他)|そのまま(?:つな|繋|続)|つなげ|繋げ|続けて|くっつけ|no gap|no space|nothing in between|straight after|all one word|joined)",
    r"(?<![a-z])(?:(?:the )?(?:middle|next|end|last)(?: is|:)|next|finally,?|then|and then|the rest is|rest is|rest:|second (?:half|part|bit)(?: is|:)?|back half(?: is|:)?|followed by|after that,?|ends? (?:in|with)|finish(?:es)? (?:in|with)|last (?:half|part|bit)(?: is|:)?|plus) (?:an? |the )?[\"']?TAIL",
    r"^\W{0,3}TAIL[\"']?\W{0,2}(?:after (?:that|it)|is the (?:rest|second half|end|ending|last bit)|on the end|at the end|comes (?:after|next|last))(?![a-z])",
)
#: A message that is a part and nothing else but a word that more follows.
BARE = r"^\W{0,3}PART[」』\"']?\s?(?:です|だよ|、|,|\.\.+|…)?\s?(?:で|と|に|そのあと|その後|続き|つづく|つづき|then|and)?\W*$"
#: The usual address of a team follows.
USUAL_END = r"(?:あと|後ろ|うしろ|続き|残り)は(?:皆|みんな|みな|全部|いつも|ほか|他|例)|いつもの|お決まり|おなじみ|(?<![a-z])(?:usual|same as (?:always|everyone)|as always)(?![a-z])"
#: A team's place in a chat.
WORKSPACE = r"ワークスペース|(?<![a-z])(?:work ?space|url|sub-?domain|team name)(?![a-z])|サービス名|チーム名|ドメイン"
