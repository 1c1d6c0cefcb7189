"""Links to members' pages: made here, and good for a while."""

from datetime import timedelta

import pytest
from itsdangerous import TimestampSigner

from bot.console.links import About, NoPage, PageLinks
from bot.domain.disclosures import MessageRef
from tests.builders import a_message

LINKS = PageLinks(b"secret" * 6, "https://guard.example.jp/", timedelta(days=30))
BASE = "https://guard.example.jp/pages/"


def token(link):
    assert link.startswith(BASE)
    return link.removeprefix(BASE)


@pytest.mark.parametrize("message_id", ["m-1", "会話/１", "a b?c#d", "x" * 200])
def test_a_link_leads_to_its_message_and_revision(message_id):
    link = LINKS.to_message(a_message(message_id=message_id, revision=3))
    assert LINKS.about(token(link)) == About(MessageRef(message_id, 3))
    assert "/" not in token(link)


def test_a_link_leads_to_a_request_without_a_message():
    assert LINKS.about(token(LINKS.to_disclosure("d-1"))) == About(disclosure_id="d-1")


def test_a_link_of_another_server_opens_nothing():
    other = PageLinks(b"other!" * 6, "https://guard.example.jp", timedelta(days=30))
    with pytest.raises(NoPage, match="link_unknown"):
        LINKS.about(token(other.to_disclosure("d-1")))


@pytest.mark.parametrize("change", [lambda one: one[:-1], lambda one: "A" + one[1:], lambda _: "", lambda _: "a.b.c"])
def test_a_changed_link_opens_nothing(change):
    with pytest.raises(NoPage, match="link_unknown"):
        LINKS.about(change(token(LINKS.to_disclosure("d-1"))))


def test_a_signed_token_of_another_kind_opens_nothing():
    with pytest.raises(NoPage, match="link_unknown"):
        LINKS.about(LINKS._signer.dumps(["z", 1]))


def test_an_old_link_says_so(monkeypatch):
    old = token(LINKS.to_disclosure("d-1"))
    now = TimestampSigner.get_timestamp
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda self: now(self) + 31 * 24 * 3600)
    with pytest.raises(NoPage, match="link_expired"):
        LINKS.about(old)
