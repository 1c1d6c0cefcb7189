"""Who may call: by key, for what, and how often."""

import asyncio
from dataclasses import replace
from hashlib import sha256

import httpx2
import pytest

from bot.api import Admission, Callers
from bot.api.application import make_api
from bot.api.bodies import SECONDS
from bot.api.callers import REMEMBERED, REMEMBERED_SECONDS
from bot.api.calls import CALLS
from bot.api.openapi import SCHEMAS
from bot.app import Guard, make_asgi, new_key
from bot.domain.keys import ApiKey, Scope, prefix_of
from bot.settings import Settings
from bot.telemetry import Metrics
from tests.builders import NOON, RULEBOOK, a_line

WORDS = {
    "contract_id": "k-1",
    "member_id": "u-1",
    "conversation_id": "c-1",
    "message_id": "m-9",
    "disclosure_id": "d-1",
    "case_id": "x-1",
    "request_id": "r-1",
}
BODIES = {
    **{schema["title"]: schema.get("example") for schema in SCHEMAS},
    "Message": a_line(),
    "ContractTerms": {"work_style": "project", "state": "inquiry"},
    "MemberTerms": {},
    "ConversationTerms": {"contract_id": "k-1"},
}


class Clock:
    now = 1_000.0

    def __call__(self):
        return self.now


class KeysInMemory:
    def __init__(self):
        self.keys = {}
        self.asked = 0

    async def find(self, prefix):
        self.asked += 1
        return self.keys.get(prefix)

    def make(self, scope=Scope.MARKETPLACE):
        token, key = new_key(scope, "a test", NOON)
        self.keys[key.prefix] = key
        return token


@pytest.fixture
def keys():
    return KeysInMemory()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def calling(guard, keys, clock):
    """Calls with a key, on a server that wants one."""
    app = make_api(
        guard, RULEBOOK.wording, Callers(keys, Admission(without_key=False, per_second=5, clock=clock)), Metrics()
    )
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://x") as client:

        async def call(token, method="GET", path="/v1/contracts/k-1", **more):
            headers = {} if token is None else {"authorization": f"Bearer {token}"}
            return await client.request(method, path, headers=headers, **more)

        yield call


async def called(calling, token, call):
    path = call.path.format(**WORDS)
    return await calling(token, call.method, path, **({"json": BODIES[call.body]} if call.body else {}))


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.operation)
@pytest.mark.parametrize("scope", Scope)
async def test_every_call_is_open_to_its_scopes_and_closed_to_the_others(calling, keys, call, scope):
    answer = await called(calling, keys.make(scope), call)
    if scope in call.scopes:
        assert answer.status_code in {200, 404, 409}, "let in; whether there is such a thing is another question"
    else:
        assert (answer.status_code, answer.json()["type"]) == (403, "/docs#forbidden")
        assert scope.value in answer.json()["detail"]


def test_only_the_marketplace_tells_and_everybody_with_a_key_may_look():
    assert {call.operation for call in CALLS if Scope.READ_ONLY in call.scopes} == {
        call.operation for call in CALLS if call.method == "GET"
    }
    staff = {call.operation for call in CALLS if Scope.MODERATOR in call.scopes and call.method != "GET"}
    assert staff == {call.operation for call in CALLS if Scope.MARKETPLACE not in call.scopes}
    assert all(Scope.LEAD in call.scopes for call in CALLS if Scope.MODERATOR in call.scopes)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.operation)
async def test_no_call_is_answered_without_a_key(calling, call):
    answer = await called(calling, None, call)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


async def test_numbers_need_a_key_too_and_any_will_do(calling, keys):
    assert (await calling(None, path="/metrics")).status_code == 401
    assert (await calling(keys.make(Scope.READ_ONLY), path="/metrics")).status_code == 200


async def test_a_key_of_another_does_not_open_under_this_name(calling, keys):
    one, other = keys.make(), keys.make()
    assert (await calling(prefix_of(one) + other.removeprefix(prefix_of(other)))).status_code == 401
    assert (await calling(one)).status_code == 404


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("", id="nothing"),
        pytest.param("Bearer", id="no token"),
        pytest.param("Basic smk_0000000000_" + "A" * 43, id="another way"),
        pytest.param("Bearer smk_0000000000_" + "A" * 43, id="a key nobody made"),
        pytest.param("Bearer smk_0000000000_" + "A" * 4_000, id="an endless key"),
        pytest.param("Bearer ' OR 1=1 --", id="SQL"),
        pytest.param("Bearer smk_%_" + "A" * 43, id="a wildcard"),
    ],
)
async def test_what_is_no_key_opens_nothing(guard, keys, clock, given):
    app = make_api(
        guard, RULEBOOK.wording, Callers(keys, Admission(without_key=True, per_second=5, clock=clock)), Metrics()
    )
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://x") as client:
        answer = await client.get("/v1/contracts/k-1", headers={"authorization": given})
        without = await client.get("/v1/contracts/k-1")
    assert (answer.status_code, without.status_code) == (401, 404)
    assert given not in answer.text or not given


async def test_a_revoked_key_is_refused_after_a_few_seconds_everywhere(calling, keys, clock):
    token = keys.make()
    assert (await calling(token)).status_code == 404
    keys.keys[prefix_of(token)] = replace(keys.keys[prefix_of(token)], revoked_at=NOON)
    clock.now += REMEMBERED_SECONDS
    assert (await calling(token)).status_code == 401


async def test_the_database_is_not_asked_for_every_call_and_memory_has_an_end(calling, keys, clock):
    token = keys.make()
    for _ in range(3):
        await calling(token)
    assert keys.asked == 1
    for number in range(REMEMBERED + 1):
        await calling(f"smk_{number:010x}_{'A' * 43}")
    await calling(token)
    assert keys.asked == REMEMBERED + 3


async def test_a_key_that_calls_too_often_is_told_when_to_come_again_and_the_others_go_on(calling, keys, clock):
    one, other = keys.make(), keys.make()
    statuses = [(await calling(one)).status_code for _ in range(6)]
    assert statuses == [404] * 5 + [429]
    refused = await calling(one)
    assert (refused.headers["retry-after"], refused.json()["type"]) == ("1", "/docs#too_many")
    assert (await calling(other)).status_code == 404
    clock.now += 0.2
    assert [(await calling(one)).status_code for _ in range(2)] == [404, 429]
    clock.now += 60
    assert [(await calling(one)).status_code for _ in range(6)] == [404] * 5 + [429], "a rest saves up no more"


async def test_a_call_that_may_not_be_made_counts_too(calling, keys):
    token = keys.make(Scope.READ_ONLY)
    put = [(await called(calling, token, CALLS[1])).status_code for _ in range(6)]
    assert put == [403] * 5 + [429]


def test_a_key_is_kept_as_prefix_and_hash_and_is_never_shown():
    token, key = new_key(Scope.MODERATOR, "the night shift", NOON)
    assert key == ApiKey(prefix_of(token), Scope.MODERATOR, "the night shift", sha256(token.encode()).digest(), NOON)
    assert token.removeprefix(key.prefix) not in repr(key)
    assert "digest" not in repr(key)
    assert len({new_key(Scope.MODERATOR, "", NOON)[0] for _ in range(100)}) == 100


async def test_a_body_that_does_not_arrive_is_not_waited_for(guard, monkeypatch):
    assert SECONDS == 10, "as the description says"
    monkeypatch.setattr("bot.api.bodies.SECONDS", 0.05)
    beginning = [{"type": "http.request", "body": b'{"message_id": ', "more_body": True}]
    answered = []

    async def receive():
        if not beginning:
            await asyncio.Event().wait()
        return beginning.pop()

    async def send(message):
        answered.append(message)

    headers = [(b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/v1/messages", "query_string": b"", "headers": headers}
    await asyncio.wait_for(make_asgi(guard)(scope, receive, send), 5)
    assert answered[0]["status"] == 408
    assert (b"connection", b"close") in answered[0]["headers"]


async def test_the_keys_of_the_real_store_open_the_real_server(tmp_path):
    settings = Settings(var=tmp_path / "var", host="0.0.0.0", _env_file=None)
    async with Guard(settings) as guard:
        token, key = new_key(Scope.READ_ONLY, "a test", NOON)
        await guard.store.keys.make(key)
        headers = {"authorization": f"Bearer {token}"}
        transport = httpx2.ASGITransport(make_asgi(guard))
        async with httpx2.AsyncClient(transport=transport, base_url="http://x", headers=headers) as client:
            assert (await client.get("/v1/contracts/k-1")).status_code == 404
            assert (await client.post("/v1/messages", json=a_line())).status_code == 403
