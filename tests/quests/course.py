"""A small course to try things with: two weeks, three short modules with every kind of exercise, one picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.core.http import rfc3339
from app.core.weeks import moment_at, monday_of
from app.demo import tries
from quests.content.actions import import_modules
from quests.content.package import Package
from quests.content.queries import published, version_for
from quests.content.rules.documents import stored_form
from quests.paths.actions import create_run
from quests.paths.jobs import open_due
from quests.paths.models import Activity, Quest, Run
from quests.paths.queries import path_by_slug
from quests.paths.storing import store_path
from tests.world import World

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="#1E6B4F"/></svg>'
LANGUAGES = ("nb", "nn", "en")
Json = dict[str, Any]


def text(words: str) -> dict[str, str]:
    return {language: f"{words} ({language})" for language in LANGUAGES}


def options(*ids: str) -> list[Json]:
    return [{"id": id, "text": text(f"Svar {id}"), "explanation": text(f"Fordi {id}")} for id in ids]


CHOICE = {
    "id": "c1",
    "type": "choice",
    "prompt": text("Hva først?"),
    "options": options("a", "b", "c"),
    "key": "b",
    "remember": True,
}
MULTIPLE = {
    "id": "c2",
    "type": "multiple",
    "prompt": text("Hvilke?"),
    "options": options("a", "b", "c"),
    "key": ["a", "c"],
}
ORDER = {
    "id": "c3",
    "type": "order",
    "prompt": text("Rekkefølge?"),
    "options": options("a", "b", "c"),
    "key": ["c", "a", "b"],
    "remember": True,
}
MATCH = {
    "id": "c4",
    "type": "match",
    "prompt": text("Par?"),
    "left": options("l1", "l2"),
    "right": [{"id": id, "text": text(id)} for id in ("r1", "r2")],
    "key": {"l1": "r2", "l2": "r1"},
}
NUMBER = {
    "id": "c5",
    "type": "number",
    "prompt": text("Hvor lenge?"),
    "unit": text("sekunder"),
    "key": {"value": 50, "tolerance": 10},
    "explanation": text("Omtrent så lenge"),
}
READING = {"id": "c9", "type": "text", "prompt": text("Les dette"), "body": text("Kort fortalt")}


def module(slug: str, *cards: Json) -> Json:
    return {
        "format": "loype.module/1",
        "module": slug,
        "languages": list(LANGUAGES),
        "title": text(slug),
        "takeaways": {language: ["Husk det viktigste"] for language in LANGUAGES},
        "licence": "CC-BY-4.0",
        "credits": "Løype",
        "sources": [],
        "cards": list(cards),
    }


MODULES = (
    module("hender", CHOICE | {"picture": {"file": "hender.svg", "alt": text("Hender")}}, MULTIPLE, READING),
    module("fall", ORDER, MATCH),
    module("brann", NUMBER, CHOICE),
)


def quest(slug: str, *modules: str) -> Json:
    activities = [{"id": f"a-{each}", "kind": "module", "module": each} for each in modules]
    words = {name: text(slug) for name in ("title", "story", "goal")}
    return {"id": slug, **words, "terrain": "fjell", "activities": activities}


PATH = {
    "format": "loype.path/1",
    "path": "trygg",
    **{name: text("Trygg") for name in ("title", "story", "goal")},
    "quests": [quest("uke-1", "hender", "fall"), quest("uke-2", "brann")],
}


@dataclass
class Course:
    """The course as it was stored, with a run of it."""

    world: World
    run: Run
    path_id: UUID
    quests: list[UUID]
    activities: list[UUID]
    versions: list[str]
    picture: str
    modules: list[UUID]
    random: Random = field(default_factory=lambda: Random(7))

    def letter(self, which: int, skill: float = 1.0, started_at: datetime | None = None, **changes: Any) -> Json:
        """A letter that tells of the module of that number played to its end, answers right with chance `skill`."""
        self.world.enter()
        found = version_for(self.world.organisation_id, self.versions[which])
        assert found is not None
        start = started_at or clock.now() - timedelta(minutes=10)
        made = tries.letter(self.random, str(self.activities[which]), found.version, found.document, start, skill)
        return {**made, "id": str(uuid4()), **changes}

    def finished(self, which: int, **changes: Any) -> Json:
        """The body of a call with one such letter."""
        return body(self.letter(which, **changes))


def offer(course: Course, anchor: str = "enrolment", starts_on: date | None = None, **run: Any) -> Run:
    """Another run of the course, which its audience may start themselves."""
    course.world.enter()
    organisation_id, audience = course.world.organisation_id, run.pop("audience", {"everyone": True})
    path = path_by_slug(organisation_id, "trygg")
    assert path is not None
    monday = starts_on or monday_of(clock.now().date())
    return committed(create_run, organisation_id, path, audience, monday, anchor, enrolling="opt_in", **run)


def body(*letters: Json, sent_at: datetime | None = None) -> Json:
    return {"sent_at": rfc3339(sent_at or clock.now()), "letters": list(letters)}


def course_in(
    world: World,
    starts_on: date | None = None,
    audience: Json | None = None,
    sources: Sequence[Json] = MODULES,
    path_source: Json = PATH,
    **run: Any,
) -> Course:
    """Store the course in that organisation and run it from this week; what is due is open."""
    digest = sha256(SVG).hexdigest()
    modules = [stored_form(each, {"hender.svg": digest}) for each in sources]
    package = Package(text("Trygg"), "CC-BY-4.0", modules, [path_source], {digest: SVG})
    organisation_id = world.organisation_id
    monday = starts_on or monday_of(clock.now().date())

    def stored() -> Course:
        world.enter()
        slugs = import_modules(organisation_id, package).modules
        path = store_path(organisation_id, path_source)
        made = create_run(organisation_id, path, audience or {"everyone": True}, monday, **run)
        versions = published(organisation_id, slugs.values())
        quests = select(Quest.id).where(Quest.path_id == path.id).order_by(Quest.position)
        activities = (
            select(Activity.id, Activity.module_id)
            .join(Quest, Quest.id == Activity.quest_id)
            .where(Quest.path_id == path.id)
        )
        rows = db.session.execute(activities.order_by(Quest.position, Activity.position)).all()
        return Course(
            world,
            made,
            path.id,
            list(db.session.scalars(quests)),
            [row.id for row in rows],
            [versions[row.module_id].version for row in rows],
            digest,
            [row.module_id for row in rows],
        )

    due = moment_at(monday, 6, "Europe/Oslo")
    with clock.standing_at(min(due, clock.now())):
        world.enter()
        course = committed(stored)
        open_due()
    open_due()
    world.enter()
    return course
