"""What all pages share: templates, files, headers, and forms as browsers send them."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.domain.errors import BadInput, TooLarge

if TYPE_CHECKING:
    from starlette.requests import Request

STATIC = Path(str(files("bot.console") / "static"))

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def make_pages() -> Environment:
    """The templates. A name that nobody gave is an error, and every text is escaped."""
    pages = Environment(
        loader=PackageLoader("bot.console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals["static"] = {path.name: f"/static/{path.name}?v={_version(path)}" for path in STATIC.iterdir()}
    return pages


async def form_of(request: Request, limit: int) -> dict[str, str]:
    """The fields of a form of at most `limit` bytes, the last of each name.

    Raises:
        BadInput: too large, not UTF-8, or no form.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise TooLarge("body_too_large", limit=limit)
    try:
        fields = parse_qs(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10)
    except UnicodeDecodeError as error:
        raise BadInput("not_utf8", at=error.start) from None
    except ValueError:
        raise BadInput("not_a_form") from None
    return {name: values[-1] for name, values in fields.items()}


def _version(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12]
