"""Services that are described rather than named: what is said of one, beside a word for an app.

Colour, mascot, logo, country, owner or initial, then within a few words アプリ, やつ, "app", "messenger": 緑の吹き出しの
やつ, "the app with the paper plane". Plain alternatives only, so that the gate can look for the same words.
"""

from __future__ import annotations

#: A word for an app, and one that the mark may stand in front of.
APP = "アプリ|やつ|ヤツ|奴|チャット|トーク|メッセ|アイコン|吹き出し|ふきだし|ソフト|ツール|sns|サービス|通話|あれ|ほう|マーク|連絡"
APP_EN = "app|messenger|messaging|chat|one|icon|bubble|site|network|platform|caller|thing"

#: What is said of a service, by the name of its kind.
MARKS: dict[str, str] = {
    "line": "緑|グリーン|若草色|既読|スタンプで|スタンプが|スタンプ送り|スタンプを送|国民的|日本人が|日本で|日本中で|日本のチャット|日本のメッセ|クマとウサギ|熊とうさぎ|ブラウンと|ブラウンの|コニー|横棒|横線|一本線|線の英語|線（英語|線(英語|線を英語|「線」|線（英|Lで始まる|Lから始まる|Lのつく|エルで始まる|エルから始まる|友だち追加|友達追加",
    "slack": "井桁|ハッシュ|シャープ|四色|4色|カラフル|Sから始まる|Sで始まる|Sのつく",
    "skype": "水色|空色|そら色|青いS|青のS|マイクロソフト|空の名|空がつく|雲のS",
    "chatwork": "赤い|赤の|赤色の|国産|純国産|日本製の|Cから始まる|Cで始まる",
    "discord": "紫|むらさき|パープル|ゲーマー|ゲーム好き|ゲーム用|ゲームする|ゲーム仲間|コントローラー|ゲームパッド",
    "telegram": "飛行機|ヒコーキ|ひこうき|ロシア発|ロシアの|ロシア製|秘密チャット",
    "whatsapp": "受話器|海外版ライン|海外版LINE|海外版の緑|海外で一番|世界で一番|欧米の|欧米で",
    "wechat": "中国のみどり|中国の緑|中国版|中国で|中国の|中国人が|中華",
    "kakao": "黄色|きいろ|韓国|チョコの|ココアの",
    "instagram": "カメラの|カメラマーク|写真を|写真投稿|写真共有|写真の|写真メイン|映える",
    "x": "鳥の|鳥だった|小鳥|青い鳥|つぶやき|一文字になった|イーロン",
    "facebook": "青いf|青のf|青いF|実名制|実名の|顔と本|ザッカーバーグ",
}
MARKS_EN: dict[str, str] = {
    "line": "green|japan|japanese|in japan|in tokyo|bear and the bunny|bear and bunny|bunny and bear|bunny and the bear|straight stroke|bear and rabbit|bear and the rabbit|brown bear",
    "slack": "hashtag|hash|pound sign|four-colour|four-color|pinwheel|multicolour|multicolor|rainbow hash",
    "skype": "blue s|sky-blue|microsoft|microsoft's|cloud-shaped s",
    "chatwork": "red|japanese work|japanese business|japanese task",
    "discord": "purple|blurple|gamer|gamers|gamers'|gamer's|gaming|gamepad|game controller|controller",
    "telegram": "paper plane|paper airplane|blue plane|plane|paperplane|russian",
    "whatsapp": "phone receiver|phone-receiver|green phone|handset",
    "wechat": "chinese|in china|china's",
    "kakao": "yellow|korean|in korea|cocoa|korea's",
    "instagram": "camera|photo|photos|picture|camera-icon",
    "x": "bird|ex-bird|elon's|one-letter",
    "facebook": "blue f|zuckerberg|zuck's",
}

#: Characters drawn like a katakana: ス力イプ, チャッ卜ワ-ク.
DRAWN_LIKE = {"カ": "力", "ト": "卜", "エ": "工", "ニ": "二", "ロ": "口", "タ": "夕", "ハ": "八", "ー": "-一"}
