"""What the answers look like: shown beside the description, and compared by a test with what the guard answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

VERDICT: Mapping[str, Any] = {
    "message_id": "m-1",
    "ruling": "block",
    "reason": None,
    "speech_act": "offers",
    "kinds": ["phone"],
    "findings": [
        {
            "kind": "phone",
            "speech_act": "offers",
            "value": "+819012345678",
            "confidence": 0.95,
            "tricks": [],
            "rule": "phone.number",
            "because": "a phone number that can be dialled",
            "pieces": [{"message_id": "m-1", "start": 12, "end": 25, "text": "090-1234-5678"}],
        }
    ],
    "notice": {
        "ja": "このメッセージは相手に届いていません。「090-1234-5678」（電話番号）が含まれているためです。仮払いが完了するまで、連絡先を伝えたり尋ねたりすることはできません。"  # noqa: E501 (a text stays in one piece)
        "該当箇所を削除すると送信できます。連絡先などにあたらない場合は「これは連絡先ではありません」からお知らせください。担当者が優先して確認します。",
        "en": "Your message was not delivered, because it contains “090-1234-5678” (phone number). Until escrow is "
        "funded, contact information can be neither given nor asked for. Remove the marked part to send it. If it is "
        "none of this, tell us with “This is not contact information”: a person will look at it with priority.",
    },
    "disclosure_url": "http://127.0.0.1:8000/pages/WyJtIiwibS0xIiwxXQ.awV5Qw.peBpYNMzCb9cvzQPy6np-exlO9w",
    "case_id": "3f9d4b92d2adb6ec4cc6a31d5993d658",
    "policy": "lancers@d80a51a41ad6",
}

CONTRACT: Mapping[str, Any] = {
    "contract_id": "k-3",
    "work_style": "project",
    "state": "escrowed",
    "client_id": "u-7",
    "freelancer_id": "u-8",
    "revision": 2,
}

STATUS: Mapping[str, Any] = {"status": "ok"}

METRICS = """\
# HELP sekimori_verdicts_total Verdicts by what becomes of the message.
# TYPE sekimori_verdicts_total counter
sekimori_verdicts_total{reason="",ruling="block"} 1.0
"""
