"""`sekimori keys`, `ledger`, `member`, `purge`: look after what is kept."""

# ruff: noqa: PLC0415 (a command does not wait for the modules of the others)

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.kept import Kept
    from bot.settings import Settings
    from bot.store.chain import Verified

keys = typer.Typer(help="The keys that seal what is kept.", no_args_is_help=True)
ledger = typer.Typer(help="The ledger: who did what, seeing which revision.", no_args_is_help=True)
member = typer.Typer(help="One member's own.", no_args_is_help=True)


@keys.command()
def rotate() -> None:
    """Make a new key and seal everything with it; broken off, the next call takes it up again.

    Running servers and workers use the new key within seconds.
    """
    from bot.cli.opened import with_kept
    from bot.domain.errors import ConfigError
    from bot.settings import load_settings
    from bot.store.sealing import BrokenSealError

    try:
        with_kept(load_settings(), _rotate)
    except BrokenSealError as error:
        raise ConfigError("keys", (), f"{error}: put that key back into [sealing]") from None


async def _rotate(kept: Kept) -> None:
    from bot.kept import FOLLOW_SECONDS
    from bot.store import load_keys
    from bot.store.keys import add_key
    from bot.store.rotation import count_stale, reseal

    stale = await count_stale(kept.database, kept.sealer)
    if stale:
        typer.echo(f"Taking up an earlier rotation: {stale} rows are left.")
    else:
        typer.echo(f"The new key is {add_key(kept.key_file)}, in {kept.key_file}; back it up.")
        kept.sealer.use(load_keys(kept.key_file, may_generate=False)[0])
    done = await reseal(kept.database, kept.sealer, lambda _: None)
    await asyncio.sleep(FOLLOW_SECONDS + 1)  # until then a running server may seal with the key before
    done += await reseal(kept.database, kept.sealer, lambda _: None)
    left = await count_stale(kept.database, kept.sealer)
    typer.echo(f"{done} rows were sealed anew; {left} are left under earlier keys.")
    if left:
        typer.echo("A process that cannot read the new key file still writes: end it, then rotate again.", err=True)
        raise typer.Exit(1)


@ledger.command()
def verify(
    expect: Annotated[str | None, typer.Option(help="A head noted earlier, which must be in the chain.")] = None,
) -> None:
    """Compare every entry with its seal; names the first that is broken. Exit code 1 if one is."""
    from bot.cli.opened import with_kept
    from bot.settings import load_settings
    from bot.store.chain import verify_ledger

    found: Verified = with_kept(load_settings(), lambda kept: verify_ledger(kept.database))
    if found.broken:
        typer.echo(f"Entry {found.broken.entry_id}: {found.broken.how}. Nothing after it was looked at.")
        raise typer.Exit(1)
    typer.echo(f"{found.entries} entries under {found.seals} seals are whole; {found.unsealed} are not sealed yet.")
    typer.echo(f"head {found.head}")
    if expect is not None and expect not in found.passed:
        typer.echo("The expected head is not in the chain: it was cut or written anew.")
        raise typer.Exit(1)


@member.command()
def export(member_id: str) -> None:
    """Write everything that is kept of a member to standard output, as JSON."""
    from bot.app import now
    from bot.cli.opened import with_kept
    from bot.settings import load_settings
    from bot.store.personal import export_member

    told = with_kept(load_settings(), lambda kept: export_member(kept.database, kept.sealer, member_id, now()))
    typer.echo(json.dumps(told, ensure_ascii=False, indent=2))


@member.command()
def erase(
    member_id: str,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase what a member wrote and who wrote it. Rulings and the ledger stay, under a pseudonym."""
    from bot.app import now
    from bot.cli.opened import with_kept
    from bot.settings import load_settings
    from bot.store.personal import erase_member

    if not yes:
        typer.confirm(f"Erase everything that {member_id} wrote? This cannot be undone.", abort=True, err=True)
    count = with_kept(load_settings(), lambda kept: erase_member(kept.database, kept.sealer, member_id, now()))
    typer.echo(f"{count} messages were erased.")


async def purge_now(kept: Kept, settings: Settings) -> None:
    """Purge by the settings, and say what went."""
    from bot.app import now
    from bot.kept import limits_of
    from bot.store.retention import purge

    done = await purge(kept.database, limits_of(settings), now())
    typer.echo(f"{done.texts} texts and {done.events} events were kept long enough and are gone.")
