"""Rebuilds everything that is derived from the ledger and the attempts."""

from uuid import UUID

from app.core import clock
from app.core.weeks import week_of
from app.identity.queries import organisation
from leaderboards.competitions.actions import recount_teams
from leaderboards.points.actions import recount_spread, recount_totals
from leaderboards.standings.actions import recount_week
from leaderboards.standings.queries import weeks_of


def recount_all(organisation_id: UUID) -> dict[str, int]:
    """Build totals, weeks and competitions anew; how many rows of each were wrong."""
    totals = recount_totals(organisation_id)  # first, as letters take the same locks in that order
    recount_spread(organisation_id, week_of(clock.now(), organisation(organisation_id).time_zone))
    weeks = sum(recount_week(organisation_id, week) for week in weeks_of(organisation_id))
    return {"point_totals": totals, "department_weeks": weeks, "teams": recount_teams(organisation_id)}
