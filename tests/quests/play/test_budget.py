"""How often the database is asked: a number that does not grow with what there is."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from app.core.db import db
from tests.quests.course import body, course_in
from tests.world import World


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of the block."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("select set_config"):
            statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(("path", "most"), [("/today", 8), ("/paths", 3), ("/quests/{}", 3)])
def test_reads(world: World, path: str, most: int) -> None:
    somebody = world.somebody()
    courses = [course_in(world) for _ in range(3)]
    address = path.format(courses[0].quests[0])
    somebody.get(address)
    with counted() as statements:
        assert somebody.get(address).status_code == 200
    assert len(statements) <= most, statements


def test_a_letter(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    somebody.post("/play/letters", body(course.letter(0)))
    with counted() as first:
        somebody.post("/play/letters", body(course.letter(1)))
    assert len(first) <= 45, first
    letter = course.letter(1)
    somebody.post("/play/letters", body(letter))
    with counted() as known:
        somebody.post("/play/letters", body(letter))
    assert len(known) <= 4, known
