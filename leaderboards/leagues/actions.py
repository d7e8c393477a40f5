"""Drawing the groups of a week, and settling who moves when it is over."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, update

from app.core import clock
from app.core.db import db, table_of
from app.core.inserts import insert_for
from app.identity.actions import hold_organisation
from leaderboards.leagues.models import LeaguePlace, LeaguePlayer, LeagueWeek
from leaderboards.leagues.queries import week_drawn
from leaderboards.leagues.rules import KEPT_WEEKS, Entrant, Placed, groups_of, tier_after


def draw(organisation_id: UUID, week: date, entrants: Sequence[Entrant]) -> LeagueWeek:
    """Put everybody who takes part in one group of that week, and forget weeks that are a quarter old.

    Drawn once: again gives what was drawn.
    """
    hold_organisation(organisation_id)
    known = week_drawn(organisation_id, week)
    if known is not None:
        return known
    _forget(organisation_id, week - timedelta(weeks=KEPT_WEEKS))
    groups = groups_of(entrants)
    made = LeagueWeek(organisation_id=organisation_id, week=week, groups=len(groups), drawn_at=clock.now())
    db.session.add(made)
    db.session.flush()
    own = {"organisation_id": organisation_id}
    racing = [(number, each) for number, group in enumerate(groups, start=1) for each in group]
    if racing:
        first = [{**own, "player_id": each.player, "tier": each.tier, "since": week} for _, each in racing]
        db.session.execute(insert_for(LeaguePlayer).on_conflict_do_nothing(), first)
        places = [
            {
                **own,
                "week": week,
                "player_id": each.player,
                "group_number": number,
                "tier": each.tier,
                "form": each.form,
            }
            for number, each in racing
        ]
        db.session.execute(insert_for(LeaguePlace), places)
    return made


def _forget(organisation_id: UUID, before: date) -> None:
    for model in (LeaguePlace, LeagueWeek):
        old = delete(model).where(model.organisation_id == organisation_id, model.week < before)
        db.session.execute(old.execution_options(synchronize_session=False))


def close(organisation_id: UUID, week: date, outcome: Sequence[Placed]) -> None:
    """Settle a week: keep what it came to for each, and the tier they go on from. Once: again changes nothing."""
    hold_organisation(organisation_id)
    drawn = week_drawn(organisation_id, week)
    if drawn is None or drawn.closed_at is not None:
        return
    _keep(organisation_id, week, outcome)
    drawn.closed_at = clock.now()
    db.session.flush()


_PLACES, _PLAYERS = table_of(LeaguePlace), table_of(LeaguePlayer)
_SETTLE = (
    update(_PLACES)
    .where(
        _PLACES.c.organisation_id == bindparam("organisation"),
        _PLACES.c.week == bindparam("of_week"),
        _PLACES.c.player_id == bindparam("player"),
    )
    .values(**{name: bindparam(f"own_{name}") for name in ("possible", "taken", "rank", "outcome")})
)
_MOVE = (
    update(_PLAYERS)
    .where(_PLAYERS.c.organisation_id == bindparam("organisation"), _PLAYERS.c.player_id == bindparam("player"))
    .values(tier=bindparam("after"))
)


def _keep(organisation_id: UUID, week: date, outcome: Sequence[Placed]) -> None:
    rows = [
        {
            "organisation": organisation_id,
            "player": each.week.player,
            "of_week": week,
            "own_possible": each.week.possible,
            "own_taken": each.week.taken,
            "own_rank": each.rank,
            "own_outcome": each.outcome,
            "after": tier_after(each.week.tier, each.outcome),
        }
        for each in outcome
    ]
    if rows:
        db.session.execute(_SETTLE, [{name: row[name] for name in row if name != "after"} for row in rows])
        db.session.execute(_MOVE, [{name: row[name] for name in ("organisation", "player", "after")} for row in rows])
