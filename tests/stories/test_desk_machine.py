"""Members, moderators, edits, refunds and clocks in any order over the real flows and store: what must hold, holds."""

import asyncio
import json
import sqlite3
import tempfile
from contextlib import AsyncExitStack, closing
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.actors import Actor, Rank
from bot.domain.cases import CaseMove, ReportCategory
from bot.domain.contracts import MOVES, Parties, State, WorkStyle
from bot.domain.disclosures import Contact, DenialReason, RevocationReason
from bot.domain.errors import SekimoriError, StaleView
from bot.domain.mutual import Details, MutualMove
from bot.domain.verdicts import Outcome
from bot.flows.appeal_message import appeal_message
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure, revoke_disclosure
from bot.flows.desk import Office
from bot.flows.end_disclosure import appeal_disclosure, withdraw_disclosure
from bot.flows.exchange_details import agree_to_mutual_request, end_mutual_request, send_mutual_request
from bot.flows.file_disclosure import Filing, file_disclosure, request_disclosure
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
from bot.flows.remind_counterpart import remind_counterpart
from bot.flows.report_violation import Report, report_violation
from bot.flows.resolve_case import overturn_case, undo_case, uphold_case
from bot.flows.take_case import take_case
from bot.flows.watch_deadlines import watch_deadlines
from detectors import Kind
from tests.builders import NOON, RULEBOOK, a_message, ids
from tests.databases import open_store

TEXTS = (
    "よろしくお願いします",
    "携帯は 090-1234-5678 です",
    "会社は 03-1234-5678 です",
    "LINEは taro_web1 です",
    "銀行に直接お振り込みしますので、手数料なしでいかがですか",
    "090-",
    "1234-5678",
)
SIDES = ("u-1", "u-2")
STAFF = (Actor("mod-1", Rank.MODERATOR), Actor("mod-2", Rank.MODERATOR), Actor("lead-1", Rank.LEAD))


@cache
def empty_database():
    """A database brought up to date once, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite3"

        async def made():
            async with open_store(f"sqlite:///{file}"):
                pass

        with closing(asyncio.new_event_loop()) as loop:
            loop.run_until_complete(made())
        with closing(sqlite3.connect(file)) as written:
            written.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return file.read_bytes()


ENDED = {"refunded", "cancelled"}
KEYS = {
    "disclosures": "disclosure_id",
    "cases": "case_id",
    "mutual_requests": "request_id",
    "reminders": "reminder_id",
}
Staff, Number = st.sampled_from(STAFF), st.integers(0, 30)


class Desk(RuleBasedStateMachine):
    """One contract with its conversation. What a rule may not do it is refused, and then nothing has changed."""

    def __init__(self):
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stack = AsyncExitStack()
        self.now = NOON
        self.revisions = {}
        self.denied = set()

    @initialize()
    def open(self):
        empty_database()
        self.loop.run_until_complete(self._open())

    async def _open(self):
        file = Path(self.stack.enter_context(tempfile.TemporaryDirectory())) / "desk.sqlite3"
        file.write_bytes(empty_database())
        self.store = await self.stack.enter_async_context(open_store(f"sqlite:///{file}", ids("event")))
        self.reader = self.stack.enter_context(closing(sqlite3.connect(file, isolation_level=None)))
        self.reader.row_factory = sqlite3.Row
        self.office = Office(self.store.desk, RULEBOOK, ids("new"))
        self.case_ids = ids("case")
        await self._move(State.ESCROWED)

    def teardown(self):
        if hasattr(self, "store"):
            self.loop.run_until_complete(self.stack.aclose())
        self.loop.close()

    def do(self, deed):
        """The deed, or nothing where it is refused; never a StaleView, since nobody else is here."""
        try:
            return self.loop.run_until_complete(deed)
        except StaleView:
            raise
        except SekimoriError:
            return None

    def rows(self, statement):
        return [dict(row) for row in self.reader.execute(statement)]

    def _move(self, state):
        parties = Parties(*SIDES)
        return move_contract(
            "k-1", WorkStyle.PROJECT, state, self.store, now=self.now, parties=parties, office=self.office
        )

    @rule(text=st.sampled_from(TEXTS), sender=st.sampled_from(SIDES))
    def write(self, text, sender):
        message_id = f"m-{len(self.revisions) + 1}"
        self.revisions[message_id] = (1, sender)
        self._screen(message_id, 1, sender, text)

    @precondition(lambda self: self.revisions)
    @rule(which=Number, text=st.sampled_from(TEXTS))
    def edit(self, which, text):
        message_id = [*self.revisions][which % len(self.revisions)]
        revision, sender = self.revisions[message_id]
        self.revisions[message_id] = (revision + 1, sender)
        self._screen(message_id, revision + 1, sender, text)

    def _screen(self, message_id, revision, sender, text):
        message = a_message(text, message_id=message_id, revision=revision, sender_id=sender, contract_id="k-1")
        assert self.do(guard_message(message, self.store, RULEBOOK, now=self.now, new_id=self.case_ids))

    @rule(state=st.sampled_from(State), is_rare=st.integers(0, 7))
    def move(self, state, is_rare):
        if is_rare:
            return
        now = self.rows("SELECT state FROM contracts")[0]["state"]
        if state in MOVES[State(now)]:
            assert self.do(self._move(state))

    @rule(by=st.sampled_from([timedelta(seconds=5), timedelta(minutes=3), timedelta(days=1), timedelta(days=9)]))
    def let_time_pass(self, by):
        self.now += by
        self.do(watch_deadlines(self.office, now=self.now))

    def one_of(self, table, which, *states):
        """One in these states, mostly: one time in four any at all, to be refused."""
        key = "case_id" if table == "cases" else "disclosure_id"
        rows = self.rows(f"SELECT * FROM {table} ORDER BY {key}")
        likely = [one for one in rows if one["state"] in states] if which % 4 else rows
        return likely[which % len(likely)] if likely else None

    @rule(which=Number)
    def file(self, which):
        if one := self.one_of("disclosures", which, "offered"):
            filing = Filing("meeting", RULEBOOK.notes_version, which % 5 > 0, "打ち合わせ")
            by = Actor(one["member_id"], Rank.MEMBER)
            self.do(file_disclosure(one["disclosure_id"], filing, self.office, by=by, now=self.now))

    @rule(which=Number, deed=st.sampled_from([withdraw_disclosure, appeal_disclosure]))
    def end(self, which, deed):
        if one := self.one_of("disclosures", which, "denied" if deed is appeal_disclosure else "filed"):
            words = ("間違いです",) if deed is appeal_disclosure else ()
            by = Actor(one["member_id"], Rank.MEMBER)
            self.do(deed(one["disclosure_id"], *words, self.office, by=by, now=self.now))

    @rule(which=Number, by=Staff, how=st.sampled_from(["approve", "deny", "revoke"]))
    def decide(self, which, by, how):
        one = self.one_of("disclosures", which, "approved" if how == "revoke" else "filed")
        if one is None:
            return
        late = which % 6 == 0
        about = {"by": by, "now": self.now, "seen_revision": one["revision"] - late or 1}
        match how:
            case "approve":
                deed = approve_disclosure(one["disclosure_id"], self.office, **about)
            case "deny":
                deed = deny_disclosure(one["disclosure_id"], DenialReason.NOT_NECESSARY, self.office, **about)
            case _:
                deed = revoke_disclosure(one["disclosure_id"], RevocationReason.MISUSED, self.office, **about)
        done = self.do(deed)
        if done:
            assert about["seen_revision"] == one["revision"], "nobody moves what they did not see"

    @rule(which=Number, by=Staff, move=st.sampled_from([CaseMove.CLAIM, CaseMove.RELEASE, CaseMove.ESCALATE]))
    def take(self, which, by, move):
        if one := self.one_of("cases", which, "open", "claimed"):
            self.do(take_case(one["case_id"], move, self.office, by=by, now=self.now))

    @rule(which=Number, by=Staff, deed=st.sampled_from([uphold_case, overturn_case, undo_case]))
    def resolve(self, which, by, deed):
        states = ("upheld", "overturned") if deed is undo_case else ("open", "claimed", "escalated")
        if one := self.one_of("cases", which, *states):
            self.do(deed(one["case_id"], self.office, by=by, now=self.now, seen_revision=one["revision"]))

    @precondition(lambda self: self.revisions)
    @rule(which=Number)
    def appeal(self, which):
        message_id = [*self.revisions][which % len(self.revisions)]
        by = Actor(self.revisions[message_id][1], Rank.MEMBER)
        self.do(appeal_message(message_id, "型番です", self.office, by=by, now=self.now))

    @precondition(lambda self: self.revisions)
    @rule(which=Number, by=st.sampled_from(SIDES))
    def report(self, which, by):
        report = Report(ReportCategory.UNCLEAR_REWARD, [*self.revisions][which % len(self.revisions)])
        self.do(report_violation(report, self.office, by=Actor(by, Rank.MEMBER), now=self.now))

    @rule(by=st.sampled_from(SIDES))
    def ask_without_a_message(self, by):
        number = Contact(Kind.PHONE, "+81312345678")
        self.do(request_disclosure("k-1", [number], self.office, by=Actor(by, Rank.MEMBER), now=self.now))

    @rule(by=st.sampled_from(SIDES), how=st.sampled_from(["send", "agree", "decline", "withdraw"]))
    def exchange(self, by, how):
        about = {"by": Actor(by, Rank.MEMBER), "now": self.now}
        given = (Details("山田 花子", "東京都"), RULEBOOK.notes_version, self.office)
        if how == "send":
            self.do(send_mutual_request("k-1", *given, **about))
            return
        if rows := self.rows("SELECT request_id FROM mutual_requests ORDER BY sent_at DESC, request_id DESC LIMIT 1"):
            request_id = rows[0]["request_id"]
            if how == "agree":
                self.do(agree_to_mutual_request(request_id, *given, **about))
            else:
                self.do(end_mutual_request(request_id, MutualMove(how), self.office, **about))

    @rule(by=st.sampled_from(SIDES))
    def remind(self, by):
        self.do(remind_counterpart("c-1", self.office, by=Actor(by, Rank.MEMBER), now=self.now))

    @invariant()
    def what_is_shown_may_be_shown(self):
        """A message is seen because its verdict delivered it, its request allows it, or a person found it honest."""
        if not hasattr(self, "store"):
            return
        requests = {(one["message_id"], one["message_revision"]): one for one in self.rows("SELECT * FROM disclosures")}
        overturned = {
            (one["message_id"], one["message_revision"])
            for one in self.rows("SELECT * FROM cases WHERE state = 'overturned' AND why <> 'report'")
        }
        for one in self.rows("SELECT message_id, revision, outcome, delivery FROM messages"):
            key = (one["message_id"], one["revision"])
            if one["delivery"] not in {"shown", "provisional"}:
                assert one["delivery"] in {None, "withheld", "hidden"}
                continue
            if Outcome(one["outcome"]).ruling.is_delivered or key in overturned:
                continue
            request = requests[key]
            allowed = {"approved": "shown", "filed": "provisional"}
            assert allowed.get(request["state"]) == one["delivery"], (one, request["state"])
            assert not (request["state"] == "filed" and request["is_appealed"]), "an appeal shows nothing yet"

    @invariant()
    def grants_end_with_their_cause(self):
        if not hasattr(self, "store"):
            return
        contract = self.rows("SELECT state FROM contracts")[0]["state"]
        approved = {one["disclosure_id"] for one in self.rows("SELECT * FROM disclosures WHERE state = 'approved'")}
        overturned = {one["case_id"] for one in self.rows("SELECT * FROM cases WHERE state = 'overturned'")}
        for one in self.rows("SELECT * FROM grants"):
            assert (one["ended_at"] is None) == (one["ended_because"] is None)
            if one["ended_at"] is None:
                assert one["source_id"] in (approved if one["source"] == "disclosure" else overturned)
                assert one["source"] == "case" or contract not in ENDED

    @invariant()
    def names_are_exchanged_only_while_the_contract_goes_on(self):
        if hasattr(self, "store"):
            contract = self.rows("SELECT state FROM contracts")[0]["state"]
            standing = self.rows("SELECT state FROM mutual_requests WHERE state IN ('sent', 'agreed')")
            assert len(standing) <= (contract not in ENDED)

    @invariant()
    def strikes_stand_only_on_upheld_cases(self):
        if not hasattr(self, "store"):
            return
        upheld = {one["case_id"] for one in self.rows("SELECT case_id FROM cases WHERE state = 'upheld'")}
        standing = [one["case_id"] for one in self.rows("SELECT case_id FROM strikes WHERE ended_at IS NULL")]
        assert set(standing) <= upheld
        assert len(standing) == len(set(standing)), "one case, one strike"

    @invariant()
    def the_ledger_replays_to_the_same_state(self):
        if not hasattr(self, "store"):
            return
        now, revisions = {}, {}
        for one in self.rows("SELECT * FROM ledger ORDER BY entry_id"):
            facts = json.loads(one["facts"])
            if one["verb"] == "message.decided" and facts["case_id"]:
                now[facts["case_id"]], revisions[facts["case_id"]] = "open", 1
            if not one["verb"].startswith(("disclosure.", "case.", "mutual.", "reminder.")):
                continue
            assert facts["before"] == now.get(one["subject"]), one
            assert one["revision"] == revisions.get(one["subject"], 0) + 1, "one entry, one revision"
            now[one["subject"]], revisions[one["subject"]] = facts["after"], one["revision"]
        for table, key in KEYS.items():
            for one in self.rows(f"SELECT {key} AS id, state, revision FROM {table}"):
                assert (now[one["id"]], revisions[one["id"]]) == (one["state"], one["revision"])

    @invariant()
    def nothing_is_told_of_what_was_undone(self):
        if not hasattr(self, "store"):
            return
        undecided = {one["case_id"] for one in self.rows("SELECT case_id FROM cases WHERE decided_at IS NULL")}
        later = self.rows("SELECT cause, due_at FROM outbox WHERE cause IS NOT NULL")
        waiting = {one["cause"] for one in later if datetime.fromisoformat(one["due_at"] + "+00:00") > self.now}
        assert not waiting & undecided


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
