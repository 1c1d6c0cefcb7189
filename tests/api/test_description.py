"""The interface is described as it is, with nothing fetched from elsewhere."""

import re

import schemathesis

from bot.api.openapi import KINDS, openapi
from bot.api.problems import PROBLEM_SCHEMA
from bot.domain.message_json import MESSAGE_SCHEMA, message_from


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
    described = openapi()
    named = set(re.findall(r"#/components/schemas/(\w+)", str(described)))
    assert named == set(described["components"]["schemas"])


def test_the_example_is_a_message():
    assert message_from(MESSAGE_SCHEMA["example"]).message_id == "m-1"
    assert "detail" in PROBLEM_SCHEMA["required"]


def test_the_description_can_be_read_by_others():
    schema = schemathesis.openapi.from_dict(openapi())
    assert len(list(schema.get_all_operations())) == 5
