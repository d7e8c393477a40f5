"""Starting and leaving a run of one's own choice."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.errors import not_found
from app.core.events import publish
from app.core.weeks import local_date, monday_of
from app.identity import queries as identity
from app.identity.actions import touch_player
from quests.paths.actions import cohort_of
from quests.paths.audiences import audience_of
from quests.paths.events import PlayersEnrolled
from quests.paths.models import Enrolment, Quest, Release, Run
from quests.paths.opening import open_release


@dataclass(frozen=True, slots=True)
class Started:
    """What starting a run led to: the newest quest that is open, or when the first one opens."""

    run_id: UUID
    quest_id: UUID | None
    opens_at: datetime | None


def start(organisation_id: UUID, player_id: UUID, run_id: UUID) -> Started:
    """Put a player in a run they may choose; in their own pace its first quest opens at once.

    Safe to repeat, and after leaving it goes on where they were. 404 when the run is not theirs to choose.
    """
    enrolment = join(_chosen(organisation_id, run_id), player_id)
    if enrolment is None:
        raise not_found()
    return _started(enrolment)


def join(run: Run, player_id: UUID) -> Enrolment | None:
    """Put a player in a run of free choice that is for them, and open what is due; None where it is not for them."""
    organisation_id = run.organisation_id
    today = local_date(clock.now(), identity.organisation(organisation_id).time_zone)
    if not _is_meant(run, player_id, today):
        return None
    enrolment = db.session.get(Enrolment, (organisation_id, run.id, player_id))
    if enrolment is None:
        starts_on = run.starts_on if run.anchor == "calendar" else monday_of(today)
        cohort_id = cohort_of(run, starts_on).id
        enrolment = Enrolment(
            organisation_id=organisation_id,
            run_id=run.id,
            player_id=player_id,
            cohort_id=cohort_id,
            joined_at=clock.now(),
        )
        db.session.add(enrolment)
        _moved(enrolment)
    elif enrolment.left_at is not None:
        enrolment.left_at = enrolment.resigned_at = None
        _moved(enrolment)
    _open_due(organisation_id, enrolment.cohort_id)
    return enrolment


def leave(organisation_id: UUID, player_id: UUID, run_id: UUID) -> None:
    """Take a player out of a run they chose; what they did stays. Safe to repeat; 404 when it is not theirs."""
    run = _chosen(organisation_id, run_id)
    enrolment = db.session.get(Enrolment, (organisation_id, run_id, player_id))
    today = local_date(clock.now(), identity.organisation(organisation_id).time_zone)
    if enrolment is None and not _is_meant(run, player_id, today):
        raise not_found()
    if enrolment is not None and enrolment.resigned_at is None:
        enrolment.left_at = enrolment.left_at or clock.now()
        enrolment.resigned_at = clock.now()
        _moved(enrolment)


def _chosen(organisation_id: UUID, run_id: UUID) -> Run:
    """The run, where it is one of free choice; else 404."""
    run = db.session.get(Run, (organisation_id, run_id), with_for_update={"read": True})  # not cancelled meanwhile
    if run is None or run.enrolling != "opt_in" or run.cancelled_at is not None:
        raise not_found()
    return run


def _is_meant(run: Run, player_id: UUID, today: date) -> bool:
    return player_id in audience_of(run.organisation_id, run.audience, today, player_id)


def _moved(enrolment: Enrolment) -> None:
    """What this player's screens are made of has changed, and no other's."""
    db.session.flush()
    touch_player(enrolment.organisation_id, enrolment.player_id)
    event = PlayersEnrolled(
        organisation_id=enrolment.organisation_id, run_id=enrolment.run_id, player_ids=(enrolment.player_id,)
    )
    publish(event)


def _open_due(organisation_id: UUID, cohort_id: UUID) -> None:
    due = select(Release.id).where(
        Release.organisation_id == organisation_id,
        Release.cohort_id == cohort_id,
        Release.opened_at.is_(None),
        Release.opens_at <= clock.now(),
    )
    for release_id in list(db.session.scalars(due.order_by(Release.opens_at))):
        open_release(organisation_id, release_id)


def _started(enrolment: Enrolment) -> Started:
    query = (
        select(Release.quest_id, Release.opens_at, Release.opened_at)
        .join(Quest, (Quest.organisation_id == Release.organisation_id) & (Quest.id == Release.quest_id))
        .where(Release.organisation_id == enrolment.organisation_id, Release.cohort_id == enrolment.cohort_id)
        .order_by(Release.opens_at, Quest.position)
    )
    rows = db.session.execute(query).all()
    opened = [row.quest_id for row in rows if row.opened_at is not None]
    first = rows[0].opens_at if rows else None
    return Started(enrolment.run_id, opened[-1] if opened else None, None if opened else first)
