"""`sekimori wording`: the texts people read."""

# ruff: noqa: PLC0415 (a command does not wait for the modules of the others)

from __future__ import annotations

from pathlib import Path  # noqa: TC003 (typer reads it at run time)
from typing import Annotated

import typer

from bot.domain.errors import ConfigError

wording = typer.Typer(help="The texts that members and moderators read.", no_args_is_help=True)


@wording.command()
def preview(
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write; otherwise stdout.")] = None,
    policy: Annotated[
        str | None,
        typer.Option(help="A preset or a policy file, for its own texts; otherwise the setting."),
    ] = None,
) -> None:
    """Write every text, in both languages, as one HTML page."""
    from bot.console.wording_preview import preview as page_of
    from bot.settings import load_rulebook, load_settings

    page = page_of(load_rulebook(policy or load_settings().policy).wording)
    if output is None:
        typer.echo(page)
        return
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ConfigError(str(output), (), f"cannot be written: {error.strerror}") from None
    typer.echo(f"Wrote {output}.", err=True)
