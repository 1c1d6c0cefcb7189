"""The short form of `make crash`: three rounds."""

from tests.crash.rounds import crash


def test_nothing_is_lost_nor_done_twice_when_everything_is_killed(tmp_path):
    told = crash(tmp_path, rounds=3, seed=20261122)
    assert told.received == told.events > 0
