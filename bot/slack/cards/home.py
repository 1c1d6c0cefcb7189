"""App Home: what waits for a moderator, the oldest due first, and how today went; for everybody else what this is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.cases import Case
from bot.domain.told import moment
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards.forms import Seen
from bot.slack.cards.summary import why_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.domain.disclosures import Disclosure
    from bot.domain.wording import Language, Wording
    from bot.slack.cards.blocks import Block

ROWS = 80
"""What App Home lists; Slack takes 100 blocks."""

_SOME_DAY = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case or request that nobody has decided; `due_at` is when it should be, None where nothing is promised."""

    subject: Case | Disclosure
    due_at: datetime | None = None

    @property
    def since(self) -> datetime:
        """When it began to wait."""
        if isinstance(self.subject, Case):
            return self.subject.opened_at
        return self.subject.filed_at or self.subject.offered_at


@dataclass(frozen=True, slots=True)
class Figures:
    """How it stands: everything that waits and is overdue, then counts of today in Japan's time.

    `stopped` messages were held or blocked; `decided` counts cases and requests, `overturned` those of the cases that
    were nothing.
    """

    waiting: int
    overdue: int
    stopped: int
    decided: int
    overturned: int


def home(
    queue: Sequence[Waiting],
    figures: Figures,
    now: datetime,
    *,
    wording: Wording,
    language: Language,
    is_notify_only: bool,
    people: Mapping[str, str] | None = None,
) -> Block:
    """The queue of a moderator. With `is_notify_only` it says that nothing is deleted, and what to do about it."""
    say = partial(wording.say, language)
    shown = [b.header(say("slack.home.title"))]
    if is_notify_only:
        shown += [b.section(say("slack.home.notify_only")), b.divider()]
    shown.append(
        b.facts(
            (say("slack.home.waiting"), str(figures.waiting)),
            (say("slack.home.overdue"), str(figures.overdue)),
            (say("slack.home.stopped"), str(figures.stopped)),
            (say("slack.home.decided"), str(figures.decided)),
            (say("slack.home.overturned"), str(figures.overturned)),
        )
    )
    in_order = sorted(queue, key=lambda one: (one.due_at or _SOME_DAY, one.since))
    shown += [_row(one, now, wording, language, people) for one in in_order[:ROWS]]
    if not queue:
        shown.append(b.section(say("slack.home.nothing")))
    if (more := max(figures.waiting, len(queue)) - min(len(queue), ROWS)) > 0:
        shown.append(b.context(say("slack.more", count=more)))
    return {"type": "home", "blocks": shown}


def _row(one: Waiting, now: datetime, wording: Wording, language: Language, people: Mapping[str, str] | None) -> Block:
    say, subject = partial(wording.say, language), one.subject
    if isinstance(subject, Case):
        what, action = say(f"slack.why.{why_of(subject)}"), names.CASE_OPEN
        seen, kinds = Seen(subject.case_id, subject.revision), subject.kinds
    else:
        what, action = say("slack.title.request"), names.DISCLOSURE_REVIEW_OPEN
        seen = Seen(subject.disclosure_id, subject.revision)
        kinds = tuple(contact.kind.value for contact in subject.contacts)
    until = moment(one.due_at, wording, language) if one.due_at else say("slack.home.no_due")
    found = say("notice.and").join(say(f"kind.{kind}") for kind in dict.fromkeys(kinds)) or b.NOTHING
    is_late = one.due_at is not None and one.due_at < now
    line = say(
        "slack.home.row",
        what=b.escaped(what),
        member=b.escaped(b.who(subject.member_id, people)),
        kinds=b.escaped(found),
        until=say("slack.overdue", until=until) if is_late else until,
    )
    return b.section(line, b.button(say("slack.button.look"), action, str(seen)))


def member_home(*, wording: Wording, language: Language) -> Block:
    """What somebody sees who is no moderator."""
    say = partial(wording.say, language)
    return {"type": "home", "blocks": [b.header(say("slack.home.member_title")), b.section(say("slack.help.member"))]}
