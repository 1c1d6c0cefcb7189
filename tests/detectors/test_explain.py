"""`python -m detectors` says what is seen in a text, and why."""

import io
import sys

import pytest

from detectors import scanning
from detectors.__main__ import explain, main
from detectors.registry import DETECTORS


def test_a_finding_is_explained_with_its_reason_and_where_it_stands():
    said = explain("メールは ｙｕｚｕ＠ｅｘａｍｐｌｅ．ｃｏｍ です")
    for part in ("email", "offers", "yuzu@example.com", "email.address", "an e-mail address", "fullwidth", "5-21"):
        assert part in said


@pytest.mark.parametrize(
    "text", [pytest.param("修正しました", id="an ordinary message"), pytest.param("", id="an empty one")]
)
def test_nothing_is_called_nothing(text):
    assert explain(text) == "nothing"


def test_a_conduct_has_no_value():
    assert " - " in explain("電話番号を教えてください")


def test_a_failure_is_said(monkeypatch):
    def breaks(*_anything):
        raise ValueError("made up for a test")

    monkeypatch.setattr(scanning, "DETECTORS", tuple(one._replace(find=breaks) for one in DETECTORS))
    assert "failed: phone" in explain("電話は090-1234-5678です")


def test_the_text_comes_from_the_command_line_or_from_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["detectors", "090-1234-5678", "まで"])
    main()
    monkeypatch.setattr(sys, "argv", ["detectors"])
    monkeypatch.setattr(sys, "stdin", io.StringIO("yuzu@example.com"))
    main()
    said = capsys.readouterr().out
    assert "+819012345678" in said
    assert "yuzu@example.com" in said
