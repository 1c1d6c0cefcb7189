"""Other ways to read a text: signs said, letters set apart, instructions followed, codes undone, texts turned round."""

import pytest

from detectors.normalise import fold
from detectors.readings import closed_up, decoded, headed, instructed, readings_of, romanised, spoken, turned
from tests.detectors.claims import Row, hits, holds, near_misses

EVERY_SIGN = -1  # every bit, whatever signs there are

TOLD = [
    Row(
        "a star for the @, as told",
        "yuzu☆example.com ☆を@に変えてください",
        "email yuzu@example.com",
        "email.address",
        "stars in a design",
        "☆を★に変えてください、example.com のロゴです",
        trick="replace-instruction",
    ),
    Row(
        "two signs, as told",
        "yuzu♪example※com です。♪は@、※はドットです",
        "email yuzu@example.com",
        "email.address",
        "notes of a tune",
        "♪はドレミ、※は注記です example com",
        trick="replace-instruction",
    ),
    Row(
        "a sign by its name",
        "yuzu#example.com — replace the hash with @",
        "email yuzu@example.com",
        "email.address",
        "a hash in a link",
        "replace the hash with a slash in index#example",
        trick="replace-instruction",
    ),
    Row(
        "swap for dots",
        "yuzu@example/org (swap slashes for dots)",
        "email yuzu@example.org",
        "email.address",
        "slashes in a path",
        "swap slashes for dots in src/main/app",
        trick="replace-instruction",
    ),
    Row(
        "remove a sign",
        "y*u*z*u*@example.com, remove the asterisks. mail me",
        "email yuzu@example.com",
        "email.address",
        "asterisks to remove",
        "remove the asterisks from y*u*z*u",
        trick="replace-instruction",
    ),
    Row(
        "an emoji by its Unicode name",
        "yuzu🐙example.com (octopus is the at sign)",
        "email yuzu@example.com",
        "email.address",
        "an emoji as a picture",
        "🐙 octopus is the mascot of example",
        trick="replace-instruction",
    ),
    Row(
        "a sign takes another's place",
        "yuzu=example.com です。=のところに@を入れてください",
        "email yuzu@example.com",
        "email.address",
        "a sign in a formula",
        "=のところに値を入れてください example",
        trick="replace-instruction",
    ),
    Row(
        "a letter for a figure",
        "電話は O9O-1234-5678、Oはゼロです",
        "phone +819012345678",
        "phone.disguised",
        "a letter in a code",
        "型番は OXO-12、Oはオーです",
    ),
]

TURNED = [
    Row(
        "an address reversed",
        "moc.elpmaxe@uzuy を逆から読んでください",
        "email yuzu@example.com",
        "email.address",
        "a word reversed",
        "moc.elpmaxe を逆から見た図です",
        trick="reversed",
    ),
    Row(
        "a phone number reversed",
        "8765-4321-090 を後ろから読むと電話番号です",
        "phone +819012345678",
        "phone.number",
        "a list reversed",
        "8765-4321 を後ろから並べ替えます",
        trick="reversed",
    ),
    Row(
        "a handle reversed",
        "LINEは 7eert_uzuy、逆さに読んで検索してください",
        "line yuzu_tree7",
        "handle.after_cue",
        "a picture turned",
        "画像 7eert_uzuy.png を逆さに読んでください",
        trick="reversed",
    ),
    Row(
        "reversed in English",
        "read backwards: gro.elpmaxe@uzuy",
        "email yuzu@example.org",
        "email.address",
        "backward in prose",
        "scroll backward to gro.elpmaxe",
        trick="reversed",
    ),
]

SPACED = [
    Row(
        "letters set apart",
        "y u z u . t r e e @ e x a m p l e . c o m",
        "email yuzu.tree@example.com",
        "email.address",
        "letters of a heading",
        "S U M M E R . S A L E",
        trick="spaces",
    ),
    Row(
        "a name set apart with hyphens",
        "LINEは y-u-z-u-7-7 です",
        "line yuzu77",
        "handle.after_cue",
        "a shape of dashes",
        "ハイフンは a-b-c-d です",
        trick="spaces",
    ),
    Row(
        "a service set apart",
        "L I N E : y u z u _ 7 7",
        "line yuzu_77",
        "handle.after_cue",
        "grades set apart",
        "A B C D : a b c _ d",
        trick="spaces",
    ),
]

SAID = [
    Row(
        "at mark and dot",
        "yuzu アットマーク example ドット com まで",
        "email yuzu@example.com",
        "email.address",
        "dots of a pattern",
        "背景は ドット 柄、アットマーク は不要です",
        trick="spelled-out",
    ),
    Row(
        "an underscore for a handle",
        "LINEは yuzu アンダーバー tree7 です",
        "line yuzu_tree7",
        "handle.after_cue",
        "an underscore in a style guide",
        "変数は アンダーバー 区切りです",
        trick="spelled-out",
    ),
    Row(
        "a hyphen in a handle",
        "Skype名は yuzu ハイフン tree77",
        "skype yuzu-tree77",
        "handle.after_cue",
        "a hyphen as a topic",
        "品名は ハイフン なしで tree77 です",
        trick="spelled-out",
    ),
    Row(
        "slashes and dots of a link",
        "t dot me slash yuzu77 でTelegram",
        "telegram t.me/yuzu77",
        "link.invite",
        "a date said with slashes",
        "eleven slash twenty-two dot",
        trick="spelled-out",
    ),
    Row(
        "a provider in kana behind the sign",
        "yuzu@ジーメール ドットコム",
        "email yuzu@gmail.com",
        "email.address",
        "a provider in kana, as a topic",
        "ジーメールの受信箱の絵です",
        trick="spelled-out",
    ),
    Row(
        "kana top level",
        "yuzu@example ドット シーオー ドット ジェーピー",
        "email yuzu@example.co.jp",
        "email.address",
        "a company in kana",
        "シーオー ドット ジェーピーの書体です",
        trick="spelled-out",
    ),
]

ENCODED = [
    Row(
        "percent signs",
        "yuzu%40example.com",
        "email yuzu@example.com",
        "email.address",
        "a share",
        "40%example の確率です",
        trick="encoded",
    ),
    Row(
        "entities",
        "yuzu&#64;example&#46;com",
        "email yuzu@example.com",
        "email.address",
        "an entity in code",
        "&#64; は文字参照です",
        trick="encoded",
    ),
    Row(
        "hexadecimal entities",
        "yuzu&#x40;example.com",
        "email yuzu@example.com",
        "email.address",
        "an entity for a space",
        "yuzu&#x20;example.com",
        trick="encoded",
    ),
    Row(
        "ROT13",
        "lhmh@rknzcyr.pbz です（rot13）",
        "email yuzu@example.com",
        "email.address",
        "ROT13 as homework",
        "rot13 の関数を書いてください",
        trick="encoded",
    ),
    Row(
        "Base64",
        "base64: eXV6dUBleGFtcGxlLmNvbQ==",
        "email yuzu@example.com",
        "email.address",
        "Base64 of a greeting",
        "base64: aGVsbG8gd29ybGQhIQ==",
        trick="encoded",
    ),
    Row(
        "Morse",
        "電話は ----- ----. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. です",
        "phone +819012345678",
        "phone.number",
        "rules of dashes",
        "----- 見出し ----- 本文 -----",
        trick="encoded",
    ),
    Row(
        "a sum",
        "電話は 080 1234 5000+678 です",
        "phone +818012345678",
        "phone.number",
        "a sum of prices",
        "合計は 5000+678 です",
        trick="encoded",
    ),
    Row(
        "a sum in words",
        "電話は090-1234-、最後は5600に78を足した数字です",
        "phone +819012345678",
        "phone.pieced",
        "a sum of counts",
        "在庫は5600に78を足した数字です",
    ),
    Row(
        "digits repeated",
        "電話は080-「12」を2回-5678です",
        "phone +818012125678",
        "phone.number",
        "an action repeated",
        "「12」を2回書いてください",
        trick="encoded",
    ),
    Row(
        "letters on a keypad",
        "Dial 415-555-YUZU",
        "phone +14155559898",
        "phone.number",
        "a code with letters",
        "Use code 415-555-YUZU at checkout",
        trick="encoded",
    ),
    Row(
        "strings joined",
        "'yuzu' + '@' + 'example.com'",
        "email yuzu@example.com",
        "email.address",
        "strings of a program",
        "'yuzu' + ', ' + 'world'",
        trick="encoded",
    ),
    Row(
        "a list joined",
        "['yuzu','example.com'].join('@')",
        "email yuzu@example.com",
        "email.address",
        "a path joined",
        "['yuzu','example'].join('/')",
        trick="encoded",
    ),
    Row(
        "a list joined in Python",
        "'@'.join(['yuzu', 'example.com'])",
        "email yuzu@example.com",
        "email.address",
        "words joined in Python",
        "' '.join(['yuzu', 'example.com'])",
        trick="encoded",
    ),
]

OTHERWISE = [
    Row(
        "an acrostic",
        "LINEのIDは行頭の文字を縦に読んでください\ny よく\nu うみ\nz ずっと\nu うた\n7 なな\n7 なな",
        "line yuzu77",
        "handle.after_cue",
        "a list with letters",
        "行頭の文字を大きくしてください\na 表紙\nb 目次\nc 本文",
        trick="acrostic",
    ),
    Row(
        "kana to be romanised",
        "LINEのIDは「ゆず」と「そら」をローマ字にして下線でつないでください",
        "line yuzu_sora",
        "handle.after_cue",
        "kana to be romanised for a logo",
        "ロゴの「ゆず」と「そら」をローマ字にして下線を引いてください",
        trick="kana-spelled",
    ),
]

LETTERS = [
    Row(
        "letters by their Japanese names",
        "アドレスはワイ・ユー・ゼット・ユー@example.com",
        "email yuzu@example.com",
        "email.address",
        "words like letters",
        "ユーエスビー・エイチディーエムアイ・ピーシー端子のアドレスです",
        trick="kana-spelled",
    ),
    Row(
        "letters, a sign and figures",
        "ラインは ワイ、ユー、アンダーバー、ケー、アイ、2 です",
        "line yu_ki2",
        "handle.after_cue",
        "a name of a plug",
        "配線は エスディーアイ、シーエーティー6 のケーブルです",
        trick="kana-spelled",
    ),
    Row(
        "the radio alphabet",
        "yankee uniform zulu uniform at example dot com",
        "email yuzu@example.com",
        "email.address",
        "words of the radio alphabet",
        "the hotel in india, mike said, at example dot",
        trick="kana-spelled",
    ),
    Row(
        "letters as in words",
        "Y as in yes, U as in use, Z as in zoo, U as in use, at example dot com",
        "email yuzu@example.com",
        "email.address",
        "a letter as in a word",
        "C as in cat is on page 4 at the top",
        trick="kana-spelled",
    ),
]
DOWN = [
    Row(
        "letters down the side",
        "Read down.\ny\nu\nz\nu\n@\ne\nx\n.\nj\np\nThanks",
        "email yuzu@ex.jp",
        "email.address",
        "a list down the side",
        "Options:\na\nb\nc\nd\ne\nPick one",
        trick="spaces",
    ),
    Row(
        "a mark among spelled letters",
        "L.!.N.E works: yuzu_tree7",
        "line yuzu_tree7",
        "handle.after_cue",
        "marks of surprise",
        "W.!.O.W works: yuzu_tree7.png",
        trick="spaces",
    ),
    Row(
        "tones and their legend",
        "090のあと、ド=1、レ=2、ミ=3として「ソソミミ・シレドラ」。電話を鳴らして",
        "phone +819055337216",
        "phone.pieced",
        "a legend alone",
        "ド=1、レ=2、ミ=3として電話の着信音を",
        trick="encoded",
    ),
]
RECKONED = [
    Row(
        "letters that stand for digits",
        "090-AABB-0218、A=5、B=3 です",
        "phone +819055330218",
        "phone.number",
        "grades",
        "AABB、A=5、B=3 の評価です",
        trick="replace-instruction",
    ),
    Row(
        "several letters at once",
        "090-ABCD-0218 で ABCD は 5533 です",
        "phone +819055330218",
        "phone.number",
        "a name with a number",
        "ABCD は 5533 件です",
        trick="replace-instruction",
    ),
    Row(
        "masks that are told",
        "090-5533-02××（××は十八）",
        "phone +819055330218",
        "phone.number",
        "masks that are not",
        "090-5533-02××（××は伏せ字）",
        trick="replace-instruction",
    ),
    Row(
        "squares by their name",
        "090-5533-02□□、四角は18",
        "phone +819055330218",
        "phone.number",
        "squares to fill in",
        "郵便番号は02□□、四角は18ミリ",
        trick="replace-instruction",
    ),
    Row(
        "one more",
        "09055330217に1を足してかけてください",
        "phone +819055330218",
        "phone.number",
        "a small sum",
        "5330217に1を足してください",
        trick="encoded",
    ),
    Row(
        "each digit moved down",
        "1 0 1 6 6 4 4 1 3 2 9 の各桁から1を引いた番号に電話を",
        "phone +819055330218",
        "phone.number",
        "each amount moved",
        "各桁から1を引いて 1 0 1 です",
        trick="encoded",
    ),
    Row(
        "each digit moved up",
        "9 8 9 4 4 2 2 9 1 0 7 の各桁に1を足した番号に電話を",
        "phone +819055330218",
        "phone.number",
        "each day one more",
        "各桁に1を足して 12 です",
        trick="encoded",
    ),
    Row(
        "tones",
        "ド=1、090のあと「ソソミミ」「シレドラ」で電話が鳴ります",
        "phone +819055337216",
        "phone.pieced",
        "a tune to sing",
        "ドレミで「ソソミミ」「シレドラ」と歌います",
        trick="encoded",
    ),
    Row(
        "bytes",
        "16進数で 68 61 6b 6f 40 65 78 61 6d 70 6c 65 2e 63 6f 6d です",
        "email hako@example.com",
        "email.address",
        "bytes of a file",
        "16進数で 48 65 61 64 65 72 です",
        trick="encoded",
    ),
    Row(
        "bits",
        "binary: 01111001 01111010 01000000 01100101 01111000 00101110 01101010 01110000",
        "email yz@ex.jp",
        "email.address",
        "a mask of bits",
        "binary: 01111001 01111010 01000000 00000001 01100101",
        trick="encoded",
    ),
]
UNDONE = [
    Row(
        "an address behind a link",
        "https://example.com/go?to=yuzu.hoshi%40example.com&subject=a",
        "email yuzu.hoshi@example.com",
        "email.address",
        "words behind a link",
        "https://example.com/?q=%E6%9D%B1%E4%BA%AC&utm=abc",
    ),
    Row(
        "a link behind a link",
        "https://example.com/redirect?url=https%3A%2F%2Fwww.chatwork.com%2Fyuzu_op",
        "chatwork chatwork.com/yuzu_op",
        "link.invite",
        "a page behind a link",
        "https://example.com/login?next=https%3A%2F%2Fexample.com%2Fmypage",
    ),
    Row(
        "a link with its dot encoded",
        "Try t%2Eme%2Fquillmoss in your address bar",
        "telegram t.me/quillmoss",
        "link.invite",
        "a file with its dot encoded",
        "The file is logo%2Epng",
    ),
    Row(
        "signs by their entities",
        "mailto&colon;yuzu&commat;example&period;net",
        "email yuzu@example.net",
        "email.address",
        "entities as the topic",
        "&amp; と &colon; の一覧表です",
    ),
    Row(
        "thirteen steps",
        "lhmh@rknzcyr.pbz – thirteen steps and you can write me",
        "email yuzu@example.com",
        "email.address",
        "thirteen of something",
        "thirteen steps of the pattern are in lhmh.pdf",
    ),
    Row(
        "a number in Base64",
        'atob("MDkwLTEyMzQtNTY3OA==") gives you my number',
        "phone +819012345678",
        "phone.number",
        "a greeting in Base64",
        'atob("aGVsbG8gd29ybGQ=") gives hello',
    ),
    Row(
        "letters in Morse",
        "ラインID、トンツーで: ..- -- .. --...",
        "line umi7",
        "handle.after_cue",
        "Morse as a picture",
        "モールス信号の絵 ・・・ ーーー ・・・ を背景に",
    ),
    Row(
        "code points",
        "ディスコは U+006B U+0069 U+0077 U+0069 。",
        "discord kiwi",
        "handle.after_cue",
        "a code point",
        "記号は U+006B の1文字です",
    ),
    Row(
        "figures of ASCII",
        "ASCII for you: 114 111 64 101 120 97 109 112 108 101 46 111 114 103",
        "email ro@example.org",
        "email.address",
        "a table of ASCII",
        "The ASCII table has 65 66 67 68 69 70 in it",
    ),
    Row(
        "parts from right to left",
        "com . example @ yuzu ←右から左へ読み替えて送ってください",
        "email yuzu@example.com",
        "email.address",
        "a row from right to left",
        "com . example の行を右から左へ並べます",
    ),
    Row(
        "kana for signs",
        "あ→@、い→「.」として、yuzuあexampleいjp に",
        "email yuzu@example.jp",
        "email.address",
        "kana moved on by one",
        "あ→い、い→う のようにずらす問題です",
    ),
    Row(
        "a word for a sign",
        "yuzu.worksSNAILexample.net – swap the SNAIL for the sign it looks like to reach me",
        "email yuzu.works@example.net",
        "email.address",
        "a word swapped in a picture",
        "swap the snail for the normal one in works.png",
    ),
    Row(
        "letters of radio before and behind the @",
        "Golf Hotel India Tango Alpha, at, proton, dot, Mike Echo",
        "email ghita@proton.me",
        "email.address",
        "words of radio in a list",
        "Golf, Hotel and India photos, then Tango",
    ),
    Row(
        "an address with a dash between all letters",
        "take the dashes out: i-v-o-.-l-e-k-t-@-e-x-a-m-p-l-e-.-o-r-g",
        "email ivo.lekt@example.org",
        "email.address",
        "a word with dashes",
        "read it as s-o-f-t-l-y in the song",
    ),
    Row(
        "kana in quotes with a sign",
        "ラインのIDは「カゼノ アンダーバー オト」をローマ字にしたものです",
        "line kazeno_oto",
        "handle.after_cue",
        "kana in quotes for a sign board",
        "「ヤマ ノ ウエ」をローマ字にして看板に入れてください",
    ),
    Row(
        "letters each with a word",
        "ラインは「桜のサ、クラブのク、ラジオのラ」をローマ字で",
        "line sakura",
        "handle.after_cue",
        "letters each with a word, to teach",
        "桜のサ、クラブのク、ラジオのラ、と英字で教える教材です",
    ),
]
TABLE = [*TOLD, *TURNED, *SPACED, *SAID, *ENCODED, *OTHERWISE, *RECKONED, *LETTERS, *DOWN, *UNDONE]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_contact_is_read_in_another_way(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_an_instruction_or_a_code_about_something_else_is_left(case):
    holds(case)


@pytest.mark.parametrize("undo", [spoken, closed_up, instructed, turned, decoded, headed, romanised])
def test_there_is_nothing_to_undo_in_plain_text(undo):
    assert undo(fold("修正版を確認しました。ありがとうございます。")) is None


def test_a_reading_keeps_the_way_back():
    text = "yuzu アットマーク example ドット com"
    (_, ()), (reading, how) = readings_of(fold(text), EVERY_SIGN)
    assert (reading.text, how) == ("yuzu@example.com", ("spelled-out",))
    span = reading.span_as_written(0, len(reading.text))
    assert text[span.start : span.end] == text


@pytest.mark.parametrize(
    ("undo", "text", "reading"),
    [
        pytest.param(decoded, "あ%E3%81%82", "ああ", id="percent signs of UTF-8"),
        pytest.param(decoded, "&#9999999;x", None, id="an entity beyond Unicode is left"),
        pytest.param(decoded, "12に3を足した数字", "15", id="a sum in words"),
        pytest.param(decoded, "12から3を引いた数字", "9", id="a difference in words"),
        pytest.param(decoded, "1から4を二周", "12341234", id="a count repeated"),
        pytest.param(decoded, "「1234」を3回", "123412341234", id="digits repeated"),
        pytest.param(decoded, "007+003", "010", id="a sum keeps its zeros"),
        pytest.param(closed_up, "a.b.c.d", "abcd", id="dots between letters"),
        pytest.param(closed_up, "A-B-C-D", "abcd", id="capitals are read as small"),
        pytest.param(closed_up, "a b", None, id="too few letters"),
        pytest.param(headed, "頭文字\na い\nb ろ", None, id="too few lines"),
        pytest.param(headed, "頭文字", None, id="one line"),
        pytest.param(romanised, "ローマ字で", None, id="nothing to romanise"),
        pytest.param(romanised, "「ウミ」", None, id="nobody says so"),
    ],
)
def test_one_way_of_reading(undo, text, reading):
    passage = undo(fold(text))
    assert (passage.text if passage else None) == reading
