"""A league from joining to the week that ended, through the doors and by the clock."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from app.cli import loype
from app.core import clock
from app.core.config import Config
from app.core.db import committed, db
from app.core.weeks import moment_at
from app.factory import create_app
from app.identity import actions
from app.identity.queries import has_leagues, organisation_by_code
from leaderboards.leagues.actions import draw
from leaderboards.leagues.jobs import turn_leagues
from leaderboards.leagues.models import LeaguePlace, LeaguePlayer, LeagueWeek
from leaderboards.leagues.queries import entrants
from leaderboards.leagues.rules import KEPT_WEEKS, Entrant
from leaderboards.leagues.schemas import LeagueOut
from leaderboards.leagues.table import _table
from tests.leaderboards.seasons import FIRST, in_week, plays, season_in
from tests.leaderboards.test_at_once import overlapping
from tests.quests.play.test_budget import counted
from tests.world import Somebody, World

pytestmark = pytest.mark.usefixtures("thursday")


def tuesday(week: int, hour: int = 12) -> datetime:
    return moment_at(FIRST + timedelta(weeks=week, days=1), hour, "Europe/Oslo")


def turned(world: World, week: int) -> None:
    """All that is due by Tuesday noon of that week."""
    with clock.standing_at(tuesday(week)):
        turn_leagues()
    world.enter()


@pytest.fixture
def world(application: Any) -> World:
    return World(application, policy={"leagues": True})


def joined(world: World, count: int) -> list[Somebody]:
    people = [world.somebody(name=f"Navn {number}") for number in range(count)]
    for each in people:
        assert each.send("PATCH", "/me", {"in_league": True}).status_code == 200
    return people


def league(somebody: Somebody, at: datetime) -> Any:
    """What somebody is answered at that moment, in the shape that is described."""
    with clock.standing_at(at):
        answer = somebody.world.signed_in_again(somebody).get("/boards/league").json
    assert LeagueOut().validate(answer) == {}
    return answer


def wednesday(week: int) -> datetime:
    return tuesday(week) + timedelta(days=1)


def places(world: World, week: int) -> dict[Any, LeaguePlace]:
    world.enter()
    db.session.rollback()
    monday = FIRST + timedelta(weeks=week)
    query = select(LeaguePlace).where(LeaguePlace.week == monday).execution_options(populate_existing=True)
    return {each.player_id: each for each in db.session.scalars(query)}


def test_it_is_off_until_the_organisation_and_the_person_turn_it_on(application: Any) -> None:
    without = World(application)
    somebody = without.somebody()
    assert somebody.get("/me").json["organisation"]["leagues"] is False
    assert somebody.get("/boards/league").json["state"] == "off"
    without.enter()
    committed(actions.run_leagues, without.organisation_id, True)
    own = somebody.get("/me").json
    assert (own["organisation"]["leagues"], own["settings"]["in_league"]) == (True, False)
    assert somebody.get("/boards/league").json["state"] == "out"
    assert somebody.send("PATCH", "/me", {"in_league": True}).json["settings"]["in_league"] is True
    assert somebody.get("/boards/league").json["state"] == "waiting"
    for without_it in ({"on_boards": False}, {"on_boards": True, "game_layer": False}):
        somebody.send("PATCH", "/me", without_it)
        assert somebody.get("/boards/league").json["state"] == "out"
    without.enter()
    committed(actions.show_game, without.organisation_id, False)
    assert has_leagues(without.organisation_id) is False
    assert somebody.get("/boards/league").json["state"] == "off"


def test_groups_are_drawn_on_tuesday_at_noon_once(world: World) -> None:
    people = joined(world, 6)
    season_in(world, 3)
    in_week(world, 0)
    with clock.standing_at(tuesday(0) - timedelta(minutes=1)):
        turn_leagues()
    assert places(world, 0) == {}
    before = league(people[0], tuesday(0) - timedelta(minutes=1))
    assert (before["state"], before["draws_at"]) == ("waiting", "2026-10-06T10:00:00Z")
    for _ in range(2):
        turned(world, 0)
    found = places(world, 0)
    assert found.keys() == {each.player_id for each in people}
    shown = league(people[0], wednesday(0))
    assert (shown["state"], shown["tier"], shown["size"], shown["up"], shown["down"]) == ("running", 1, 6, 1, 0)
    assert shown["week"]["week"] == 41
    assert (shown["mine"]["rank"], shown["mine"]["possible"], shown["rows"][0]["me"]) == (None, 80, True)


def test_fewer_than_five_have_none_that_week(world: World) -> None:
    people = joined(world, 4)
    season_in(world, 3)
    turned(world, 0)
    assert places(world, 0) == {}
    late = world.somebody()
    late.send("PATCH", "/me", {"in_league": True})
    turned(world, 0)
    assert league(people[0], wednesday(0))["state"] == "waiting"
    turned(world, 1)
    assert len(places(world, 1)) == 5


def test_a_week_moves_those_it_should_and_says_so_quietly(world: World) -> None:
    people = joined(world, 10)
    course = season_in(world, 3, posts=2)
    turned(world, 0)
    for number, each in enumerate(people[:4]):
        plays(course, each, 0, 0, *([1] if number < 2 else []))
    first = league(people[2], wednesday(0) + timedelta(hours=1))
    assert [(row["rank"], row["outcome"], row["me"]) for row in first["rows"]] == [
        (1, "up", False),
        (1, "up", False),
        *[
            (3, "stayed", each.player_id == people[2].player_id)
            for each in sorted(people[2:4], key=lambda o: o.player_id)
        ],
    ]
    assert first["mine"]["share"] == pytest.approx(30 / 110, abs=1e-4)
    assert first["gap"] == {"points": 80, "to_rank": 1}
    assert all(row["name"] is None for row in first["rows"])
    turned(world, 1)
    after = league(people[0], wednesday(1))
    assert (after["state"], after["tier"], after["last"]["outcome"], after["last"]["rank"]) == ("running", 2, "up", 1)
    assert league(people[2], wednesday(1))["last"] == {**after["last"], "outcome": "stayed", "tier": 1, "rank": 3}
    assert league(people[9], wednesday(1))["last"]["rank"] is None
    with clock.standing_at(wednesday(1)):
        fresh = world.signed_in_again(people[0])
        assert fresh.get("/inbox").json["items"] == []
    assert sorted(each.tier for each in places(world, 1).values()) == [1] * 8 + [2] * 2
    assert {each.group for each in places(world, 1).values()} == {1}, "two are too few to race alone"


def test_letters_that_come_by_tuesday_noon_still_move_the_week_that_ended(world: World) -> None:
    people = joined(world, 10)
    course = season_in(world, 3)
    turned(world, 0)
    plays(course, people[0], 0, 0)
    monday = moment_at(FIRST + timedelta(days=7), 9, "Europe/Oslo")
    in_week(world, 0)
    between = league(people[1], monday)
    assert (between["state"], between["week"]["week"], between["mine"]["rank"]) == ("provisional", 41, None)
    with clock.standing_at(monday):
        late = course.letter(0, started_at=moment_at(FIRST + timedelta(days=5), 12, "Europe/Oslo"))
        body = {"sent_at": "2026-10-12T07:00:00Z", "letters": [late]}
        verdict = world.signed_in_again(people[1]).post("/play/letters", body).json["verdicts"][0]
    assert verdict["status"] == "accepted"
    assert league(people[1], monday)["mine"]["rank"] == 1
    turned(world, 1)
    world.enter()
    assert places(world, 0)[people[1].player_id].outcome == "up"
    assert league(people[1], wednesday(1))["tier"] == 2


def test_who_leaves_is_out_at_once_and_nobody_is_told(world: World) -> None:
    people = joined(world, 10)
    course = season_in(world, 3)
    turned(world, 0)
    for each in people[:2]:
        plays(course, each, 0, 0)
    now = wednesday(0) + timedelta(hours=1)
    seen = league(people[5], now)
    assert (seen["size"], len(seen["rows"]), seen["state"]) == (10, 3, "running")
    for how in (
        {"in_league": False},
        {"in_league": True, "on_boards": False},
        {"on_boards": True, "game_layer": False},
    ):
        with clock.standing_at(now):
            fresh = world.signed_in_again(people[0])
            fresh.send("PATCH", "/me", how)
            assert fresh.get("/boards/league").json["state"] == "out"
            assert (seen := league(people[5], now))["size"] == 9
            assert [row["rank"] for row in seen["rows"] if not row["me"]] == [1]
    world.enter()
    world.deactivate(people[1])
    assert league(people[5], now)["size"] == 8
    turned(world, 1)
    assert places(world, 0)[people[0].player_id].outcome is None
    assert people[0].player_id not in places(world, 1)
    in_week(world, 1)
    with clock.standing_at(wednesday(1)):
        fresh = world.signed_in_again(people[0])
        assert fresh.get("/me").json["points"]["total"] > 0
        assert fresh.get("/today").json["quest"] is not None


def test_no_week_on_leave_and_no_first_week_leads_down(world: World) -> None:
    people = joined(world, 16)
    course = season_in(world, 3)
    turned(world, 0)
    new, away, neither = people[13:]
    world.enter()
    committed(_on_the_third_tier_for_long, {each.player_id for each in people} - {new.player_id})
    sunday = FIRST + timedelta(days=6)
    committed(actions.record_leave, world.organisation_id, away.player_id, sunday, sunday)
    for each in people[:13]:
        plays(course, each, 0, 0)
    turned(world, 1)
    told = {each.player_id: each.outcome for each in places(world, 0).values()}
    assert [told[each.player_id] for each in (new, away, neither)] == ["rested", "rested", "down"]
    after = [league(each, wednesday(1)) for each in (new, away, neither)]
    assert [each["tier"] for each in after] == [3, 3, 2]
    assert [each["state"] for each in after] == ["running", "running", "waiting"], "the third rests until they play"
    quiet = after[2]["last"]
    assert (quiet["outcome"], quiet["tier"], quiet["rank"]) == ("down", 2, None)


def _on_the_third_tier_for_long(players: set[UUID]) -> None:
    for player in db.session.scalars(select(LeaguePlayer)):
        player.tier = 3
        if player.player_id in players:
            player.since = FIRST - timedelta(weeks=9)
    for place in db.session.scalars(select(LeaguePlace)):
        place.tier = 3


def test_the_clock_catches_up(world: World) -> None:
    people = joined(world, 5)
    season_in(world, 6)
    turned(world, 0)
    with clock.standing_at(moment_at(FIRST + timedelta(weeks=3), 10, "Europe/Oslo")):
        turn_leagues()
    world.enter()
    weeks = {each.week: each.closed_at for each in db.session.scalars(select(LeagueWeek))}
    assert list(weeks) == [FIRST]
    assert weeks[FIRST] is not None
    turned(world, 3)
    world.enter()
    assert sorted(db.session.scalars(select(LeagueWeek.week))) == [FIRST, FIRST + timedelta(weeks=3)]
    assert league(people[0], wednesday(3))["state"] == "running"


def test_who_raced_with_whom_is_forgotten_after_a_quarter_and_the_tier_is_not(world: World) -> None:
    people = joined(world, 5)
    season_in(world, 3)
    turned(world, 0)
    turned(world, KEPT_WEEKS)
    assert len(places(world, 0)) == 5
    turned(world, KEPT_WEEKS + 1)
    assert places(world, 0) == {}
    assert FIRST not in set(db.session.scalars(select(LeagueWeek.week)))
    assert league(people[0], wednesday(KEPT_WEEKS + 1))["tier"] == 1


def test_who_has_done_nothing_for_four_weeks_rests_until_they_do(world: World) -> None:
    people = joined(world, 6)
    course = season_in(world, 8)
    for week in range(6):
        plays(course, people[0], week, week)
        turned(world, week)
    monday = FIRST + timedelta(weeks=6)
    in_week(world, 5)
    assert {each.player for each in entrants(world.organisation_id, monday)} == {people[0].player_id}
    plays(course, people[1], 5, 5)
    world.enter()
    found = {each.player: each for each in entrants(world.organisation_id, monday)}
    assert found.keys() == {each.player_id for each in people[:2]}
    assert found[people[0].player_id].form > found[people[1].player_id].form > 0


def test_two_who_draw_at_once_draw_once(world: World) -> None:
    field = [Entrant(each.player_id, 1, 0) for each in joined(world, 12)]
    world.enter()
    first = partial(draw, world.organisation_id, FIRST, field)
    overlapping(world, first, partial(committed, draw, world.organisation_id, FIRST, field[:6]))
    assert places(world, 0).keys() == {each.player for each in field}


def test_turned_off_for_all_and_on_again_the_group_stands(world: World) -> None:
    people = joined(world, 5)
    course = season_in(world, 3)
    turned(world, 0)
    plays(course, people[0], 0, 0)
    before = league(people[1], wednesday(0))
    world.enter()
    committed(actions.run_leagues, world.organisation_id, False)
    assert league(people[1], wednesday(0))["state"] == "off"
    turned(world, 1)
    assert places(world, 1) == {}
    plays(course, people[1], 0, 0)
    world.enter()
    committed(actions.run_leagues, world.organisation_id, True)
    after = league(people[1], wednesday(0))
    assert (before["mine"]["rank"], after["mine"]["rank"], after["size"]) == (None, 1, 5)


def test_an_unchanged_league_is_not_sent_again(world: World) -> None:
    people = joined(world, 5)
    course = season_in(world, 2)
    turned(world, 0)
    with clock.standing_at(wednesday(0)):
        fresh = world.signed_in_again(people[0])
        etag = fresh.get("/boards/league").headers["ETag"]
        assert fresh.get("/boards/league", headers={"If-None-Match": etag}).status_code == 304
        plays(course, people[1], 0, 0)
        assert fresh.get("/boards/league", headers={"If-None-Match": etag}).status_code == 200


def test_it_is_switched_by_a_command(tmp_path: Path) -> None:
    run = CliRunner(env={"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_ENV": "test"}).invoke
    run(loype, ["migrate"])
    run(loype, ["org", "create", "fjell", "Fjell", "--admin-number", "1", "--admin-name", "Gro Ås"])
    assert run(loype, ["org", "leagues", "fjell", "on"]).output == "Fjell: leagues are on.\n"
    with create_app(Config(env="test", data=str(tmp_path / "data"))).app_context():
        fjell = organisation_by_code("fjell")
        assert fjell is not None
        assert fjell.policy["leagues"] is True
        db.engine.dispose()
    assert run(loype, ["org", "leagues", "annen", "on"]).exit_code == 1


def test_reading_it_asks_as_often_for_thirty_as_for_five(world: World) -> None:
    people = joined(world, 5)
    course = season_in(world, 2)
    turned(world, 0)
    plays(course, people[1], 0, 0)
    few = _asked(world, people[0])
    for each in joined(world, 20):
        world.enter()
        committed(_placed_with, each.player_id)
    assert _asked(world, people[0]) == few
    assert few[0] <= 14, "worked out"
    assert few[1] <= 8, "kept"


def _placed_with(player_id: UUID) -> None:
    """In the first group of the first week, as if drawn into it."""
    organisation_id = db.session.scalars(select(LeagueWeek.organisation_id)).one()
    own = {"organisation_id": organisation_id, "player_id": player_id, "tier": 1}
    db.session.add(LeaguePlayer(**own, since=FIRST))
    db.session.add(LeaguePlace(**own, week=FIRST, group=1, form=0))


def _asked(world: World, somebody: Somebody) -> tuple[int, int]:
    """How often the database is asked when the table is worked out, and when it is kept."""
    _table.cache_clear()
    with clock.standing_at(wednesday(0)):
        fresh = world.signed_in_again(somebody)
        db.session.remove()
        with counted() as first:
            assert fresh.get("/boards/league").json["state"] == "running"
        with counted() as second:
            fresh.get("/boards/league")
    return len(first), len(second)
