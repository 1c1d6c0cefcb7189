"""The `sekimori` command. Each command's own modules are loaded when it is used."""

# ruff: noqa: PLC0415 (a command does not wait for the modules of the others)

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from pathlib import Path  # noqa: TC003 (typer reads it at run time)
from typing import Annotated

import typer

from bot.cli.api_keys import key
from bot.cli.keeping import keys, ledger, member
from bot.cli.outbox import outbox
from bot.cli.policy import policy
from bot.cli.wording import wording
from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.wording import Language

cli = typer.Typer(
    name="sekimori",
    help="A guard for marketplace chat: keeps contact information in until money is safe, and says why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

db = typer.Typer(help="The database by hand; serve does the same by itself.", no_args_is_help=True)
cli.add_typer(db, name="db")
cli.add_typer(policy, name="policy")
cli.add_typer(key, name="key")
cli.add_typer(outbox, name="outbox")
cli.add_typer(keys, name="keys")
cli.add_typer(ledger, name="ledger")
cli.add_typer(member, name="member")
cli.add_typer(wording, name="wording")

Style = Annotated[WorkStyle, typer.Option("--work-style", help="How the work is arranged.")]
Stage = Annotated[State, typer.Option("--contract-state", help="Where the contract stands.")]
Lang = Annotated[Language, typer.Option("--lang", help="The language to answer in.")]


def _say_version(wanted: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if wanted:
        typer.echo(f"sekimori {version('sekimori')}")
        raise typer.Exit


@cli.callback()
def sekimori(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """A guard for marketplace chat."""


@cli.command()
def scan(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of JSON lines; standard input without any.")] = None,
    *,
    work_style: Style = WorkStyle.PROJECT,
    contract_state: Stage = State.NEGOTIATING,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="Processes to share the work.")] = 1,
    lang: Lang = Language.EN,
) -> None:
    """Judge messages given as JSON lines; answer each with a verdict line, in the same order.

    Exit code 1 says that some lines could not be read: each is named on standard error, and an {"error"} line
    stands in its place.
    """
    from bot.cli.scanning import scan_files
    from bot.flows.scan_lines import Terms

    raise typer.Exit(scan_files(files or [], Terms(work_style, contract_state, lang), jobs))


@cli.command("import")
def import_(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of JSON lines; standard input without any.")] = None,
    *,
    lang: Lang = Language.EN,
) -> None:
    """Take over contracts, members and conversations, one JSON object a line; safe to repeat.

    A line is {"contract": {…}}, {"member": {…}} or {"conversation": {…}}. Exit code 1 says that some lines were not
    taken: each is named on standard error with its reason.
    """
    from bot.cli.importing import import_files
    from bot.settings import load_settings

    raise typer.Exit(import_files(files or [], load_settings(), lang))


@cli.command()
def check(
    text: Annotated[str | None, typer.Argument(help="A message; standard input without one.")] = None,
    *,
    work_style: Style = WorkStyle.PROJECT,
    contract_state: Stage = State.NEGOTIATING,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language to answer in.")] = None,
) -> None:
    """Judge one message and say why, for a person. Nothing is recorded."""
    from bot.cli.checking import check_text
    from bot.settings import load_rulebook

    if text is None:
        if sys.stdin.isatty():
            typer.echo("Write the message, then Ctrl-D.", err=True)
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    language = lang or (Language.JA if os.environ.get("LANG", "").startswith("ja") else Language.EN)
    check_text(text.rstrip("\n"), work_style, contract_state, language, load_rulebook(), sys.stdout)


@cli.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on; SEKIMORI_HOST.")] = None,
    port: Annotated[int | None, typer.Option(help="The port; SEKIMORI_PORT.", envvar="PORT", min=0, max=65535)] = None,
    *,
    worker: Annotated[bool, typer.Option(help="Send events and look after the database as well.")] = True,
) -> None:
    """Serve the guard over HTTP until Ctrl-C; the embedded database is made and brought up to date by itself."""
    from bot.cli.serving import serve_until_stopped
    from bot.settings import load_settings

    given = {"host": host, "port": port}
    raise typer.Exit(
        serve_until_stopped(
            load_settings(**{name: value for name, value in given.items() if value is not None}), with_worker=worker
        )
    )


@cli.command()
def work() -> None:
    """Send events, seal the ledger and purge until Ctrl-C; for a server that was started with --no-worker."""
    from bot.cli.working import work_until_stopped
    from bot.settings import load_settings

    raise typer.Exit(work_until_stopped(load_settings()))


@cli.command()
def slack() -> None:
    """Listen to Slack by Socket Mode until Ctrl-C; over HTTP, serve does it."""
    from bot.cli.slack import listen_until_stopped
    from bot.settings import load_settings

    raise typer.Exit(listen_until_stopped(load_settings()))


@cli.command()
def purge() -> None:
    """Take away what was kept long enough; the worker does it daily."""
    from bot.cli.keeping import purge_now
    from bot.cli.opened import with_kept
    from bot.settings import load_settings

    settings = load_settings()
    with_kept(settings, lambda kept: purge_now(kept, settings))


@db.command()
def upgrade() -> None:
    """Bring the database to the tables that this version needs."""
    from bot.cli.database import upgrade_database
    from bot.settings import load_settings

    upgrade_database(load_settings())


def main() -> None:
    """Run the command; a refusal to start is one sentence, not a traceback."""
    try:
        cli()
    except ConfigError as error:
        sys.stderr.write(f"sekimori: {error}\n")
        sys.exit(2)
