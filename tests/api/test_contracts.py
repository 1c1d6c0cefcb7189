"""PUT and GET /v1/contracts: told, moved by the table, and asked for."""

import pytest

from tests.builders import a_line

PHONE = "電話は090-1234-5678です"


async def put(client, contract_id="k-1", **terms):
    return await client.put(f"/v1/contracts/{contract_id}", json=terms)


async def test_a_contract_is_told_moved_and_asked_for(client):
    told = await put(client, work_style="project", state="awaiting_escrow")
    moved = await put(client, work_style="project", state="escrowed")
    assert told.json() == {
        "contract_id": "k-1",
        "work_style": "project",
        "state": "awaiting_escrow",
        "client_id": None,
        "freelancer_id": None,
        "revision": 1,
    }
    assert moved.json()["revision"] == 2
    assert (await client.get("/v1/contracts/k-1")).json() == moved.json()


async def test_the_move_changes_the_verdict(client):
    await put(client, work_style="project", state="awaiting_escrow")
    before = await client.post("/v1/messages", json=a_line(PHONE, contract_id="k-1"))
    await put(client, work_style="project", state="escrowed")
    after = await client.post("/v1/messages", json=a_line(PHONE, message_id="m-2"))
    assert before.json()["ruling"] == "block"
    assert (after.json()["ruling"], after.json()["reason"]) == ("hold", "disclosure")


async def test_a_move_the_table_does_not_know_names_both_states(client):
    await put(client, work_style="project", state="inquiry")
    answer = await put(client, work_style="project", state="escrowed")
    assert answer.status_code == 409
    assert answer.json()["detail"] == "contract k-1 cannot move from inquiry to escrowed"


async def test_the_work_style_stays(client):
    await put(client, work_style="project", state="inquiry")
    assert (await put(client, work_style="task", state="inquiry")).status_code == 409


async def test_a_contract_nobody_told_is_not_found(client):
    answer = await client.get("/v1/contracts/k-9", headers={"accept-language": "ja"})
    assert (answer.status_code, answer.json()["detail"]) == (404, "契約 k-9 は登録されていません")


@pytest.mark.parametrize("contract_id", ["a%2Fb", "%E5%A5%91%E7%B4%84%201", "..%2F..%2Fetc", "'; DROP TABLE contracts"])
async def test_any_printable_id_will_do(client, contract_id):
    told = await put(client, contract_id, work_style="project", state="inquiry")
    assert told.status_code == 200
    assert (await client.get(f"/v1/contracts/{contract_id}")).json() == told.json()


@pytest.mark.parametrize(
    ("terms", "field", "said"),
    [
        pytest.param({"state": "inquiry"}, "work_style", "is missing", id="no work style"),
        pytest.param({"work_style": "project"}, "state", "is missing", id="no state"),
        pytest.param({"work_style": "project", "state": "paid"}, "state", "must be one of inquiry", id="a strange one"),
        pytest.param(
            {"work_style": "project", "state": "unknown"}, "state", "must be one of", id="unknown is no state"
        ),
        pytest.param({"work_style": 3, "state": "inquiry"}, "work_style", "must be a string", id="a number"),
    ],
)
async def test_broken_terms_are_refused_by_field(client, terms, field, said):
    answer = await put(client, **terms)
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    "contract_id", ["%00", "a%0Ab", "%0A", "x" * 201, ""], ids=["NUL", "lines", "a line", "too long", "empty"]
)
async def test_an_id_that_cannot_be_kept_is_refused(client, contract_id):
    assert (await put(client, contract_id, work_style="project", state="inquiry")).status_code == 422
    assert (await client.get(f"/v1/contracts/{contract_id}")).status_code == 422
