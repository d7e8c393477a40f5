"""A department as large as a chain: its sums in millionths do not fit into 32 bits."""

from sqlalchemy import select, update

from app.core.db import committed, db
from leaderboards.standings.models import DepartmentWeek
from tests.quests.course import course_in
from tests.world import World

FIVE_THOUSAND = 5000 * 10**6


def test_a_department_of_five_thousand(world: World) -> None:
    """One stands for all, with sums as five thousand make them: they are kept, moved by a letter, and shown."""
    somebody = world.somebody()
    course = course_in(world)
    sums = {"weight": FIVE_THOUSAND, "result": FIVE_THOUSAND // 2, "members": 5000}
    shown = {"shown_weight": FIVE_THOUSAND, "shown_result": FIVE_THOUSAND // 2}
    world.enter()
    committed(db.session.execute, update(DepartmentWeek).values(**sums, **shown))
    assert somebody.post("/play/letters", course.finished(0)).json["verdicts"][0]["status"] == "accepted"
    world.enter()
    row = db.session.scalars(select(DepartmentWeek).execution_options(populate_existing=True)).one()
    assert row.weight == FIVE_THOUSAND
    assert row.result > FIVE_THOUSAND // 2
    (line,) = somebody.get("/boards/departments").json["rows"]
    assert (line["members"], round(line["score"], 2)) == (5000, 0.5)
