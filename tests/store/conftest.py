"""Every test of the store runs on both databases."""

import pytest

from tests.databases import open_store


@pytest.fixture
async def store(url):
    async with open_store(url) as store:
        yield store
