"""`sekimori key`: who may call the interface."""

# ruff: noqa: PLC0415 (a command does not wait for the modules of the others)

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.domain.errors import ConfigError
from bot.domain.keys import Scope

if TYPE_CHECKING:
    from bot.domain.keys import ApiKey

LABEL_LENGTH = 200

key = typer.Typer(help="API keys: who may call the interface, and for what.", no_args_is_help=True)


@key.command()
def create(
    label: Annotated[str, typer.Argument(help="Whose it is, such as “messaging, production”.")],
    *,
    scope: Annotated[Scope, typer.Option("--scope", help="What it may do.")] = Scope.MARKETPLACE,
) -> None:
    """Make a key and show it, once: only its hash is kept."""
    from bot.app import new_key, now
    from bot.cli.opened import with_kept
    from bot.settings import load_settings
    from bot.store.api_keys import StoredKeys

    if not label.isprintable() or not 0 < len(label) <= LABEL_LENGTH:
        raise ConfigError("key create", (), f"the label: 1 to {LABEL_LENGTH} printable characters")
    token, made = new_key(scope, label, now())
    with_kept(load_settings(), lambda kept: StoredKeys(kept.database).make(made))
    typer.echo(token)
    typer.echo(f"Made {made.prefix} for {label} ({scope.value}). It is shown only now; keep it.", err=True)


@key.command("list")
def list_keys() -> None:
    """List every key by its beginning, the revoked among them."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from bot.cli.opened import with_kept
    from bot.settings import load_settings
    from bot.store.api_keys import StoredKeys

    keys = with_kept(load_settings(), lambda kept: StoredKeys(kept.database).every())
    table = Table("key", "scope", "label", "made", "revoked", box=SIMPLE_HEAD)
    for one in keys:
        revoked = f"{one.revoked_at:%Y-%m-%d %H:%M}" if one.revoked_at else ""
        table.add_row(one.prefix, one.scope.value, one.label, f"{one.made_at:%Y-%m-%d %H:%M}", revoked)
    if keys:
        Console(highlight=False, markup=False).print(table)
    else:
        typer.echo("No keys yet: sekimori key create LABEL")


@key.command()
def revoke(prefix: Annotated[str, typer.Argument(help="The key's beginning, smk_ and ten digits.")]) -> None:
    """Revoke a key: within five seconds no server answers it any more."""
    from bot.app import now
    from bot.cli.opened import with_kept
    from bot.settings import load_settings
    from bot.store.api_keys import StoredKeys

    revoked: ApiKey | None = with_kept(
        load_settings(), lambda kept: StoredKeys(kept.database).revoke(prefix[: len("smk_0123456789")], now())
    )
    if revoked is None:
        raise ConfigError("key revoke", (), "there is no key that begins so; sekimori key list names them")
    typer.echo(f"Revoked {revoked.prefix} ({revoked.label}) at {revoked.revoked_at:%Y-%m-%d %H:%M} UTC.")
