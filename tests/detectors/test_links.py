"""Invitation, profile and contact links, and the links that are work."""

import pytest

from detectors import scan
from tests.detectors.claims import Row, contacts, hits, holds, near_misses

INVITATIONS = [
    Row(
        "a LINE short link",
        "https://lin.ee/qW3rTy8 です",
        "line lin.ee/qW3rTy8",
        "link.invite",
        "the site of LINE",
        "https://line.me/ を参考にしてください",
    ),
    Row(
        "a LINE profile",
        "line.me/ti/p/~yuzu_77",
        "line line.me/ti/p/~yuzu_77",
        "link.invite",
        "help on LINE",
        "line.me/help を読みました",
    ),
    Row(
        "a LINE official account",
        "https://page.line.me/yuzu77x",
        "line page.line.me/yuzu77x",
        "link.invite",
        "a page about a line",
        "https://page.example.com/line",
    ),
    Row(
        "a LINE app link",
        "line://ti/p/yuzu77",
        "line line://ti/p/yuzu77",
        "link.invite",
        "a scheme of its own",
        "line-height://1.5 と書いてある",
    ),
    Row(
        "a Slack invitation",
        "https://join.slack.com/t/yuzukobo/shared_invite/zt-1a2b3c",
        "slack join.slack.com/t/yuzukobo/shared_invite/zt-1a2b3c",
        "link.invite",
        "Slack's own site",
        "https://slack.com/intl/ja-jp/help を見てください",
    ),
    Row(
        "a Slack workspace",
        "yuzukobo.slack.com",
        "slack yuzukobo.slack.com",
        "link.invite",
        "Slack's API",
        "api.slack.com/methods の仕様です",
    ),
    Row(
        "a Slack workspace with a slash",
        "yuzukobo.slack.com/",
        "slack yuzukobo.slack.com",
        "link.invite",
        "Slack's status page",
        "status.slack.com/",
    ),
    Row(
        "a Chatwork contact",
        "https://www.chatwork.com/yuzu77",
        "chatwork chatwork.com/yuzu77",
        "link.invite",
        "Chatwork's prices",
        "https://www.chatwork.com/pricing を比べました",
    ),
    Row(
        "a Skype call",
        "skype:yuzu.tree?call",
        "skype yuzu.tree",
        "link.invite",
        "a field called skype",
        "skype: true にしました",
    ),
    Row(
        "a Skype meeting",
        "https://join.skype.com/aBcDeF12",
        "skype join.skype.com/aBcDeF12",
        "link.invite",
        "Skype's site",
        "https://www.skype.com/ja/features",
    ),
    Row(
        "a Discord server",
        "discord.gg/yuZu77",
        "discord discord.gg/yuZu77",
        "link.invite",
        "Discord's docs",
        "discord.com/developers/docs を参照",
    ),
    Row(
        "a Discord invitation in full",
        "https://discord.com/invite/yuZu77",
        "discord discord.com/invite/yuZu77",
        "link.invite",
        "a Discord webhook",
        "https://discord.com/api/webhooks を呼びます",
    ),
    Row(
        "a Telegram name",
        "https://t.me/yuzu77",
        "telegram t.me/yuzu77",
        "link.invite",
        "a domain that ends alike",
        "https://cat.me/yuzu77",
    ),
    Row(
        "a WhatsApp number",
        "wa.me/819012345678",
        "whatsapp wa.me/819012345678",
        "link.invite",
        "a domain that ends like WhatsApp's",
        "aqua.me/8190",
    ),
    Row(
        "a WeChat profile",
        "https://u.wechat.com/aBc123",
        "wechat u.wechat.com/aBc123",
        "link.invite",
        "WeChat's docs",
        "https://developers.weixin.qq.com/doc",
    ),
    Row(
        "a KakaoTalk room",
        "open.kakao.com/o/gAbC12",
        "kakao open.kakao.com/o/gAbC12",
        "link.invite",
        "Kakao's company",
        "www.kakaocorp.com/page",
    ),
    Row(
        "a Zoom meeting",
        "https://us02web.zoom.us/j/81234567890",
        "zoom us02web.zoom.us/j/81234567890",
        "link.invite",
        "Zoom's download",
        "https://zoom.us/download を開く",
    ),
    Row(
        "a Google meeting",
        "meet.google.com/abc-defg-hij",
        "zoom meet.google.com/abc-defg-hij",
        "link.invite",
        "a Google document",
        "docs.google.com/document/d/1aBc/edit",
    ),
    Row(
        "a Teams meeting",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x",
        "zoom teams.microsoft.com/l/meetup-join/19%3ameeting_x",
        "link.invite",
        "Microsoft's help",
        "https://support.microsoft.com/teams",
    ),
    Row(
        "a form",
        "https://forms.gle/aBcD1234",
        "other forms.gle/aBcD1234",
        "link.invite",
        "a Google sheet",
        "https://docs.google.com/spreadsheets/d/1aBc",
    ),
    Row(
        "a calendar",
        "calendly.com/yuzu77/30min",
        "other calendly.com/yuzu77/30min",
        "link.invite",
        "the calendar's site",
        "calendly.com の代わりを作りたい",
    ),
    Row(
        "a list of links",
        "lit.link/yuzu77",
        "other lit.link/yuzu77",
        "link.invite",
        "a link that is lit",
        "the link is lit/yuzu77",
    ),
]

DISGUISED = [
    Row(
        "the scheme spoiled",
        "hxxps://t.me/yuzu77",
        "telegram t.me/yuzu77",
        "link.invite",
        "a spoiled link of work",
        "hxxps://example.com/yuzu77",
    ),
    Row(
        "dots in brackets",
        "lin[.]ee/qW3rTy8",
        "line lin.ee/qW3rTy8",
        "link.invite",
        "an index in brackets",
        "list[.]length/2 です",
    ),
    Row(
        "the dot said in Japanese",
        "discord ドット gg/yuZu77",
        "discord discord.gg/yuZu77",
        "link.invite",
        "dots of a graph",
        "discord の ドット gg の絵",
    ),
    Row(
        "full width",
        "ｔ．ｍｅ／ｙｕｚｕ７７",
        "telegram t.me/yuzu77",
        "link.invite",
        "a full-width fraction",
        "ｔ．ｂ．ｄ／未定",
        trick="fullwidth",
    ),
    Row(
        "a zero-width space inside",
        "discord.\u200bgg/yuZu77",
        "discord discord.gg/yuZu77",
        "link.invite",
        "a zero-width space in prose",
        "discord.\u200b と gg は別です",
        trick="zero-width",
    ),
]

PROFILES = [
    Row(
        "Instagram, to write to",
        "instagram.com/yuzu.tree にDMください",
        "instagram instagram.com/yuzu.tree",
        "link.invite",
        "Instagram, as a sample",
        "instagram.com/yuzu.tree の色味が好みです",
    ),
    Row(
        "X, to write to",
        "https://x.com/yuzu_tree へ連絡を",
        "x x.com/yuzu_tree",
        "link.invite",
        "a post on X",
        "https://x.com/yuzu_tree/status/12345 のメッセージの画像です",
    ),
    Row(
        "Facebook, to write to",
        "message me: facebook.com/yuzu.tree.9",
        "facebook facebook.com/yuzu.tree.9",
        "link.invite",
        "an event on Facebook",
        "the message is on facebook.com/events/123",
    ),
    Row(
        "a page for getting in touch",
        "お問い合わせは yuzukobo.example.com/contact/ から送ってください",
        "other yuzukobo.example.com/contact/",
        "link.contact",
        "a page to be built",
        "yuzukobo.example.com/contact/ のデザインを直しました",
    ),
    Row(
        "use the form, in English",
        "Get in touch here: https://yuzu.example.org/contact-us",
        "other yuzu.example.org/contact-us",
        "link.contact",
        "a page in a site map",
        "Fix the title of https://yuzu.example.org/contact-us",
    ),
    Row(
        "a Telegram link",
        "t.me/yuzu_name です",
        "telegram t.me/yuzu_name",
        "link.invite",
        "a link with a placeholder",
        "リンクは仮で t.me/username と lin.ee/xxxxxxx を入れてあります",
    ),
    Row(
        "a WhatsApp link",
        "wa.me/818012345678 へ",
        "whatsapp wa.me/818012345678",
        "link.invite",
        "a link with no number",
        "I validated the short-link pattern with wa.me/0000 only",
    ),
    Row(
        "a profile to write to",
        "instagram.com/yuzu_account にDMください",
        "instagram instagram.com/yuzu_account",
        "link.invite",
        "a profile to fill in",
        "instagram.com/your_account の部分を差し替え、DMボタンを付けます",
    ),
]

PIECED = [
    Row(
        "a path said behind its host",
        "t.me のあとにスラッシュ、akebono_tr で開きます",
        "telegram t.me/akebono_tr",
        "link.invite",
        "a host alone",
        "t.me のあとに slash を入れる処理です",
    ),
    Row(
        "a code said behind its host",
        "14時に meet.google.com の bxk-mwpe-qrz で",
        "zoom meet.google.com/bxk-mwpe-qrz",
        "link.invite",
        "a host and a word",
        "meet.google.com の background を選びます",
    ),
    Row(
        "a room, and dots said",
        "Jump into meet dot jit dot si, room BrassTeapot77",
        "zoom meet.jit.si/BrassTeapot77",
        "link.invite",
        "a room without a link",
        "We meet in room BrassTeapot",
    ),
    Row(
        "a link said in words",
        "m dot me slash yuzu.lane, it goes to me",
        "facebook m.me/yuzu.lane",
        "link.invite",
        "a measure",
        "m dot product slash norm",
    ),
    Row(
        "a hub with a space in it",
        "リンクツリー→ linktr . ee ／komorebi_desk",
        "other linktr.ee/komorebi_desk",
        "link.invite",
        "a hub as the topic",
        "リンクツリー風のページを作ります",
    ),
    Row(
        "a form behind its host",
        "うちのフォームは tayori.com の /f/sumika-ask です",
        "other tayori.com/f/sumika-ask",
        "link.invite",
        "a tool for forms",
        "tayori.com の料金を比べました",
    ),
    Row(
        "a board to talk on",
        "Let us chat in card comments: trello.com/b/Qw7sTiLe",
        "other trello.com/b/Qw7sTiLe",
        "link.contact",
        "a board with the tasks",
        "The tasks are on trello.com/b/Qw7sTiLe",
    ),
    Row(
        "a page that holds the way to be reached",
        "窓口を書いておきました。yuzu-lab.notion.site/hello-3f2a",
        "other yuzu-lab.notion.site/hello-3f2a",
        "link.contact",
        "a page with the specification",
        "仕様は yuzu-lab.notion.site/spec-3f2a です",
    ),
    Row(
        "signs of a link in brackets",
        "line(てん)me(斜線)ti(斜線)p(斜線)(波線)tsubaki-oil です",
        "line line.me/ti/p/~tsubaki-oil",
        "link.invite",
        "a pattern of stripes",
        "line(てん)と(斜線)の模様です",
    ),
    Row(
        "a dot said, and a path",
        "wa てん me の /819063182745 です",
        "whatsapp wa.me/819063182745",
        "link.invite",
        "a dot on a line",
        "上の点 me の位置は /819 です",
    ),
    Row(
        "a dot in square brackets",
        "line[.]me/ti/p/~yuzu_enaga にアクセスを",
        "line line.me/ti/p/~yuzu_enaga",
        "link.invite",
        "a dot in square brackets as the topic",
        "line[.]height を直しました",
    ),
]
BOARDS = [
    Row(
        "a board to write into, its path apart",
        "padlet.com の /tsubomi/board9x に書き込んでくだされば、自由に話せます",
        "other padlet.com/tsubomi/board9x",
        "link.contact",
        "a board to be built",
        "padlet.com のような掲示板の /tsubomi/board9x を作ってください",
    ),
    Row(
        "a page with everything about a person",
        "Have a look at about.me/fenwick.t, my phone and everything sits there.",
        "other about.me/fenwick.t",
        "link.invite",
        "a page like it",
        "about.me のようなプロフィールページを作ってください",
    ),
]
TABLE = [*BOARDS, *INVITATIONS, *DISGUISED, *PROFILES, *PIECED]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_link_to_a_person_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_a_link_to_work_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://github.com/yuzu/line-bot", id="a repository"),
        pytest.param("https://youtu.be/aBcDeF12345", id="a video"),
        pytest.param("https://www.figma.com/file/aBc/line", id="a design"),
        pytest.param("https://drive.google.com/drive/folders/1aBc", id="a folder"),
        pytest.param("https://staging.example.com/login", id="a staging site"),
        pytest.param("https://zoom.us", id="a host alone"),
        pytest.param("twitter.com/search?q=yuzu へ連絡", id="a search"),
        pytest.param("https://gigafile.example/yuzu", id="a file to fetch"),
    ],
)
def test_ordinary_links_are_left(text):
    assert contacts(scan(text)) == []


@pytest.mark.parametrize("mark", [".", ",", ";", ":", "!", "?", "。", "、", "）", "」", " です"])
def test_marks_behind_a_link_are_no_part_of_it(mark):
    assert contacts(scan(f"discord.gg/yuZu77{mark}")) == ["discord discord.gg/yuZu77"]
