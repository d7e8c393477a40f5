"""Points once, boards that anybody can check, and rules argued about in tables."""

import threading
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.identity import actions
from leaderboards.points.actions import award, reverse
from leaderboards.points.models import LedgerEntry
from leaderboards.points.queries import points_of
from leaderboards.recount import recount_all
from leaderboards.standings.actions import refresh
from leaderboards.standings.jobs import show_small
from leaderboards.standings.models import DepartmentWeek, MembershipWeek
from leaderboards.standings.rules import MILLION, Group, Sums, gap, mean, merge_small, place, result, score, weight
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

K = 8


def group(members: int, share: float, possible: int = 5) -> Group:
    heavy = members * MILLION
    taken = round(members * possible * share)
    return Group((uuid4(),), Sums(members, members * possible, taken, heavy, round(heavy * share)))


def test_weights_and_results() -> None:
    assert weight(0.75, 7) == 750_000
    assert weight(1.0, 3) == 428_571
    assert result(750_000, 2, 5) == 300_000
    assert result(750_000, 9, 5) == 750_000
    assert result(750_000, 0, 0) == 0


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 300), st.integers(1, 300))
def test_equal_means_of_different_sizes_differ_by_the_published_bound(d: float, m: float, one: int, two: int) -> None:
    sums = [Sums(n, 0, 0, n * MILLION, round(n * MILLION * d)) for n in (one, two)]
    bound = abs(d - m) * abs(one / (one + K) - two / (two + K))
    assert abs(score(sums[0], m, K) - score(sums[1], m, K)) == pytest.approx(bound, abs=1e-5)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), min_size=1, max_size=12), st.randoms())
def test_merging_loses_nobody_and_shows_nobody_alone(found: list[tuple[int, int]], random: Any) -> None:
    ids = [UUID(int=n + 1) for n in range(len(found))]
    parents = {id: ids[above] if above < n else None for n, (id, (_, above)) in enumerate(zip(ids, found, strict=True))}
    own = {id: Sums(members, 0, 0, members, 0) for id, (members, _) in zip(ids, found, strict=True) if members}
    order = {id: str(n) for n, id in enumerate(ids)}
    groups = merge_small(parents, own, 5, order)
    assert all(each.sums.members >= 5 for each in groups)
    total = sum(each.members for each in own.values())
    assert sum(each.sums.members for each in groups) in ({total} if groups or total >= 5 else {0})
    shuffled = random.sample(list(parents.items()), len(parents))
    assert merge_small(dict(shuffled), own, 5, order) == groups


def test_places_are_shared_and_all_taken_shares_the_first() -> None:
    whole_small, whole_large, half, same = group(12, 1.0), group(60, 1.0), group(20, 0.5), group(20, 0.5)
    ranks = {each.group.departments: each.rank for each in place([half, whole_small, same, whole_large], K, 10)}
    assert ranks[whole_small.departments] == ranks[whole_large.departments] == 1
    assert ranks[half.departments] == ranks[same.departments] == 3


@given(st.integers(5, 40), st.floats(0.1, 0.6), st.integers(5, 40), st.floats(0.3, 0.9))
def test_the_gap_is_enough_and_one_less_is_not(own: int, mine: float, others: int, theirs: float) -> None:
    low, high = group(own, mine), group(others, theirs)
    modules = gap([low, high], low, high, K)
    if modules is None or score(low.sums, mean([low, high]), K) >= score(high.sums, mean([low, high]), K):
        return

    def passes(n: int) -> bool:
        each = low.sums.weight / low.sums.possible
        moved = Group(low.departments, low.sums + Sums(result=round(n * each)))
        common = mean([moved, high])
        return round(score(moved.sums, common, K), 9) > round(score(high.sums, common, K), 9)  # as places compare

    assert passes(modules)
    assert not passes(modules - 1)


def board(somebody: Somebody) -> dict[str, Any]:
    rows: list[dict[str, Any]] = somebody.get("/boards/departments").json["rows"]
    return {row["name"]: row for row in rows}


def play(somebody: Somebody, course: Course, which: int = 0) -> None:
    answer = somebody.post("/play/letters", body(course.letter(which, started_at=clock.now() - timedelta(hours=2))))
    assert answer.json["verdicts"][0]["status"] == "accepted"


def test_the_board_moves_once_by_taking_part(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    for _ in range(12):
        world.somebody("Skagen")
    course = course_in(world)
    play(people[0], course)
    play(people[0], course)
    row = board(people[0])["Solbakken"]
    assert (row["rank"], row["mine"], row["parts"]["sum_w"], row["parts"]["sum_wx"]) == (1, True, 10.0, 0.5)
    assert row["parts"]["k"] == pytest.approx(k := (10 * 12) ** 0.5, abs=0.01)
    assert row["score"] == pytest.approx((0.5 + k * 0.5 / 22) / (10 + k), abs=1e-4)
    assert people[0].get("/boards/departments").json["mine"]["x"] == 0.5


def test_the_first_screen_tells_how_many_share_a_place(world: World) -> None:
    somebody, *_ = [world.somebody() for _ in range(10)]
    for number in range(20):
        world.somebody("Skagen" if number < 10 else "Sentrum")

    def told() -> tuple[int, int, int]:
        place = somebody.get("/today").json["board"]
        return place["rank"], place["sharing"], place["of"]

    course = course_in(world)
    assert told() == (1, 3, 3)  # nobody has begun
    play(somebody, course)
    assert told() == (1, 1, 3)
    assert {row["rank"] for row in board(somebody).values()} == {1, 2}


def test_shares_leave_and_first_days_weigh(world: World) -> None:
    monday = clock.now().date() - timedelta(days=3)
    full, half, newcomer, away = (world.somebody(share=s, starts_on=d) for s, d in (
        (1.0, monday), (0.5, monday), (1.0, monday + timedelta(days=5)), (1.0, monday)))  # fmt: skip
    world.department("Skagen")
    world.enter()
    committed(
        actions.join_department, world.organisation_id, half.player_id, world.departments["Skagen"], monday, 0.25, False
    )
    committed(actions.record_leave, world.organisation_id, away.player_id, monday, monday + timedelta(days=6))
    for _ in range(10):
        world.somebody("Skagen")
        world.somebody()
    course = course_in(world)
    rows = board(full)
    assert rows["Solbakken"]["parts"]["sum_w"] == pytest.approx(10 + 1 + 0.5 + 2 / 7, abs=1e-3)
    assert rows["Skagen"]["parts"]["sum_w"] == pytest.approx(10.25)
    play(half, course)
    rows = board(newcomer)
    assert rows["Solbakken"]["parts"]["sum_wx"] == 0.25
    assert rows["Skagen"]["parts"]["sum_wx"] == pytest.approx(0.125)


def test_a_small_department_moves_by_the_hour_and_in_whole_per_cent(world: World) -> None:
    people = [world.somebody() for _ in range(6)]
    course = course_in(world)
    show_small()
    for somebody in people[:2]:
        play(somebody, course)
    show_small()
    row = board(people[1])["Solbakken"]
    assert (row["score"], row["parts"]["whole_percent"]) == (0.0, True)
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        show_small()
        row = board(people[1])["Solbakken"]
    assert row["score"] == round(row["score"], 2) > 0
    assert row["parts"]["sum_wx"] == 0.17 * 6  # one of six, in whole per cent


def test_under_five_race_with_their_neighbours(world: World) -> None:
    world.department("Helse")
    for name in ("Solbakken", "Skagen"):
        world.department(name, "Helse")
        for _ in range(3):
            world.somebody(name)
    course_in(world)
    (row,) = board(world.somebody("Skagen")).values()
    assert (row["members"], len(row["parts"]["merged"])) == (7, 1)


def test_nobody_is_named_who_did_not_ask_for_it(world: World) -> None:
    course = course_in(world)
    hidden, alias, named, off, without = (world.somebody(name=f"Navn {n}") for n in range(5))
    alias.send("PATCH", "/me", {"alias": "Blåveis"})
    named.send("PATCH", "/me", {"show_name": True})
    off.send("PATCH", "/me", {"on_boards": False})
    without.send("PATCH", "/me", {"game_layer": False})
    for each in (hidden, alias, named, off, without):
        play(each, course)
    shown = hidden.get("/boards/people").json
    assert {row["name"] for row in shown["around"]} == {None, "Blåveis", "Navn 2"}
    assert (shown["total"], len(shown["top"]), shown["me"]["rank"]) == (3, 3, 1)
    assert off.get("/boards/people").json["me"] is None


def test_an_unchanged_board_is_not_sent_again(world: World) -> None:
    somebody = world.somebody()
    course = course_in(world)
    for path in ("/boards/departments", "/today"):
        etag = somebody.get(path).headers["ETag"]
        assert somebody.get(path, headers={"If-None-Match": etag}).status_code == 304
    play(somebody, course)
    assert somebody.get("/today", headers={"If-None-Match": etag}).status_code == 200


def test_the_ledger_is_append_only_and_the_totals_are_its_sums(world: World) -> None:
    somebody = world.somebody()
    world.enter()
    organisation_id, week = world.organisation_id, clock.now().date() - timedelta(days=3)
    grants = [("module:a", "module"), ("quest:a", "quest")]
    for _ in range(2):
        committed(award, organisation_id, somebody.player_id, grants, clock.now(), None)
    assert points_of(organisation_id, somebody.player_id, week) == {"total": 70, "week": 70}
    entry = db.session.scalars(select(LedgerEntry.id).where(LedgerEntry.kind == "quest")).one()
    assert [committed(reverse, organisation_id, entry, "counted twice") for _ in range(2)] == [50, 0]
    assert points_of(organisation_id, somebody.player_id, week) == {"total": 20, "week": 20}
    assert committed(recount_all, organisation_id)["point_totals"] == 0


# what is kept is what a recount says


def kept(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every membership and department, without when they changed."""
    world.enter()
    db.session.rollback()
    names = {"taken", "possible", "weight", "result", "members", "player_id", "department_id", "week"}
    found = {}
    for table in (MembershipWeek.__table__, DepartmentWeek.__table__):
        columns = [column for column in table.c if column.name in names]
        found[table.name] = sorted(tuple(row) for row in db.session.execute(select(*columns)))
    return found


def played_at_random(world: World, seed: int) -> None:
    """Letters, some twice, among leaves, new memberships and departures."""
    random = Random(seed)
    places = ["Solbakken", "Skagen", "Nattvakta"]
    people = [world.somebody(random.choice(places), share=random.choice([0.2, 0.5, 1.0])) for _ in range(9)]
    course = course_in(world)
    today = clock.now().date()
    sent: list[tuple[Somebody, Any]] = []
    for _ in range(25):
        somebody = random.choice(people)
        what = random.choice(["letter", "letter", "letter", "again", "leave", "join", "come"])
        world.enter()
        if what == "letter":
            started_at = clock.now() - timedelta(hours=2)
            sent.append((somebody, body(course.letter(random.randrange(2), random.random(), started_at))))
        if what in ("letter", "again") and sent:
            sender, letters = sent[-1] if what == "letter" else random.choice(sent)
            assert sender.post("/play/letters", letters).json["verdicts"][0]["status"] in ("accepted", "known")
        elif what == "leave":
            first = today + timedelta(days=random.randint(-5, 2))
            last = first + timedelta(days=random.randint(0, 4))
            committed(actions.record_leave, world.organisation_id, somebody.player_id, first, last)
        elif what == "join":
            place = world.department(random.choice(places))
            day = today + timedelta(days=random.randint(-3, 3))
            committed(actions.join_department, world.organisation_id, somebody.player_id, place, day, 0.3, False)
        elif what == "come":
            people.append(world.somebody(random.choice(places)))


@pytest.mark.parametrize("seed", range(4))
def test_a_recount_finds_nothing_wrong_after_random_play(world: World, seed: int) -> None:
    played_at_random(world, seed)
    before = kept(world)
    assert any(row for row in before["membership_weeks"])
    assert committed(recount_all, world.organisation_id) == {"point_totals": 0, "department_weeks": 0, "teams": 0}
    assert kept(world) == before


def test_moving_the_sums_step_by_step_is_working_them_out_anew(world: World) -> None:
    people = [world.somebody(share=share) for share in (1.0, 0.7, 0.33, 0.1)]
    course = course_in(world)
    week = clock.now().date() - timedelta(days=3)
    for number, somebody in enumerate(people):
        for which in range(number % 3):
            play(somebody, course, which)
            before = kept(world)
            committed(refresh, world.organisation_id, week)
            assert kept(world) == before


def test_a_wrong_sum_is_found_and_mended(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    play(people[0], course_in(world))
    right = kept(world)
    committed(db.session.execute, DepartmentWeek.__table__.update().values(result=1))
    assert committed(recount_all, world.organisation_id)["department_weeks"] == 1
    assert kept(world) == right


def at_once(*jobs: Any) -> None:
    """Run these side by side; raise what any of them raised."""
    failures: list[BaseException] = []
    ready = threading.Barrier(len(jobs))

    def run(job: Any) -> None:
        try:
            ready.wait()
            job()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failures == []


def deliver(somebody: Somebody, letters: list[Any]) -> None:
    for each in letters:
        assert somebody.post("/play/letters", each).json["verdicts"][0]["status"] == "accepted"


def test_letters_of_eight_people_at_once_give_the_exact_sums(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    course = course_in(world)
    letters = [[course.finished(which) for which in (0, 1, 0)] for _ in range(8)]
    db.session.remove()
    at_once(*[lambda n=n: deliver(people[n], letters[n]) for n in range(8)])
    parts = board(people[9])["Solbakken"]["parts"]
    assert (parts["sum_w"], parts["sum_wx"]) == (10.0, 8.0)
    assert set(committed(recount_all, world.organisation_id).values()) == {0}


def test_letters_while_memberships_change_give_the_exact_sums(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    course = course_in(world)
    letters = [[course.finished(which) for which in (0, 1)] for _ in range(6)]
    organisation_id, today = world.organisation_id, clock.now().date()

    def away(number: int) -> None:
        with world.application.app_context():
            world.enter()
            for _ in range(4):
                committed(actions.record_leave, organisation_id, people[number].player_id, today, today)

    db.session.remove()
    playing = [lambda n=n: deliver(people[n], letters[n]) for n in range(6)]
    at_once(*playing, *[lambda n=n: away(n) for n in (0, 1, 8)])
    world.enter()
    assert set(committed(recount_all, organisation_id).values()) == {0}


# small departments


def test_a_picture_of_the_hour_is_never_more_than_everything(world: World) -> None:
    people = [world.somebody() for _ in range(6)]
    course = course_in(world)
    for somebody in people:
        play(somebody, course, 0)
        play(somebody, course, 1)
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        show_small()
        monday = clock.now().date() - timedelta(days=3)
        world.enter()
        player = people[0].player_id
        committed(actions.record_leave, world.organisation_id, player, monday, monday + timedelta(days=6))
        row = board(people[1])["Solbakken"]
    assert (row["rank"], row["score"], row["members"]) == (1, 1.0, 5)


def test_a_department_of_ten_moves_at_once_and_one_of_nine_does_not(world: World) -> None:
    large = [world.somebody("Skagen") for _ in range(10)]
    small = [world.somebody("Solbakken") for _ in range(9)]
    course = course_in(world)
    play(large[0], course)
    play(small[0], course)
    rows = board(large[0])
    assert [rows[name]["parts"]["sum_wx"] for name in ("Skagen", "Solbakken")] == [0.5, 0.0]
    assert [rows[name]["parts"]["whole_percent"] for name in ("Skagen", "Solbakken")] == [False, True]


# persons


def earned(world: World, somebody: Somebody, modules: int) -> Somebody:
    """Somebody with twenty points for each of so many modules this week."""
    grants = [(f"module:x:{n}", "module") for n in range(modules)]
    world.enter()
    committed(award, world.organisation_id, somebody.player_id, grants, clock.now(), None)
    return somebody


def test_the_first_three_and_two_on_each_side_of_me(world: World) -> None:
    people = [earned(world, world.somebody(), modules) for modules in range(9, 0, -1)]
    shown = people[5].get("/boards/people").json
    assert [row["points"] for row in shown["top"]] == [180, 160, 140]
    assert [(row["rank"], row["points"], row["me"]) for row in shown["around"]] == [
        (4, 120, False),
        (5, 100, False),
        (6, 80, True),
        (7, 60, False),
        (8, 40, False),
    ]
    assert (shown["me"]["rank"], shown["total"]) == (6, 9)
    assert [row["rank"] for row in people[0].get("/boards/people").json["around"]] == [1, 2, 3]
    assert [row["rank"] for row in people[8].get("/boards/people").json["around"]] == [7, 8, 9]


def test_equal_points_share_a_rank_and_everybody_is_shown_once(world: World) -> None:
    people = [earned(world, world.somebody(), 2) for _ in range(5)]
    for somebody in people:
        shown = somebody.get("/boards/people").json
        assert {row["rank"] for row in [*shown["top"], *shown["around"], shown["me"]]} == {1}
        assert [row["me"] for row in shown["around"]].count(True) == 1


def test_who_has_no_points_this_week_has_no_row(world: World) -> None:
    earned(world, world.somebody(), 1)
    shown = world.somebody().get("/boards/people").json
    assert (shown["me"], shown["around"], shown["total"]) == (None, [], 1)


def test_who_stays_off_the_boards_still_counts_for_the_department(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    people[0].send("PATCH", "/me", {"on_boards": False, "game_layer": False})
    play(people[0], course_in(world))
    assert board(people[1])["Solbakken"]["parts"]["sum_wx"] == 0.5
    assert people[1].get("/boards/people").json["total"] == 0


# others and again


def test_another_organisation_sees_nothing(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    play(people[0], course_in(world))
    stranger = World(world.application, "fjellby").somebody()
    departments, persons = stranger.get("/boards/departments").json, stranger.get("/boards/people").json
    assert (departments["rows"], departments["mine"], departments["gap"]) == ([], None, None)
    assert (persons["top"], persons["around"], persons["total"]) == ([], [], 0)


def test_the_board_is_sent_again_after_a_change_and_only_then(world: World) -> None:
    me, (colleague, *_) = world.somebody(), [world.somebody("Skagen") for _ in range(10)]
    course = course_in(world)

    def asked(etag: str) -> int:
        return me.get("/boards/departments", headers={"If-None-Match": etag}).status_code

    etag = me.get("/boards/departments").headers["ETag"]
    assert asked(etag) == 304
    play(colleague, course)
    assert asked(etag) == 200
    etag = me.get("/boards/departments").headers["ETag"]
    play(colleague, course)  # known already: nothing moves
    assert asked(etag) == 304
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        show_small()
        assert asked(etag) == 200


def test_what_one_of_few_does_is_not_told_by_sending_the_board_again(world: World) -> None:
    me, colleague = world.somebody(), world.somebody("Skagen")
    course = course_in(world)
    etag = me.get("/boards/departments").headers["ETag"]
    play(colleague, course)
    assert me.get("/boards/departments", headers={"If-None-Match": etag}).status_code == 304
