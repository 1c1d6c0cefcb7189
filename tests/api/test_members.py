"""PUT and GET of members and conversations."""

import pytest

from tests.builders import a_line

PHONE = "電話は090-1234-5678です"
VERIFIED = {"proof": "verified", "on": "2026-04-01"}
NONE = {"proof": "none", "on": None}


async def test_a_member_is_told_changed_and_asked_for(client):
    told = await client.put("/v1/members/u-7", json={"name": "山田 太郎", "verified": {"identity": VERIFIED}})
    assert told.json() == {
        "member_id": "u-7",
        "standing": "good",
        "verified": {"identity": VERIFIED, "phone": NONE, "nda": NONE, "platform_check": NONE},
        "revision": 1,
    }
    changed = (await client.put("/v1/members/u-7", json={"name": "鈴木 太郎", "standing": "limited"})).json()
    assert (changed["verified"]["identity"]["proof"], changed["standing"], changed["revision"]) == (
        "lapsed",
        "limited",
        2,
    )
    assert (await client.get("/v1/members/u-7")).json() == changed


async def test_the_same_told_again_changes_nothing(client):
    document = {
        "name": "山田 太郎",
        "address": "東京都",
        "verified": {"phone": VERIFIED, "nda": None},
        "standing": None,
    }
    first = await client.put("/v1/members/u-7", json=document)
    assert (await client.put("/v1/members/u-7", json=document)).content == first.content


async def test_a_name_is_never_answered(client):
    told = await client.put("/v1/members/u-7", json={"name": "山田 太郎", "address": "東京都千代田区"})
    assert set(told.json()) == {"member_id", "standing", "verified", "revision"}
    assert "山田" not in told.text


async def test_a_fact_that_is_wrong_is_named(client):
    answer = await client.put("/v1/members/u-7", json={"verified": {"nda": {"proof": "verified", "on": "soon"}}})
    assert (answer.status_code, answer.json()["field"]) == (422, "verified.nda.on")
    assert answer.json()["detail"] == "verified.nda.on must be a day such as 2026-04-01"


async def test_a_conversation_is_linked_and_asked_for(client):
    await client.put("/v1/contracts/k-3", json={"work_style": "project", "state": "escrowed"})
    linked = await client.put("/v1/conversations/c-1", json={"contract_id": "k-3"})
    assert linked.json() == {"conversation_id": "c-1", "contract_id": "k-3"}
    assert (await client.get("/v1/conversations/c-1")).json() == linked.json()
    assert (await client.post("/v1/messages", json=a_line(PHONE))).json()["reason"] == "disclosure"
    await client.put("/v1/conversations/c-1", json={"contract_id": None})
    assert (await client.post("/v1/messages", json=a_line(PHONE, message_id="m-2"))).json()["ruling"] == "block"


@pytest.mark.parametrize(("document", "said"), [({}, "missing"), ({"contract_id": 3}, "string")])
async def test_a_link_without_a_contract_is_refused(client, document, said):
    answer = await client.put("/v1/conversations/c-1", json=document)
    assert (answer.status_code, answer.json()["field"]) == (422, "contract_id")
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "said"),
    [("members/u-9", "会員 u-9 は登録されていません"), ("conversations/c-9", "会話 c-9 は登録されていません")],
)
async def test_what_nobody_told_is_not_found(client, path, said):
    answer = await client.get(f"/v1/{path}", headers={"accept-language": "ja"})
    assert (answer.status_code, answer.json()["detail"]) == (404, said)
