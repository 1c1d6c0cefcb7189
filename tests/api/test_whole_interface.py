"""What the description allows, and what it does not, sent to the real server: no 5xx, no undocumented answer."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from bot.api.openapi import openapi
from tests.cli.commands import sekimori
from tests.stories.server import Server

KEYS = 'current = "k1"\ndigest = "{0}="\n[sealing]\nk1 = "{0}="\n'.format("A" * 43)
OPERATIONS = [one.ok() for one in schemathesis.openapi.from_dict(openapi()).get_all_operations()]

WITH_A_TIME = {"POST /v1/messages", "PUT /v1/members/{member_id}"}
"""A leap second and the year 0 are times to a schema, and no moments to anybody: they are answered by 422."""


WITH_MORE = {"POST /v1/reports", "GET /v1/statistics", "GET /v1/statistics.csv"}
"""What a schema cannot say: a report names something, and says more of something else; months are in order."""


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    """A server that wants keys, and one that may do everything."""
    directory = tmp_path_factory.mktemp("production")
    key_file = directory / "keys.toml"
    key_file.touch(0o600)
    key_file.write_text(KEYS)
    own = {
        "SEKIMORI_VAR": str(directory / "var"),
        "SEKIMORI_KEY_FILE": str(key_file),
        "SEKIMORI_ENVIRONMENT": "production",
    }
    token = sekimori("key", "create", "schemathesis", **own).stdout.decode().strip()
    with Server(directory, **own, SEKIMORI_CALLS_PER_SECOND="100000") as server:
        yield server, {"Authorization": f"Bearer {token}"}
    assert server.complaints == ""


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_every_answer_is_a_documented_one(production, operation, mode):
    server, headers = production
    if mode is GenerationMode.NEGATIVE and not (operation.body or operation.path_parameters):
        return

    excluded = [positive_data_acceptance] if operation.label in {*WITH_A_TIME, *WITH_MORE} else []

    @settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def calls(case):
        case.call_and_validate(base_url=server.url, headers=headers, timeout=60, excluded_checks=excluded)

    calls()
