"""`make demo-slack`: a scripted conversation through the real bot and a Slack on loopback, as each person sees it."""

import asyncio
import os
import tempfile
from pathlib import Path

from bot.domain.contracts import State, WorkStyle
from bot.domain.wording import Language
from bot.slack import names
from bot.slack.cards import forms
from tests.fakes.slack import FakeSlack
from tests.slack.conftest import STAFF, opened
from tests.slack.rendered import rendered

LANGUAGE = Language(os.environ.get("LANGUAGE", "ja") if os.environ.get("LANGUAGE") in {"ja", "en"} else "ja")
WIDTH = 78


def title(text):
    print(f"\n{'━' * WIDTH}\n{text}\n{'━' * WIDTH}")


class Watching:
    """Prints what is new since it was last asked, person by person."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.shown = {}
        self.near = 0

    async def look(self):
        slack = self.workspace.slack
        await self.workspace.settle()
        for payload in slack.asked("chat.postEphemeral")[self.near :]:
            self.show(f"only {payload['user']} sees in #{payload['channel']}", payload)
        self.near = len(slack.asked("chat.postEphemeral"))
        for channel in sorted(slack.channels):
            where = "the moderators see" if channel == STAFF else f"everybody in #{channel} sees"
            where = f"{channel} gets a direct message" if channel.startswith("U") else where
            for ts, message in sorted(slack.channels[channel].items()):
                drawn = self.draw(message)
                if self.shown.get((channel, ts)) != drawn:
                    self.shown[channel, ts] = drawn
                    self.show(where, message)
            for key in [key for key in self.shown if key[0] == channel and key[1] not in slack.channels[channel]]:
                print(f"\n  ✗ gone from #{channel}: {self.shown.pop(key).splitlines()[0]}")

    def draw(self, message):
        return rendered(message["blocks"]) if message.get("blocks") else f"{message['user']}: {message['text']}"

    def show(self, where, message):
        print(f"\n  {where}:")
        print("\n".join(f"    {line}" for line in self.draw(message).splitlines()))


def chosen(value):
    return {"type": "static_select", "selected_option": {"value": value}}


async def demo():
    with tempfile.TemporaryDirectory() as folder:
        async with FakeSlack() as slack, opened(Path(folder), slack, "http", slack_language=LANGUAGE) as workspace:
            watching = Watching(workspace)
            slack.names |= {"U1": "田中", "U2": "佐藤", "UMOD1": "運営 鈴木", "ULEAD": "運営 高橋"}
            title("1  Before escrow: a number is written")
            await slack.say("U2", "よろしくお願いします。打ち合わせはいつにしましょうか")
            await slack.say("U1", "お電話でもよいです。携帯は 090-1234-5678 です")
            await watching.look()
            title("2  Escrow is funded, the channel is linked, the number is written again")
            await workspace.guard.put_contract("k-1", WorkStyle.PROJECT, State.ESCROWED)
            print("\n  UMOD1 types: /sekimori link k-1")
            await slack.command("UMOD1", "link k-1")
            await slack.say("U1", "撮影当日の連絡用に、携帯は 090-1234-5678 です")
            await watching.look()
            title("3  U1 files the disclosure request")
            await slack.click("U1", names.DISCLOSURE_OPEN, workspace.near("U1", names.DISCLOSURE_OPEN))
            view = [*slack.views.values()][-1]
            print("\n  U1 sees a form:")
            print("\n".join(f"    {line}" for line in rendered(view["blocks"]).splitlines()))
            answers = {
                forms.PURPOSE: chosen("urgent_contact"),
                forms.PURPOSE_TEXT: {"type": "plain_text_input", "value": "撮影当日の待ち合わせのため"},
                forms.CONSENT: {
                    "type": "checkboxes",
                    "selected_options": [{"value": workspace.guard.rulebook.notes_version}],
                },
            }
            await slack.submit("U1", names.DISCLOSURE_FILE, view["private_metadata"], answers)
            await watching.look()
            title("4  A moderator denies it")
            value = workspace.button(STAFF, names.DISCLOSURE_DENY)
            await slack.click("UMOD1", names.DISCLOSURE_DENY, value, STAFF)
            deny = [*slack.views.values()][-1]
            reason = {forms.REASON: chosen("purpose_unclear")}
            await slack.submit("UMOD1", names.DENY_SUBMIT, deny["private_metadata"], reason)
            await watching.look()
            title("5  U1 appeals, another moderator approves")
            [one] = [one for one in await workspace.guard.store.desk.disclosures_on("k-1") if one.decided_by]
            text = {forms.TEXT: {"type": "plain_text_input", "value": "撮影が屋外のため、当日の連絡が必要です"}}
            seen = str(forms.Seen(one.disclosure_id, one.revision))
            await slack.submit("U1", names.REQUEST_APPEAL_SUBMIT, seen, text)
            await workspace.settle()
            value = workspace.button(STAFF, names.DISCLOSURE_APPROVE)
            await slack.click("ULEAD", names.DISCLOSURE_APPROVE, value, STAFF)
            await watching.look()


if __name__ == "__main__":
    asyncio.run(demo())
