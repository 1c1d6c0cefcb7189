"""A message is read with all that belongs to it."""

import pytest

import bot.domain.reading
from bot.domain.messages import Attachment
from bot.domain.reading import read
from bot.domain.verdicts import AttachedPiece
from detectors import WORDS, Kind, Piece, Scan
from tests.builders import a_message


def test_pieces_carry_the_id_of_the_message():
    [finding] = read(a_message("電話は090-1234-5678です"), (), WORDS).findings
    assert finding.pieces == (Piece("m-1", 3, 16, "090-1234-5678"),)


def test_a_clean_message_is_clean():
    assert read(a_message("よろしくお願いします"), (), WORDS).is_clean


def test_names_and_texts_of_attachments_are_read_too():
    files = (Attachment("ロゴ案.png"), Attachment("taro@example.jp.txt", text="連絡は090-1234-5678へ"))
    found = read(a_message("資料です", attachments=files), (), WORDS).findings
    places = {(one.kind, piece.attachment, piece.part) for one in found for piece in one.pieces}
    assert (Kind.PHONE, 1, "text") in places
    assert all(isinstance(piece, AttachedPiece) and piece.attachment == 1 for one in found for piece in one.pieces)


def test_a_piece_of_an_earlier_message_keeps_its_id(monkeypatch):
    earlier = Piece("m-0", 0, 3, "090")
    [finding] = read(a_message("090-1234-5678"), (), WORDS).findings
    joined = type(finding)(**{name: getattr(finding, name) for name in finding.__slots__} | {"pieces": (earlier,)})
    monkeypatch.setattr(bot.domain.reading, "scan", lambda *_, **__: Scan((joined,)))
    assert read(a_message("x"), (), WORDS).findings[0].pieces == (earlier,)


@pytest.mark.parametrize("attachments", [(), (Attachment("a.txt"),)], ids=["alone", "with an attachment"])
def test_a_scan_that_raises_as_a_whole_is_named(monkeypatch, attachments):
    def broken(*_, **__):
        raise RuntimeError("090-1234-5678")

    monkeypatch.setattr(bot.domain.reading, "scan", broken)
    assert read(a_message(attachments=attachments), (), WORDS) == Scan((), ("scan",))
