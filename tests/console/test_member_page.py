"""A member's page over an open guard: what it shows, and what its forms do."""

import re
from urllib.parse import urlsplit

import httpx2
import pytest

from bot.app import Guard, make_asgi
from bot.domain.actors import Actor, Rank
from bot.domain.contracts import Parties, State, WorkStyle
from bot.domain.disclosures import DenialReason
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure
from bot.settings import Settings
from tests.builders import a_message

PHONE = "携帯は 090-1234-5678 です"
MOD = Actor("mod-1", Rank.MODERATOR)


@pytest.fixture
async def guard(tmp_path):
    async with Guard(Settings(var=tmp_path / "var", _env_file=None)) as opened:
        await opened.put_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, Parties("u-2", "u-1"))
        yield opened


@pytest.fixture
async def visitor(guard):
    transport = httpx2.ASGITransport(make_asgi(guard))
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture
async def held(guard):
    verdict = await guard.screen(a_message(PHONE, contract_id="k-1"))
    return urlsplit(verdict.disclosure_url).path


def filing(guard, **more):
    form = {"deed": "file", "purpose": "meeting", "text": "打ち合わせ", "agreed": "yes", "seen": "1"}
    return form | {"notes_version": guard.rulebook.notes_version} | more


async def the_request(guard):
    [one] = await guard.store.desk.disclosures_on("k-1")
    return one


async def test_it_marks_exactly_what_matched_and_says_why(visitor, held):
    page = (await visitor.get(held)).text
    assert re.findall(r"<mark>(.*?)</mark>", page) == ["090-1234-5678"]
    assert "このメッセージはまだ相手に届いていません" in page
    assert "電話番号" in page


async def test_both_languages(visitor, held):
    page = (await visitor.get(held + "?lang=en")).text
    assert '<html lang="en">' in page
    assert "This message has not been delivered yet" in page


async def test_it_works_without_script_and_is_kept_by_nobody(visitor, held):
    answer = await visitor.get(held)
    assert "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_filing_sends_the_browser_back_so_that_a_reload_does_nothing_twice(guard, visitor, held):
    answer = await visitor.post(held, data=filing(guard))
    assert answer.status_code == 303
    page = (await visitor.get(answer.headers["location"])).text
    assert "申請を受け付けました" in page
    assert "メッセージは仮に届いています" in page
    assert (await the_request(guard)).purpose_text == "打ち合わせ"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param({"agreed": None}, "同意の欄にチェック", id="not agreed"),
        pytest.param({"purpose": ""}, "目的を選んでください", id="no purpose"),
        pytest.param({"purpose": "any"}, "目的を選んでください", id="no such purpose"),
        pytest.param({"text": "  "}, "理由を書いてください", id="no words"),
        pytest.param({"text": "あ" * 2_001}, "長すぎます", id="too many words"),
        pytest.param({"deed": "fly"}, "deed", id="no such deed"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_filled_in_stays(guard, visitor, held, wrong, said):
    form = {name: value for name, value in filing(guard, **wrong).items() if value is not None}
    answer = await visitor.post(held, data=form)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert ("打ち合わせ</textarea>" in answer.text) == (form["text"] == "打ち合わせ")
    assert (await the_request(guard)).revision == 1


async def test_notes_that_changed_meanwhile_are_read_again(guard, visitor, held):
    answer = await visitor.post(held, data=filing(guard, notes_version="old"))
    assert (answer.status_code, "注意事項が更新されています" in answer.text) == (409, True)


async def test_a_denied_request_shows_why_and_the_one_appeal(guard, visitor, held):
    await visitor.post(held, data=filing(guard))
    one = await the_request(guard)
    await deny_disclosure(
        one.disclosure_id, DenialReason.NOT_NECESSARY, guard.office, by=MOD, now=guard.now(), seen_revision=2
    )
    page = (await visitor.get(held)).text
    assert "メッセージの機能で足りる" in page
    assert "再審査を申し立てる" in page
    assert (
        await visitor.post(held, data={"deed": "appeal_denial", "text": "必要です", "seen": "3"})
    ).status_code == 303
    again = await the_request(guard)
    await deny_disclosure(
        one.disclosure_id,
        DenialReason.NOT_NECESSARY,
        guard.office,
        by=MOD,
        now=guard.now(),
        seen_revision=again.revision,
    )
    assert "再審査を申し立てる" not in (await visitor.get(held)).text


async def test_an_approved_request_has_nothing_left_to_do(guard, visitor, held):
    await visitor.post(held, data=filing(guard))
    one = await the_request(guard)
    await approve_disclosure(one.disclosure_id, guard.office, by=MOD, now=guard.now(), seen_revision=2)
    page = (await visitor.get(held)).text
    assert "連絡先の公開が認められました" in page
    assert "<form" not in page


async def test_withdrawing(guard, visitor, held):
    assert (await visitor.post(held, data={"deed": "withdraw", "seen": "1"})).status_code == 303
    assert "取り下げられました" in (await visitor.get(held)).text


async def test_a_blocked_message_can_be_appealed_for_once(guard, visitor):
    verdict = await guard.screen(a_message(PHONE, message_id="m-2", conversation_id="c-2"))
    path = urlsplit(verdict.disclosure_url).path
    page = (await visitor.get(path)).text
    assert "このメッセージは相手に届いていません" in page
    assert "連絡先公開申請</h2>" not in page
    assert (await visitor.post(path, data={"deed": "appeal", "text": "型番です"})).status_code == 303
    page = (await visitor.get(path)).text
    assert "お知らせを受け付けています" in page
    again = await visitor.post(path, data={"deed": "appeal", "text": "型番です"})
    assert (again.status_code, "一度だけです" in again.text) == (409, True)


async def test_a_link_that_leads_nowhere_says_so_calmly(visitor):
    answer = await visitor.get("/pages/nonsense")
    assert (answer.status_code, "リンクは正しくありません" in answer.text) == (404, True)


async def test_what_a_member_wrote_cannot_become_part_of_the_page(guard, visitor):
    verdict = await guard.screen(a_message(f"<script>alert(1)</script>{{{{ 7*7 }}}} {PHONE}", contract_id="k-1"))
    page = (await visitor.get(urlsplit(verdict.disclosure_url).path)).text
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    form = filing(guard, text='"><b>x</b>', agreed="yes", purpose="")
    assert "<b>x" not in (await visitor.post(urlsplit(verdict.disclosure_url).path, data=form)).text


async def test_an_edited_message_points_to_the_newer_page(guard, visitor, held):
    await guard.screen(a_message(PHONE + "。", contract_id="k-1", revision=2))
    page = (await visitor.get(held)).text
    assert "このメッセージは編集されています" in page
    assert "<form" not in page
