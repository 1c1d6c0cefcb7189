"""Invitation, profile and contact links.

Catches https://lin.ee/aB3xYz9, line.me/ti/p/~id, join.slack.com/t/team/shared_invite/…, team.slack.com, t.me/name,
discord.gg/abc, skype:name?chat, meet.google.com/abc-defg-hij, forms.gle/…, calendly.com/…, hxxps://line[.]me/…
Leaves documents, videos, repositories, staging sites, help pages of the platform, slack.com itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from detectors.contacts.handles import strength
from detectors.findings import Kind
from detectors.hits import Hit
from detectors.lexicon import ordinary
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.normalise import Passage

_PATH = r"[A-Za-z\d\-._~%!$&'*+,;=:@/?#]*[A-Za-z\d\-_~%=/@]"
#: Host and path → kind. A link counts only with what follows its host, except a workspace, whose host is the contact.
_LINKS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.LINE,
        rf"lin\.ee/{_PATH}|(?:[a-z]+\.)?line\.me/(?:R/)?(?:ti/|oaMessage/|nv/|~){_PATH}|line\.me/[~@]{_PATH}|page\.line\.me/{_PATH}|line://{_PATH}|liff\.line\.me/{_PATH}",
    ),
    (
        Kind.SLACK,
        rf"(?:join\.slack\.com|slack\.com/(?:invite|shared_invite))/{_PATH}|(?!(?:www|api|join|app|status|hooks|my|get|docs|help|files|a|edgeapi)\.)[a-z\d][a-z\d-]*\.(?:slack|s[1|i]ack|sl[4@]ck|s1[4@]ck|5lack)\.com(?:/{_PATH})?|app\.slack\.com/client/{_PATH}",
    ),
    (
        Kind.CHATWORK,
        rf"(?:www\.)?chatwork\.com/(?!$|pricing|ja/|features|support|service|contact|download|news){_PATH}|cw\.chatwork\.com/{_PATH}",
    ),
    (
        Kind.SKYPE,
        rf"join\.skype\.com/{_PATH}|skype:(?!\s|(?:true|false|null|yes|no|on|off)\b)[A-Za-z\d][\w.,:-]+(?:\?\w+)?|(?:web|secure)\.skype\.com/{_PATH}",
    ),
    (
        Kind.DISCORD,
        rf"(?:discord\.gg|(?<=\s)\.gg|^\.gg|dsc\.gg|discord\.io|discord\.me|disboard\.org/server)/{_PATH}|discord(?:app)?\.com/(?:invite|users|channels)/{_PATH}",
    ),
    (Kind.FACEBOOK, rf"m\.me/{_PATH}"),
    (Kind.TELEGRAM, rf"(?:t\.me|telegram\.me|telegram\.dog)/{_PATH}"),
    (Kind.WHATSAPP, rf"(?:wa\.me|wa\.link|chat\.whatsapp\.com|api\.whatsapp\.com)/{_PATH}"),
    (Kind.WECHAT, rf"(?:u\.wechat\.com|weixin\.qq\.com/[rgx])/{_PATH}"),
    (Kind.KAKAO, rf"(?:open\.kakao\.com|pf\.kakao\.com|qr\.kakao\.com)/{_PATH}"),
    (
        Kind.ZOOM,
        rf"(?:[a-z\d-]+\.)?zoom\.us/(?:j|my|w|s|meeting)/{_PATH}|meet\.google\.com/{_PATH}|g\.co/meet/{_PATH}|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet|dl){_PATH}|[a-z\d-]+\.webex\.com/{_PATH}|whereby\.com/{_PATH}|meet\.jit\.si/{_PATH}",
    ),
    (
        Kind.OTHER,
        rf"forms\.gle/{_PATH}|docs\.google\.com/forms/{_PATH}|calendly\.com/{_PATH}|cal\.com/{_PATH}|(?:[a-z\d-]+\.)?(?:timerex|spirinc|eeasy)\.(?:net|com|jp)/{_PATH}|lit\.link/{_PATH}|about\.me/{_PATH}|linktr\.ee/{_PATH}|profcard\.info/{_PATH}|signal\.(?:me|group)/{_PATH}|matrix\.to/{_PATH}|form\.run/{_PATH}|tayori\.com/(?:f|form)/{_PATH}|tally\.so/r/{_PATH}|(?:[a-z\d-]+\.)?typeform\.com/to/{_PATH}",
    ),
)
_ANY = regex.compile(
    r"(?:(?<![A-Za-z\d@.\-_/%])|(?<=%2[Ff]))(?:h[tx*○●★☆+]{2}ps?://)?(?:www\.)?(?:"
    + "|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _LINKS)
    + ")",
    regex.IGNORECASE,
)
#: Profiles of open networks: a contact only where the text says to write there.
_PROFILE = regex.compile(
    r"(?<![A-Za-z\d@.\-_])(?:h[tx]{2}ps?://)?(?:www\.|m\.)?(?:"
    r"(?P<instagram>(?:instagram\.com|instagr\.am)/(?!p/|reel|tv/|explore|stories|accounts)[\w.]+)|ig\.me/m/[\w.]+|"
    r"(?P<x>(?:twitter|x)\.com/(?!i/|search|hashtag|home|intent|share)\w{2,15}(?!\w|/status))|"
    r"(?P<facebook>(?:facebook|fb)\.com/(?!sharer|events|groups/\d|watch|plugins|photo)[\w.]+|(?:m\.me|fb\.me)/[\w.]+)|(?P<other>(?:bsky\.app/profile|ko-fi\.com|patreon\.com|buymeacoffee\.com)/[\w.-]*\w))/?",
    regex.IGNORECASE,
)
_WRITE = fold_pattern(r"dm|メッセージ|メッセ|連絡|フォロー|message|reach|contact|write|follow|add me|話し|相談|やりと")
#: What stands where a name would: t.me/username, lin.ee/xxxxxxx, wa.me/0000.
_PLACEHOLDER = regex.compile(
    r"(?:https?://)?[^/]+/(?:.{0,100}/)?[~@]?(?:(?P<c>[\dx])(?P=c){2,}|0?123456789?0?|(?:example|sample|dummy|placeholder)(?:[_-]?\w+)?|user(?:[_-]?name|[_-]?id)?|account(?:[_-]?name)?|your[_-]?\w+|(?:name|handle|id))/?",
    regex.IGNORECASE,
)
#: A board or document that everybody may write into: a contact where the text says to talk there.
_BOARD = regex.compile(
    r"(?<![A-Za-z\d@.\-_])(?:h[tx]{2}ps?://)?(?:www\.)?(?P<board>(?:trello\.com/b|padlet\.com|miro\.com/app/board|[a-z\d-]+\.notion\.site|etherpad\.[a-z.]+/p)/[\w\-./]+)",
    regex.IGNORECASE,
)
_TALK_THERE = fold_pattern(
    r"自由に(?:話|やり)|(?:話|はな)せ(?:ます|る)|やり(?:取|と)り|やり取りは|会話しま|窓口|連絡先|書き込んで|(?<![a-z])(?:let'?s|let us|we can|can we) (?:chat|talk|write)|(?<![a-z])(?:chat|talk) (?:in|there|here)|my (?:e-?mail|number|contact)"
)
#: The host of an invitation, and its path said apart: t.me のあとにスラッシュ、akebono_tr.
_HOST_APART = regex.compile(
    r"(?<![A-Za-z\d@.\-_])(?P<host>discord(?:'s|の)?[ .](?:dot )?gg|t\.me|line\.me|lin\.ee|wa\.me|m\.me|discord\.gg|meet\.google\.com|meet\.jit\.si|zoom\.us|linktr\.ee|lit\.link|about\.me|calendly\.com|timerex\.net|tayori\.com|padlet\.com)"
    r"/?[」』\"')]?(?:\s|の(?:あと|後|うしろ)?(?:に|が|は)?|、|,|→|plus|then|slash|スラッシュ|斜線|[:：]|path|page|room|the code|code|is|部屋(?:名)?(?:は)?|/(?=\s)){1,8}"
    r"[「『\"'(]?(?P<path>/[A-Za-z\d][\w\-./~]{3,40}|[A-Za-z\d][\w\-./~]{4,40})",
    regex.IGNORECASE,
)
_MEETING_CODE = regex.compile(r"[a-z]{3}-[a-z]{4}-[a-z]{3}")


def _is_path(path: str) -> bool:
    """Whether a token is formed like what stands behind a host: /Hx7uMoRi, akebono_tr, bxk-mwpe-qrz, BrassTeapot77."""
    return (
        path.startswith("/")
        or strength(path) >= _FORMED
        or bool(_MEETING_CODE.fullmatch(path))
        or bool(regex.search(r"[A-Z]\w*\d|\d\w*[A-Z]", path))
    )


_FORMED = 0.9


def _apart(text: str) -> list[Hit]:
    """Links whose path is said apart from the host."""
    hits: list[Hit] = []
    for match in _HOST_APART.finditer(text):
        host = "discord.gg" if match["host"].lower().startswith("discord") else match["host"]
        whole = f"{host}/{match['path'].strip('/.')}"
        kind = _ANY.fullmatch(whole)
        board = None if kind else _BOARD.fullmatch(whole)
        if _is_path(match["path"]) and (kind or board) and not _PLACEHOLDER.fullmatch(whole):
            found = Kind(kind.lastgroup) if kind and kind.lastgroup else Kind.OTHER
            hits.append(Hit(found, whole, (match.span(),), 0.85, "link.contact" if board else "link.invite"))
    return hits


#: The host of a workspace with figures and signs in the place of letters.
_SLACK_ALIKE = regex.compile(r"\.(?:s[1|i][a4@]ck|sl[4@]ck|5lack)\.com", regex.IGNORECASE)
_CONTACT_PAGE = regex.compile(
    r"(?<![A-Za-z\d@.\-_])(?:h[tx]{2}ps?://)?(?:www\.)?(?P<page>[a-z\d-]+(?:\.[a-z\d-]+)+/(?:[\w\-./]*/)?(?:contact(?:-?us)?|inquiry|toiawase|otoiawase|mail|form)(?:\.\w{2,5})?/?)(?![\w/])",
    regex.IGNORECASE,
)
_GO_THERE = fold_pattern(
    r"(?:から|より|で|へ|に)?(?:ご?連絡|お問い?合わせ(?:くだ|下さ)|送って|お送り|ご?相談|お声|問い合わせフォーム(?:から|へ|に|で))|reach|contact me|get in touch|write (?:to )?me|message me|drop (?:me|us)|use the form"
)


def _workspace(value: str) -> str:
    """The link of a workspace as it is meant; "" for the usual slack.com."""
    value = _SLACK_ALIKE.sub(".slack.com", value)
    if value.partition(".")[0].lower() in ordinary.WORDS and "/" not in value:
        return ""
    return value.rstrip("/") if regex.fullmatch(r"[\w-]+\.slack\.com/", value) else value


def find_links(passage: Passage) -> list[Hit]:
    """Every link that leads to a person, with its text as the value (scheme and `www.` dropped)."""
    text = passage.text
    hits: list[Hit] = []
    for match in _ANY.finditer(text):
        kind = Kind(match.lastgroup or "other")
        value = match[kind.value].rstrip(".,;:!?'*")
        end = match.start(kind.value) + len(value)
        if kind is Kind.SKYPE and value.lower().startswith("skype:"):
            value = regex.sub(r"\?.*", "", value[6:])
        if _PLACEHOLDER.fullmatch(value):
            continue
        if kind is Kind.SLACK and not (value := _workspace(value)):
            continue
        hits.append(Hit(kind, value, ((match.start(), end),), 0.97, "link.invite"))
    hits += _apart(text)
    if _TALK_THERE.search(passage.low):
        hits += [
            Hit(Kind.OTHER, match["board"], (match.span(),), 0.82, "link.contact") for match in _BOARD.finditer(text)
        ]
    if _WRITE.search(passage.low):
        hits += [
            Hit(Kind(match.lastgroup), match[match.lastgroup], (match.span(),), 0.85, "link.invite")
            for match in _PROFILE.finditer(text)
            if match.lastgroup and not _PLACEHOLDER.fullmatch(match[match.lastgroup])
        ]
    for match in _CONTACT_PAGE.finditer(text):
        if (
            _GO_THERE.search(passage.low, match.start() - 40 if match.start() > 40 else 0, match.end() + 60)
            and not hits
        ):
            hits.append(Hit(Kind.OTHER, match["page"], (match.span(),), 0.82, "link.contact"))
    return hits
