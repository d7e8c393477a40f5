"""The clock's door: classes are drawn, small teams shown, boards frozen and results closed, each at its time."""

import logging
from datetime import datetime
from uuid import UUID

from sqlalchemy import update

from app.core import clock
from app.core.db import committed, db, scope
from app.core.weeks import week_of
from app.identity.actions import touch_organisation
from app.identity.queries import organisation, organisation_ids, policy
from leaderboards.competitions.actions import draw, held, refresh
from leaderboards.competitions.board import record_of, run_race
from leaderboards.competitions.facts import facts_of
from leaderboards.competitions.meets.actions import leave, publish
from leaderboards.competitions.meets.queries import side_of, unfinished
from leaderboards.competitions.models import Competition, Team, TeamPart
from leaderboards.competitions.queries import open_ones, teams_of
from leaderboards.competitions.rules import Clock, clock_of
from leaderboards.competitions.showing import own_rows_at
from leaderboards.standings.actions import take_turn
from leaderboards.standings.pictures import TOGETHER, keep_shown, showable

log = logging.getLogger("loype.competitions")


def turn_competitions() -> None:
    """Do what the clock says of every competition that is open. Safe to run every minute."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            try:
                _turn_all(organisation_id, clock.now())
            except Exception:
                log.exception("the competitions of %s could not be turned; tried again in a minute", organisation_id)
                db.session.rollback()


def _turn_all(organisation_id: UUID, now: datetime) -> None:
    time_zone = organisation(organisation_id).time_zone
    due = [
        each.id
        for each in open_ones(organisation_id, week_of(now, time_zone))
        if _is_due(each, _clock(each, time_zone), now)
    ]
    db.session.rollback()
    for competition_id in due:
        committed(_turn, organisation_id, competition_id, time_zone, now)
    for competition_id in unfinished(organisation_id):
        committed(_publish, organisation_id, competition_id, time_zone, now)


def _publish(organisation_id: UUID, competition_id: UUID, time_zone: str, now: datetime) -> None:
    """Let the other organisations see what everybody here may see."""
    competition = held(organisation_id, competition_id)
    side = side_of(organisation_id, competition_id)
    if side is None:
        return
    if competition.cancelled_at is not None:
        leave(organisation_id, competition_id)
    elif now >= _clock(competition, time_zone).starts_at:
        revision = organisation(organisation_id).revision
        version = facts_of(organisation_id, None, [competition_id])[competition_id].version
        rows, _ = own_rows_at(organisation_id, time_zone, revision, competition, version, now)
        publish(side, rows, now, final=competition.closed_at is not None)


def _clock(competition: Competition, time_zone: str) -> Clock:
    return clock_of(competition.first_week, competition.weeks, competition.freeze_hours, time_zone)


def _is_due(competition: Competition, times: Clock, now: datetime) -> bool:
    return (
        competition.drawn_at is None
        or _freezes(competition, times, now)
        or now >= times.closes_at
        or (now < times.ends_at and _has_old_picture(competition, now))
    )


def _freezes(competition: Competition, times: Clock, now: datetime) -> bool:
    return competition.freeze_hours > 0 and competition.frozen is None and now >= times.freezes_at


def _hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def _has_old_picture(competition: Competition, now: datetime) -> bool:
    return any(each.shown_at < _hour(now) for each in teams_of(competition.organisation_id, competition.id))


def _turn(organisation_id: UUID, competition_id: UUID, time_zone: str, now: datetime) -> None:
    """Everything that is due for one, in the order it happens."""
    competition = held(organisation_id, competition_id)
    if competition.closed_at is not None or competition.cancelled_at is not None:
        return
    times = _clock(competition, time_zone)
    if competition.drawn_at is None:
        draw(competition)
        refresh(competition)
    if _freezes(competition, times, now):
        competition.frozen = _record(competition)
    if now >= times.closes_at:
        _close(competition, now)
    elif now < times.ends_at:
        show_now(competition, _hour(now))
    touch_organisation(organisation_id)


def _close(competition: Competition, now: datetime) -> None:
    """The result, of everything that had come by now."""
    refresh(competition)
    show_now(competition, now, least=1)
    competition.result, competition.closed_at = _record(competition), now


def _record(competition: Competition) -> dict[str, object]:
    db.session.flush()
    return record_of(run_race(competition.organisation_id, competition.id, competition.rule))


def show_now(competition: Competition, before: datetime, least: int = TOGETHER) -> None:
    """Look again at the picture of every team that is older: all at once, so that none tells by moving alone.

    One in which fewer than `least` people have done something stays as it is, and does not tell that it did.
    """
    organisation_id = competition.organisation_id
    take_turn(f"{organisation_id} {competition.id}", alone=True)
    due = {each.id: each.members for each in teams_of(organisation_id, competition.id) if each.shown_at < before}
    few = {team for team, members in due.items() if members < policy(organisation_id)["live_members"]}
    own = (TeamPart.organisation_id == organisation_id, TeamPart.competition_id == competition.id)
    shown = showable(TeamPart, TeamPart.team_id, own, few, least)
    keep_shown(TeamPart, TeamPart.team_id, own, shown)
    renewed = due.keys() - few | shown
    pictures = {f"shown_{name}": getattr(Team, name) for name in ("taken", "weight", "result")}
    looked = {"shown_at": clock.now(), "version": Team.version + 1}
    for teams, values in ((renewed, pictures | looked), (due.keys() - renewed, looked)):
        renewal = update(Team).where(Team.organisation_id == organisation_id, Team.id.in_(list(teams)))
        db.session.execute(renewal.values(**values).execution_options(synchronize_session=False))
