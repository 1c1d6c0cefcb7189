"""Prose rots; so whatever a document says about the code is compared with the code."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
PLACES = ("bot", "detectors", "config", "tests", "docs", ".ci")
PATH = re.compile(rf"`((?:{'|'.join(map(re.escape, PLACES))})/[\w./*{{}},-]*|[A-Z]+\.md|Makefile|Procfile)`")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)|<img[^>]+src=\"(?!https?:)([^\"]+)\"")
TARGET = re.compile(r"\bmake ([a-z][a-z-]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_paths_named_exist(document):
    gone = [path for path in PATH.findall(document.read_text()) if not any(ROOT.glob(path.rstrip("/")))]
    assert gone == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    targets = [first or second for first, second in LINK.findall(document.read_text())]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / ".ci/run"], ids=lambda path: path.name)
def test_make_targets_named_exist(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    code = re.findall(r"`[^`\n]+`|^(?:    |\$ )?make [a-z].*$", document.read_text(), re.MULTILINE)
    named = {name for line in code for name in TARGET.findall(line)}
    assert named <= targets
