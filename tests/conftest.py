"""What every test may ask for."""

from pathlib import Path

import pytest

from tests.databases import new_postgres_url, postgres_server

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The source tree."""
    return ROOT


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """The directory of a running PostgreSQL."""
    directory = tmp_path_factory.mktemp("postgres")
    with postgres_server(directory):
        yield directory


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request, tmp_path):
    """A new empty database of either sort."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite3'}"
    return await new_postgres_url(request.getfixturevalue("postgres"))
