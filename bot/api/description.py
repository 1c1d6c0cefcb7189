"""The interface described: /openapi.json for programs, /docs for people, with nothing fetched from elsewhere."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.api.openapi import KINDS, PROBLEMS, openapi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute

STYLE = """
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent) }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 5rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 3rem; padding-top: 1rem;
  border-top: 1px solid var(--line) }
code, pre { font: .875rem/1.5 ui-monospace, monospace } h2 code { font-size: 1rem; font-weight: 600 }
pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line);
  font-weight: normal }
th { white-space: nowrap }
"""
POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def description_routes() -> list[BaseRoute]:
    """The two addresses; what they answer is made once."""
    described = openapi()
    for_programs = json.dumps(described, ensure_ascii=False).encode()
    for_people = page_of(described)

    async def program(_: Request) -> Response:
        return Response(for_programs, media_type="application/json")

    async def person(_: Request) -> Response:
        return HTMLResponse(for_people, headers=HEADERS)

    return [Route("/openapi.json", program, methods=["GET"]), Route("/docs", person, methods=["GET"])]


def page_of(described: Mapping[str, Any]) -> str:
    """The description as one page."""
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(described['info']['title'])}: the interface</title><style>{STYLE}</style></head><body>",
            f"<h1>{escape(described['info']['title'])} {escape(described['info']['version'])}: the interface</h1>",
            f"<p>{escape(described['info']['description'])} For programs: <a href=/openapi.json>/openapi.json</a>.</p>",
            *_calls(described),
            "<h2>Who may call</h2>",
            f"<p>{escape(described['components']['securitySchemes']['key']['description'])}</p>",
            "<p>It is sent as <code>Authorization: Bearer smk_…</code>.</p>",
            "<h2>When a call is refused</h2>",
            "<p>The answer is application/problem+json (RFC 9457), in Japanese or English by Accept-Language.</p>",
            "<table>",
            *(
                f'<tr><th id="{kind}"><code>{kind}</code></th><td>{escape(said)}</td></tr>'
                for kind, said in KINDS.items()
            ),
            "</table><h2>What is sent and answered</h2>",
            *_schemas(described),
            "</body></html>",
        ]
    )


def _calls(described: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in described["paths"].items():
        for method, call in methods.items():
            yield f'<h2 id="{escape(call["operationId"])}"><code>{method.upper()} {escape(path)}</code></h2>'
            yield f"<p><strong>{escape(call['summary'])}.</strong> {escape(call['description'])}</p>"
            if "requestBody" in call:
                yield from _example("Body", call["requestBody"]["content"], described)
            yield from _example("Answer", call["responses"]["200"]["content"], described)
            yield "<table>"
            for status, answer in call["responses"].items():
                name = _name_in(answer["content"])
                said = escape(PROBLEMS.get(status, answer["description"]))
                link = f': <a href="#{name}">{name}</a>' if name else ""
                yield f"<tr><th><code>{status}</code></th><td>{said}{link}</td></tr>"
            yield "</table>"


def _example(title: str, content: Mapping[str, Any], described: Mapping[str, Any]) -> Iterator[str]:
    """What is sent or answered: its schema's example, or its own where it has no schema."""
    name = _name_in(content)
    if name:
        example = described["components"]["schemas"][name]["example"]
        yield f'<p>{title}: <a href="#{name}">{name}</a>, for example</p>'
        yield f"<pre>{escape(json.dumps(example, ensure_ascii=False, indent=2))}</pre>"
    else:
        (plain,) = content.values()
        yield f"<p>{title}, for example</p><pre>{escape(plain['example'])}</pre>"


def _name_in(content: Mapping[str, Any]) -> str:
    """The name of the schema that a content refers to, empty for none."""
    (one,) = content.values()
    return str(one["schema"].get("$ref", "")).rpartition("/")[2]


def _schemas(described: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in described["components"]["schemas"].items():
        plain = {key: value for key, value in schema.items() if key not in {"title", "example"}}
        yield f'<h3 id="{escape(name)}">{escape(name)}</h3>'
        yield f"<pre>{escape(json.dumps(plain, ensure_ascii=False, indent=2))}</pre>"
