"""The server's disk is full: a clear answer, nothing half-written, and all is well when there is room again."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import event, text

from app.core.db import db
from tests.faults.test_killed import rows_of
from tests.quests.course import course_in
from tests.world import World

FULL = """
create function no_room() returns trigger language plpgsql as
$$ begin raise exception 'could not extend file: no space left on device' using errcode = '53100'; end $$;
create trigger no_room before insert on attempts execute function no_room()
"""


@contextmanager
def disk_full() -> Iterator[None]:
    """Within the block the database finds no room for what a letter brings."""
    db.session.remove()
    if db.engine.dialect.name == "postgresql":
        with db.engine.begin() as connection:
            connection.execute(text(FULL))
        try:
            yield
        finally:
            with db.engine.begin() as connection:
                connection.execute(text("drop function no_room() cascade"))
        return

    def bounded(connection: object, _record: object, _proxy: object) -> None:
        pages = connection.execute("pragma page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"pragma max_page_count={pages}")  # type: ignore[attr-defined]

    with closing(db.engine.raw_connection()) as connection:
        connection.cursor().execute("vacuum")  # no page may be free for the taking
    event.listen(db.engine, "checkout", bounded)
    try:
        yield
    finally:
        event.remove(db.engine, "checkout", bounded)
        db.engine.dispose()


def test_a_full_disk_is_told_and_nothing_is_half_written(world: World) -> None:
    course = course_in(world)
    somebody = world.somebody()
    nothing = rows_of(somebody)
    bodies = [course.finished(0) for _ in range(40)]  # enough letters to need a new page
    with disk_full():
        answers = [somebody.post("/play/letters", body) for body in bodies]
    refused = [answer for answer in answers if answer.status_code != 200]
    assert refused
    assert {(answer.status_code, answer.json["code"]) for answer in refused} == {(507, "storage_full")}
    if len(refused) == len(bodies):
        assert rows_of(somebody) == nothing
    for body in bodies:
        assert somebody.post("/play/letters", body).json["verdicts"][0]["status"] in ("accepted", "known")
    assert rows_of(somebody)["letters"] == len(bodies)
