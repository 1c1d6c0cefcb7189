"""What must not happen to the real server, whatever is sent to it: one test an item."""

import html
import json
import socket
import sqlite3
import time
import urllib.parse
import urllib.request

import pytest

from tests.builders import a_line
from tests.cli.commands import sekimori
from tests.stories.server import Server

HOSTILE = [
    "'; DROP TABLE contracts; --",
    '" OR 1=1 --',
    "%' UNION SELECT digest FROM api_keys --",
    "{{ 7*7 }}{% raise %}${7*7}#{7*7}<%= 7*7 %>",
    "{0.__class__.__mro__}{found}{why}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "../../../../etc/passwd",
    "$(touch hacked)`touch hacked`",
    "%s%n%x\\u0000\\x00",
    '=HYPERLINK("x")\u202e\u2066',
]
TABLES = ("contracts", "conversations", "members", "api_keys", "messages", "ledger", "cases", "outbox")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    directory = tmp_path_factory.mktemp("security")
    with Server(directory, SEKIMORI_LOG_LEVEL="debug") as server:
        server.directory = directory
        yield server
    assert server.complaints == ""


def quoted(text):
    return urllib.parse.quote(text, safe="")


def rows(server, table):
    connection = sqlite3.connect(server.directory / "var" / "sekimori.sqlite3")
    try:
        return connection.execute(f"SELECT * FROM {table}").fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_metacharacters_in_every_text_field_are_only_text(server, hostile):
    message = {
        "message_id": f"m {hostile}",
        "conversation_id": f"c {hostile}",
        "contract_id": f"k {hostile}",
        "sender_id": f"u {hostile}",
        "text": f"{hostile} 090-1234-5678 {hostile}",
        "attachments": [{"name": hostile, "media_type": hostile, "text": hostile}],
    }
    status, contract = server.post(
        f"/v1/contracts/{quoted(message['contract_id'])}", {"work_style": "project", "state": "negotiating"}, "PUT"
    )
    assert (status, contract["contract_id"]) == (200, message["contract_id"])
    status, verdict = server.post("/v1/messages", message)
    assert (status, verdict["message_id"], verdict["ruling"]) == (200, message["message_id"], "block")
    piece = verdict["findings"][0]["pieces"][0]
    assert message["text"][piece["start"] : piece["end"]] == piece["text"]
    assert server.post("/v1/messages", message)[1] == verdict
    told = {"name": hostile, "address": hostile, "standing": "good"}
    assert (
        server.post(f"/v1/members/{quoted(message['sender_id'])}", told, "PUT")[1]["member_id"] == message["sender_id"]
    )
    linked = server.post(f"/v1/conversations/{quoted(message['conversation_id'])}", {"contract_id": hostile}, "PUT")[1]
    assert linked == {"conversation_id": message["conversation_id"], "contract_id": hostile}
    for field in ("sender_role", "standing", "work_style"):
        path = {"sender_role": "/v1/messages", "standing": "/v1/members/u", "work_style": "/v1/contracts/k"}[field]
        document = a_line() | {"state": "inquiry"} | {field: hostile}
        refused = server.post(path, document, "POST" if path == "/v1/messages" else "PUT")
        assert (refused[0], refused[1]["field"]) == (422, field)
        assert hostile not in json.dumps(refused[1], ensure_ascii=False)
    for table in TABLES:
        rows(server, table)
    assert not (server.directory / "hacked").exists()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_start_page_shows_metacharacters_and_runs_none(server, hostile):
    form = urllib.parse.urlencode({"text": f"{hostile} 090-1234-5678", "lang": "en"}).encode()
    with urllib.request.urlopen(f"{server.url}/", form, timeout=30) as answer:
        page, policy = answer.read().decode(), answer.headers["content-security-policy"]
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert hostile in html.unescape(page), "shown as it was written"
    assert "default-src 'none'" in policy


def test_canary_contacts_are_in_no_log_no_number_and_no_refusal(tmp_path):
    canaries = ("090-8765-4321", "8765", "canary.bird", "hanako_canary", "カナリア花子", "金糸雀町")
    answered = []
    with Server(tmp_path, SEKIMORI_LOG_LEVEL="debug") as server:
        texts = ["電話は090-8765-4321です", "canary.bird@example.jp", "LINEは hanako_canary です", "カナリア花子"]
        for number, text in enumerate(texts * 5):
            line = a_line(text, message_id=f"m-{number}", attachments=[{"name": f"{text}.txt", "text": text}])
            assert server.post("/v1/messages", line)[0] == 200
        refused = [
            ("/v1/messages", a_line("8765 別の文", message_id="m-0"), "POST"),
            ("/v1/messages", a_line(canaries[0]) | {"sender_role": canaries[0]}, "POST"),
            ("/v1/messages", a_line(canaries[0]) | {"sent_at": canaries[2]}, "POST"),
            ("/v1/messages", [canaries[0]], "POST"),
            ("/v1/members/u-1", {"name": canaries[4], "verified": {canaries[0]: {}}}, "PUT"),
            ("/v1/members/u-1", {"name": canaries[4], "verified": {"nda": {"proof": canaries[0]}}}, "PUT"),
            ("/v1/contracts/k-1", {"work_style": canaries[0], "state": canaries[2]}, "PUT"),
        ]
        for path, document, method in refused:
            status, problem = server.post(path, document, method)
            assert 400 <= status < 500
            answered.append(json.dumps(problem, ensure_ascii=False))
        server.post("/v1/members/u-1", {"name": canaries[4], "address": canaries[5]}, "PUT")
        answered.append(server.get("/metrics"))
        server.kill()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "var").iterdir())
    for canary in canaries:
        assert canary not in server.greeting + server.complaints
        assert canary not in "".join(answered)
        assert canary.encode() not in kept


def test_the_numbers_tell_no_id_and_no_text(server):
    numbers = server.get("/metrics")
    assert 'sekimori_calls_total{method="POST",route="/v1/messages",status="200"}' in numbers
    for told in ("DROP TABLE", "m-0", "u-1", "alert", "passwd"):
        assert told not in numbers


def begun(server, length):
    """A connection on which a body of `length` bytes was begun, and stops after the first."""
    address = urllib.parse.urlsplit(server.url)
    connection = socket.create_connection((address.hostname, address.port), 30)
    head = ["POST /v1/messages HTTP/1.1", "Host: x", "Content-Type: application/json", f"Content-Length: {length}"]
    connection.sendall("\r\n".join([*head, "", "{"]).encode())
    return connection


def test_an_oversized_body_is_refused_and_not_read_to_its_end(server):
    with begun(server, 9_999_999_999) as connection:
        answer = connection.recv(65_536).decode()
    assert answer.startswith("HTTP/1.1 413 ")
    assert "connection: close" in answer.lower()


def test_a_slow_body_is_let_go_while_others_are_served(server):
    began = time.monotonic()
    with begun(server, 100) as slow:
        assert server.post("/v1/messages", a_line(message_id="beside the slow one"))[0] == 200
        answer = slow.recv(65_536).decode()
    assert answer.startswith("HTTP/1.1 408 ")
    assert 5 < time.monotonic() - began < 25


def test_one_key_opens_nothing_of_another_on_the_real_server(tmp_path):
    settings = {"SEKIMORI_VAR": str(tmp_path / "var"), "SEKIMORI_CALLS_PER_SECOND": "3"}
    marketplace, reader, revoked = (
        sekimori("key", "create", label, "--scope", scope, **settings).stdout.decode().strip()
        for label, scope in (("a", "marketplace"), ("b", "read-only"), ("c", "marketplace"))
    )
    sekimori("key", "revoke", revoked, **settings)
    with Server(tmp_path, **settings) as server:

        def status(token, path="/v1/contracts/k-1"):
            request = urllib.request.Request(server.url + path, headers={"Authorization": f"Bearer {token}"})
            try:
                return urllib.request.urlopen(request, timeout=20).status
            except urllib.error.HTTPError as error:
                return error.code

        mixed = reader[:14] + marketplace[14:]
        assert [status(one) for one in (marketplace, reader, revoked, mixed, "smk_")] == [404, 404, 401, 401, 401]
        assert 429 in [status(marketplace) for _ in range(12)]
        assert status(reader) == 404, "another key's calls do not count"
    assert marketplace not in server.greeting + server.complaints
