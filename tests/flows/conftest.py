"""The flows over every store there is: the fake must pass what the real one passes."""

import pytest

from tests.databases import open_store
from tests.fakes.memory_store import MemoryStore


@pytest.fixture(params=["in memory", "sqlite"])
async def store(request, tmp_path):
    if request.param == "in memory":
        yield MemoryStore()
        return
    async with open_store(f"sqlite:///{tmp_path / 'test.sqlite3'}") as opened:
        yield opened
