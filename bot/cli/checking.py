"""`sekimori check`: one message judged for a person at a terminal."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.domain.messages import Message
from bot.domain.verdicts import Ruling
from bot.domain.wording import Language
from bot.flows.preview_thread import preview_thread

if TYPE_CHECKING:
    from typing import TextIO

    from bot.domain.contracts import State, WorkStyle
    from bot.domain.verdicts import Verdict
    from bot.policy.rulebook import Rulebook
    from detectors import Finding

COLOURS = {
    Ruling.ALLOW: "green",
    Ruling.WARN: "yellow",
    Ruling.REVIEW: "yellow",
    Ruling.HOLD: "magenta",
    Ruling.BLOCK: "red",
}
MARK = "bold reverse"


def check_text(
    text: str, work_style: WorkStyle, state: State, language: Language, rulebook: Rulebook, output: TextIO
) -> None:
    """Write to `output` what becomes of `text`, what matched and why; in colour only if a person is looking."""
    message = Message(message_id="", conversation_id="", sender_id="", text=text)
    [verdict] = preview_thread([message], work_style, state, rulebook)
    page = Page(rulebook, language, is_plain=not output.isatty())
    page.head(verdict, work_style, state)
    page.text(text, verdict)
    page.findings(verdict)
    page.notice(verdict)
    output.write(page.written(output.isatty()))


class Page:
    """What is shown, part by part."""

    def __init__(self, rulebook: Rulebook, language: Language, *, is_plain: bool) -> None:
        self._wording = rulebook.wording
        self._language = language
        self._is_plain = is_plain
        self._parts: list[Text] = []

    def head(self, verdict: Verdict, work_style: WorkStyle, state: State) -> None:
        """The ruling, and for which contract."""
        key = verdict.outcome.value.replace(": ", "_")
        style = self._say(f"style.{work_style.value}")
        standing = self._say("check.standing", style=style, state=self._say(f"state.{state.value}"))
        spelled = Text(f"{verdict.outcome.value}", f"bold {COLOURS[verdict.ruling]}")
        self._parts.append(Text.assemble(spelled, "  ", self._say(f"ruling.{key}"), "  ", (f"({standing})", "dim")))

    def text(self, text: str, verdict: Verdict) -> None:
        """The message with what matched marked: inverted on a terminal, in 【】 elsewhere."""
        spans = sorted({(piece.start, piece.end) for finding in verdict.findings for piece in finding.pieces})
        shown, at = Text(), 0
        for start, end in spans:
            if start < at:
                continue
            shown.append(_printable(text[at:start]))
            marked = _printable(text[start:end])
            shown.append(f"【{marked}】" if self._is_plain else marked, MARK)
            at = end
        shown.append(_printable(text[at:]))
        self._parts += [Text(), shown]

    def findings(self, verdict: Verdict) -> None:
        """Each finding: what it is, what the sender does with it, how sure, and why."""
        self._parts.append(Text())
        if not verdict.findings:
            self._parts.append(Text(self._say("check.clean")))
        for finding in verdict.findings:
            self._parts.append(self._finding(finding))
        if verdict.failed:
            self._parts.append(Text(self._say("check.failed", names=", ".join(verdict.failed)), "yellow"))

    def _finding(self, finding: Finding) -> Text:
        kind, act = self._say(f"kind.{finding.kind.value}"), self._say(f"act.{finding.speech_act.value}")
        rule = f"rule.{finding.rule}"
        why = self._say(rule, service=kind) if self._wording.knows(self._language, rule) else finding.because
        tricks = f" [{', '.join(finding.tricks)}]" if finding.tricks else ""
        return Text.assemble(
            "• ",
            (kind, "bold"),
            f"  {_printable(finding.value)}  " if finding.value else "  ",
            f"{act} · {finding.confidence:.0%}{tricks}\n  ",
            (f"{self._say('check.because')}: {_printable(why)} ({finding.rule})", "dim"),
        )

    def notice(self, verdict: Verdict) -> None:
        """What the sender would be told."""
        if verdict.notice:
            told = verdict.notice.ja if self._language is Language.JA else verdict.notice.en
            self._parts += [Text(), Text(f"{self._say('check.told')}:", "dim"), Text(_printable(told))]

    def written(self, in_colour: bool) -> str:  # noqa: FBT001 (one caller, above)
        """All of it as text."""
        drawn = StringIO()
        console = Console(file=drawn, force_terminal=in_colour, highlight=False, soft_wrap=True)
        for part in self._parts:
            console.print(part)
        return drawn.getvalue()

    def _say(self, key: str, **gaps: str) -> str:
        return self._wording.say(self._language, key, **gaps)


def _printable(text: str) -> str:
    """The text without what would steer a terminal, and without what it could not show."""
    return "".join(one if one.isprintable() or one in "\n　" else "�" for one in text)
