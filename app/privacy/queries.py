"""Everything that is kept about one person, over all storeys."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from app.core.db import db
from app.core.personal import Section
from app.help import personal as help
from app.identity import personal as identity
from app.nudges import personal as nudges
from leaderboards.badges import personal as badges
from leaderboards.cheers import personal as cheers
from leaderboards.competitions import personal as competitions
from leaderboards.fairplay import personal as fairplay
from leaderboards.leagues import personal as leagues
from leaderboards.points import personal as points
from leaderboards.standings import personal as standings
from quests.authoring import personal as authoring
from quests.authoring.feedback import personal as feedback
from quests.authoring.media import personal as library
from quests.authoring.owning import personal as owning
from quests.authoring.talking import personal as talking
from quests.change import personal as change
from quests.competence import personal as competence
from quests.paths import personal as paths
from quests.play import personal as play
from quests.review import personal as review

AT_ONCE = 500


def sections_of(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    """What is kept about a person, in the order they read it."""
    return [
        *identity.of_person(organisation_id, person_id, player_id),
        *paths.of_person(organisation_id, player_id),
        *play.of_person(organisation_id, player_id),
        *review.of_person(organisation_id, player_id),
        *change.of_person(organisation_id, player_id),
        *feedback.of_person(organisation_id, person_id, player_id),
        *owning.of_person(organisation_id, person_id),
        *talking.of_person(organisation_id, person_id),
        *competence.of_person(organisation_id, player_id),
        *points.of_person(organisation_id, player_id),
        *standings.of_person(organisation_id, player_id),
        *competitions.of_person(organisation_id, player_id),
        *cheers.of_person(organisation_id, player_id),
        *fairplay.of_person(organisation_id, player_id),
        *leagues.of_person(organisation_id, player_id),
        *badges.of_person(organisation_id, player_id),
        *authoring.of_person(organisation_id, person_id),
        *help.of_person(organisation_id, person_id),
        *library.of_person(organisation_id, person_id),
        *nudges.of_person(organisation_id, person_id, player_id),
    ]


def rows(section: Section, language: str) -> Iterator[dict[str, Any]]:
    """The rows of a section, some at a time: however much somebody has played, little of it is held at once."""
    found = db.session.execute(section.query.execution_options(yield_per=AT_ONCE))
    for row in found.mappings():
        kept = dict(row)
        yield kept | dict(section.words(kept, language)) if section.words else kept
