import html
import re
import tomllib

import pytest

from bot.console.examples import EXAMPLES
from detectors import readings, tricks

RULINGS = {
    "line": "block",
    "disguise": "block",
    "pieces": "block",
    "mention": "allow",
    "price": "allow",
    "escrowed": "hold",
    "deliverable": "review",
}


def ruling(page: str) -> str:
    return re.search(r'class="card ruling (\w+)"', page)[1]


def marked(page: str) -> list[str]:
    """The contacts that are marked; the words of a conduct are marked as such, and fainter."""
    return [html.unescape(text) for text in re.findall(r"<mark data-[^>]*>(.*?)</mark>", page)]


def try_out(visitor, text, **fields):
    return visitor.post("/", data={"text": text, "work_style": "project", "state": "negotiating"} | fields)


def test_a_newcomer_sees_an_example_judged_in_japanese(visitor):
    page = visitor.get("/")
    assert page.status_code == 200
    assert '<html lang="ja">' in page.text
    assert ruling(page.text) == "block"
    assert marked(page.text) == ["taro_web1"]
    assert "このメッセージは相手に届いていません" in page.text


def test_the_page_speaks_english_when_asked(visitor):
    page = visitor.get("/?lang=en").text
    assert '<html lang="en">' in page
    assert "Your message was not delivered" in page


def test_an_unknown_language_is_japanese(visitor):
    assert '<html lang="ja">' in visitor.get("/?lang=tlh").text


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("key", "expected"), RULINGS.items())
def test_examples_show_what_they_promise(visitor, key, expected, language):
    assert ruling(visitor.get(f"/?lang={language}&example={key}").text) == expected


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_refuses_an_offer_gets_through(visitor, language):
    page = visitor.get(f"/?lang={language}&example=refusal").text
    asked, refused = re.findall(r'class="badge small (\w+)"', page)
    assert (asked, refused) == ("block", "allow")


def test_a_refusal_is_among_the_examples():
    assert {example.key for example in EXAMPLES} == {*RULINGS, "refusal"}


def test_an_example_posted_in_the_other_language_is_the_example_in_that_language(visitor, rulebook):
    english = EXAMPLES[0].text(rulebook.wording, "en")
    page = visitor.post("/?lang=ja", data={"text": english}).text
    assert html.escape(EXAMPLES[0].text(rulebook.wording, "ja"), quote=False) in html.unescape(page)


def test_a_message_is_judged_by_where_its_contract_stands(visitor):
    text = "私のメールは taro@example.jp です"
    before, after = try_out(visitor, text).text, try_out(visitor, text, state="escrowed").text
    assert (ruling(before), ruling(after)) == ("block", "hold")
    assert marked(before) == marked(after) == ["taro@example.jp"]


def test_what_was_typed_stays_in_the_form(visitor):
    page = try_out(visitor, "\n  a < b & c\n", work_style="task", state="delivered").text
    assert ">\n\n  a &lt; b &amp; c\n</textarea>" in page
    assert 'value="task" checked' in page
    assert 'value="delivered" selected' in page


def test_markup_in_a_message_is_text(visitor):
    page = try_out(visitor, "<script>alert(1)</script> taro@example.jp").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert marked(page) == ["taro@example.jp"]


def test_an_empty_message_is_no_mistake(visitor):
    page = try_out(visitor, " \n")
    assert page.status_code == 200
    assert "ここに判定結果が表示されます" in page.text


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        pytest.param({"text": "x" * 20_001}, 413, "text が長すぎます", id="a text too long"),
        pytest.param({"text": "x", "note": "y" * 300_000}, 413, "本文が大きすぎます", id="a form too large"),
        pytest.param({"text": "x", "state": "paid"}, 400, "state は inquiry, negotiating", id="no such state"),
        pytest.param({"text": "x", "work_style": "hobby"}, 400, "work_style は project", id="no such work style"),
    ],
)
def test_a_mistake_in_the_form_is_named(visitor, fields, status, said):
    page = visitor.post("/", data=fields)
    assert page.status_code == status
    assert said in page.text


@pytest.mark.parametrize("body", [b"text=%ff%fe", b"\xff\xfe", b"&".join([b"a=b"] * 11)])
def test_a_body_that_is_no_form_is_refused(visitor, body):
    page = visitor.post("/", content=body, headers={"content-type": "application/x-www-form-urlencoded"})
    assert page.status_code == 400
    assert 'role="alert"' in page.text


def test_nothing_foreign_may_run_and_nothing_is_cached(visitor):
    page = visitor.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert not re.search(r"<[^>]+\s(style|on\w+)=|<style|<script(?! src=\"/static/)", page.text)


def test_the_files_it_names_are_there(visitor):
    named = re.findall(r'(?:src|href)="(/static/[^"]+)"', visitor.get("/").text)
    assert len(named) == 4
    assert {visitor.get(name).status_code for name in named} == {200}


def test_every_trick_of_the_detectors_has_a_name_in_both_languages(root):
    named = [way[0] for way in (*tricks._BY_CHARACTER, *tricks._BY_DIGIT, *readings._UNDO, *readings._OTHERWISE)]
    for language in ("ja", "en"):
        wording = tomllib.loads((root / f"config/wording.{language}.toml").read_text())["trick"]
        assert {*named, "split"} == wording.keys()


def test_every_rule_of_the_detectors_is_explained_in_both_languages(root):
    rules = re.findall(r'^    "([a-z_]+\.[a-z_]+)": ', (root / "detectors/hits.py").read_text(), re.MULTILINE)
    assert rules
    for language in ("ja", "en"):
        wording = tomllib.loads((root / f"config/wording.{language}.toml").read_text())["rule"]
        assert [rule for rule in rules if rule.partition(".")[2] not in wording.get(rule.partition(".")[0], {})] == []
