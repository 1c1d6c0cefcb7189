"""The interface is described as it is, with nothing fetched from elsewhere."""

import re

import pytest
import schemathesis
from jsonschema_rs import validator_for
from starlette.routing import Route

from bot.api.calls import CALLS
from bot.api.openapi import KINDS, openapi
from bot.api.problems import KINDS as PROBLEM_KINDS
from bot.app import make_asgi
from bot.domain.message_json import MESSAGE_SCHEMA, message_from
from bot.domain.verdict_json import VERDICT_SCHEMA

SCHEMAS = openapi()["components"]["schemas"]


async def test_both_descriptions_are_served(client):
    assert (await client.get("/openapi.json")).json() == openapi()
    page = await client.get("/docs")
    for path in openapi()["paths"]:
        assert path in page.text
    for kind in KINDS:
        assert f'id="{kind}"' in page.text


async def test_the_page_needs_nothing_from_elsewhere(client):
    page = await client.get("/docs")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert re.findall(r"""(?:src|href)="?[^"#/][^>]+|url\(|<script""", page.text) == []


def test_every_reference_leads_somewhere():
    named = set(re.findall(r"#/components/schemas/(\w+)", str(openapi())))
    assert named == set(SCHEMAS)


def test_every_kind_of_problem_is_explained():
    assert set(KINDS) == {title for _, _, title in PROBLEM_KINDS} | {"internal"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_fits_its_schema(name):
    validator_for(SCHEMAS[name]).validate(SCHEMAS[name]["example"])


async def test_the_example_of_an_answer_is_the_answer_to_the_example(client):
    answer = (await client.post("/v1/messages", json=MESSAGE_SCHEMA["example"])).json()
    example, changing = SCHEMAS["Verdict"]["example"], {"case_id", "policy", "disclosure_url"}
    assert {k: v for k, v in answer.items() if k not in changing} == {
        k: v for k, v in example.items() if k not in changing
    }
    assert message_from(MESSAGE_SCHEMA["example"]).message_id == "m-1"
    validator_for(VERDICT_SCHEMA).validate(answer)


async def test_what_is_described_is_what_is_routed(guard):

    routed = {
        (route.path.replace(":id}", "}"), method.lower())
        for route in make_asgi(guard)._app._app.routes
        if isinstance(route, Route) and route.path not in {"/", "/docs", "/openapi.json", "/pages/{token}"}
        for method in route.methods - {"HEAD"}
    }
    assert routed == {(path, method) for path, methods in openapi()["paths"].items() for method in methods}
    assert {(call.path, call.method.lower()) for call in CALLS} <= routed


def test_the_description_can_be_read_by_others():
    schema = schemathesis.openapi.from_dict(openapi())
    assert len(list(schema.get_all_operations())) == len(CALLS) + 3
