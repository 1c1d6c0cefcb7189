r"""What the gate looks for: cheap signs that a text may hold something. Patterns in the dialect of Hyperscan.

A sign may be wrong (the detectors behind it decide) but must not be missing: whatever a detector can find has to raise
one of these. `\x{…}` ranges are code points; kana are doubled into both scripts by the gate.
"""

from __future__ import annotations

import re

from detectors.lexicon import ciphers, conduct_signs, described, digits, name_signs, puns, services

#: Nothing that makes a word: what may stand between the digits of a number.
_GAP = r"[^0-9０-９A-Za-z\x{3041}-\x{3096}\x{30a1}-\x{30fa}\x{4e00}-\x{9fff}]"
_FIGURE = "[0-9０-９]"

NUMBER = (rf"(?:{_FIGURE}(?:{_GAP}{{0,4}}|{_GAP}?の{_GAP}?)){{6}}{_FIGURE}",)
#: A plus, a leading zero that is no clock's or calendar's, nine digits with little between them.
SHAPED = (
    rf"[+＋]\s?[(（]?{_FIGURE}|(?:^|[^0-9０-９:：/／.．])[0０]{_FIGURE}{{1,4}}[-.．)）(（/／ 　ー－‐‑–—]{{0,3}}{_FIGURE}",
    rf"(?:{_FIGURE}[-.．()（） 　~_ー－‐‑–—]{{0,3}}){{8}}{_FIGURE}|{_FIGURE} {_FIGURE} {_FIGURE} {_FIGURE}|{_FIGURE}{{3}}/{_FIGURE}{{3}}-{_FIGURE}{{4}}",
)
#: Three, four and four digits with little between: a mobile number, whatever stands there.
NOISED = (
    rf"(?:^|[^0-9０-９])[0０][5789５７８９][0０][^0-9０-９]{{1,12}}{_FIGURE}{{4}}[^0-9０-９]{{1,12}}{_FIGURE}{{4}}(?:[^0-9０-９]|$)",
)
MANY = (rf"(?:{_FIGURE}[^0-9０-９]*){{8}}{_FIGURE}",)

_KANJI = "".join(digits.KANJI)
_STRONG = "ゼロ|ぜろ|れい|レイ|まる|マル|きゅ|キュ|はち|ハチ|ろく|ロク|なな|ナナ|よん|ヨン|いち|イチ|さん|サン|ごー|ゴー|にー|ニー|しち|シチ|ナイン|エイト|セブン|シックス|ファイブ|フォー|スリー|ワン|オー|おー|ひと|ヒト|ふた|フタ|ツー|よっつ|ここの|むっつ|やっつ"
#: Words that alone may be a digit said; several in a row are one number.
SAID_DIGITS = tuple(dict.fromkeys(_STRONG.split("|")))
_LATIN = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|ten|eleven|twelve|thir|four|fif|twenty|forty|eighty|ninety|hundred|rei|maru|ichi|ni|san|yon|shi|go|roku|nana|hachi|kyuu?|ku|sei"
#: Digits as words, several in a row.
WORDS = (
    rf"(?:(?:{_STRONG}).{{0,4}}){{3}}(?:{_STRONG})",
    r"(?i)(?:\b(?:maru|rei|ichi|ni|san|yon|go|roku|nana|hachi|kyu+)\b[ ,.\-/]*){5}",
    rf"(?i)(?:\b(?:{_LATIN}|[0-9OoIl]{{1,4}})[a-z]{{0,4}}{_GAP}{{1,4}}(?:then |and |dash |no )?){{3}}(?:{_LATIN}|[0-9Ool]{{3}})",
)
#: Signs for digits in a row, whether figures, kanji or letters; and what shows that not all of them are figures.
SERIES = (
    rf"(?:[{_KANJI}{digits.ZEROS}0-9０-９十Oo]つ?{_GAP}{{0,4}}の?{_GAP}?){{6}}[{_KANJI}{digits.ZEROS}0-9０-９十]",
    rf"(?:[0-9０-９OoIilSBZzQqbg|]{_GAP}{{0,3}}){{8}}[0-9０-９OoIilSBZzQqbg|]",
)
NO_FIGURE = (
    rf"[{_KANJI}{digits.ZEROS}十]|{_FIGURE}[-. _]?[OoIlSBZzQ|](?:[^A-Za-z]|$)|(?:^|[^A-Za-z])(?:[OoIilSsBbZzQq|]{{1,3}}[-._]?|[OolBbZzQq|] ){_FIGURE}",
)
#: Said digit words strewn over a text.
STREWN = (
    rf"[{_KANJI}]{{2}}|千[{_KANJI}百]|百[{_KANJI}十]|(?:[{_KANJI}][、・,／/ ]){{3}}|[{_KANJI}]{_GAP}{{0,3}}[{_KANJI}]|ゼロ|ぜろ|まるきゅう|マルキュウ|(?i:\b(?:zero|oh|five|seven|eight|nine)\b)",
)

AT = (r"[@＠﹫]",)
SAID_SURELY: tuple[str, ...] = (
    r"(?i)[(\[（【<＜{](?:dot|\.|・|点|ドット|てん|斜線|。)[)\]）】>＞}]|[a-z0-9]。[a-z]|[a-z0-9] ?[·・] ?[a-z0-9]|\bslash\b|スラッシュ|[a-z] \. (?:com|co|jp|ne|net|org|me|io|info|gg|ee|us|dev|app)\b|[a-z] / [a-z]",
    r"アットマーク|アット(?:コム|サイン)|あっと(?:まーく|マーク|[ 　、,(「a-z]|じー|ジー|やふ|ヤフ)|アト(?:マーク)|丸に[Aaａ]|まるに[aA]|くるくる|ぐるぐる",
    r"[(\[{<「『【〔《〈＜（［｛“\"'*~_-]\s?(?:at|AT|アット|あっと|ここに@)\s?[)\]}>」』】〕》〉＞）］｝”\"'*~_-]|くるん(?:と|の|マーク|記号|[「（( 　@＠a-zA-Z]|$)|くるり|囲んだ記号|round a\b|domain is|followed by|after the at|ドメインは|アットの(?:後|あと)|[@＠]の(?:後|あと)|宛名|爺.{0,8}メール",
    r"(?i)[a-z0-9] ?\bat\b ?[a-z0-9-]+(?:(?:\.[a-z0-9-]+)*\.[a-z]| ?\bdot\b| ?[(\[{<]dot| \. ?[a-z])",
    r"(?i)\b(?:dotto|atto)\b|[a-z0-9]\s?(?:(?:いつも|例|普通|ふつう|半角|本物|おなじみ|ぐるぐる|くるくる|なると)の|丸い|まるい|小さい)\s?[@＠]",
    r"(?i)\bdot\b ?(?:com|jp|co|net|org|me|io|gg|ee|us|ne)\b|[(\[{<]\s?dot\s?[)\]}>]",
    r"(?i)[a-z0-9]\s?点\s?[a-z]|[(（]点[)）]",
    r"(?:ドット|どっと)\s?[a-z]|(?:ドット|どっと|てん|点)\s?(?:コム|こむ|com|jp|co|net|ne|me\b|ee\b|gg\b|ジェー|じぇ)|【(?:ドット|どっと|点)】|(?:、|\s)dot(?:、|\s)",
    r"(?i)\bat (?:g ?-?mail|yahoo|outlook|hotmail|icloud|proton)|[a-z]、点、[a-z]",
    r"[a-z] AT [a-z]",
    r"(?i)を\s?[@＠]|(?:^|[^a-z0-9._+-])[@＠](?:[a-z0-9-]+\.)+(?:com|jp|net|org|me|io|dev)|ドコモの?(?:アドレス|普通|いつも)|@\s?(?:ソフトバンク|ドコモ|ジーメール|ヤフー)|gのやつ|gのあれ|爺さん|\bbig g\b|\bgoogle (?:one|handle)\b|apple (?:cloud|mail)|me\.com|[a-z0-9][」\"]?\s?(?:と|が)?\s?(?:アット|例のマーク)|アットマークで|間に.{0,6}(?:マーク|アット)|-at-|\*at\*|/at/|(?:moc|pj|ten)\.[a-z0-9.-]+@|いつものg|gのほう|gの方|はい、g",
    r"(?i)%40|&#|rot-?13|base-?64|ベース64|デコード|\bdecod|エンコード|encoded|(?:%[0-9a-f]{2}){5}|(?:0x|\\x)[0-9a-f]{2}|(?:\b[2-7][0-9a-f][ ,:]){5}|(?:\b[01]{8}[ ,]?){5}|[A-Za-z0-9+/]{10,}={1,2}|&commat|\$[a-z{]|\.join\(|concat|\+ ?['\"]|['\"] ?\+",
    r"(?i)[a-z0-9._-]{3,}\s?[^\x00-\x7f\x{00a2}-\x{00a5}\x{00b4}\x{00c0}-\x{024f}\x{2010}-\x{2026}\x{20ac}\x{3000}-\x{30ff}\x{4e00}-\x{9fff}\x{ff00}-\x{ffef}]\x{fe0f}?\s?[a-z0-9-]+",
    r"(?i)ddress\b.{0,60}(?:dot|gmail)|後ろは|うしろは",
    r"(?i)\b[a-z0-9]+ hyphen [a-z]|[a-z0-9][」』）)]?[\s、,]{0,2}(?:下の棒|アンダーバー|アンダースコア|アンダーライン|下線|ハイフン|underscore|コロン)|(?:アンダーバー|下線)\s?[a-z]",
    r"(?i)ローマ字|ろーまじ|英字|アルファベット|ヘボン|romaji|[a-z]」?\s?の(?:間|あいだ)|(?:with|joined by|separated by) (?:a )?(?:dot|underscore|hyphen|dash)|(?:いつもの|例の)(?:記号|マーク)|中黒|ぽち",
    r"(?i)[a-z0-9][ 、,]{0,2}(?:なると|ナルト|鳴門|単価記号|丸(?:い|の中の|で囲んだ)[aエ]|かたつむり|カタツムリ|commercial a\b|monkey ?tail|curly a\b|arobase|(?:snail|swirl|whirlpool) [a-z0-9-]+ ?(?:\.|dot|period|full stop))|[（(](?:かたつむり|カタツムリ|単価記号)",
    r"(?i)\n[.@]\n|[a-z0-9]%2e[a-z]|=https?%3a|&(?:colon|commat|period|lowbar|sol);|(?:13|十三)文字|(?:13|thirteen) (?:steps|letters|places)|\batob\(|U\+00[2-7]|\bascii\b|アスキー|トンツー|モールス|電信|\bmorse\b|ham radio|(?:16|十六|2|二)進",
    r"(?i)[a-z0-9](?:\{[a-z ]{1,12}\}|<[a-z ]{1,12}>)[a-z0-9-]+\.[a-z]{2}|[a-z](?:コロン|[／/]コロン)|間に(?:アット|[@＠])|前(?:の)?半分?(?:は|[:：])|(?:リンゴ|りんご|林檎)の会社|fruit company|検索の会社|search company|赤い[yYｙＹ]|展望.{0,4}(?:意味|英語)",
)
#: Said of an address, but also of much else: they mean something beside an @ or a name with parts.
SAID_PERHAPS = (
    r"(?i)(?:g ?-?mail|yahoo|ヤフー|やふー|ヤフメ|outlook|アウトルック|hotmail|ホットメール|icloud|アイクラウド|proton ?mail|proton\.me|fastmail|ezweb|docomo|ドコモの?メール|ニフティ|nifty|ジーメ|じーめ|爺メール|gメール|gめーる|jii?meeru|atto ?ma)",
    r"(?i)宛て?(?:で|に|まで)|前(?:は|が|に|には)\s?[「\"]?[a-z@]|mailbox|local part|\bdomain\b|\bhost\b|goes before|comes before|before it\b|our site|検索(?:サイト|エンジン|大手|会社)の|有名な検索|検索(?:で|の)有名|g の ?メール|google ?(?:one|account|mail|address|アカウント|のやつ|ドライブ)|google's|グーグルの|グーグルアカウント|microsoft'?s? (?:free )?mail|マイクロソフトの(?:無料)?メール|(?:apple|リンゴ|りんご|アップル)の(?:メール|クラウド)",
)
SAID_SURELY += name_signs.SAID_OTHERWISE
SAID = (*SAID_SURELY, *SAID_PERHAPS)
LINK = (
    r"(?i)(?:lin|line)[.。\[(・· ].{0,6}(?:ee|me)\b|line://|slack[.。\[(・· ]|slack dot|chatwork\.com|skype:|join\.skype|live:|\.cid\.|discord(?:'s|の)? (?:dot )?gg\b|discord(?:app)?[.。(\[・· ]|dsc\.gg|(?:\s|^)\.gg/|disboard|\bt[.\[(。· ]{1,3}me\b|telegram\.(?:me|dog)|\bwa\.(?:me|link)|whatsapp\.com|wechat\.com|weixin\.qq|kakao\.com",
    r"(?i)zoom\.us|meet\.google|g\.co/meet|teams\.(?:microsoft|live)|webex\.com|whereby\.com|meet\.jit|tayori\.com|padlet\.com|trello\.com/b|notion\.site|etherpad|\bm\.me\b|forms\.gle|docs\.google\.com/forms|bsky\.app/profile|ko-fi\.com/|patreon\.com/|buymeacoffee\.com/|\.(?:s[1|i][a4@]ck|sl[4@]ck|5lack)\.com|calendly|cal\.com/|timerex|spirinc|eeasy|lit\.link|linktr\.ee|about\.me|miro\.com|profcard|signal\.(?:me|group)|matrix\.to|form\.run|tally\.so|typeform",
    r"(?i)instagr(?:am)?\.(?:com|am)/|ig\.me/|(?:twitter|x)\.com/|(?:facebook|fb)\.com/|m\.me/|fb\.me/|/(?:contact|inquiry|toiawase|otoiawase|form|mail)",
)
#: Letters set apart, and other things that have to be read differently first.
SPACED: tuple[str, ...] = (
    r"(?:\b|[^A-Za-z0-9])[A-Za-z0-9](?:[ ][A-Za-z0-9._@#:-]){3,}(?:\b|[^A-Za-z0-9])",
    r"(?:\n[A-Za-z0-9._@-]){4}\n|@['\"]{2}[a-z]|(?:\n[ぁ-んァ-ヶー]){3}\n",
    r"(?:[^A-Za-z0-9.\-_]|^)[A-Za-z][\-.・|,、~*'/][A-Za-z0-9!](?:[\-.・|,、~*'/][A-Za-z0-9!.@_]){2,}(?:[^A-Za-z0-9\-_]|$)",
    r"(?:[A-Za-z0-9._@][★☆♪●○◆■\x{2600}-\x{27bf}\x{1f300}-\x{1faff}]\x{fe0f}?){3}[A-Za-z0-9._@]",
    r"(?:[.\-]{5}[ /|,、]{1,3}){3}",
    r"[0-9]{3}[-. ][A-Z]{2,7}[-. ][0-9A-Z]|[0-9]-[A-Z]{4,7}\b",
)
#: Words of other languages, syllables and sounds for digits in a row.
_WORD_FOR_DIGIT = "|".join(dict.fromkeys(re.split(r"[ /]", " ".join(ciphers.LANGUAGES))))
_WORD_FOR_DIGIT = _WORD_FOR_DIGIT.replace("e", "(?:e|é)").replace("u", "(?:u|ü)")
_SOUND_FOR_DIGIT = "|".join(re.split(r"[ /]", " ".join(ciphers.SOUNDS)))
_SYLLABLE_FOR_DIGIT = "|".join(dict.fromkeys(re.split(r"[ /]", " ".join((*ciphers.SYLLABLES, *ciphers.SOUNDS)))))
CIPHERED = (
    rf"(?i)(?:^|[^a-zé])(?:(?:{_WORD_FOR_DIGIT})[^a-z0-9é]{{1,3}}){{6}}",
    r"(?:かな|カナ|仮名)(?:入力|キー|打ち|の?キーボード)|テンキー|刻印|数字譜",
    rf"(?:(?:{_SYLLABLE_FOR_DIGIT})(?:[(（][ぁ-んァ-ヶ]{{1,4}}[)）])?{_GAP}{{0,2}}){{9}}",
)
#: Letters said by their names, four and more in a row.
_LETTER = "エー|エイ|ビー|シー|ディー|イー|エフ|ジー|エイチ|エッチ|アイ|ジェー|ジェイ|ケー|ケイ|エル|エム|エヌ|オー|ピー|キュー|アール|エス|ティー|ユー|ブイ|ダブリュー|エックス|ワイ|ゼット|アンダーバー|下線|ドット|点|ハイフン|あんだーばー|えー|びー|しー|でぃー|いー|えふ|じー|えいち|あい|じぇー|じぇい|けー|けい|える|えむ|えぬ|おー|ぴー|きゅー|あーる|えす|てぃー|ゆー|ぶい|だぶりゅー|えっくす|わい|ぜっと"
_RADIO = "alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whisk|x-ray|yankee|zulu"
_ENGLISH_LETTER = "ay|aye|eh|bee|be|cee|see|sea|dee|ee|eff|ef|gee|aitch|eye|jay|kay|ell?|em|en|oh|pee|pea|cue|queue|are?|ess|tee|tea|you|yu|vee|double[- ]?you|ex|why|wye|zee|zed|underscore|dot|dash|zero|one|two|three|four|five|six|seven|eight|nine"
SPELLED = (
    rf"(?:(?:{_LETTER})[・、, /／-]{{0,3}}){{4}}",
    rf"(?i)(?:\b(?:{_ENGLISH_LETTER})(?:, ?|-| - )){{3}}(?:{_ENGLISH_LETTER})\b|(?:\b[a-z], ){{3}}[a-z]\b",
    rf"(?i)(?:\b(?:{_RADIO})[a-z]*[ ,./-]+){{3}}|(?:\b[a-z] (?:as in|for|like) [a-z]+[,;.]? (?:and |then )?){{2}}",
)
SPACED += (*SPELLED, *name_signs.WORDED, *CIPHERED)
TOLD_SURELY = (
    r"(?i)[*?][」\"]?は|[a-z0-9]\s?は(?:英|ただの|本当は|エル|オー|ゼロ|アイ|イチ|英?小文字|順に|ひとつ|全部)|[a-zA-Z]と[a-zA-Z]が逆|[a-z0-9]\s?は.{0,6}(?:ごみ|ゴミ|捨て)|抜き|(?:一個|ひとつ|一つ)ずつ|\bminus the\b|\bthe (?:letter|figure|1|0) is\b|\b[01l] is (?:an? |really )",
    r"漢数字|カタカナだけ|片仮名だけ|西暦|[0-9０-９四]\s?(?:桁|ケタ)|[0-9０-９][の]?「.{1,10}[(（][0-9０-９]{2,4}[)）]|トランプ|[♠♥♦♣]|[一二三四五六七八九][萬万筒索][一二三四五六七八九][萬万筒索]|(?:せん|ぜん|セン|ゼン|ひゃく|びゃく|ぴゃく|ヒャク|ビャク|ピャク|じゅう|ジュウ).{1,12}(?:せん|ぜん|セン|ゼン|ひゃく|びゃく|ぴゃく|ヒャク|ビャク|ピャク|じゅう|ジュウ)|[左右一次]の?列|列から|[二三2３3２][列段]|頭の(?:数|字)|(?i:first kanji|four (?:figures|digits)|\b(?:ace|joker|dealt|zig-?zag)\b|column by column|by columns|next column|read down)",
    r"語呂|ゴロ|覚え(?:や|て|方|られ)|数字にした|(?:星|点|絵|玉|丸|印|ぽち|ポチ|絵文字|記号)の(?:個数|数)|(?:個数|数)を(?:数え|続け)|(?i:count the|(?:one|1) too (?:high|big|large|low|small))",
    r"局番|答え|(?i:area code (?:of|is|for)|\bmaths?\b|the (?:result|sum|answer))|[0-9０-９一-九]\s?[×✕x][2-9]|が(?:[2-9二三]|ひと|ふた|みっ)つ",
    r"[ぁ-んァ-ヶ一-龠]」?\s?[=＝][ 　]?「?[0-9０-９]|(?:[月火水木金土日祝休無][0-9０-９][、,]?){3}|のキー|ドを[1１]|1が[ドど]|カラーコード|抵抗の色|(?i:each (?:is|stands for|means) |do ?= ?1)",
    r"を.{0,8}(?:に|へ)(?:変|換|か(?:え|わ)|置|読|直|なお|して|すると)|には.{0,10}(?:を|が)(?:入|い)|[はが](?:アット|ドット|@|ハイフン|アンダー|ピリオド|小さいa|aに|丸で)|に.{0,12}を(?:入|い)れて|→|は(?:普通に|全部|本当は)|を(?:抜|除|消|取|削|無視)|(?:に|から)[0-9０-９]{1,6}を(?:足|引)",
    r"(?i)[#*] as (?:アット|ドット|@)|[○●◯〇■□▲△★☆◆◇※♪Ω\x{1f300}-\x{1faff}]\s?(?:は|が|=|＝)\s?(?:本来|本当|実は|英|小文字|[A-Za-zァ-ヶ])|[はが](?:アット|ドット)|順番?に ?[a-z]\b|in (?:that )?order:? [a-z]\b|\b[a-z0-9] is (?:really|actually|meant) |stands? (?:in )?for|means? (?:the )?(?:at|dot)|(?:is|for|as|=) (?:the |an )?(?:at|dot)\b|[0-9]\s?(?:\+|plus)\s?[0-9]|[0-9」]\s?を\s?[2-9二三四]\s?(?:回|周|度)",
    r"[A-Za-z×□■△○●☆★⬜⬛]\s?(?:=|＝|は|が)\s?[0-9０-９]|四角|[×xX○●☆★□■△]{1,4}は|(?:各桁|ひとつずつ|一つずつ|1ずつ|１ずつ)|each digit|every digit|ドレミ|ド\s?[=＝はが]|後ろから|うしろから|さかさ|ひっくり返|裏返|反転|鏡に(?:映|うつ)|鏡文字|鏡写し|右から(?:左|読|よ)|お尻(?:の数字)?から|末尾から|反対から|(?i:revers|backward|mirror|right to left|flip)",
    r"頭(?:だけ|文字|を|の)|行頭|行の最初|縦|たて(?:に|読)|(?i:first letter|initials|acrostic|each line)",
)
#: Words of an instruction that are words of any talk: they mean something beside figures, an @ or a name.
TOLD_PERHAPS = (r"(?i)\b(?:swap|replace|change|switch|substitute|strip|remove|ignore|drop)\b|instead of|逆",)
TOLD = (*TOLD_SURELY, *TOLD_PERHAPS)
PIECED = name_signs.PIECED
TOGETHER = (
    r"(?i:strip the|(?:drop|remove|skip|lose) the (?:colons?|dots?|slashe?s?|points?|marks?|letters|signs?|units?))|頭(?:に|の)|あたま(?:に|の)|(?:ゼロ|０|0)を(?:つ|付|足|補)|さいご|いちばん前|一番前|くっつけ|合体|連結|真ん中|まんなか|おしまい|末尾|おしり|お尻|先頭|最初|後半|締め|余計な|飛ばし|拾って|実は|数字だけ|数字のみ|つなげ|繋げ|つない|繋い|並べ|ならべ|続けて|つづけて|続けると|抜いて|除いて|足して|合わせて|順に|順番|わかりますよね|お察し|上から|桁|ケタ|けた|のあと|の後|次が|続き|市外局番|始ま|最後|(?i:without|together|digits|in order|dial pad|start with|followed by|finish with|end(?:s|ing)? with|then)",
)
CALL = (
    r"℡|局番|スマホ|スマートフォン|ダイヤル|ダイアル|電話|でんわ|携帯|ケータイ|けいたい|ショートメ|フリーダイヤル|直通|内線|着信|ワン切り|かけ(?:て|ら|れ|直)|発信(?:して(?:く|も|い)|くだ|を)|掛け|架電|コール|通話|声|鳴|番号|連絡|つなが|繋が|折り返し|电话|手机|☎|📞|📱",
    r"(?i)\b(?:area code|toll[- ]free|tel|phone|telephone|mobile|cell|landline|direct line|fax|voicemail|sms|call|dial|ring|text|buzz|reach|number|contact)\b|telefon|telepon",
)

_MASK = "[○◯〇●◎*＊★☆※✕✖×#@◆◇■□△▲♡♥]"
_LEET = {"i": "1!|l", "l": "1|i", "e": "3", "o": "0", "a": "4@", "s": "5$", "t": "7+", "b": "8", "g": "9"}
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def in_hiragana(word: str) -> str:
    """Katakana as hiragana."""
    return word.translate(_TO_HIRAGANA)


def in_katakana(word: str) -> str:
    """Hiragana as katakana."""
    return word.translate(_TO_KATAKANA)


def _exchanged(name: str) -> list[str]:
    """A Latin name with one letter exchanged for a look-alike figure or sign."""
    low = name.lower()
    once = [low[:i] + other + low[i + 1 :] for i, c in enumerate(low) for other in _LEET.get(c, "")]
    figures = [form[:i] + _LEET[c][0] + form[i + 1 :] for form in once for i, c in enumerate(form) if c in _LEET]
    return list(dict.fromkeys([*once, *figures]))


#: Names that are ordinary words too; as plain words they need more than their letters.
_AMBIGUOUS = frozenset({"LINE", "ライン", "Slack", "Zoom", "ズーム", "カカオ", "ディスコ", "スラック"})
_NAMES = [name for kind, names in services.NAMES.items() for name in names if kind != "other"]
_LATIN_NAMES = [name for name in _NAMES if name.isascii()]
_KANA_NAMES = [name for name in _NAMES if not name.isascii() and name not in _AMBIGUOUS]


def _plainly(kind: str) -> str:
    """A kind's unambiguous names, kana in both scripts."""
    names = [name for name in services.NAMES[kind] if name not in _AMBIGUOUS]
    return "(?i)" + "|".join(form for name in names for form in dict.fromkeys((name, name.translate(_TO_HIRAGANA))))


#: Hints at each service, by the name of its kind; the names themselves are added below.
_HINTS: dict[str, tuple[str, ...]] = {
    "line": (
        r"(?i)라인|(?:🟩|🟢|💚)\x{fe0f}?\s?(?:💬|📱|アプリ|app)|💬\s?(?:🟩|🟢|💚)",
        r"エルアイエヌイー|(?i:l-i-n-e)|LINE|LlNE|lINE|LiNE|LInE|LINe|LiNe|(?i:l[-・ ]?i[-・ ]?ネ)|ラ[-・ ]?I|(?i:\bline ?(?:id|@|[@:：→]|交換|で|の|は|も|is better|account|handle|me\b))",
        r"(?:^|[^ァ-ヶー])ライン(?:[^ァ-ヶー]|$)|らいん|らい[ー〜～]{1,3}ん|らーいん|ライ[ー〜～]{1,3}ン",
        r"緑|みどり|グリーン|横線のアプリ|線のアプリ|線.{0,5}英語|既読がつく|うさぎの|吹き出し|友[だ達]|(?i:green (?:chat|messenger|messag|talk|speech|bubble|one|icon|app|japan|phone)|japan(?:ese)?(?:'s)? (?:green )?(?:messeng|messag|chat)|l as in|eye-?n|line@|lin3|(?:rabbit|bunny|bear)[- ]and|brown the bear)",
    ),
    "slack": (
        r"(?i)\bslack\b|スラック|すらっく|ハッシュ|井桁|シャープ|hashtag|the hash|purple|社内チャット|スラ(?:で|の|に|は)",
    ),
    "skype": (
        r"(?i)青|あおい|水色|マイクロソフト|sky[- ]|blue (?:s\b|call|one|video|app)|microsoft (?:one|call|video)|s-word|skypc|sk[yi]p[e3]|すかぷ|スカイペ",
    ),
    "chatwork": (
        r"(?i)(?:🟥|🔴)\s?💬",
        r"(?i)コンタクト(?:申請|ID)|chat[★☆♪*|~/+=]work|\bc[/.]w\b|チワーク|ちわーく|チャワ(?:[^ん]|$)|赤い|赤の|国産の|\bcw\b|red .*chat|(?:chat|app|tool)s? with the red|red (?:mark|logo|check|tool|app|one|icon)|task chat|チャッ[.…]|チャットw|チャットの?ワーク|ちゃわ|仕事用チャット",
    ),
    "discord": (
        r"(?i)디스코드|(?:🎮|🟪|🟣|💜)\x{fe0f}?\s?(?:💬|🎤|アプリ|app)",
        r"(?i)フレンドコード|ディスコ|でぃすこ|ゲーマー|ゲーム用の通話|\b(?:disc|dc)\b|gamer|purple gam",
    ),
    "telegram": (
        r"(?i)durov|텔레그램|电报|電報アプリ|✈\x{fe0f}?\s?(?:💬|アプリ|app)",
        r"(?i)紙飛行機|\b(?:tg|tele)\b|paper ?(?:air)?plane|テレグラ",
    ),
    "whatsapp": (
        r"(?i)\b(?:two|double|pair of)[^.\n]{0,14}(?:ticks?|check ?marks?|checks?)\b|(?:チェック|レ点)[^。\n]{0,5}(?:二つ|2つ|２つ|ふたつ|二個|2個)|(?:二つ|2つ|２つ|ふたつ)の?[^。\n]{0,6}(?:チェック|レ点)|\bwa\b|what'?s ?app|wassap|watsapp|ワッツ|わっつ|green phone",
    ),
    "wechat": (
        r"(?i)위챗|微訊",
        r"(?i)w-x|\b(?:wx ?id|vx)\b|v信|威信|薇信|we ?chat|weixin|ウィチャ|中国|chinese (?:green|app|mess|chat)",
    ),
    "kakao": (
        r"(?i)카톡|카카오|(?:🟨|🟡|💛)\s?(?:💬|アプリ|app)",
        r"(?i)カカオ|かかお|黄色|ka-?ka-?o|yellow (?:korean|chat|messag|app|one|icon|talk)|korean (?:messenger|chat)|韓国の",
    ),
    "zoom": (
        r"(?i)(?:青|あお)い?(?:ビデオ)?カメラ|(?:blue|white|video|movie)[- ]camera|camera (?:meeting|conference|video)|\bzoom\b|ズーム|ずーむ|\bteams\b|webex|whereby|google ?meet|グーグルミート|ミート|チームズ|(?:ウェブ|web)会議|ミーティング(?:id|番号)|meeting (?:id|number)",
    ),
    "instagram": (
        r"(?i)인스타|(?:📷|📸)\x{fe0f}?\s?(?:アプリ|app)",
        r"(?i)\b(?:ig|insta)\b|insta[_-](?:no_id|id|namae|find|add|wa|ha)[_-]|写真(?:の|共有)?(?:アプリ|sns)|カメラの(?:アイコン|マーク)|photo(?:-sharing)? app|いんすた",
    ),
    "x": (
        r"(?i)🐦\s?(?:アプリ|app)",
        r"(?i)tweet|\bx\b|エックス|ついった|ツイッ|旧ツイ|青い小?鳥|一文字になった|bird (?:app|site|one)|twtr|dmは開放",
    ),
    "facebook": (r"(?i)book of faces", r"(?i)\bfb\b|メッセンジャー|messenger|顔本|フェイスブ|フェースブ"),
    "other": (
        r"(?i)(?:例の|いつもの).{2,5}アプリ|\b(?:psn|vrchat|vrc|steam)\s?(?:の?(?:フレンド|id|名前|アカ)|で|に|:| (?:id|name|friend|handle|account))|\bon (?:psn|vrchat|steam|element|wire|session)\b|/element\b|\bthe (?:element|wire|session|briar|jami) (?:app|messenger)\b",
        r"(?i)(?:chat|messaging|messenger) app|チャットアプリ|メッセージアプリ|\bsignal\b|シグナル|\bviber\b|バイバー|メッセンジャーアプリ|(?:別|他|ほか|外|よそ)の?(?:アプリ|チャット|sns|サービス|ツール)|どの(?:アプリ|sns)|連絡用の?(?:id|アカウント)|snsの|snsで|(?:other|another|different) app|\beverywhere\b|マストドン|ますとどん|ブルースカイ|スレッズ|\b(?:threema|mastodon|bluesky|threads|snapchat|tiktok)\b",
    ),
}


def either_kana(words: str) -> str:
    """Plain alternatives, each kana in both scripts."""
    return "".join(
        [
            f"[{c}{in_hiragana(c)}]" if in_hiragana(c) != c else f"[{c}{in_katakana(c)}]" if in_katakana(c) != c else c
            for c in words
        ]
    )


#: What may break a name, and what may stand for its last kana.
_BREAK = " -_.*/|,'~+=:　・／"
_HOLE = "*_○◯〇●◎＊★☆※✕✖×◆◇■□△▲"


def _any_of(characters: str) -> bytes:
    """One of them, over bytes."""
    return b"(?:" + b"|".join([re.escape(c.encode()) for c in characters]) + b")"


def _letter(c: str, *, masked: bool) -> str:
    """A letter of a name and what may stand for it, one character each."""
    forms = dict.fromkeys([c, in_hiragana(c), *described.DRAWN_LIKE.get(c, ""), *("－—" if c == "ー" else "")])
    if masked:
        forms |= dict.fromkeys([*_LEET.get(c, ""), *"*!#○★☆"])
    return "".join(forms)


#: A Latin name no longer than this is read with one letter masked at most.
_PLAIN_LENGTH = 5


def _letters(name: str) -> list[str]:
    """What may stand for each letter of a name."""
    masked = name.isascii() and len(name) > _PLAIN_LENGTH
    return [_letter(c, masked=masked and at > 0) for at, c in enumerate(name.lower())]


def _loosely(names: list[str]) -> tuple[str, ...]:
    """Names that may be broken between any two letters, or whose last kana may be masked."""
    broken = [
        f"[{re.escape(_BREAK)}]?".join([f"[{re.escape(letters)}]" for letters in _letters(name)])
        for name in names
        if services.broken_in_two(name)
    ]
    masked = [
        either_kana(name[:-1]) + f"[{re.escape(_HOLE)}]" for name in names if not name.isascii() and len(name) > 2
    ]
    return tuple([f"(?i){pattern}" for pattern in (*broken, *masked)])


def _loosely_bytes() -> list[bytes]:
    """The same of every service, over bytes."""
    between, hole = _any_of(_BREAK) + b"?", _any_of(_HOLE)
    broken = [
        between.join([_any_of(letters) for letters in _letters(name)])
        for name in _NAMES
        if services.broken_in_two(name)
    ]
    kana = [form for name in _NAMES if not name.isascii() and len(name) > 2 for form in (name, in_hiragana(name))]
    return [*broken, *[re.escape(form[:-1]).encode() + hole for form in kana]]


def _described(kind: str) -> tuple[str, ...]:
    """What is said of a service, near a word for an app."""
    if kind not in described.MARKS:
        return ()
    marks = "|".join([re.escape(mark) for mark in described.MARKS[kind].split("|")])
    english, app = described.MARKS_EN[kind], described.APP_EN
    return (
        f"(?i)(?:{either_kana(marks)})[^。\n]*(?:{either_kana(described.APP)})",
        rf"(?i)\b(?:{english})\b[^.\n]*\b(?:{app})|\b(?:{app})s?\b[^.\n]*\b(?:{english})\b",
    )


def _translated(kind: str) -> tuple[str, ...]:
    """What a service's name means, near the word for another language."""
    words = services.TRANSLATED.get(kind)
    return (f"(?i)(?:{either_kana(words)}).{{0,6}}(?:英語|英訳|英単語|english)",) if words else ()


def _in_other_signs(kind: str) -> tuple[str, ...]:
    """A name in kanji of the same sound, told letter by letter, or in romaji; and one in the name of a file."""
    alike = [
        either_kana(re.escape(name)).replace("\\(", "[(（]") for name in puns.ALIKE.get(kind, "").split("|") if name
    ]
    apart = [either_kana(form) for form in puns.told_apart(kind)]
    filed = [rf"{name}[_-](?:no_id|id|aidi|namae|find|add|wa|ha)" for name in services.NAMES[kind] if name.isascii()]
    half = [form for form in (puns.half_written(kind),) if form]
    return tuple(
        [f"(?i){'|'.join(forms)}" for forms in (alike, apart, filed, [either_kana(form) for form in half]) if forms]
    )


#: Signs of each service, by the name of its kind.
SERVICES: dict[str, tuple[str, ...]] = {
    kind: (
        *hints,
        *_described(kind),
        *_translated(kind),
        *_in_other_signs(kind),
        *_loosely([name for name in _NAMES if name in services.NAMES[kind]]),
        *([plainly] if kind != "other" and (plainly := _plainly(kind)) != "(?i)" else []),
    )
    for kind, hints in _HINTS.items()
}
#: A name of any service with one letter masked, or set apart.
MASKED = (
    rf"[A-Za-zぁ-ゖァ-ヶー]{_MASK}[A-Za-zぁ-ゖァ-ヶー]|[ァ-ヶー]{{2}}[○◯〇●]|(?:^|[^ァ-ヶー○◯〇●])[○◯〇●][ァ-ヶー]{{2}}",
    r"(?:[ぁ-ゖァ-ヶー][ /／・･\-_.*|~]{1,3}){2}[ぁ-ゖァ-ヶー]",
)
#: A token that could be a handle: parts joined by _ . - or letters with digits.
FORMED = (
    r"(?i)[a-z0-9]{1,30}_[a-z0-9]|[a-z]{2,30}[.\-][a-z0-9](?:[a-z0-9]|[.\-][a-z])|[a-z]{3,30}[0-9]|[0-9][a-z]{3}|[a-z]{3,}_|#[0-9]{4}",
)
LATIN = (r"(?i)[a-z]{4}",)
SEEK = (
    r"(?i)検索|追加|探して|フォロー|友だち|友達|そこで|そっちで|あっちで|my (?:id|handle|name|account|username)|\b(?:search|look (?:me )?up|find me|add me|follow|is me|over there|dm me|message me|ping me|type)\b",
)

#: Wordings of conduct.
_ASKED = r"(?:教|おし|聞|うかが|伺|いただ|頂|もら|くだ|下さ|くれ|ほし|欲し|願|ねが|送|交換|いい|よろし|あり(?:ます|ません)|ある|お持ち|書|記入|入力|どちら|知り|伝|渡)"
_PROPOSED = (
    r"(?:ません|ませんか|ましょ|たい|いかが|どう|くだ|下さ|願|でき|助か|便利|早い|楽|うれし|嬉し|ますか|ます|よう)"
)
TOPIC = (
    rf"(?:番号|電話|携帯|メール|アドレス|アカウント|チャット|(?i:\b(?:id|dm|sns|tel|e-?mail|mail|address|phone|number)\b)|名前|住所|手段|方法).{{0,14}}{_ASKED}",
    r"(?:電話|通話|メール|チャット|DM|ＤＭ|会議|グループ|個別|個人的|別|他|ほか|外|そっち|あっち|「外」|窓口|オープンチャット).{0,12}(?:やりと|やり取|話|連絡|相談|打ち?合|移|つなが|繋が|進め|続|かけ|待|参加|入っ|来て|来な|ご案内|お付き合い)",
    r"連絡(?:先|手段|方法|ツール)|メアド|直通|サイト(?:の)?外|外部(?:の)?(?:チャット|ツール|サービス|連絡)|ここ以外|こちら以外|(?:そちら|別|気楽).{0,8}(?:話|窓口|やりと|連絡)|目(?:が|の)届か|間に(?:誰|人)|仲人|顔を合わせ|QR|ＱＲ|別アカ|検索(?:して|し|いただ|くだ|すれ|の上|のうえ)|誰(?:に)?も(?:見|読)|見られ|監視|通知(?:が)?来な|検閲|書けな|書きに|言えな|言いに|はじかれ|弾かれ|消され",
    r"(?:返却|返送|送り先|着払い|郵送|届け|自宅|私).{0,40}住所は|本名|実名|氏名|フルネーム|本当の(?:お)?名前|ご?自宅|お住まい|実家|前職|勤務先|勤め|(?:前|以前|今)の(?:会社|職場)|会社名|身分証|免許証|マイナンバー|生年月日|在籍|勤務して",
    r"(?i)\b(?:your|ur|my|an|some|any|best|another|direct|personal|private|good|a|other)\s(?:\w+\s)?(?:number|e-?mail|mail|address|handle|contacts?|id|username|account name|phone|cell|mobile|socials|inbox|digits|way to reach)\b|\b(?:what|which) (?:number|e-?mail|address|handle)\b|\breach (?:me|you|us)|\bget (?:in touch|hold)|contact (?:info|details|number)",
    r"(?i)\b(?:real|full|legal|actual|birth) (?:legal )?name|surname|(?:home|street|mailing|postal|shipping) address|where (?:do )?you live|employer|passport|which company|who (?:did|do) you work|date of birth|company you (?:last )?work|last worked|i (?:used to )?work(?:ed)? (?:at|for)|before this i|name (?:is )?on your",
)
#: Wordings of a deal, a payment or a meeting outside.
DEAL = (
    r"(?i)\b(?:paypal|venmo|zelle|cash ?app|western union|usdt|bitcoin|crypto)\b",
    r"(?:直接|個人間|じか|ちょく|直).{0,16}(?:取引|取り引き|契約|依頼|頼|振|払|送金|発注|雇|受|やり|願|いただ|渡|会|話|現金|お支払|値|安|お仕事|ご注文)|(?:サイト|ここ|こちら|仲介|中間|間に?).{0,8}(?:通さ|介さ|挟ま|はさま|抜き|抜い|使わ|経由|外|卒業|離れ|抜け|飛ば|なし|無し|じゃな)|中抜き|手数料|利用料|マージン|仮払い",
    rf"(?:振込|振り込|口座|送金|(?i:paypay|paypal|venmo|zelle|wise|usdt|crypto|bitcoin)|ペイペイ|ペイパル|d払い|現金|手渡し|アマギフ|ギフト(?:券|カード)|仮想通貨|ビットコイン|キャッシュ).{{0,24}}(?:{_ASKED}|{_PROPOSED}|払|送|お?渡)",
    r"(?:会(?:って|い|え|お|う)|対面|お茶|ごちそう|ご馳走|おごら|喫茶|カフェ|ランチ|飲みに|一杯|食事|ご?飯|事務所|弊社まで|お越し|待ち合わせ|駅前).{0,20}(?:ません|ましょ|いかが|どうです|どうで|歓迎|させて|お話|打ち合|渡し|くれ|もら|てもろ|お願|ください|話せ|だめ|可能です)",
    r"紙の契約|裏(?:で|取引)|こっそり|内緒で|キャンセル(?:扱い|して|にし|を).{0,20}(?:直|個人|払|外|改|進)|専属|お得意|(?:次|今度|以降|今後|回目).{0,12}(?:直接|外|サイト|ここ|個別)|契約書を|二人で|割引|値引",
    r"お互い(?:が|に|の)?(?:得|損|ため)|もったいな|顔の見える|昔ながら|水面下|非公式|表(?:には|に)出|最初(?:の|だけ)(?:ご縁|一回|一度|こちら|だけ)|ここだけ|人目|気兼ね|気楽に|(?i:less official|nosy|watched|audited|monitored|moderated|off the record|quieter|on this page|behind the scenes|nobody else|no one else|more private|another arrangement|other arrangement|only inbox|prying|eyes on)",
    r"(?i)elsewhere|privately|in private|somewhere (?:else|private|quiet)|off[- ](?:the |this )?(?:site|platform|app|books|here)|outside (?:of )?(?:the|this|here)|\bdirect(?:ly)?\b|\bfees?\b|commission|middle ?m[ae]n|escrow|\bcash\b|\bwire\b|\bbank\b|\biban\b|straight to|face to face|in person|\bmeet(?:ing)? (?:up|for|you|me|at|in|near|when)|\b(?:coffee|lunch|dinner|drinks?) (?:with|and|to|at|on|near|some|this|next)|between us|another (?:app|channel|platform|way)|by phone|over the phone|phone call|voice call|video call|on a (?:quick )?call|quick call|hop on|call (?:me|you)|text (?:me|you)|e-?mail (?:me|you)|message me|dm me|\bdms?\b|group chat|my (?:own )?(?:site|website|server|workspace|channel|page)",
)
#: Characters that hide others: invisible, enclosed, mathematical, look-alike, half-width, of other scripts.
ODD = (
    r"[^\s\x{1f000}-\x{1faff}\x{2600}-\x{27bf}][\x{00ad}\x{034f}\x{061c}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{0300}-\x{036f}\x{1ab0}-\x{1aff}\x{1dc0}-\x{1dff}\x{20d0}-\x{20ff}\x{3099}\x{309a}\x{e0000}-\x{e007f}\x{e0100}-\x{e01ef}]",
    r"[\x{2680}-\x{2685}\x{20e3}\x{2460}-\x{24ff}\x{2776}-\x{2793}\x{3248}-\x{325f}\x{32b1}-\x{32bf}\x{1d400}-\x{1d7ff}\x{1f100}-\x{1f1ff}\x{1fbf0}-\x{1fbf9}\x{1f51f}]",
    r"[\x{ff21}-\x{ff3a}\x{ff41}-\x{ff5a}\x{ff66}-\x{ff9f}\x{ffe0}-\x{ffee}]",
    r"[\x{00b2}\x{00b3}\x{00b9}\x{2070}-\x{2079}\x{2080}-\x{2089}\x{1d00}-\x{1d7f}\x{0250}-\x{02af}\x{00c0}-\x{024f}\x{1e00}-\x{1eff}\x{a640}-\x{a69f}\x{a720}-\x{a7ff}]",
    r"[\x{0370}-\x{03ff}\x{0400}-\x{052f}\x{0530}-\x{058f}\x{0660}-\x{0669}\x{06f0}-\x{06f9}\x{0966}-\x{096f}\x{09e6}-\x{09ef}\x{0e50}-\x{0e59}\x{0ed0}-\x{0ed9}\x{1040}-\x{1049}\x{17e0}-\x{17e9}\x{1810}-\x{1819}\x{13a0}-\x{13ff}\x{16a0}-\x{16ff}\x{a4d0}-\x{a4ff}\x{1401}-\x{167f}]",
)

#: What tells how to work out a number.
PUZZLE = (
    r"(?i)[A-Za-z○〇×\x{1f300}-\x{1faff}\x{2600}-\x{27bf}]\x{fe0f}?[」』'\")]?\s?(?:は|が|＝|=|is|are|stands for|means)\s?(?:all |always |an? )?(?:ゼロ|零|いち|に[、。]|さん|よん|し[、。]|ご[、。]|ろく|なな|はち|きゅう|く[、。]|イチ|ニ|サン|ヨン|ゴ|ロク|ナナ|ハチ|キュウ|zero|one\b|two\b|three|four|five|six\b|seven|eight|nine)",
    rf"(?:(?:は|が|＝|=|\bis){_FIGURE}[^0-9０-９。\n]{{1,12}}){{2}}|(?i:(?:\b[a-z]{{1,8}} (?:is|=) [0-9],? (?:and )?){{2}})",
    r"(?i)number row|qwerty|top row|[列段行]|シフト|\bshift|clock|時計|キーボード",
    rf"{_FIGURE}{{2}}[-. )）ー－]{{0,2}}[*#?_xX＊＃？★☆●○◯〇□■△▲▽▼◆◇♪♡♥※×✕✖_]{{1,4}}(?:[-. )）ー－]{{0,2}}{_FIGURE}|[^A-Za-z0-9]|$)|[*#?_xX＊＃？★☆●○◯〇□■△▲◆◇♡♥※×✕✖]{_FIGURE}{{1,3}}[*#?＊＃？★☆●○◯〇□■△▲◆◇♡♥※×✕✖-]",
    r"(?:[0-9][^0-9\s]{1,6}){9}[0-9]|(?:[0-9][._/,:|-]){9}[0-9]",
    r"(?i)\b(?:skip|ignore|strip|leave out|filter out|disregard) (?:the|every|all|any|each|what)|聞き流|読み飛ば|口ぐせ|口癖|合いの手|(?:星|印|記号|マーク|スター|シャープ|プラス|アスタリスク)(?:は|を)(?:全部|すべて|ぜんぶ)?(?:無視|飾り|ただの|抜|除|飛ば|読ま|気に)|(?:isn't|not) a (?:digit|number)|(?:digits|numbers|figures) only|(?:only|just) the (?:digits|numbers|figures)|数字(?:だけ|のみ)",
    r"(?i)キーパッド|テンキー|プッシュ(?:ボタン|ホン)|ダイヤル(?:画面|ボタン|キー|パッド|の)|電話機?の(?:ボタン|キー|文字|数字)|\bkey ?pads?\b|dial ?pad|phone pad|touch-?tone|phone (?:keys|buttons|letters)|vanity",
    r"(?i)(?:全部|すべて|全て|各|それぞれ|一つ|ひとつ|1つ|どの|どれも)[のはずを]?.{0,3}(?:桁|数字|ケタ|けた)|(?:each|every|all (?:of )?the|all) (?:\w+ )?(?:digit|figure|number)s?|から(?:それぞれ|各)?引",
    r"(?i)鏡|右端|右から|(?:反対|逆)に(?:並|書|打|読)|mirror|backward|revers|right to left|from the (?:right|end|back)|flip|back to front|end to start",
    r"数字に(?:直|変|し|す|読|なお)|ポケベル|鳴き声|数字で(?:押|打|読)|交互|(?i:alternat)|[0０〇零][5-9５-９五六七八九][0０〇零](?:[^0-9０-９].*)?[「『]",
    rf"(?i)(?:\bplus|プラス|国番号は?|country code(?: is)?)[ 　]?{_FIGURE}{{1,3}}[^0-9０-９%％]|\bplus (?:sign )?(?:in front|first|before)|(?:前|頭)に(?:プラス|[+＋])|[0-9０-９][^。]{{0,8}}頭は",
    r"[五六七八九]十[^。\n]{0,16}千[一二三四五六七八九十百]{1,6}[^。\n千]{0,10}千",
    r"(?i)(?:[0-9]{3,4}[-. ]){2}[0-9]{4}[^0-9]{1,60}(?:逆で|間違|まちが|誤り|訂正|ではなく|じゃなく|正し|wait|flipped|swapped|transposed|typo|scratch|correction|i mean|should (?:be|read)|oops|make that|wrong|mist)",
    rf"(?:の前|の頭|手前)に[0０]|(?:の前|の頭|手前)に.{{0,16}}(?:{_FIGURE}{{3}}|ゼロ)|(?i:in front|before (?:that|it|them)|goes first)",
    r"(?i)(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|triple|double)s?[-, ]{1,2}(?:an? |and )?){2}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)",
    rf"(?:(?:{_STRONG})[ー、, ・]{{0,3}}(?:ええ?と|えっと|えーと|うーん|あの|その|切って|区切|はい|um|uh|er))",
)

#: What may open or rule off a text that is quoted.
QUOTED = (r"[「『“\"`>＞|│【<]|[-―─—=＝*_~…・]{3}",)

#: Only with a history: what may be a piece of a number, of a name or an address, or the answer to a request for one.
_DIGIT_WORD = "ゼロ|ぜろ|きゅ|キュ|はち|ハチ|ろく|ロク|なな|ナナ|よん|ヨン|さん|サン|いち|イチ|ごー|ゴー|にー|ニー|zero|one|two|three|four|five|six|seven|eight|nine"
PIECE_OF_NUMBER = (
    rf"{_FIGURE}{{2}}(?:$|[^0-9０-９円万億件枚個名人度%％歳代点話章条回段位頁桁])",  # what is counted there is no piece
    rf"(?:[{''.join(digits.KANJI)}]|{_DIGIT_WORD}){_GAP}{{0,3}}(?:[{''.join(digits.KANJI)}]|{_DIGIT_WORD})",
)
PIECE_OF_NAME = (
    r"(?i)\.(?:com|jp|net|org|me|io)\b|google|gmail|グーグル|ジーメ|じーめ|yahoo|ヤフー|やふー|outlook|アウトルック|icloud|アイクラウド|\bgです|\bgの|^\s*[a-z0-9][a-z0-9._\-]{1,24}\s*(?:です|だよ|で|と|$|[。.!！♪,、])|^\s*[@_.\-]?[a-z0-9][a-z0-9._\-]{1,24}|co\.jp|ne\.jp|dot com|ドットコム|サービス名|\burl\b|前(?:が|は|に)\s?[a-z0-9]|at sign|[a-z0-9]\s?と\s?[@＠]|[a-z0-9]\s?です[（(]アット",
    *FORMED,
    r"(?i)^\s*/?j/[0-9]|[a-z]{4,30}[._-][a-z0-9][」』\"')]?\s?(?:です|だよ|さん|様|って|という|を|で[、。])",
)

#: Words that change what was shown before, point at it or choose of it.
REVISES = (
    r"ではなく|じゃなく|[でじ]ゃ?はない|間違|まちが|訂正|誤[りり字記]|正しくは|タイプミス|末尾|最後|お尻|おしり|語尾|下[0-9０-９一二三四]桁|を.{0,12}[にへ](?:替|換|変|直|書|置|し|差|か|な)|→|付[いけきく]|つ[いけきく]|足[しす]|くっつ|を(?:取|と|除|抜|外|は|消|省)|なし|抜き",
    r"正解|合って[いまる]|その(?:通|とお)り|同じ|おなじ|同名|共通の|まま|(?:[このそ]|こち)[のら]の?(?:名前|表示名|ハンドル|アカウント|ユーザー名|番号|アドレス|(?i:id))|そのあと|その後|続き|つづき|残り|後者|前者|[1-3１-３一二三]つ[目め]|[1-3１-３一二三]番目|[ひふみっ]+つ[目め]|真ん中|まんなか|の(?:ほう|方)|[A-Ca-cＡ-Ｃ]で|それで|そこ[でに]",
    r"(?i)\b(?:typo|mistyped|mistake|wrong|oops|correction|should (?:be|read|have)|change|replace|swap|switch|last|final|ends?|at the end|append|glue|stick|tack|attach|plus|followed by|same|identical|likewise|(?:that|this) (?:name|handle)|without|minus|drop|lose|latter|former|first|second|third|middle|one with|option|starts?|(?:yes|yep|yeah),? that|exactly|correct\b|(?:it|that|one)(?:'s)? (?:still |is )?(?:works|reaches|me|mine|rings))\b|->|=>|\bnot (?:an? |the )?[a-z0-9_.\-]*[0-9_.]|\bnot (?:an? |the )?[a-z]\b|\b(?:add|put|with) (?:an? )?[a-z0-9_.\-]*[0-9_]|^\s*\*",
)
#: A plain word is called somebody's name, or the beginning of one.
NAMED = (
    r"(?i)[a-z]{3}[」』\"')]?\s?(?:さん|様|と申|という(?:名|者)|って(?:名前|いい)|まで(?:は|が|で|聞|言)|(?:から|で)(?:始|はじ))|(?:ユーザー名|アカウント名?|表示名|ハンドル名?|名前)[^\n。]{0,10}[a-z]{3}",
    r"(?i)\b(?:account|username|handle)(?: [a-z]+){0,4} is\b|\bcalls? me\b|\bknown as\b|\b(?:starts?|begins?) with\b",
)
#: So many figures with little between: a number that is shown whole.
WHOLE_NUMBER = (rf"(?:{_FIGURE}(?:{_GAP}{{0,3}})){{9}}{_FIGURE}",)

#: A message that ends with the host of an invitation, or its first part.
LINK_BEGUN = (
    r"(?i)(?:lin\.ee|line\.me|t\.me|wa\.me|m\.me|discord\.gg|slack\.com|zoom\.us|kakao\.com)[/a-z0-9~]*\s*(?:\n|$)"
)


def _bytes(*words: str) -> list[bytes]:
    """Words as patterns over UTF-8, each kana word in both scripts."""
    forms = [form for word in words for form in (word, word.translate(_TO_HIRAGANA))]
    return [re.escape(form.encode()) for form in dict.fromkeys(forms)]


_DIGIT = rb"(?:[0-9]|\xef\xbc[\x90-\x99])"
_KANJI_ALONE = b"(?:" + b"|".join(_bytes(*digits.KANJI, *digits.ZEROS, "十")) + b")"
_KANJI_DIGIT = b"(?:" + _KANJI_ALONE + rb"|[0-9Oo]|\xef\xbc[\x90-\x99])"
_JAPANESE = (
    "電話 でんわ 番号 携帯 ケータイ メール アドレス メアド 連絡先 連絡手 連絡方 連絡ツ アカウント 住所 本名 実名 氏名 フルネーム 前職 勤務 勤め 会社名 社名 前の会社 身分証 免許 お住まい 自宅 実家 在籍 直接 "
    "個人間 通さ 介さ 挟ま 抜き 抜い 手数料 利用料 仮払 振込 振り込 口座 送金 現金 手渡 ギフト 仮想通貨 ペイペイ ペイパル 会って 会いま 会いた お会い 会えま 会えれ 対面 お茶 喫茶 ランチ ごちそう ご馳走 おごら 一杯 飲みに "
    "紙の契約 契約書 裏で 裏取引 こっそり 内緒 キャンセル扱 キャンセルし キャンセルに 専属 お得意 卒業 外で 「外 別の 別アカ 他の連絡 ほかの連絡 ここ以外 こちら以外 そっち あっち 個別 個人的 プライベート 監視 検閲 はじかれ 弾かれ "
    "消され 書けな 書きに 言えな 見られ 通知が来な 通知来な 検索 直通 窓口 通話 会議 ショートメ かけて 発信く 発信して 刻印 かなキー かな入力 テンキー 数字譜 鳴ら 鳴り 鳴る 友だち 友達追 友達登 オープンチャット サイト外 外部 アットマーク アット どっと ドット ジーメ "
    "ヤフー ドコモ アンダーバー アンダースコア 下線 ハイフン ローマ字 英字 アルファベット くるくる ぐるぐる 丸に まるに もったいな 顔の見 昔ながら 水面下 非公式 お互いが お互いに 人目 気兼ね 気楽に ハッシュ 井桁 シャープ 緑 みどり "
    "グリーン 黄色 赤い 青い あおい 水色 紙飛行機 国産 微信 爺 囲んだ くるん くるり 逆 ひっくり返 後ろは うしろは いつものg いつものG はい、g はい、G 有名な検索 検索サイト グーグル アイクラウド アウトルック ホットメ ニフティ "
    "市外局番 QR チャットw チャットW チャッ… エックス 顔本 メッセンジャー インスタ スラック ズーム カカオ ディスコ ライン らいん 線のアプリ 既読 ゼロ ぜろ まるきゅう レイキュウ れいきゅう ごちそう 割引 値引 お安く 二人で 手段 名前を お名前 生まれた "
    "つなげ 数字だけ 头 电话 手机 グループ通話 【at 【AT ＜アット 点） 線を英語 チームズ ミーティング 回目以降 次回から 次から 今後は 以降は 足し 送り先 カメラの 吹き出し 右から 有名な会社 そちらで 目が届 目の届 間に誰 仲人 顔を合わせ 気楽 振り仮名 縦読 たて読 宛で 宛に 宛まで ヤフメ 例のマーク 爺さん Gのやつ gのやつ 頭だけ 頭文字 行頭 各桁 ひとつずつ 一つずつ 1ずつ １ずつ ドレミ 音階 デコード エンコード ベース64 16進 十六進 二進 2進 头 アプリ エルアイエヌイー コンタクト申請 コンタクトI チワーク チャワーク フレンドコード 連絡用 外のチャ 別のチャ どのSNS SNSの SNSで マストドン ブルースカイ スレッズ シグナル 连 Zoomで Zoomに Zoomを Zoomか Zoomと Meetで Teamsで Teamsを Skypeで PayPay"
)
#: "_" stands for a space.
_ENGLISH = (
    "big_g mailbox local_part _domain_ goes_before comes_before before_it our_site -at- *at* /at/ google's apple_cloud apple_mail me.com decod encoded base-64 each_digit every_digit %30 0x3 \\x sky- sky_blue mail_address company_you last_worked _hash, _hash. red_one red_icon red_mark red_logo red_check with_the_red trio_ slack lin[ linドット discord_ドット x.com/ &# %40 ka-ka ka_ka bunny _bear_ phone telefon telepon mobile cell_ _cell number e-mail email address contact reach_me reach_you reach_us call_me call_you text_me text_you ring_me _dial whatsapp what's_app skype line: line_id line_is line_@ _line_app chatwork discord telegram wechat weixin kakao "
    "instagram facebook messenger twitter tweet elsewhere privately in_private somewhere_ off-platform off_platform off_the_site off_site off_the_app off_here outside_of_th outside_th outside_here direct_ directly _fee_ _fees commission middlem middle_m escrow _cash _wire _bank iban paypal venmo zelle usdt crypto bitcoin "
    "straight_to in_person face_to_face meet_up meet_for meet_you meet_me meet_in_ meet_near meet_when meet_at coffee_with coffee_and coffee_to coffee_at coffee_on coffee_near coffee_some coffee_this coffee_next lunch dinner_ drinks_ between_us another_app another_channel another_platform another_way voice_call video_call quick_call hop_on message_me dm_me _dms chat_app messag group_chat my_site my_website "
    "my_server workspace real_name legal_name full_name surname where_do_you_live home_addr employer employed passport which_company who_did_you date_of_birth used_to_work worked_at worked_for before_this_i less_official nosy watched audited monitored moderated quieter nobody_else no_one_else prying eyes_on only_inbox your_inbox "
    "behind_the_scenes on_this_page green_ paper_plane paper_air blue_ red_chat red_tool red_app yellow_ purple_ hashtag gmail g-mail g_mail yahoo outlook icloud hotmail proton fastmail docomo ezweb nifty google_ microsoft_ rot13 rot-13 base64 .join( concat backward revers acrostic first_letter initials each_line ur_insta your_insta atto_ma _atto_ _dotto_ jiimee jimee _dot_ (dot "
    "(at [at [dot <at <dot {at _at_sign _at_mark socials handle_ username zero_ double_ triple_ five-_ _hundred .me/ .gg .ee/ .cid. live: /contact /inquiry forms.gle calendly cal.com linktr lit.link lin.ee line.me t.me t[.]me wa.me meet.google teams. webex whereby hxxp my_id my_handle search_for search_my find_me add_me look_me "
    "drop_me add_your send_your tell_me_your give_me_your share_your give_us_your what_number which_number between_ourselves come_to_me without_th skip_the save_on my_own_ round_a_ _signal viber _zoom dot_com area_code _tg_ _tg. _ig_ _fb_ _wa: _x_dm on_x, on_x. eye-n l_as_in the_s-word japan_uses _cw_ _vx _wx bird_app photo_app "
    "out_the_middle work_something work_things cut_out bypass_ dodge_ ring_it buzz_ this_chat this_site this_platform this_page the_platform the_site strip_the swap_ stand_in stands_for l-i-n-e c/w c.w. other_app another_app different_app everywhere signal threema mastodon bluesky _threads snapchat tiktok"
)


#: Services in other scripts and by sign, names of signs, words of codes; "_" stands for a space.
_FURTHER = "らいーん らい〜ん らーいん チャワの チャワで チャワは 宛名は Gの普通 Gのいつも Gの無料 fromcharcode chr(64 line_._me lin_._ee hot_one (full_stop apple_one fruit_one monkey) line[ (てん （てん 斜線 鳴門 単価記号 カタツムリ 丸いa 丸の中のa 丸で囲んだa 13文字 １３文字 アスキー トンツー モールス 電信 ヘボン 前半分 りんごの会社 検索の会社 赤いY commercial_a monkeytail monkey_tail curly_a arobase &commat fruit_company search_company atob( 라인 디스코드 텔레그램 电报 電報アプリ 위챗 微訊 카톡 카카오 인스타 🟩💬 🟢💬 💚💬 💬🟩 💬🟢 💬💚 🟥💬 🔴💬 🎮💬 🟪💬 🟣💬 💜💬 🟨💬 🟡💬 💛💬 ✈️💬"


def talk() -> list[tuple[bytes, bool]]:
    """Words in which conduct is worded, by what training sentences need, over bytes, each with whether case matters not.

    A pattern each: Hyperscan looks for plain words faster by themselves than in alternations, and for kana without caring
    for case faster still.
    """
    japanese = [(word, bool(_LATIN_LETTER.search(word))) for word in _bytes(*conduct_signs.JAPANESE)]
    return japanese + [(rb"\b" + re.escape(word).encode() + rb"\b", True) for word in conduct_signs.ENGLISH]


_LATIN_LETTER = re.compile(rb"[A-Za-z]")


def _together(words: list[bytes]) -> list[bytes]:
    """Alternations of so many words that Hyperscan takes each: longer patterns it refuses."""
    return [b"|".join(words[at : at + _TOGETHER_MOST]) for at in range(0, len(words), _TOGETHER_MOST)]


def _described_bytes(kind: str) -> list[bytes]:
    """What is said of a service, near a word for an app, over bytes."""
    marks, app = _bytes(*described.MARKS[kind].split("|")), _bytes(*described.APP.split("|"))
    english, app_en = described.MARKS_EN[kind].encode(), described.APP_EN.encode()
    return [
        b"(?:" + b"|".join(marks) + b")[^\n]*(?:" + b"|".join(app) + b")",
        rb"\b(?:"
        + english
        + rb")\b[^.\n]*\b(?:"
        + app_en
        + rb")|\b(?:"
        + app_en
        + rb")s?\b[^.\n]*\b(?:"
        + english
        + rb")\b",
    ]


def _told_apart_bytes(kind: str) -> list[bytes]:
    """A name told by its letters or halves, over bytes."""
    both = {code: f"(?:{chr(code)}|{chr(hiragana)})" for code, hiragana in _TO_HIRAGANA.items()}
    return [
        b"(?:^|[^a-z])(?:" + form.translate(both).replace(puns.BESIDE, r"[^\n]{0,24}?").encode() + b")"
        for form in puns.told_apart(kind)
    ]


#: In hiragana the end of many a word: くらいそう.
_ENDS_OF_WORDS = frozenset(["ライソ"])


def _half_written_bytes(kind: str) -> bytes:
    """A name half in kana and half in Latin letters, over bytes."""
    both = {code: f"(?:{chr(code)}|{chr(hiragana)})" for code, hiragana in _TO_HIRAGANA.items()}
    return puns.half_written(kind).translate(both).encode()


def look_alike_names() -> list[bytes]:
    """Latin service names with letters exchanged or left out, over bytes, to be read without regard to case."""
    return [
        re.escape(form).encode()
        for name in _LATIN_NAMES
        for form in (
            *_exchanged(name),
            *services.mistyped(name),
            *[form for before, behind in services.halves(name) for form in _exchanged(f"{before} {behind}")],
        )
    ]


#: Hyperscan takes patterns of some 16,000 bytes.
_TOGETHER_MOST = 200


def first() -> list[tuple[bytes, bool]]:
    """The patterns of the first gate over UTF-8 bytes, each with whether case matters not.

    Loose on purpose: single words and shapes, so that one cheap pass answers for most messages. What fires is looked at
    again with the signs above.
    """
    english = [re.escape(word.replace("_", " ")).encode() for word in _ENGLISH.split()]
    names = (
        _bytes(*_KANA_NAMES)
        + [re.escape(name).encode() for name in _LATIN_NAMES if name not in _AMBIGUOUS]
        + look_alike_names()
    )
    apart = [
        re.escape((form[0] + separator + form[1]).encode())
        for name in [*_KANA_NAMES, "ライン", "スラック"]
        for form in (name, name.translate(_TO_HIRAGANA))
        for separator in " ・／/-_.*|~"
    ]
    caseless = [
        b"|".join(_bytes(*_JAPANESE.split())),
        b"|".join(english),
        *_together(names),
        b"|".join(apart),
    ]
    caseless += [
        b"(?:(?:" + b"|".join([word.encode() for word in _LETTER.split("|")]) + b")[^A-Za-z0-9]{0,6}){4}",
        SPELLED[2].removeprefix("(?i)").encode(),
        rf"\b(?:(?:{_ENGLISH_LETTER})(?:, ?|-)){{3}}(?:{_ENGLISH_LETTER})\b".encode(),
    ]
    caseless += _loosely_bytes()
    caseless += [
        b"(?:"
        + b"|".join(_bytes(*words.split("|")))
        + b").{0,18}(?:"
        + b"|".join(_bytes("英語", "英訳", "英単語", "english"))
        + b")"
        for words in ("|".join(services.TRANSLATED.values()),)
    ]
    caseless += [b"|".join(_bytes(*[word.replace("_", " ") for word in _FURTHER.split()]))]
    caseless += [
        rb"[a-z]\xe2[\x98-\x9e].[a-z]|[\[({<](?:a t|d o t)[\])}>]",
        rb"[a-z0-9](?: |,|"
        + b"|".join(_bytes("、", "\u3000"))
        + rb"){0,2}(?:"
        + b"|".join(_bytes("ナルト"))
        + rb") ?[a-z]",
        rb"(?:[A-Za-z0-9._@](?:"
        + b"|".join([c.encode() for c in "★☆♪●○◆■"])
        + rb"|\xf0\x9f..|\xe2[\x98-\x9e].)(?:\xef\xb8\x8f)?){3}[A-Za-z0-9._@]",
        rb"[a-z0-9](?:\{[a-z ]{1,12}\}|<[a-z ]{1,12}>)[a-z0-9-]+\.[a-z]{2}",
        rb"(?:snail|swirl|whirlpool) [a-z0-9-]+ ?(?:\.|dot|period|full stop)|[a-z0-9]%2e[a-z]|=https?%3a|&(?:colon|period|lowbar|sol);|\n[.@]\n|u\+00[2-7]|(?:13|thirteen) (?:steps|letters|places)|morse|ascii|ham radio",
        rb"(?:^|[^a-z])(?:tg|ig|fb|dc|wx|insta|tele|disc)(?: ?[:=]| ?(?:"
        + b"|".join(_bytes("→", "：", "は", "で", "の"))
        + b"))",
        rb"(?:line|skype|discord|slack|telegram|insta|instagram|chatwork)[_-](?:no_id|id|aidi|namae|find|add|wa|ha)[_-]",
        rb"(?:^|[^a-z])(?:t|m|wa)\.me(?:[^a-z]|$)|\.(?:s[1|i][a4@]ck|sl[4@]ck|5lack)\.com|ko-fi\.com/|patreon\.com/|buymeacoffee\.com/|tayori\.com|padlet|profcard|etherpad|trello\.com|trello\[|notion\.site|linktr \. ee",
        rb"(?:psn|vrchat|vrc|steam) ?(?:id|friend|:)|on (?:psn|vrchat|steam|element|wire|session)(?:[^a-z]|$)|the (?:element|wire|session|briar|jami) app|book of faces|/element|durov",
    ]
    caseless += [pattern for kind in described.MARKS for pattern in _described_bytes(kind)]
    caseless += _together(
        [
            form
            for names in puns.ALIKE.values()
            for name in names.split("|")
            for form in ([re.escape(name).encode()] if name in _ENDS_OF_WORDS else _bytes(name))
        ]
    )
    caseless += [_half_written_bytes(kind) for kind in _HINTS if puns.half_written(kind)]
    caseless += [form for kind in puns.ALIKE for form in _told_apart_bytes(kind)]
    shapes = [
        rb"(?:" + _DIGIT + rb"[^0-9A-Za-z]{0,10}){6}" + _DIGIT,
        rb"(?:" + _DIGIT + rb"[^0-9]*){8}[0-9]",
        _KANJI_ALONE + rb"(?:[^0-9A-Za-z]{0,4}" + _KANJI_DIGIT + rb"){5}",
        rb"(?:[0-9OoIilSBZ|][^0-9A-Za-z]{0,3}){8}[0-9OoIilSBZ|]",
        rb"@|\xef\xbc\xa0",
        rb"LINE|LiNE|LInE|LINe|lINE|LiNe|[A-Za-z0-9](?: [A-Za-z0-9._@#:-]){3}|[A-Za-z](?:[\-.|,~*'/][A-Za-z0-9!]){3}|(?:\n[A-Za-z0-9._@-]){4}\n|(?i:chat[\x80-\xff*|~/+=]{1,3}work|face[\x80-\xff*|~/+=]{1,3}book)|(?:[.\-]{5}[ /|,]){2}",
        rb"[\xc3-\xe1]|\xe2\x9a[\x80-\x85]|\xf0\x9d|\xf0\x9f\x84|\xf0\x9f\x85|\xf0\x9f\x86|\xf0\x9f\x87|\xe2\x91|\xe2\x92|\xe2\x93|\xe2\x9d[\xb6-\xbf]|\xe2\x9e[\x80-\x93]|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xbf]|\xe2\x82[\x80-\x89]|\xe2\x83\xa3|\xe2\xa0\x80|\xc2\xad|\xc2[\xb2\xb3\xb9]|\xef\xbb\xbf|\xef\xbc[\xa1-\xba]|\xef\xbd[\x81-\x9a\xa6-\xbf]|\xef\xbe[\x80-\xa0]|\xe3\x85\xa4|[\x21-\x7e]\xef\xb8[\x80-\x8f]|\xe3\x82[\x99\x9a]|\xf3\xa0",
        rb"[A-Za-z\x80-\xbf](?:"
        + b"|".join([c.encode() for c in "○◯〇●◎＊★☆※✕✖×◆◇■□△▲♡♥"])
        + rb")[A-Za-z\xe3]|[A-Za-z][*#][A-Za-z]",
        rb"[a-z0-9._-]{3}(?:"
        + b"|".join([c.encode() for c in "★☆♪◎●○◆■▲"])
        + rb"|\xf0\x9f..|\xe2[\x98-\x9f].)[a-z0-9-]",
        (
            b"(?:(?:"
            + b"|".join([word.encode() for word in SAID_DIGITS])
            + rb")[^A-Za-z0-9]{0,6}){4}(?:"
            + b"|".join([word.encode() for word in SAID_DIGITS])
            + b")"
        ),
        rb"[0-9]-[A-Z]{3}|ID|[A-Za-z0-9] ?\xe7\x82\xb9 ?[A-Za-z]|(?:^|[^0-9])0[5-9]0(?:[^0-9]|$)",
        rb"(?i)red .*chat",
        b"(?:(?:" + b"|".join(_bytes("は", "が", "=", "＝")) + rb")[0-9][^0-9A-Za-z]{1,16}){3}",
        rb"(?i)[^a-z](?:(?:" + _WORD_FOR_DIGIT.encode() + rb")[ ,.\-]{1,2}){4}",
        b"(?:(?:" + "|".join(dict.fromkeys(" ".join(ciphers.SYLLABLES).split())).encode() + rb")[^0-9A-Za-z]{0,3}){5}",
        ("(?:" + _SOUND_FOR_DIGIT + ")(?:・|）・)(?:" + _SOUND_FOR_DIGIT + ")(?:・|（)").encode(),
        rb"(?i)(?:\b[2-7][0-9a-f][ ,:]){5}|(?:\b[01]{8}[ ,]?){5}|[A-Za-z0-9+/]{10}={1,2}|(?:%[0-9a-f]{2}){5}",
        rb"(?i)(?:\b(?:maru|rei|ichi|ni|san|yon|go|roku|nana|hachi|kyu+)\b[ ,.\-/]*){5}",
        rb"(?i)(?:\b(?:one|two|three|four|five|six|seven|eight|nine|oh|zero|double|triple)[ ,\-]+){2}(?:one|two|three|four|five|six|seven|eight|nine|oh|zero|double|triple|[0-9])",
        b"(?:" + b"|".join(_bytes(*digits.KANJI)) + b"){4}",
        rb"\xe5\x8d\x81.{0,48}\xe5\x8d\x83.{3,40}\xe5\x8d\x83",
        b"(?:(?:"
        + b"|".join(_bytes(*digits.KANJI))
        + b")[^A-Za-z0-9]{1,6}){5}(?:"
        + b"|".join(_bytes(*digits.KANJI))
        + b")",
    ]
    return [(pattern, True) for pattern in caseless] + [(pattern, False) for pattern in shapes] + talk()
