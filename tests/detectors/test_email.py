"""E-mail addresses, and what only has an @ or a domain in it."""

import pytest

from detectors import scan
from detectors.contacts.email import find_told_apart, is_domain, is_public, provider_in, valid_address
from detectors.normalise import fold
from tests.detectors.claims import Row, contacts, hits, holds, near_misses

ADDRESSES = [
    Row(
        "alone",
        "hanako.sumida@example.jp",
        "email hanako.sumida@example.jp",
        "email.address",
        "a mention",
        "@hanako.sumida さん、確認お願いします",
    ),
    Row(
        "glued to Japanese",
        "メールはyuzu77@example.comまでください",
        "email yuzu77@example.com",
        "email.address",
        "a price",
        "シールは3個@5000円までください",
    ),
    Row(
        "full width",
        "ｙｕｚｕ＠ｅｘａｍｐｌｅ．ｃｏｍ へ",
        "email yuzu@example.com",
        "email.address",
        "a full-width unit price",
        "１個＠５００円．です",
        trick="fullwidth",
    ),
    Row(
        "capitals",
        "Yuzu.K@Example.COM",
        "email yuzu.k@example.com",
        "email.address",
        "a decorator",
        "use @Injectable and @Module.forRoot",
    ),
    Row(
        "a plus in the local part",
        "write to yuzu+work@example.org",
        "email yuzu+work@example.org",
        "email.address",
        "a package version",
        "install react@18.2.0 please",
    ),
    Row(
        "spaces around the @",
        "yuzu.kobo @ example.com",
        "email yuzu.kobo@example.com",
        "email.address",
        "a picture for dense screens",
        "logo@2x.png を書き出しました",
    ),
    Row(
        "a sentence goes on behind the dot",
        "yuzu@example.jp.Thanks!",
        "email yuzu@example.jp",
        "email.address",
        "a scoped package",
        "npm i @types/node.Thanks!",
    ),
    Row(
        "a provider without its ending",
        "yuzu.tree@gmail です",
        "email yuzu.tree@gmail.com",
        "email.address",
        "a provider as a topic",
        "Gmailで画像が出ない件です",
    ),
    Row(
        "Yahoo is Japanese by default",
        "yuzu_tree@yahoo",
        "email yuzu_tree@yahoo.co.jp",
        "email.address",
        "news on Yahoo",
        "yahooのニュースで見ました",
    ),
    Row(
        "Yahoo with com said",
        "yuzu_tree@yahoo com です",
        "email yuzu_tree@yahoo.com",
        "email.address",
        "a site on Yahoo",
        "yahoo.com で検索しました",
    ),
    Row(
        "a long subdomain",
        "info@mail.shop.example.co.jp",
        "email info@mail.shop.example.co.jp",
        "email.address",
        "a server",
        "mail.shop.example.co.jp に繋がりません",
    ),
    Row(
        "quoted",
        '"yuzu..tree"@example.com',
        'email "yuzu..tree"@example.com',
        "email.address",
        "a quoted word",
        '"yuzu tree" と書いてください',
    ),
    Row(
        "in angle brackets",
        "Yuzu <yuzu@example.net>",
        "email yuzu@example.net",
        "email.address",
        "a tag",
        "Yuzu <yuzu-example-net>",
    ),
    Row(
        "mailto",
        "mailto:yuzu@example.net",
        "email yuzu@example.net",
        "email.address",
        "a repository over SSH",
        "git@example.net:yuzu/site.git",
    ),
    Row(
        "two of them",
        "a.yuzu@example.com b.yuzu@example.com",
        "email a.yuzu@example.com | email b.yuzu@example.com",
        "email.address",
        "two mentions",
        "@a.yuzu @b.yuzu",
    ),
    Row(
        "an @ between domains",
        "me@x@yuzu@example.com",
        "email yuzu@example.com",
        "email.address",
        "an @ between names",
        "me@x@yuzu",
    ),
]

SAID = [
    Row(
        "at and dot in brackets",
        "yuzu [at] example [dot] jp",
        "email yuzu@example.jp",
        "email.address",
        "a bracketed word",
        "yuzu [note] example [end] jp",
        trick="spelled-out",
    ),
    Row(
        "at and dot as words",
        "reach me: yuzu dot tree at example dot com",
        "email yuzu.tree@example.com",
        "email.address",
        "meeting at a place",
        "see you at the dot com museum",
    ),
    Row(
        "the signs in Japanese",
        "yuzu アットマーク example ドット jp にメールを",
        "email yuzu@example.jp",
        "email.address",
        "the sign as a topic",
        "アットマークの色を変えたい、ドットは赤で",
        trick="spelled-out",
    ),
    Row(
        "the provider in kana",
        "yuzu.tree あっと じーめーる どっとこむ",
        "email yuzu.tree@gmail.com",
        "email.address",
        "a homely place",
        "あっとほーむ な じーめーるの画面",
    ),
    Row(
        "a star for the @",
        "yuzu★example.com に連絡ください",
        "email yuzu@example.com",
        "email.disguised",
        "a rating",
        "評価★example です",
    ),
    Row(
        "symbols for the @ and the dot",
        "yuzu🌀gmail🔵com",
        "email yuzu@gmail.com",
        "email.disguised",
        "symbols between words",
        "design🌀color🔵type",
        trick="emoji",
    ),
    Row(
        "a hash for the @",
        "yuzu#gmail.com",
        "email yuzu@gmail.com",
        "email.disguised",
        "an anchor",
        "index#example.com",
    ),
    Row(
        "a swapped sign, as told",
        "yuzu★example.jp です。★を@に変えてください",
        "email yuzu@example.jp",
        "email.address",
        "a sign swapped in a design",
        "ロゴの★を@に変えてください",
        trick="replace-instruction",
    ),
    Row(
        "homoglyphs",
        "уuzu@ехample.com",
        "email yuzu@example.com",
        "email.address",
        "a Cyrillic word",
        "слово ехample без адреса",
        trick="homoglyph",
    ),
    Row(
        "an underscore said",
        "yuzu アンダーバー tree@example.com",
        "email yuzu_tree@example.com",
        "email.address",
        "an underscore as a topic",
        "アンダーバーは使えますか tree の名前で",
    ),
]

APART = [
    Row(
        "the provider described",
        "メールはいつものGの yuzu.photo です",
        "email yuzu.photo@gmail.com",
        "email.pieced",
        "a folder by the name",
        "いつものフォルダの yuzu.photo です",
    ),
    Row(
        "the provider behind",
        "メアドは yuzu_photo、ヤフーのほうです",
        "email yuzu_photo@yahoo.co.jp",
        "email.pieced",
        "a keyword ad",
        "yuzu_photo のタグはヤフー広告のほうです",
    ),
    Row(
        "the domain behind",
        "メールは yuzu.photo で、後ろは example.jp です",
        "email yuzu.photo@example.jp",
        "email.pieced",
        "a page behind",
        "yuzu.photo のページで、画像の後ろは空です",
    ),
    Row(
        "English, domain followed",
        "My email starts with yuzu_photo, the domain is example.org",
        "email yuzu_photo@example.org",
        "email.pieced",
        "a domain as a job",
        "Move yuzu_photo, the domain is example.org",
    ),
]

SHOWN = [
    Row(
        "parts to be joined",
        "メールは「yuzu」と「example.com」を@でつないだ先へどうぞ",
        "email yuzu@example.com",
        "email.pieced",
        "parts that only show what an address is",
        "メールアドレスの例は「user」と「example.com」を@でつないだ形で図にしてください",
    ),
]
TOLD_APART = [
    Row(
        "parts by their places",
        "メールは前が yuzu、後ろが yuzu-kobo.example.jp、間に例のマーク",
        "email yuzu@yuzu-kobo.example.jp",
        "email.pieced",
        "parts of a page",
        "ページは前が yuzu、後ろが yuzu-kobo.example.jp へのリンク",
    ),
    Row(
        "the local part after the domain",
        "@yuzu-kobo.example.jp です。前は yuzu",
        "email yuzu@yuzu-kobo.example.jp",
        "email.pieced",
        "a domain's earlier name",
        "yuzu-kobo.example.jp です。前は yuzu.example.com でした",
    ),
    Row(
        "joined with the sign",
        "yuzu と yuzu-kobo.example.jp をアットマークで結んでください",
        "email yuzu@yuzu-kobo.example.jp",
        "email.pieced",
        "joined with a hyphen",
        "yuzu と yuzu-kobo をハイフンで結んでください",
    ),
    Row(
        "a mailbox and a domain",
        "The domain is yuzu-kobo.example.com and the mailbox is yuzu.",
        "email yuzu@yuzu-kobo.example.com",
        "email.pieced",
        "a domain alone",
        "The domain is yuzu-kobo.example.com and the host is fast.",
    ),
    Row(
        "a domain with its sign alone",
        "yuzu_tree、あとは @yuzu-kobo.example.jp です",
        "email yuzu_tree@yuzu-kobo.example.jp",
        "email.pieced",
        "a folder and a domain",
        "フォルダ yuzu_tree、社員は @yuzu-kobo.example.jp です",
    ),
    Row(
        "a provider said alone",
        "Gmailの yuzu.tree です",
        "email yuzu.tree@gmail.com",
        "email.pieced",
        "a provider as a topic",
        "Gmailの画像 yuzu.png です",
    ),
    Row(
        "at between marks",
        "hello *at* yuzu-kobo *dot* com",
        "email hello@yuzu-kobo.com",
        "email.address",
        "words between marks",
        "meet *at* the *dot* on the map",
    ),
    Row(
        "turned, untold",
        "moc.elpmaxe@eert.uzuy",
        "email yuzu.tree@example.com",
        "email.address",
        "a package",
        "moc.elpmaxe.eert",
    ),
    Row(
        "apple's mail",
        "りんごのicloudで yuzu_tree、宛先です",
        "email yuzu_tree@icloud.com",
        "email.pieced",
        "a fruit",
        "りんごの写真 yuzu_tree.jpg、宛先の欄です",
    ),
]
MORE_SIGNS = [
    Row(
        "behind dots that trail off",
        "容量オーバーでした…ｙｕｚｕ．ｋｏｅ＠ｅｘａｍｐｌｅ．ｎｅ．ｊｐ に",
        "email yuzu.koe@example.ne.jp",
        "email.address",
        "dots before a mention",
        "容量オーバーでした…@ｙｕｚｕ さん",
    ),
    Row(
        "a fish cake for the @",
        "yuzu ナルト example 点 com へ",
        "email yuzu@example.com",
        "email.address",
        "a fish cake in a soup",
        "具は ナルト と 卵、写真は example.com の3枚目です",
    ),
    Row(
        "the price sign for the @",
        "yuzu_mei 単価記号 example てん co てん jp です",
        "email yuzu_mei@example.co.jp",
        "email.address",
        "the price sign as the topic",
        "単価記号の書き方は example.co.jp にあります",
    ),
    Row(
        "a snail for the @",
        "yuzu（かたつむりのマーク）example（ピリオド）net まで",
        "email yuzu@example.net",
        "email.address",
        "a snail in a picture",
        "a snail logo.png for the mug",
    ),
    Row(
        "a monkey's tail for the @",
        "jelle monkeytail example full stop org",
        "email jelle@example.org",
        "email.address",
        "a monkey's tail in a story",
        "the monkeytail page stops. Send it to example.org",
    ),
    Row(
        "a commercial a",
        "nadia period v, commercial a, example, period, com. Write.",
        "email nadia.v@example.com",
        "email.address",
        "a commercial",
        "the commercial a year ago, example.com, was fun",
    ),
    Row(
        "told where the @ goes",
        "yuzu.memo【この間にアットを入れる】example.com です",
        "email yuzu.memo@example.com",
        "email.address",
        "told where a word goes",
        "yuzu.memo【この間に写真を入れる】example.com です",
    ),
    Row(
        "each part on a line of its own",
        "yuzu\n.\nortiz\n@\nexample\n.\ncom\nWrite me",
        "email yuzu.ortiz@example.com",
        "email.address",
        "signs on lines of their own",
        "表の1行目\n.\n次の行\n@\nおわり",
    ),
    Row(
        "halves by their place",
        "後ろ半分：example.jp、前半分：yuzu.natsu。間は丸いaで",
        "email yuzu.natsu@example.jp",
        "email.pieced",
        "half of a page",
        "前半分：yuzu.natsu の写真、後ろは余白です",
    ),
    Row(
        "a provider by its fruit",
        "Mail: marek77, at the cloud of the fruit company",
        "email marek77@icloud.com",
        "email.pieced",
        "a fruit company",
        "The fruit company wants marek77.png on a cloud",
    ),
    Row(
        "a provider by what it does",
        "yuzu.ryo3 のあとは、あの検索の会社のメールです",
        "email yuzu.ryo3@gmail.com",
        "email.pieced",
        "a company as the topic",
        "検索の会社のメールの書き方をまねた yuzu.png です",
    ),
    Row(
        "a word in the place of the @",
        "gus.the.yuzuPOTATOgmail.com, where the vegetable is what you think it is",
        "email gus.the.yuzu@gmail.com",
        "email.disguised",
        "a page of the site",
        "see the.yuzuFAQexample.com",
    ),
    Row(
        "the bit before the @",
        "yuzu.wick, that's the bit before the at. After it: example dot com",
        "email yuzu.wick@example.com",
        "email.pieced",
        "the bit before a photo",
        "yuzu.wick, that's the bit before the photo, example dot com",
    ),
    Row(
        "entities in a comment",
        "<!-- 採用: yuzu&#64;example&#46;jp --> 読めた方は連絡を",
        "email yuzu@example.jp",
        "email.address",
        "a comment in a page",
        "<!-- 採用: yuzu&#46;png --> を直しました",
    ),
    Row(
        "a word in braces, explained",
        "yuzu.tanner{monkey}example.net where {monkey} is the symbol",
        "email yuzu.tanner@example.net",
        "email.disguised",
        "a word in braces of a template",
        "https://yuzu.{env}example.net in the config",
    ),
    Row(
        "a word in braces for the sign",
        "hello{monkey}example.com, swap it for the sign",
        "email hello@example.com",
        "email.disguised",
        "a tenant in braces",
        "hello{tenant}example.com where {tenant} stands for the customer",
    ),
]
TABLE = [*ADDRESSES, *SAID, *APART, *TOLD_APART, *SHOWN, *MORE_SIGNS]


@pytest.mark.parametrize("case", hits(TABLE))
def test_an_address_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_what_is_like_an_address_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a@b", id="no domain"),
        pytest.param("@@@@", id="only signs"),
        pytest.param("yuzu@localhost", id="a machine"),
        pytest.param("yuzu@10.0.0.2", id="a machine by number"),
        pytest.param("yuzu@nowhere.invalidtld", id="no such ending"),
        pytest.param("yuzu@co.jp", id="a public suffix alone"),
        pytest.param("..@example.com", id="dots alone"),
        pytest.param("会議@渋谷.3F", id="a place"),
        pytest.param("info at www.example.com", id="a site after a word"),
        pytest.param("have a look at the.shop before Monday", id="a shop"),
        pytest.param("user@host:~/src$", id="a prompt"),
        pytest.param("12:00@room.b", id="a room"),
        pytest.param("@media (min-width: 640px)", id="a style rule"),
        pytest.param("f@cebook のロゴ", id="a letter drawn as @"),
        pytest.param(
            "メールは yuzu_tree7 の件です。" + "長い説明が続きます。" * 12 + "ヤフーのニュースです",
            id="a provider far away",
        ),
        pytest.param("example.com の @ は半角", id="the sign as a topic beside a domain"),
    ],
)
def test_an_at_sign_alone_is_no_address(text):
    assert [one for one in contacts(scan(text)) if one.startswith("email")] == []


@pytest.mark.parametrize(
    ("local", "domain", "value"),
    [
        pytest.param("Yuzu", "Example.com", "yuzu@example.com", id="lower-cased"),
        pytest.param("@yuzu", "example.com", "yuzu@example.com", id="a leading @ of a handle"),
        pytest.param("yuzu", "com", "", id="a public suffix"),
        pytest.param("yuzu", "example.invalidtld", "", id="an unknown ending"),
        pytest.param("yu..zu", "example.com", "", id="two dots"),
        pytest.param("", "example.com", "", id="nobody"),
    ],
)
def test_an_address_is_valid_or_empty(local, domain, value):
    assert valid_address(local, domain) == value


@pytest.mark.parametrize("length", [64, 65, 300])
def test_a_local_part_too_long_is_cut_to_what_can_be_delivered(length):
    found = contacts(scan("x" * length + "@example.com"))
    assert [len(one) for one in found] in ([], [len("email ") + 64 + len("@example.com")])


def test_domains_are_told_from_names():
    assert is_domain("gmail.com")
    assert is_domain("gmail")
    assert is_domain("shop.example.jp") == is_public("shop.example.jp")
    assert not is_domain("yuzu.tree")
    assert not is_public("jp")
    assert not is_public("yuzu.notree")


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        pytest.param("ヤフーメールの yuzu です", "yahoo.co.jp", id="Yahoo in Japan"),
        pytest.param("yahoo mail, dot com", "yahoo.com", id="Yahoo in English"),
        pytest.param("ジーメールです", "gmail.com", id="in kana"),
        pytest.param("検索サイトの有名なメール", None, id="too vague"),
        pytest.param("メールです", None, id="none"),
    ],
)
def test_a_provider_is_named(text, domain):
    found = provider_in(fold(text))
    assert (found[0] if found else None) == domain


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("アカウントは yuzu.example.jp です。メールの件", id="the domain itself called an account"),
        pytest.param("前は yu..zu でした。メールの yuzu-kobo.example.jp です", id="no local part"),
    ],
)
def test_parts_that_make_no_address_are_left(text):
    assert find_told_apart(fold(text)) == []
