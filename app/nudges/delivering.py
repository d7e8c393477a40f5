"""Deliveries: taken in hand in one transaction, sent outside of any, and what came of it noted in another."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from flask import current_app
from sqlalchemy import and_, select

from app.core import clock
from app.core.db import db
from app.core.keys import push_key
from app.core.weeks import local_date
from app.identity import queries as identity
from app.nudges.facts import Known, known
from app.nudges.messages import Device, Sealed, builder, content_of, shortened
from app.nudges.models import Nudge, NudgeDelivery, PushEndpoint, PushSubscription
from app.nudges.queries import code_of, leads_to, unread_counts
from app.nudges.rules.answers import Answer, meaning
from app.nudges.rules.deciding import TEST, decide
from app.nudges.rules.timing import QUIET_UNTIL, first_at, last_day
from app.nudges.texts import sentence
from quests.paths.rules import in_language

log = logging.getLogger("loype.push")

IN_HAND = timedelta(minutes=5)  # after that a sender that says nothing is taken for dead
MOST_CLAIMS = 2
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery in our hand, ready to be posted."""

    nudge_id: UUID
    subscription_id: UUID
    push: Sealed


def claim(organisation_id: UUID, nudge_id: UUID | None = None) -> list[Claimed]:
    """Take deliveries that are due in hand, of all nudges or of one; each is looked at again as it is now."""
    now = clock.now()
    query = (
        select(NudgeDelivery, PushSubscription, Nudge)
        .join(PushSubscription)
        .join(PushEndpoint)
        .join(Nudge, and_(Nudge.organisation_id == organisation_id, Nudge.id == NudgeDelivery.nudge_id))
        .where(
            NudgeDelivery.organisation_id == organisation_id,
            NudgeDelivery.state == "waiting",
            NudgeDelivery.next_at <= now,
        )
        .order_by(NudgeDelivery.next_at, NudgeDelivery.nudge_id, NudgeDelivery.subscription_id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True, of=NudgeDelivery)
        .execution_options(populate_existing=True)
    )
    if nudge_id is not None:
        query = query.where(NudgeDelivery.nudge_id == nudge_id)
    rows = [(row[0], row[1], row[2]) for row in db.session.execute(query)]
    every, _ = known(organisation_id, list({nudge.id: nudge for _, _, nudge in rows}.values()), now)
    by_id = {each.nudge.id: each for each in every}
    unread = unread_counts(organisation_id, {nudge.player_id for _, _, nudge in rows})
    zone = identity.organisation(organisation_id).time_zone
    found = []
    for delivery, device, nudge in rows:
        if _still_to_send(delivery, by_id[nudge.id], now, zone):
            push = _sealed(delivery, device, by_id[nudge.id], unread.get(nudge.player_id, 0), now, zone)
            found.append(Claimed(nudge.id, device.id, push))
    db.session.flush()
    return found


def _still_to_send(delivery: NudgeDelivery, about: Known, now: datetime, zone: str) -> bool:
    """Whether it is taken in hand; else it is dropped, put off to the morning, or given up."""
    outcome = decide(about.facts)
    if outcome == "later":
        delivery.next_at = first_at(now, QUIET_UNTIL, zone)
        return False
    if outcome not in ("push", "inbox"):  # the ceiling has been asked when the nudge was given
        delivery.state = "dropped"
        return False
    if delivery.claims >= MOST_CLAIMS:
        delivery.state = "given_up"
        return False
    delivery.claims += 1
    delivery.tries += 1
    delivery.next_at = now + IN_HAND
    return True


def _sealed(
    delivery: NudgeDelivery, device: PushSubscription, about: Known, unread: int, now: datetime, zone: str
) -> Sealed:
    nudge, today = about.nudge, local_date(now, zone)
    days_left = (last_day(nudge.ends_at, zone) - today).days
    titles = [in_language(each.title, about.language) for each in about.left]
    code = code_of(nudge, about.matter, about.ending, about.note)
    title, body = sentence(code, about.language, titles, days_left)
    shown: dict[str, Any] = {
        "title": title,
        "body": body,
        "lang": about.language,
        "dir": "ltr",
        "navigate": f"{device.origin}{leads_to(about.left, about.matter, about.ending, about.note)}?varsel={nudge.id}",
        "tag": nudge.id.hex,
        "icon": f"{device.origin}/icons/icon-192.png",
    }
    content = shortened(shown, unread) if delivery.shortened else content_of(shown, unread)
    urgent = nudge.kind == TEST or (nudge.kind == "deadline" and days_left <= 0)
    contact = current_app.config["LOYPE"].push_contact
    return builder(push_key(), contact).sealed(
        Device(device.endpoint, device.p256dh, device.auth),
        content,
        ttl=int((nudge.ends_at - now).total_seconds()),
        urgency="high" if urgent else "normal",
        topic=nudge.id.hex,
    )


def record(organisation_id: UUID, claimed: Sequence[Claimed], answers: Sequence[Answer]) -> list[str]:
    """Note what came of each; what it meant, in order. A device that is gone is forgotten, our own faults are told."""
    now = clock.now()
    return [_recorded(organisation_id, each, answer, now) for each, answer in zip(claimed, answers, strict=True)]


def _recorded(organisation_id: UUID, each: Claimed, answer: Answer, now: datetime) -> str:
    delivery = db.session.get(NudgeDelivery, (organisation_id, each.nudge_id, each.subscription_id))
    device = db.session.get(PushSubscription, (organisation_id, each.subscription_id))
    nudge = db.session.get(Nudge, (organisation_id, each.nudge_id))
    if delivery is None or device is None or nudge is None:
        return "gone"
    chance = Random(f"{each.nudge_id} {each.subscription_id} {delivery.tries}").random()
    found = meaning(answer, delivery.tries, now, nudge.ends_at, chance, delivery.shortened)
    delivery.claims, delivery.last_status = 0, answer.status
    if found.alarm:
        device.refused_at = now
        log.error("%s answers %s: %s; look at the key and the clock", device.service, answer.status, answer.fault)
    elif found.kind != "sent":
        log.info("%s answers %s %s: %s", device.service, answer.status, answer.fault, found.kind)
    if found.kind == "gone":
        db.session.delete(device)
    elif found.at is not None:
        delivery.next_at = found.at
        delivery.shortened = delivery.shortened or found.kind == "shorten"
    else:
        delivery.state = found.kind
    if found.kind == "sent":
        device.sent_at, device.refused_at = now, None
    db.session.flush()
    return found.kind
