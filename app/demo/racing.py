"""Who of a demo organisation races in its league, on which tier, and since when."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import insert, select, update

from app.core.db import db, table_of
from app.demo.cast import Cast
from app.demo.people import Player
from app.identity.models import Person
from app.identity.models import Player as Settings
from app.identity.queries import player_of
from leaderboards.leagues.models import LeaguePlayer

JOINS = 0.55
TIERS = (1, 1, 1, 2, 2, 2, 3, 3, 4)
OWN_TIER = 2


def join_league(organisation_id: UUID, cast: Cast, players: Sequence[Player], monday: date, random: Random) -> None:
    """Half of them have joined in the weeks before, each far enough by now to be on their tier.

    Those one can sign in as are new, so that they are in a group also after a week in which they did nothing.
    """
    numbers = select(Person.id).where(
        Person.organisation_id == organisation_id, Person.employee_number.in_(list(cast.league))
    )
    own = {player_of(organisation_id, person_id) for person_id in db.session.scalars(numbers)}
    others = [each.id for each in players if not each.reviews and random.random() < JOINS]
    tiers = {**{each: random.choice(TIERS) for each in others}, **dict.fromkeys(own, OWN_TIER)}
    joined = update(Settings).where(Settings.organisation_id == organisation_id, Settings.id.in_(list(tiers)))
    db.session.execute(joined.values(in_league=True).execution_options(synchronize_session=False))
    rows = [
        {
            "organisation_id": organisation_id,
            "player_id": player_id,
            "tier": tier,
            "since": monday if player_id in own else monday - timedelta(weeks=tier + random.randint(2, 6)),
        }
        for player_id, tier in tiers.items()
    ]
    db.session.execute(insert(table_of(LeaguePlayer)), rows)
