"""What people in a workspace do and see, over HTTP and by Socket Mode."""

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.slack import names
from bot.slack.cards import forms
from tests.fakes.slack import TEAM
from tests.slack.conftest import STAFF

PHONE = "携帯は 090-1234-5678 です"
NUMBER = "090-1234-5678"


async def escrowed(workspace, channel="C1"):
    await workspace.guard.put_contract("k-1", WorkStyle.PROJECT, State.ESCROWED)
    await workspace.slack.command("UMOD1", "link k-1", channel)


async def test_a_contact_before_escrow_goes_and_its_author_is_told_twice(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await slack.say("U2", "よろしくお願いします")
    await workspace.settle()
    assert workspace.texts("C1") == ["U2 よろしくお願いします"]
    for told in (workspace.ephemerals("U1"), workspace.texts("U1")):
        assert len(told) == 1
        assert NUMBER in told[0]
        assert "仮払いが完了するまで" in told[0]
    [card] = workspace.texts(STAFF)
    assert "5678" not in card, "moderators see it masked"


async def test_what_slack_makes_of_a_number_or_address_is_read_too(workspace):
    await workspace.slack.say("U1", "連絡は <mailto:taro@example.jp|taro@example.jp> まで &amp; よろしく")
    await workspace.slack.say("U1", "資料です", channel="C2", files=[("F1", "連絡先_090-1234-5678.pdf")])
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "LINEは taro_web1 です"}}]
    await workspace.slack.say("U1", "こちら", channel="C3", blocks=blocks)
    await workspace.settle()
    assert [workspace.texts(channel) for channel in ("C1", "C2", "C3")] == [[], [], []]
    assert workspace.slack.files == set(), "chat.delete leaves files behind"


async def test_an_edit_is_a_message_and_a_preview_is_none(workspace):
    slack = workspace.slack
    first = await slack.say("U1", "よろしくお願いします")
    await workspace.settle()
    await slack.edit(first, "よろしくお願いします", deliver=True)
    await workspace.settle()
    assert len(workspace.texts("C1")) == 1
    await slack.edit(first, PHONE)
    await workspace.settle()
    assert workspace.texts("C1") == []
    assert (await workspace.store.known(f"{TEAM}:C1:{first['ts']}")).revision == 2


async def test_an_edit_that_overtakes_its_message_is_judged_once(workspace):
    slack = workspace.slack
    first = await slack.say("U1", "よろしくお願いします", deliver=False)
    await slack.edit(first, PHONE)
    await workspace.settle()
    await slack.event(first)
    await workspace.settle()
    assert workspace.texts("C1") == []
    assert len(workspace.texts("U1")) == 1


async def test_digits_in_two_messages_are_found_and_the_first_goes_too(workspace):
    await workspace.slack.say("U1", "電話は 090-")
    await workspace.slack.say("U1", "1234-5678 です")
    await workspace.settle()
    assert workspace.texts("C1") == []


async def test_the_whole_story_of_a_disclosure(workspace):
    slack = workspace.slack
    await escrowed(workspace)
    await slack.say("U2", "よろしくお願いします")
    await slack.say("U1", PHONE)
    await workspace.settle()
    assert workspace.texts("C1") == ["U2 よろしくお願いします"]
    assert workspace.texts(STAFF) == [], "nobody is asked before it is filed"

    await slack.click("U1", names.DISCLOSURE_OPEN, workspace.near("U1", names.DISCLOSURE_OPEN))
    [view] = slack.views.values()
    assert view["callback_id"] == names.DISCLOSURE_FILE
    notes = workspace.guard.rulebook.notes_version
    answers = {
        forms.PURPOSE: {"type": "static_select", "selected_option": {"value": "urgent_contact"}},
        forms.PURPOSE_TEXT: {"type": "plain_text_input", "value": "当日の待ち合わせ"},
        forms.CONSENT: {"type": "checkboxes", "selected_options": [{"value": notes}]},
    }
    await slack.submit("U1", names.DISCLOSURE_FILE, view["private_metadata"], answers)
    await workspace.settle()
    published = [text for text in workspace.texts("C1") if NUMBER in text]
    assert len(published) == 1, "published by the bot, in the author's name"
    assert "U1" in published[0]
    [card] = workspace.texts(STAFF)
    assert "当日の待ち合わせ" in card
    assert "1234-5678" not in card
    assert any("受け付けました" in text for text in workspace.texts("U1"))

    await slack.click("UMOD1", names.DISCLOSURE_DENY, workspace.button(STAFF, names.DISCLOSURE_DENY), STAFF)
    deny = [*slack.views.values()][-1]
    reason = {forms.REASON: {"type": "static_select", "selected_option": {"value": "purpose_unclear"}}}
    await slack.submit("UMOD1", names.DENY_SUBMIT, deny["private_metadata"], reason)
    await workspace.settle()
    assert not [text for text in workspace.texts("C1") if NUMBER in text], "hidden again by the bot itself"
    assert any("目的がはっきりしない" in text for text in workspace.texts("U1"))
    assert any("非表示になりました" in text for text in workspace.texts("U2")), "both sides are told"
    [card] = workspace.texts(STAFF)
    with pytest.raises(AssertionError, match="no button"):
        workspace.button(STAFF, names.DISCLOSURE_APPROVE)

    [one] = await workspace.guard.store.desk.disclosures_on("k-1")
    seen = str(forms.Seen(one.disclosure_id, one.revision))
    text = {forms.TEXT: {"type": "plain_text_input", "value": "撮影当日です"}}
    await slack.submit("U1", names.REQUEST_APPEAL_SUBMIT, seen, text)
    await workspace.settle()
    await slack.click("UMOD1", names.DISCLOSURE_APPROVE, workspace.button(STAFF, names.DISCLOSURE_APPROVE), STAFF)
    await workspace.settle()
    assert len([text for text in workspace.texts("C1") if NUMBER in text]) == 1
    await slack.say("U1", "着きました。" + PHONE)
    await workspace.settle()
    assert len([text for text in workspace.texts("C1") if NUMBER in text]) == 2, "the same contact passes now"


async def test_an_appeal_and_its_decision_with_undo(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    await slack.click("U1", names.MESSAGE_APPEAL, workspace.near("U1", names.MESSAGE_APPEAL))
    view = [*slack.views.values()][-1]
    text = {forms.TEXT: {"type": "plain_text_input", "value": "製品の型番です"}}
    await slack.submit("U1", names.APPEAL_SUBMIT, view["private_metadata"], text)
    await workspace.settle()
    await slack.click("UMOD1", names.CASE_CLAIM, workspace.button(STAFF, names.CASE_CLAIM), STAFF)
    await workspace.settle()
    await slack.click("UMOD1", names.CASE_OVERTURN, workspace.button(STAFF, names.CASE_OVERTURN), STAFF)
    await workspace.settle()
    assert not [text for text in workspace.texts("C1") if NUMBER in text], "not before it can be undone no more"
    await slack.click("UMOD1", names.CASE_UNDO, workspace.button(STAFF, names.CASE_UNDO), STAFF)
    await workspace.settle()
    workspace.button(STAFF, names.CASE_UPHOLD)
    assert not [text for text in workspace.texts("C1") if NUMBER in text]


async def test_of_two_moderators_the_second_is_told_who_was_first(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    value = workspace.button(STAFF, names.CASE_UPHOLD)
    await slack.click("UMOD1", names.CASE_UPHOLD, value, STAFF)
    await slack.click("ULEAD", names.CASE_OVERTURN, value, STAFF)
    await workspace.settle()
    assert any("UMOD1" in text for text in workspace.ephemerals("ULEAD"))
    assert not [text for text in workspace.texts("C1") if NUMBER in text]


async def test_whoever_is_no_moderator_decides_and_sees_nothing(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    value = workspace.button(STAFF, names.CASE_OVERTURN)
    await slack.click("U7", names.CASE_OVERTURN, value, STAFF)
    await slack.click("U7", names.CASE_OPEN, workspace.button(STAFF, names.CASE_OPEN), STAFF)
    await workspace.settle()
    assert len(workspace.ephemerals("U7")) == 2
    assert not [view for view in slack.views.values() if NUMBER in str(view)]
    assert not [text for text in workspace.texts("C1") if NUMBER in text]


async def test_a_group_is_asked_again_at_every_click(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    slack.groups["S1GROUP"] = ["U5"]
    await slack.click("U5", names.CASE_CLAIM, workspace.button(STAFF, names.CASE_CLAIM), STAFF)
    await workspace.settle()
    slack.groups["S1GROUP"] = []
    await slack.click("U5", names.CASE_UPHOLD, workspace.button(STAFF, names.CASE_UPHOLD), STAFF)
    await workspace.settle()
    assert len(workspace.ephemerals("U5")) == 1, "out of the group, out of office"


async def test_only_a_lead_reveals_and_the_ledger_notes_why(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    [case] = await workspace.guard.queue.cases()
    reason = {forms.TEXT: {"type": "plain_text_input", "value": "店の番号か確かめる"}}
    await slack.submit("UMOD1", names.REVEAL_SUBMIT, str(forms.Seen(case.case_id)), reason)
    assert not [view for view in slack.views.values() if NUMBER in str(view)]
    await slack.submit("ULEAD", names.REVEAL_SUBMIT, str(forms.Seen(case.case_id)), reason)
    assert [view for view in slack.views.values() if NUMBER in str(view)]
    history = await workspace.guard.queue.history(case.case_id)
    assert [entry.actor for entry in history if entry.verb == "contact.revealed"] == [f"lead:{TEAM}:ULEAD"]


async def test_a_report_opens_a_case_and_the_other_side_hears_nothing(workspace):
    slack = workspace.slack
    await slack.say("U1", "よろしくお願いします")
    event = await slack.say("U2", "一度お会いしませんか")
    await workspace.settle()
    before = workspace.texts("U2")
    payload = {"type": "message_action", "callback_id": names.REPORT_MESSAGE, "message": {"ts": event["ts"]}}
    await slack.interact({**payload, "user": {"id": "U1", "team_id": TEAM}, "channel": {"id": "C1"}})
    view = [*slack.views.values()][-1]
    category = {forms.CATEGORY: {"type": "static_select", "selected_option": {"value": "direct_dealing"}}}
    await slack.submit("U1", names.REPORT_SUBMIT, view["private_metadata"], category)
    await workspace.settle()
    [case] = [one for one in await workspace.guard.queue.cases() if one.why.value == "report"]
    assert (case.member_id, case.reported_by) == (f"{TEAM}:U2", f"{TEAM}:U1")
    assert workspace.texts("U2") == before


async def test_home_and_command(workspace):
    slack = workspace.slack
    await slack.say("U1", PHONE)
    await workspace.settle()
    for user in ("UMOD1", "U1"):
        await slack.event({"type": "app_home_opened", "user": user, "tab": "home"})
    assert slack.homes["UMOD1"] != slack.homes["U1"]
    assert "k-1" not in await slack.command("U1", "link k-1")
    await escrowed(workspace)
    assert "k-1" in await slack.command("U1", "")
    assert await workspace.guard.store.desk.contract_of(f"{TEAM}:C1") == "k-1"
