"""The interface described in OpenAPI 3.1, from the same schemas that its readers and writers go by."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from bot.api.problems import PROBLEM_SCHEMA
from bot.domain.contract_json import CONTRACT_SCHEMA, CONTRACT_TERMS_SCHEMA
from bot.domain.message_json import ID_SCHEMA, MESSAGE_SCHEMA
from bot.domain.verdict_json import VERDICT_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping

STATUS_SCHEMA = {
    "type": "object",
    "title": "Status",
    "required": ["status"],
    "properties": {"status": {"type": "string", "enum": ["ok", "ready", "away"]}},
}
SCHEMAS = (MESSAGE_SCHEMA, VERDICT_SCHEMA, CONTRACT_TERMS_SCHEMA, CONTRACT_SCHEMA, PROBLEM_SCHEMA, STATUS_SCHEMA)

KINDS = {
    "bad_input": "400 for a body that cannot be read, 422 for a field that is missing or wrong",
    "unauthorised": "401",
    "not_found": "404",
    "method": "405",
    "conflict": "409: an id used for two messages, a move the table does not know",
    "too_large": "413",
    "media_type": "415",
    "internal": "500: nothing was delivered",
    "away": "503: nothing was recorded; repeat after Retry-After seconds",
}
"""What the `type` of a problem points at."""

PROBLEMS = {
    "400": "the body cannot be read as a JSON object",
    "401": "nobody we know is calling",
    "404": "nothing has that id",
    "409": "does not fit the present state",
    "413": "the body is over 2 MiB",
    "415": "the body is not sent as application/json",
    "422": "a field is missing or wrong; `field` names it",
    "500": "something unexpected; nothing was delivered",
    "503": "the database is away; nothing was recorded, repeat after Retry-After seconds",
}


def openapi() -> dict[str, Any]:
    """The description of everything under /v1, and of the health checks."""
    contract_id = {"name": "contract_id", "in": "path", "required": True, "schema": ID_SCHEMA}
    body_refused = ("400", "401", "409", "413", "415", "422", "500", "503")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sekimori",
            "version": version("sekimori"),
            "description": "A guard for marketplace chat: ask it about every message before delivering it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {
            "/v1/messages": {
                "post": _call(
                    "screenMessage",
                    "Ask for the verdict on a message",
                    "Safe to repeat: the same message_id and revision gets the same verdict again. An edit is the same "
                    "message_id with a higher revision. A 200 means that the verdict is recorded for good.",
                    "Verdict",
                    body_refused,
                    body="Message",
                )
            },
            "/v1/contracts/{contract_id}": {
                "put": _call(
                    "putContract",
                    "Tell a contract, or move it on",
                    "The first time it may be told in any state; then only as the table of moves allows. "
                    "The same state again is no move.",
                    "Contract",
                    body_refused,
                    body="ContractTerms",
                    parameters=[contract_id],
                ),
                "get": _call(
                    "getContract",
                    "Where a contract stands",
                    "As the marketplace told it last.",
                    "Contract",
                    ("401", "404", "422", "500", "503"),
                    parameters=[contract_id],
                ),
            },
            "/healthz": {"get": _call("health", "Whether the process runs", "No key is needed.", "Status", ())},
            "/readyz": {
                "get": _call(
                    "readiness",
                    "Whether the database answers",
                    "No key is needed.",
                    "Status",
                    (),
                    away={"503": _answer("the database is away", "Status")},
                )
            },
        },
        "components": {"schemas": {schema["title"]: schema for schema in SCHEMAS}},
    }


def _call(  # noqa: PLR0913 (what OpenAPI asks of a call)
    operation: str,
    summary: str,
    description: str,
    answer: str,
    refused: tuple[str, ...],
    *,
    body: str | None = None,
    parameters: list[dict[str, Any]] | None = None,
    away: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation,
        "summary": summary,
        "description": description,
        "parameters": parameters or [],
        "responses": {
            "200": _answer("done", answer),
            **{status: _answer(PROBLEMS[status], "Problem", "application/problem+json") for status in refused},
            **(away or {}),
        },
    }
    if body:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": _reference(body)}}}
    return described


def _answer(description: str, schema: str, media_type: str = "application/json") -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": _reference(schema)}}}


def _reference(schema: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{schema}"}
