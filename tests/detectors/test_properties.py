"""What holds for every text: no exception, pieces that point at what was written, disguises that hide nothing."""

import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from detectors import CONTACTS, Scan, Utterance, scan
from detectors.normalise import fold
from tests.detectors.claims import sound

#: A tracer (coverage) makes every example several times as dear.
EXAMPLES = 40 if sys.gettrace() else 120
THOROUGH = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

#: Any code point that a `str` may hold, lone surrogates and NUL among them.
ANYTHING = st.text(st.characters(), max_size=2_000)
#: Building stones of contacts, of their disguises and of what looks like them.
STONES = st.sampled_from(
    [
        *"0123456789@._-+:/#()[]「」★♪ \n・ー\u200b\u00ad\u0301\u3099\ud800\x00",
        "090",
        "1234",
        "ゼロ",
        "きゅう",
        "〇九〇",
        "nine",
        "double",
        "のあと",
        "電話",
        "は",
        "です",
        "LINE",
        "らいん",
        "Ｌ",
        "Skype",
        "live:.cid.",
        "discord.gg/",
        "https://",
        "lin.ee/",
        "yuzu",
        "tree_7",
        "example",
        ".com",
        ".jp",
        "アット",
        "ドット",
        "(at)",
        "[dot]",
        "を@に変えて",
        "逆から読んで",
        "%40",
        "&#64;",
        "rot13",
        "行頭",
        "「うみ」",
        "ローマ字",
        "教えて",
        "ください",
        "本名",
        "直接",
        "取引",
        "円",
        "個",
        "①",
        "𝟎",
        "०",
        "0️⃣",
        "ﾗｲﾝ",
        "yuzu@example.com",
        "×",
        "+44",
        "gmail",
        "```",
        "---\n",
        "『",
        "』",
        "eXV6dUBleGFtcGxlLmNvbQ==",
        ".----",
        "を足した",
        "を2回",
        "['a','b'].join('')",
    ],
)
LIKELY = st.lists(STONES, max_size=60).map("".join)
TEXTS = st.one_of(ANYTHING, LIKELY)
SENTENCES = st.text("あいうえお柚木。、 \n", max_size=40)
HISTORIES = st.lists(
    st.builds(Utterance, st.sampled_from("abc"), st.sampled_from(["me", "you"]), TEXTS), max_size=6
).map(lambda said: [Utterance(str(i), one.sender, one.text) for i, one in enumerate(said)])

#: A plain contact of each sort, whole: the text is the contact.
PLAIN = [
    "090-1234-5678",
    "09012345678",
    "+81 90 1234 5678",
    "03-4567-8901",
    "yuzu.tree@example.com",
    "yuzu_tree7@example.co.jp",
    "https://lin.ee/qW3rTy8",
    "discord.gg/yuZu77",
    "https://us02web.zoom.us/j/81234567890",
]
INVISIBLE = {
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "soft hyphen": "\u00ad",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "override": "\u202e",
    "isolate": "\u2066",
    "variation selector": "\ufe0f",
    "variation selector of a supplement": "\U000e0100",
    "tag": "\U000e0041",
    "Mongolian vowel separator": "\u180e",
    "Hangul filler": "\u3164",
    "invisible times": "\u2062",
    "combining grapheme joiner": "\u034f",
}
COMBINING = {
    "acute": "\u0301",
    "long stroke": "\u0336",
    "double tilde": "\u0360",
    "keycap": "\u20e3",
    "dot below": "\u0323",
    "Cyrillic millions": "\u0489",
}
MARKS = st.text(st.sampled_from([*INVISIBLE.values(), *COMBINING.values()]), max_size=3)


def values(seen: Scan) -> set[str]:
    return {finding.value for finding in seen.findings if finding.kind in CONTACTS}


@THOROUGH
@given(TEXTS)
@example("\ud800")
@example("\x00")
@example("\U0010ffff@\U0010ffff.\U0010ffff")
@example("0" * 2_000)
@example("@" * 2_000)
@example("a." * 1_000)
@example("き" + "ゅう" * 600)
@example("①" * 2_000)
@example("\u0301" * 2_000)
@example("(at)" * 500)
def test_a_scan_never_raises_and_points_at_what_was_written(text):
    sound(scan(text), text, [])


@THOROUGH
@given(TEXTS, HISTORIES, st.sampled_from(["", "me", "you"]))
@example("GMAIL:_0a", [Utterance("0", "me", "")], "me")  # the provider stands before the name
@example("@GMAIL", [Utterance("0", "me", "a"), Utterance("1", "me", "")], "me")  # nothing was said between
def test_nor_does_a_scan_with_a_history(text, history, sender):
    sound(scan(text, history, sender=sender), text, history)


@THOROUGH
@given(TEXTS, HISTORIES)
def test_the_same_in_is_the_same_out(text, history):
    assert scan(text, history, sender="me") == scan(text, history, sender="me")


@THOROUGH
@given(TEXTS)
def test_folding_what_was_folded_changes_nothing(text):
    once = fold(text)
    again = fold(once.text)
    assert (again.text, again.low) == (once.text, once.low)


@THOROUGH
@given(st.sampled_from(PLAIN), SENTENCES, SENTENCES)
def test_the_slice_of_a_plain_contact_is_found_again(contact, before, behind):
    seen = scan(f"{before} {contact} {behind}")
    expected = values(scan(contact))
    assert len(expected) == 1
    found = [finding for finding in seen.findings if finding.value in expected]
    assert len(found) == 1
    assert values(scan("".join(piece.text for piece in found[0].pieces))) == expected


@pytest.mark.parametrize("mark", [pytest.param(mark, id=name) for name, mark in INVISIBLE.items()])
@pytest.mark.parametrize("contact", PLAIN)
def test_an_invisible_character_hides_nothing(contact, mark):
    expected = values(scan(contact))
    for at in range(len(contact) + 1):
        assert values(scan(contact[:at] + mark + contact[at:])) == expected, at


@pytest.mark.parametrize("mark", [pytest.param(mark, id=name) for name, mark in COMBINING.items()])
@pytest.mark.parametrize("contact", PLAIN)
def test_a_combining_mark_hides_nothing(contact, mark):
    expected = values(scan(contact))
    for at in range(1, len(contact) + 1):
        assert values(scan(contact[:at] + mark + contact[at:])) == expected, at


@THOROUGH
@given(st.sampled_from(PLAIN), st.lists(MARKS, min_size=50, max_size=50))
def test_many_of_them_hide_nothing_either(contact, marks):
    disguised = "".join(character + some for character, some in zip(contact, marks, strict=False))
    assert values(scan(disguised)) == values(scan(contact))


@THOROUGH
@given(st.sampled_from(PLAIN[:6]), st.lists(st.booleans(), min_size=50, max_size=50))
def test_width_hides_nothing(contact, widened):
    wide = [chr(ord(c) + 0xFEE0) if c.isalnum() and now else c for c, now in zip(contact, widened, strict=False)]
    assert values(scan("".join(wide))) == values(scan(contact))
