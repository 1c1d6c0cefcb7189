"""`sekimori scan`: the contract of the batch command."""

import io
import json
import os
import pty
import random
import subprocess
import sys

import pytest

from bot.cli import lines as reading
from bot.cli.parallel import answers_in_parallel
from bot.flows.scan_lines import Batch, Line, Terms
from tests.builders import RULEBOOK, a_line
from tests.cli.commands import ROOT, environment, sekimori

PHONE = "電話は090-1234-5678です"


def lines(*documents):
    return b"".join(
        one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in documents
    )


def read(output):
    return [json.loads(line) for line in output.decode().split("\n") if line]


def test_a_verdict_for_each_line_in_order(tmp_path):
    run = sekimori(
        "scan", given=lines(*(a_line(message_id=f"m-{n}") for n in range(50)), a_line(PHONE, message_id="x"))
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert [one["message_id"] for one in read(run.stdout)] == [f"m-{n}" for n in range(50)] + ["x"]
    assert read(run.stdout)[-1]["ruling"] == "block"


def test_bad_lines_are_named_and_the_rest_is_answered():
    run = sekimori("scan", given=lines(a_line(message_id="a"), b"{\n", b"\n", a_line(text=5), a_line(message_id="b")))
    assert run.returncode == 1
    assert run.stderr.decode().splitlines() == [
        "sekimori scan: line 2: not readable as JSON (character 2)",
        "sekimori scan: line 3: an empty line",
        "sekimori scan: line 4: text must be a string",
    ]
    assert [one.get("line") for one in read(run.stdout)] == [None, 2, 3, 4, None]


def test_options_hold_for_lines_without_a_contract():
    given = lines(a_line(PHONE), a_line(PHONE, message_id="m-2", contract={"state": "inquiry"}))
    run = sekimori("scan", "--work-style", "competition", "--contract-state", "escrowed", given=given)
    assert [one["ruling"] for one in read(run.stdout)] == ["hold", "block"]


def test_files_are_read_in_turn_and_named_in_complaints(tmp_path):
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_bytes(b"\xef\xbb\xbf" + lines(a_line(message_id="a")).rstrip(b"\n"))
    second.write_bytes(lines(b"x\r\n", a_line(message_id="b")) + b"\n\n")
    run = sekimori("scan", first, second)
    assert run.returncode == 1
    assert run.stderr.decode() == f"sekimori scan: {second}:1: not readable as JSON (character 1)\n"
    assert [one.get("message_id") for one in read(run.stdout)] == ["a", None, "b"]


def test_nothing_in_nothing_out():
    run = sekimori("scan", given=b"\n\n")
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["nowhere.jsonl"], "nowhere.jsonl: No such file", id="no such file"),
        pytest.param(["--contract-state", "paid"], "paid", id="an unknown state"),
        pytest.param(["--jobs", "0"], "--jobs", id="no jobs"),
        pytest.param(["--nonsense"], "nonsense", id="an unknown option"),
    ],
)
def test_wrong_usage_is_2(arguments, said):
    run = sekimori("scan", *arguments)
    assert (run.returncode, run.stdout) == (2, b"")
    assert said in run.stderr.decode()


def test_a_complaint_cannot_steer_a_terminal():
    run = sekimori("scan", given=b'{"\\u001b[31m\\ud800": 1, "\\u001b[31m\\ud800": 2}\n')
    assert run.stderr == b"sekimori scan: line 1: \\x1b[31m\\ud800 is given twice\n"


def test_answers_come_while_more_is_being_written():
    command = [sys.executable, "-m", "bot", "scan"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), cwd=ROOT) as run:
        for number in range(3):
            run.stdin.write(lines(a_line(message_id=f"m-{number}")))
            run.stdin.flush()
            assert json.loads(run.stdout.readline())["message_id"] == f"m-{number}"
        run.stdin.close()
        assert run.wait(30) == 0


def test_who_stops_reading_gets_no_traceback():
    command = f"{sys.executable} -m bot scan | head -n 1"
    given = lines(*(a_line(message_id=f"m-{n}") for n in range(3_000)))
    run = subprocess.run(
        command, shell=True, input=given, capture_output=True, env=environment(), cwd=ROOT, timeout=60, check=False
    )
    assert (len(read(run.stdout)), run.stderr) == (1, b"")


def test_a_person_sees_how_far_it_is(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(*(a_line(message_id=f"m-{n}") for n in range(20))))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "scan", str(tmp_path / "a.jsonl")]
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, env=environment(TERM="xterm"), cwd=ROOT, timeout=60, check=False
    )
    os.close(theirs)
    shown = os.read(ours, 65_536).decode(errors="replace")
    os.close(ours)
    assert len(read(run.stdout)) == 20
    assert "━" in shown


def test_lines_longer_than_memory_should_hold_are_passed_over(monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_LINE", 10)
    source = io.BytesIO(b"123456789\n1234567890\n12345678901\n" + b"x" * 35 + b"\nend")
    found = [(one.number, one.raw, one.too_long) for one in reading.lines_of([("line", source)], named=False)]
    assert found == [
        (1, b"123456789\n", False),
        (2, b"1234567890", False),
        (3, b"1234567890", True),
        (4, b"x" * 10, True),
        (5, b"end", False),
    ]


def test_several_processes_say_the_same_as_one():
    chance = random.Random(7)
    texts = ["よろしくお願いします", PHONE, "090-", "1234-", "5678", "LINE ID 教えて"]
    documents = [
        a_line(chance.choice(texts), message_id=f"m-{n}", conversation_id=f"c-{chance.randrange(40)}")
        for n in range(2_500)
    ]
    raw = [json.dumps(one).encode() for one in documents]
    raw[100] = b"{"
    raw[200] = b'{"conversation_id": 5}'
    numbered = [Line(one, number, f"line {number}") for number, one in enumerate(raw, 1)]
    alone = Batch(RULEBOOK, Terms())
    assert list(answers_in_parallel(numbered, RULEBOOK, Terms(), 2)) == [alone.answer(one) for one in numbered]
