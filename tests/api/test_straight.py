"""Whole messages go straight; whatever is not so plain is uvicorn's, and nobody can tell from the answers."""

import asyncio
import json
import re
from contextlib import asynccontextmanager

import pytest
import uvicorn

from bot.api.straight import Straight
from bot.api.wire import wire_of
from bot.app import Interface, make_asgi
from tests.broken_input import BROKEN
from tests.builders import a_line

PHONE = "電話は090-1234-5678です"
PLAIN = (("Host", "here"), ("Content-Type", "application/json"))


class Counting(Interface):
    """Counts what goes straight."""

    straight = 0

    async def answer(self, headers, body):
        self.straight += 1
        return await super().answer(headers, body)


@asynccontextmanager
async def serving(guard, **config):
    interface = Counting(guard)
    given = {"lifespan": "off", "log_config": None, "server_header": False, "ws": "none"} | config
    server = uvicorn.Server(uvicorn.Config(interface, port=0, http=wire_of(interface), **given))
    running = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 (uvicorn tells nobody)
        await asyncio.sleep(0.01)
    try:
        yield interface, server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await running


@pytest.fixture
async def server(guard):
    async with serving(guard) as opened:
        yield opened


def call(body, *more, path="/v1/messages", headers=PLAIN, method="POST"):
    raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    lines = [f"{method} {path} HTTP/1.1", *(f"{n}: {v}" for n, v in (*headers, ("Content-Length", len(raw)), *more))]
    return "\r\n".join([*lines, "", ""]).encode() + raw


async def answer_of(reader):
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)
    length = re.search(rb"content-length: (\d+)", head)
    body = await reader.readexactly(int(length[1]))
    return int(head.split()[1]), dict(re.findall(r"(?m)^([\w-]+): (.*?)\r$", head.decode())), body


async def asked(port, *raw):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for part in raw:
        writer.write(part)
        await asyncio.sleep(0.05 if len(raw) > 1 else 0)
    answer = await answer_of(reader)
    writer.close()
    await writer.wait_closed()
    return answer


async def test_a_whole_message_goes_straight_and_is_recorded(server, guard):
    interface, port = server
    status, headers, body = await asked(port, call(a_line(PHONE)))
    assert (status, json.loads(body)["ruling"], interface.straight) == (200, "block", 1)
    assert headers["content-type"] == "application/json"
    assert headers["cache-control"] == "no-store"
    assert "date" in headers
    assert b'sekimori_calls_total{method="POST",route="/v1/messages",status="200"} 1.0' in guard.metrics.text()


ONE_PIECE = 9_000
STRANGE = [
    pytest.param(call(b"{}", ("Content-Encoding", "br")), id="an object without fields"),
    pytest.param(call(b""), id="no body"),
    pytest.param(call(a_line(PHONE), headers=(("Host", "here"), ("Content-Type", "text/plain"))), id="a media type"),
    pytest.param(call(a_line(PHONE), headers=(("Host", "here"),)), id="no media type"),
    pytest.param(call(a_line(PHONE), ("Authorization", "Bearer nonsense")), id="a key nobody knows"),
    pytest.param(call(b"[", ("Accept-Language", "ja")), id="an error in Japanese"),
    *(pytest.param(call(one.raw), id=one.name) for one in BROKEN if len(one.raw) < ONE_PIECE),
]


@pytest.mark.parametrize("raw", STRANGE)
async def test_the_answers_are_those_of_the_route(server, raw):
    interface, port = server
    straight = await asked(port, raw)
    assert interface.straight == 1
    ordinary = await asked(port, raw.replace(b"/v1/messages ", b"/v1/messages? ", 1))
    assert interface.straight == 1
    assert [answer[0] for answer in (straight, ordinary)] == [ordinary[0]] * 2
    assert straight[1] | {"date": ""} == ordinary[1] | {"date": ""}
    assert straight[2] == ordinary[2]


@pytest.mark.parametrize(
    "text", ["はい", PHONE, 'a "quoted" \\ text', "\ud800"], ids=["plain", "phone", "quotes", "half"]
)
async def test_a_verdict_is_the_same_on_both_ways(server, text):
    _, port = server
    raw = call(json.dumps(a_line(text)).encode())
    assert (await asked(port, raw))[2] == (await asked(port, raw.replace(b"/v1/messages ", b"/v1/messages?a=1 ")))[2]


APART = call(a_line(PHONE))
CHUNKS = (
    b"POST /v1/messages HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    + b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (b'{"a": 1,', b'"b": 2}', b""))
)


@pytest.mark.parametrize(
    ("parts", "straight"),
    [
        pytest.param([APART[:-9], APART[-9:]], 0, id="the end of the body is late"),
        pytest.param([APART[:40], APART[40:]], 1, id="the headers come in two"),
        pytest.param([APART[:-90], APART[-90:-50], APART[-50:]], 0, id="three pieces"),
        pytest.param([CHUNKS], 1, id="chunks at once"),
        pytest.param([CHUNKS[:-12], CHUNKS[-12:]], 0, id="chunks apart"),
    ],
)
async def test_a_message_in_pieces_is_answered_as_well(server, parts, straight):
    interface, port = server
    status, _, body = await asked(port, *parts)
    assert (status, interface.straight) == (422 if b"chunked" in parts[0] else 200, straight)
    assert json.loads(body)


async def test_requests_that_do_not_wait_are_answered_in_their_order(server):
    interface, port = server
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    ways = ["/v1/messages", "/v1/messages?a", "/v1/messages", "/healthz"]
    calls = [call(a_line("はい", message_id=f"m-{place}"), path=way) for place, way in enumerate(ways[:3])]
    writer.write(b"".join([*calls, call(b"", path="/healthz", method="GET")]))
    answers = [json.loads((await answer_of(reader))[2]) for _ in ways]
    assert [one.get("message_id", "health") for one in answers] == ["m-0", "m-1", "m-2", "health"]
    writer.write(call(a_line("はい", message_id="m-9")))
    assert json.loads((await answer_of(reader))[2])["message_id"] == "m-9"
    assert interface.straight == 2
    writer.close()


async def test_who_wants_no_more_is_hung_up_on(server):
    _, port = server
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(call(a_line("はい"), ("Connection", "close")))
    assert (await answer_of(reader))[1]["connection"] == "close"
    assert await reader.read() == b""
    writer.close()


async def test_a_connection_that_rests_is_closed_and_one_at_work_is_not(guard):
    async with serving(guard, timeout_keep_alive=1) as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in range(4):
            writer.write(call(a_line("はい", message_id=f"m-{number}")))
            assert (await answer_of(reader))[0] == 200
            await asyncio.sleep(0.5)
        assert await asyncio.wait_for(reader.read(), 3) == b""
        writer.close()


async def test_a_caller_who_goes_away_takes_nothing_along(server):
    _, port = server
    for number in range(5):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(call(a_line(PHONE, message_id=f"m-{number}")))
        writer.transport.abort()
    assert (await asked(port, call(a_line(PHONE, message_id="m-0"))))[0] == 200


async def test_the_server_ends_when_the_last_answer_is_out(guard):
    async with serving(guard) as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(call(a_line("はい")))
        assert (await answer_of(reader))[0] == 200
    assert await asyncio.wait_for(reader.read(), 3) == b""
    writer.close()


async def test_new_rules_hold_at_once(guard):
    interface = make_asgi(guard)
    before = interface._straight
    interface.reload()
    assert isinstance(interface._straight, Straight)
    assert interface._straight is not before
