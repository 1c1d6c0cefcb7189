"""Conduct without a contact: asked, offered, refused, or only spoken about, in Japanese and English."""

import pytest

from detectors import Kind, SpeechAct, scan
from detectors.conduct import find_conduct, judge_sentence, sentences
from detectors.normalise import fold
from tests.detectors.claims import VIOLATIONS, Row, hits, holds, near_misses, violations

SOLICITATION = [
    Row(
        "asks for a number",
        "電話番号を教えてください",
        "solicitation asks",
        "solicitation.words",
        "a field for a number",
        "電話番号の入力欄を作ってください",
    ),
    Row(
        "asks for a LINE ID",
        "LINEのIDを教えてもらえませんか？",
        "solicitation asks",
        "solicitation.words",
        "LINE stickers",
        "LINEスタンプのデザインをお願いします",
    ),
    Row(
        "asks in so many words among English ones",
        "ご応募ありがとうございます。LINE の ID を教えてください、full brief を send します。",
        "solicitation asks",
        "solicitation.words",
        "asks for another thing of that name",
        "会員表のラインの太さを教えてください。印刷で消えそうです。",
    ),
    Row(
        "asks for an address of mail",
        "Thank you! 次の task を優先でご案内したいので、mail address を教えてください。",
        "solicitation asks",
        "solicitation.words",
        "a line of dialogue that asks",
        "台詞案：「ラインを教えて」「教えない」。この二人の距離感をもっと出してください。",
    ),
    Row(
        "asks in so many English words",
        "While we wait for the funding to clear, could you give me an email address for the brand assets?",
        "solicitation asks",
        "solicitation.words",
        "asks for a field",
        "Could you share an email address field that looks like the other inputs?",
    ),
    Row(
        "asks to be sent a number",
        "契約前ですが、address と phone number を送ってください for shipping the samples.",
        "solicitation asks",
        "solicitation.words",
        "what a text should ask",
        "「電話番号を送ってください」という一文を会員向けのヘルプから消しました。",
    ),
    Row(
        "proposes to connect in so many words",
        "通知に気づけるよう、ラインかなにかで繋がっておきませんか？",
        "solicitation offers",
        "solicitation.words",
        "a talk on the site",
        "通知に気づけるよう、サイト内のメッセージでやり取りしませんか？",
    ),
    Row(
        "proposes to exchange in so many words",
        "Good work でした！ 別件の offer があるので LINE を交換していただけますか？",
        "solicitation asks",
        "solicitation.words",
        "will not exchange",
        "LINEなどの交換はしない方針です。",
    ),
    Row(
        "proposes to talk there",
        "LINEでやりとりしませんか",
        "solicitation offers",
        "solicitation.words",
        "refuses to talk there",
        "LINEでのやりとりは規約違反なのでできません",
    ),
    Row(
        "by phone",
        "電話で話しませんか",
        "solicitation offers",
        "solicitation.words",
        "a built-in call",
        "サイト内のビデオ通話でお話ししましょう",
    ),
    Row(
        "somewhere else",
        "サイト外で連絡を取りましょう",
        "solicitation offers",
        "solicitation.words",
        "a rule about elsewhere",
        "サイト外での連絡は禁止という記事です",
    ),
    Row(
        "asks in English",
        "Could you share your WhatsApp number?",
        "solicitation asks",
        "solicitation.words",
        "refuses in English",
        "Sorry, I can't share my WhatsApp number here.",
    ),
    Row(
        "moves in English",
        "Let's move this to Telegram",
        "solicitation offers",
        "solicitation.words",
        "keeps it here in English",
        "Let's keep everything here on this platform",
    ),
    Row(
        "an imperative excused by no field",
        "Please add your phone in the last answer field.",
        "solicitation asks",
        "solicitation.words",
        "a column of a table",
        "The phone column of the table is empty.",
    ),
    Row(
        "asks for a way to be reached",
        "連絡先を交換しませんか",
        "solicitation asks",
        "solicitation.words",
        "a page of contacts",
        "連絡先ページのデザインを修正しました",
    ),
    Row(
        "worded as no rule lists it",
        "ここだと人目があるので、二人だけで話せるところへ行きましょう",
        "solicitation offers",
        "solicitation.model",
        "moves a file",
        "もう少し右の場所に移しましょう",
    ),
]

DIRECT_DEAL = [
    Row(
        "to deal directly",
        "次回から直接お取引しませんか",
        "direct_deal offers",
        "direct_deal.words",
        "refuses to deal directly",
        "直接お取引はお断りしています",
    ),
    Row(
        "to be paid into an account",
        "振込先の口座を教えてください",
        "direct_deal offers",
        "direct_deal.words",
        "an account screen",
        "振込先の口座の画面の文言を直しました",
    ),
    Row(
        "saves the fee",
        "手数料がもったいないので、外で直接お支払いします",
        "direct_deal offers",
        "direct_deal.words",
        "an article on fees",
        "手数料がもったいない人向けの記事の見出しです",
    ),
    Row(
        "to meet",
        "駅前のカフェでお会いできませんか",
        "direct_deal offers",
        "direct_deal.words",
        "a café's site",
        "駅前のカフェのサイトのデザインです",
    ),
    Row(
        "to be paid by PayPal in English",
        "Can you pay me via PayPal instead?",
        "direct_deal offers",
        "direct_deal.words",
        "a PayPal button",
        "The PayPal button on the page is broken.",
    ),
    Row(
        "outside the platform, in English",
        "Let's work directly outside the platform",
        "direct_deal offers",
        "direct_deal.words",
        "a rule in English",
        "The rules forbid work outside the platform",
    ),
    Row(
        "worded as no rule lists it, a deal",
        "You can just send my company an invoice, no escrow needed",
        "direct_deal offers",
        "direct_deal.model",
        "a saved file",
        "You can just send my colleague an image, no rush needed",
    ),
]

PERSONAL_DETAILS = [
    Row(
        "asks for a real name",
        "本名を教えていただけますか",
        "personal_details asks",
        "personal_details.words",
        "a field for a name",
        "本名の入力欄は必須にしてください",
    ),
    Row(
        "asks for an address",
        "ご住所を教えてください",
        "personal_details asks",
        "personal_details.words",
        "a shop's address",
        "お店の住所を地図に載せました",
    ),
    Row(
        "gives a name",
        "私の本名は柚木健です",
        "personal_details offers",
        "personal_details.words",
        "a name of a character",
        "主人公の名前は柚木健です",
    ),
    Row(
        "asks in English, a name",
        "What is your real name?",
        "personal_details asks",
        "personal_details.words",
        "a name in a form",
        "The full name field is too short.",
    ),
    Row(
        "gives an employer",
        "前の会社はユズ設計でした",
        "personal_details offers",
        "personal_details.words",
        "an earlier version",
        "前の案はユズ色でした",
    ),
    Row(
        "worded as no rule lists it, a name",
        "どちらの会社にお勤めだったのか伺えますか",
        "personal_details asks",
        "personal_details.model",
        "a name of a file",
        "どちらのファイルにお書きになったのか伺えますか",
    ),
]

TABLE = [*SOLICITATION, *DIRECT_DEAL, *PERSONAL_DETAILS]
CONDUCT = TABLE


@pytest.mark.parametrize("case", hits(TABLE))
def test_conduct_is_found_with_its_act(case):
    holds(case, conduct=True)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_a_topic_or_a_refusal_asks_for_nothing(case):
    assert violations(scan(case.text)) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("LINEは規約違反なので使えません", SpeechAct.REFUSES, id="against the rules"),
        pytest.param("電話番号はお伝えできません", SpeechAct.REFUSES, id="cannot tell"),
        pytest.param("直接取引はお断りします", SpeechAct.REFUSES, id="declines a deal"),
        pytest.param("Sorry, I can't give you my phone number", SpeechAct.REFUSES, id="cannot give"),
        pytest.param("電話番号の入力欄のデザインです", SpeechAct.MENTIONS, id="a field"),
        pytest.param("LINEのアイコンの画像を差し替えました", SpeechAct.MENTIONS, id="an icon"),
        pytest.param("LINEのスタンプの納品です", SpeechAct.MENTIONS, id="a sticker"),
    ],
)
def test_what_is_turned_down_or_spoken_about_is_kept_as_such(text, act):
    assert {finding.speech_act for finding in scan(text).findings} == {act}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("お疲れさまです。修正版をお送りします。", id="work"),
        pytest.param("おすすめのお店を教えてください", id="everyday asking"),
        pytest.param("ガイドラインに沿って進めます", id="a guideline"),
        pytest.param("The deadline is next Friday, right?", id="a deadline"),
        pytest.param("ご確認いただけますか", id="asks for a check"),
        pytest.param("Could you send the files again?", id="asks for files"),
        pytest.param("ファイル名を教えてください", id="asks for a file's name"),
        pytest.param("Can you zoom out a little on photo 6?", id="a verb like a service"),
        pytest.param(
            "アンケートの問7は「普段よく使う連絡手段は何ですか（電話／メール／LINE／その他）」です。",
            id="a question of a survey",
        ),
        pytest.param(
            "英会話の第6課です。例文は What's your phone number? と、答えは空所にしました。", id="a sentence to learn"
        ),
        pytest.param(
            "対話文で、AがBに連絡先を聞き、Bが丁寧に断る流れを六行で書いてください。", id="a dialogue to write"
        ),
        pytest.param(
            "Slackのワークスペースに招待いただかなくても、モックがあれば開発できます。", id="need not be invited"
        ),
        pytest.param("最寄り駅はどこですか、お店の電話番号も載せますか", id="somebody else's number"),
    ],
)
def test_everyday_messages_are_no_conduct(text):
    assert violations(scan(text)) == []


def test_each_sentence_is_judged_by_itself():
    text = "直接取引は禁止ですよね。ところでLINEのIDを教えてください。"
    (finding,) = [one for one in scan(text).findings if one.speech_act in VIOLATIONS]
    assert finding.kind is Kind.SOLICITATION
    assert [piece.text for piece in finding.pieces] == ["ところでLINEのIDを教えてください。"]


def test_a_violation_counts_once_for_each_kind():
    text = "LINEのIDを教えてください。電話番号も教えてください。本名も教えてください。"
    kinds = [hit.kind for hit in find_conduct(fold(text))]
    assert sorted(kinds) == [Kind.PERSONAL_DETAILS, Kind.SOLICITATION]


def test_asking_says_more_than_offering():
    hits_found = find_conduct(fold("LINEで話しませんか。LINEのIDを教えてください。"))
    assert [(one.kind, one.act) for one in hits_found] == [(Kind.SOLICITATION, SpeechAct.ASKS)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("一つ。二つ！三つ？", ["一つ。", "二つ!", "三つ?"], id="Japanese marks"),
        pytest.param("One here. Two there.", ["one here. ", "two there."], id="English stops"),
        pytest.param("v1.2 and e.g this", ["v1.2 and e.g this"], id="dots inside words"),
        pytest.param("a\nb", ["a\n", "b"], id="lines"),
        pytest.param("", [], id="nothing"),
        pytest.param("。。。", [], id="marks only"),
        pytest.param("本当!?はい", ["本当!?", "はい"], id="marks together"),
    ],
)
def test_sentences(text, parts):
    low = fold(text).low
    assert [low[start:end] for start, end in sentences(low)] == [fold(part).low for part in parts]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("納品しました", None, id="about nothing of the sort"),
        pytest.param("お店の電話番号を教えてください", (Kind.SOLICITATION, SpeechAct.MENTIONS), id="somebody else's"),
        pytest.param(
            "このメッセージで電話番号を教えて", (Kind.SOLICITATION, SpeechAct.MENTIONS), id="the place itself"
        ),
        pytest.param("直接取引は詐欺という記事", (Kind.DIRECT_DEAL, SpeechAct.MENTIONS), id="a deal in the news"),
        pytest.param("電話", (Kind.SOLICITATION, SpeechAct.MENTIONS), id="a word alone"),
    ],
)
def test_one_sentence(text, verdict):
    judged = judge_sentence(fold(text).low, -1)
    assert (judged[:2] if judged else None) == verdict
