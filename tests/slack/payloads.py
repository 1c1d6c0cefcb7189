"""Block Kit held against Slack's limits: by slack_sdk's own models, and by what Slack documents beside them."""

import json
import warnings
from collections.abc import Iterator
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # "no longer actively maintained": its checks are what we want
    from slack_sdk.models.messages.message import Message

POSTED = 12_000
"""Characters of JSON that chat.postMessage takes for all blocks together (slackapi/bolt-js, issues 2509 and 2867)."""

LONGEST = {"header": 150, "button": 75, "option": 75, "placeholder": 150, "field": 2000, "label": 2000, "hint": 2000}


def wide(text: str) -> int:
    """UTF-16 units, the most that anybody could count."""
    return len(text.encode("utf-16-le")) // 2


def parts(payload: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a payload, with the name of the key it stands under."""
    if isinstance(payload, dict):
        yield name, payload
        for key, value in payload.items():
            yield from parts(value, key)
    elif isinstance(payload, list):
        for one in payload:
            yield from parts(one, name)


def texts(payload: Any) -> list[str]:
    """Everything that is shown."""
    return [one["text"] for _, one in parts(payload) if isinstance(one.get("text"), str)]


def carried(payload: Any) -> list[str]:
    """What passes through the client unseen: values of buttons and options, what views remember."""
    return [str(one[key]) for _, one in parts(payload) for key in ("value", "private_metadata") if key in one]


def check_message(blocks: list[dict[str, Any]]) -> None:
    assert 0 < len(blocks) <= 50
    assert len(json.dumps(blocks, ensure_ascii=False)) <= POSTED
    message = Message(text="–", blocks=Block.parse_all(blocks))
    message.validate_json()
    assert message.to_dict()["blocks"] == blocks, "a key that slack_sdk does not know"
    _check_parts(blocks)


def check_view(view: dict[str, Any]) -> None:
    assert len(view["blocks"]) <= 100
    parsed = View(**view)
    parsed.validate_json()
    assert parsed.to_dict() == view, "a key that slack_sdk does not know"
    assert all(wide(view[name]["text"]) <= 24 for name in ("title", "submit", "close") if name in view)
    assert wide(view.get("private_metadata", "")) <= 2000
    has_inputs = any(block["type"] == "input" for block in view["blocks"])
    assert has_inputs <= ("submit" in view), "a view with inputs can be submitted"
    _check_parts(view)


def _check_parts(payload: Any) -> None:
    for name, one in parts(payload):
        _check_text(name, one)
        assert len(one.get("fields", ())) <= 10
        assert len(one.get("options", "x")) in range(1, 101)
        if one.get("type") == "actions":
            assert len(one["elements"]) in range(1, 26)
        if one.get("type") == "context":
            assert len(one["elements"]) in range(1, 11)
        if one.get("type") in {"header", "button"}:
            assert wide(one["text"]["text"]) <= LONGEST[one["type"]]
        if "value" in one:
            assert wide(one["value"]) <= (2000 if one.get("type") == "button" else 150)
        for key in ("placeholder", "label", "hint"):
            if key in one:
                assert wide(one[key]["text"]) <= LONGEST[key]
    action_ids = [one["action_id"] for _, one in parts(payload) if one.get("type") == "button" and "action_id" in one]
    assert all(wide(action_id) <= 255 for action_id in action_ids)
    block_ids = [one["block_id"] for _, one in parts(payload) if "block_id" in one]
    assert len(block_ids) == len(set(block_ids))


def _check_text(name: str, one: dict[str, Any]) -> None:
    if not isinstance(one.get("text"), str):
        return
    assert one["text"], "Slack refuses an empty text"
    one["text"].encode()  # no lone surrogate
    if one["type"] == "mrkdwn":
        assert one["verbatim"], "nothing becomes a link or a mention by itself"
    if one["type"] in {"mrkdwn", "plain_text"}:
        assert wide(one["text"]) <= (2000 if name in {"fields", "elements"} else 3000)
