"""The log says what happened and never what was written."""

import json
import logging
from io import StringIO

import pytest
import structlog

from bot.telemetry import set_up_logging

PHONE = "電話は090-1234-5678です"


@pytest.fixture
def log():
    output = StringIO()
    set_up_logging("info", output)
    yield lambda: [json.loads(line) for line in output.getvalue().splitlines()]
    structlog.reset_defaults()


def test_a_log_line_has_no_room_for_what_members_write(log):
    structlog.get_logger().info(
        "decided", text=PHONE, value="taro", verdict=object(), count=3, ruling="block", verdicts=[PHONE], long="x" * 300
    )
    [line] = log()
    assert {name: line[name] for name in ("event", "count", "ruling", "verdicts", "long", "level")} == {
        "event": "decided",
        "count": 3,
        "ruling": "block",
        "verdicts": "<list>",
        "long": "<str>",
        "level": "info",
    }
    assert not {"text", "value", "verdict"} & set(line)


def fails():
    secret = PHONE
    raise ValueError(secret)


def test_an_exception_is_logged_by_type_and_place_only(log):
    try:
        fails()
    except ValueError:
        structlog.get_logger().exception("failed")
    [line] = log()
    assert line["error"] == "ValueError"
    assert "fails" in line["places"]
    assert "1234" not in str(line)


def test_what_libraries_log_is_taken_without_its_arguments(log):
    logging.getLogger("some.library").warning("sent %s", PHONE)
    logging.getLogger("some.library").info("not worth it")
    [line] = log()
    assert (line["event"], line["level"]) == ("sent %s", "warning")


def test_a_person_at_a_terminal_gets_plain_lines_without_locals(monkeypatch):
    class Terminal(StringIO):
        def isatty(self):
            return True

    output = Terminal()
    set_up_logging("debug", output)
    try:
        fails()
    except ValueError:
        structlog.get_logger().exception("failed")
    structlog.reset_defaults()
    assert "ValueError" in output.getvalue()
    assert "1234" not in output.getvalue()
