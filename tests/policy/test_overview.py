"""The drawn table leaves nothing out and says nothing else."""

from itertools import product

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.policy.overview import overviews
from bot.settings import load_rulebook, presets
from detectors import Kind, SpeechAct


@pytest.mark.parametrize("preset", presets())
def test_every_cell_stands_in_one_place_and_says_the_same(preset):
    policy = load_rulebook(preset).policy
    drawn = [
        ((style, state, kind, act), outcome)
        for overview in overviews(policy)
        for row in overview.rows
        for states, outcome in zip(overview.columns, row.outcomes, strict=True)
        for style, state, kind, act in product(overview.styles, states, row.kinds, row.acts)
    ]
    assert len(drawn) == len(policy.cells) == len(WorkStyle) * len(State) * len(Kind) * len(SpeechAct)
    assert dict(drawn) == policy.cells


@pytest.mark.parametrize(("preset", "tables"), [("lancers", 3), ("crowdworks", 1), ("coconala", 1), ("upwork", 1)])
def test_what_is_decided_alike_is_said_once(preset, tables):
    drawn = overviews(load_rulebook(preset).policy)
    assert len(drawn) == tables
    assert max(len(one.rows) for one in drawn) <= 7
    assert max(len(one.columns) for one in drawn) <= 3
