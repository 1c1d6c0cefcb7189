"""`sekimori outbox`: events that wait, were sent or were given up."""

# ruff: noqa: PLC0415 (a command does not wait for the modules of the others)

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from bot.kept import Kept
    from bot.store.outbox import Posted

outbox = typer.Typer(help="Events for outside: what waits, what was given up.", no_args_is_help=True)


@outbox.command(name="list")
def list_events(
    *,
    state: Annotated[Literal["waiting", "sent", "dead", "all"], typer.Option(help="Which events.")] = "dead",
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most, oldest first.")] = 100,
) -> None:
    """List events, by default those that were given up, and count them all."""
    from bot.cli.opened import with_kept
    from bot.settings import load_settings

    async def look(kept: Kept) -> tuple[list[Posted], dict[str, int]]:
        return await kept.outbox.posted(None if state == "all" else state, limit), await kept.outbox.counts()

    events, counts = with_kept(load_settings(), look)
    for one in events:
        event = one.event
        said = (event.event_id, one.state, event.kind, f"{event.at:%Y-%m-%dT%H:%M:%SZ}", f"tried {event.attempts}")
        typer.echo("\t".join((*said, one.failure or "-")))
    typer.echo(", ".join(f"{count} {name}" for name, count in counts.items()), err=True)


@outbox.command()
def resend(
    event_ids: Annotated[list[str] | None, typer.Argument(help="Ids of events, whatever became of them.")] = None,
    *,
    dead: Annotated[bool, typer.Option("--dead", help="Every event that was given up.")] = False,
) -> None:
    """Make events due again, under the same ids."""
    from bot.app import now
    from bot.cli.opened import with_kept
    from bot.settings import load_settings

    if bool(event_ids) == dead:
        raise typer.BadParameter("name events, or say --dead")
    count = with_kept(load_settings(), lambda kept: kept.outbox.resend(event_ids or [], now()))
    typer.echo(f"{count} events are due again.")
    if event_ids and count < len(set(event_ids)):
        raise typer.Exit(1)
