"""The names that Slack hands back to us: actions of buttons, callbacks of views, the shortcut, the command."""

from __future__ import annotations

DISCLOSURE_OPEN = "sekimori.disclosure_open"
DISCLOSURE_WITHDRAW = "sekimori.disclosure_withdraw"
DISCLOSURE_APPEAL = "sekimori.disclosure_appeal"
MESSAGE_APPEAL = "sekimori.message_appeal"
CASE_CLAIM = "sekimori.case_claim"
CASE_OPEN = "sekimori.case_open"
CASE_UPHOLD = "sekimori.case_uphold"
CASE_OVERTURN = "sekimori.case_overturn"
CASE_UNDO = "sekimori.case_undo"
CASE_ESCALATE = "sekimori.case_escalate"
DISCLOSURE_REVIEW_OPEN = "sekimori.disclosure_review_open"
DISCLOSURE_APPROVE = "sekimori.disclosure_approve"
DISCLOSURE_DENY = "sekimori.disclosure_deny"
DISCLOSURE_REVOKE = "sekimori.disclosure_revoke"
REVEAL = "sekimori.reveal"

ACTIONS = (
    DISCLOSURE_OPEN,
    DISCLOSURE_WITHDRAW,
    DISCLOSURE_APPEAL,
    MESSAGE_APPEAL,
    CASE_CLAIM,
    CASE_OPEN,
    CASE_UPHOLD,
    CASE_OVERTURN,
    CASE_UNDO,
    CASE_ESCALATE,
    DISCLOSURE_REVIEW_OPEN,
    DISCLOSURE_APPROVE,
    DISCLOSURE_DENY,
    DISCLOSURE_REVOKE,
    REVEAL,
)
"""The action of every button."""

DISCLOSURE_FILE = "sekimori.disclosure_file"
REQUEST_APPEAL_SUBMIT = "sekimori.request_appeal_submit"
APPEAL_SUBMIT = "sekimori.appeal_submit"
REPORT_SUBMIT = "sekimori.report_submit"
DENY_SUBMIT = "sekimori.deny_submit"
REVOKE_SUBMIT = "sekimori.revoke_submit"
REVEAL_SUBMIT = "sekimori.reveal_submit"

VIEWS = (
    DISCLOSURE_FILE,
    REQUEST_APPEAL_SUBMIT,
    APPEAL_SUBMIT,
    REPORT_SUBMIT,
    DENY_SUBMIT,
    REVOKE_SUBMIT,
    REVEAL_SUBMIT,
)
"""The callback of every view that is submitted."""

REPORT_MESSAGE = "sekimori.report_message"
"""The shortcut on any message: 違反申告."""

COMMAND = "/sekimori"
