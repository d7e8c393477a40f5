"""What leagues are read from: who takes part, who is in a group, and how active everybody has been."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from sqlalchemy import and_, select

from app.core.db import db
from app.core.weeks import moment_at
from app.identity.models import Player
from app.identity.queries import in_leagues, leaves_between, organisation
from leaderboards.competitions.measures import Period, measured
from leaderboards.leagues.models import LeaguePlace, LeaguePlayer, LeagueWeek
from leaderboards.leagues.rules import FORM_WEEKS, NEW_WEEKS, Entrant, Placed, Week, form_of, placed
from leaderboards.points.models import PointTotal
from quests.play.counting import Span

FEW = 200


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a group: their tier, the first week they raced, and all points of the week, which tell of news."""

    group: int
    player: UUID
    tier: int
    since: date
    points: int


def weeks_open(organisation_id: UUID) -> list[LeagueWeek]:
    """Weeks that are drawn and not settled, the earliest first."""
    query = select(LeagueWeek).where(LeagueWeek.organisation_id == organisation_id, LeagueWeek.closed_at.is_(None))
    return list(db.session.scalars(query.order_by(LeagueWeek.week)))


def week_drawn(organisation_id: UUID, week: date) -> LeagueWeek | None:
    return db.session.get(LeagueWeek, (organisation_id, week), populate_existing=True)


def place_of(organisation_id: UUID, player_id: UUID, week: date) -> LeaguePlace | None:
    return db.session.get(LeaguePlace, (organisation_id, week, player_id), populate_existing=True)


def tier_of(organisation_id: UUID, player_id: UUID) -> int | None:
    """The tier somebody is on; None for who has never raced."""
    query = select(LeaguePlayer.tier).where(
        LeaguePlayer.organisation_id == organisation_id, LeaguePlayer.player_id == player_id
    )
    return db.session.scalar(query)


def last_place(organisation_id: UUID, player_id: UUID, since: date) -> LeaguePlace | None:
    """The newest of somebody's weeks from `since` on whose outcome is settled."""
    query = (
        select(LeaguePlace)
        .where(
            LeaguePlace.organisation_id == organisation_id,
            LeaguePlace.player_id == player_id,
            LeaguePlace.week >= since,
            LeaguePlace.outcome.is_not(None),
        )
        .order_by(LeaguePlace.week.desc())
        .limit(1)
    )
    return db.session.scalar(query)


def members_of(organisation_id: UUID, week: date, group: int | None = None) -> list[Member]:
    """Those of a group, or of all, who take part still, in a fixed order. Who has left is in none."""
    query = (
        select(LeaguePlace.group, LeaguePlace.player_id, LeaguePlace.tier, LeaguePlayer.since, PointTotal.points)
        .join(
            LeaguePlayer,
            and_(
                LeaguePlayer.organisation_id == LeaguePlace.organisation_id,
                LeaguePlayer.player_id == LeaguePlace.player_id,
            ),
        )
        .outerjoin(
            PointTotal,
            and_(
                PointTotal.organisation_id == LeaguePlace.organisation_id,
                PointTotal.player_id == LeaguePlace.player_id,
                PointTotal.period == week.isoformat(),
            ),
        )
        .where(
            LeaguePlace.organisation_id == organisation_id,
            LeaguePlace.week == week,
            in_leagues(organisation_id).where(Player.id == LeaguePlace.player_id).exists(),
        )
        .order_by(LeaguePlace.group, LeaguePlace.player_id)
    )
    if group is not None:
        query = query.where(LeaguePlace.group == group)
    return [Member(*row[:4], row[4] or 0) for row in db.session.execute(query)]


def weeks_counted(organisation_id: UUID, week: date, members: Iterable[Member]) -> list[Week]:
    """What each of these could earn of that week's posts and has earned."""
    found = list(members)
    counted = points_in(organisation_id, week, [each.player for each in found])
    away = leaves_between(organisation_id, week, week + timedelta(days=6), _some(each.player for each in found))
    return [
        Week(
            each.player,
            each.tier,
            *counted.get(each.player, (0, 0)),
            spared=each.player in away or each.since == week,
        )
        for each in found
    ]


def outcome_of(organisation_id: UUID, week: date) -> list[Placed]:
    """What a week comes to by all that has come by now, for everybody in its groups who takes part still."""
    members = members_of(organisation_id, week)
    weeks = {each.player: each for each in weeks_counted(organisation_id, week, members)}
    groups = groupby(members, key=lambda each: each.group)
    return [each for _, group in groups for each in placed(weeks[member.player] for member in group)]


def points_in(organisation_id: UUID, week: date, players: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """By player: the points that posts opened in that week can give, and those they gave in it."""
    time_zone = organisation(organisation_id).time_zone
    until = week + timedelta(days=7)
    span = Span(organisation_id, week, until, moment_at(until, 0, time_zone))
    found = measured("points", Period(span, time_zone), _some(players))
    return {player: (counted.possible, counted.taken) for player, counted in found.items()}


def _some(players: Iterable[UUID]) -> list[UUID] | None:
    """So few are asked for by name; of more everybody is asked for."""
    found = list(players)
    return found if len(found) <= FEW else None


def entrants(organisation_id: UUID, week: date) -> list[Entrant]:
    """Those to be drawn into groups of that week.

    How active they have been is told by the last four weeks in which they were not away. Whoever could have earned
    something in these and has not rests until they do, but for newcomers.
    """
    players = list(db.session.scalars(in_leagues(organisation_id)))
    query = select(LeaguePlayer).where(LeaguePlayer.organisation_id == organisation_id)
    known = {each.player_id: each for each in db.session.scalars(query.execution_options(populate_existing=True))}
    before = [_present(organisation_id, week - timedelta(weeks=back), players) for back in range(1, FORM_WEEKS + 1)]
    newest = week - timedelta(weeks=NEW_WEEKS)
    found = []
    for player in players:
        own = known.get(player)
        is_new = own is None or own.since > newest
        form = form_of(each.get(player, (0, 0)) for each in before)
        if form == 0 and not is_new:
            continue
        found.append(Entrant(player, own.tier if own else 1, form or 0, is_new))
    return found


def _present(organisation_id: UUID, week: date, players: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    """As `points_in`, of those who were not away in that week."""
    away = leaves_between(organisation_id, week, week + timedelta(days=6), _some(players))
    counted = points_in(organisation_id, week, players)
    return {player: both for player, both in counted.items() if player not in away}
