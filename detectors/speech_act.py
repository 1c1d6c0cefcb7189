"""Whether a contact is offered, or is part of the text that is the work itself.

A contact is an offer, whatever the sentence around it claims: «LINEは禁止なので 090-1234-5678 へ» offers. It is
deliverable where it stands inside a quotation or a block and the text around calls that block copy for a flyer, a
footer, a script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.normalise import TO_KATAKANA, fold_pattern

if TYPE_CHECKING:
    from detectors.findings import Span

_BLOCKS = re.compile(
    r"「(?P<a>[^「」]{8,})」|『(?P<b>[^『』]{8,})』|“(?P<c>[^“”]{8,})”|(?<![A-Za-z])\"(?P<d>[^\"]{8,})\"|```(?P<e>.+?)```|"
    r"^[ \t]*(?P<rule>[-―─—=＝*_~…・]{3,})[^\n]*\n(?P<f>.+?)\n[ \t]*(?P=rule)|(?:^|\n)(?P<g>(?:[>＞|│][^\n]*\n?)+)|【(?P<h>[^【】]{12,})】|<(?:footer|p|div|a|address)[^>]*>(?P<i>.+?)</",
    re.DOTALL | re.MULTILINE,
)
_COPY = fold_pattern(
    r"文言|文章|文面|案内文|案内状|挨拶文|告知文|募集文|文です|文字(?:です|組み|を入れ|は)|原稿|本文|コピー|チラシ|フライヤー|ポスター|パンフ|リーフレット|フッター|ヘッダー|看板|ナレーション|名刺|カード|はがき|ハガキ|dm(?:の|用)|プレスリリース|リリース文|キャッチ|見出し|キャプション|テロップ|字幕|台本|スクリプト|セリフ|サンプル|ダミー|見本|例文|案です|案は|案の|"
    r"掲載|載せ|入れてほしい|入れる|差し替え|直してください|修正後|入力した|入力例|データ(?:の|は|を)|1件目|一件目|行目|校正|校了|翻訳|訳文|原文|留守電|アナウンス|ラベル|パッケージ|のぼり|横断幕|広告|バナー|メルマガ|テンプレ|署名欄|会社概要|プロフィール文|紹介文|商品説明|説明文|"
    r"(?<![a-z])(?:copy|footer|header|flyer|flier|poster|leaflet|brochure|banner|sign(?:age|board)?|press release|boilerplate|voice-?over|script|draft|caption|subtitle|label|packaging|business card|card|ad|advert|newsletter|template|placeholder|sample|transcript|transcription|translation|data entry|row|csv|menu|tagline|slogan|wording|text for|lines? for|proof|mockup|narration|jingle|listing|landing page|audio tag|final text|final copy|as printed|vinyl|engraving|text for)(?![a-z])"
)
_OWN = fold_pattern(
    r"(?:私|僕|俺|当方|弊社|うち|こちら)(?:の(?:番号|連絡先|アドレス|メール|line|id)|に(?:ご?連絡|電話)|へ|まで)|(?<![a-z])(?:my|mine|call me|reach me|text me|message me|our office)(?![a-z])|ご連絡(?:くだ|下さ|をお|は)|にかけて|まで(?:ご)?連絡|検索|追加"
)
#: So many characters beside the contact make a quotation a text of its own, called copy or not.
_TEXT_OF_ITS_OWN = 20


def in_katakana(written: str) -> str:
    """The text with hiragana as katakana, letter for letter."""
    return written.translate(TO_KATAKANA)


def stands_in_copy(written: str, span: Span, kana: str = "") -> bool:
    """Whether `span` is inside a quoted or ruled-off text that is the work itself.

    `kana` is `in_katakana(written)`, for those who ask about many spans of one text.
    """
    kana = kana or in_katakana(written)
    for match in _BLOCKS.finditer(written):
        if not (match.start() <= span.start and span.end <= match.end()):
            continue
        inside = match.end() - match.start() - (span.end - span.start)
        outside = (kana[: match.start()] + "\n" + kana[match.end() :]).lower()
        quoted = match.lastgroup in _QUOTED
        if (
            inside >= 10
            and not _OWN.search(outside)
            and (_COPY.search(outside) or (quoted and inside >= _TEXT_OF_ITS_OWN))
        ):
            return True
    return False


_QUOTED = frozenset("abcdehi")
