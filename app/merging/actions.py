"""Two persons of one organisation who turn out to be the same human become one."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select, update

from app.core import clock
from app.core.db import db, table_of
from app.core.errors import Problem, invalid
from app.core.events import publish
from app.identity.actions import deactivate, touch_organisation, touch_player
from app.identity.events import MembershipChanged
from app.identity.models import Membership, Person, Player
from app.identity.queries import player_of
from app.merging.rows import columns_naming, move
from app.merging.rules import Days, without
from leaderboards.points.actions import hold_totals, reverse
from leaderboards.points.models import LedgerEntry
from leaderboards.recount import recount_all
from quests.authoring.statistics.actions import recount_figures
from quests.change.models import RunTest, RunTestAnswer
from quests.play.completing import complete_quests
from quests.play.models import Answer, Attempt
from quests.review.actions import recount_memory

REASON = "merged: the same thing was earned under another number too"


@dataclass(frozen=True, slots=True)
class Merged:
    """How many rows went over, and how many entries of points were taken back since they were there already."""

    rows: int
    doubles: int


def person_by(organisation_id: UUID, employee_number: str) -> Person:
    """Raises Problem where nobody has that number."""
    own = (Person.organisation_id == organisation_id, Person.employee_number == employee_number.strip())
    found = db.session.scalar(select(Person).where(*own))
    if found is None:
        raise Problem(404, "not_found", f"Nobody has the employee number {employee_number}.")
    return found


def merge(organisation_id: UUID, old: UUID, into: UUID) -> Merged:
    """Give all that the person `old` is and has done to the person `into`, and close the old account. Safe to repeat.

    What both have under one key counts once: the kept person's, unless the other's is more (`BETTER`). What is left
    stays with the old player, and points that are left there are taken back. All that is derived is worked out anew.
    Locks are taken in the order in which a letter takes them.
    """
    if old == into:
        raise invalid("Two different people are needed.", {"into": ["The same person."]})
    from_player, to_player = player_of(organisation_id, old), player_of(organisation_id, into)
    _hold(organisation_id, from_player, to_player)
    hold_totals()
    rows = _move_tests(organisation_id, from_player, to_player)
    _try_once(organisation_id, from_player, to_player)
    for table, one, other in (("players", from_player, to_player), ("persons", old, into)):
        rows += sum(move(each, organisation_id, one, other) for each in columns_naming(table))
    doubles = _move_points(organisation_id, from_player, to_player)
    _move_memberships(organisation_id, from_player, to_player)
    deactivate(organisation_id, old)
    db.session.flush()
    db.session.expire_all()
    for player in (from_player, to_player):
        publish(MembershipChanged(organisation_id=organisation_id, player_id=player))
        touch_player(organisation_id, player)
    complete_quests(organisation_id, to_player)
    recount_all(organisation_id)
    recount_memory(organisation_id)
    recount_figures(organisation_id)
    touch_organisation(organisation_id)
    return Merged(rows, doubles)


def _hold(organisation_id: UUID, *players: UUID) -> None:
    """Let no letter of either come meanwhile."""
    for each in sorted(players):
        own = select(Player.id).where(Player.organisation_id == organisation_id, Player.id == each)
        db.session.execute(own.with_for_update())


def _move_tests(organisation_id: UUID, old: UUID, new: UUID) -> int:
    """Tests of runs in which the other has taken none of that kind, with their answers."""
    tests, answers = table_of(RunTest), table_of(RunTestAnswer)
    own = select(tests).where(tests.c.organisation_id == organisation_id)
    taken = {(row["run_id"], row["kind"]) for row in db.session.execute(own.where(tests.c.player_id == new)).mappings()}
    moved = [dict(row) for row in db.session.execute(own.where(tests.c.player_id == old)).mappings()]
    moved = [row for row in moved if (row["run_id"], row["kind"]) not in taken]
    for row in moved:
        db.session.execute(insert(tests), {**row, "player_id": new})
        for table, change in ((answers, update(answers).values(player_id=new)), (tests, tests.delete())):
            key = [table.c[name] == row[name] for name in ("organisation_id", "player_id", "run_id", "kind")]
            db.session.execute(change.where(*key))
    return len(moved)


def _try_once(organisation_id: UUID, old: UUID, new: UUID) -> None:
    """What both have tried was tried for the first time once: figures of posts count people."""
    first = (
        select(Attempt.module_id, Answer.card)
        .join(
            Attempt,
            (Attempt.organisation_id == Answer.organisation_id)
            & (Attempt.player_id == Answer.player_id)
            & (Attempt.letter_id == Answer.letter_id),
        )
        .where(Answer.organisation_id == organisation_id, Answer.is_first)
    )
    known = {tuple(row) for row in db.session.execute(first.where(Answer.player_id == new))}
    place = first.add_columns(Answer.letter_id, Answer.position).where(Answer.player_id == old)
    for row in db.session.execute(place).all():
        if (row.module_id, row.card) in known:
            key = (organisation_id, old, row.letter_id, row.position)
            db.session.get_one(Answer, key).is_first = False
    db.session.flush()


def _move_points(organisation_id: UUID, old: UUID, new: UUID) -> int:
    """Each thing earned once: what the other has earned too stays, and is taken back. A reversal follows its entry."""
    table = table_of(LedgerEntry)
    move(table.c.player_id, organisation_id, old, new, table.c.reverses_id.is_(None))
    gone = select(LedgerEntry.id).where(LedgerEntry.organisation_id == organisation_id, LedgerEntry.player_id == new)
    move(table.c.player_id, organisation_id, old, new, table.c.reverses_id.in_(gone))
    left = select(LedgerEntry.id).where(
        LedgerEntry.organisation_id == organisation_id,
        LedgerEntry.player_id == old,
        LedgerEntry.reverses_id.is_(None),
    )
    return sum(reverse(organisation_id, each, REASON) != 0 for each in db.session.scalars(left).all())


def _move_memberships(organisation_id: UUID, old: UUID, new: UUID) -> None:
    """Every day in a department counts once; where both were there, as the other was. One primary place stays one."""
    query = select(Membership).where(Membership.organisation_id == organisation_id)
    kept = list(db.session.scalars(query.where(Membership.player_id == new)))
    has_primary = any(each.is_primary for each in kept)
    order = (Membership.starts_on, Membership.id)
    for each in db.session.scalars(query.where(Membership.player_id == old).order_by(*order)).all():
        taken: list[Days] = [(one.starts_on, one.ends_on) for one in kept if one.department_id == each.department_id]
        for starts_on, ends_on in without((each.starts_on, each.ends_on), taken):
            piece = Membership(organisation_id=organisation_id, player_id=new, department_id=each.department_id)
            piece.share, piece.starts_on, piece.ends_on = each.share, starts_on, ends_on
            piece.is_primary, piece.recorded_at = each.is_primary and not has_primary, clock.now()
            db.session.add(piece)
            kept.append(piece)
        db.session.delete(each)
    db.session.flush()
