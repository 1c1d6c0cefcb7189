"""How people say @, a dot, an underscore; how they tell the reader to exchange one character for another."""

from __future__ import annotations

_OPEN, _CLOSE = r"[(\[{<「『【〔《〈（［｛＜«‹\"'“*~_-]", r"[)\]}>」』】〕》〉）］｝＞»›\"'”*~_-]"

#: Said in brackets these are always the sign, wherever they stand.
BRACKETED = {
    "@": rf"{_OPEN}{{1,2}}\s?(?:at|a t|a|@|アット(?:マーク)?|あっと|あと|アト|atto|AT|(?:この|ここの)?(?:間)?に?@|(?:(?:この|ここの)?間に|ここに)アット(?:マーク)?(?:を|が)?(?:入れ(?:る|て)?|入り(?:ます)?)?|かたつむり(?:の?マーク)?|単価記号|(?:that |the |an? )?(?:round|curly|swirly|circled|curled) (?:letter|a|sign|thing|one)|(?:小さい)?丸(?:い|に|で囲んだ)?a|猿(?:の?しっぽ)?|monkey(?:'?s)? ?tail)\s?{_CLOSE}{{1,2}}",
    ".": rf"{_OPEN}{{1,2}}\s?(?:dot|d o t|d0t|\.|・|ドット|どっと|点|てん|ここに\.|ここにドット|pt|point|period|full stop|ピリオド)\s?{_CLOSE}{{1,2}}",
    "-": rf"{_OPEN}{{1,2}}\s?(?:hyphen|dash|minus|ハイフン)\s?{_CLOSE}{{1,2}}|[(\[{{<]\s?-\s?[)\]}}>]",
    "_": rf"{_OPEN}{{1,2}}\s?(?:underscore|アンダーバー|アンダースコア|下線|_)\s?{_CLOSE}{{1,2}}",
    "/": rf"{_OPEN}{{1,2}}\s?(?:slash|スラッシュ|斜線|/)\s?{_CLOSE}{{1,2}}",
    "~": rf"{_OPEN}{{1,2}}\s?(?:tilde|チルダ|波線|にょろ|~)\s?{_CLOSE}{{1,2}}",
}
#: A domain follows a word that is only sometimes the sign.
_DOMAIN_AHEAD = r"(?=\s?[、,「\"']{0,2}\s?[a-z\d-]+[」\"']?[\s、,]{0,2}(?:\.|dot|full stop|period|ドット|点|てん|ぽち|ピリオド|[(（]))"
#: Said between two parts of an address or a handle. The longest comes first.
SPOKEN = {
    "@": rf"(?:(?<![a-z])(?:the|an?) )?(?:丸(?:い|の中の|で囲(?:んだ|った)|に)\s?(?:a|エー)|ぐるぐる(?:a|エー)?|なると|鳴門|単価記号|かたつむり(?:の?マーク)?|monkey ?tail|commercial a|curly a|snail|swirl|whirlpool|arobase){_DOMAIN_AHEAD}|"
    r"(?:いつもの|例の|普通の|ふつうの|半角の|本物の|おなじみの|ぐるぐるの|くるくるの|なるとの|丸い|まるい|小さい)\s?@(?=\s?[a-z])|(?<![a-z])atto(?![a-z])(?=\s(?:g ?-?mail|jii?meeru|ya(?:hoo|fuu)|outlook|autorukku|icloud|hotmail|[a-z\d-]+ (?:dotto|dot|ten) ))|"
    r"(?:アットマーク|アット|丸に?a)\s?(?:が|を)\s?(?:付|つ|入|はさ|挟)(?:い|け|れ|っ|ん)[てで]|(?:まる|丸)に?(?:小さい|ちいさい)?\s?a(?=[、,\s」]{0,2}\s?(?:グーグル|ジーメール|ヤフー|gメール|ホットメール|アウトルック|[a-z\d-]+\s?[、,]?\s?(?:\.|dot|ドット|点|てん)))|"
    r"(?:いつもの|例の|おなじみの)(?:記号|マーク)(?=、?\s?[a-z])|アットマーク|あっとまーく|アトマーク|アットサイン|アット|あっと|丸にA|まるにa|まるa|○にa|くるくるa(?:\(?@\)?)?|"
    r"ぐるぐるa|なるとのa|atto ?maa?ku|atmark|at[- ]?mark|at[- ]sign|at[- ]symbol|(?<=[a-z\d])\n@\n(?=[a-z\d])|(?<![a-z])at(?![a-z])(?=\s?[,\"'」』)>\]]?\s?(?:[a-z\d-]+\s?[,\"'」』)>\]]?\s?(?:\.|dot|[\"'「『(<\[]dot|ドット|どっと|点|てん)|g ?-?mail|yahoo|outlook|icloud|hotmail|proton|ジーメール|ヤフー|gメール|[^\x00-\x7f]))|%40|&#64;|&#x40;|&commat;|＠|@",
    ".": r"(?<=[a-z\d])\s?\+\s?\.(?=[a-z])|(?<=[a-z\d])\s?[·∙•・]\s?(?=[a-z])|(?<=[a-z\d]) \. ?(?=[a-z])|(?<=[a-z\d])\n\.\n(?=[a-z])|ぽちっ?(?=\s?[a-z])|ドット|どっと|dotto|(?<![a-z])dot(?![a-z])|(?<![a-z])(?:period|full stop)(?![a-z])|ピリオド|ぴりおど|(?<=[a-z\d][\s、,]?)点(?=[\s、,]?[a-zコこ])|(?<=あとに|後に|アトニ)点(?=[\s、,]?[a-z])|"
    r"(?<![ぁ-ん])てん(?=\s?[a-z])|(?<=[、,\s])てん(?=[、,\s]\s?(?:[a-z]|こむ|コム|ねっと|ネット|じぇーぴー|ジェーピー|こ))|%2e|&#46;|(?<=[a-z\d])。(?=[a-z])",
    "_": r"(?:下線|アンダーバー)を(?:引いて|入れて|つけて|付けて|挟んで|はさんで|打って)|下の棒|アンダーバー|アンダバー|アンダーライン|アンダースコア|あんだーばー|下線|したせん|andaa? ?baa|(?<![a-z])underscore(?![a-z])|(?<![a-z])underbar(?![a-z])",
    "-": r"ハイフン|はいふん|haifun|(?<![a-z])(?:hyphen|dash|minus)(?![a-z])|マイナス",
    ":": r"コロン|ころん|(?<![a-z])colon(?![a-z])",
    "/": r"(?<=gg|me|ee|com|us|gle)(?:\s/\s?|/\s)(?=[a-z\d])(?!(?:e-?mail|mail|tel|phone|id|line|cell|mobile)(?![a-z]))|スラッシュ|すらっしゅ|(?<=[a-z\d][、,\s]?)斜線(?=[、,\s]?[a-z\d])|(?<![a-z])(?:forward )?slash(?![a-z])",
}
#: Top-level parts said as words.
TOP_LEVEL = {
    "com": r"コム|こむ|komu|シーオーエム",
    "co": r"シーオー|しーおー",
    "jp": r"ジェーピー|じぇーぴー|ジェイピー|じぇいぴー|jeepii",
    "ne": r"エヌイー|えぬいー",
    "net": r"ネット|ねっと",
    "org": r"オルグ|おるぐ",
}
#: Mail providers by any name → the domain meant when none is given.
PROVIDERS = {
    "gmail.com": r"g ?メール|gめーる|ジーメール|じーめーる|じーめる|ジーメイル|爺.{0,6}メール|時ーメール|ゲーメール|グーグルメール|googlemail|jii?meeru|g-?mail|gee ?mail|"
    r"グーグルの(?:無料|普通|いつも)の?メール|グーグルのメール|グーグルの(?:アドレス|メアド)|googleの(?:アドレス|メアド|メール)",
    "yahoo.co.jp": r"ヤフーメール|やふーめーる|ヤフメ|yahoo ?メール|y!mail|ヤフー|やふー|yafuu|yahoo(?:! ?japan)?",
    "outlook.com": r"アウトルック|あうとるっく|outlook",
    "outlook.jp": r"outlook\.jp",
    "hotmail.com": r"ホットメール|ほっとめーる|hotmail",
    "icloud.com": r"アイクラウド|あいくらうど|icloud",
    "docomo.ne.jp": r"ドコモメール|ドコモの(?:メール|アドレス|普通の|いつもの)|ドコモ|docomo",
    "ezweb.ne.jp": r"イージーウェブ|ezweb",
    "softbank.ne.jp": r"ソフトバンクの(?:メール|アドレス)|ソフトバンク|softbank",
    "nifty.com": r"ニフティ|nifty",
    "protonmail.com": r"protonmail|プロトンメール",
    "proton.me": r"proton(?!mail)",
    "fastmail.com": r"fastmail",
    "me.com": r"(?<![a-z.])me\.com",
    "au.com": r"エーユーのメール|auのメール",
}
#: A provider that is described rather than named; a local part must stand in the same text.
DESCRIBED_PROVIDERS = {
    "gmail.com": r"いつものg(?![a-z])|gのやつ|gのあれ|グーグルのほう|グーグルの方|グーグルのもの|googleのもの|googleのほう|ググるメール|爺さん(?:の)?(?:メール)?|(?<![a-z])big g(?![a-z])|google's|google handle|googles mail|(?:世界一|世界で一番|一番)有名な検索(?:サイト|エンジン)|検索(?:大手|サイト|エンジン|会社)の(?:会社の)?メール|検索の会社のメール|(?<![a-z])search company(?:'s)? (?:mail|e-?mail)|"
    r"google (?:account|one|mail|address)|google's (?:free )?mail|グーグル(?:アカウント|のやつ|さん)|googleアカウント|googleのやつ|"
    r"the (?:usual )?google one|big search engine|search giant|頭文字がg|gから始まる|g ?の ?(?:メール|やつ|ほう|方)|検索(?:で|の)有名な(?:会社|サイト)|g\s?(?:で|から)始ま(?:って|り|る)、?\s?.{0,3}\s?mail(?:\s?で終わ)?|gの(?:普通|いつも|無料|定番|よくある)の?(?:やつ|ほう|方|メール|あれ)|グーグルの(?:無料|普通|いつも)の?(?:やつ|ほう|アドレス)|(?<![a-z])gです|はい、gです|みんなが使う(?:無料の)?メール",
    "outlook.com": r"microsoft(?:'s)? (?:free )?(?:mail|email)|マイクロソフトの(?:無料)?メール|展望[」』]?\s?(?:という意味|の英語|を英語)",
    "hotmail.com": r"(?<![a-z])(?:old|ancient|retro|the) hot one|(?:熱|あつ)いメール|hotなメール|ホットなメール",
    "yahoo.co.jp": r"赤いyの|紫のyの|ヤフ(?:ー|のほう)|やふー|y!",
    "icloud.com": r"(?:apple|リンゴ|りんご|アップル|林檎)の(?:メール|クラウド|アドレス|雲|icloud)|apple's (?:mail|cloud)|apple (?:cloud|mail)|(?:リンゴ|りんご|林檎)(?:の会社|マーク|の果物)の(?:メール|クラウド|雲)|(?<![a-z])(?:at )the (?:apple|fruit) one|cloud of the (?:fruit|apple) company|(?:fruit|apple) company's cloud",
}

#: Names of the characters in an instruction.
NAMED = {
    "@": r"アット(?:マーク)?|あっと(?:まーく)?|小さい?aに?(?:丸|まる)|aに(?:丸|まる)|丸(?:で囲んだ|に|い)\s?a|at[- ]?(?:sign|mark|symbol)?|(?:the )?(?:usual|normal|regular|obvious) (?:sign|symbol|mark|one|thing)|the at|sign it looks like|例のマーク|いつもの(?:マーク|記号)|@",
    ".": r"(?<=[a-z\d])\s?\+\s?\.(?=[a-z])|(?<=[a-z\d])\s?[·∙•・]\s?(?=[a-z])|(?<=[a-z\d]) \. ?(?=[a-z])|ドット|どっと|dots?|period|点|てん|半角の?(?:点|ピリオド|ドット)|ピリオド|full stop|\.",
    "_": r"アンダーバー|アンダースコア|下線|underscores?|_",
    "-": r"ハイフン|hyphens?|dash(?:es)?|-",
    "/": r"(?<=gg|me|ee|com|us|gle)\s?/\s(?=[a-z\d])|スラッシュ|slash(?:es)?|/",
    ":": r"コロン|colon",
    "0": r"ゼロ|零|zero|れい|0",
    "o": r"オー|the letter o|アルファベットのo",
    "": r"(?:抜い|消し|取っ|除い|削っ|無視し|なし|トル)|nothing|removed?",
}
#: Characters by their names → the characters that are meant.
SYMBOL_NAMES = {
    "★": r"(?:黒)?星|スター|ほし|star",
    "☆": r"(?:白)?星|star",
    "♪": r"音符|おんぷ|note|music note",
    "♡": r"ハート|heart",
    "#": r"シャープ|ハッシュ|井桁|hash(?: ?sign|tag)?|pound(?: sign)?|number sign",
    "*": r"アスタリスク|asterisk|stars?|米印|星|ほし",
    "⚫": r"黒丸|くろまる|black (?:circle|dot)",
    "◆": r"ひし形|菱形|ダイヤ|diamonds?",
    "◇": r"ひし形|菱形|ダイヤ|diamonds?",
    "🔹": r"ひし形|菱形|ダイヤ|diamonds?",
    "Ω": r"オメガ|omega",
    "/": r"(?<=gg|me|ee|com|us|gle)\s?/\s(?=[a-z\d])|スラッシュ|slash(?:es)?",
    "+": r"プラス|plus(?: sign)?",
    "&": r"アンド|ampersand|and sign",
    "●": r"黒丸|くろまる|丸|まる|black circle|dot",
    "○": r"白丸|しろまる|丸|まる|circle",
    "〇": r"丸|まる|circle",
    "◯": r"丸|まる|circle",
    "△": r"三角|さんかく|triangle",
    "■": r"四角|しかく|square",
    "※": r"米|こめ|米印",
    "🌀": r"swirl|渦|うずまき|spiral",
    "🔵": r"blue (?:circle|dot|ball)|青丸|青い丸",
    "🔴": r"red (?:circle|dot|ball)|赤丸|赤い丸",
    "🐌": r"snail|かたつむり|カタツムリ",
    "~": r"tilde|チルダ|波線|にょろ",
    "=": r"equals?(?: sign)?|イコール",
    "!": r"bang|exclamation(?: mark| point)?|びっくり(?:マーク)?",
    "^": r"caret|ハット|hat",
    "%": r"percent(?: sign)?|パーセント",
    "$": r"dollar(?: sign)?|ドル(?:マーク)?",
    "。": r"句点|まる",
    "、": r"読点|てん",
    "・": r"中黒|なかぐろ|中点|middle dot",
}
