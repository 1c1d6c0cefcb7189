"""What the outbox tells, told in Slack: notices as direct messages, messages shown and hidden, cards drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.cases import Case
from bot.domain.delivery import Delivery
from bot.domain.disclosures import DisclosureState
from bot.domain.messages import Message
from bot.domain.slack import Wish
from bot.domain.wording import Language
from bot.flows.criteria import criteria_for
from bot.slack.acting import AS_BOT, delete_wishes, direct, notice_wishes, said
from bot.slack.calling import moderators_channel
from bot.slack.cards import blocks as b
from bot.slack.cards.masking import masked_contacts
from bot.slack.cards.member import parts_of, published
from bot.slack.cards.moderator import case_card, request_card, settled
from bot.slack.context import parts_of_id, user_of
from bot.slack.people import names_of

if TYPE_CHECKING:
    from bot.domain.disclosures import Disclosure
    from bot.domain.effects import Event
    from bot.domain.snapshots import KeptMessage
    from bot.slack.cards.blocks import Block
    from bot.slack.context import Slack

ABOUT_REQUESTS = ("disclosure.",)
SETTLED_REQUESTS = frozenset(DisclosureState) - {DisclosureState.OFFERED, DisclosureState.FILED}


async def tell(event: Event, slack: Slack) -> None:
    """Put everything an event means in Slack into the queue; the same event again adds nothing.

    Raises:
        StoreAway: the database does not answer; the event comes again.
    """
    facts = event.facts
    wishes: list[Wish] = []
    for notice in facts.get("notices") or ():
        if user_of(notice["member_id"]):
            text = notice["ja"] if slack.language is Language.JA else notice["en"]
            blocks = [b.paragraph(text)]
            wishes.append(direct(f"notice:{event.event_id}:{notice['member_id']}", notice["member_id"], blocks, text))
    if event.kind == "message.released":
        wishes += await _release(event, slack)
    elif event.kind == "message.hidden":
        wishes += await _hide(event, slack)
    elif facts.get("case_id") and not event.kind.startswith("member."):
        wishes += await card_wishes(str(facts["case_id"]), slack, event.event_id)
    elif event.kind.startswith(ABOUT_REQUESTS) and facts.get("disclosure_id"):
        wishes += await card_wishes(str(facts["disclosure_id"]), slack, event.event_id)
    await slack.store.wish(wishes, slack.hall.now())


async def card_wishes(subject_id: str, slack: Slack, because: str, *, is_fresh: bool = False) -> list[Wish]:
    """The moderators' card of a case or request, posted or drawn anew; `is_fresh` decisions can still be undone."""
    office = slack.hall.office
    subject = await office.desk.case(subject_id) or await office.desk.disclosure(subject_id)
    if subject is None or (not isinstance(subject, Case) and subject.state is DisclosureState.OFFERED):
        return []
    team_id = _team_of(subject)
    place = moderators_channel(slack, team_id or "") if team_id else None
    if place is None:
        return []
    blocks = await _card(subject, slack, is_fresh=is_fresh)
    stands = await slack.store.card(subject_id)
    method = "chat.update" if stands else "chat.postMessage"
    key = f"card:{subject_id}:{subject.revision}:{because}" if stands else f"card:{subject_id}:new"
    return [
        Wish(key, place[0], place[1], f"{AS_BOT}{method}", {"channel": place[1], **said(blocks)}, f"card:{subject_id}")
    ]


async def _card(subject: Case | Disclosure, slack: Slack, *, is_fresh: bool) -> list[Block]:
    office, now = slack.hall.office, slack.hall.now()
    contract = await office.contract(subject.contract_id)
    words: dict[str, Any] = {"wording": slack.wording, "language": slack.language}
    told = (subject.reported_by,) if isinstance(subject, Case) else (subject.counterpart_id,)
    claimed = (subject.claimed_by,) if isinstance(subject, Case) else ()
    people = await names_of((subject.member_id, subject.decided_by, *told, *claimed), slack)
    if isinstance(subject, Case):
        snapshot = await office.desk.snapshot(subject.case_id)
        line = snapshot.lines[snapshot.about] if snapshot and snapshot.about is not None else None
        card = case_card(subject, line, contract, now, people=people, **words)
        if not subject.state.is_decided:
            return card
        by = subject.decided_by or ""
        reversible = subject if is_fresh else None
        return settled(card, people.get(by) or _name(by), subject.state, reversible=reversible, **words)
    criteria = await criteria_for(subject, contract, office, now)
    contacts = masked_contacts(subject.contacts, **words)
    card = request_card(subject, criteria, contacts, now, people=people, **words)
    if subject.state not in SETTLED_REQUESTS:
        return card
    approved = subject if subject.state is DisclosureState.APPROVED else None
    by = subject.decided_by or subject.member_id
    return settled(card, people.get(by) or _name(by), subject.state, reversible=approved, **words)


async def _release(event: Event, slack: Slack) -> list[Wish]:
    """A message that was deleted is published by the bot, in its author's name, so that it can be hidden again."""
    message = await _message(event, slack)
    if message is None or message.text is None:
        return []
    known = await slack.store.known(message.ref.message_id)
    place = parts_of_id(message.ref.message_id)
    if known is None or place is None or not known.is_removed or known.published_ts:
        return []
    state = Delivery.PROVISIONAL if event.facts.get("is_provisional") else Delivery.SHOWN
    author = (await names_of([message.sender_id], slack))[message.sender_id]
    parts = parts_of(message.text)
    wishes = []
    for number, part in enumerate(parts):
        shown = f"{number + 1}/{len(parts)}" if len(parts) > 1 else ""
        blocks = published(author, part, state, part=shown, wording=slack.wording, language=slack.language)
        key = f"published:{event.event_id}:{number}"
        payload = {"channel": place[1], **said(blocks)}
        subject = f"published:{message.ref.message_id}" if number == 0 else None
        wishes.append(Wish(key, place[0], place[1], f"{AS_BOT}chat.postMessage", payload, subject))
    return wishes


async def _hide(event: Event, slack: Slack) -> list[Wish]:
    """What the bot published it takes back itself; a member's own message needs the moderator token."""
    message_id = str(event.facts.get("message_id") or "")
    place, known = parts_of_id(message_id), await slack.store.known(message_id)
    if place is None or known is None:
        return []
    team_id, channel, _ = place
    if known.published_ts:
        payload = {"channel": channel, "ts": known.published_ts}
        subject = f"unpublished:{message_id}"
        return [Wish(f"unpublish:{event.event_id}", team_id, channel, f"{AS_BOT}chat.delete", payload, subject)]
    team = await slack.store.team(team_id)
    if known.is_removed or team is None or team.moderator_token is None:
        return []
    return delete_wishes(known, event.event_id)


def still_there(message: KeptMessage, slack: Slack) -> list[Wish]:
    """Tell the author of a message that could not be deleted."""
    told = Message(
        message_id=message.ref.message_id,
        conversation_id=message.conversation_id,
        sender_id=message.sender_id,
        text=message.text or "",
        revision=message.ref.revision,
    )
    return notice_wishes(message.verdict, told, slack, is_removed=False)


async def _message(event: Event, slack: Slack) -> KeptMessage | None:
    revision = event.facts.get("revision")
    return await slack.hall.office.desk.message(
        str(event.facts.get("message_id") or ""), revision if isinstance(revision, int) else None
    )


def _team_of(subject: Case | Disclosure) -> str | None:
    for found in (subject.conversation_id, subject.member_id):
        if found and ":" in found:
            return found.partition(":")[0]
    return None


def _name(member_id: str) -> str:
    """Somebody as a card names them: by their id in Slack, which its clients know."""
    return member_id.rpartition(":")[2]
