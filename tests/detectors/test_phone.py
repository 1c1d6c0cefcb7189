"""Phone numbers, and the many numbers that are none."""

import phonenumbers
import pytest

from detectors import Kind, scan
from detectors.contacts.numbering import dialable, possible_with_country, valid_in, valid_with_country
from detectors.contacts.phone import find_phones, hide_other_numbers
from detectors.normalise import fold
from tests.detectors.claims import Row, hits, holds, near_misses

PLAIN = [
    Row(
        "hyphens",
        "携帯は 090-2345-6718 です",
        "phone +819023456718",
        "phone.number",
        "a part number",
        "品番は 090-2345-6718 です",
    ),
    Row(
        "no separators, glued to Japanese",
        "番号は08012349876まで",
        "phone +818012349876",
        "phone.number",
        "an order number",
        "注文番号は08012349876です",
    ),
    Row(
        "spaces",
        "Call me on 090 1122 3344",
        "phone +819011223344",
        "phone.number",
        "a card number",
        "Card 4111 1111 1111 1111 was declined",
    ),
    Row(
        "contact no. before it",
        "Address is 1532 20th Street and contact No. 415-286-4371.",
        "phone +14152864371",
        "phone.number",
        "contract no. before it",
        "Your contract no. 415-286-4371 is attached",
    ),
    Row(
        "in pairs, where a call is wanted",
        "お電話は 03 61 29 27 34 へ",
        "phone +81361292734",
        "phone.number",
        "numbers drawn",
        "当たりは 03 61 29 27 34 でした",
    ),
    Row(
        "pairs of another country",
        "You can reach them at +33 1 84 82 49 09",
        "phone +33184824909",
        "phone.number",
        "a row of readings",
        "The readings were 33 18 48 24 90 in all",
    ),
    Row(
        "dots",
        "電話 070.4455.6677",
        "phone +817044556677",
        "phone.number",
        "an address of a machine",
        "サーバは 10.20.130.44 です",
    ),
    Row(
        "brackets around the area code",
        "(03)4567-8912 が事務所の電話です",
        "phone +81345678912",
        "phone.number",
        "a count in brackets",
        "画像(03)は4567-8912行目にあります",
    ),
    Row(
        "full-width figures",
        "０９０－１２３４－５６７８ までお電話ください",
        "phone +819012345678",
        "phone.number",
        "a date in full width",
        "２０２６年１１月２２日までにお願いします",
        trick="fullwidth",
    ),
    Row(
        "a landline of Osaka",
        "電話は06-6123-4567です",
        "phone +81661234567",
        "phone.number",
        "a range of pages",
        "06-07ページと12-34ページを直してください",
    ),
    Row(
        "free dial",
        "フリーダイヤル 0120-456-789",
        "phone +81120456789",
        "phone.number",
        "a postal code",
        "〒150-0043 渋谷区までお送りください",
    ),
    Row(
        "navigation dial",
        "問い合わせは0570-012345へ電話",
        "phone +81570012345",
        "phone.number",
        "a price",
        "見積もりは 570,012,345 円です",
    ),
    Row(
        "IP telephony",
        "電話:050-3456-7890",
        "phone +815034567890",
        "phone.number",
        "an aspect of a picture",
        "サイズは 1050 x 3456 ピクセルです",
    ),
    Row(
        "the digits one by one",
        "携帯は 0 9 0 3 3 4 4 5 5 6 6 です",
        "phone +819033445566",
        "phone.number",
        "a countdown",
        "10 9 8 7 6 5 4 3 2 1 と数えます",
    ),
    Row(
        "on two lines",
        "電話番号は\n090-8899\n-7766",
        "phone +819088997766",
        "phone.number",
        "two versions on two lines",
        "旧 1.20.3\n新 1.21.0\nです",
    ),
    Row(
        "an extension behind it",
        "Tel 03-4567-8901 内線 24",
        "phone +81345678901",
        "phone.number",
        "an extension alone",
        "内線 24 の件ですが資料の 3 枚目です",
    ),
    Row(
        "more than one",
        "090-1111-2222 か 080-3333-4444 に電話を",
        "phone +819011112222 | phone +818033334444",
        "phone.number",
        "two dates",
        "2026-11-22 か 2026-11-24 にお願いします",
    ),
    Row(
        "before an hour",
        "Call 08712300220 9am",
        "phone +448712300220",
        "phone.number",
        "an hour",
        "The call is at 9am, not 10.30",
    ),
]

COUNTRIES = [
    Row(
        "with a plus",
        "Call +44 20 7946 0018",
        "phone +442079460018",
        "phone.number",
        "a plus and a count",
        "+44 likes, 20 shares and 7946 views",
    ),
    Row(
        "a trunk zero behind the country",
        "Phone: +44 (0) 20 7946 0123",
        "phone +442079460123",
        "phone.number",
        "a sum with a plus",
        "合計は +4400 円で 2079 件です",
    ),
    Row(
        "American",
        "My cell is (415) 555-2671",
        "phone +14155552671",
        "phone.number",
        "a footnote",
        "See (415) on page 55-267",
    ),
    Row(
        "American with dots",
        "phone 212.555.0187",
        "phone +12125550187",
        "phone.number",
        "a version",
        "upgrade to 2.125.187 please",
    ),
    Row(
        "British mobile",
        "My mobile is 07911 123456",
        "phone +447911123456",
        "phone.number",
        "a ticket number",
        "Ticket 07911 123456 is closed",
    ),
    Row(
        "the country said with a plus sign",
        "Dial plus 33 1 42 68 53 00",
        "phone +33142685300",
        "phone.number",
        "a plus in prose",
        "33 plus 42 pages, 1 cover, 53 photos",
    ),
    Row(
        "dialled abroad",
        "海外からは010 44 20 7946 0321に電話",
        "phone +442079460321",
        "phone.number",
        "a file count",
        "010 のフォルダに 44 枚、020 に 79 枚あります",
    ),
    Row(
        "Chinese with its label",
        "我的手机号码13812345678",
        "phone +8613812345678",
        "phone.number",
        "a tracking number",
        "追跡番号は 13812345678 です",
    ),
    Row(
        "Indian where India is named",
        "I'm in India, call 98765 43210",
        "phone +919876543210",
        "phone.number",
        "a population in India",
        "India has 98765 43210 rows in the table",
    ),
    Row(
        "no plan, but introduced as a number",
        "my phone number is 5550142 77",
        "phone 555014277",
        "phone.labelled",
        "no plan and another label",
        "my order number is 5550142 77",
    ),
    Row(
        "no such exchange, but written like a number",
        "電話は 03-0000-1234 です",
        "phone +81300001234",
        "phone.number",
        "an invoice number",
        "請求書番号は 03-0000-1234 です",
    ),
    Row(
        "German where Germany is named",
        "Germany office phone: +49 30 901820",
        "phone +4930901820",
        "phone.number",
        "a share of Germany",
        "Germany is +49 percent, 30 in Berlin",
    ),
]

DISGUISED = [
    Row(
        "kanji digits",
        "〇九〇の一二三四の五六七八にお願いします",
        "phone +819012345678",
        "phone.disguised",
        "kanji in a date",
        "二〇二六年十一月二十二日の一二時です",
        trick="kanji-digits",
    ),
    Row(
        "financial kanji",
        "電話は零玖零弐参肆伍陸漆捌玖",
        "phone +819023456789",
        "phone.disguised",
        "financial kanji in a receipt",
        "金壱百弐拾参万円也と書いてください",
        trick="kanji-digits",
    ),
    Row(
        "katakana readings",
        "ゼロハチゼロ、イチニーサンヨン、ゴーロクナナハチです",
        "phone +818012345678",
        "phone.disguised",
        "katakana words",
        "ゼロからイチを作るサンプルをハチミツの店に",
        trick="katakana-digits",
    ),
    Row(
        "hiragana readings",
        "ぜろきゅうぜろ にーにーさんさん よんよんごーごー",
        "phone +819022334455",
        "phone.disguised",
        "hiragana words",
        "いちにちにさんかい、よるごはんのあとにのみます",
        trick="hiragana-digits",
    ),
    Row(
        "English words",
        "call zero nine zero, one two three four, five six seven eight",
        "phone +819012345678",
        "phone.disguised",
        "English words in prose",
        "one or two of the three or four people left at five",
        trick="english-digit-words",
    ),
    Row(
        "double and triple",
        "ring me: zero eight zero double one double two triple three four",
        "phone +818011223334",
        "phone.disguised",
        "double in prose",
        "double check the triple quotes in one or two files",
    ),
    Row(
        "tens and teens",
        "call zero ninety, twelve thirty-four, fifty-six seventy-eight",
        "phone +819012345678",
        "phone.disguised",
        "ages",
        "kids of twelve, thirty-four parents and fifty-six chairs",
    ),
    Row(
        "romanised readings",
        "zero kyu zero, ichi ni san yon, go roku nana hachi",
        "phone +819012345678",
        "phone.disguised",
        "romanised words",
        "san ni go, to ichi ni kaita",
    ),
    Row(
        "letters for digits",
        "O9O-1Z34-S678 に電話ください",
        "phone +819012345678",
        "phone.disguised",
        "a product key",
        "キーは O9O1-ZS34-S678-BB12 です",
        trick="letters-for-digits",
    ),
    Row(
        "circled digits",
        "電話⓪⑨⓪①②③④⑤⑥⑦⑧",
        "phone +819012345678",
        "phone.number",
        "circled items",
        "①表紙 ②目次 ③本文 ④奥付 の順です",
        trick="circled",
    ),
    Row(
        "keycaps",
        "📞0️⃣8️⃣0️⃣9️⃣8️⃣7️⃣6️⃣5️⃣4️⃣3️⃣2️⃣",
        "phone +818098765432",
        "phone.number",
        "keycaps as items",
        "1️⃣ラフ 2️⃣線画 3️⃣着色",
        trick="emoji",
    ),
    Row(
        "mathematical digits",
        "tel 𝟎𝟗𝟎-𝟏𝟐𝟑𝟒-𝟓𝟔𝟕𝟖",
        "phone +819012345678",
        "phone.number",
        "a mathematical equation",
        "𝟏𝟐 + 𝟑𝟒 = 𝟒𝟔 です",
        trick="math-alnum",
    ),
    Row(
        "digits of another script",
        "call ०९०-१२३४-५६७८",
        "phone +819012345678",
        "phone.number",
        "a year of another script",
        "the year २०२६ in the title",
        trick="unicode-digits",
    ),
    Row(
        "circles for zeros",
        "携帯○九○ 三三四四 五五六六",
        "phone +819033445566",
        "phone.disguised",
        "circles for a blank",
        "○○様、三四日後に五六枚お送りします",
    ),
    Row(
        "hyphens said as words",
        "ゼロキュウゼロハイフンイチニサンヨンハイフンゴロクナナハチ",
        "phone +819012345678",
        "phone.disguised",
        "hyphen as a topic",
        "ハイフンはゼロ個かイチ個でお願いします",
    ),
    Row(
        "kanji and figures mixed",
        "090の一二三四の5678です",
        "phone +819012345678",
        "phone.disguised",
        "kanji and figures in an address",
        "三丁目12番5号の一二階です",
    ),
]

PIECED = [
    Row(
        "strewn over a text that says so",
        "数字だけ拾って電話ください。090のりんごが1234個とみかんが5678個です。",
        "phone +819012345678",
        "phone.pieced",
        "counts of fruit",
        "りんごが1234個とみかんが5678個、箱は090番の棚です。",
    ),
    Row(
        "then and then",
        "Start with 080, then 2233, finish with 4455. That's my phone.",
        "phone +818022334455",
        "phone.pieced",
        "steps of a recipe",
        "Start with 80 grams, then 22 minutes, finish with 44 drops.",
    ),
    Row(
        "the beginning, then the rest",
        "電話番号です。090から始まって、次が3344、最後が7788です。",
        "phone +819033447788",
        "phone.pieced",
        "chapters in order",
        "第9章から始まって、次が33章、最後が77章です。",
    ),
    Row(
        "counts that the text takes back in a sentence about a call",
        "0箱8箱0箱、4袋6袋1袋7袋、9缶2缶3缶8缶を注文…するふりをして、この順に発信してください。",
        "phone +818046179238",
        "phone.pieced",
        "an order of boxes in order",
        "0箱8箱0箱、4袋6袋1袋7袋、9缶2缶3缶8缶を注文します。この順に積んでください。お電話は不要です。",
    ),
    Row(
        "a decimal without its point",
        "緯度 0.9058、経度 371.426。小数点を取れば私に鳴ります。",
        "phone +819058371426",
        "phone.pieced",
        "a place",
        "緯度 0.9058、経度 371.426。小数点以下はそのまま載せてください。",
    ),
    Row(
        "a list of pieces with marks",
        "| A | 090 |\n| B | 5371 |\n| C | 4826 |\nA→B→Cで鳴らしてください。",
        "phone +819053714826",
        "phone.pieced",
        "a list of stock",
        "| A | 90 |\n| B | 5371 |\n| C | 4826 |\nA→B→Cで並べてください。",
    ),
    Row(
        "a number of one figure that is not called a sample",
        "電話は 090-1111-1111 です",
        "phone +819011111111",
        "phone.number",
        "one that is",
        "ダミーの電話は 090-1111-1111 です",
    ),
]

NOT_PHONES = [
    ("nothing but zeros", "TEL 00-0000-0000 の仮文字で組んでください"),
    ("zeros for a mobile number", "番号は「000-0000-0000」のままにします"),
    ("a placeholder with a prefix", "電話番号の欄の例は 090-0000-0000 です"),
    ("a sample of ones", "サンプルの電話番号は 090-1111-1111 で統一します"),
    ("a date with hyphens", "納期は2026-11-22です"),
    ("a date run together", "ファイルは20261122_093012です"),
    ("a range of dates", "11/22-12/05 の間に"),
    ("a time range", "10:30-12:45 でお願いします"),
    ("a timestamp", "2026-11-22T09:30:12.123 に落ちました"),
    ("a price with commas", "総額 1,234,567,890 円"),
    ("a price in yen", "¥0901234567"),
    ("an IPv4 address", "接続先は 192.168.10.254:8080"),
    ("an IPv6 address", "2001:db8:0901:2345:6789::1 です"),
    ("an ISBN", "ISBN 978-4-09-012345-6"),
    ("a JAN code", "JANは4901234567894です"),
    ("a credit card", "4242 4242 4242 4242"),
    ("a colour", "#090123 と #456789"),
    ("a hash", "コミット 0a9b0c1d2e3f4a5b"),
    ("a UUID", "09012345-6789-4abc-8def-012345678901"),
    ("coordinates", "35.681236, 139.767125 の近く"),
    ("dimensions", "1080x1920 と 2340×1080"),
    ("an account number", "口座番号 09012345678"),
    ("a patent", "特願2026-123456 の図面"),
    ("an invoice registration", "登録番号 T1234567890123"),
    ("a code with letters before", "SKU09012345678"),
    ("a negative number", "-9012345678"),
    ("a percentage", "0.9012345678%"),
    ("a count of characters", "09012345文字"),
    ("a serial in a file name", "img_09012345.png"),
    ("a score", "3-2, 4-5, 6-7 で負け"),
    ("a yen amount in kanji", "一二三四五六七円"),
    ("a year range", "2019-2026"),
    ("a ratio", "16:9 と 4:3"),
    ("a ZIP code", "zip 10001-2345"),
    ("a my number", "個人番号ではなく会員番号 012345678901"),
    ("a negative mobile number", "-09012345678 です"),
    (
        "digits strewn where no call is near",
        "0901個。" + "長い説明が続きます。" * 8 + "2345個。" + "さらに続きます。" * 8 + "678個。電話の図",
    ),
    ("a long code that goes on", "1234-5678-9012-3456-7890-1234"),
    ("values with decimals", "雨量計の値は 0.0 0.5 0.5 9.0 14.5 8.0 3.5 1.0 で、欠測はありません"),
    ("decimals that begin with a zero", "吸光度の列です。0.080 0.090 0.124 0.253 0.507 1.012"),
    ("scores", "ダーツの結果は 501 の三本先取で 3-1、3-2、0-3、3-0、2-3"),
    ("amounts with signs", "The traveller gave +620, +170, -100, +650 at the four tables"),
    ("numbers drawn", "当選番号の表示画面です。06 13 19 27 34 41、ボーナス22"),
    ("colours of yarn", "使う糸は色番08、09、10、41、77の五色です"),
    ("letters as pairs of figures", "ポリュビオス暗号の数字列は 23 15 31 31 34 です"),
    ("all digits, to be recorded", "素片は「ゼロ、イチ、ニ、サン、ヨン、ゴ、ロク、ナナ、ハチ、キュウ」の三種ずつ"),
    ("counting in English", "Read one, two, three, four, five, six, seven, eight, nine, ten in a calm voice"),
    ("strings of a guitar", "タブ譜です。\ne|--0--3--5--|\nB|--1--3--5--|\nG|--0--0--6--|"),
    ("reports of a radio", "0312 7.012 CW 599 599、0318 7.012 CW 579 599、0325 7.015 CW 599 559"),
    ("powers of two", "2の累乗 2 4 8 16 32 64 128 256 512 1024 を並べた図"),
    ("area codes in a list", "市外局番の一覧です。03、06、011、022、045、052、075 が見出しです"),
]

ELSEWHERE = [
    Row(
        "eleven digits in English are British",
        "My number is 02079460018, evenings",
        "phone +442079460018",
        "phone.number",
        "eleven digits of an account",
        "My account number is 02079460018, evenings",
    ),
    Row(
        "a bare American number and nothing else",
        "2125550187",
        "phone +12125550187",
        "phone.number",
        "a bare count and nothing else",
        "1255501",
    ),
    Row(
        "British where Britain is named",
        "I'm in London, mobile 07012345678",
        "phone +447012345678",
        "phone.number",
        "a part where Britain is named",
        "I'm in London, part no. 07012345678",
    ),
    Row(
        "Philippine where Manila is named",
        "I'm in Manila, text 0917 123 4567",
        "phone +639171234567",
        "phone.number",
        "a parcel to Manila",
        "I'm in Manila, tracking number 0917 123 4567",
    ),
    Row(
        "of no exchange, where a call is wanted",
        "お電話ください 0123-45-678 です",
        "phone 012345678",
        "phone.labelled",
        "of no exchange, where a file is wanted",
        "資料をください 0123-45-678 です",
    ),
    Row(
        "behind an underscore, where a call is the topic",
        "電話 code_09012345678 です",
        "phone +819012345678",
        "phone.number",
        "behind a hyphen of a code",
        "電話機の x-09012345678 です",
    ),
    Row(
        "strewn, and a call is the topic",
        "電話して。1つ0901つ2345つ678",
        "phone +819012345678",
        "phone.pieced",
        "strewn too widely",
        "電話して。数字だけ拾って " + "個".join(str(i % 10) for i in range(60)),
    ),
    Row(
        "after a table of numbers",
        "電話 090-1234-5678 " + " ".join(str(i) for i in range(10, 99)),
        "phone +819012345678",
        "phone.number",
        "a table of numbers",
        "電話 " + " ".join(str(i) for i in range(10, 90)),
    ),
]

PLACED = [
    Row(
        "pieces in another order",
        "真ん中は5533、最初は090、最後は0218です",
        "phone +819055330218",
        "phone.pieced",
        "parts of a text in another order",
        "真ん中は5533字、最初は90字、最後は218字です",
    ),
    Row(
        "enumerated pieces",
        "1つ目：090、2つ目：5533、3つ目：0218。順番につなげてね",
        "phone +819055330218",
        "phone.pieced",
        "enumerated steps",
        "1つ目：090番の棚、2つ目：5533番、3つ目は欠番です",
    ),
    Row(
        "lettered pieces",
        "A:090 B:5533 C:0218 で、ABCの順です",
        "phone +819055330218",
        "phone.pieced",
        "lettered options",
        "A:90円 B:5533円 C:218円 で、ABCの順です",
    ),
    Row(
        "noise between the groups",
        "090にゃん5533にゃん0218",
        "phone +819055330218",
        "phone.pieced",
        "counts between the groups",
        "090本と5533本と0218本",
    ),
    Row(
        "kana in single file",
        "オーキュウオー ゴーゴーサンサン オーニーイチハチ",
        "phone +819055330218",
        "phone.disguised",
        "kana words",
        "オーナー サンタ ニーズ イチゴ ハチミツ",
    ),
    Row(
        "the old way of counting",
        "〇九〇のあと、いつつ・いつつ・みっつ・みっつ、それから、ゼロ・ふたつ・ひとつ・やっつ、にお電話ください",
        "phone +819055330218",
        "phone.disguised",
        "things counted",
        "いつつ・みっつ・ふたつと数える歌のお電話番号欄です",
    ),
    Row(
        "vertical kanji",
        "縦にどうぞ。\n〇\n九\n〇\n・\n五\n五\n三\n三\n・\n〇\n二\n一\n八",
        "phone +819055330218",
        "phone.disguised",
        "numbers of chapters",
        "縦にどうぞ。\n一\n二\n三\n・\n四\n五",
    ),
    Row(
        "the zero said apart",
        "9055330218 の頭にゼロをつけて",
        "phone +819055330218",
        "phone.pieced",
        "zeros of a code",
        "90553302 の頭にゼロをつけて10桁にしてください",
    ),
    Row(
        "the zero said and written",
        "頭に「0」をつけて 9055330218 へお電話を",
        "phone +819055330218",
        "phone.pieced",
        "a zero in front of a shelf",
        "頭に「0」をつけて 90553 の棚です",
    ),
    Row(
        "a label that is taken back",
        "商品コード：090-5533-0218（コードではなく私の番号です）",
        "phone +819055330218",
        "phone.number",
        "a label that stands",
        "商品コード：4905-5330-218（新しいコードです）",
    ),
    Row(
        "a version to be dialled",
        "ビルドは v0.90.5533.0218 です。ダイヤルしてください",
        "phone +819055330218",
        "phone.number",
        "a version of a build",
        "ビルドは v0.90.553.2 です。確認してください",
    ),
    Row(
        "dice",
        "080のあと、出目は ⚁⚅⚃⚀ ⚂⚅⚄⚁ です",
        "phone +818026413652",
        "phone.pieced",
        "a throw",
        "出目は ⚁⚅⚃⚀ でした",
    ),
    Row(
        "a certificate beside a number",
        "電話は090-5533-0218です",
        "phone +819055330218",
        "phone.number",
        "a certificate's number",
        "簿記2級（証書番号0312-204418）を持っています",
    ),
]
MIXED = [
    Row(
        "figures, kanji and kana, に among them a two",
        "れい八れい、ろく五に九、三いち七よん。これが作業場の番号です。",
        "phone +818065293174",
        "phone.disguised",
        "counts in kanji, に among them a particle",
        "電話の件、三枚を五日に九部、三部を七日によろしくお願いします。",
    ),
    Row(
        "a kana behind a figure",
        "面談は電話で。ぜろ九0の四ハチ②いち、ろく三7ゴ です。",
        "phone +819048216375",
        "phone.disguised",
        "words behind a figure",
        "面談は電話で。資料は四ページ、②は三7ごろです。",
    ),
    Row(
        "the particle behind the last digit",
        "ゼロハチゼロの、イチイチゴニ、ロクナナキュウゼロにショートメッセージ下さい",
        "phone +818011526790",
        "phone.disguised",
        "words of the same letters",
        "ゼロから始めるハチミツの記事をショートメッセージの件と一緒に下さい",
    ),
    Row(
        "kana down the side",
        "ゼ\nロ\nハ\nチ\nゼ\nロ\n33\n41\n22\n09",
        "phone +818033412209",
        "phone.disguised",
        "a sign down the side",
        "縦書きで\nハ\nチ\nミ\nツ\nです。電話は要りません",
    ),
    Row(
        "the army's way",
        "「まるきゅうまる、の、ひとごう、なな、ふたはち、よんさん、ろく」です。お電話ください",
        "phone +819015728436",
        "phone.disguised",
        "the army's clock",
        "集合はまるきゅうまるまる、解散はひとごうまるまるです。電話は要りません",
    ),
    Row(
        "letters alone for a group",
        "o8o・SlBZ・4639 で、お昼以降つながります。",
        "phone +818051824639",
        "phone.disguised",
        "a name of letters between figures",
        "080・SIZE・M の札、お昼以降に電話でお伝えします。",
    ),
    Row(
        "three of a kind",
        "Dial seven-oh-two, then a trio of fives, then oh-one-three-six.",
        "phone +17025550136",
        "phone.disguised",
        "a trio of something",
        "Seven or two takes, then a trio of fives on the dice, then one or six of the phone.",
    ),
    Row(
        "numbers by their places",
        "うちの番号は、090までは皆さんと同じで、次が六千百四十、最後は八千二百七十五。",
        "phone +819061408275",
        "phone.pieced",
        "sums of money",
        "うちの番号札は、次が六千百四十円、最後は八千二百七十五円。皆さんと同じです。",
    ),
    Row(
        "figures of a table that are those of one number",
        "1G目 080、2G目 9247、3G目 3015（そんな点数ありえませんよね）。通話のほうで。",
        "phone +818092473015",
        "phone.pieced",
        "scores",
        "1G目 180、2G目 247、3G目 215でした。感想は通話のほうで。",
    ),
    Row(
        "decimals without their points",
        "北緯05.27、東経193.846 です。点を消すと事務所の電話になります",
        "phone +81527193846",
        "phone.pieced",
        "a place with its degrees",
        "北緯35.27、東経139.846 です。点の前は度です。事務所の電話は要りません",
    ),
    Row(
        "times to be dialled",
        "Trains at 2:06, 5:55 and 01:19. There are no such trains, dial the times.",
        "phone +12065550119",
        "phone.pieced",
        "times of trains",
        "Trains at 2:06, 5:55 and 01:19. Call them by their names, not the times.",
    ),
    Row(
        "parts by their names, the last first",
        "Last four 0175, exchange 555, area code 312. Assemble and call.",
        "phone +13125550175",
        "phone.pieced",
        "parts of something else",
        "Last four 0175, second row 555, first row 31. Assemble and call it done.",
    ),
    Row(
        "an ID that takes messages",
        "管理IDは 09072045318 です。このIDにSMSを送ってください。",
        "phone +819072045318",
        "phone.number",
        "an ID",
        "管理IDは 09072045318 です。このIDを表に貼ってください。",
    ),
    Row(
        "a number of a desk that answers",
        "受付番号 09026481753 で発行しました。番号にかけると私が出ます。",
        "phone +819026481753",
        "phone.number",
        "a number at a desk",
        "受付番号 09026481753 で発行しました。番号をカードに書いてください。",
    ),
    Row(
        "the sign for telephone",
        "℡ ゼロサン‐3274‐8156",
        "phone +81332748156",
        "phone.disguised",
        "a sign without a number",
        "℡ のマークは 32 ピクセル‐81 ピクセルで",
    ),
]
_COUNTS = "\n".join([f"{at}. 項目 {digit}" for at, digit in enumerate("09027584136", 1)])
TOLD = [
    Row(
        "a zero to be put before tens",
        "電話帳ふうに書きます。八十、四十五、十七、八十二、三十六。先頭に零をひとつ足してください。",
        "phone +818045178236",
        "phone.disguised",
        "zeros before a count",
        "一覧です。八十、四十五、十七。先頭に零をひとつ足して三桁にしてください。電話は要りません。",
    ),
    Row(
        "a country code told apart",
        "Mobile is 0491 570 156 with +61 in front, ring whenever the draft is ready.",
        "phone +61491570156",
        "phone.number",
        "a time zone",
        "The draft 0491 570 is due at +10 in front of the others, ring nobody.",
    ),
    Row(
        "ordinals before the pieces",
        "1)070\n2)4682\n3)9153\n以上、私に直接つながる順番です。",
        "phone +817046829153",
        "phone.number",
        "ordinals before figures",
        "1)070\n2)468\n3)915\n以上、電話の画面に出る順番です。",
    ),
    Row(
        "a digit at the end of each line",
        "数字を上からつなげるとお電話できます。\n" + _COUNTS,
        "phone +819027584136",
        "phone.pieced",
        "counts of each line",
        _COUNTS + "\n以上が見積もりの内訳です。",
    ),
    Row(
        "hundreds in English",
        "Four hundred fifteen, five hundred fifty-five, then oh one sixty-four. Ring when ready.",
        "phone +14155550164",
        "phone.disguised",
        "sums in English",
        "Four hundred fifteen for the copy, five hundred fifty-five for the layout. Ring when ready.",
    ),
    Row(
        "a pronoun behind the last digit",
        "Eight-oh-eight, triple five, oh one ninety-two. I am in Honolulu.",
        "phone +18085550192",
        "phone.disguised",
        "a pronoun behind a count",
        "Eight of them, five more, one or two. I am on the phone all day.",
    ),
    Row(
        "prices with commas, side by side",
        "デザイン費 08,037円／修正費 4,921円／送料 56円。並べて11桁のままスマホに入れてください。",
        "phone +818037492156",
        "phone.pieced",
        "an estimate",
        "デザイン費 8,037円／修正費 4,921円／送料 56円。並べて表にしてスマホで見ます。",
    ),
]
TABLE = [*PLAIN, *COUNTRIES, *ELSEWHERE, *DISGUISED, *PIECED, *PLACED, *MIXED, *TOLD]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "市外局番は東京が03、大阪が06、札幌が011、那覇が098のように2〜5桁、電話の解説です。順番に並べて",
            id="area codes explained",
        ),
        pytest.param(
            "字詰めの見本は「0 8 0 9 0 7」「1 1 1 1」「2 4 7 0」の3行で並べてください", id="a sample of digits"
        ),
        pytest.param("The last 4 digits for one account are 7189, then 2341, call me", id="ends of account numbers"),
        pytest.param("電話の順に" + " 7円 12円" * 30, id="a table"),
        pytest.param("順に 01 02 03 04 05 06 を電話口で", id="steps"),
        pytest.param(
            "A text message, then a code like 415 555, " + "and more words " * 8 + "then 0137", id="strewn too far"
        ),
        pytest.param(
            "コミット80af0904とb7d31e08で直しました。同じ処理を使っている3か所にもテストを足しています。",
            id="insides of hashes",
        ),
        pytest.param(
            "マイクはAT4040、シリアルはEHKL08047です。48kHz/24bit、ノイズは-62dBです。部屋鳴りはSM7Bで録り直せます。",
            id="insides of part numbers",
        ),
        pytest.param(
            "対象に90017、80904、07030、60614の4つのZIPコードを足してください。先頭の0が消えないようにお願いします。",
            id="postal codes of a list",
        ),
        pytest.param(
            "決定係数は0.804、標本数は1,127、係数は-0.0907（p=0.004）でした。空の31行は除いています。",
            id="coefficients",
        ),
        pytest.param("0804-117、0804-126、0807-009の3枚は読めません。ほかの251枚は一致しています。", id="slips"),
        pytest.param(
            "請求記号は080.4/ク、913.6/ム、726.1/トのように並べます。スラッシュの後ろは1文字です。", id="shelf marks"
        ),
        pytest.param(
            "電話対応マニュアルです。受付は09:05から17:30まで、折り返しは120分以内、最後の3ページは前のままで結構です。",
            id="hours",
        ),
        pytest.param(
            "在庫は赤080個、青1234個、黄5678個です。数字だけ抜き出して表にしてください。", id="figures for a table"
        ),
        pytest.param(
            "電話帳アプリの画面です。0件、9件、0件、3件、5件、1件、2件、8件、8件、4件、6件の順に並びます。",
            id="counts in a phone book",
        ),
        pytest.param(
            "080年代風のロゴで、90年代の写真を12枚、34年前の地図を56枚、78点の絵を並べてください。", id="years"
        ),
        pytest.param(
            "The phone screen has 212 icons, then 555 rows, then 0142 as the last code.", id="parts of a screen"
        ),
        pytest.param("最初に1、次に2、最後に3、あと4、それと5、6も電話で", id="more pieces than have places"),
    ],
)
def test_pieces_that_make_no_number_are_left(text):
    assert [finding for finding in scan(text).findings if finding.kind.is_contact] == []


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_phone_number_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_what_is_like_a_phone_number_is_left(case):
    holds(case)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_PHONES])
def test_another_number_is_left(text):
    assert [hit.value for hit in find_phones(fold(text))] == []


@pytest.mark.parametrize(
    ("digits", "cue", "value"),
    [
        pytest.param("09012345678", False, "+819012345678", id="a mobile number needs no cue"),
        pytest.param("0345678901", False, "+81345678901", id="nor does a landline"),
        pytest.param("2125550187", True, "+12125550187", id="an American number where a call is the topic"),
        pytest.param("2125550187", False, "", id="and nowhere else"),
        pytest.param("02079460018", True, "+442079460018", id="a British one where a call is the topic"),
        pytest.param("07123456789", True, "+447123456789", id="a British mobile"),
        pytest.param("02079460018", False, "", id="not without"),
        pytest.param("1234567", True, "", id="too short"),
        pytest.param("", True, "", id="nothing"),
    ],
)
def test_bare_digits_are_dialable_where_a_plan_says_so(digits, cue, value):
    assert dialable(digits, cue=cue) == value


def test_other_numbers_are_hidden_and_the_length_stays():
    passage = fold("2026-11-22 の ¥3,000 と 090-1234-5678")
    hidden = hide_other_numbers(passage)
    assert len(hidden.text) == len(passage.text) == len(hidden.low)
    assert "2026" not in hidden.low
    assert "3,000" not in hidden.low
    assert "090-1234-5678" in hidden.low
    assert hide_other_numbers(fold("090-1234-5678")).text == "090-1234-5678"


def test_a_region_that_is_named_is_tried_first():
    number = phonenumbers.example_number_for_type("AU", phonenumbers.PhoneNumberType.MOBILE)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    found = find_phones(fold(f"I'm in Australia, my mobile is {national}"))
    assert [hit.value for hit in found] == [phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)]
    assert {hit.kind for hit in found} == {Kind.PHONE}


def test_what_libphonenumber_cannot_read_is_no_number():
    assert valid_with_country("") == ""
    assert possible_with_country("") == ""
    assert possible_with_country("1") == ""
    with pytest.raises(KeyError, match="no region QQ"):
        valid_in("09012345678", "QQ")
