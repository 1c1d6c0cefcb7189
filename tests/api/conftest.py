"""The interface as it is served, over an open guard with a database of its own."""

import httpx2
import pytest

from bot.app import Guard, make_asgi
from bot.settings import Settings


@pytest.fixture
async def guard(tmp_path):
    async with Guard(Settings(var=tmp_path / "var", _env_file=None)) as opened:
        yield opened


@pytest.fixture
async def client(guard):
    async with client_of(guard) as opened:
        yield opened


def client_of(guard):
    transport = httpx2.ASGITransport(make_asgi(guard))
    return httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000")
