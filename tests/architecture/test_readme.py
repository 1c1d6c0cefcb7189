"""What the README shows is what the program answers."""

import json
import re
import shlex
from pathlib import Path

import httpx2
import pytest

from bot import Guard
from bot.app import make_asgi
from bot.settings import load_settings

README = (Path(__file__).parents[2] / "README.md").read_text()
SHOWN = re.findall(r"```\n(curl .*?)```\n+```json\n(.*?)```", README, re.DOTALL)
CHANGING = ("case_id", "policy", "disclosure_url")  # an id and a link of its own for each; a version for each edit


@pytest.fixture
async def server(tmp_path):
    """The application as `make run` serves it, on a database of its own."""
    async with (
        Guard(load_settings(_env_file=None, var=tmp_path)) as guard,
        httpx2.AsyncClient(transport=httpx2.ASGITransport(make_asgi(guard), client=("127.0.0.1", 50_000))) as client,
    ):
        yield client


async def curl(client: httpx2.AsyncClient, command: str) -> dict[str, object]:
    words = iter(shlex.split(command.replace("\\\n", "")))
    method, address, body, headers = "POST", "", "", {}
    for word in words:
        match word:
            case "curl" | "-s":
                pass
            case "-X":
                method = next(words)
            case "-H":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "-d":
                body = next(words)
            case _:
                address = word
    return (await client.request(method, address, content=body, headers=headers)).json()


async def test_every_answer_shown_is_the_real_one(server):
    assert len(SHOWN) == 3
    for command, answer in SHOWN:
        real, shown = await curl(server, command), json.loads(answer)
        for name in CHANGING:
            assert bool(real.get(name)) == bool(shown.get(name))
        assert {k: v for k, v in real.items() if k not in CHANGING} == {
            k: v for k, v in shown.items() if k not in CHANGING
        }
