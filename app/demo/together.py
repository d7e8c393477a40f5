"""What departments of a demo organisation do together: a race, a shared goal, and cheers to each of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.demo.cast import Cast
from app.demo.people import Player
from app.identity.models import Department, PlayerLink, Role
from app.identity.queries import departments
from leaderboards.cheers.actions import send_cheer
from leaderboards.cheers.models import CHEERS
from leaderboards.competitions.actions import make
from leaderboards.competitions.joining import join
from leaderboards.goals.actions import count, set_goal

PLAN: Mapping[str, Any] = {
    "rule": "participation",
    "weeks": 2,
    "freeze_hours": 24,
    "prize": None,
    "paths": None,
    "open_to": None,
}
PICKERS = 14


def race_and_cheer(
    organisation_id: UUID, cast: Cast, players: Sequence[Player], this_week: date, now: datetime, random: Random
) -> None:
    """A race over this week and the next, one that is picked for, a goal from the week before, and cheers just sent."""
    tree = departments(organisation_id)
    above = {each.parent_id for each in tree}
    racing = [each for each in tree if each.id not in above]
    committed(_race, organisation_id, cast, this_week, racing)
    committed(_goal, organisation_id, cast, this_week - timedelta(weeks=1), now)
    with clock.standing_at(now - timedelta(hours=1)):
        committed(_cheers, organisation_id, racing, random)
        if cast.picking:
            name, teams = cast.picking
            race = {"name": name, "first_week": this_week + timedelta(weeks=1)}
            race["open_to"] = [each.id for each in tree if each.parent_id is None]
            race["teams"] = [{"name": each, "departments": []} for each in teams]
            committed(_picked, organisation_id, race, [each.id for each in players if not each.reviews], random)


def _race(organisation_id: UUID, cast: Cast, monday: date, racing: list[Department]) -> None:
    name, prize = cast.competition
    teams = [{"name": None, "departments": [each.id]} for each in racing]
    race = {"name": name, "prize": prize, "first_week": monday, "teams": teams}
    make(organisation_id, uuid5(organisation_id, name), {**PLAN, **race})


def _picked(organisation_id: UUID, race: Mapping[str, Any], players: Sequence[UUID], random: Random) -> None:
    """A race in which some have a team: none of those one can sign in as, who shall pick one themselves."""
    made = make(organisation_id, uuid5(organisation_id, race["name"]), {**PLAN, **race})
    for player in random.sample(players, min(PICKERS, len(players))):
        join(organisation_id, made.id, player, None)


def _goal(organisation_id: UUID, cast: Cast, monday: date, now: datetime) -> None:
    target, promise = cast.goal
    plan = {"department_id": None, "target": target, "first_week": monday, "weeks": 4, "promise": promise}
    with clock.standing_at(now - timedelta(days=7)):
        goal = set_goal(organisation_id, uuid5(organisation_id, promise), plan)
    count(goal)


def _cheers(organisation_id: UUID, racing: list[Department], random: Random) -> None:
    """To each from whoever leads it, if somebody does, and from two others, each of whom cheers once."""
    leading = _leaders(organisation_id)
    players = select(PlayerLink.player_id).where(PlayerLink.organisation_id == organisation_id)
    others = sorted(set(db.session.scalars(players)) - set(leading.values()))
    random.shuffle(others)
    for each in racing:
        senders = [(leading[each.id], True)] if each.id in leading else []
        senders += [(others.pop(), False) for _ in range(min(2, len(others)))]
        for player, leads in senders:
            key = uuid5(each.id, str(player))
            send_cheer(organisation_id, player, key, each.id, random.choice(CHEERS), leading=leads)


def _leaders(organisation_id: UUID) -> dict[UUID, UUID]:
    query = (
        select(Role.department_id, PlayerLink.player_id)
        .join(
            PlayerLink, (PlayerLink.organisation_id == Role.organisation_id) & (PlayerLink.person_id == Role.person_id)
        )
        .where(Role.organisation_id == organisation_id, Role.role == "leader")
    )
    return {department: player for department, player in db.session.execute(query) if department}
