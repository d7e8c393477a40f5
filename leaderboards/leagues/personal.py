"""What leagues keep about one person."""

from uuid import UUID

from sqlalchemy import select

from app.core.personal import Section
from leaderboards.leagues.models import LeaguePlace, LeaguePlayer


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """The tier one is on, and each week one has raced. With whom stands with nobody."""
    tier = select(LeaguePlayer.tier, LeaguePlayer.since).where(
        LeaguePlayer.organisation_id == organisation_id, LeaguePlayer.player_id == player_id
    )
    weeks = select(
        LeaguePlace.week,
        LeaguePlace.tier,
        LeaguePlace.form,
        LeaguePlace.possible.label("points_possible"),
        LeaguePlace.taken.label("points_earned"),
        LeaguePlace.rank,
        LeaguePlace.outcome,
    ).where(LeaguePlace.organisation_id == organisation_id, LeaguePlace.player_id == player_id)
    return [Section("league", tier), Section("league_weeks", weeks.order_by(LeaguePlace.week))]
