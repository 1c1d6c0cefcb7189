"""What must hold in every source file, whoever writes it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for package in ("bot", "detectors") for path in (ROOT / package).rglob("*.py"))
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common|data)(_|$)", re.IGNORECASE)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def calls(tree: ast.AST) -> list[tuple[int, tuple[str, str]]]:
    """Every `owner.attribute` in a file, with its line; `datetime.datetime.now` counts as `datetime.now`."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            found.append((node.lineno, (name, node.attr)))
    return found


@pytest.mark.parametrize("path", [path for path in SOURCES if path != ROOT / "bot/app.py"], ids=named)
def test_only_the_app_reads_the_clock(path):
    read = [
        f"{named(path)}:{line} {'.'.join(call)}" for line, call in calls(ast.parse(path.read_text())) if call in CLOCKS
    ]
    assert read == [], "take the time as an argument; bot/app.py owns the clock"


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_names_say_what_a_thing_does(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    classes = [node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)]
    hollow = [name for name in parts if EMPTY_NAMES.search(name)]
    hollow += [name for name in classes if re.search(r"(Manager|Helper|Utils?)$", name)]
    assert hollow == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_a_file_says_what_it_is_for(path):
    tree = ast.parse(path.read_text())
    assert not tree.body or ast.get_docstring(tree), "the first line of a file is a sentence"


def test_tests_use_no_mocks():
    mocking = [
        named(path)
        for path in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("unittest"))
        or (isinstance(node, ast.Import) and any(alias.name.startswith("unittest") for alias in node.names))
    ]
    assert mocking == [], "fakes are real code: tests/fakes"
