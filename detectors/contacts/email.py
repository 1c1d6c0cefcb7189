"""E-mail addresses.

Catches taro@example.jp, メールはtaro@example.jpまで, ｔａｒｏ＠example.jp, taro [at] example [dot] jp, taro@gmail, and a local
part beside a named provider (ヤフーメールの taro_y です). Leaves "@taro" (a mention), "3個@5000円" (a price), react@18.2.0,
logo@2x.png, "Gmailで画像が出ない".
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import regex
from email_validator import EmailNotValidError, validate_email
from publicsuffixlist import PublicSuffixList

from detectors.contacts.handles import handle_tokens, strength
from detectors.contacts.mistyped import meant_domain, speaks_of_slips
from detectors.findings import Kind
from detectors.hints import hints_of
from detectors.hits import Hit
from detectors.lexicon import dialogue, phones, symbols
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.normalise import Passage

#: Letters and figures are ASCII: Unicode word characters would swallow the Japanese around an address.
_LOCAL = r"[A-Za-z\d](?:[A-Za-z\d!#$%&'*+/=?^`{|}~_-]|\.(?!\.))*"
_ADDRESS = re.compile(
    rf"(?:(?<![A-Za-z\d.!#$%&*+/=?^_`|~-])|(?<=\.\.)|(?<=[^\x00-\x7f][_-]))(?P<local>{_LOCAL}|\"[^\"\s]{{1,60}}\")(?:\s?@\s?|@)"
    r"(?P<domain>[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)*)(?![A-Za-z\d])",
)
_PROVIDERS = {
    re.sub(r"\..*", "", domain): domain
    for domain in (
        "gmail.com",
        "yahoo.co.jp",
        "outlook.com",
        "hotmail.com",
        "icloud.com",
        "protonmail.com",
        "proton.me",
        "fastmail.com",
        "nifty.com",
        "docomo.ne.jp",
        "ezweb.ne.jp",
        "softbank.ne.jp",
        "live.com",
        "msn.com",
        "aol.com",
        "googlemail.com",
        "qq.com",
        "naver.com",
    )
}
_PROVIDER_CUES = [
    (domain, fold_pattern(rf"(?<![a-z@.])(?:{pattern})(?![a-z])"))
    for domain, pattern in (*symbols.PROVIDERS.items(), *symbols.DESCRIBED_PROVIDERS.items())
]
_MAIL_CUE = fold_pattern(
    r"メール(?!マガ|マー|フォーム|ソフト|配信|サーバ|文)|メアド|アドレス(?!バー|帳)|(?<![a-z])e?-?mails?(?! (?:copy|subject|field|form|template|sequence|campaign|course))(?![a-z])|address|"
    r"(?<![a-z])(?:reach|write|send|share|find|contact|invite|access|account|grant|dot)(?![a-z])|前半(?:は|が)|ドットコム|co\.?jp|招待|宛|住所(?:が|に|です|は|へ)|round a(?![a-z])|at sign|(?:over )?at (?:the|my) (?:usual |old |good old |big |same )*(?:google|hot|apple|microsoft|yahoo|gmail|outlook)|共有|送って|送り|届き(?:ます|ました)|受け取れ|アカウント|連絡|@",
)
_OUTLOOK_JP = fold_pattern(r"(?:outlook|アウトルック)\W{0,3}の?\W{0,3}(?:ドット|点)?\s?jp")
_CO_JP = re.compile(r"co\.?jp|シーオー|日本の")
_DOT_COM = re.compile(r"(?<![a-z])com(?![a-z])|dot ?com|コム")


_USUAL = frozenset({"com", "jp", "net", "org", "info", "io", "me", "dev", "app"})
#: Nobody's domain (RFC 2606): what stands under it is written as an address, and in a real text would be one.
_RESERVED = "example"
_REGISTRY_LABELS = frozenset({"co", "ne", "or", "ac", "go", "ed", "gr", "lg", "ad"})


@functools.cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)


@functools.lru_cache(maxsize=2048)
def _valid(local: str, domain: str) -> str:
    """The address, lower-cased, if it could be delivered to a public domain; otherwise ""."""
    if not is_public(domain):
        return ""
    try:
        validate_email(f"{local}@{domain}", check_deliverability=False, allow_quoted_local=True)
    except EmailNotValidError:
        return ""
    return f"{local}@{domain}".lower()


def valid_address(local: str, domain: str) -> str:
    """The address in canonical form, or "" if it can't be one."""
    return _valid(local.lstrip("@"), domain)


def is_public(domain: str) -> bool:
    """Whether the domain stands under a public suffix."""
    labels = domain.rsplit(".", 2)
    if labels[-1] == _RESERVED:
        return len(labels) > 1
    if labels[-1] in _USUAL and (len(labels) > 2 or labels[0] not in _REGISTRY_LABELS):
        return len(labels) > 1  # most of them, without the whole list
    suffix = _suffixes().publicsuffix(domain)
    return suffix is not None and suffix != domain


def is_usual(domain: str) -> bool:
    """Whether the domain stands under a top level that people have mail at; others look like handles: yuzu.web."""
    return is_public(domain) and domain.rpartition(".")[2] in _USUAL | {
        "uk",
        "co",
        "biz",
        "us",
        "de",
        "fr",
        "kr",
        "cn",
        "tw",
    }


def is_domain(token: str) -> bool:
    """Whether a token is a mail provider's domain or named like one."""
    low = token.lower()
    return (
        low in _PROVIDERS
        or low in set(_PROVIDERS.values())
        or (low.rpartition(".")[2] in {"com", "jp", "net", "org", "io", "me"} and is_public(low))
    )


@functools.cache
def _provider_hints() -> Callable[[str], int]:
    return hints_of({1 << at: pattern.pattern for at, (_, pattern) in enumerate(_PROVIDER_CUES)})


def _provider_cues(low: str) -> list[tuple[str, re.Pattern[str]]]:
    """The providers worth a search in a folded text."""
    hints = _provider_hints()(low)
    return [cue for at, cue in enumerate(_PROVIDER_CUES) if hints >> at & 1] if hints else []


def provider_in(passage: Passage) -> tuple[str, int, int] | None:
    """The mail provider a text names or describes: (domain, start, end)."""
    for domain, pattern in _provider_cues(passage.low):
        if match := pattern.search(passage.low):
            return _meant_by(domain, passage), match.start(), match.end()
    return None


def providers_in(passage: Passage) -> list[tuple[str, int, int]]:
    """The mail providers that a text names, in order: (domain, start, end)."""
    found = [
        (domain, *match.span()) for domain, cue in _provider_cues(passage.low) for match in cue.finditer(passage.low)
    ]
    return sorted({domain: one for one in reversed(found) for domain in one[:1]}.values(), key=lambda one: one[1])


def find_addresses(passage: Passage) -> list[Hit]:
    """Every address with an @ in this reading."""
    hits: list[Hit] = []
    at = 0
    slips = speaks_of_slips(passage.low)
    while match := _ADDRESS.search(passage.text, at):
        at = match.end()
        local, domain = match["local"].rstrip("."), match["domain"].lower()
        end = match.end()
        if len(match[0]) > 260 or (len(local) > 64 and '"' not in local):
            local = local[-64:]
        value = ""
        labels = domain.split(".")
        for count in range(len(labels), 1, -1):  # a sentence may go on behind the dot: taro@example.jp.Thanks
            candidate = ".".join(labels[:count])
            if value := _valid(local, candidate):
                end -= len(match["domain"]) - _length_of(match["domain"], count)
                break
        if slips and (meant := meant_domain(domain)):
            value, end = _valid(local, meant), match.end()
        if not value and domain in _PROVIDERS:
            value = _valid(local, _default_domain(domain, passage))
        if value and not _is_meant(passage, match.start(), end, local, domain):
            value = ""
        if (
            value
            and passage.text[end : end + 1] == ":"
            and passage.text[end + 1 : end + 2].isalpha()
            and local == "git"
        ):
            value = ""  # a repository over SSH
        if value:
            hits.append(Hit(Kind.EMAIL, value, ((match.start(), end),), 0.97, "email.address"))
        else:
            at = match.start("domain")  # the domain of nothing may be the local part of an address
    return hits


def _is_meant(passage: Passage, start: int, end: int, local: str, domain: str) -> bool:
    """Whether an address whose @ was said as a word is one: "info at www.site.com" and "me at the.shop" are places."""
    if domain.endswith(f".{_RESERVED}") and local.lower() in _SHOWN | _ANYBODY:
        return False
    if passage.text[start - 1 : start] == "@" and _FEDERATED.search(passage.low):
        return False
    span = passage.span_as_written(start, end)
    if _AT.search(passage.written, span.start, span.end) or not _AT_SAID.search(passage.written, span.start, span.end):
        return not domain.startswith("www.")
    if domain.startswith("www.") or (" " in passage.written[span.start : span.end] and strength(local) == 0):
        return False
    known = domain in _PROVIDERS or domain in _PROVIDERS.values() or ".example." in f".{domain}."
    return (
        known
        or strength(local) >= 0.9
        or bool(_MAIL_TOPIC.search(passage.low))
        or span.end - span.start > len(passage.written) - 6
    )


#: Where names have the form @name@server.
_FEDERATED = fold_pattern(r"マストドン|ミスキー|(?<![a-z])(?:mastodon|misskey|pleroma|fediverse|pixelfed)(?![a-z])")
_AT = regex.compile(
    r"[-*/_~]\s?at\s?[-*/_~]|(?<=[a-z\d] )AT(?= [a-z\d])|[@＠﹫★☆♪●◎#*&]|%40|&#|\p{So}|[)\]}>】」』〕》]"
)
_AT_SAID = regex.compile(r"(?i)(?<![a-z])at(?![a-z])|アット|あっと|atto|丸|まる|ぐる|くる|なると")
_MAIL_TOPIC = fold_pattern(
    r"メール|メアド|アドレス|(?<![a-z])(?:e-?mail|address|reach me|write|contact)(?![a-z])|宛|まで|アット|あっと|dot"
)


def _length_of(written: str, labels: int) -> int:
    at = -1
    for _ in range(labels):
        at = written.find(".", at + 1)
        if at < 0:
            return len(written)
    return at


def _default_domain(provider: str, passage: Passage) -> str:
    domain = _PROVIDERS[provider]
    if provider == "outlook" and _OUTLOOK_JP.search(passage.low):
        return "outlook.jp"
    if provider == "yahoo" and not _CO_JP.search(passage.low) and _DOT_COM.search(passage.low):
        return "yahoo.com"
    return domain


def _meant_by(domain: str, passage: Passage) -> str:
    """The domain meant where a provider with several is named."""
    provider = domain.partition(".")[0]
    return _default_domain(provider, passage) if provider in {"yahoo", "outlook"} else domain


#: One symbol in the place of the @: taro★example.com, taro🌀gmail🔵com.
_SYMBOL_ADDRESS = re.compile(
    r"(?<![A-Za-z\d._-])(?P<local>[A-Za-z\d][A-Za-z\d._-]{2,30})\s?(?P<at>[^\w\s.,:;/@-])\s?(?P<domain>[A-Za-z\d-]{2,30}(?:(?P<dot>[.]|[^\w\s,:;/@-])[A-Za-z]{2,3}){1,2})(?![A-Za-z\d])",
)


#: A word in capitals or braces in the place of the @, which the text explains: yuzuPOTATOgmail.com.
_WORD_ADDRESS = re.compile(
    r"(?<![A-Za-z\d._-])(?P<local>[a-z\d][a-z\d._-]{2,30})(?:[A-Z]{2,12}|\{[A-Za-z ]{1,12}\}|<[A-Za-z ]{1,12}>)(?P<domain>[a-z\d-]{2,30}(?:\.[a-z]{2,3}){1,2})(?![A-Za-z\d])",
)
_EXPLAINED = fold_pattern(r"(?<![a-z])(?:sign|symbol|you think|swap)(?![a-z])|記号|マーク")


def find_symbol_addresses(passage: Passage) -> list[Hit]:
    """An address whose @ (and dots) are another symbol, as long as what follows is a domain people have mail at."""
    hits = []
    for match in _WORD_ADDRESS.finditer(passage.text):
        usual = match["domain"] in _PROVIDERS.values() or match["domain"].rpartition(".")[2] in _USUAL
        if usual and _EXPLAINED.search(passage.low) and (value := _valid(match["local"], match["domain"])):
            hits.append(Hit(Kind.EMAIL, value, (match.span(),), 0.85, "email.disguised"))
    for match in _SYMBOL_ADDRESS.finditer(passage.text):
        domain = match["domain"].replace(match["dot"], ".").lower()
        usual = domain in set(_PROVIDERS.values()) | {"yahoo.com", "outlook.jp"}
        if match["at"].isascii() and not usual:
            continue
        if not usual and domain.rpartition(".")[2] not in {"com", "jp", "net", "org"}:
            continue
        if value := _valid(match["local"], domain):
            hits.append(Hit(Kind.EMAIL, value, (match.span(),), 0.85, "email.disguised"))
    return hits


#: A domain said apart from its local part: 後ろは example.jp です.
_DOMAIN = re.compile(
    r"(?:(?<![A-Za-z\d.@_-])@?|(?<=[\s\"'](?:me|it)@)|(?<=\s(?:these|those|lines|words|there)@)|(?<=\sletters@)|(?<=\sinitials@))"
    r"(?P<domain>[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)(?![A-Za-z\d@.])"
)
_BEHIND = fold_pattern(
    r"後ろ(?:は|が|に)|うしろ(?:は|が|に)|ドメイン(?:は|が)|アットの(?:後|あと)|@(?:の|より)?(?:後|あと)|after the at|domain is|followed by|囲(?:んだ|む)記号|くる(?:ん|り)と|宛名|round a(?![a-z])|at sign|(?<![a-z])(?:the host|host:|then the domain)(?![a-z])"
)


def only_domain(passage: Passage) -> tuple[str, tuple[int, int]] | None:
    """The one domain of a text that speaks of an address, and where it stands."""
    domains = [match for match in _DOMAIN.finditer(passage.low) if is_public(match["domain"])]
    if len(domains) != 1 or not _SIGN_SAID.search(passage.low):
        return None
    return domains[0]["domain"], domains[0].span()


_MAIL_PROVIDER = fold_pattern(
    r"ジーメール|(?<![a-z])g-?mail(?![a-z])|gメール|ヤフーメール|ヤフメ|ホットメール|グーグルのメール|ググるメール|あとは、?\s?(?:g|グーグル|爺|いつもの)|g\s?の(?:普通|いつも|無料|定番)|g\s?で始ま"
)
#: The part before the @, called so, or told to be joined to a domain.
_LOCAL_TOLD = [
    fold_pattern(pattern.replace("LOCAL", r"(?P<local>[a-z\d][a-z\d._-]{0,30}[a-z\d])(?![a-z\d@]|[._-]+[a-z\d])"))
    for pattern in (
        r"(?:(?<![お名以])前(?:は|が|半は|には)|前(?:の)?半分?[は:]\s?|その前に|頭に|(?<![a-z])mailbox(?: is|:)?|local part(?: is|:)?|(?<![a-z])user(?:name)?\"?\s?[:=]|アカウント(?:名)?は|before it,?|before the (?:at|sign)(?: sign)?(?: is|:|,)?|before the @(?: is|:|,))\s?[「\"']{0,2}LOCAL",
        r"(?<![a-z\d._-])LOCAL[」\"']?\s?@?\s?(?:宛て?(?:で|に|まで|と)|goes (?:before|first|in front)|comes (?:before|first)|が前|を前に|(?:の|その)?あとに?(?:アット|@)|と(?:アット|@|単価記号)|and (?:the|an?) (?:at[- ]?)?sign|です[(、。]{0,2}\s?アット(?:マーク)?で(?:つな|繋)|@をつけ)",
        r"(?<![a-z\d._-])LOCAL[」\"']?\s?と\s?[「\"']?[a-z\d-]+(?:\.[a-z\d-]+)+[」\"']?\s?を\s?(?:アット|@|例の|いつもの)",
        r"(?:(?:but |just |simply |please )?(?:use|take|put|write|it'?s|is) [\"']?)LOCAL[\"']?(?=[;,.]? (?:and |then )?(?:the |what(?:'s| is| comes) )?(?:part |bit |half |rest )?(?:after|behind|following)(?: (?:it|that|the (?:at|sign|@)(?: sign)?))?(?:,? (?:is|comes|goes)|:))",
        r"(?:(?<=手前に)|(?<=手前は)|(?<=手前に、)|(?<=手前が))\s?[「\"']?LOCAL",
        r"(?<![a-z])(?:put|stick|add|type|place|write) [\"']?LOCAL[\"']?,? (?:and|plus|then|with) (?:(?:the|an?) )?(?:[a-z]+ )?(?:at(?:[- ]?sign)?|@|swirl|(?<=y )a)(?![a-z])[^.\n]{0,16}(?:in front|before|ahead of)",
        r"(?:受信箱|受信トレイ|郵便受け|メールボックス|窓口)の?(?:名前|名)?(?:は|が)\s?[「\"']?LOCAL",
        r"(?<![a-z\d._-])LOCAL at (?:our|my|the) (?:site|domain|website)",
        r"(?<![a-z\d._-])LOCAL[\s,.]{0,3}(?:that'?s |that is |is |← ?)?the (?:bit|part|half) (?:before|in front of) the (?:at|sign|swirl|@)",
    )
]
#: A local part and an @ with nothing behind, or letters for a provider: kagome_karuta@ をくっつけて, hana@g, g as in Gmail.
_OPEN_LOCAL = re.compile(
    r"(?<![a-z\d._+@-])(?P<local>[a-z\d][a-z\d._-]{1,30}[a-z\d])(?P<sign>@)(?P<letters>[a-z]{1,2}(?![a-z\d@_-]|\.[a-z\d]))?(?![a-z\d.])"
)
_JOINED = fold_pattern(
    r"の?略(?:です|で|、|。)|のこと|(?<![a-z])(?:as in|short for|stands for)(?![a-z])|手前|前に|うしろ|後ろ|続けて|つけ|付け|つな[げい]|繋|足し|ドメイン|から先|その先|(?<![a-z])(?:before|in front|then|after|behind|domain|host|plus|finish|complete|add|append)(?![a-z])"
)
#: An @ with a domain and no local part: あとは @example.jp です.
_DANGLING = re.compile(r"(?<![a-z\d._+@-])@(?P<domain>[a-z\d-]+(?:\.[a-z\d-]+)+)(?![a-z\d@])")
#: A provider's domain that is written from its end: moc.liamg.
_TURNED_DOMAIN = re.compile(
    rf"(?<![a-z\d.@])(?:{'|'.join([re.escape(domain[::-1]) for domain in _PROVIDERS.values()])})(?![a-z\d@])"
)
_OTHER_THING = fold_pattern(dialogue.OTHER_THING)
_SIGN_SAID = fold_pattern(
    r"メール|メアド|アドレス|宛|アット|@|例のマーク|(?<![a-z])(?:squiggly|curly|swirly|round|circled) a(?![a-z])|丸(?:いa|で囲んだ|に)|真ん中|(?<![a-z])(?:before|after|behind) the at(?![a-z])|(?<![a-z])(?:e-?mails?|mail|mailbox|address|inbox|sign|write|reach|at our site)(?![a-z])"
)


#: A local part that only shows where one goes, where the text says so.
_SHOWN = frozenset(["user", "username", "name", "local", "sample", "test", "yourname"])
#: Local parts of nobody, where the domain is nobody's too.
_ANYBODY = frozenset(["you", "me", "foo", "bar", "alice", "bob", "xxx", "yourmail"])
_SHOWN_AS = fold_pattern(phones.PLACEHOLDER)


def _open_local(passage: Passage) -> re.Match[str] | None:
    """A local part with a written @ and nothing behind, where the text says what to join to it."""
    begun = _OPEN_LOCAL.search(passage.low)
    if begun is None or not _JOINED.search(passage.low):
        return None
    sign = passage.span_as_written(*begun.span("sign"))
    return begun if passage.written[sign.start : sign.end].strip() in _WRITTEN_AT else None


_WRITTEN_AT = frozenset("@＠﹫")


def find_told_apart(passage: Passage) -> list[Hit]:
    """Parts of an address that the text calls by their place: 前が hello、後ろが example.jp、間に例のマーク."""
    low = passage.low
    domain = only_domain(passage)
    if domain is None:
        return []
    name, where = domain
    for pattern in (*_LOCAL_TOLD, *([_OPEN_LOCAL] if _open_local(passage) else ())):
        for match in pattern.finditer(low):
            start, end = match.span("local")
            if end > where[0] and start < where[1]:
                continue
            if match["local"] in _SHOWN and _SHOWN_AS.search(low):
                continue
            if value := _valid(match["local"], name):
                return [Hit(Kind.EMAIL, value, tuple(sorted([(start, end), where])), 0.85, "email.pieced")]
    return []


def _begun(passage: Passage, cues: list[tuple[int, int, str]]) -> list[Hit]:
    """A local part with its @, and the provider that the text says goes behind."""
    begun = _open_local(passage)
    if begun is None:
        return []
    start, end, domain = min(cues, key=lambda cue: abs(cue[0] - begun.end()))
    if begun["letters"] and not (domain.startswith(begun["letters"][0]) and begun["local"][0].isalpha()):
        return []
    value = _valid(begun["local"], _meant_by(domain, passage))
    return [Hit(Kind.EMAIL, value, tuple(sorted([begun.span(), (start, end)])), 0.85, "email.pieced")]


def find_named_apart(passage: Passage) -> list[Hit]:
    """A local part here, a provider there, and mail the topic: いつものGの taro.photo です."""
    if told := find_told_apart(passage):
        return told
    low = passage.low
    cues = [
        (match.start(), match.end(), domain)
        for domain, pattern in _provider_cues(low)
        for match in pattern.finditer(low)
    ]
    if not _OTHER_THING.search(low):
        cues += [
            (match.start(), match.end(), match["domain"])
            for match in _DANGLING.finditer(low)
            if is_public(match["domain"])
        ]
    cues += [(match.start(), match.end(), match[0][::-1]) for match in _TURNED_DOMAIN.finditer(low)]
    if _BEHIND.search(low):
        cues += [
            (match.start(), match.end(), match["domain"].lower())
            for match in _DOMAIN.finditer(low)
            if is_public(match["domain"].lower())
        ]
    if not cues or not (_MAIL_CUE.search(low) or _MAIL_PROVIDER.search(low)):
        return []
    if begun := _begun(passage, cues):
        return begun
    for token in handle_tokens(passage):
        if is_domain(token.value) or (token.strength < 0.9 and not (token.explicit and token.strength >= 0.2)):
            continue
        near = [
            cue for cue in cues if -90 <= cue[0] - token.end <= 70 and not (cue[0] < token.end and token.start < cue[1])
        ]
        if not near:
            continue
        start, end, domain = min(near, key=lambda cue: abs(cue[0] - token.end))
        if value := _valid(token.value, _meant_by(domain, passage)):
            return [
                Hit(Kind.EMAIL, value, tuple(sorted([(token.start, token.end), (start, end)])), 0.85, "email.pieced")
            ]
    return []
