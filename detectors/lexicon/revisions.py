"""How a text says what is different about a contact that was shown before, or which of several is meant.

In the tables of edits OLD and NEW stand for a part of a name, an address or a number.
"""

from __future__ import annotations

#: What was written before was wrong.
CORRECTS = r"訂正|間違|まちが|誤り|誤字|誤記|正しくは|本当は|本物|タイプミス|打ち?ミス|書き?ミス|すみません|すいません|失礼|ごめん|でした|ではなく|じゃなく|(?:に|へ)(?:すると|直|変え|替え|換え|なお|かえ)|(?<![a-z])(?:typo|swap|change|replace|switch|mistyped|correction|wrong|mistake|sorry|oops|should (?:be|read|have been)|meant|instead|actually|rather|to be exact)(?![a-z])|^\s?\*"
#: What is different is something else: a date, a price, a size.
OTHER_SUBJECT = r"載せ|掲載|表示(?!名)|入力|テスト|納期|締め?切|金額|価格|値段|料金|単価|見積|報酬|予算|請求|合計|数量|枚数|部数|個数|冊数|字数|文字数|日付|日程|日時|曜日|時間|時刻|開始|サイズ|寸法|解像度|ページ|章|行目|スライド|品番|型番|注文|在庫|税|バージョン|\d\s?[円月日時分枚個冊点章頁]|[$¥€£]\s?\d|(?<![a-z])(?:deadline|due|price|cost|rate|fee|budget|quote|invoice|total|size|width|height|pages?|chapters?|date|day|time|hours?|minutes?|order|sku|version|slides?|usd|dollars?|yen)(?![a-z])"
_END = r"(?:末尾|最後|おしまい|お尻|おしり|語尾|ラスト|後半|下)"
#: One part is to be read as another, wherever it stands.
SWAPS = (
    r"OLD\s?(?:では?|じゃ)な(?:くて?|い(?:です)?[。、])[、\s]?(?:正しくは|本当は)?\s?NEW",
    r"OLD\s?(?:を|のところを|の部分を)\s?NEW\s?(?:に|へ|と)(?:替|換|変|直|書|置|し(?:て|た|ま)|すると|読|訂正|差し替|かえ|なお)",
    r"OLD\s?(?:→|->|=>|⇒)\s?NEW",
    r"OLD\s?は\s?NEW\s?の(?:間違|まちが|誤|タイプミス|書き?ミス|打ち?ミス)",
    r"NEW\s?を\s?OLD\s?(?:と|に)(?:書き|打ち)?(?:間違|まちが)",
    r"(?<![a-z])(?:change|replace|swap|switch)(?: the)? OLD (?:to|with|for|by|into)(?: an?| the)? NEW",
    r"OLD should (?:be|read|have been)(?: an?| the)? NEW",
    r"NEW,?(?: and)? not(?: an?| the)? OLD",
    r"(?<![a-z])not(?: an?| the)? OLD[,;]? ?(?:but|it'?s|it is|rather)(?: an?| the)? NEW",
)
#: The last characters are others; said with a word that corrects.
TAILS = (
    rf"{_END}(?:の)?(?P<count>[\d一二三四])?\s?(?:桁|ケタ|けた|文字|つ)?(?:の数字)?\s?(?:は|が|だけを?|を|のほうは|:|、)\s?(?:正しくは|本当は)?\s?NEW",
    r"(?<![a-z])(?:last|final) (?:(?P<count>one|two|three|four|\d) )?(?:digits?|letters?|characters?|numbers?|figures?|part|bit|ones?)?\s?(?:should (?:be|read|have been)|are|is|were|was|to|:)\s?(?:actually )?NEW",
    r"(?<![a-z])(?:change|replace|swap|switch)(?: the)? (?:last|final) (?:(?P<count>one|two|three|four|\d) )?(?:digits?|letters?|characters?|numbers?|figures?|zeros?|zeroes) (?:to|with|for|by|into) NEW",
    r"(?:ゼロ|零|0)の?(?:[^。\s]{1,3}つ|部分|ところ)を\s?NEW\s?(?:に|へ)(?:直|変|替|換|す|なお|かえ)",
    r"(?<![a-z])ends? (?:in|with) (?:an? )?NEW",
)
_BEHIND = r"(?:後ろ|うしろ|あと|後|末尾|最後|語尾|おしり|お尻)(?:に|は|へ|には)"
#: Something follows that was not shown.
GLUES = (
    rf"{_BEHIND}\s?NEW\s?(?:が|を|も|と)?\s?(?:付|つ[いけきく]|足|追加|くっつ|プラス|入[れり])",
    r"(?<!頭に)NEW\s?(?:が|を)\s?(?:付[いけきく]|つ[いけきく](?:だけ|た|て|ま)|足し|くっつ)",
    r"(?<![a-z])with (?:just )?(?:an? |the )?NEW (?:at the end|on the end|behind it|after it|added|tacked on|on top)",
    r"(?<![a-z])(?:add|append|glue|stick|tack|put|attach)(?: on)?(?: an?| the)? NEW (?:to it|to that|at the end|on(?:to)? (?:it|the end|that)|behind it|after it)",
    r"(?<![a-z])(?:plus|followed by)(?: an?| the)? NEW",
    r"(?<![a-z])ends? (?:in|with) (?:an? )?NEW",
)
#: Something stands in front that was not shown.
LEADS = (
    r"(?:(?<!名)前|頭|先頭|最初)に(?:は)?\s?NEW\s?(?:が|を|と)?\s?(?:付|つ[いけきく]|足|追加|くっつ|入[れり])",
    r"(?<![a-z])(?:with|add|put|stick)(?: an?| the)? NEW (?:in front|before it|at the (?:front|start|beginning))",
)
#: A part of what was shown is none of it.
STRIPS = (
    r"OLD\s?を(?:取っ|とっ|取り|除い|除き|抜い|外し|はずし|消し|省い)",
    r"OLD\s?(?:なし|無し|抜き)(?!で(?:も|す))",
    r"(?<![a-z])(?:without|minus|drop|less|lose)(?: the)? OLD",
)
#: Each of the last digits is one more, or (`less`) one less.
SHIFTS = (
    rf"{_END}の?(?P<count>[\d一二三四])\s?(?:桁|ケタ|けた)(?:の数字)?(?:を|は|に)?\s?(?:それぞれ|各々?|全部|すべて)?\s?(?:1|一|ひと)つ?(?:ずつ|を)\s?(?:(?:足|加え|増や|上げ)|(?P<less>引|減ら|下げ))",
    r"(?<![a-z])(?:(?:add)|(?P<less>take|subtract)) (?:one|1) (?:to|from|off) (?:each|every one) of (?:its |the )?(?:last|final) (?P<count>one|two|three|four|\d)",
)
#: What follows on a name of which the beginning was told.
RESTS = (
    r"(?:そのあと|その後|続き|つづき|残り|あと)(?:は|が|に)?、?\s?NEW",
    r"(?<![a-z])(?:then|and then|the rest is|next comes)(?: an?| the)? NEW",
)
#: The name is one that was shown.
SAME = r"同じ|同名|おなじ|共通の|(?:名前|id|名|ユーザー名|アカウント名?|表示名|ハンドル名?)(?:の)?まま|(?:この|その|ここの|こちらの|上の)(?:名前|id|ユーザー名|アカウント名|表示名|ハンドル)|(?<![a-z])(?:same|identical|likewise|that name|this name|that handle|this handle|as here)(?![a-z])"
#: Somebody is found there.
IS_THERE = r"います|居ます|おります|いるので|やって|登録(?:し|済)|見つか|検索|出てき|探(?:し|せ)|同じ(?:名前|id|名)?(?:です|だ|で)|(?:名前|名|id)(?:です|でやっ)|まま(?:です|で|、)|連絡|メッセージ|追加|フォロー|申請|dm|どうぞ|(?<![a-z])(?:i'?m|i am|am i|find|search|look|reach|mine|my|me|dm|message|on there|over there|add|same(?: (?:name|handle|id|username|one|thing))? (?:on|at|over|there)|glue|append|stick)(?![a-z])"
#: A word behind or before a name says that it is somebody's.
CALLED_BEHIND = r"[」』\"')]?\s?(?:さん|様|さま|と申し|という(?:名前|名で|者)|って(?:名前|名で|いいます)|と(?:いい|言い)ます|(?<![a-z])(?:here|on (?:this|the) (?:site|platform|page))(?![a-z]))"
CALLED_BEFORE = r"(?:(?:ユーザー名|id|アカウント名?|表示名|ハンドル名?|名前|ニックネーム)[^\n。]{0,10}|(?<![a-z])(?:i'?m|i am|calls? me|call me|known as|this is|(?:account|name|handle|username)(?: [a-z]+){0,4}(?: is)?) )[「『\"'(]?$"
#: A word behind or before a name says that it is only the beginning of one.
BEGUN_BEHIND = r"[」』\"')]?\s?(?:まで|(?:から|で)(?:始|はじ))"
BEGUN_BEFORE = r"(?<![a-z])(?:starts?|begins?|beginning|starting) with (?:an? )?[\"']?$"

#: Which of several is meant: the first and so on, the last, the one in the middle.
PICKS = (
    r"前者|(?:1|一|ひと)つ[目め]|(?:1|一)番目|(?:最初|はじめ|先|左|上)の(?:ほう|方|やつ|番号|id|アドレス)|(?<![a-z])(?:the )?(?:former|first(?: one)?|1st)(?![a-z])|(?:^|[、。\s])a(?:で|です|の(?:ほう|方)|\b(?! [a-z]))|(?<![a-z])option a(?![a-z])",
    r"後者|(?:2|二|ふた)つ[目め]|(?:2|二)番目|(?:あと|後|右|下)の(?:ほう|方|やつ|番号|id|アドレス)|(?<![a-z])(?:the )?(?:latter|second(?: one)?|2nd)(?![a-z])|(?:^|[、。\s])b(?:で|です|の(?:ほう|方)|\b(?! [a-z]))|(?<![a-z])option b(?![a-z])",
    r"(?:3|三|みっ)つ[目め]|(?:3|三)番目|(?<![a-z])(?:the )?(?:third(?: one)?|3rd)(?![a-z])|(?:^|[、。\s])c(?:で|です|の(?:ほう|方)|\b(?! [a-z]))|(?<![a-z])option c(?![a-z])",
)
PICKS_LAST = r"最後の(?:ほう|方|やつ)|(?<![a-z])the last(?: one)?(?![a-z])"
PICKS_MIDDLE = r"真ん中|まんなか|(?<![a-z])(?:the )?(?:middle|one in between)(?![a-z])"
#: One is meant that has a part the others have not.
PICKS_WITH = (
    r"NEW\s?(?:の(?:ほう|方|付くほう|ついてる方)|が(?:付く|つく)(?:ほう|方))",
    r"(?<![a-z])one with(?: an?| the)? NEW",
)
#: The one that was asked about is the right one, and reaches somebody.
CONFIRMS = r"^\W*(?:はい|ええ|そう)?\W{0,2}(?:正解|合って(?:い?ます|る)|その通り|そのとおり|(?:まさに)?それ(?:です|で合))|^\W*(?:yes|yep|yeah)\W{1,2}(?:that(?:'?s)? (?:one|it|right|the one|correct)|exactly|correct)(?![a-z])|(?:それ|そこ|その(?:番号|アドレス|id|アカウント|名前))(?:で|に|へ|が)[^。\n]{0,8}(?:出(?:ます|られ)|届|つなが|繋が|います|おります|見つか|受け|かけて|送って|連絡|合って|私(?:です|の))|(?<![a-z])(?:that|it|that one)(?:'s| is)? (?:still )?(?:works|reaches me|gets me|me(?![a-z])|mine|rings)"
