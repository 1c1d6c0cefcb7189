"""Cases, reports, reminders and what a moderator looks at, as JSON, with the schemas they are published with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.cases import CaseState, CaseWhy, ReportCategory
from bot.domain.contract_json import CONTRACT_SCHEMA
from bot.domain.disclosure_json import (
    DISCLOSURE_SCHEMA,
    MOMENT,
    REVISION_SCHEMA,
    TEXT,
    moment_of,
    object_schema,
)
from bot.domain.message_json import ID_SCHEMA, MAYBE_ID_SCHEMA
from bot.domain.reminders import ReminderState
from bot.domain.statistics import BY, COLUMNS, COUNTS
from bot.domain.terms import Step

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.cases import Case
    from bot.domain.reminders import Reminder
    from bot.domain.snapshots import Snapshot
    from bot.domain.strikes import Strike

REASON_LENGTH = 200


def document_of_case(one: Case, now: datetime) -> dict[str, Any]:
    """A case as a JSON object. `viewed_by` holds the lease, if it still does."""
    return {
        "case_id": one.case_id,
        "why": one.why.value,
        "state": one.state.value,
        "revision": one.revision,
        "conversation_id": one.conversation_id,
        "contract_id": one.contract_id,
        "member_id": one.member_id,
        "message_id": one.message.message_id if one.message else None,
        "message_revision": one.message.revision if one.message else None,
        "kinds": list(one.kinds),
        "rules": list(one.rules),
        "policy": one.policy,
        "category": one.category.value if one.category else None,
        "reported_by": one.reported_by,
        "said": one.said,
        "is_escalated": one.is_escalated,
        "viewed_by": one.holder(now),
        "claimed_until": moment_of(one.claimed_until),
        "opened_at": moment_of(one.opened_at),
        "appealed_at": moment_of(one.appealed_at),
        "decided_by": one.decided_by,
        "decided_at": moment_of(one.decided_at),
    }


def document_of_thread(snapshot: Snapshot | None, *, is_revealed: bool) -> list[dict[str, Any]]:
    """The thread around a case or request, masked unless it was revealed."""
    about = snapshot.about if snapshot else None
    return [
        {
            "message_id": line.message_id,
            "revision": line.revision,
            "sender_id": line.sender_id,
            "sender_role": line.sender_role,
            "at": line.at,
            "outcome": line.outcome,
            "is_about": place == about,
            "text": line.text if is_revealed else line.masked,
            "marks": [{"start": start, "end": end, "kind": kind} for start, end, kind in line.marks],
        }
        for place, line in enumerate(snapshot.lines if snapshot else ())
    ]


def document_of_strike(one: Strike) -> dict[str, Any]:
    """A strike as a JSON object."""
    return {"strike_id": one.strike_id, "case_id": one.case_id, "step": one.step.value, "at": moment_of(one.at)}


def document_of_reminder(one: Reminder) -> dict[str, Any]:
    """A reminder as a JSON object."""
    return {
        "reminder_id": one.reminder_id,
        "conversation_id": one.conversation_id,
        "contract_id": one.contract_id,
        "member_id": one.member_id,
        "counterpart_id": one.counterpart_id,
        "state": one.state.value,
        "asked_at": moment_of(one.asked_at),
        "due_at": moment_of(one.due_at),
    }


_WORDS = {"type": "array", "items": {"type": "string"}}
_CASE = {
    "case_id": ID_SCHEMA,
    "why": {"type": "string", "enum": [why.value for why in CaseWhy]},
    "state": {"type": "string", "enum": [state.value for state in CaseState]},
    "revision": REVISION_SCHEMA,
    "conversation_id": MAYBE_ID_SCHEMA,
    "contract_id": MAYBE_ID_SCHEMA,
    "member_id": MAYBE_ID_SCHEMA,
    "message_id": MAYBE_ID_SCHEMA,
    "message_revision": {"type": ["integer", "null"]},
    "kinds": _WORDS,
    "rules": _WORDS,
    "policy": {"type": "string"},
    "category": {"type": ["string", "null"], "enum": [None, *(one.value for one in ReportCategory)]},
    "reported_by": MAYBE_ID_SCHEMA,
    "said": {"type": "string", "description": "what the member said who appealed or reported"},
    "is_escalated": {"type": "boolean"},
    "viewed_by": {"type": ["string", "null"], "description": "who works on it now"},
    "claimed_until": MOMENT,
    "opened_at": MOMENT,
    "appealed_at": MOMENT,
    "decided_by": {"type": ["string", "null"]},
    "decided_at": MOMENT,
}
_OPEN: dict[str, Any] = {
    **dict.fromkeys(_CASE),
    "case_id": "3f9d4b92d2adb6ec4cc6a31d5993d658",
    "why": "block",
    "state": "open",
    "revision": 1,
    "conversation_id": "c-9",
    "contract_id": "k-3",
    "member_id": "u-7",
    "message_id": "m-1",
    "message_revision": 1,
    "kinds": ["phone"],
    "rules": ["phone.number"],
    "policy": "lancers@d80a51a41ad6",
    "said": "",
    "is_escalated": False,
    "opened_at": "2026-11-24T01:00:00+00:00",
}
CASE_SCHEMA = object_schema("Case", _CASE, list(_CASE), _OPEN)
CASES_SCHEMA = object_schema(
    "Cases",
    {"cases": {"type": "array", "items": CASE_SCHEMA}},
    ["cases"],
    {"cases": [_OPEN]},
)
_LINE = {
    "type": "object",
    "properties": {
        "message_id": {"type": "string"},
        "revision": {"type": "integer"},
        "sender_id": {"type": "string"},
        "sender_role": {"type": ["string", "null"]},
        "at": {"type": "string"},
        "outcome": {"type": "string"},
        "is_about": {"type": "boolean"},
        "text": {"type": "string", "description": "contacts are masked"},
        "marks": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "start": {"type": "integer"},
                    "end": {"type": "integer"},
                    "kind": {"type": "string"},
                },
            },
        },
    },
}
_STRIKES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "strike_id": {"type": "string"},
            "case_id": {"type": "string"},
            "step": {"type": "string", "enum": [step.value for step in Step]},
            "at": MOMENT,
        },
    },
}
_REVIEW = {
    "case": {"oneOf": [{"type": "null"}, CASE_SCHEMA]},
    "disclosure": {"oneOf": [{"type": "null"}, DISCLOSURE_SCHEMA]},
    "criteria": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "result": {"type": "string", "enum": ["pass", "fail", "unknown"]},
                "ja": {"type": "string"},
                "en": {"type": "string"},
            },
        },
    },
    "contract": {"oneOf": [{"type": "null"}, CONTRACT_SCHEMA]},
    "thread": {"type": "array", "items": _LINE},
    "strikes": _STRIKES,
    "past_disclosures": {"type": "array", "items": DISCLOSURE_SCHEMA},
}
REVIEW_SCHEMA = object_schema(
    "Review",
    _REVIEW,
    list(_REVIEW),
    {
        "case": _OPEN,
        "disclosure": None,
        "criteria": [],
        "contract": None,
        "thread": [
            {
                "message_id": "m-1",
                "revision": 1,
                "sender_id": "u-7",
                "sender_role": "freelancer",
                "at": "2026-11-24T00:59:58+00:00",
                "outcome": "block",
                "is_about": True,
                "text": "携帯は ●●●●●●●●●●●●● です。",
                "marks": [{"start": 4, "end": 17, "kind": "phone"}],
            }
        ],
        "strikes": [],
        "past_disclosures": [],
    },
)
STRIKES_SCHEMA = object_schema(
    "Strikes",
    {"member_id": ID_SCHEMA, "strikes": _STRIKES},
    ["member_id", "strikes"],
    {
        "member_id": "u-7",
        "strikes": [{"strike_id": "s-1", "case_id": "P05", "step": "warning", "at": "2026-11-24T01:00:00+00:00"}],
    },
)
MODERATOR_ACT_SCHEMA = object_schema(
    "ModeratorAct",
    {"moderator_id": ID_SCHEMA, "seen_revision": {**REVISION_SCHEMA, "type": ["integer", "null"]}},
    ["moderator_id"],
    {"moderator_id": "mod-1"},
)
RESOLUTION_SCHEMA = object_schema(
    "Resolution",
    {
        "moderator_id": ID_SCHEMA,
        "decision": {"type": "string", "enum": ["uphold", "overturn", "escalate", "undo"]},
        "seen_revision": REVISION_SCHEMA,
    },
    ["moderator_id", "decision", "seen_revision"],
    {"moderator_id": "mod-1", "decision": "overturn", "seen_revision": 2},
)
REVEALING_SCHEMA = object_schema(
    "Revealing",
    {"moderator_id": ID_SCHEMA, "reason": {"type": "string", "minLength": 1, "maxLength": REASON_LENGTH}},
    ["moderator_id", "reason"],
    {"moderator_id": "lead-1", "reason": "番号が実在の店舗のものか確かめるため"},
)
REPORT_SCHEMA = object_schema(
    "Report",
    {
        "member_id": ID_SCHEMA,
        "category": {"type": "string", "enum": [one.value for one in ReportCategory]},
        "message_id": MAYBE_ID_SCHEMA,
        "conversation_id": MAYBE_ID_SCHEMA,
        "contract_id": MAYBE_ID_SCHEMA,
        "text": TEXT,
    },
    ["member_id", "category"],
    {"member_id": "u-8", "category": "direct_dealing", "message_id": "m-1"},
)
REMINDING_SCHEMA = object_schema(
    "Reminding",
    {"member_id": ID_SCHEMA, "conversation_id": ID_SCHEMA},
    ["member_id", "conversation_id"],
    {"member_id": "u-7", "conversation_id": "c-9"},
)
STATISTICS_SCHEMA = object_schema(
    "Statistics",
    {
        "rows": {
            "type": "array",
            "items": {
                "type": "object",
                "required": list(COLUMNS),
                "properties": {
                    "month": {"type": "string"},
                    "by": {"type": "string", "enum": list(BY)},
                    "value": {"type": "string"},
                    **{name: {"type": "integer"} for name in COUNTS},
                    "false_positive_rate": {"type": ["number", "null"]},
                    "handling_seconds": {"type": ["integer", "null"]},
                },
            },
        }
    },
    ["rows"],
    {
        "rows": [
            {
                "month": "2026-11",
                "by": "kind",
                "value": "phone",
                **dict.fromkeys(COUNTS, 0),
                "blocked": 37,
                "upheld": 20,
                "overturned": 6,
                "false_positive_rate": 0.2308,
                "handling_seconds": 5400,
            }
        ]
    },
)
_REMINDER = {
    "reminder_id": ID_SCHEMA,
    "conversation_id": ID_SCHEMA,
    "contract_id": MAYBE_ID_SCHEMA,
    "member_id": ID_SCHEMA,
    "counterpart_id": ID_SCHEMA,
    "state": {"type": "string", "enum": [state.value for state in ReminderState]},
    "asked_at": MOMENT,
    "due_at": MOMENT,
}
REMINDER_SCHEMA = object_schema(
    "Reminder",
    _REMINDER,
    list(_REMINDER),
    {
        "reminder_id": "r-1",
        "conversation_id": "c-9",
        "contract_id": "k-3",
        "member_id": "u-7",
        "counterpart_id": "u-8",
        "state": "waiting",
        "asked_at": "2026-11-24T01:00:00+00:00",
        "due_at": "2026-11-27T01:00:00+00:00",
    },
)
