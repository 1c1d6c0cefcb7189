"""The sections about what follows after a message: their defaults, what they accept and what they refuse."""

from datetime import timedelta

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.terms import Publication, Reveal, Step
from bot.policy.strikes import step_for
from bot.policy.table import resolve
from bot.policy.terms import DisclosureTerms, ReminderTerms, StrikeTerms
from bot.settings import load_rulebook
from tests.builders import NOON
from tests.policy.test_table import a_document


def test_an_old_file_says_nothing_and_means_the_usual():
    policy = resolve(a_document(), "old.toml")
    assert (policy.disclosure, policy.strikes, policy.reminder) == (DisclosureTerms(), StrikeTerms(), ReminderTerms())
    assert policy.closes_at_year_end


def test_a_file_may_say_all_of_it():
    told = {
        "disclosure": {
            "publication": "after_approval",
            "limit_per_contract": 1,
            "auto_approve": True,
            "due_business_days": 3,
            "lapse_days": 5,
            "grant_ends_on": ["completed"],
            "reveal": "on_send",
        },
        "strikes": {"window_days": 30, "ladder": ["warning"], "appeals_per_day": 1},
        "reminder": {"silent_business_days": 1, "answer_business_days": 2},
        "calendar": {"closes_at_year_end": False},
    }
    policy = resolve(a_document() | told, "new.toml")
    assert policy.disclosure == DisclosureTerms(
        publication=Publication.AFTER_APPROVAL,
        limit_per_contract=1,
        auto_approve=True,
        due_business_days=3,
        lapse_days=5,
        grant_ends_on=(State.COMPLETED,),
        reveal=Reveal.ON_SEND,
    )
    assert policy.strikes == StrikeTerms(30, (Step.WARNING,), 1)
    assert (policy.reminder, policy.closes_at_year_end) == (ReminderTerms(1, 2), False)


@pytest.mark.parametrize(
    ("section", "table", "said"),
    [
        ("disclosure", {"publicaton": "provisional"}, '"publicaton" is no key'),
        ("disclosure", {"publication": "at once"}, 'publication: "at once" is unknown'),
        ("disclosure", {"limit_per_contract": -1}, "limit_per_contract: -1 is not a whole number from 0"),
        ("disclosure", {"auto_approve": 1}, "auto_approve: 1 is neither true nor false"),
        ("disclosure", {"due_business_days": 0}, "due_business_days: 0 is not a whole number from 1"),
        ("disclosure", {"lapse_days": True}, "lapse_days: True is not a whole number"),
        ("disclosure", {"grant_ends_on": "refunded"}, "grant_ends_on: not a list of states"),
        ("disclosure", {"grant_ends_on": ["gone"]}, 'grant_ends_on: "gone" is unknown'),
        ("strikes", {"ladder": []}, "ladder: not a list of steps"),
        ("strikes", {"ladder": ["ban"]}, 'ladder: "ban" is unknown'),
        ("reminder", {"silent_business_days": 400}, "from 1 to 365"),
        ("calendar", {"closes_at_year_end": "yes"}, "closes_at_year_end: 'yes' is neither true nor false"),
    ],
)
def test_a_mistake_is_named_with_file_table_and_key(section, table, said):
    with pytest.raises(ConfigError) as refused:
        resolve(a_document() | {section: table}, "bad.toml")
    assert str(refused.value).startswith(f"bad.toml: [{section}] ")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("preset", "publication", "limit", "reveal"),
    [
        ("lancers", Publication.PROVISIONAL, None, Reveal.WHEN_BOTH),
        ("crowdworks", Publication.AFTER_APPROVAL, 1, Reveal.ON_SEND),
    ],
)
def test_the_presets_are_those_of_the_marketplaces(preset, publication, limit, reveal):
    terms = load_rulebook(preset).policy.disclosure
    assert (terms.publication, terms.limit_per_contract, terms.reveal) == (publication, limit, reveal)
    assert (terms.due_business_days, terms.auto_approve) == (2, False)


def test_purposes_are_those_of_the_work_style():
    policy = load_rulebook().policy
    assert policy.purposes_in(WorkStyle.COMPETITION) == ("files_cannot_be_attached", "detailed_feedback")
    assert "other" in policy.purposes_in(WorkStyle.PROJECT)
    assert "any" not in policy.purposes_in(WorkStyle.PROJECT)


@pytest.mark.parametrize(
    ("days_ago", "step"),
    [
        pytest.param([], Step.WARNING, id="the first"),
        pytest.param([10], Step.LIMIT, id="the second"),
        pytest.param([90], Step.LIMIT, id="on the last day of the window"),
        pytest.param([91], Step.WARNING, id="one that is forgotten"),
        pytest.param([10, 20], Step.SUSPENSION, id="the third"),
        pytest.param([1, 2, 3, 4], Step.SUSPENSION, id="beyond the ladder"),
    ],
)
def test_the_step_of_a_strike(days_ago, step):
    assert step_for([NOON - timedelta(days=days) for days in days_ago], NOON, StrikeTerms()) is step
