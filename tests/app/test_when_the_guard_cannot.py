"""The brake, the database going away, and two halves at the same moment: over the whole guard, on both databases."""

import asyncio
import json
from contextlib import ExitStack

import httpx2
import pytest

from bot.app import Guard, make_asgi
from bot.domain.errors import StoreAway
from bot.domain.verdicts import Outcome
from bot.settings import Settings
from tests.builders import a_line, a_message
from tests.databases import new_postgres_url, postgres_server, rows_of

PHONE = "電話は090-1234-5678です"


def settings(directory, **more):
    return Settings(var=directory / "var", _env_file=None, **more)


async def test_above_so_many_blocks_an_hour_a_person_looks(tmp_path, url):
    outcomes = []
    async with Guard(settings(tmp_path, database_url=url, block_brake=2)) as guard:
        for number in range(3):
            verdict = await guard.screen(a_message(PHONE, message_id=f"m-{number}", conversation_id=f"c-{number}"))
            outcomes.append(verdict.outcome)
        assert outcomes == [Outcome.BLOCK, Outcome.BLOCK, Outcome.HOLD_CHECK]
        assert (guard.brake.alarms, verdict.case_id is not None) == (1, True)
        assert b"sekimori_brake_alarms_total 1.0" in guard.metrics.text()
        assert (await guard.screen(a_message(message_id="clean"))).outcome is Outcome.ALLOW
    async with Guard(settings(tmp_path, database_url=url, block_brake=2)) as guard:
        outcomes.append((await guard.screen(a_message(PHONE, message_id="m-9"))).outcome)
    assert outcomes == [Outcome.BLOCK, Outcome.BLOCK, Outcome.HOLD_CHECK, Outcome.HOLD_CHECK]
    facts = [json.loads(row["facts"]) for row in await rows_of(url, "SELECT facts FROM ledger ORDER BY entry_id")]
    assert [one.get("braked", False) for one in facts] == [False, False, True, False, True]


async def test_two_halves_at_the_same_moment_are_found_once(tmp_path, url):
    """Two processes, each with a connection of its own: whoever comes second sees the other's half."""
    async with (
        Guard(settings(tmp_path, database_url=url)) as one,
        Guard(settings(tmp_path, database_url=url)) as other,
    ):
        for number in range(8):
            where = f"c-{number}"
            halves = [
                guard.screen(a_message(text, message_id=f"{number}-{text}", conversation_id=where))
                for guard, text in ((one, "090-1234-"), (other, "5678"))
            ]
            verdicts = await asyncio.gather(*halves)
            assert [verdict.ruling.is_delivered for verdict in verdicts].count(False) <= 1
            found = [verdict for verdict in verdicts if "+819012345678" in {one.value for one in verdict.findings}]
            assert len(found) <= 1
            if (await recorded(url, where))[-1].endswith("5678"):  # in reading order: it is a number
                assert len(found) == 1


async def recorded(url, conversation_id):
    rows = await rows_of(
        url, f"SELECT message_id FROM messages WHERE conversation_id = '{conversation_id}' ORDER BY position"
    )
    return [row["message_id"] for row in rows]


async def test_postgresql_goes_away_in_the_middle_and_comes_back(tmp_path):
    """Callers get a 503 that is safe to repeat, then the same guard goes on."""
    directory, first = tmp_path / "postgres", ExitStack()
    first.enter_context(postgres_server(directory))
    url = await new_postgres_url(directory)
    async with Guard(settings(tmp_path, database_url=url)) as guard:
        transport = httpx2.ASGITransport(make_asgi(guard))
        async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            before = await client.post("/v1/messages", json=a_line(PHONE))
            first.close()
            for number in range(2):
                away = await client.post("/v1/messages", json=a_line(PHONE, message_id=f"m-{number + 2}"))
                assert away.status_code == 503
                assert int(away.headers["retry-after"]) > 0
                assert away.headers["content-type"] == "application/problem+json"
            assert (await client.get("/readyz")).status_code == 503
            with pytest.raises(StoreAway):
                await guard.contract("k-1")
            with postgres_server(directory):
                after = await client.post("/v1/messages", json=a_line(PHONE, message_id="m-2"))
                again = await client.post("/v1/messages", json=a_line(PHONE))
                assert (before.status_code, after.status_code) == (200, 200)
                assert again.content == before.content
                assert len(await rows_of(url, "SELECT * FROM messages")) == 2
