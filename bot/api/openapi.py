"""The interface described in OpenAPI 3.1, from the table of calls and the schemas that readers and writers go by."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from bot.api.call import READS, Call
from bot.api.calls import CALLS
from bot.api.examples import CONTRACT, METRICS, STATUS, VERDICT
from bot.api.observing import MEDIA_TYPE
from bot.api.problems import PROBLEM_SCHEMA
from bot.domain.case_json import (
    CASE_SCHEMA,
    CASES_SCHEMA,
    MODERATOR_ACT_SCHEMA,
    REMINDER_SCHEMA,
    REMINDING_SCHEMA,
    REPORT_SCHEMA,
    RESOLUTION_SCHEMA,
    REVEALING_SCHEMA,
    REVIEW_SCHEMA,
    STATISTICS_SCHEMA,
    STRIKES_SCHEMA,
)
from bot.domain.contract_json import CONTRACT_SCHEMA, CONTRACT_TERMS_SCHEMA
from bot.domain.conversations import CONVERSATION_SCHEMA, CONVERSATION_TERMS_SCHEMA
from bot.domain.disclosure_json import (
    DECISION_SCHEMA,
    DISCLOSURE_REQUEST_SCHEMA,
    DISCLOSURE_SCHEMA,
    DISCLOSURES_SCHEMA,
    FILING_SCHEMA,
    MEMBER_ACT_SCHEMA,
    MUTUAL_AGREEMENT_SCHEMA,
    MUTUAL_SCHEMA,
    MUTUAL_SENDING_SCHEMA,
    NOTES_SCHEMA,
    REVOCATION_SCHEMA,
)
from bot.domain.member_json import MEMBER_SCHEMA, MEMBER_TERMS_SCHEMA
from bot.domain.message_json import ID_SCHEMA, MESSAGE_SCHEMA
from bot.domain.verdict_json import VERDICT_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.domain.keys import Scope

STATUS_SCHEMA = {
    "type": "object",
    "title": "Status",
    "required": ["status"],
    "properties": {"status": {"type": "string", "enum": ["ok", "ready", "away"]}},
    "example": STATUS,
}
SCHEMAS: tuple[Mapping[str, Any], ...] = (
    MESSAGE_SCHEMA,
    {**VERDICT_SCHEMA, "example": VERDICT},
    CONTRACT_TERMS_SCHEMA,
    {**CONTRACT_SCHEMA, "example": CONTRACT},
    MEMBER_TERMS_SCHEMA,
    MEMBER_SCHEMA,
    CONVERSATION_TERMS_SCHEMA,
    CONVERSATION_SCHEMA,
    DISCLOSURE_REQUEST_SCHEMA,
    DISCLOSURE_SCHEMA,
    DISCLOSURES_SCHEMA,
    FILING_SCHEMA,
    MEMBER_ACT_SCHEMA,
    DECISION_SCHEMA,
    REVOCATION_SCHEMA,
    NOTES_SCHEMA,
    MUTUAL_SENDING_SCHEMA,
    MUTUAL_AGREEMENT_SCHEMA,
    MUTUAL_SCHEMA,
    CASE_SCHEMA,
    CASES_SCHEMA,
    REVIEW_SCHEMA,
    MODERATOR_ACT_SCHEMA,
    RESOLUTION_SCHEMA,
    REVEALING_SCHEMA,
    REPORT_SCHEMA,
    REMINDING_SCHEMA,
    REMINDER_SCHEMA,
    STRIKES_SCHEMA,
    STATISTICS_SCHEMA,
    PROBLEM_SCHEMA,
    STATUS_SCHEMA,
)

KINDS = {
    "bad_input": "400 for a body that cannot be read, 422 for a field that is missing or wrong",
    "unauthorised": "401",
    "forbidden": "403",
    "not_found": "404",
    "method": "405",
    "too_slow": "408",
    "conflict": "409: an id used for two messages, a move the table does not know",
    "too_large": "413",
    "media_type": "415",
    "too_many": "429: repeat after Retry-After seconds",
    "internal": "500: nothing was delivered",
    "away": "503: nothing was recorded; repeat after Retry-After seconds",
}
"""What the `type` of a problem points at."""

PROBLEMS = {
    "400": "the body cannot be read as a JSON object",
    "401": "no key, or none that is valid",
    "403": "this key may not do that",
    "404": "nothing has that id",
    "408": "the body did not arrive within 10 seconds",
    "409": "does not fit the present state",
    "413": "the body is over 2 MiB",
    "415": "the body is not sent as application/json",
    "422": "a field is missing or wrong; `field` names it",
    "429": "this key calls too often; repeat after Retry-After seconds",
    "500": "something unexpected; nothing was delivered",
    "503": "the database is away; nothing was recorded, repeat after Retry-After seconds",
}
WITH_KEY = ("401", "403", "429")
WITH_BODY = ("400", "408", "413", "415", "422")
ALWAYS = ("500", "503")
GAP = re.compile(r"\{(\w+)\}")


def openapi() -> dict[str, Any]:
    """The description of every call, and of what looks after the server."""
    paths: dict[str, dict[str, Any]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _described(call)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sekimori",
            "version": version("sekimori"),
            "description": "A guard for marketplace chat: ask it about every message before delivering it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {**paths, **_server_paths()},
        "components": {
            "schemas": {schema["title"]: schema for schema in SCHEMAS},
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An API key made by `sekimori key create`. On loopback outside production a call "
                    "without a key is the marketplace's.",
                }
            },
        },
    }


def _described(call: Call) -> dict[str, Any]:
    gaps = GAP.findall(call.path)
    statuses = {*WITH_KEY, *ALWAYS, *(WITH_BODY if call.body else ()), *(("422",) if gaps or call.parameters else ())}
    statuses |= {status for status, may in (("404", call.may_miss), ("409", call.may_conflict)) if may}
    described: dict[str, Any] = {
        "operationId": call.operation,
        "summary": call.summary,
        "description": f"{call.description} {_scopes(call.scopes)}",
        "security": [{"key": []}],
        "parameters": [
            *({"name": gap, "in": "path", "required": True, "schema": ID_SCHEMA} for gap in gaps),
            *(
                {"name": one.name, "in": "query", "schema": dict(one.schema), "description": one.description}
                for one in call.parameters
            ),
        ],
        "responses": {"200": _done(call), **_problems(statuses)},
    }
    if call.body:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": _ref(call.body)}}}
    return described


def _server_paths() -> dict[str, Any]:
    def path(operation: str, summary: str, description: str, responses: dict[str, Any], **more: object) -> Any:
        described = {"operationId": operation, "summary": summary, "description": description, "parameters": []}
        return {"get": {**described, **more, "responses": {**responses, **_problems({"500"})}}}

    away = {"503": _answer("the database is away", "Status")}
    numbers = {MEDIA_TYPE.partition(";")[0]: {"schema": {"type": "string"}, "example": METRICS}}
    return {
        "/healthz": path(
            "health", "Whether the process runs", "No key is needed.", {"200": _answer("done", "Status")}, security=[]
        ),
        "/readyz": path(
            "readiness",
            "Whether the database answers",
            "No key is needed.",
            {"200": _answer("done", "Status"), **away},
            security=[],
        ),
        "/metrics": path(
            "metrics",
            "What was done so far, in numbers",
            f"In Prometheus' text format. No ids, no texts, no contacts. {_scopes(READS)}",
            {"200": {"description": "done", "content": numbers}, **_problems({*WITH_KEY, "503"})},
            security=[{"key": []}],
        ),
    }


def _done(call: Call) -> dict[str, Any]:
    if call.media_type == "application/json":
        return _answer("done", call.answer)
    return {"description": "done", "content": {call.media_type: {"schema": {"type": "string"}, "example": call.answer}}}


def _scopes(scopes: frozenset[Scope]) -> str:
    return "Any key may." if scopes == READS else f"Keys for: {', '.join(sorted(scopes))}."


def _problems(statuses: Iterable[str]) -> dict[str, Any]:
    return {status: _answer(PROBLEMS[status], "Problem", "application/problem+json") for status in sorted(statuses)}


def _answer(description: str, schema: str, media_type: str = "application/json") -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": _ref(schema)}}}


def _ref(schema: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{schema}"}
