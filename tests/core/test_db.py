"""Writing and seeing: one organisation in sight, all or nothing, nobody waits for ever."""

import threading
from datetime import date
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from app.core.db import committed, db, enter, scope
from app.identity import actions
from app.identity.models import Department, Person
from quests.play.models import Answer
from tests.quests.course import body, course_in
from tests.world import World


def test_a_failure_undoes_all_of_it(world: World) -> None:
    def half() -> None:
        actions.add_department(world.organisation_id, "Nattvakta")
        with db.session.begin_nested():
            actions.add_department(world.organisation_id, "Dagvakta")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        committed(half)
    assert db.session.scalar(select(func.count()).select_from(Department)) == 0


def test_postgresql_shows_no_foreign_row_though_nobody_filters(world: World) -> None:
    world.somebody(name="Ingrid Nes")
    neighbour = World(world.application, "fjellby")
    neighbour.somebody(name="Ola Fjell")
    everyone = select(Person.name)  # no filter on organisation_id
    on_postgresql = db.engine.dialect.name == "postgresql"
    for place, name in ((world, "Ingrid Nes"), (neighbour, "Ola Fjell")):
        place.enter()
        seen = db.session.scalars(everyone).all()
        assert seen == [name] if on_postgresql else name in seen
    enter(None)
    assert not on_postgresql or db.session.scalars(everyone).all() == []


def test_postgresql_takes_no_row_for_another_organisation(world: World) -> None:
    if db.engine.dialect.name != "postgresql":
        assert db.session.scalar(text("pragma foreign_keys")) == 1
        return
    neighbour = World(world.application, "fjellby")
    with scope(world.organisation_id), pytest.raises(Exception, match="row-level security"):
        committed(actions.add_department, neighbour.organisation_id, "Trojansk")


def test_on_postgresql_who_reads_writes_nothing_and_keeps_what_is_prepared(world: World) -> None:
    """psycopg forgets its prepared statements at each rollback, and prepares what a connection has run five times."""
    world.enter()
    if db.engine.dialect.name != "postgresql":
        return
    with pytest.raises(DBAPIError, match="read-only"):
        actions.add_department(world.organisation_id, "Solbakken")
    for _ in range(40):  # more than five times on each connection that other tests have left
        db.session.rollback()
        db.session.scalar(select(func.count()).select_from(Department))
    assert db.session.scalar(text("select count(*) from pg_prepared_statements where statement like '%departments%'"))
    with pytest.raises(RuntimeError):
        committed(_add_and_fail, world)
    assert db.session.scalar(select(func.count()).select_from(Department)) == 0


def _add_and_fail(world: World) -> None:
    db.session.commit()  # what comes next must not be taken for a transaction that only reads
    actions.add_department(world.organisation_id, "Solbakken")
    raise RuntimeError("in the middle")


def test_a_scope_that_ends_gives_back_the_one_before(world: World) -> None:
    other = uuid4()
    world.enter()
    committed(actions.add_department, world.organisation_id, "Solbakken")
    with scope(other):
        count = db.session.scalar(select(func.count()).select_from(Department))
        assert count == (0 if db.engine.dialect.name == "postgresql" else 1)
    assert db.session.scalar(select(func.count()).select_from(Department)) == 1


def test_many_writers_each_get_their_turn(world: World, application: Flask) -> None:
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with application.app_context(), scope(world.organisation_id):
                for each in range(5):
                    committed(actions.add_department, world.organisation_id, f"{number}.{each}")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not failures
    world.enter()
    assert db.session.scalar(select(func.count()).select_from(Department)) == 40


def test_a_lone_number_in_a_json_column_is_read_as_a_number(world: World) -> None:
    course, learner = course_in(world, date(2026, 11, 9)), world.somebody()
    learner.post("/play/letters", body(course.letter(2)))
    world.enter()
    responses = db.session.scalars(select(Answer.response).order_by(Answer.position)).all()
    assert 50 in responses
