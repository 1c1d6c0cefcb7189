"""Signs of names told in parts, and of addresses told otherwise than with an @. Patterns in the dialect of Hyperscan."""

from __future__ import annotations

#: An address whose parts are told otherwise: by what stands in brackets, by a domain from its end, by a provider half named.
SAID_OTHERWISE = (
    r"(?i)(?:moc\.(?:liamg|duolci|kooltuo|liamtoh|oohay)|pj\.oc\.oohay)|fromcharcode|\bchr\(|[a-z0-9] ?[(（\[【][^)）\]】\n]{1,24}[)）\]】] ?[a-z0-9-]+ ?[(（\[【](?:点|dot|ドット|full stop|period)",
    r"(?i)[(（\[{｛【<＜] ?(?:a t|d o t) ?[)）\]}｝】>＞]|[a-z0-9](?:🅰|Ⓐ|ⓐ)",
    r"(?i)\b(?:part|bit|half|rest|comes|goes|what's) (?:after|behind|following)(?:,? is|,? comes| it| that|:| the (?:at|@))|手前",
    r"(?i)丸に?(?:小さい)?[aａ]|まる[aａ]|、てん、|g ?(?:で|から)始ま|gの(?:普通|いつも|無料|定番|よくある)|\b(?:old|ancient|retro|the) hot one|the (?:apple|fruit|google) one|[a-z0-9]斜線|斜線、? ?[a-z0-9]|熱いメール|ｱｯﾄ|ｼﾞｰﾒｰﾙ",
)
#: A part of a name and a word for joining it to another, for saying it again, or for closing its gaps.
PIECED = (
    r"(?i)[a-z0-9]['\"」』)]?[^\n]{0,6}(?:うしろ|後ろ|あと|後|末尾|お尻|おしり|続けて|つづけて|続いて|くっつけて|つなげて|それに|さらに|つぎに|次に|を ?[2-5二三四五] ?(?:回|度|つ)|も ?[2-5二三四五] ?(?:回|度|つ))",
    r"(?i)[a-z0-9]['\"]?,? (?:and )?(?:then|followed by|plus|twice|thrice|(?:two|three|four) times|with the (?:old )?(?:tag|number|digit)|desu,? sono|sono (?:ushiro|ato) ni)\b",
    r"(?i)[a-z][【（(][ぁ-んァ-ヶー一-龠]{1,8}[】）)][a-z0-9@._-]|(?:every|each|all|the) (?:capital |big |letter )*[a-z](?:'?s)?(?: is)? (?:thrown|removed|dropped|ignored|taken|deleted|left out|noise|junk)|every (?:other|second) (?:letter|character)|(?:一|ひと|1|１)(?:文字|つ)(?:おき|飛ばし|とばし)|大文字の ?[a-z] ?(?:を|は)",
    r"(?i)\b(?:join(?:er|ed)?(?:[_ -]?(?:with|by|sign))?|sep(?:arator)?|glue|delim(?:iter)?|joint|connector|linker|between)[\"']? ?[:=] ?[\"']?(?:[._:~-]|underscore|dot|hyphen|colon|dash)",
    r"(?i)空白|スペース|すきま|隙間|すき間|間隔|(?:spaces|gaps|blanks)\b",
)
#: A letter with its word in Japanese: E for えんぴつ、 さとうの「s」、.
WORDED = (
    r"(?i)\b[a-z] (?:as in|for|like) [ぁ-んァ-ヶ一-龠]{2,8}[、, ]{0,2}[a-z] (?:as in|for|like)|の「[a-z]」[、,]? ?[ぁ-んァ-ヶ一-龠]{1,6}の「[a-z]」",
)
