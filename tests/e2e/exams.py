"""A small path with an exam in it, given to a department of the served demo."""

from uuid import UUID

from app.core import clock
from app.core.config import Config
from app.core.db import committed, db, scope
from app.core.weeks import monday_of
from app.factory import create_app
from app.identity.queries import organisation_by_code
from quests.content.package import Package
from quests.content.rules.documents import stored_form
from quests.paths.actions import create_run, take_in
from quests.paths.jobs import open_due
from quests.paths.queries import path_by_slug
from tests.quests.course import CHOICE, MATCH, MULTIPLE, NUMBER, ORDER, PATH, READING, Json, module, quest, text
from tests.served import Served

EXAM = module("eksamen", READING, CHOICE, MULTIPLE, ORDER, MATCH, NUMBER) | {"exam": {"pass": 0.8, "attempts_a_day": 2}}
OTHER = module("brann", NUMBER, CHOICE)
DOCUMENT: Json = {**PATH, "path": "prove", "title": text("Prøve"), "quests": [quest("uke-p", "eksamen", "brann")]}


def give(server: Served, department: str, held: tuple[Json, ...] = (EXAM, OTHER), document: Json = DOCUMENT) -> str:
    """Take the path in and run it for a department from this week, opened at once; the run's id."""
    application = create_app(Config.from_environment(server.environment))
    try:
        with application.app_context():
            organisation = organisation_by_code("fjordvik")
            assert organisation
            with scope(organisation.id):
                run_id = committed(_given, organisation.id, department, held, document)
            open_due()
            db.engine.dispose()
            return str(run_id)
    finally:
        clock.shift(0)  # the server's clock is not this process's


def _given(organisation_id: UUID, department: str, held: tuple[Json, ...], document: Json) -> UUID:
    modules = [stored_form(each, {}) for each in held]
    take_in(organisation_id, Package(document["title"], "CC-BY-4.0", modules, [document], {}))
    path = path_by_slug(organisation_id, document["path"])
    assert path
    audience = {"departments": [department]}
    return create_run(organisation_id, path, audience, monday_of(clock.now().date())).id
