"""A policy as tables that a moderator understands."""

from __future__ import annotations

import shutil
from io import StringIO
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bot.cli.checking import COLOURS
from bot.domain.contracts import WorkStyle
from bot.policy.overview import overviews
from detectors import CONTACTS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.verdicts import Outcome
    from bot.domain.wording import Language
    from bot.policy.overview import Overview
    from bot.policy.rulebook import Rulebook

PLAIN_WIDTH = 120
"""Columns of a table that goes into a file."""


def policy_text(rulebook: Rulebook, language: Language, *, is_terminal: bool) -> str:
    """What the policy of `rulebook` decides; in colour, and as wide as the window, for a person at a terminal."""
    page = _Page(rulebook, language)
    drawn = StringIO()
    width = shutil.get_terminal_size().columns if is_terminal else PLAIN_WIDTH
    console = Console(file=drawn, force_terminal=is_terminal, width=width, highlight=False)
    console.print(page.head(), style="bold")
    for overview in overviews(rulebook.policy):
        console.print(page.table(overview))
    for line in page.rest():
        console.print(line, soft_wrap=True)
    lines = drawn.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Page:
    """The policy in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._policy = rulebook.policy
        self._wording = rulebook.wording
        self._language = language

    def head(self) -> str:
        return self._say("policy.head", version=self._policy.version)

    def table(self, overview: Overview) -> Table:
        title = self._say("policy.everywhere")
        if len(overview.styles) < len(WorkStyle):
            title = self._listed(f"style.{style.value}" for style in overview.styles)
        table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, padding=(0, 1))
        for heading in ("policy.what", "policy.act"):
            table.add_column(self._say(heading), overflow="fold")
        for states in overview.columns:
            table.add_column(self._listed(f"state.{state.value}" for state in states), overflow="fold")
        for row in overview.rows:
            acts = self._listed(f"act.{act.value}" for act in row.acts)
            table.add_row(self._kinds(row.kinds), acts, *(self._outcome(outcome) for outcome in row.outcomes))
        return table

    def rest(self) -> list[str]:
        """What is no table: doubt, broken detectors, purposes, pieces."""
        policy, doubt = self._policy, self._policy.doubt
        lines = [
            self._say(
                "policy.doubt",
                percent=f"{doubt.threshold:.0%}",
                before=self._outcome(doubt.before_escrow),
                after=self._outcome(doubt.after_escrow),
            ),
            self._say("policy.broken", outcome=self._outcome(doubt.broken_detector)),
        ]
        if policy.hides_delivered_pieces:
            lines.append(self._say("policy.pieces"))
        for style, purposes in policy.purposes.items():
            if "any" not in purposes and style in policy.opening:
                named = self._listed(f"purpose.{purpose}" for purpose in purposes)
                lines.append(self._say("policy.purposes", style=self._say(f"style.{style.value}"), purposes=named))
        return [f"• {line}" for line in lines]

    def _kinds(self, kinds: tuple[Kind, ...]) -> str:
        if kinds == tuple(Kind):
            return self._say("policy.anything")
        contacts = [kind for kind in kinds if kind.is_contact]
        others = [self._say(f"kind.{kind.value}") for kind in kinds if not kind.is_contact]
        if len(contacts) == len(CONTACTS):
            return self._say("notice.and").join([self._say("policy.contact"), *others])
        return self._listed(f"kind.{kind.value}" for kind in kinds)

    def _outcome(self, outcome: Outcome) -> str:
        said = self._say(f"ruling.{outcome.value.replace(': ', '_')}")
        return f"[{COLOURS[outcome.ruling]}]{said}[/]"

    def _listed(self, keys: Iterable[str]) -> str:
        return self._say("notice.and").join(self._say(key) for key in keys)

    def _say(self, key: str, **gaps: str) -> str:
        return self._wording.say(self._language, key, **gaps)
