"""Keeping the sums of a week: incrementally when somebody takes part, anew when who counts has changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, delete, func, select, text, update

from app.core import clock
from app.core.db import db, table_of
from app.core.inserts import insert_for
from app.identity import queries as identity
from app.identity.rules import share_present
from leaderboards.standings.models import DepartmentWeek, MembershipWeek
from leaderboards.standings.pictures import TOGETHER, keep_shown, showable
from leaderboards.standings.rules import DAYS, result, weight
from quests.paths.queries import counts_released
from quests.play.queries import counts_taken

Row = dict[str, Any]
SUMMED = ("members", "possible", "taken", "weight", "result")


_ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtextextended(:board, 0))")
_WITH_OTHERS = text("select pg_advisory_xact_lock_shared(hashtextextended(:board, 0))")


def take_turn(board: str, *, alone: bool) -> None:
    """Hold a board until the transaction ends: alone to work it out anew, with others to move it on.

    Else PostgreSQL would let two each sum up without the other's rows. SQLite has one writer anyway.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(_ONE_AT_A_TIME if alone else _WITH_OTHERS, {"board": board})


_SHOWN = MembershipWeek.player_id, MembershipWeek.department_id, MembershipWeek.shown_result


def _wait(organisation_id: UUID, week: date, *, alone: bool) -> None:
    take_turn(f"{organisation_id} {week}", alone=alone)


def refresh(organisation_id: UUID, week: date, players: Sequence[UUID] | None = None) -> None:
    """Work the week out anew, for everybody or for these players, and bring the departments' sums in line."""
    _wait(organisation_id, week, alone=True)
    own = (MembershipWeek.organisation_id == organisation_id, MembershipWeek.week == week)
    mine = (*own, MembershipWeek.player_id.in_(list(players))) if players is not None else own
    before = {(row[0], row[1]): row[2] for row in db.session.execute(select(*_SHOWN).where(*mine))}
    released = counts_released(organisation_id, week, players)
    if not before and not released:
        return
    touched = {department_id for _, department_id in before}
    db.session.execute(delete(MembershipWeek).where(*mine).execution_options(synchronize_session=False))
    rows = _rows(organisation_id, week, players, released)
    for row in rows:
        row["shown_result"] = before.get((row["player_id"], row["department_id"]), 0)
    if rows:
        db.session.execute(insert_for(MembershipWeek), rows)
    _sum_up(organisation_id, week, touched | {row["department_id"] for row in rows})


def _rows(organisation_id: UUID, week: date, players: Iterable[UUID] | None, released: Mapping[UUID, int]) -> list[Row]:
    """What every membership brings: one row for each player and department with something possible and some weight."""
    taken = counts_taken(organisation_id, week, players)
    last = week + timedelta(days=DAYS - 1)
    leaves = identity.leaves_between(organisation_id, week, last, players)
    weights: dict[tuple[UUID, UUID], int] = {}
    for each in identity.memberships_between(organisation_id, week, last, players):
        away = leaves.get(each.player_id, ())
        present = share_present(week, DAYS, each.starts_on, each.ends_on, away)
        key = each.player_id, each.department_id
        weights[key] = weights.get(key, 0) + weight(each.share, present)
    return [
        {
            "organisation_id": organisation_id,
            "week": week,
            "player_id": player_id,
            "department_id": department_id,
            "possible": released[player_id],
            "taken": taken.get(player_id, 0),
            "weight": heavy,
            "result": result(heavy, taken.get(player_id, 0), released[player_id]),
        }
        for (player_id, department_id), heavy in sorted(weights.items(), key=_by_id)
        if heavy and released.get(player_id)
    ]


def _by_id(weight: tuple[tuple[UUID, UUID], int]) -> tuple[int, int]:
    """In the order of the ids, told by their numbers: comparing them themselves takes ten times as long."""
    (player_id, department_id), _ = weight
    return player_id.int, department_id.int


def _sum_up(organisation_id: UUID, week: date, departments: set[UUID]) -> None:
    """Set the sums of these departments from their memberships."""
    columns = [func.count(), *(func.sum(getattr(MembershipWeek, name)) for name in SUMMED[1:])]
    query = (
        select(MembershipWeek.department_id, *columns)
        .where(
            MembershipWeek.organisation_id == organisation_id,
            MembershipWeek.week == week,
            MembershipWeek.department_id.in_(departments),
        )
        .group_by(MembershipWeek.department_id)
    )
    found = {row[0]: [int(each) for each in row[1:]] for row in db.session.execute(query)}
    now, live_members = clock.now(), identity.policy(organisation_id)["live_members"]
    own = {"organisation_id": organisation_id, "week": week, "shown_at": now, "updated_at": now, "version": 1}
    rows = []
    for department_id in sorted(departments):
        sums = dict(zip(SUMMED, found.get(department_id, [0] * len(SUMMED)), strict=True))
        shown = {f"shown_{name}": sums[name] for name in ("taken", "weight", "result")}
        rows.append({**own, "department_id": department_id, **sums, **shown, "live": sums["members"] >= live_members})
    if rows:
        _set(rows)


def _set(rows: Sequence[Row]) -> None:
    """Set departments' sums. Their hourly pictures stay of one moment: a part of one would tell who came or went.

    Only while nothing is in it, as when several releases open one after the other, who counts goes into it at once.
    """
    statement = insert_for(DepartmentWeek)
    new = statement.excluded
    still = case((DepartmentWeek.shown_result == 0, new.weight), else_=DepartmentWeek.shown_weight)
    known = {**{name: new[name] for name in (*SUMMED, "updated_at", "live")}, "shown_weight": still}
    known["version"] = DepartmentWeek.version + 1
    keys = ["organisation_id", "week", "department_id"]
    db.session.execute(statement.on_conflict_do_update(index_elements=keys, set_=known), rows)


_PARTS, _SUMS = table_of(MembershipWeek), table_of(DepartmentWeek)
_OWN_PARTS = (
    select(_PARTS.c.department_id, _PARTS.c.possible, _PARTS.c.taken, _PARTS.c.weight, _PARTS.c.result)
    .where(
        _PARTS.c.organisation_id == bindparam("organisation"),
        _PARTS.c.week == bindparam("of_week"),
        _PARTS.c.player_id == bindparam("player"),
    )
    .order_by(_PARTS.c.department_id)
)
_MOVE_PART = (
    update(_PARTS)
    .where(
        _PARTS.c.organisation_id == bindparam("organisation"),
        _PARTS.c.week == bindparam("of_week"),
        _PARTS.c.player_id == bindparam("player"),
        _PARTS.c.department_id == bindparam("department"),
    )
    .values(taken=bindparam("now_taken"), result=bindparam("now_result"))
)
_MOVE_SUMS = (
    update(_SUMS)
    .where(
        _SUMS.c.organisation_id == bindparam("organisation"),
        _SUMS.c.week == bindparam("of_week"),
        _SUMS.c.department_id == bindparam("department"),
    )
    .values(
        taken=_SUMS.c.taken + bindparam("more_taken"),
        result=_SUMS.c.result + bindparam("more_result"),
        updated_at=bindparam("moment"),
        version=_SUMS.c.version + case((_SUMS.c.live, 1), else_=0),
    )
)


def take_part(organisation_id: UUID, player_id: UUID, week: date) -> None:
    """One activity more taken by a player in that week: their rows and their departments move by the difference.

    Departments in a fixed order, so that two players who share some never wait for each other.
    """
    _wait(organisation_id, week, alone=False)
    own = {"organisation": organisation_id, "of_week": week, "player": player_id}
    for row in db.session.execute(_OWN_PARTS, own).all():
        taken = min(row.taken + 1, row.possible)
        brought = result(row.weight, taken, row.possible)
        part = {**own, "department": row.department_id, "now_taken": taken, "now_result": brought}
        db.session.execute(_MOVE_PART, part)
        sums = {"organisation": organisation_id, "of_week": week, "department": row.department_id}
        more = {"more_taken": taken - row.taken, "more_result": brought - row.result, "moment": clock.now()}
        db.session.execute(_MOVE_SUMS, {**sums, **more})


def show_now(organisation_id: UUID, week: date, hour_began: datetime, least: int = TOGETHER) -> int:
    """Look again at every hourly picture that is older than this hour, changed or not; how many were renewed.

    One that stayed old because nothing had changed would move at the next single act, and tell whose it was. One in
    which fewer than `least` people have done something stays as it is, and does not tell that it did.
    """
    _wait(organisation_id, week, alone=True)
    pictured = (DepartmentWeek.organisation_id == organisation_id, DepartmentWeek.week == week)
    query = select(DepartmentWeek.department_id, DepartmentWeek.members)
    old = db.session.execute(query.where(*pictured, DepartmentWeek.shown_at < hour_began))
    due = {row[0]: row[1] for row in old}
    live = identity.policy(organisation_id)["live_members"]
    few = {department for department, members in due.items() if members < live}
    own = (MembershipWeek.organisation_id == organisation_id, MembershipWeek.week == week)
    shown = showable(MembershipWeek, MembershipWeek.department_id, own, few, least)
    keep_shown(MembershipWeek, MembershipWeek.department_id, own, shown)
    renewed = due.keys() - few | shown
    pictures = {f"shown_{name}": getattr(DepartmentWeek, name) for name in ("taken", "weight", "result")}
    looked = {"shown_at": clock.now(), "version": DepartmentWeek.version + 1}
    for departments, values in ((renewed, pictures | looked), (due.keys() - renewed, looked)):
        renewal = update(DepartmentWeek).where(*pictured, DepartmentWeek.department_id.in_(list(departments)))
        db.session.execute(renewal.values(**values).execution_options(synchronize_session=False))
    return len(renewed)


def recount_week(organisation_id: UUID, week: date) -> int:
    """Work a week out anew; how many departments' sums were wrong."""
    _wait(organisation_id, week, alone=True)
    before = _sums(organisation_id, week)
    refresh(organisation_id, week)
    after = _sums(organisation_id, week)
    return sum(before.get(key) != after.get(key) for key in before.keys() | after.keys())


def _sums(organisation_id: UUID, week: date) -> dict[UUID, tuple[int, ...]]:
    columns = [getattr(DepartmentWeek, name) for name in SUMMED]
    query = select(DepartmentWeek.department_id, *columns).where(
        DepartmentWeek.organisation_id == organisation_id, DepartmentWeek.week == week
    )
    return {row[0]: tuple(row[1:]) for row in db.session.execute(query)}
