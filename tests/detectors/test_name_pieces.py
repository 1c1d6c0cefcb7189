"""Names put together as told, services broken to be read aloud, providers half named, mistyped domains set right."""

import pytest

from tests.detectors.claims import Case, Row, hits, holds, near_misses

PIECES = [
    Row(
        "a name in kana and figures behind it",
        "チャットワークは「みずうみ」を全部ローマ字で、続けて 07 です。",
        "chatwork mizuumi07",
        "handle.after_cue",
        "a heading to be romanised",
        "見出しの「ひぐらし」をローマ字（higurashi）にして、続けて番号の42を入れてください。",
    ),
    Row(
        "two names in kana with a sign said between",
        "ツバメ、アンダーバー、タウン、どちらもローマ字でスカイプを検索してください。",
        "skype tsubame_taun",
        "handle.after_cue",
        "a logo to be underlined",
        "ロゴは「もり」を全部ローマ字で、下線を引いて組んでください。",
    ),
    Row(
        "one sign between all parts",
        "ディスコードでは「もも・たろ」をローマ字、間は全部アンダーバーです。",
        "discord momo_taro",
        "handle.after_cue",
        "a lesson in romaji",
        "教材：「さくら」はローマ字で sakura、「てん」は ten と書きます。",
    ),
    Row(
        "an address in kana",
        "きなこ(ローマ字で)、てん、もち(これもローマ字)、あっとまーく、じーめーる、てん、こむ。",
        "email kinako.mochi@gmail.com",
        "email.address",
        "sweets in a list",
        "きなこ(小)、てん、もち(大)、の三つの見出しにします。",
    ),
    Row(
        "figures glued to a name",
        "My Skype name is pico, then nine, nine, two, all glued together.",
        "skype pico992",
        "handle.after_cue",
        "a class of a style sheet",
        "Use the word komo plus rebi plus film, no spaces, as the CSS class of the header.",
    ),
    Row(
        "parts with plus between",
        "いんすたは komo plus rebi plus film, no spaces です。",
        "instagram komorebifilm",
        "handle.after_cue",
        "pictures behind a banner",
        "banner のあとに 3 枚の写真を続けて並べるLINE広告のバナーを作ります。",
    ),
    Row(
        "a part said again",
        "テレグラムは「ke」を三回の名前です。追加お願いします。",
        "telegram kekeke",
        "handle.after_cue",
        "a refrain",
        "歌詞は「la」を三回、続けて「na」を二回です。",
    ),
    Row(
        "gaps to be closed in a link",
        "join . slack . com / t / midori-pj / shared_invite / zt-4hQ2x 空白は取ってください。",
        "slack join.slack.com/t/midori-pj/shared_invite/zt-4hQ2x",
        "link.invite",
        "gaps in a table",
        "表の空白は詰めてください。src / main / app の三つです。",
    ),
]
SERVICES = [
    Row(
        "kanji of the same sound",
        "羅印での名は mochi_kaden です。",
        "line mochi_kaden",
        "handle.after_cue",
        "a visit to a hospital",
        "来院の予約画面のラベルを直してください。id は visit_form です。",
    ),
    Row(
        "half in kanji",
        "請求は チャト枠 でやり取りしたいです。mamezo.cw です。",
        "chatwork mamezo.cw",
        "handle.after_cue",
        "a frame for tea",
        "茶の枠を二つ、mamezo.css で直しました。",
    ),
    Row(
        "a kana drawn alike",
        "私はライソで komorebi_fuku です",
        "line komorebi_fuku",
        "handle.after_cue",
        "the end of a word",
        "足止めくらいそうです。資料は komorebi_fuku にまとめました。",
    ),
    Row(
        "kana in brackets amid other words",
        "「す」いかと「か」めと「い」ぬと「ぷ」りん。そこの edo_shokudo です。",
        "skype edo_shokudo",
        "handle.after_cue",
        "letters of a specimen",
        "「ラ」「イ」「ン」の三文字を書体見本に並べました。ファイルは katakana_set です。",
    ),
    Row(
        "Latin letters one by one",
        "LとIとNとEを並べたアプリ、そこの検索窓に higurashi42",
        "line higurashi42",
        "handle.after_cue",
        "squares of a crossword",
        "クロスワードのマスは L, I, N, E の順に空けてください。",
    ),
    Row(
        "two words to be joined",
        "Chat, then work, joined up: find me there as lena-frames.",
        "chatwork lena-frames",
        "handle.after_cue",
        "a slogan",
        "Chat and work together in one app: that is our slogan.",
    ),
    Row(
        "a sentence in romaji",
        "disukoodo no id wa taiyaki_ken desu, tsuika shite kudasai",
        "discord taiyaki_ken",
        "handle.after_cue",
        "words of a song in romaji",
        "rain de nureta machi, to iu kashi desu",
    ),
    Row(
        "letters of another script",
        "ᒪINE で hoshi_kage です",
        "line hoshi_kage",
        "handle.after_cue",
        "that script itself",
        "ᒪ は角の丸い字です。hoshi_kage に並べました。",
    ),
    Row(
        "a green place with read marks",
        "既読が付く、あの緑のところで hoshi_kage5 です。",
        "line hoshi_kage5",
        "handle.after_cue",
        "a green place on a screen",
        "既読の表示は緑のところに合わせ、badge-read というクラスにしてください。",
    ),
    Row(
        "a handle in the name of a picture",
        "写真は「insta_wa_tanpopo.photo_desu.jpg」に入れました。",
        "instagram tanpopo.photo",
        "handle.after_cue",
        "pictures of an advertisement",
        "line_icon_v2.png と insta_ad_wa_final.png を差し替えました。",
    ),
    Row(
        "a profile to write to",
        "DM me at bsky.app/profile/lena-frames.bsky.social",
        "other bsky.app/profile/lena-frames.bsky.social",
        "link.invite",
        "a profile to be drawn",
        "bsky.app/profile/lena-frames.bsky.social の見た目をまねた画面です。",
    ),
]
ADDRESSES = [
    Row(
        "whatever stands in brackets for the sign",
        "kotori(梟)example(てん)com に送ってください。",
        "email kotori@example.com",
        "email.address",
        "a new banner",
        "banner (new) example (final) com は別の案です。",
    ),
    Row(
        "a curly letter and a full stop",
        "lena (curly a) framehouse (full stop) com",
        "email lena@framehouse.com",
        "email.address",
        "a red logo",
        "logo(赤)sample(点)png に差し替えました。",
    ),
    Row(
        "letters, a point, a ringed a",
        "ティー、オー、エム、オー、点、ケー、丸a、グーグルのメール。",
        "email tomo.k@gmail.com",
        "email.address",
        "buttons of a controller",
        "コントローラーのボタンはエー、ビー、点、エックスの順に光らせます。",
    ),
    Row(
        "letters with Japanese words",
        "S for さくら、O for おに、R for りす、A for あり、at gmail dot com へ",
        "email sora@gmail.com",
        "email.address",
        "two headings",
        "Q for クイズ、A for こたえ、の二つの見出しにします。",
    ),
    Row(
        "a character by its code",
        '"lena" + String.fromCharCode(64) + "framehouse.com"',
        "email lena@framehouse.com",
        "email.address",
        "a letter by its code",
        "String.fromCharCode(65) で A を返す関数です。",
    ),
    Row(
        "a provider by its heat",
        "lena.frames at the old hot one, send the brief.",
        "email lena.frames@hotmail.com",
        "email.pieced",
        "words of an advertisement",
        "広告文の hot one を the old one に直してください。",
    ),
    Row(
        "the ordinary one with a G",
        "資料は lena.frames 、Gの普通のやつにお願いします。",
        "email lena.frames@gmail.com",
        "email.pieced",
        "an ordinary G of a tune",
        "Gの普通のやつは譜面の三段目の音です。",
    ),
    Row(
        "a building and a room",
        "宛名は tobira.77 、建物は G で始まって mail で終わるところ、部屋は .com です。",
        "email tobira.77@gmail.com",
        "email.pieced",
        "a name on an envelope",
        "宛名は tobira.77 の版で、建物の絵を G の位置に置いてください。",
    ),
    Row(
        "a mistyped domain, set right",
        "nagi_fude@gmial.con へ請求を。gmail.com の打ち間違いです。",
        "email nagi_fude@gmail.com",
        "email.address",
        "a mistyped domain in an article",
        "スペルは gmial ではなく gmail です、と記事に書いてください。",
    ),
    Row(
        "two letters to be exchanged",
        "lena.k@hotmial.com, oops, swap those two letters.",
        "email lena.k@hotmail.com",
        "email.address",
        "two letters of a sign",
        "The sign said hotmial, oops, swap those two letters in the artwork.",
    ),
]
NOISE = [
    Row(
        "fruit between the letters",
        "yuzu【みかん】hon【れもん】ya@gmail【ばなな】.com くだものは食べてしまってください。",
        "email yuzuhonya@gmail.com",
        "email.address",
        "parts of a card",
        "card【見出し】title【本文】body の三つに、ラベルを外してください。",
    ),
    Row(
        "a capital to be thrown away",
        "My Telegram: nQoQrQiQ_kQen, drop the capital Q please.",
        "telegram nori_ken",
        "handle.after_cue",
        "a capital in a label",
        "The CSS class tXopX is deprecated; remove the capital X from the label.",
    ),
    Row(
        "every other letter",
        "LINEは hzozszhzizkzaz です、一文字おきに読んでください",
        "line hoshika",
        "handle.after_cue",
        "every other letter of a poster",
        "Every other letter in the poster is noise: make it look like lxexoxpxaxrxt.",
    ),
]


@pytest.mark.parametrize("case", hits(PIECES, SERVICES, ADDRESSES, NOISE))
def test_a_name_is_put_together(case: Case) -> None:
    holds(case)


@pytest.mark.parametrize("case", near_misses(PIECES, SERVICES, ADDRESSES, NOISE))
def test_words_and_pieces_of_work_are_left(case: Case) -> None:
    holds(case)
