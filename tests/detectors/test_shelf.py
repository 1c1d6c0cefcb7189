"""What was compiled is read again, unless it is damaged, another's, or cannot be kept."""

import os

import hyperscan
import pytest

from detectors.gate import CHARACTERS
from detectors.shelf import compiled

PATTERNS = [(b"tel", 3, CHARACTERS), ("電話".encode(), 4, CHARACTERS)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "sekimori"


def found(database, text):
    seen = []
    database.scan(text.encode(), lambda at, *_: seen.append(at), scratch=database.scratch.clone())
    return seen


def test_what_was_compiled_is_read_again(folder):
    assert found(compiled(PATTERNS), "tel 電話") == [3, 4]
    (kept,) = folder.iterdir()
    written = kept.stat().st_mtime_ns
    assert found(compiled(PATTERNS), "電話") == [4]
    assert kept.stat().st_mtime_ns == written
    assert folder.stat().st_mode & 0o777 == 0o700


def test_other_patterns_are_another_file(folder):
    compiled(PATTERNS)
    compiled(PATTERNS[:1])
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:100], id="cut short"),
        pytest.param(lambda _data: b"", id="empty"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="a bit turned"),
    ],
)
def test_what_is_damaged_is_compiled_anew(folder, damage):
    compiled(PATTERNS)
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert found(compiled(PATTERNS), "tel") == [3]
    assert kept.read_bytes() == whole


def test_what_another_version_wrote_is_compiled_anew(folder, monkeypatch):
    compiled(PATTERNS)

    def refuse(_data, _mode):
        raise hyperscan.error("for another processor")

    monkeypatch.setattr(hyperscan, "loadb", refuse)
    assert found(compiled(PATTERNS), "tel") == [3]


def test_a_folder_that_others_may_write_to_is_not_used(folder):
    folder.mkdir()
    folder.chmod(0o777)
    assert found(compiled(PATTERNS), "tel") == [3]
    assert list(folder.iterdir()) == []


def test_old_files_go(folder):
    compiled(PATTERNS)
    (kept,) = folder.iterdir()
    os.utime(kept, (0, 0))
    compiled(PATTERNS[:1])
    assert kept not in folder.iterdir()


def test_where_nothing_can_be_kept_patterns_are_compiled(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert found(compiled(PATTERNS), "tel") == [3]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("tempfile.NamedTemporaryFile", _no_room)
    assert found(compiled(PATTERNS), "tel") == [3]


def _no_room(**_how):
    raise OSError("no room")
