"""The examples of docs/embed.md, run as they stand against the real server."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from standardwebhooks import Webhook

from tests.cli.commands import sekimori
from tests.stories.server import Server

TEXT = (Path(__file__).parents[2] / "docs/embed.md").read_text()
SECRET = "whsec_" + "c2VraW1vcmkh" * 2
EVENT = '{"type": "message.hidden", "data": {"message_id": "m-1"}}'
RUN = {"python": [sys.executable], "ruby": ["ruby"], "php": ["php"]}
SUFFIX = {"python": "py", "ruby": "rb", "php": "php"}
CALLED = {
    "python": "import json\nfrom os import environ as e\nprint(event_from(e['S'], json.loads(e['H']), e['B'])['type'])",
    "ruby": 'puts event_from(ENV["S"], JSON.parse(ENV["H"]), ENV["B"])["type"]',
    "php": "echo event_from(getenv('S'), json_decode(getenv('H'), true), getenv('B'))['type'], PHP_EOL;",
}


def example(language, with_word):
    [found] = [code for code in re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL) if with_word in code]
    return found


def run(language, code, tmp_path, **environment):
    if not shutil.which(RUN[language][0]):
        pytest.skip(f"{language} is not installed")
    file = tmp_path / f"example.{SUFFIX[language]}"
    file.write_text(code)
    settings = os.environ | {"LANG": "C.UTF-8", "PYTHONUTF8": "1"} | environment
    return subprocess.run([*RUN[language], file], capture_output=True, text=True, check=False, env=settings, timeout=60)


@pytest.fixture(scope="module")
def guard(tmp_path_factory):
    directory = tmp_path_factory.mktemp("embedding")
    token = sekimori("key", "create", "an example", SEKIMORI_VAR=str(directory / "var")).stdout.decode().strip()
    with Server(directory, SEKIMORI_HOST="127.0.0.1") as server:
        yield {"SEKIMORI_URL": server.url, "SEKIMORI_API_KEY": token}


@pytest.mark.parametrize("language", RUN)
def test_the_example_gets_its_verdict_and_the_same_again(guard, language, tmp_path):
    for _ in range(2):
        said = run(language, example(language, "SEKIMORI_URL"), tmp_path, **guard)
        assert said.stdout.startswith("block このメッセージは相手に届いていません。「090-1234-5678」"), said.stderr


@pytest.mark.parametrize("language", RUN)
def test_the_example_stops_at_a_refusal_and_says_why(guard, language, tmp_path):
    code = example(language, "SEKIMORI_URL").replace("携帯は 090-1234-5678 です。", "別の文")
    run(language, example(language, "SEKIMORI_URL"), tmp_path, **guard)
    said = run(language, code, tmp_path, **guard)
    assert said.returncode != 0
    assert "an edit needs a higher revision" in said.stderr + said.stdout


@pytest.mark.parametrize("language", RUN)
@pytest.mark.parametrize(
    ("change", "is_taken"),
    [
        pytest.param({}, True, id="as sent"),
        pytest.param({"signature": "v1,AAAA {}"}, True, id="two signatures, while secrets change over"),
        pytest.param({"signature": "v1,AAAA"}, False, id="another signature"),
        pytest.param({"body": EVENT.replace("m-1", "m-2")}, False, id="another body"),
        pytest.param({"age": 400}, False, id="replayed later"),
    ],
)
def test_the_example_takes_an_event_of_the_guard_and_no_other(language, change, is_taken, tmp_path):
    at = datetime.fromtimestamp(datetime.now(UTC).timestamp() - change.get("age", 0), UTC)
    signature = change.get("signature", "{}").format(Webhook(SECRET).sign("e-1", at, EVENT))
    headers = {
        "webhook-id": "e-1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signature,
    }
    code = example(language, "event_from(") + CALLED[language]
    said = run(language, code, tmp_path, S=SECRET, H=json.dumps(headers), B=change.get("body", EVENT))
    assert (said.stdout.strip() == "message.hidden", said.returncode == 0) == (is_taken, is_taken), said.stderr


def test_every_language_has_both_examples():
    for language in RUN:
        assert example(language, "SEKIMORI_URL")
        assert example(language, "event_from(")
