"""Digits are read however they are written, and words that are no digits are not."""

import pytest

from detectors.lexicon import digits as lexicon
from detectors.normalise import fold
from detectors.numerals import digit_runs


def read(text, **how):
    return [run.digits for run in digit_runs(fold(text), **how)]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        pytest.param("0901234", ["0901234"], id="figures"),
        pytest.param("〇九〇一二", ["09012"], id="kanji"),
        pytest.param("零壱弐参肆伍陸漆捌玖", ["0123456789"], id="financial kanji"),
        pytest.param("ゼロイチニーサンヨンゴーロクナナハチキュウ", ["0123456789"], id="katakana"),
        pytest.param("れいいちにいさんよんごろくしちはちきゅう", ["0123456789"], id="hiragana"),
        pytest.param("ニイチサン", ["213"], id="two then one, not a long two and a stray syllable"),
        pytest.param("マルキューマル", ["090"], id="circle for zero"),
        pytest.param("zero one two three four", ["01234"], id="English"),
        pytest.param("oh nine oh", ["090"], id="oh"),
        pytest.param("zero ichi ni san yon go", ["012345"], id="romanised"),
        pytest.param("ten eleven nineteen", ["101119"], id="teens"),
        pytest.param("twenty thirty-four ninety", ["203490"], id="tens"),
        pytest.param("five hundred", ["500"], id="hundreds"),
        pytest.param("five hundred and two", ["502"], id="hundreds and units"),
        pytest.param("double seven one", ["771"], id="double"),
        pytest.param("triple oh", ["000"], id="triple"),
        pytest.param("ダブル ゼロ イチ", ["001"], id="double in Japanese"),
        pytest.param("three sixes", ["666"], id="three of a digit"),
        pytest.param("four fives one", ["55551"], id="four of a digit"),
        pytest.param("二十三の四十", ["2340"], id="kanji tens"),
        pytest.param("十の一二", ["1012"], id="a bare ten"),
        pytest.param("O9O-l2E4", ["0901234"], id="letters in a digit's company"),
        pytest.param("090ハイフン1234", ["0901234"], id="a hyphen said"),
        pytest.param("090 dash 1234", ["0901234"], id="a dash said"),
        pytest.param("090 (1234) 5678", ["09012345678"], id="brackets"),
        pytest.param("09/01・23_45〜67", ["0901234567"], id="separators of every sort"),
        pytest.param("〇九〇 then 一二三", ["090123"], id="then, between words"),
        pytest.param("090と123", ["090", "123"], id="and, between figures"),
        pytest.param("120 and 340", ["120", "340"], id="and, between English figures"),
        pytest.param("123, abc 456", ["123", "456"], id="a word between"),
        pytest.param("12", [], id="too short"),
        pytest.param("", [], id="nothing"),
        pytest.param("にんじんのごま", [], id="words that hold syllables of digits"),
        pytest.param("彼に手紙を、しばらくごぶさた", [], id="particles"),
        pytest.param("someone often weightlifts", [], id="English words that hold digits"),
        pytest.param("十月十二日", [], id="a month and a day"),
        pytest.param("BOSS SOLOIST", [], id="words of letters that could be digits"),
        pytest.param("SOS and, far from it, OOO 090", ["000090"], id="letters near figures, and others far off"),
    ],
)
def test_digits_are_read(text, digits):
    assert read(text) == digits


@pytest.mark.parametrize(("digit", "words"), list(lexicon.KANA.items()))
def test_every_reading_is_read(digit, words):
    for word in words:
        assert read(f"{word}{word}{word}") in ([digit * 3], ["0" + digit * 3], [digit * 3 + "0"]), word


@pytest.mark.parametrize(("digit", "words"), list(lexicon.LATIN.items()))
def test_every_latin_word_is_read(digit, words):
    for word in words:
        assert read(f"{word} {word} {word}") == [digit * 3], word


@pytest.mark.parametrize(("teen", "value"), list(lexicon.TEENS.items()))
def test_every_teen_is_read(teen, value):
    assert read(f"{teen} {teen}") == [value * 2]


@pytest.mark.parametrize(("ten", "value"), list(lexicon.TENS.items()))
def test_every_ten_is_read_alone_and_with_a_unit(ten, value):
    assert read(f"{ten} {ten}-one") == [f"{value}0{value}1"]


@pytest.mark.parametrize("letter", list(lexicon.LETTERS))
def test_every_letter_stands_for_its_digit_among_figures(letter):
    assert read(f"12{letter}34") in ([f"12{lexicon.LETTERS[letter]}34"], [])


def test_words_are_read_only_when_asked():
    assert read("〇九〇一", wordy=False) == []
    assert read("090一二", wordy=False) == ["090"]


def test_letters_are_read_only_when_asked():
    assert read("O9O1", lettered=False) == []


def test_the_shortest_run_is_the_callers_choice():
    assert read("7", shortest=1) == ["7"]
    assert read("77", shortest=3) == []


def test_groups_say_where_they_stand_and_what_is_before_them():
    (run,) = digit_runs(fold("tel 090-1234 です"))
    assert [(group.digits, group.start, group.end, group.gap) for group in run.groups] == [
        ("090", 4, 7, ""),
        ("1234", 8, 12, "-"),
    ]
    assert (run.start, run.end, run.words) == (4, 12, False)


def test_a_run_says_whether_a_digit_was_a_word():
    (run,) = digit_runs(fold("090の一二三"))
    assert run.words
