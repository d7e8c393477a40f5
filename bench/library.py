"""A studio that has been used for years: thousands of modules, and millions of answers to them."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from app.core import clock
from app.core.config import Config
from app.core.db import Base, committed, db, scope, table_of
from app.demo.tries import right_response, wrong_response
from app.factory import create_app
from app.identity.queries import organisation_ids
from quests.authoring.drafts.jobs import complete
from quests.authoring.drafts.models import Draft
from quests.authoring.drafts.rules import searched_in
from quests.authoring.statistics.actions import TABLES
from quests.content.models import Module, ModuleVersion
from quests.content.rules.kinds.registry import is_exercise
from quests.content.rules.pools import drawn
from tests.served import Served, command

AT_ONCE = 500
WORDS = ("fall", "hygiene", "legemiddel", "brann", "samtale", "kasse", "vakt", "nattevakt", "smitte", "varelevering")
ANSWERS = "insert into answers (organisation_id, player_id, letter_id, position, card, response, correct, seconds, too_quick, is_first) values (?, ?, ?, ?, ?, ?, ?, ?, 0, 1)"  # noqa: E501
ATTEMPTS = "insert into attempts (organisation_id, player_id, letter_id, run_id, activity_id, module_id, module_version, seed, correct, exercises, started_at, happened_at, received_at, language, finished, done) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'nb', 1, 1)"  # noqa: E501
TIMES, AT = 40, "2026-11-02 08:00:00.000000"
OTHER = "substr({0}, 1, 28) || printf('%04x', :time)"
Row = dict[str, Any]


def fill(server: Served, modules: int) -> list[Row]:
    """So many published modules with drafts, of which each is one of the demo's under a title of its own."""
    try:
        application = create_app(Config.from_environment(server.environment))
        with application.app_context():
            complete()
            (organisation_id,) = organisation_ids()[:1]
            with scope(organisation_id):
                made = [_copied(each, number) for number, each in _cycle(organisation_id, modules)]
                for model in (Module, ModuleVersion, Draft):
                    for start in range(0, modules, AT_ONCE):
                        rows = [each[model] for each in made[start : start + AT_ONCE]]
                        committed(db.session.execute, insert(table_of(model)), rows)
            db.session.remove()
            db.engine.dispose()
    finally:
        clock.shift(0)
    return [each[ModuleVersion] for each in made]


def _cycle(organisation_id: UUID, count: int) -> Iterator[tuple[int, Mapping[type[Base], Any]]]:
    query = (
        select(Module, ModuleVersion, Draft)
        .join(ModuleVersion, ModuleVersion.module_id == Module.id)
        .join(Draft, (Draft.module_id == Module.id) & (Draft.published_version == ModuleVersion.version))
        .where(Module.organisation_id == organisation_id)
    )
    known = [dict(zip((Module, ModuleVersion, Draft), row, strict=True)) for row in db.session.execute(query)]
    for number in range(count):
        yield number, known[number % len(known)]


def _copied(whole: Mapping[type[Base], Any], number: int) -> dict[type[Base], Row]:
    rows = {
        model: {column.name: getattr(each, column.name) for column in table_of(model).columns}
        for model, each in whole.items()
    }
    module_id, version = uuid4(), sha256(str(number).encode()).hexdigest()
    title = f"{WORDS[number % len(WORDS)].capitalize()} nummer {number}"
    document = {**rows[Draft]["document"], "module": f"post-{number}", "title": {"nb": title}}
    rows[Module] |= {"id": module_id, "slug": f"post-{number}"}
    rows[ModuleVersion] |= {"module_id": module_id, "version": version, "titles": {"nb": title}, "document": document}
    summary = {**rows[Draft]["summary"], "titles": {"nb": title}}
    rows[Draft] |= {"module_id": module_id, "document": document, "search": searched_in(document), "summary": summary}
    rows[Draft]["published_version"] = version
    return rows


def played(server: Served, versions: list[Row], answers: int) -> int:
    """So many answers to these versions, of people who each met one once, with all that is counted of them.

    One in forty is counted by the product. The others are the same of other people, and as all that is counted are
    sums over people, theirs are so many times what those brought.
    """
    with closing(sqlite3.connect(Path(server.environment["LOYPE_DATA"]) / "loype.db")) as connection:
        _sample(connection.cursor(), versions, answers // TIMES)
        connection.commit()
        command("recount", server.environment)
        connection.execute("create temp table sample as select letter_id from attempts where received_at = ?", (AT,))
        for name in ("attempts", "answers"):
            columns = [row[1] for row in connection.execute(f"pragma table_info({name})")]
            theirs = ", ".join(OTHER.format(each) if each in ("player_id", "letter_id") else each for each in columns)
            copy = f"insert into {name} select {theirs} from {name} where letter_id in (select letter_id from sample)"  # noqa: S608
            connection.executemany(copy, [{"time": time} for time in range(1, TIMES)])
        for model, _, sums in TABLES:
            more = ", ".join(f"{each} = {TIMES} * {each}" for each in sums)
            played = "select module_version from attempts where received_at = ?"
            connection.execute(f"update {model.__tablename__} set {more} where version in ({played})", (AT,))  # noqa: S608
        (count,) = connection.execute("select count(*) from answers").fetchone()
        connection.commit()
    return int(count)


def _sample(cursor: sqlite3.Cursor, versions: list[Row], answers: int) -> None:
    random, count, whole = Random(1), 0, 0
    while count < answers:
        attempt, given = _attempt(versions[whole % len(versions)], random)
        cursor.execute(ATTEMPTS, attempt)
        cursor.executemany(ANSWERS, given)
        count, whole = count + len(given), whole + 1


def _first_of_many() -> str:
    """An id whose last figures are none that `OTHER` gives."""
    return f"{uuid4().hex[:28]}0000"


def _attempt(version: Row, random: Random) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
    """The rows of one attempt, in which two of three answers are right."""
    own = (version["organisation_id"].hex, _first_of_many(), _first_of_many())
    seed, given = random.getrandbits(31), []
    exercises = [drawn(each, seed) for each in version["document"]["cards"] if is_exercise(each)]
    for position, card in enumerate(exercises):
        right = random.random() < 0.67
        response = right_response(card) if right else wrong_response(card)
        seconds = round(random.lognormvariate(2, 0.6), 1)
        given.append((*own, position, card["id"], json.dumps(response), right, seconds))
    places = (uuid4().hex, uuid4().hex, version["module_id"].hex)
    correct = sum(each[6] for each in given)
    return (*own, *places, version["version"], seed, correct, len(given), AT, AT, AT), given
