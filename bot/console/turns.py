"""A pasted conversation, taken apart into turns: `client: …` or `フリーランス：…` at the start of a line begins one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.domain.messages import Role

NAMES = {
    Role.CLIENT: ("client", "クライアント", "依頼者", "発注者"),
    Role.FREELANCER: ("freelancer", "フリーランス", "フリーランサー", "ランサー", "ワーカー", "受注者"),
}
ROLES = {name: role for role, names in NAMES.items() for name in names}
NAME = "|".join(sorted(ROLES, key=len, reverse=True))
START = re.compile(rf"^[ \t\u3000]*({NAME})[ \t]*[:：][ \t\u3000]*", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a pasted conversation. `role` is None where the text names nobody."""

    role: Role | None
    text: str = field(repr=False)


def turns_in(pasted: str) -> tuple[Turn, ...]:
    """The turns of `pasted`, in order; a text that names nobody is one turn, an empty one is none."""
    pasted = pasted.replace("\r\n", "\n").replace("\r", "\n")
    starts = list(START.finditer(pasted))
    ends = [start.start() for start in starts] + [len(pasted)]
    turns = [Turn(None, pasted[: ends[0]].strip("\n"))]
    turns += [
        Turn(ROLES[start[1].lower()], pasted[start.end() : end].rstrip())
        for start, end in zip(starts, ends[1:], strict=True)
    ]
    return tuple(turn for turn in turns if turn.text.strip())
