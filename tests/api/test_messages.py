"""POST /v1/messages: the verdict, once, or a problem that names the field."""

import json

import httpx2
import pytest

from bot.api.bodies import LIMIT
from bot.app import Guard, make_asgi
from bot.domain.verdict_json import VERDICT_SCHEMA
from bot.settings import Settings
from tests.broken_input import BROKEN, UNUSUAL, Broken
from tests.builders import a_line

PHONE = "電話は090-1234-5678です"
JSON = {"content-type": "application/json"}


async def post(client, document, **headers):
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    return await client.post("/v1/messages", content=content, headers=JSON | headers)


async def test_a_verdict_is_as_published(client, guard):
    answer = await post(client, a_line(PHONE))
    verdict = answer.json()
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert set(verdict) == set(VERDICT_SCHEMA["required"])
    assert (verdict["ruling"], verdict["kinds"], verdict["speech_act"]) == ("block", ["phone"], "offers")
    assert verdict["findings"][0]["pieces"] == [{"message_id": "m-1", "start": 3, "end": 16, "text": "090-1234-5678"}]
    assert verdict["policy"] == guard.rulebook.policy.version
    assert verdict["case_id"]


async def test_the_same_message_again_gets_the_same_answer(client):
    assert (await post(client, a_line(PHONE))).content == (await post(client, a_line(PHONE))).content


async def test_the_same_id_with_another_text_is_a_conflict(client):
    await post(client, a_line(PHONE))
    answer = await post(client, a_line("別の文"))
    assert (answer.status_code, answer.json()["type"]) == (409, "/docs#conflict")
    assert (await post(client, a_line("別の文", revision=2))).status_code == 200


BODIES = [
    *BROKEN,
    Broken("an empty body", b"", "the body is empty"),
    Broken("a blank body", b"  ", "not readable as JSON"),
]


@pytest.mark.parametrize("broken", BODIES, ids=lambda one: one.name)
async def test_a_broken_message_is_refused_by_field(client, broken):
    answer = await post(client, broken.raw)
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == problem["status"] == (422 if broken.field else 400)
    assert problem["detail"].startswith(broken.said)
    assert problem.get("field") == broken.field
    assert set(problem) <= {"type", "title", "status", "detail", "field"}


@pytest.mark.parametrize("document", UNUSUAL.values(), ids=UNUSUAL)
async def test_what_is_only_unusual_gets_a_verdict_and_keeps_it(client, document):
    first = await post(client, document)
    assert first.status_code == 200
    assert (await post(client, document)).content == first.content


@pytest.mark.parametrize("told", [True, False], ids=["with its length", "in parts"])
async def test_a_body_that_is_too_large_is_not_read_to_its_end(guard, told):
    read = 0

    async def endless():
        nonlocal read
        while read < 100 * LIMIT:
            read += 65_536
            yield b"x" * 65_536

    async def receive():
        return {"type": "http.request", "body": await anext(parts), "more_body": True}

    async def send(message):
        sent.append(message)

    parts, sent = endless(), []
    headers = [(b"content-type", b"application/json"), *([(b"content-length", b"9999999999")] if told else [])]
    scope = {"type": "http", "method": "POST", "path": "/v1/messages", "headers": headers, "query_string": b""}
    await make_asgi(guard)(scope, receive, send)
    assert sent[0]["status"] == 413
    assert read <= (0 if told else LIMIT + 65_536)


async def test_a_body_that_is_not_called_json_is_refused(client):
    answer = await client.post("/v1/messages", content=b"{}", headers={"content-type": "text/plain"})
    assert (answer.status_code, answer.json()["title"]) == (415, "Wrong format")
    assert (await post(client, a_line(), **{"content-type": "application/json; charset=utf-8"})).status_code == 200


@pytest.mark.parametrize(
    ("accepts", "language"),
    [
        ("ja", "ja"),
        ("en-US,en;q=0.9,ja;q=0.8", "en"),
        ("fr,ja-JP;q=0.5,en;q=0.1", "ja"),
        ("ja;q=0", "en"),
        ("fr", "en"),
        ("*;;q=x,,ja;q=7", "en"),
        ("", "en"),
    ],
)
async def test_a_problem_is_said_in_the_callers_language(client, accepts, language):
    answer = await post(client, {}, **{"accept-language": accepts})
    said = {"ja": "message_id がありません", "en": "message_id is missing"}
    assert (answer.json()["detail"], answer.headers["content-language"]) == (said[language], language)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_other_methods_are_refused(client, method):
    answer = await client.request(method, "/v1/messages")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.json()["detail"] == f"{method} is not possible at this address"


async def test_an_address_with_nothing_there_says_so(client):
    answer = await client.get("/v1/nothing", headers={"accept-language": "ja"})
    assert (answer.status_code, answer.json()["detail"]) == (404, "このURLには何もありません")


async def test_while_the_database_is_away_the_call_may_be_repeated(client, guard, tmp_path):
    database = tmp_path / "var" / "sekimori.sqlite3"
    guard.store._database._engine.dispose()
    database.rename(tmp_path / "away")
    database.mkdir()
    answer = await post(client, a_line(PHONE))
    ready = await client.get("/readyz")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert (ready.status_code, ready.json()) == (503, {"status": "away"})
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    database.rmdir()
    (tmp_path / "away").rename(database)
    assert (await post(client, a_line(PHONE))).status_code == 200
    assert (await client.get("/readyz")).json() == {"status": "ready"}


async def test_what_goes_wrong_unforeseen_is_answered_without_its_content(tmp_path, guard, capsys):
    class Broken(Guard):
        async def screen(self, message):
            raise RuntimeError(message.text)

    broken = Broken(Settings(var=tmp_path, _env_file=None), guard.rulebook)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(make_asgi(broken)), base_url="http://x") as client:
        answer = await post(client, a_line(PHONE))
    written = capsys.readouterr()
    assert (answer.status_code, answer.json()["type"]) == (500, "/docs#internal")
    assert "1234" not in answer.text
    assert "1234" not in written.out + written.err


@pytest.mark.parametrize(
    "settings",
    [{"environment": "production"}, {"host": "0.0.0.0"}, {"host": "example.jp"}],
    ids=["in production", "reachable from elsewhere", "under a name"],
)
async def test_without_a_key_only_loopback_outside_production_may_call(guard, tmp_path, settings):
    closed = Guard(Settings(var=tmp_path, _env_file=None, **settings), guard.rulebook)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(make_asgi(closed)), base_url="http://x") as client:
        answer = await post(client, a_line(PHONE))
        healthy = await client.get("/healthz")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert healthy.status_code == 200
