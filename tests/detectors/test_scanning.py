"""Readings and detectors are put together: one finding for each contact, and a failure is named."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors import CONDUCT, CONTACTS, Kind, Scan, Utterance, scan, scan_many, scanning
from detectors.findings import Span
from detectors.hits import RULES, SERVICE_NAMES, Hit, because
from detectors.registry import DETECTORS, Detector
from detectors.scanning import Sighting, merged
from tests.benchmarks.messages import HOSTILE
from tests.detectors.claims import contacts

MIXED = (
    "よろしくお願いします",
    "090",
    "1234-5678",
    "携帯は 090-1234-5678 です",
    "taro@example.jp",
    "LINEは taro_web1 です",
    "バナー3点@5,000円",
    "see you tomorrow",
    "あ" * 1_990,
    "",
)


def breaks(*_anything):
    raise ValueError("made up for a test")


@pytest.fixture
def broken(monkeypatch):
    """Makes detectors raise, by name."""

    def break_them(*names):
        assert set(names) <= {detector.name for detector in DETECTORS}
        registry = tuple(Detector(one.name, one.called_by, breaks) if one.name in names else one for one in DETECTORS)
        monkeypatch.setattr(scanning, "DETECTORS", registry)

    return break_them


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("phone", "電話は090-1234-5678です", id="phone"),
        pytest.param("email", "yuzu@example.com です", id="email"),
        pytest.param("email_symbols", "yuzu★gmail.com @", id="symbols"),
        pytest.param("email_named_apart", "メールはいつものGの yuzu.photo です", id="named apart"),
        pytest.param("links", "https://lin.ee/qW3rTy8", id="links"),
        pytest.param("handles", "LINE ID: yuzu_tree7", id="handles"),
        pytest.param("spelled_handles", "Y-U-Z-U dot T-R-E-E", id="spelled handles"),
        pytest.param("told_names", "LINEは rot13 で mvxna", id="told names"),
        pytest.param("conduct", "電話番号を教えてください", id="conduct"),
    ],
)
def test_a_detector_that_raises_is_named_and_the_scan_is_not_clean(broken, name, text):
    broken(name)
    seen = scan(text)
    assert seen.failed == (name,)
    assert not seen.is_clean


def test_every_detector_has_its_failure_tested():
    rows = test_a_detector_that_raises_is_named_and_the_scan_is_not_clean.pytestmark[0].args[1]
    assert {row.values[0] for row in rows} == {detector.name for detector in DETECTORS}


def test_the_others_go_on(broken):
    broken("phone")
    seen = scan("090-1234-5678 / yuzu@example.com")
    assert (contacts(seen), seen.failed) == (["email yuzu@example.com"], ("phone",))


def test_a_failure_in_several_readings_is_named_once(broken):
    broken("email", "links")
    assert sorted(scan("yuzu@example.com アットマーク lin.ee/abc です").failed) == ["email", "links"]


def test_a_failure_of_the_conversation_is_named(monkeypatch):
    monkeypatch.setattr(scanning, "find_joined", breaks)
    seen = scan("1234-5678です", [Utterance("1", "me", "電話は090")], sender="me")
    assert seen.failed == ("conversation",)
    assert not seen.is_clean


def test_a_text_too_long_to_be_read_to_its_end_is_not_clean():
    seen = scan("090-1234-5678 " + "電話番号を教えてください。" * 4_000)
    assert contacts(seen) == ["phone +819012345678"]
    assert seen.failed == ("length",)


def test_a_long_honest_text_is_read_to_its_end():
    seen = scan("資料を確認しました。明日の午前中にお返事します。" * 4_000 + "090-1234-5678")
    assert (contacts(seen), seen.failed) == (["phone +819012345678"], ())


@pytest.mark.parametrize("kind", HOSTILE)
def test_of_what_says_the_same_over_and_over_little_is_read(kind, monkeypatch):
    called = []
    detect = scanning._detect
    monkeypatch.setattr(scanning, "_detect", lambda *asked: called.append(asked) or detect(*asked))
    scan(HOSTILE[kind](100_000))
    assert len(called) <= 4


@pytest.mark.parametrize("unit", ["電話番号を教えてください。", "★を@に変えて", "LINE ID: sagyou_yo "])
def test_a_contact_before_what_says_the_same_is_found(unit):
    seen = scan(unit * (1_900 // len(unit)) + "\nkoharu.works@example.jp\n" + unit * 2_000)
    assert ("email koharu.works@example.jp" in contacts(seen), seen.failed) == (True, ("length",))


def test_a_contact_between_what_says_the_same_is_found():
    drawn = random.Random(1)
    honest = "".join(chr(drawn.randrange(0x4E00, 0x9000)) for _ in range(3_000))
    seen = scan("〇九" * 4_000 + f"\n{honest}\nkoharu.works@example.jp\n{honest}\n" + "〇九" * 4_000)
    assert (contacts(seen), seen.failed) == (["email koharu.works@example.jp"], ("length",))


LONG_LISTS = {
    "steps": "第{0}章では{1}個の部品を数えます。",
    "prices": "ロゴ制作 {0}点 {1}000円 納期2026年12月{2}日\n",
    "pages": '<li><a href="/works/{0}.html"><img src="/img/{1}.png" alt="作品{0}"></a></li>\n',
    "days": "12月{2}日 10:00〜18:00 対応可 {0}\n",
}


@pytest.mark.parametrize("line", LONG_LISTS.values(), ids=LONG_LISTS)
def test_a_long_list_is_read_to_its_end(line):
    text = "".join(line.format(at, at * 7, at % 28 + 1) for at in range(2_000))
    seen = scan(text + "\n電話は 090-1234-5678 です")
    assert (contacts(seen), seen.failed) == (["phone +819012345678"], ())


def test_a_clean_scan_says_so():
    assert scan("修正しました。").is_clean
    assert Scan().is_clean
    assert not Scan(failed=("phone",)).is_clean


def sighting(kind=Kind.PHONE, value="+819012345678", start=0, end=5, rule="phone.number"):
    return Sighting(Hit(kind, value, ((start, end),), 0.9, rule), (Span(start, end),), ())


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        pytest.param([sighting(), sighting()], [0], id="the same twice"),
        pytest.param([sighting(), sighting(start=9, end=14)], [0], id="the same number twice in a text"),
        pytest.param([sighting(), sighting(value="+81345678901", start=9, end=14)], [0, 1], id="two numbers"),
        pytest.param([sighting(value="+8190"), sighting()], [1], id="the longer of two that overlap"),
        pytest.param(
            [
                sighting(Kind.LINE, "a_b", 0, 3, "handle.after_cue"),
                sighting(Kind.EMAIL, "a_b@c.jp", 0, 8, "email.address"),
            ],
            [1],
            id="an address and its local part",
        ),
        pytest.param(
            [
                sighting(Kind.TELEGRAM, "t.me/a", 0, 6, "link.invite"),
                sighting(Kind.OTHER, "t.me", 0, 4, "link.contact"),
            ],
            [0],
            id="an invitation before a page",
        ),
        pytest.param(
            [
                sighting(Kind.LINE, "a_b", 0, 3, "handle.after_cue"),
                sighting(Kind.LINE, "A_B", 9, 12, "handle.after_cue"),
            ],
            [0],
            id="a handle written twice",
        ),
        pytest.param(
            [sighting(Kind.SOLICITATION, "", 0, 20, "solicitation.words"), sighting(start=3, end=9)],
            [0, 1],
            id="a conduct and the contact in it",
        ),
        pytest.param(
            [
                sighting(Kind.SOLICITATION, "", 0, 5, "solicitation.words"),
                sighting(Kind.SOLICITATION, "", 9, 20, "solicitation.words"),
            ],
            [0],
            id="one conduct of a kind",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_sightings_are_merged(seen, kept):
    assert merged(seen) == [seen[i] for i in kept]


def test_findings_come_in_the_order_of_the_text():
    text = "yuzu@example.com / 090-1234-5678 / https://lin.ee/qW3rTy8"
    assert [one.split(" ")[0] for one in contacts(scan(text))] == ["email", "phone", "line"]


def test_ranges_that_touch_are_one_piece():
    (finding,) = [one for one in scan("メールはいつものGの yuzu.photo です").findings if one.kind is Kind.EMAIL]
    assert len(finding.pieces) == 2
    assert [piece.text for piece in finding.pieces] == ["いつものG", "yuzu.photo"]


def test_a_finding_does_not_show_what_it_found():
    seen = scan("電話は090-1234-5678です")
    assert "1234" not in repr(seen)
    assert "9012345678" not in repr(seen)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_reason_that_reads(rule):
    for kind in Kind:
        assert "{" not in because(rule, kind)


def test_every_service_has_a_name_for_a_person():
    assert set(SERVICE_NAMES) == {kind.value for kind in CONTACTS} - {"phone", "email"}
    assert set(CONTACTS) | CONDUCT == set(Kind)


def test_a_long_text_is_read_in_parts_and_points_into_the_whole():
    clean = "今日は天気がいいので散歩に行きました。"
    for before in (1_900, 1_990, 2_500, 9_000):
        text = clean * (before // len(clean)) + "電話は 090-1234-5678 です。" + clean * 200
        (found,) = (one for one in scan(text).findings if one.kind.is_contact)
        (piece,) = found.pieces
        assert (found.value, text[piece.start : piece.end]) == ("+819012345678", "090-1234-5678")


def test_a_long_number_is_not_cut_into_a_phone_number():
    assert contacts(scan("追跡番号 12345678090123456789012345 " * 200)) == []


@given(st.lists(st.sampled_from(MIXED) | st.text(max_size=20), max_size=12))
@settings(max_examples=200, deadline=None)
def test_many_at_once_are_seen_as_each_alone(texts):
    assert list(scan_many(texts)) == [scan(text) for text in texts]


def test_a_batch_is_read_as_it_comes():
    endless = itertools.cycle(["よろしくお願いします", "taro@example.jp"])
    assert [one.is_clean for one in itertools.islice(scan_many(endless), 130)] == [True, False] * 65
