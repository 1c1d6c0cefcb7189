"""The story of the mission over HTTP, with the webhooks a marketplace would receive."""

from datetime import timedelta

import httpx2
import pytest

from bot import app
from bot.app import Guard, make_asgi, new_key
from bot.delivery import Endpoint, Webhooks, Worker
from bot.domain.keys import Scope
from bot.settings import Settings
from tests.builders import NOON, ids
from tests.delivery.receiver import SECRET, Receiver

PHONE = "当日の緊急連絡用に、携帯は 090-1234-5678 です"
PROJECT = {"work_style": "project"}
PARTIES = {"client_id": "u-2", "freelancer_id": "u-1"}
OTHER = "会社の番号は 03-1234-5678 です"


class Clock:
    """A clock the story turns on."""

    def __init__(self):
        self.now = NOON  # a Sunday: business begins on Tuesday, the 24th, after a holiday

    def __call__(self):
        return self.now

    def turn(self, **by):
        self.now += timedelta(**by)


class Story:
    """The marketplace, its members and its staff, speaking over HTTP."""

    def __init__(self, client, worker, receiver, keys):
        self.client, self.worker, self.receiver, self.keys = client, worker, receiver, keys
        self.heard = 0

    async def call(self, method, path, scope=Scope.MARKETPLACE, expect=200, **body):
        headers = {"authorization": f"Bearer {self.keys[scope]}"}
        answer = await self.client.request(method, path, headers=headers, **({"json": body} if body else {}))
        assert answer.status_code == expect, answer.text
        return answer.json()

    async def says(self, message_id, text, **more):
        return await self.call(
            "POST",
            "/v1/messages",
            message_id=message_id,
            conversation_id="c-1",
            contract_id="k-1",
            sender_id="u-1",
            sender_role="freelancer",
            text=text,
            **more,
        )

    async def events(self):
        """What the marketplace received since it was last asked."""
        while await self.worker.deliver_due():
            pass
        new, self.heard = self.receiver.received[self.heard :], len(self.receiver.received)
        # those of one moment are sent at the same time, in no order
        return sorted(((event["type"], event["data"]) for _, event in new), key=lambda one: one[0])


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(app, "now", clock)
    return clock


@pytest.fixture
async def story(tmp_path, clock):
    settings = Settings(var=tmp_path / "var", public_url="https://guard.example.jp", _env_file=None)
    with Receiver() as receiver:
        async with Guard(settings) as guard:
            keys = {}
            for scope in Scope:
                keys[scope], made = new_key(scope, "story", clock())
                await guard.store.keys.make(made)
            async with (
                Webhooks(Endpoint.of(receiver.url, SECRET, allows_private=False), _real_now) as sender,
                httpx2.AsyncClient(
                    transport=httpx2.ASGITransport(make_asgi(guard)), base_url="http://127.0.0.1:8000"
                ) as client,
            ):
                worker = Worker(guard.kept.outbox, sender, now=clock, new_id=ids("lease"), chance=lambda: 0.5)
                yield Story(client, worker, receiver, keys)


_real_now = app.now
"""The receiver refuses signatures that are not of now."""


def kinds(events):
    return [kind for kind, _ in events]


async def test_from_the_blocked_contact_to_the_end_of_the_grant(story, clock):
    await story.call(
        "PUT", "/v1/contracts/k-1", work_style="project", state="awaiting_escrow", client_id="u-2", freelancer_id="u-1"
    )

    blocked = await story.says("m-1", PHONE)
    assert (blocked["ruling"], blocked["findings"][0]["pieces"][0]["text"]) == ("block", "090-1234-5678")
    assert "仮払いが完了するまで" in blocked["notice"]["ja"]
    assert kinds(await story.events()) == ["case.opened"]

    await story.call("PUT", "/v1/contracts/k-1", work_style="project", state="escrowed")
    held = await story.says("m-2", PHONE)
    assert (held["ruling"], held["reason"]) == ("hold", "disclosure")
    assert held["disclosure_url"].startswith("https://guard.example.jp/pages/")

    [offered] = (await story.call("GET", "/v1/disclosures?state=offered"))["disclosures"]
    assert offered["contacts"] == [{"kind": "phone", "value": "+819012345678"}]
    notes = await story.call("GET", "/v1/disclosures/notes")
    path = f"/v1/disclosures/{offered['disclosure_id']}"
    filing = {"member_id": "u-1", "purpose": "urgent_contact", "purpose_text": "当日の待ち合わせ", "agreed": True}
    unread = filing | {"notes_version": notes["version"], "agreed": False}
    await story.call("POST", f"{path}/file", expect=422, **unread)
    filed = await story.call("POST", f"{path}/file", **filing, notes_version=notes["version"])
    assert (filed["state"], filed["is_shown"], filed["due_at"]) == ("filed", True, "2026-11-25T15:00:00+00:00")
    events = await story.events()
    assert kinds(events) == ["disclosure.filed", "message.released"]
    assert {one["member_id"] for one in events[0][1]["notices"]} == {"u-1", "u-2"}
    assert (events[1][1]["message_id"], events[1][1]["is_provisional"]) == ("m-2", True)

    clock.turn(days=2)
    review = await story.call("GET", f"{path}/review", Scope.MODERATOR)
    assert {one["name"]: one["result"] for one in review["criteria"]}["escrow_funded"] == "pass"
    assert "5678" not in str(review), "masked until a lead reveals it"
    seen = review["disclosure"]["revision"]
    decision = {"moderator_id": "mod-1", "decision": "deny", "reason": "purpose_unclear", "seen_revision": seen}
    denied = await story.call("POST", f"{path}/decide", Scope.MODERATOR, **decision)
    assert (denied["state"], denied["is_shown"]) == ("denied", False)
    again = await story.call("POST", f"{path}/decide", Scope.MODERATOR, 409, **decision | {"moderator_id": "mod-2"})
    assert "mod-1" in again["detail"]
    events = await story.events()
    assert kinds(events) == ["disclosure.denied", "message.hidden"]
    told = {one["member_id"]: one["ja"] for one in events[0][1]["notices"]}
    assert "目的がはっきりしない" in told["u-1"]
    assert "非表示になりました" in told["u-2"]

    appealed = await story.call("POST", f"{path}/appeal", member_id="u-1", text="撮影当日の連絡です")
    assert (appealed["state"], appealed["is_shown"]) == ("filed", False)
    approved = await story.call(
        "POST", f"{path}/decide", Scope.MODERATOR, moderator_id="mod-2", decision="approve", seen_revision=4
    )
    assert (approved["state"], approved["is_shown"]) == ("approved", True)
    assert kinds(await story.events()) == ["disclosure.appealed", "disclosure.approved", "message.released"]

    assert (await story.says("m-3", "着きました。" + PHONE))["ruling"] == "allow"
    assert (await story.says("m-4", OTHER))["ruling"] == "hold", "another number is another request"

    await story.call("PUT", "/v1/contracts/k-1", work_style="project", state="refunded")
    assert kinds(await story.events()) == ["disclosure.revoked", "message.hidden"]
    assert (await story.call("GET", path))["because"] == "contract_ended"
    assert (await story.says("m-5", PHONE))["ruling"] == "block"


async def test_a_false_positive_is_released_after_the_time_to_undo_and_remembered(story, clock):
    await story.call(
        "PUT", "/v1/contracts/k-1", work_style="project", state="negotiating", client_id="u-2", freelancer_id="u-1"
    )
    blocked = await story.says("m-1", PHONE)
    await story.events()
    case = await story.call("POST", "/v1/messages/m-1/appeal", member_id="u-1", text="製品の型番です")
    assert case["case_id"] == blocked["case_id"]
    path = f"/v1/cases/{case['case_id']}"
    claimed = await story.call("POST", f"{path}/claim", Scope.MODERATOR, moderator_id="mod-1")
    assert claimed["viewed_by"] == "mod-1"
    refused = await story.call(
        "POST", f"{path}/resolve", Scope.MODERATOR, 409, moderator_id="mod-2", decision="uphold", seen_revision=3
    )
    assert "mod-1" in refused["detail"]
    decided = {"moderator_id": "mod-1", "decision": "overturn", "seen_revision": claimed["revision"]}
    overturned = await story.call("POST", f"{path}/resolve", Scope.MODERATOR, **decided)
    assert kinds(await story.events()) == ["case.appealed"], "nobody hears of the decision while it can be undone"
    clock.turn(seconds=10)
    undone = await story.call(
        "POST",
        f"{path}/resolve",
        Scope.MODERATOR,
        moderator_id="mod-1",
        decision="undo",
        seen_revision=overturned["revision"],
    )
    clock.turn(minutes=5)
    assert (undone["state"], kinds(await story.events())) == ("open", [])
    decided["seen_revision"] = undone["revision"]
    await story.call("POST", f"{path}/resolve", Scope.MODERATOR, **decided)
    clock.turn(seconds=31)
    assert kinds(await story.events()) == ["case.overturned", "message.released"]
    assert (await story.says("m-2", PHONE))["ruling"] == "allow", "the same by the same member is honest now"
    await story.call("PUT", "/v1/contracts/k-2", work_style="project", state="negotiating")
    elsewhere = await story.call(
        "POST", "/v1/messages", message_id="m-3", conversation_id="c-2", contract_id="k-2", sender_id="u-1", text=PHONE
    )
    assert elsewhere["ruling"] == "block"
    rows = (await story.call("GET", "/v1/statistics?from=2026-11"))["rows"]
    [total] = [row for row in rows if row["by"] == "total"]
    assert (total["blocked"], total["overturned"], total["released"], total["false_positive_rate"]) == (2, 1, 1, 1.0)


async def test_three_upheld_cases_lead_to_a_proposal_that_a_lead_confirms(story, clock):
    await story.call("PUT", "/v1/contracts/k-1", work_style="project", state="negotiating")
    steps = []
    for number in range(3):
        verdict = await story.says(f"m-{number}", f"電話は 090-1234-567{number} です")
        await story.call(
            "POST",
            f"/v1/cases/{verdict['case_id']}/resolve",
            Scope.MODERATOR,
            moderator_id="mod-1",
            decision="uphold",
            seen_revision=1,
        )
        clock.turn(minutes=1)
        steps += [facts["step"] for kind, facts in await story.events() if kind == "member.strike"]
    assert steps == ["warning", "limit", "suspension"]
    assert len((await story.call("GET", "/v1/members/u-1/strikes"))["strikes"]) == 3
    [proposal] = [one for one in (await story.call("GET", "/v1/cases"))["cases"] if one["why"] == "suspension"]
    path = f"/v1/cases/{proposal['case_id']}/resolve"
    body = {"decision": "uphold", "seen_revision": 1}
    await story.call("POST", path, Scope.MODERATOR, 403, moderator_id="mod-1", **body)
    await story.call("POST", path, Scope.LEAD, moderator_id="lead-1", **body)
    clock.turn(minutes=1)
    assert kinds(await story.events()) == ["case.upheld", "member.suspension_proposed"]
