"""Verbs of the person: let a device be pushed to, take that back, read, choose, try."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, exists, select, update

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, not_found
from app.core.keys import peppered
from app.identity.actions import touch_player
from app.identity.models import DeviceSession
from app.identity.rules import SHARED_DEVICE
from app.nudges.facts import devices_of
from app.nudges.messages import Device
from app.nudges.models import Nudge, NudgeDelivery, NudgeSwitch, PushEndpoint, PushSubscription
from app.nudges.queries import tests_since
from app.nudges.rules.deciding import TEST

MOST_DEVICES = 10
TESTS, TESTS_WITHIN = 5, timedelta(minutes=10)
TEST_LIVES = timedelta(minutes=10)


def subscribe(
    organisation_id: UUID, person_id: UUID, session_hash: str, device: Device, service: str, origin: str
) -> PushSubscription:
    """Let a device be pushed to from now on. Safe to repeat; who signed in last on a device has it."""
    if _is_shared(organisation_id, session_hash):
        raise Problem(422, "shared_device", "A device that many share is not nudged.")
    now, hashed = clock.now(), peppered(device.endpoint)
    own = select(PushSubscription).where(
        PushSubscription.organisation_id == organisation_id, PushSubscription.endpoint == device.endpoint
    )
    found = db.session.scalar(own)
    if found is not None and found.person_id != person_id:
        db.session.delete(found)
        db.session.flush()
        found = None
    if found is None:
        found = PushSubscription(
            organisation_id=organisation_id, person_id=person_id, endpoint=device.endpoint, created_at=now
        )
        db.session.add(found)
    found.session_hash, found.service, found.origin = session_hash, service, origin
    found.p256dh, found.auth, found.refused_at = device.p256dh, device.auth, None
    db.session.flush()
    entry = db.session.get(PushEndpoint, hashed)
    if entry is None:
        db.session.add(PushEndpoint(endpoint_hash=hashed, organisation_id=organisation_id, subscription_id=found.id))
    else:
        entry.organisation_id, entry.subscription_id = organisation_id, found.id
    db.session.flush()
    _keep_newest(organisation_id, person_id)
    return found


def _is_shared(organisation_id: UUID, session_hash: str) -> bool:
    session = db.session.get_one(DeviceSession, (organisation_id, session_hash))
    return session.expires_at - session.created_at <= SHARED_DEVICE


def _keep_newest(organisation_id: UUID, person_id: UUID) -> None:
    """At most so many devices a person: the oldest go."""
    query = (
        select(PushSubscription)
        .where(PushSubscription.organisation_id == organisation_id, PushSubscription.person_id == person_id)
        .order_by(PushSubscription.created_at.desc(), PushSubscription.id)
        .offset(MOST_DEVICES)
    )
    for each in db.session.scalars(query):
        db.session.delete(each)
    db.session.flush()


def unsubscribe(organisation_id: UUID, person_id: UUID, subscription_id: UUID) -> None:
    """Push no more to one of one's own devices; 404 for any other."""
    found = db.session.get(PushSubscription, (organisation_id, subscription_id))
    if found is None or found.person_id != person_id:
        raise not_found()
    db.session.delete(found)
    db.session.flush()


def forget_moved(organisation_id: UUID) -> None:
    """Forget devices that somebody of another organisation has signed in on since."""
    held = exists().where(
        PushEndpoint.organisation_id == PushSubscription.organisation_id,
        PushEndpoint.subscription_id == PushSubscription.id,
    )
    db.session.execute(
        delete(PushSubscription).where(PushSubscription.organisation_id == organisation_id, ~held),
        execution_options={"synchronize_session": False},
    )


def mark_read(organisation_id: UUID, player_id: UUID, nudges: Sequence[UUID]) -> None:
    """Mark these as read, all or none: 404 when one of them is not in the player's inbox."""
    own = (
        Nudge.organisation_id == organisation_id,
        Nudge.player_id == player_id,
        Nudge.told_at.is_not(None),
        Nudge.id.in_(set(nudges)),
    )
    if set(db.session.scalars(select(Nudge.id).where(*own))) != set(nudges):
        raise not_found()
    db.session.execute(update(Nudge).where(*own, Nudge.read_at.is_(None)).values(read_at=clock.now()))
    touch_player(organisation_id, player_id)


def switch(organisation_id: UUID, player_id: UUID, wanted: Mapping[str, bool]) -> None:
    """Turn kinds of nudges on or off; what is not named stays."""
    for kind, on in wanted.items():
        found = db.session.get(NudgeSwitch, (organisation_id, player_id, kind))
        if on and found is not None:
            db.session.delete(found)
        elif not on and found is None:
            db.session.add(
                NudgeSwitch(organisation_id=organisation_id, player_id=player_id, kind=kind, off_at=clock.now())
            )
    db.session.flush()


def ask_for_test(organisation_id: UUID, person_id: UUID, player_id: UUID, session_hash: str) -> UUID:
    """Make a test push for the device asking; its nudge. 404 where it has no device, 429 after too many."""
    now = clock.now()
    devices = [
        each
        for each in devices_of(organisation_id, [person_id]).get(person_id, [])
        if each.session_hash == session_hash
    ]
    if not devices:
        raise Problem(404, "no_subscription", "This device does not take pushes yet.")
    asked = tests_since(organisation_id, player_id, now - TESTS_WITHIN)
    if len(asked) >= TESTS:
        wait = max(1, int((asked[-TESTS] + TESTS_WITHIN - now).total_seconds()))
        headers = {"Retry-After": str(wait)}
        raise Problem(429, "too_many_attempts", "Too many tries. Wait a little.", headers=headers)
    _forget_old_tests(organisation_id, player_id)
    test = Nudge(
        organisation_id=organisation_id,
        id=uuid4(),
        player_id=player_id,
        kind=TEST,
        key=f"{TEST}:{uuid4()}",
        hour=0,
        due_at=now,
        ends_at=now + TEST_LIVES,
        outcome="push",
    )
    db.session.add(test)
    db.session.flush()
    db.session.add_all(
        NudgeDelivery(organisation_id=organisation_id, nudge_id=test.id, subscription_id=each.id, next_at=now)
        for each in devices
    )
    db.session.flush()
    return test.id


def _forget_old_tests(organisation_id: UUID, player_id: UUID) -> None:
    db.session.execute(
        delete(Nudge).where(
            Nudge.organisation_id == organisation_id,
            Nudge.player_id == player_id,
            Nudge.kind == TEST,
            Nudge.due_at < clock.now() - timedelta(days=1),
        )
    )
