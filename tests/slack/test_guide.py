"""docs/slack.md shows the cards as they are."""

import re

from bot.domain.wording import Language
from bot.settings import Settings
from tests.slack.rendered import BEGIN, END, GUIDE, rendered, section, written
from tests.slack.samples import member_cards, moderator_cards


def test_the_cards_shown_are_the_real_ones():
    guide = GUIDE.read_text()
    assert written(guide) == guide, "python -m tests.slack.rendered --write"


def test_every_card_is_shown():
    shown = GUIDE.read_text().split(BEGIN)[1].split(END)[0]
    for name in (*member_cards(Language.JA), *moderator_cards(Language.JA)):
        assert f"{name[0].upper()}{name[1:]}:\n" in shown


def test_a_card_is_drawn_with_all_its_words():
    card = member_cards(Language.EN)["blocked"]
    assert rendered(card).startswith("# Your message was not delivered\n> For emergencies")
    assert "[090-1234-5678]" in rendered(card)
    assert "( This is not contact information )" in rendered(card)
    assert "Reveal" in section(Language.EN)


def test_the_settings_named_are_those_there_are():
    named = set(re.findall(r"SEKIMORI_(SLACK_\w+)", GUIDE.read_text()))
    known = {name.upper() for name in Settings.model_fields if name.startswith("slack_")}
    assert named == known - {"SLACK_API_URL"}, "which is for tests"
