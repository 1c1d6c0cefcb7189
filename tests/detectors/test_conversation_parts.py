"""Numbers whose beginning is told first and whose rest follows, and numbers that only seem to go on."""

import pytest

from tests.detectors.claims import Row, contacts, hits, holds, near_misses, scanned

RESTS = [
    Row(
        "the beginning first, the rest much later",
        "残りは、4127と5936です。",
        "phone +818041275936",
        "conversation.pieces",
        "a title first, page numbers much later",
        "残りは、4127と5936です。",
        ("> 080ではじまる番号です", "< 便利ですね", "> はい", "< 急ぎは？", "> はい", "< はい"),
        ("> 案は 080 にします", "< 便利ですね", "> はい", "< 急ぎは？", "> はい", "< はい"),
        trick="split",
    ),
    Row(
        "a long message between",
        "残りは 1234 5678",
        "phone +819012345678",
        "conversation.pieces",
        "a long message between parts of a product's number",
        "残りは 1234 5678",
        ("> 090 から始まります", "< " + "来週の金曜の午前中までにラフを、その次の週に清書をお送りします。" * 3),
        ("> 品番は 090 から始まります", "< " + "来週の金曜の午前中までにラフを、その次の週に清書をお送りします。" * 3),
    ),
    Row(
        "an area code, then the rest",
        "では続きをお伝えしておくと、3285-9417 です。",
        "phone +81332859417",
        "conversation.pieces",
        "the number of a draft, then the rest",
        "では続きをお伝えしておくと、3285-9417 です。",
        ("> うちは03の固定しかなくて。", "< 承知しました。ラフは3案です。"),
        ("> うちのロゴは03番の案で。", "< 承知しました。ラフは3案です。"),
    ),
    Row(
        "the last four digits are asked for",
        "4480。よく聞こえる場所にいますので！",
        "phone +819053174480",
        "conversation.pieces",
        "the last four digits of an order",
        "4480。よく聞こえる場所にいますので！",
        ("< 頭は090で合ってますか？", "> 合ってます。その後が5317です", "< 最後の4桁もください"),
        ("< 注文番号の頭は090で合ってますか？", "> 合ってます。その後が5317です", "< 最後の4桁もください"),
    ),
    Row(
        "how many pieces there are is no piece",
        "続き→6637 （3つ並べてください）",
        "phone +817042186637",
        "conversation.pieces",
        "pieces of a serial number",
        "続き→6637 （3つ並べてください）",
        ("> 番号を置いておきます。070", "> 4218"),
        ("> シリアルを置いておきます。070", "> 4218"),
    ),
    Row(
        "three parts beside talk about work",
        "で、2743。以上です",
        "phone +819056182743",
        "conversation.pieces",
        "three counts beside talk about work",
        "で、2743枚。以上です",
        ("> 納品は金曜です。ちなみに 090", "< 待ってます！", "> 色は二案あります。5618"),
        ("> 納品は金曜です。赤は 090", "< 待ってます！", "> 色は二案あります。青は 5618"),
    ),
    Row(
        "an American area",
        "0119 and you've got me.",
        "phone +14045550119",
        "conversation.pieces",
        "an area in square feet",
        "0119 is the drawing you've got.",
        ("> Area's 404, Atlanta obviously.", "> then 555"),
        ("> Area is 404 square feet.", "> then 555 with the patio"),
    ),
]

MARKED = [
    Row(
        "parts marked as thirds",
        "(3/3) 5678",
        "phone +819012345678",
        "conversation.pieces",
        "files marked as thirds",
        "(3/3) 560",
        ("> (1/3) 090", "> (2/3) 1234"),
        ("> (1/3) 120", "> (2/3) 3400"),
    ),
    Row(
        "parts marked behind",
        "5678（3／3）",
        "phone +819012345678",
        "conversation.pieces",
        "counts marked behind",
        "5678枚（3／3）",
        ("> 090（1／3）", "> 1234（2／3）"),
        ("> 090枚（1／3）", "> 1234枚（2／3）"),
    ),
    Row(
        "a marked half of a handle",
        "(2/2) tree7",
        "line yuzu_tree7",
        "handle.answer",
        "a marked half of a file",
        "(2/2) tree7",
        ("> LINEのIDは (1/2) yuzu_",),
        ("> ファイルは (1/2) yuzu_",),
    ),
    Row(
        "a marked half of an address",
        "【2/2】gmail.com",
        "email pon.poko@gmail.com",
        "conversation.pieces",
        "a marked half of a path",
        "【2/2】main.css",
        ("> 【1/2】 pon.poko@",),
        ("> 【1/2】 pon.poko/",),
    ),
]
SEVERAL = [
    Row(
        "a handle in thirds",
        "dori",
        "line neji.maki_dori",
        "handle.answer",
        "a logo in thirds",
        "dori",
        ("> ラインやってます、neji.", "> maki_"),
        ("> LINEのロゴは三案です、neji.", "> maki_bg"),
        trick="split",
    ),
    Row(
        "a Skype form in thirds",
        "f038 つなげてコピペしてください",
        "skype live:.cid.5b2d9e7714acf038",
        "handle.answer",
        "a recording in thirds",
        "f038 つなげてコピペしてください",
        ("> スカイプの招待用の長いやつです。live:.cid.5b2d", "> ok", "> 9e7714ac"),
        ("> Skypeの録画は live", "> 9e7714ac"),
    ),
    Row(
        "a Skype form that goes on with all joined",
        "e26b8c53, all joined up, no gap",
        "skype live:.cid.4d9a017fe26b8c53",
        "handle.answer",
        "a whole handle, then all joined",
        "つなげて確認しました、yuzu_tree7",
        ("> skype one is live:.cid.4d9a017f",),
        ("> LINEのIDは mori_tree8 です", "> ok"),
    ),
    Row(
        "the end begins with its joint",
        "_kantei です。干し柿のアイコンです",
        "skype hoshigaki_kantei | chatwork hoshigaki_kantei",
        "handle.answer",
        "the end of a file begins with its joint",
        "_kantei です。干し柿の素材です",
        ("< スカイプかチャットワークはございますか。", "> どちらも登録名は同じで、hoshigaki"),
        ("< 骨董のファイルはございますか。", "> どちらも名前は同じで、hoshigaki"),
    ),
    Row(
        "a number of another country in two",
        "17263, it is my business one only",
        "phone +919845017263",
        "conversation.pieces",
        "a percentage, then a number",
        "17263, it is my business one only",
        ("> I will share proofs on my other one.", "> +91 98450"),
        ("> I will share proofs on my other one.", "> +91% of 98450"),
    ),
    Row(
        "the number of a meeting follows in two",
        "7763 です。30分後に開けますね",
        "zoom 88124057763",
        "conversation.pieces",
        "the number of a booking after a talk of Zoom",
        "7763 です。30分後に開けますね",
        ("> 面談は例のアプリで、ミーティング番号が", "> 881 2405"),
        ("> 面談はZoomで、予約番号が", "> 881 2405"),
    ),
]
TABLE = [*RESTS, *MARKED, *SEVERAL]


@pytest.mark.parametrize("case", hits(TABLE))
def test_the_rest_of_a_contact_completes_it(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_what_goes_on_otherwise_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(["> 在庫は 090", "< はい", "> 青は 5618"], "緑 2743", id="stock over three messages"),
        pytest.param(["> 注文番号が長いので分けます。0901", "> 2345"], "続き 678", id="an order number in pieces"),
        pytest.param(["> 請求書 0901", "> 2345"], "あと3桁は 678", id="an invoice in pieces"),
        pytest.param(["> Invoice 0901", "> 2345"], "then 678", id="an invoice in English"),
        pytest.param(["> 管理番号は090です", "> 1234"], "あと4桁は 5678", id="a number of the books"),
        pytest.param(["> 単価は 090 から始まります"], "残りは 12,300円 と 5,678円", id="prices that begin so"),
        pytest.param(["> 納期は 09 からです"], "残りは 12日 と 24日", id="dates that begin so"),
        pytest.param(["> 画像は 090", "> 5618"], "2743を直しました", id="numbers of pictures"),
        pytest.param(["> 画像は 090", "< 5618も？"], "で、2743", id="numbers of both people"),
    ],
)
def test_numbers_of_work_over_messages_are_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []
