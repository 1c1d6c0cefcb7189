"""The tables people read are those the program goes by."""

import re
from pathlib import Path

import pytest

from bot.domain.actors import Rank
from bot.domain.cases import CASE_MOVES
from bot.domain.disclosures import DISCLOSURE_MOVES
from bot.domain.mutual import MUTUAL_MOVES
from bot.domain.told import SIDES
from bot.policy.permissions import MAY

ROOT = Path(__file__).parents[2]
MODERATE = (ROOT / "docs/moderate.md").read_text()
EMBED = (ROOT / "docs/embed.md").read_text()
BOT = "\n".join(path.read_text() for path in (ROOT / "bot").rglob("*.py"))


def drawn(heading):
    """The moves under a heading, as the document has them."""
    section = MODERATE.partition(f"## {heading}")[2].partition("\n## ")[0]
    return {
        (state, move, to)
        for state, moves in re.findall(r"^\| (\w+) \| (.+→.+) \|$", section, re.MULTILINE)
        for move, to in re.findall(r"(\w+) → (\w+)", moves)
        if state != "from"
    }


@pytest.mark.parametrize(
    ("heading", "moves"),
    [
        pytest.param("Disclosure requests", DISCLOSURE_MOVES, id="disclosures"),
        pytest.param("Mutual requests", MUTUAL_MOVES, id="mutual requests"),
        pytest.param("Cases", CASE_MOVES, id="cases"),
    ],
)
def test_the_drawing_is_the_table(heading, moves):
    assert drawn(heading) == {(state.value, move.value, to.value) for (state, move), to in moves.items()}


def test_every_event_is_explained_to_those_who_receive_it():
    announced = set(
        re.findall(r'(?:Announcement|_announcement|event_row)\(\s*(?:new_id\(\), )?"([a-z_]+\.[a-z_]+)"', BOT)
    )
    families = {what for what in SIDES if what.split(".")[0] in {"disclosure", "mutual", "reminder"}}
    shown = {"message.released", "message.hidden"}
    explained = set(re.findall(r"^\| `([a-z]+\.[a-z_]+)`", EMBED, re.MULTILINE))
    assert announced | families | shown == explained


def test_every_rank_of_people_has_a_line_and_a_deed():
    lines = set(re.findall(r"^\| (\w+) \| [a-z]", MODERATE.partition("## Who may do what")[2], re.MULTILINE)) - {"rank"}
    assert lines == {rank.value for rank in Rank} - {"guard", "marketplace"}
    assert {rank for ranks in MAY.values() for rank in ranks} >= {Rank.MEMBER, Rank.MODERATOR, Rank.LEAD, Rank.READER}
