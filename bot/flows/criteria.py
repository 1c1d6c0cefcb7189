"""The checklist of a disclosure request, filled in from what is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.contracts import WorkStyle
from bot.domain.disclosures import Disclosure, DisclosureState
from bot.policy.criteria import Facts, criteria_of

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.contracts import Contract
    from bot.flows.desk import Office
    from bot.policy.criteria import Criterion

COUNTED = frozenset({DisclosureState.FILED, DisclosureState.APPROVED, DisclosureState.DENIED, DisclosureState.REVOKED})


async def counted(disclosure: Disclosure, office: Office) -> int:
    """The requests on the same contract, by either side, that were filed and not withdrawn; without this one."""
    if disclosure.contract_id is None:
        return 0
    others = await office.desk.disclosures_on(disclosure.contract_id)
    return sum(one.state in COUNTED and one.disclosure_id != disclosure.disclosure_id for one in others)


async def criteria_for(
    disclosure: Disclosure, contract: Contract | None, office: Office, now: datetime
) -> tuple[Criterion, ...]:
    """Each criterion with its result and the fact it rests on."""
    desk, policy = office.desk, office.rulebook.policy
    counterpart = disclosure.counterpart_id
    since = now - timedelta(days=policy.strikes.window_days)
    facts = Facts(
        contract=contract,
        requester=await desk.member(disclosure.member_id),
        counterpart=await desk.member(counterpart) if counterpart else None,
        strikes_in_window=sum(one.at >= since for one in await desk.strikes_of(disclosure.member_id)),
        direct_deal_nearby=await desk.direct_deals_near(disclosure.message) if disclosure.message else None,
        requests_on_contract=await counted(disclosure, office),
        purpose=disclosure.purpose,
        purpose_text=disclosure.purpose_text,
    )
    return criteria_of(facts, policy, contract.work_style if contract else WorkStyle.PROJECT)
