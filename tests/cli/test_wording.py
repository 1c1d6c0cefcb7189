"""`sekimori wording preview`: every text is there, filled, in both languages."""

import re

from bot.domain.told import TOLD_NEEDED
from tests.cli.commands import sekimori, sekimori_alone


def test_the_page_holds_every_text_that_tells_somebody_something(tmp_path):
    file = tmp_path / "wording.html"
    assert sekimori("wording", "preview", "--output", str(file)).returncode == 0
    page = file.read_text()
    for key in TOLD_NEEDED:
        assert key == "told.day" or f'<th scope="row">{key}</th>' in page, key
    told = re.findall(r'<th scope="row">(told\.[^<]+|notice\.[^<]+)</th>(.+?)</tr>', page)
    assert len(told) > 60
    assert not [key for key, said in told if re.search(r"\{[a-z_]+\}", said)], "gaps that nobody filled"


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    done = sekimori_alone("wording", "preview", "--output", str(tmp_path / "no" / "where.html"))
    assert done.returncode != 0
    assert "where.html" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
