"""Every test of the store runs on both databases."""

import pytest

from tests.databases import new_postgres_url, open_store, postgres_server


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """The directory of a running PostgreSQL."""
    directory = tmp_path_factory.mktemp("postgres")
    with postgres_server(directory):
        yield directory


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request, tmp_path):
    """A new empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite3'}"
    return await new_postgres_url(request.getfixturevalue("postgres"))


@pytest.fixture
async def store(url):
    async with open_store(url) as store:
        yield store
