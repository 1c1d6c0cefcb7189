"""What is sealed opens only here, and the key file is nobody else's business."""

import hmac
import stat

import pytest

from bot.domain.errors import ConfigError
from bot.store import KeyRing, Sealer, load_keys
from bot.store.sealing import BrokenSealError

RING = KeyRing({"k1": bytes(32), "k2": bytes(range(32))}, "k2", bytes(32))
SEALER = Sealer(RING)


def test_what_is_sealed_opens_in_its_row():
    sealed = SEALER.seal("電話".encode(), "messages", "m-1")
    assert SEALER.open(sealed, "messages", "m-1") == "電話".encode()
    assert sealed[:3] == b"\x02k2"


def test_the_same_text_is_sealed_differently_each_time():
    assert SEALER.seal(b"a", "messages", "m-1") != SEALER.seal(b"a", "messages", "m-1")


@pytest.mark.parametrize(
    ("table", "row"),
    [("messages", "m-2"), ("cases", "m-1"), ("", "messages\0m-1")],
    ids=["another row", "another table", "a name that runs over"],
)
def test_a_seal_is_bound_to_its_row(table, row):
    with pytest.raises(BrokenSealError):
        SEALER.open(SEALER.seal(b"a", "messages", "m-1"), table, row)


@pytest.mark.parametrize("place", [4, -1], ids=["in the nonce", "in the tag"])
def test_a_changed_byte_breaks_the_seal(place):
    sealed = bytearray(SEALER.seal(b"a", "messages", "m-1"))
    sealed[place] ^= 1
    with pytest.raises(BrokenSealError):
        SEALER.open(bytes(sealed), "messages", "m-1")


def test_an_older_key_still_opens():
    old = Sealer(KeyRing({"k1": bytes(32)}, "k1", bytes(32))).seal(b"a", "t", "r")
    assert SEALER.open(old, "t", "r") == b"a"


def test_a_key_that_is_gone_is_named():
    gone = Sealer(KeyRing({"k9": bytes(32)}, "k9", bytes(32))).seal(b"a", "t", "r")
    with pytest.raises(BrokenSealError, match="k9"):
        SEALER.open(gone, "t", "r")


def test_a_fingerprint_is_equal_for_equal_parts_only():
    assert SEALER.fingerprint("a", "b") == SEALER.fingerprint("a", "b")
    assert len({SEALER.fingerprint("a", "b"), SEALER.fingerprint("ab"), SEALER.fingerprint("a", "", "b")}) == 3
    assert SEALER.fingerprint("half a pair \ud800")


def test_keys_are_never_shown():
    assert "x00" not in repr(RING)
    assert "x1f" not in repr(RING)


def test_a_fresh_machine_gets_its_own_key_that_only_its_owner_reads(tmp_path):
    file = tmp_path / "var" / "keys.toml"
    ring, made = load_keys(file, may_generate=True)
    again, made_again = load_keys(file, may_generate=True)
    assert (made, made_again) == (True, False)
    assert again == ring
    assert ring.is_generated
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["keys.toml"]


def test_two_machines_get_different_keys(tmp_path):
    assert load_keys(tmp_path / "a", may_generate=True) != load_keys(tmp_path / "b", may_generate=True)


def test_production_makes_no_key(tmp_path):
    with pytest.raises(ConfigError, match="no such key file"):
        load_keys(tmp_path / "keys.toml", may_generate=False)


def test_a_key_file_that_others_can_read_is_refused(tmp_path):
    file = tmp_path / "keys.toml"
    load_keys(file, may_generate=True)
    file.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        load_keys(file, may_generate=True)


KEY = "A" * 43 + "="


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("current = ", "TOML", id="not TOML"),
        pytest.param("current = 'k1'", "current must name", id="no key"),
        pytest.param(f"current = 'k2'\ndigest = '{KEY}'\n[sealing]\nk1 = '{KEY}'", "current must name", id="another"),
        pytest.param(f"current = 'k1'\n[sealing]\nk1 = '{KEY}'", "digest", id="no digest key"),
        pytest.param(f"current = 'k1'\ndigest = '{KEY}'\n[sealing]\nk1 = 'AAAA'", "k1: is not 32", id="too short"),
        pytest.param(f"current = 'k1'\ndigest = '{KEY}'\n[sealing]\nk1 = '!'", "k1: is not 32", id="not base64"),
        pytest.param(f"current = '鍵'\ndigest = '{KEY}'\n[sealing]\n'鍵' = '{KEY}'", "ASCII", id="a long id"),
    ],
)
def test_a_key_file_that_is_not_usable_is_refused_by_name(tmp_path, text, problem):
    file = tmp_path / "keys.toml"
    file.touch(0o600)
    file.write_text(text)
    file.chmod(0o600)
    with pytest.raises(ConfigError, match=problem) as refused:
        load_keys(file, may_generate=True)
    assert str(file) in str(refused.value)
    assert "AAAA" not in str(refused.value)


@pytest.mark.parametrize("length", [16, 32, 64])
def test_a_fingerprint_is_hmac_with_each_part_told_its_length(length):
    key = bytes(range(length))
    told = b"\0\0\0\1a" + b"\0\0\0\2" + "電話".encode()
    expected = hmac.digest(key, told, "sha256")
    assert Sealer(KeyRing({"k1": bytes(32)}, "k1", key)).fingerprint("a", "電話") == expected
