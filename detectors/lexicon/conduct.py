"""Phrases of conduct: asking for a contact, proposing to talk or to deal elsewhere, asking for personal details."""

from __future__ import annotations

#: Ways to be reached, as a topic.
CHANNEL = (
    r"連絡先|連絡(?:手段|方法|ツール)|電話番号|携帯|ケータイ|(?<![一-龠ァ-ヶー])番号(?=[をはもだ教、,いっお送と知頂伺]|$|\s|教)|メアド|(?:e|E)?メール(?:アドレス)?|アドレス|"
    r"(?<![a-z])(?:line|skype|slack|zoom(?! (?:in|out|level|lens|to|the|it|this)(?![a-z]))|discord|chatwork|whatsapp|telegram|instagram|insta|wechat|kakao|teams|google ?meet|messenger|facebook|x|dm|sms|sns|tel|e-?mail|mail address|phone|cell|mobile|(?<!の)id|qr(?:コード)?)(?![a-z])|"
    r"ライン|らいん|スカイプ|スラック|ズーム|ディスコ(?:ード)?|チャット(?:ワーク|ツール)|チャトワ|ワッツアップ|テレグラム|インスタ|ウィーチャット|カカオ(?:トーク)?|ツイッター|フェイスブック|メッセンジャー|"
    r"(?:緑|みどり|黄色い?|赤い?|青い?|紙飛行機|ハッシュマーク|井桁)(?:色)?の?(?:アイコン)?(?:の)?(?:アプリ|やつ|ヤツ|吹き出し|チャット|ほう|方(?!針|向|法))|電話(?!対応|応対|番(?!号)|業務|帳|機|ボックス|占い)|通話|直通|窓口(?=を?(?:お持ち|あ))|ビデオ会議|アカウント(?:名)?|ハンドルネーム|ユーザー名|別アカ|オープンチャット|グループ"
)
#: Somewhere that is not the marketplace.
ELSEWHERE = r"他に(?:つなが|繋が)れる|そちら(?=で(?:お)?話|に移|でやり)|目(?:が|の)届かない|気楽に話せる|(?:この|本|当)?サイト(?:の)?外|外部(?:の)?(?:チャット|ツール|サービス|連絡|アプリ)|(?:別|他|ほか|違う)の?(?:場所|ところ|所|チャット|ツール|手段|方法|連絡|アプリ|窓口|やり方|チャンネル|媒体|経路)|ここ以外|こちら以外|そっち|あっち|(?<!海|以|国|戸|野|室|市|案|意|例|除|屋|時間|区|圏|番|号|枠|想定|対象|予)外(?:で|に|へ|の方)|「外」|個別に|個人的に|プライベート"
ASK = (
    r"教え|おしえ|聞かせ|聞いて(?:も|い)|お聞き(?:し|で)|うかが(?:い|っ|え)|伺(?:い|っ|え)|(?:いただ|頂)(?:け(?:ます|ません|ない|る(?:で|と)|れば|たら)|きたい|いても)|もらえ(?:ます|ません|ない|る|れば|たら)|もらって(?:も|い)|"
    r"(?:くだ|下)さい|くれ(?:ます|ません|ない|る|たら|れば|ん)|(?:欲|ほ)しい|お願い|おねがい|送って|交換|知りたい|いいですか|よろしいで|よいで|良いで|(?:お持ち|あ(?:り|る)|ござい)(?:ます|で)?か|書いて|記入|入力して|どちら|何番|つけて|貼って|おくれ|ちょうだい|頼みます|お知らせ|助かり"
)
#: A contact asked for in so many words: whatever surrounds it, it is asked for.
PLAIN_ASK = (
    r"(?<![「『])(?:(?<![a-z])(?:line|skype|slack|discord|chatwork|whatsapp|telegram|instagram|wechat|kakao|e-?mail|mail(?: address)?|phone(?: number)?)|ライン|スカイプ|チャットワーク|テレグラム|インスタ|カカオ(?:トーク)?|メアド|メールアドレス|電話番号|携帯番号|連絡先)"
    r"[ 」』]*(?:(?:の|ノ)? ?(?:id|アカウント|アドレス|番号|連絡先))?[ 」』]*(?:(?:を|だけでも|でも|も|、) ?){0,2}"
    r"(?:(?:教え|おしえ)て(?!もら(?:った|わな)|いただ(?:いた|かな)|くれ(?:た|な)|い[たる]|しま)|交換(?:し(?:ません|ましょ|たい|て(?:いただけ|もらえ|ください|くれ|おき))|でき(?:ます|れば|たら)|お願い|を?していただ)|(?:聞|伺|うかが)(?:い|っ)ても(?:よ|い|良))|"
    r"(?<![「『])(?:電話番号|携帯番号|メアド|メールアドレス|連絡先|(?<![a-z])(?:phone number|e-?mail address|mail address|line id))[」』 ]*を ?(?:(?:送|おく)って|お?知らせて|お知らせ) ?(?:くだ|下さ|いただ|頂|もら|ほし|欲し|くれ)|"
    r"(?<![a-z])(?:could|can|would|may|might|will) (?:you|i|we) (?:please |kindly |just |maybe |also )?(?:give|send|share|tell|have|get|drop|pass|lend)(?: me| us)? (?:your (?:\w+ )?(?:e-?mail|phone|cell|mobile|number|line|whatsapp|skype|telegram|discord|contact)|an? (?:\w+ )?(?:e-?mail address|phone number|contact number))(?! (?:field|input|column|box|validat|form|template|placeholder|marketing|copy|list|format|message|example|of |about |regarding ))"
)
#: A proposal in so many words to talk there.
PLAIN_OFFER = (
    r"(?<![「『])(?:(?<![a-z])(?:line|skype|slack|discord|chatwork|whatsapp|telegram|instagram|wechat|kakao|zoom)|ライン|スカイプ|チャットワーク|テレグラム|インスタ|カカオ(?:トーク)?|ディスコード|お?電話)"
    r"(?:か(?:なに|何)か|とか|など|等)? ?で[^。!?、]{0,10}(?:話|やり(?:取|と)り|連絡|繋が|つなが|相談|打ち合わせ)[^。!?、]{0,8}(?:ませんか|ましょう|ない[?？])|"
    r"(?<![a-z])i(?:'d|'ll| would| will| can| could)? (?:answer|reply|respond|write back)(?: (?:you|to you))?(?: much| way| a lot| far)? (?:quicker|faster|sooner|more freely)(?:,? if we (?:talk|chat|speak))? (?:over there|on there|on that one)(?![a-z])"
)
#: A field of a form or a column of a table, called so.
FIELD = r"(?:メールアドレス|メール|アドレス|電話(?:番号)?|携帯(?:番号)?|ご?住所|ご?氏名|お名前|連絡先|会社名)(?:の|、|と|や)?(?:[^。、]{0,8}の)?(?:入力)?(?:欄|項目|フィールド|カラム|列)|(?<![a-z])(?:e-?mail|phone|address|name|contact)(?: number| address)? (?:fields?|columns?|inputs?|boxes|box)(?![a-z])"
#: A proposal to talk.
TALK = r"(?:やり(?:と|取)り|話(?:し(?!合)|せ|そ|を)|喋|しゃべ|ご?連絡|ご?相談|(?:打ち?合わ?せ|ミーティング|面談|面接|会議)|移(?:り|っ|行|動)|つなが|繋が|進め|(?:お)?電話|通話|かけ(?:ます|て|直)|送(?:り|って)|追加|登録|申請|招待|参加|入って|来て|探して|検索|フォロー|リプ|友(?:だち|達)|続き|始め|集ま|dm)"
PROPOSE = r"(?:ません(?:か|でしょうか)|ましょう|たい(?:です|の|ん|な|と|けど|。|$)|どう(?:です|でしょ|かな)|いかが|可能|(?:くだ|下)さい|お願い|(?:で|出)きます(?:か|ので|し|よ|。|$)?|できれば|早い|速い|楽(?:です|な)|便利|助か|どうぞ|嬉し|うれし|ますか|ますね|ますよ|ませんか|おき(?:たい|ません|ましょう)|待って|ほうが|方が|いい(?:です|かな|と)|ありがたい|ですか|でしょうか|送ります|教えます|お伝え(?:し|いた)|ご案内)"
#: The marketplace itself, which is where one should stay.
HERE = (
    r"(?:サイト|プラットフォーム|ランサーズ|クラウドワークス|システム|メッセージ|スレッド|ワークルーム|チャット)(?:の)?内|この(?:メッセージ|スレッド|チャット|画面|ルーム|やりとり)|こちら(?:の(?:メッセージ|チャット|スレッド|画面)|で(?:お願い|承|伺|進|ご連絡|の(?:やりとり|み))|に(?:て|お書き|ご記入))|ここ(?:で(?:お願い|進|承|伺|全部|完結|の)|に書|のメッセージ|だけ)|"
    r"ビデオ(?:通話|チャット)機能|サイト(?:に付|の(?:ビデオ|機能|メッセージ|通話))|ランサーズの|built-in|in-app|workroom|this (?:thread|room|chat|inbox)|on (?:the|this) (?:platform|site)|through the (?:platform|site)|platform's (?:own )?"
)
#: The sentence turns something down.
REFUSE = (
    r"(?:いただか|もらわ|頂か|され|くださら)なくても|(?:でき|出来)(?:ません(?!か|でしょうか)|ない(?:ん|の|こと|決まり|き|で|と|よう|た|。|$)|かね|ませんので)|お?受け(?:でき(?:ません|ない|かね|ず)|して(?:い|お)|いたし|られ|しない)|お断り|断(?:って|り|ら)|(?:ご)?遠慮(?:して(?:い|お)|させ|いただ|ください|く?だ)|控え(?:て|さ|る|ま)|差し控え|辞退|見送|禁止|禁じ|規約(?:違反|で(?:は)?(?:禁|で|NG)|上(?:、)?(?:でき|お|難)|に(?:反|触|引)|どおり|により)|違反(?:に|です|と|だ|行為)|(?<![a-z])ng(?![a-z])|だめ(?:な|です(?!か)|と|みたい)|ダメ(?:な|です(?!か))|駄目(?!で(?:す|しょう)か)|(?:書か|載せ|入れ|送ら|含め|聞か)ないで|"
    r"(?:教え|伝え|お見せ|明か|言え|公開)(?:でき|られ)?(?:ません(?!か)|ない(?:ん|の|こと|で|よ)|かね)|応じ(?:かね|られ|て(?:い|お)り?ません|ません|ない)|使(?:って|い|わ)(?:い|お)?(?:ません(?!か)|ない(?:よう|こと|で|の|ん))|使わず|して(?:い|お)り?ません(?!か)|して(?:い)?ない|しません(?!か)|しない(?:よう|こと|で|の|と|ん)|(?:いた|致)しません|いたしかね|行(?:って|い|わ)(?:い|お)?り?ません(?!か)|"
    r"やって(?:い|お)?(?:り)?(?:ません(?!か)|ない)|結構です|不要|い(?:り|ら)ま?せん|要りません|移り(?:ません|たくな)|会い(?:ません|たくな)|会えません|乗れません|乗り(?:ません|かね)|停止に|困ります|お控え|やめ(?:ましょ|てお|て(?:くだ|下)|とき|ます)|なしで(?:お願い|す)|のは(?:ちょっと|なし)|内緒|非公開|伏せて|申請(?:を)?して(?:から|い)|承認(?:されて|され|の)(?:から|後|あと)|(?:ではなく|じゃなくて|でなく)(?:、)?(?:こちら|ここ|メッセージ|この)|"
    r"not allowed|(?:isn't|aren't|is not|are not|not) (?:allowed|permitted|possible|an option|something)|can(?:'t|not| not)|(?:won't|will not|wouldn't)|(?:don't|do not|doesn't|never) (?:want|share|give|use|take|do|work|accept|meet|go|need|exchange|discuss|deal|hand|post|put|send|call|join|have)|(?:i'?d|would) rather (?:not|keep|stay)|rather keep|against (?:the|your|their|site|platform) (?:rules?|terms|polic)|prohibited|forbidden|no,? thank|no (?:zoom|calls?|phone|line|skype|whatsapp|thanks)|declin|not comfortable|not (?:before|until|without|giving|interested|going)|keep (?:everything|it|this|all|things|our|us) (?:here|in|on|to)|stay(?:s|ing)? (?:on|in|here|private)|only (?:pay|work|get paid|talk|through|via|use)|get (?:me|us|my|our|both)?.{0,20}(?:banned|suspended|closed)|lose my account|out of the question"
)
#: The sentence is about a product, a document or a rule that has to do with contacts.
TOPIC = (
    r"(?:例文|教材|対話文|会話文|会話例|語釈|用例|訳文|英訳|和訳|作文|設問|欄|フォーム|入力(?:欄|例|画面|チェック|形式|規則|時)|項目|ボタン|アイコン|スタンプ|連携|(?<![a-z])bot|ボット|(?<![a-z])api|機能|デザイン|記事|マニュアル|手順書|ページ|画面|表示(?!価格)|バリデーション|リンク(?:は|を|の|先|色|切)|プレースホルダ|カラム|テーブル|データベース|csv|文面|言い回し|ドリル|正解|投稿|フォロワー|リール|通知文|実装|権限|cms|管理画面|サーバ|ステージング|枠|パネル|ポスター|印刷(?:用|物|面|データ)|含めない|載せない|表示しない|クーポン|キャンペーン|広告|バナー|チラシ|ロゴ|イラスト|漫画|動画(?:編集|の)|台本|脚本|シナリオ|小説|コラム|原稿|翻訳|文言|メルマガ|テンプレ|通知(?:が|を|の|設定)|ログイン|ウィジェット|プラグイン|アンケート(?:です|を作|の(?:設問|問|質問|選択肢)|結果)|選択肢|分析|レポート|資料|スライド|"
    r"ルール|規約|規定|ガイド(?:ライン)?|ヘルプ|利用規約|決まり|運営|事務局|通報|申告|違反報告|サポート(?:に|へ|窓口)|禁止(?:事項|行為|さ)|申請(?:の|は|ボタン|画面|制)|公開申請|連絡申請|"
    r"(?<![a-z])(?:products?|categories|import|migrat(?:e|ion)|themes?|redirects|fields?|forms?|buttons?|icons?|widgets?|integrations?|templates?|columns?|placeholders?|validations?|mock(?:up)?s?|landing pages?|footers?|headers?|layouts?|screens?|schemas?|plugins?|scripts?|stickers?|bots?|rules?|terms|polic(?:y|ies)|guidelines?|articles?|copy|headline|newsletter|survey|ads?|campaigns?|logs?|exports?|parser|regex|sdk|backgrounds?|manuals?|tutorials?|sketch|comedy|novel|story|character)(?![a-z]))"
)
#: Ordinary proposals of a direct deal, a payment outside or a meeting.
DEAL = (
    r"直接(?:の|、)?(?:お|ご)?(?:取引|取り引き|契約|依頼|振込|振り込|支払|送金|払|発注|雇|受注|仕事|現金|入れ)|個人間(?:で|の|取引)|個人(?:取引|契約)|直(?:取引|契約|でやり|で(?:お|ご)?(?:願|依頼|契約|受))|ちょくで|直接(?:やり(?:ましょ|ませ)|お願い(?:でき|した|し)|いただ(?:け|く)|やりとりして(?:お|契)|受け(?:ます|たい|付))|"
    r"(?:振込|振り込み|現金|paypay|ペイペイ|直接).{0,10}(?:でしたら|なら|であれば).{0,40}(?:引い|引き|安く|お得|割|値)|サイト(?:さん)?(?:を|は|って|の)?(?:通さ|介さ|挟ま|はさま|抜き|経由(?:せ|し(?:な|ま))|使わ(?:ず|ない|な)|飛ばし|じゃなく|ではなく|無し|なしで)|(?:仲介|中間|間)(?:業者)?(?:を|に|は)?(?:なし|抜き|抜いて|省い|払う(?:くらい|なら))|中抜き|間に(?:誰|人|業者)も?(?:入ら|挟ま|はさま)|(?:仲人|仲立ち|中の人)(?:さん)?(?:を|は)?抜き|顔を合わせ(?:ません|て)|"
    r"(?:利用料|手数料|fee|マージン|天引き)(?:が|を|は|の|分|も)?.{0,12}(?:もったいな|勿体な|浮|かからな|かかりません|節約|避け|カット|削|引かれ|高すぎ|払いたくな|馬鹿|バカ|なし(?:で|に)|抜き|無駄|取られ).{0,60}(?:直|外|個人|口座|振込|払|ません(?:か)|ましょ|お願い|安く|引|キャンセル|どう|ます)|"
    r"(?:直接|外で|別で|個別に|手渡し|口座|振込|paypay|ペイペイ|paypal).{0,40}(?:割|値|お)?(?:引き(?:ます|でき|し)|安く(?:し|でき|なり)|お得|上乗せ)|"
    r"(?:銀行)?(?:口座|振込|振り込み|送金)(?:先|番号)?(?:へ|に|を|で|は|と|も|の)?.{0,16}(?:教え|お伝え|(?:くだ|下)さい|直接|お願い|いただ(?:け|き)|振り込(?:み|ま|む|めば)|もらえ|いい(?:です|でしょ)|どう|入金|払いま|送って|できますか|入れます)|"
    r"(?:paypay|ペイペイ|paypal|ペイパル|d払い|楽天ペイ|line ?pay|ラインペイ|venmo|zelle|wise|現金|キャッシュ|アマギフ|ギフト券|ギフトカード|仮想通貨|暗号資産|usdt|ビットコイン|手渡し|手わたし)(?:と|や)?(?:で|に|を|でも|の方|払い|も|なら|請求|、)?.{0,20}(?:送|払|お渡し|渡し|受け|いただ|もらえ|どう(?:で|か)|いかが|お願い|ok|可能|構いません|いい(?:です|でしょ)|助か|だめ|ダメ|支払)|"
    r"仮払い(?:は|が|を|なんて|など|無し|なし|の)?(?:、)?.{0,10}(?:なし|せず|待た(?:ず|ない|ん)|省|手間|面倒|よくわから|抜き|飛ばし|しない(?:で|方)|やめ|使わ|スキップ|できな)|"
    r"(?:お会い|会って|会い(?:ま|た)|会え(?:ま|れば|たら|る)|会(?:お|い)|対面|ご?飯(?:でも|を|に)|お茶(?:でも|を|し)|ごちそう|ご馳走|ランチ|飲みに|食事(?:でも|に|を)|喫茶店|カフェ|居酒屋|事務所(?:まで|に)|弊社まで|お越し|直接お(?:渡|話|打)|駅前(?:で|の(?:喫茶|カフェ))).{0,30}(?:ません(?:か|でしょ)|ましょう|(?:し|話し|お会いし|行き|食べ|飲み)たい|いかが|どう(?:です|でしょ)|(?:くだ|下)さい|いただ(?:け|き)|できます|話せ|空いて|歓迎|だめ(?:です|でしょ)|ですか|でしょうか|お?渡し|もろて)|"
    r"(?:次|今度|次回|(?:二|2|２|三|3)(?:回|件|本)目|以降|今後)(?:から|以降|以後|の|は|も)?.{0,24}(?:サイト(?:は|を|抜き|外)|直接|外(?:で|の)|ここ(?:じゃ|では|を(?:通さ|使わ)|なし|抜き)|個別|専属)|(?:ここ|サイト|こちら)を(?:卒業|離れ|抜け|出て)|紙の契約書|裏(?:取引|で(?:や|こ|お))|(?:こっそり|内緒で|ないしょで).{0,15}(?:やり|払|渡|話|しま)|キャンセル(?:扱い|して|に|し|を).{0,30}(?:直接|個人|払|外|改めて)"
)
DEAL_EN = (
    r"(?:pay|paid|wire|transfer|deal|hire|hiring|work|invoice|deposit|book|contract|agreement|client|billing|bill|come|send|order|arrange|sign)(?:s|ing|ed)?(?: with| to| for)?(?: you| me| us| my| your| the| a| our| it| them| him| her| this| money| payment)*(?: \w+){0,4} (?:directly|direct|outside(?: of)?(?: the| this| here)?|off[- ](?:the )?(?:site|platform|app|books)|off-platform|privately|straight to)|"
    r"(?:direct|private|off-platform|outside|side) (?:deal|payment|contract|clients?|arrangement|agreement|transfer|hire|invoice)|(?:skip|avoid|save|cut|dodge|bypass|without|lose|beat|get around|around|duck|eat(?:s|ing)? )(?:ting|ing)?(?: on| out| both| us| the| this| that| its| their| all| of| any| my| your| site's| platform's| service| platform| site| \d+%?)* (?:fees?|commission|middle ?man|middle ?men|platform cut|charges?|escrow|percentage)|"
    r"(?:cash|paypal|venmo|zelle|wise|western union|bank transfer|wire(?: transfer)?|crypto|usdt|btc|bitcoin|cash ?app|revolut|gift cards?|iban|bank (?:account|details))(?: \w+){0,6} (?:instead|directly|discount|off|works|fine|ok|okay|please|in hand|upfront|knock|today|straight|if|when|would|is easier|is better|for the rest)|(?:pay|send|settle|accept|take|do|offer|give|need|share)(?: \w+){0,4} (?:in cash|by cash|via (?:paypal|wise|venmo|bank|wire)|through paypal|by (?:bank|wire)|(?:your|my) (?:bank|iban|paypal|account number|venmo|wallet))|"
    r"(?:cut|take) out the middle ?man|work (?:something|it|things) out (?:privately|between us|ourselves)|(?:close|cancel|end|withdraw)(?: \w+){0,3} (?:job|contract|listing|post(?:ing)?|order|milestone|project)(?: here| first| and| on here| posting)*(?:.{0,40}(?:direct|outside|private|wire|pay|ourselves|straight))|"
    r"(?:next time|from now on|after this(?: one)?|in (?:the )?future|going forward|once (?:this|the).{0,30}).{0,40}(?:direct|outside|off (?:the |this )?(?:site|platform)|without (?:the|this)|my own site|privately|come to me|skip)|"
    r"(?:meet(?: up)?|coffee|lunch|dinner|drinks?|swing by|drop by|come (?:to|by)|see you)(?: \w+){0,6} (?:in person|face to face|at (?:the|a|my|our)|near|downtown|office|cafe|café|coffee shop|library|this week|next week|tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|for (?:coffee|lunch|dinner|a drink|drinks)|when you're|and (?:settle|pay|talk|discuss))|come to me directly|better rate .{0,30}direct|between (?:us|ourselves|you and me)"
)
ASK_EN = r"(?:what(?:'s| is| are|s)?|which|can (?:i|we|you)|could (?:i|we|you)|may (?:i|we)|might i|would you (?:mind )?|will you|please|pls|kindly|give|send|share|tell|text|drop|leave|post|add|dm|do you (?:have|use|do)|are you on|you on|got|have you got|have|need|i'?d (?:need|like)|want|mind|is there|how (?:can|do|could|would)|where can|let me (?:have|know|get)|enter|put|provide|reply with|type|list|any chance|any way)"
ASK_EN_TOPIC = (
    r"(?:what|which) (?:number|e-?mail|address|handle|line|channel) (?:can|should|do|may|shall|is)|(?<!their )(?<!its )(?<!his )(?<!her )(?<!the )(?<![a-z])(?:(?:your|a|an|ur|the best|best|another|some|personal|direct|private|work|good|cell|mobile|phone|contact|any other|other|any) )+(?:\w+ )?(?:phone(?: number)?|number|cell|mobile|digits|e-?mail(?: address)?|address(?! field)|line(?: id)?|whatsapp|skype(?: name| id)?|slack|handle|contact(?: info(?:rmation)?| details| number)?|telegram|discord(?: tag)?|username|wechat|kakao|insta(?:gram)?|facebook|messenger|zoom|id|social(?:s| media)?|way (?:to|of) (?:reach|contact|get)|channel|account name|snap)(?![a-z])|"
    r"(?:number|address|line|way|place|channel) (?:i|we|one|to|where i|that i|my \w+|our \w+) (?:can |could |may |should )?(?:reach|call|contact|text|ring|message|email|find|use|get|dial)|reach you|contact you|get in touch with you|get (?:a )?hold of you|call you|text you|ring you|add you|(?:whatsapp|line|telegram|skype|discord|slack|wechat|signal|kakao|viber) (?:or|name|id|handle|account|number|me|you)"
)
MOVE_EN = r"(?:let'?s|let us|shall we|can we|could we|why don't we|we (?:could|can|should|might)|would you|do you (?:want|mind)|happy to|prefer(?: to)?|want to|i'?d (?:rather|like|prefer)|i can|easier|better|quicker|faster|how about|what about|up for|care to|maybe|join|jump|hop|come|move|switch|continue|carry on|take (?:this|it|things|our)|find me|catch me|look me up|search for|talk|chat|i'll (?:add|call|ring|text|send|invite)|add me|message me|ping me|dm me|text me|call me|ring me|hit me up|reach me|i'?m on)"
ELSEWHERE_EN = r"elsewhere|somewhere (?:else|private|quieter|less)|off (?:this |the )?(?:site|platform|app|here)|outside (?:of )?(?:this|the|here)|off-platform|private(?:ly)?(?= |\.|\?|!|,|$)|another (?:app|channel|place|way|tool)|a different (?:app|channel|place|platform)|(?:on|over|via|by|to|through|using|in|into|at|use) (?:a |the |my |our |your |an )?(?:quick |short |video |voice |real )?(?:phone|call|line|whatsapp|skype|slack|zoom|google meet|meet|teams|discord|telegram|wechat|kakao(?:talk)?|insta(?:gram)?|messenger|facebook|signal|viber|e-?mail|sms|text|facetime|dms?|green (?:app|one|messenger)|chat app|group chat|server|workspace)(?![a-z])"
#: An imperative with "your", which no form field excuses: "add your email in the last answer field".
YOUR_OWN = r"(?:^|[.!?,;:] ?|please |pls |kindly |just |and |so |then )(?:add|enter|put|write|leave|type|include|drop|post|send|share|give)(?: me| us)? your (?:\w+ )?(?:e-?mail|phone|number|mobile|cell|line|whatsapp|skype|telegram|discord|contact|handle)"
#: Where a deal is only spoken about.
DEAL_TOPIC = r"記事|見出し|バナー|文言|コラム|小説|台本|脚本|規約|ルール|ヘルプ|ガイド|禁止|ニュース|詐欺|通報|申告|(?<![a-z])(?:articles?|headline|banners?|rules?|terms|polic(?:y|ies)|help page|story|novel|news|scam|report(?:ed)?|cousin)(?![a-z])"
#: Personal details, as a topic, and as given away.
DETAILS = (
    r"本名|実名|(?:ご|お)?氏名|フルネーム|(?:ご)?本人のお名前|正式な?(?:お)?名前|本当の(?:お)?名前|お名前(?:\(|（|と|、|を(?:漢字|フル))|現住所|ご?住所|ご?自宅|お住まい|実家|番地|前職|前(?:の)?(?:勤務|勤め|会社|職場)|(?:以前|今|現在)の?お?(?:勤め|会社|職場|勤務)|勤務先|勤め先|社名(?=.{0,6}(?:教|と|を|お|も))|会社名(?=.{0,6}(?:教|と|を|お|も))|生年月日|身分証|免許証|マイナンバー|出身(?:地|校)|"
    r"(?:real|full|legal|actual|birth) (?:legal )?name|surname|home address|street address|(?:mailing|postal|shipping) address|where (?:do )?you live|your address|former employer|previous employer|last employer|current employer|who (?:do|did|was|were) you(?:r)? (?:work|employ|last)|(?:which|what) (?:company|agency|firm|studio|place|employer) (?:did|do|were|employed) you|employed you|(?:name of the )?company you (?:last )?work|copy of your (?:id|passport)|date of birth|name (?:is )?on your id|passport"
)
DETAILS_GIVEN = r"(?:本名|実名|氏名|前職|前の(?:会社|職場|勤務先)|勤務先|自宅の住所|現住所)(?:は|の(?:住所|名前)は).{1,40}(?:です|と(?:申|いい|言)|でした|になります|ます)|(?:返却|返送|送り先|着払い|郵送|お送り|届け|自宅|私|受け取).{0,40}住所は.{4,40}です|住所は.{4,40}[、,]\s?[一-龠]{1,4}\s[一-龠ぁ-ん]{1,4}\s?です|(?:に|で)(?:勤めて|勤務して|在籍して)(?:い|お)(?:た|り|ま)|に在籍|(?:my|the) (?:real|full|legal|birth) name(?:'s| is)|my (?:home )?address is|i live at|(?:my )?(?:former|previous|last) employer (?:is|was)|before this i (?:was|worked)|i (?:used to work|worked) (?:at|for)|(?:used to|previously) (?:be|work)(?:ed)? (?:at|for|with)|(?:real|legal) name は|本名.{0,3}(?:は|が)"
#: Somebody else's number, or a number as such: the shop's, the hotel's.
THIRD_PARTY = (
    r"(?:お|その|この|あの)?(?:店|お?宿|旅館|ホテル|施設|レストラン|病院|タクシー|会社の方|カフェ|美術館|観光|スポット|場所)|最寄|営業時間|定休|入場|料金|(?:そこ|そちら|こちら)の(?:電話|お|施設|ホテル|住所)|アクセス|駅|予約|宿泊|駐車|wi-?fi|"
    r"(?<![a-z])(?:their|its|his|her|they|restaurant|hotel|clinic|doctor|dentist|salon|stylist|therapist|property|apartment|place|theat(?:er|re)|museum|shop|store|company's|provider|agent|venue|it)(?![a-z])"
)
