"""Which earlier messages count as evidence."""

from datetime import timedelta

from bot.domain.contracts import Contract, State, WorkStyle
from bot.domain.threads import Conversation, Standing
from tests.builders import NOON, a_message


def said(*messages, **known):
    """A conversation in which the messages were said, a minute apart, all delivered."""
    conversation = Conversation(**known)
    for minute, message in enumerate(messages):
        conversation = conversation.with_message(message, NOON + timedelta(minutes=minute), delivered=True)
    return conversation


def seen(conversation, message, at=NOON):
    return [one.utterance.text for one in conversation.window(message, at)]


NEXT = a_message(message_id="next")


def test_the_last_twenty_count_oldest_first():
    thread = said(*(a_message(str(number), message_id=str(number)) for number in range(30)))
    assert seen(thread, NEXT) == [str(number) for number in range(10, 30)]


def test_older_than_a_day_does_not_count():
    thread = said(a_message("old", message_id="a"), a_message("new", message_id="b"))
    assert seen(thread, NEXT, NOON + timedelta(hours=24)) == ["old", "new"]
    assert seen(thread, NEXT, NOON + timedelta(hours=24, seconds=1)) == ["new"]


def test_without_times_age_does_not_count():
    thread = Conversation().with_message(a_message("said"), None, delivered=True)
    assert seen(thread, NEXT, NOON + timedelta(days=9)) == ["said"]
    assert seen(said(a_message("said")), NEXT, None) == ["said"]


def test_only_the_newest_revision_counts_in_its_old_place():
    thread = said(
        a_message("a1", message_id="a"), a_message("b1", message_id="b"), a_message("a2", message_id="a", revision=2)
    )
    assert seen(thread, NEXT) == ["a2", "b1"]


def test_a_late_older_revision_changes_nothing():
    thread = said(a_message("a2", message_id="a", revision=2), a_message("a1", message_id="a"))
    assert seen(thread, NEXT) == ["a2"]


def test_a_message_is_no_evidence_for_its_own_edit():
    thread = said(*(a_message(str(number), message_id=str(number)) for number in range(21)))
    assert seen(thread, a_message(message_id="20", revision=2)) == [str(number) for number in range(20)]


def test_only_the_senders_delivered_messages_were_shown():
    thread = said(a_message(message_id="mine"), a_message(message_id="theirs", sender_id="u-2"))
    thread = thread.with_message(a_message(message_id="blocked"), NOON, delivered=False)
    assert thread.standing(NEXT, thread.window(NEXT, NOON)).shown == {"mine"}


def test_the_contract_stands_for_the_conversation_and_nothing_else_does():
    contract = Contract("k-1", WorkStyle.TASK, State.ESCROWED)
    assert said(contract=contract).standing(NEXT, ()) == Standing(WorkStyle.TASK, State.ESCROWED)
    assert said().standing(NEXT, ()).state is State.UNKNOWN
