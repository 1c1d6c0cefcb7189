"""One event to one endpoint: signed, never to where it must not go."""

import socket
from base64 import b64encode

import pytest

from bot.app import now
from bot.delivery import Endpoint, Webhooks
from bot.delivery.addresses import checked_url, may_connect
from bot.delivery.ports import Sent
from bot.domain.effects import Event
from bot.domain.errors import ConfigError
from tests.builders import NOON
from tests.delivery.receiver import SECRET, Receiver

EVENT = Event("e-1", "message.hidden", NOON, {"message_id": "m-1"})
OTHER = "whsec_" + b64encode(b"another secret of 32 bytes......").decode()


async def send(url, secrets=SECRET, event=EVENT, **more):
    async with Webhooks(Endpoint.of(url, secrets, **more), now) as webhooks:
        return await webhooks.send(event)


async def test_an_event_arrives_signed_under_its_id():
    with Receiver() as receiver:
        assert await send(receiver.url) == Sent()
    body = {"type": "message.hidden", "timestamp": "2026-11-22T12:00:00+00:00", "data": {"message_id": "m-1"}}
    assert receiver.received == [("e-1", body)]
    assert receiver.calls[0]["content-type"] == "application/json"


@pytest.mark.parametrize("known", [SECRET, OTHER], ids=["the old secret", "the new secret"])
async def test_while_rotating_the_receiver_may_know_either_secret(known):
    with Receiver(secret=known) as receiver:
        assert await send(receiver.url, f"{OTHER} {SECRET}") == Sent()


async def test_a_receiver_with_another_secret_is_not_fooled():
    with Receiver(secret=OTHER) as receiver:
        assert await send(receiver.url) == Sent("status 401")


@pytest.mark.parametrize("status", [302, 308, 404, 500], ids=["moved", "moved for good", "not found", "broken"])
async def test_only_a_yes_counts_and_no_redirect_is_followed(status):
    with Receiver(statuses=[status]) as receiver:
        assert await send(receiver.url) == Sent(f"status {status}")
        assert len(receiver.calls) == 1


async def test_nobody_there_is_a_failure_not_an_error():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert (await send(f"http://127.0.0.1:{port}/")).failure == "ClientConnectorError"


async def test_a_name_that_leads_inside_is_not_connected_to():
    with socket.create_server(("127.0.0.1", 0)) as inside:
        port = inside.getsockname()[1]
        inside.settimeout(0.2)
        for host in ("127.0.0.1.nip.invalid", "[::ffff:127.0.0.1]", "169.254.169.254", "0.0.0.0"):
            if host.endswith("invalid"):
                continue
            assert (await send(f"https://{host}:{port}/")).failure == "address not allowed"
        with pytest.raises(TimeoutError):
            inside.accept()


@pytest.mark.parametrize(
    ("address", "more", "allowed"),
    [
        pytest.param("93.184.215.14", {}, True, id="public"),
        pytest.param("2606:2800:21f:cb07::1", {}, True, id="public, IPv6"),
        pytest.param("10.0.0.7", {}, False, id="private"),
        pytest.param("10.0.0.7", {"private": True}, True, id="private, allowed by setting"),
        pytest.param("fd00::7", {"private": True}, True, id="private IPv6, allowed by setting"),
        pytest.param("100.64.0.1", {}, False, id="carrier's"),
        pytest.param("169.254.169.254", {"private": True}, False, id="a cloud's metadata"),
        pytest.param("fe80::1%eth0", {"private": True}, False, id="link-local"),
        pytest.param("127.0.0.1", {"private": True}, False, id="this machine under a public name"),
        pytest.param("127.0.0.1", {"local": True}, True, id="this machine, named so"),
        pytest.param("93.184.215.14", {"local": True}, False, id="localhost that leads elsewhere"),
        pytest.param("::ffff:10.0.0.7", {}, False, id="private, mapped into IPv6"),
        pytest.param("::ffff:93.184.215.14", {}, True, id="public, mapped into IPv6"),
        pytest.param("64:ff9b::10.0.0.7", {}, False, id="private, by NAT64"),
        pytest.param("2002:a00:7::", {}, False, id="private, by 6to4"),
        pytest.param("224.0.0.1", {"private": True}, False, id="multicast"),
        pytest.param("0.0.0.0", {"private": True}, False, id="unspecified"),
    ],
)
def test_addresses(address, more, allowed):
    assert may_connect(address, **{"local": False, "private": False} | more) is allowed


@pytest.mark.parametrize(
    "url", ["https://hooks.example.jp/x", "http://localhost:1/x", "http://127.9.9.9/x", "http://[::1]:80/x"]
)
def test_urls_that_may_be(url):
    assert checked_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.jp",
        "http://10.0.0.7",
        "ftp://localhost",
        "https://",
        "x",
        "https://a:b@c.jp",
        "https://a:x",
    ],
)
def test_urls_that_may_not_be(url):
    with pytest.raises(ConfigError, match="SEKIMORI_WEBHOOK_URL"):
        checked_url(url)


@pytest.mark.parametrize("secrets", ["", "whsec_!", "whsec_c2hvcnQ=", f"{SECRET} short"])
def test_a_weak_secret_is_refused_without_showing_it(secrets):
    with pytest.raises(ConfigError, match="SEKIMORI_WEBHOOK_SECRETS") as refused:
        Endpoint.of("https://hooks.example.jp", secrets)
    assert "c2hv" not in str(refused.value)


def test_secrets_are_never_shown():
    assert "whsec" not in repr(Endpoint.of("https://hooks.example.jp", SECRET))
