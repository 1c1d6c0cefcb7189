"""The pins are whole, name no address, and the wheel carries what the program reads."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PIN = re.compile(r"^([a-z0-9.-]+)(?:\[[a-z,-]+\])?==\S+(?: ; .+)? \\$")


def pins(name: str) -> set[str]:
    return {match[1] for line in (ROOT / name).read_text().splitlines() if (match := PIN.match(line))}


def wanted(requirements: list[str | dict[str, str]]) -> set[str]:
    return {re.split(r"[\[><=; ]", item, maxsplit=1)[0] for item in requirements if isinstance(item, str)}


def test_every_dependency_is_pinned():
    groups = PROJECT["dependency-groups"]
    running = wanted(PROJECT["project"]["dependencies"]) | wanted(groups["build"])
    assert running <= pins("requirements.txt"), "make lock"
    assert running | wanted(groups["dev"]) <= pins("requirements-dev.txt"), "make lock"


def test_every_import_is_a_dependency_of_its_own():
    provided = {module: {name.lower() for name in names} for module, names in packages_distributions().items()}
    declared = wanted(PROJECT["project"]["dependencies"])
    imported = {
        name.partition(".")[0]
        for package in ("bot", "detectors")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    foreign = imported - sys.stdlib_module_names - {"bot", "detectors"}
    assert {
        module for module in foreign if not {name.replace("_", "-") for name in provided[module]} & declared
    } == set(), "name it in pyproject.toml, then make lock"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_is_a_pin_or_a_hash(name):
    strange = [
        line
        for line in (ROOT / name).read_text().splitlines()
        if not PIN.match(line) and not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)
    ]
    assert strange == [], "pins with hashes, no addresses, no comments"


def test_no_committed_file_names_a_package_index():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    host = re.compile(rb"pypi\.org|pythonhosted|npmjs|deb\.debian", re.IGNORECASE)
    here = Path(__file__).relative_to(ROOT)
    naming = [
        name
        for name in tracked.split("\0")
        if name and Path(name) != here and (ROOT / name).is_file() and host.search((ROOT / name).read_bytes())
    ]
    assert naming == []


def test_the_wheel_carries_config(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    config = {f"bot/_config/{path.relative_to(ROOT / 'config')}" for path in (ROOT / "config").rglob("*.toml")}
    assert config
    assert config <= packed
    assert {"bot/__main__.py", "detectors/__init__.py"} <= packed
    assert not any(name.startswith("tests/") for name in packed)
