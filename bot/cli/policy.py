"""`sekimori policy`: look at a policy, and at whether it can be used."""

# ruff: noqa: PLC0415 (a command does not wait for the modules of the others)

from __future__ import annotations

import os
import sys
from pathlib import Path  # noqa: TC003 (typer reads it at run time)
from typing import Annotated

import typer

from bot.domain.wording import Language

policy = typer.Typer(help="The rules: look at them, check a file of your own.", no_args_is_help=True)


@policy.command()
def check(file: Annotated[Path, typer.Argument(help="A policy file.")]) -> None:
    """Say whether a policy file can be used, and if not, which table and key stand in the way."""
    from bot.settings import load_rulebook

    version = load_rulebook(str(file if file.suffix == ".toml" else file.absolute())).policy.version
    typer.echo(f"{file}: complete and without contradictions. On every verdict: {version}")


@policy.command()
def show(
    policy: Annotated[
        str | None, typer.Argument(help="A preset's name or a file; the one in use (SEKIMORI_POLICY) without it.")
    ] = None,
    *,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language to answer in.")] = None,
) -> None:
    """Show what a policy decides, as tables for people."""
    from bot.cli.policy_table import policy_text
    from bot.settings import load_rulebook, load_settings

    language = lang or (Language.JA if os.environ.get("LANG", "").startswith("ja") else Language.EN)
    rulebook = load_rulebook(policy or load_settings().policy)
    sys.stdout.write(policy_text(rulebook, language, is_terminal=sys.stdout.isatty()))


@policy.command()
def schema() -> None:
    """Write the JSON Schema of a policy file, for editors."""
    import json

    from bot.policy.schema import policy_schema

    typer.echo(json.dumps(policy_schema(), ensure_ascii=False, indent=2))
