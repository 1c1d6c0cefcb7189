"""Cards as plain text: what docs/slack.md shows. `python -m tests.slack.rendered [en]` prints it; `--write` renews it.

# a header        > what a member wrote, [what matched]        · small print        ( a button )
"""

import sys
import unicodedata
from pathlib import Path
from typing import Any

from bot.domain.wording import Language
from tests.slack.samples import member_cards, moderator_cards

GUIDE = Path(__file__).parents[2] / "docs/slack.md"
BEGIN, END = "<!-- cards: python -m tests.slack.rendered --write -->\n", "<!-- end of cards -->\n"
COLUMNS = 92


def rendered(card: list[dict[str, Any]] | dict[str, Any]) -> str:
    """A message or a view as text."""
    if isinstance(card, list):
        return "\n".join(map(_block, card))
    body = "\n".join(map(_block, card["blocks"]))
    if card["type"] == "home":
        return body
    buttons = " ".join(f"( {card[name]['text']} )" for name in ("close", "submit") if name in card)
    return f"[ {card['title']['text']} ]\n{body}\n{buttons}"


def _block(block: dict[str, Any]) -> str:
    drawn = {
        "header": lambda: f"# {block['text']['text']}",
        "divider": lambda: "---",
        "section": lambda: _section(block),
        "context": lambda: "\n".join(f"· {_words(one)}" for one in block["elements"]),
        "actions": lambda: " ".join(map(_button, block["elements"])),
        "rich_text": lambda: "\n".join(map(_rich, block["elements"])),
        "input": lambda: _input(block),
    }
    return drawn[block["type"]]()


def _section(block: dict[str, Any]) -> str:
    if "fields" in block:
        return "\n".join(_words(field).replace("\n", ": ", 1) for field in block["fields"])
    said = _words(block["text"])
    return f"{said}  {_button(block['accessory'])}" if "accessory" in block else said


def _rich(element: dict[str, Any]) -> str:
    if element["type"] == "rich_text_list":
        return "\n".join(f"- {_rich(one)}" for one in element["elements"])
    text = "".join(f"[{one['text']}]" if "style" in one else one["text"] for one in element["elements"])
    return "\n".join(f"> {line}" for line in text.splitlines()) if element["type"] == "rich_text_quote" else text


def _input(block: dict[str, Any]) -> str:
    element, label = block["element"], block["label"]["text"]
    match element["type"]:
        case "plain_text_input":
            hint = f"\n  · {block['hint']['text']}" if "hint" in block else ""
            return f"{label}:\n  ____________________{hint}"
        case "static_select":
            options = "\n".join(f"  ○ {one['text']['text']}" for one in element["options"])
            return f"{label}: {element['placeholder']['text']}\n{options}"
        case "checkboxes":
            return f"{label}:\n" + "\n".join(f"  ☐ {one['text']['text']}" for one in element["options"])
    raise AssertionError(element["type"])


def _button(element: dict[str, Any]) -> str:
    return f"( {element['text']['text']} )"


def _words(text: dict[str, Any]) -> str:
    said = text["text"]
    if text["type"] == "mrkdwn":
        said = said.replace("*", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return said


def _folded(text: str) -> str:
    """The text in lines that fit a page; a Japanese letter takes two columns."""
    lines = []
    for line in text.split("\n"):
        row, used = "", 0
        for letter in line:
            wide = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
            if used + wide > COLUMNS and letter not in "、。）」":
                lines.append(row)
                row, used = "  ", 2
            row, used = row + letter, used + wide
        lines.append(row.rstrip())
    return "\n".join(lines)


def section(language: Language) -> str:
    """The generated part of the guide."""
    parts = []
    for title, cards in (("Members", member_cards(language)), ("Moderators", moderator_cards(language))):
        parts.append(f"### {title}\n")
        for name, card in cards.items():
            parts.append(f"{name[0].upper()}{name[1:]}:\n\n```text\n{_folded(rendered(card))}\n```\n")
    return "\n".join(parts)


def written(guide: str) -> str:
    """The guide with its generated part renewed."""
    before, rest = guide.split(BEGIN)
    return f"{before}{BEGIN}\n{section(Language.JA)}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        GUIDE.write_text(written(GUIDE.read_text()))
    else:
        sys.stdout.write(section(Language.EN if "en" in sys.argv else Language.JA))
