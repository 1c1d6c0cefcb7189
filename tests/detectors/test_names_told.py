"""Names that a text tells how to read: masks with a legend, fields to be joined, services half written or described."""

import pytest

from tests.detectors.claims import Case, contacts, holds, scanned

ADDRESSES = [
    (
        "宿題：素材を studio@kawauso-eiga.example へ（木曜まで）",
        "email studio@kawauso-eiga.example",
    ),
    (
        "Table of who does what:\nscript | you\nvoice | Ines\ninvoices | accounts@pelicanloft.example",
        "email accounts@pelicanloft.example",
    ),
    (
        "Bring the storyboard, or drop a line to kit@wattlefilm.example",
        "email kit@wattlefilm.example",
    ),
    (
        "theo.quarry {a t} zoho {d o t} com - drop the deck there and I'll price it the same day",
        "email theo.quarry@zoho.com",
    ),
    (
        "hana.oto [a t] kaede [d o t] jp に送ってください",
        "email hana.oto@kaede.jp",
    ),
    (
        "Kind regards,\nImogen Vale, art buyer\nimogen (that round letter) valehouse (full stop) example",
        "email imogen@valehouse.example",
    ),
    (
        "テレグラム: hoshikuzu_trade。Faster than here, 本当に。",
        "telegram hoshikuzu_trade",
    ),
    (
        "setsuna.k@gmai.com です。あ、lが抜けました、gmail.com のほうです。",
        "email setsuna.k@gmail.com",
    ),
    (
        (
            "Anything before the @ reaches us since it's a catch-all, but use hello; the part after is bramblew"
            "orks.example"
        ),
        "email hello@brambleworks.example",
    ),
    (
        "suzumushi.note あっと Ｇ●ａｉｌ どっと com（●はエムです）。鳴き声の音源をzipで渡します。",
        "email suzumushi.note@gmail.com",
    ),
    (
        "「y■h○○.co.jp」の手前に kagome_karuta@ をくっつけてください。■はa、○はoです。",
        "email kagome_karuta@yahoo.co.jp",
    ),
    (
        "k3ttl3_corn3r@gmail.com where every 3 is really an e. Recipe cards go there.",
        "email kettle_corner@gmail.com",
    ),
    (
        "koharu.neirΩ@gmail.cΩm を使います。Ωは本来オーです。音源、お待ちしてますね。",
        "email koharu.neiro@gmail.com",
    ),
    (
        "sango.ito🅰️outlook⚫jp （赤いのがアット、黒丸がドット）に刺繍の図案ください",
        "email sango.ito@outlook.jp",
    ),
    (
        "h**ps://lin.ee/Qs7dHv3 の星を t に直してひらくと、担当につながります。",
        "line lin.ee/Qs7dHv3",
    ),
    (
        "C🟡atw🟡rk（順にh、o）の yukimi_daifuku5 さんが進行役です。まず申請を",
        "chatwork yukimi_daifuku5",
    ),
    (
        "mori#lens*gmail#com です。Please read # as ドット and * as アット.",
        "email mori.lens@gmail.com",
    ),
    (
        ("スラックはtokyo-ferns◆slack◆com、diamond はドットに直してね。Onboarding doc が pinned されてます。"),
        "slack tokyo-ferns.slack.com",
    ),
    (
        "問い合わせ窓口：hamaguri-shop@（ドメインはホットメールのドットコム）。貝の絵のラフを見たいです",
        "email hamaguri-shop@hotmail.com",
    ),
    (
        "kogarasi@ まで打って、その先はジーメールのいつもの .com です。",
        "email kogarasi@gmail.com",
    ),
    (
        "toki.ink@、うしろはヤフーのアドレスの形で続けてください",
        "email toki.ink@yahoo.co.jp",
    ),
    (
        "ferns-lab@ and then Outlook's usual domain. Write there.",
        "email ferns-lab@outlook.com",
    ),
    (
        "hanabi-kobo.jp の手前に suzume@ を付けて送ってください",
        "email suzume@hanabi-kobo.jp",
    ),
    (
        "The part after the at is lanternroom.co; what goes before the at is moss",
        "email moss@lanternroom.co",
    ),
    (
        "Use lena; what comes after the at sign is petalbank.org",
        "email lena@petalbank.org",
    ),
    (
        "nene_7🅰️gmail.com に音源ください",
        "email nene_7@gmail.com",
    ),
    (
        "LI■E の tori_ya7 です。■はエヌです",
        "line tori_ya7",
    ),
    (
        "kasumi@gm◆il.com、◆は本来エーです",
        "email kasumi@gmail.com",
    ),
    (
        "mugi.t@y★h☆☆.co.jp（★はa、☆はo）へお願いします",
        "email mugi.t@yahoo.co.jp",
    ),
    (
        "D♦sc♦rd (in order: i, o), name moss_q4, add me",
        "discord moss_q4",
    ),
]
SERVICES = [
    (
        "らぃん、あります？ぁたしゎ mikan_hako22 で登録してます♪ 箱の内寸おくりますね",
        "line mikan_hako22",
    ),
    (
        "LIИΞ でお願いします, ID is peko_trip. I reply とても fast です。",
        "line peko_trip",
    ),
    (
        "ᒪIＮΞで mochi-usa5 をさがしてみて。うさぎのもちが目印やで",
        "line mochi-usa5",
    ),
    (
        "スKaイpu、名前は tsugaru.dub だじゃ。声っこ聞かせでけろ。",
        "skype tsugaru.dub",
    ),
    (
        "中国のみどりの app、二つ bubble が重なった icon のやつ。lanhua_sourcing で add してね。",
        "wechat lanhua_sourcing",
    ),
    (
        "You know the messenger everyone in Tokyo has, with the bear and the bunny? Add petrel.maps on it.",
        "line petrel.maps",
    ),
    (
        "「線」って英語でなんて言いますっけ。そのアプリで hoshimi-tarot です。鑑定はそこで。",
        "line hoshimi-tarot",
    ),
    (
        "ついったで hakumai_edit を検索して、固定ツイのとこからDMくれません？",
        "x hakumai_edit",
    ),
    (
        "チャワのID、iwashi_keiri です。経理系の方はみんなこっちでやり取りしてます。",
        "chatwork iwashi_keiri",
    ),
    (
        "①ここのチャット ②ライン ebi_senbei8 ③メモ、の順に早く気づきます",
        "line ebi_senbei8",
    ),
    (
        "弊所とのやりとりは次のいずれかで。\n①Chatwork：hiiragi-tax\n②ここのメッセージ",
        "chatwork hiiragi-tax",
    ),
    (
        "Line me plz: kogane_ten。仮払い before でも質問 OK です。",
        "line kogane_ten",
    ),
    (
        "Sk*pe works, yes? aneta.subtitles – I'm there from seven in the morning, Warsaw.",
        "skype aneta.subtitles",
    ),
    (
        (
            "雷ん（かみなりさんではなく）やってます。sumi.e.inu です。水墨画のワンちゃん、写真を送っていただけ"
            "れば描けます。"
        ),
        "line sumi.e.inu",
    ),
    (
        "友だち追加用の文字列はここだけの話、ya●ma●bi●ko●55から黒丸を除いたものです。LINEの話です。",
        "line yamabiko55",
    ),
    (
        "L.!.N.E works for you? mochi.translates over there. I'll drop the subtitled clip right away.",
        "line mochi.translates",
    ),
    (
        "the invite is just the bit after discord's gg slash: bN3kVcXr",
        "discord discord.gg/bN3kVcXr",
    ),
    (
        ("Click https://redirect.example/?to=https%3A%2F%2Fotterworks-hq.slack.com and you land with the rest of us."),
        "slack otterworks-hq.slack.com",
    ),
    (
        "Skip the queue: sl4ck, team kestrel-print, i.e. kestrel-print dot sl4ck dot com with an a.",
        "slack kestrel-print.slack.com",
    ),
    (
        (
            "Write to juniper dash bell, the curly a, fastmail, period, com. I'd rather the contract talk happe"
            "ned there."
        ),
        "email juniper-bell@fastmail.com",
    ),
    (
        "りんごの雲のやつで、前半は fukurou.trans。ドットコムで終わります。原文はそこにください。",
        "email fukurou.trans@icloud.com",
    ),
    (
        "orihime-77、ヤフーの日本のやつです（co.jpのほう）。そこに履歴書を。",
        "email orihime-77@yahoo.co.jp",
    ),
    (
        (
            "夏は麦茶ですよね。ローマ字でmugicha、下線を引いて92。そんな名前で友だち検索すると、私が出てくるア"
            "プリがあるとかないとか。"
        ),
        "line mugicha_92",
    ),
    (
        "s l a c k workspace: tidepool-qa (add the regular .slack.com). Test logs are pinned there.",
        "slack tidepool-qa.slack.com",
    ),
]
FIELDS = [
    (
        ('```yaml\nservice: discord\naccount:\n  - yukimi\n  - pix\njoin_with: "_"\n```\nこの設定でフレンド申請を。'),
        "discord yukimi_pix",
    ),
    (
        (
            '```json\n{"proto": "skype", "prefix": "live", "sep": ":", "id": "hollis.dub"}\n```\nglue prefix, s'
            "ep and id, then call me"
        ),
        "skype live:hollis.dub",
    ),
    (
        (
            '設定ファイルの雛形です。\n```yaml\nuser: "minato"\njoiner: "_"\nrole: "web9"\nhost: "outlook.jp"\n'
            "```\nuser+joiner+role をhostの前に、あとは猫の耳みたいな@で。そこへ履歴書をください。"
        ),
        "email minato_web9@outlook.jp",
    ),
    (
        "app = telegram\nfirst = moss\nsecond = reed\nseparator = dot\nadd me",
        "telegram moss.reed",
    ),
    (
        '{"service": "LINE", "parts": ["hina", "kobo7"], "glue": "_"} で友だち追加してください',
        "line hina_kobo7",
    ),
    (
        "service: slack\na: owl\nb: mill\njoin: hyphen\nping me",
        "slack owl-mill",
    ),
    (
        (
            "LINE、IDはローマ字で「あ・さ・り・し・る」、続けて2桁「じゅうはち」を半角数字で。味噌汁通販のバナ"
            "ーの件です。"
        ),
        "line asarishiru18",
    ),
    (
        "ラインのIDはローマ字で「くるみ」、そのあと「にじゅうご」を数字でどうぞ。",
        "line kurumi25",
    ),
    (
        "LINEのIDは「ひばり」をローマ字に、「なな」は数字にしてください。",
        "line hibari7",
    ),
]
JOINED = [
    (
        "仙台銘菓のローマ字zundaに誕生日の0915をくっつけて、Gmailに住んでます（もちろん .com）。",
        "email zunda0915@gmail.com",
    ),
    (
        "LINEは kitsune に「88」をつなげて検索してください",
        "line kitsune88",
    ),
    (
        "ディスコードのIDは moss_ に好きな数字の42を足した名前です。申請ください",
        "discord moss_42",
    ),
    (
        "投げ銭のページ ko-fi.com/nemuri_bunko、あそこのメッセージ欄で話しませんか。返信早いですよ。",
        "other ko-fi.com/nemuri_bunko",
    ),
    (
        "message me at patreon.com/mossfilm, I reply there daily",
        "other patreon.com/mossfilm",
    ),
    (
        ("Our S1ack lives at ashgrove-bio.s1ack.com (that's an L, not a one). Sign in with any address, it's open."),
        "slack ashgrove-bio.slack.com",
    ),
    (
        "owlpost.sl4ck.com に入ってください、aは4じゃないです",
        "slack owlpost.slack.com",
    ),
    (
        "Ch〇tw〇rk（順にa、o）の yuki_5da です。申請を",
        "chatwork yuki_5da",
    ),
    (
        "マストドンにいます。@kazaguruma@fuusha.example にリプライをください",
        "other kazaguruma@fuusha.example",
    ),
    (
        "I'm on Mastodon, add me: @mori@mstdn.jp",
        "other mori@mstdn.jp",
    ),
    (
        "メールは @mori@kaede.jp です",
        "email mori@kaede.jp",
    ),
]
LEFT = [
    "ダミーには user@host.example と書いておいてください（例の形です）。",
    "the class is div@wide.example-box",
    "Please see site.example for the layout",
    "admin@ で始まるメールは example.jp では迷惑メールになりますか？",
    "Gmailで info@ のような転送アドレスを設定する手順の記事をお願いします",
    "プランⒶとプランⒷのどちらですか。Ⓐは月5,000円です。",
    "図の●はエラー、○は正常です。順にa、b、cと番号を振ってください。",
    "★はオプション、☆は標準です。一覧表に入れてください。",
    "The part after the first comma is a greeting; use hello and keep example.jp in the footer.",
    "admin@ の画面の手前に説明を足してください",
    "図面の↑は A、↓は B です。順にh、oと読みます。",
    "茶碗（ちゃわん）の絵は chawan_v2.png です",
    "中国の緑茶の app アイコンを作りました。green_tea_v3 です。",
    "3ラインの図は base_line3 に書きました",
    "サイトは kinako.com / email の文面も直しました",
    "カタカナは「スープ」、英語は soup です。スープの app を作ります。",
    "The teddy bear and the bunny are in the scene file bear_bunny2.psd",
    "「拡大」って英語でなんて言いますか。UIの zoom_in2 ボタンです。",
    'csv:\n  delimiter: ","\n  quote: none\n  encoding: utf8',
    'slug:\n  separator: "-"\n  prefix: blog\n  lang: ja',
    'path config\njoin_with: "_"\ncolumns:\n  - year\n  - month',
    "「あさり」と「しじみ」をローマ字でロゴに、価格の「にじゅう」は数字で入れてください。",
    'name: moss\njoin_with: "_"',
    "ロゴの logo_a に余白の20を足して書き出してください",
    "支援ページは ko-fi.com/nemuri_bunko の見た目を参考にしてください",
    "line に太さの3を足した base です",
    "C🟡atw🟡rk の図です。順にh、o、kと読みます。",
    "The domain is sumi-lab.jp. Yes, そしてアットの前は天女の羽衣をローマ字で。",
]


@pytest.mark.parametrize(("text", "finds"), [*ADDRESSES, *SERVICES, *FIELDS, *JOINED])
def test_a_name_is_read_as_the_text_tells(text: str, finds: str) -> None:
    seen = scanned(text)
    assert seen.failed == ()
    assert contacts(seen) == [finds]


@pytest.mark.parametrize("text", LEFT)
def test_work_that_tells_of_signs_is_left(text: str) -> None:
    holds(Case(text, (), "", "", ""))
