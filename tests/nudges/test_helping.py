"""Who is told of questions and answers: at once, outside the ceilings, never by night, and nothing personal."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import committed, db
from app.identity.actions import record_leave
from app.nudges.jobs import nudge_due
from app.nudges.models import Nudge
from tests.help.asking import asked, say
from tests.nudges.service import Device, Service
from tests.nudges.test_nudging import with_phone
from tests.world import Somebody, World


@pytest.fixture
def helper(world: World) -> Somebody:
    return world.somebody("Solbakken", "resource_person", name="Leila Ahmed")


@pytest.fixture
def asker(world: World) -> Somebody:
    return world.somebody("Solbakken", name="Ingrid Nes")


def titles(service: Service, phone: Device) -> list[str]:
    return [phone.opened(each.body)["notification"]["title"] for each in service.to(phone)]


def codes(somebody: Somebody) -> list[str]:
    return [each["reason"]["code"] for each in somebody.get("/inbox").json["items"]]


def outcomes(world: World) -> list[str | None]:
    world.enter()
    db.session.rollback()
    return list(db.session.scalars(select(Nudge.outcome).order_by(Nudge.due_at, Nudge.id)))


def test_a_question_and_its_answer_are_told(helper: Somebody, asker: Somebody, service: Service) -> None:
    phones = [with_phone(each, service) for each in (helper, asker)]
    request_id = asked(asker, "Kan Ola Nordmann gå alene?")
    assert nudge_due() == 1
    assert [titles(service, each) for each in phones] == [["En kollega spør om hjelp"], []]
    say(helper, request_id, "Nei, Ola skal ha følge.")
    assert (nudge_due(), nudge_due()) == (1, 0)
    assert [titles(service, each) for each in phones] == [["En kollega spør om hjelp"], ["Du har fått svar"]]
    assert (codes(helper), codes(asker)) == (["help_asked"], ["help_answered"])
    (item,) = asker.get("/inbox").json["items"]
    assert (item["kind"], item["to"], item["quests"]) == ("help", f"/sporsmal/{request_id}", [])
    for phone in phones:
        (push,) = service.to(phone)
        shown = phone.opened(push.body)
        assert f"/sporsmal/{request_id}?varsel=" in shown["notification"]["navigate"]
        for personal in ("Ola", "Ingrid", "Leila", "Solbakken", "alene", "følge"):
            assert personal not in str(shown)


def test_they_stand_outside_the_ceilings(helper: Somebody, asker: Somebody, service: Service) -> None:
    phone = with_phone(helper, service)
    for _ in range(4):
        asked(asker)
    assert nudge_due() == 4
    assert len(service.to(phone)) == 4


def test_by_night_it_waits_for_the_morning(
    helper: Somebody, asker: Somebody, thursday: datetime, service: Service
) -> None:
    phone = with_phone(helper, service)
    night = thursday + timedelta(hours=10)  # 22:00 in Oslo
    with clock.standing_at(night):
        asked(asker)
        assert nudge_due() == 0
    with clock.standing_at(night + timedelta(hours=7, minutes=59)):
        assert nudge_due() == 0
    with clock.standing_at(night + timedelta(hours=8)):
        assert nudge_due() == 1
    assert len(service.to(phone)) == 1


def test_it_has_a_switch_of_its_own(helper: Somebody, asker: Somebody, service: Service) -> None:
    phone = with_phone(helper, service)
    assert helper.send("PATCH", "/nudges/settings", {"help": False}).json["help"] is False
    asked(asker)
    assert nudge_due() == 0
    assert service.to(phone) == []
    assert codes(helper) == []
    assert asker.get("/nudges/settings").json["help"] is True


def test_who_is_away_or_was_late_is_not_told(world: World, asker: Somebody) -> None:
    away, busy = (world.somebody("Solbakken", "resource_person") for _ in range(2))
    world.enter()
    today = clock.now().date()
    committed(record_leave, world.organisation_id, away.player_id, today, today)
    request_id = asked(asker)
    busy.post(f"/help/requests/{request_id}/answered")
    nudge_due()
    assert sorted(map(str, outcomes(world))) == ["done", "done", "inbox"]
    assert (codes(away), codes(busy), codes(asker)) == ([], [], ["help_answered"])


def test_who_has_lost_the_role_is_not_told(world: World, helper: Somebody, asker: Somebody) -> None:
    asked(asker)
    world.take_role(helper, "resource_person")
    nudge_due()
    assert outcomes(world) == ["left"]


def test_what_is_withdrawn_is_gone_from_the_inbox(helper: Somebody, asker: Somebody) -> None:
    request_id = asked(asker)
    nudge_due()
    before = helper.get("/today")
    assert before.json["inbox"] == {"unread": 1}
    asker.send("DELETE", f"/help/requests/{request_id}")
    after = helper.get("/today", headers={"If-None-Match": before.headers["ETag"]})
    assert after.json["inbox"] == {"unread": 0}
    assert codes(helper) == []


def test_who_has_said_thanks_is_told_no_more(world: World, helper: Somebody, asker: Somebody) -> None:
    request_id = asked(asker)
    nudge_due()
    say(helper, request_id)
    asker.post(f"/help/requests/{request_id}/thanks")
    nudge_due()
    assert codes(asker) == []
