"""The streak as it is now. Nothing of it is stored: it is four short reads, and so is always what the facts say.

A late letter, a move, a leave that is recorded or withdrawn gives the right answer at the next reading by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.core.weeks import monday_of, week_of
from app.identity.queries import goals_of, leaves_between, organisation
from leaderboards.streaks.rules import State, Streak, Week, goal_in, is_away, state_of, streak
from quests.play.queries import weeks_taken


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's streak, this week, and the weeks up to it by their Mondays."""

    streak: Streak
    this_week: Week
    states: dict[date, State]


def weeks_of(organisation_id: UUID, player_id: UUID, now: datetime) -> list[Week]:
    """The player's weeks in which something was open, and this one."""
    this = week_of(now, organisation(organisation_id).time_zone)
    left, goal = goals_of(organisation_id, player_id)
    taken = weeks_taken(organisation_id, player_id)
    first = min([this, *(each.week for each in taken)])
    leaves = leaves_between(organisation_id, first, this + timedelta(days=6), [player_id]).get(player_id, [])
    found = {
        each.week: Week(
            each.week,
            each.possible,
            each.taken,
            goal_in(each.week, left, goal),
            is_away(each.week, leaves),
            each.closes_at <= now,
        )
        for each in taken
    }
    found.setdefault(this, Week(this, 0, 0, goal, is_away(this, leaves), over=False))
    return sorted(found.values(), key=lambda each: each.monday)


def standing_of(organisation_id: UUID, player_id: UUID, now: datetime) -> Standing:
    """Where the player stands now."""
    weeks = weeks_of(organisation_id, player_id, now)
    this = week_of(now, organisation(organisation_id).time_zone)
    own = next(each for each in weeks if each.monday == this)
    return Standing(streak(weeks, this), own, {each.monday: state_of(each) for each in weeks})


def weeks_in_a_row(organisation_id: UUID, player_id: UUID, now: datetime) -> int:
    """How many weeks in a row the player's goal has been met."""
    today = monday_of(now.date())
    return streak(weeks_of(organisation_id, player_id, now), today).weeks
