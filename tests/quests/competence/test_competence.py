"""Certificates through the door: earned by reviews, shown, taken along, renewed in time, ended and met again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import jwt
import pytest
from pypdf import PdfReader

from app.core import clock
from app.core.db import committed
from app.identity.credentials import keys
from app.nudges.jobs import nudge_due
from quests.competence.jobs import follow_competence
from tests.quests.competence.open_badges import faults_of
from tests.quests.competence.requiring import hands_in, master, requirement_in
from tests.quests.review.reviewing import asked, of, round_letter, sent
from tests.world import Somebody, World


@contextmanager
def noon(day: str, hour: int = 11) -> Iterator[None]:
    with clock.standing_at(datetime.fromisoformat(f"{day}T{hour:02}:00:00+00:00").astimezone(UTC)):
        yield


def job(world: World) -> None:
    follow_competence()
    world.enter()


def mine(somebody: Somebody) -> list[dict[str, Any]]:
    answer = somebody.get("/competence")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json["items"]
    return found


def only(somebody: Somebody) -> dict[str, Any]:
    (found,) = mine(somebody)
    return found


def test_what_is_required_is_shown_from_the_start_with_the_posts_that_teach_it(world: World) -> None:
    somebody, course = world.somebody(), hands_in(world)
    requirement_in(world)
    found = only(somebody)
    assert (found["title"], found["state"], found["done"], found["needed"]) == ("Rene hender", "not_begun", 0, 2)
    assert (found["required"], found["certificate"], found["valid_until"]) == (True, False, None)
    (topic,) = found["topics"]
    assert (topic["title"], topic["needed"]) == ("Rene hender (nb)", 2)
    (post,) = topic["posts"]
    assert (post["title"], post["activity"], post["done"]) == ("hender (nb)", str(course.activities[0]), False)
    sent(somebody, course.letter(0))
    assert only(somebody)["topics"][0]["posts"][0]["done"] is True
    assert only(somebody)["state"] == "not_begun"  # one day proves nothing yet


def test_the_last_recall_earns_the_certificate_and_says_so(world: World) -> None:
    somebody, course = world.somebody(), hands_in(world)
    requirement_in(world)
    sent(somebody, course.letter(0))
    with noon("2026-11-20"):
        items = asked(somebody)["items"]
        (half,) = sent(somebody, round_letter(of(items[:1])))
        assert [each["code"] for each in half["notices"] if each["code"] == "competence"] == []
        assert (only(somebody)["state"], only(somebody)["done"]) == ("on_the_way", 1)
        letter = round_letter(of(items[1:]))
        (whole,) = sent(somebody, letter)
        notice = {"code": "competence", "title": "Rene hender", "valid_until": "2027-11-20"}
        assert notice in whole["notices"]
        found = only(somebody)
        assert (found["state"], found["achieved_on"], found["valid_until"]) == ("valid", "2026-11-20", "2027-11-20")
        assert found["renews_from"] == "2027-09-21"
        (again,) = sent(somebody, letter)  # the same letter earns nothing twice, and tells the same
        assert (again["status"], again["notices"]) == ("known", whole["notices"])


def test_a_wrong_answer_earns_nothing(world: World) -> None:
    somebody, course = world.somebody(), hands_in(world)
    requirement_in(world)
    sent(somebody, course.letter(0))
    with noon("2026-11-20"):
        sent(somebody, round_letter(of(asked(somebody)["items"], "a")))
        assert only(somebody)["state"] == "not_begun"


@pytest.fixture
def holder(world: World) -> Somebody:
    """Ingrid, who earned a certificate on 20 November 2026."""
    somebody, course = world.somebody(name="Ingrid Nes"), hands_in(world)
    requirement_in(world)
    master(somebody, course, "2026-11-20")
    return somebody


def test_it_can_be_taken_along_on_paper_and_as_a_credential_that_any_verifier_can_check(
    world: World, holder: Somebody
) -> None:
    with noon("2026-12-24"):
        holder = world.signed_in_again(holder)
        id = only(holder)["id"]
        paper = holder.post(f"/competence/{id}/certificate")
        assert (paper.mimetype, paper.headers["Cache-Control"]) == ("application/pdf", "no-store")
        read = PdfReader(BytesIO(paper.data))
        assert "Ingrid Nes" in read.pages[0].extract_text()
        made = holder.post(f"/competence/{id}/credential")
        assert (made.mimetype, made.headers["Cache-Control"]) == ("text/plain", "no-store")
        stranger = world.application.test_client()
        issuer = jwt.decode(made.text, options={"verify_signature": False})["iss"]
        path = issuer.removeprefix("http://localhost")
        profile = stranger.get(path).json
        assert (profile["id"], profile["name"]) == (issuer, "Fjordvik")
        published = stranger.get(f"{path}/keys").json
        (key,) = published["keys"]
        assert published["name"] == "Fjordvik"
        assert "d" not in key
        payload = jwt.decode(made.text, jwt.PyJWK(key), algorithms=["RS256"], options={"verify_exp": False})
        assert faults_of(payload) == []
        assert payload["credentialSubject"]["identifier"][0]["identityHash"] == "Ingrid Nes"
        assert payload["credentialSubject"]["achievement"]["tag"] == ["Rene hender (nb)"]
        assert (payload["validFrom"], payload["validUntil"]) == ("2026-11-19T23:00:00Z", "2027-11-20T22:59:59Z")
        (attached,) = [content for each in read.attachments.values() for content in each]
        assert jwt.decode(attached, jwt.PyJWK(key), algorithms=["RS256"], options={"verify_exp": False})["jti"]


def test_a_certificate_is_its_owners_alone_and_only_while_it_holds(world: World, holder: Somebody) -> None:
    id = only(holder)["id"]
    colleague, leader = world.somebody(), world.somebody("Solbakken", "leader", "admin")
    for kind in ("certificate", "credential"):
        for other in (colleague, leader):
            assert other.post(f"/competence/{id}/{kind}").status_code == 404
        assert holder.client.post(f"/api/v1/competence/{id}/{kind}").json["code"] == "csrf"
    with noon("2027-11-21"):
        holder = world.signed_in_again(holder)
        assert (only(holder)["state"], only(holder)["certificate"]) == ("expired", False)
        assert holder.post(f"/competence/{id}/credential").status_code == 404


def test_in_its_window_the_items_come_first_and_renew_it_from_its_end(world: World, holder: Somebody) -> None:
    with noon("2027-09-20"):
        job(world)
        holder = world.signed_in_again(holder)
        assert only(holder)["state"] == "valid"
        assert not any(each["wanted"] for each in asked(holder)["items"])
    with noon("2027-09-21"):
        job(world)
        assert (only(holder)["state"], only(holder)["done"], only(holder)["certificate"]) == ("renew", 0, True)
        items = asked(holder)["items"]
        assert [each["wanted"] for each in items] == [True, True, *[False] * (len(items) - 2)]
        assert asked(holder)["due"] >= 2
        sent(holder, round_letter(of(items[:1])))
        assert (only(holder)["state"], only(holder)["done"]) == ("renew", 1)
        assert [each["wanted"] for each in asked(holder)["items"]].count(True) == 1
        (verdict,) = sent(holder, round_letter(of(items[1:2])))
        assert {"code": "competence", "title": "Rene hender", "valid_until": "2028-11-20"} in verdict["notices"]
        assert (only(holder)["state"], only(holder)["valid_until"]) == ("valid", "2028-11-20")
        assert not any(each["wanted"] for each in asked(holder)["items"])


def test_what_has_ended_is_met_again_by_its_items_and_holds_from_that_day(world: World, holder: Somebody) -> None:
    with noon("2027-09-21"):
        job(world)
        holder = world.signed_in_again(holder)
        sent(holder, round_letter(of(asked(holder)["items"][:1])))
    with noon("2027-11-21"):
        job(world)
        holder = world.signed_in_again(holder)
        found = only(holder)
        assert (found["state"], found["done"], found["needed"]) == ("expired", 1, 2)  # not from the start
        (item,) = [each for each in asked(holder)["items"] if each["wanted"]]
        sent(holder, round_letter(of([item])))
        assert (only(holder)["state"], only(holder)["valid_until"]) == ("valid", "2028-11-21")


def test_a_wrong_answer_in_the_window_is_asked_again_another_day(world: World, holder: Somebody) -> None:
    with noon("2027-09-21"):
        job(world)
        holder = world.signed_in_again(holder)
        sent(holder, round_letter(of(asked(holder)["items"][:2], "a")))
        today = [each for each in asked(holder)["items"] if each["asked_from"] == "2027-09-21"]
        assert [each for each in today if each["wanted"]] == []
    for day in ("2027-09-22", "2027-09-23"):
        with noon(day):
            wanted = [each for each in asked(holder)["items"] if each["wanted"]]
            assert len(wanted) == 2
            assert only(holder)["state"] == "renew"
            sent(holder, round_letter(of(wanted)))
    with noon("2027-09-23"):
        assert (only(holder)["state"], only(holder)["valid_until"]) == ("valid", "2028-11-20")


def test_the_end_is_told_of_when_the_window_opens_and_before_it(world: World, holder: Somebody) -> None:
    told = []
    for day in ("2027-09-21", "2027-11-12", "2027-11-13", "2027-11-20", "2027-11-21"):
        with noon(day, 1):
            job(world)
        with noon(day):
            nudge_due()
            world.enter()
            holder = world.signed_in_again(holder)
            told.append(len([each for each in holder.get("/inbox").json["items"] if each["certificate"]]))
    assert told == [1, 1, 2, 3, 3]
    with noon("2027-11-21"):
        first = next(each for each in holder.get("/inbox").json["items"] if each["certificate"])
        assert first["certificate"] == {"title": "Rene hender", "valid_until": "2027-11-20"}
        assert (first["kind"], first["reason"]["code"], first["to"]) == ("deadline", "certificate", "/kompetanse")


def test_who_has_renewed_it_is_told_no_more(world: World, holder: Somebody) -> None:
    with noon("2027-09-21", 1):
        job(world)
    with noon("2027-09-21"):
        nudge_due()
        world.enter()
        holder = world.signed_in_again(holder)
        sent(holder, round_letter(of(asked(holder)["items"][:2])))
    for day in ("2027-11-13", "2027-11-20"):
        with noon(day):
            job(world)
            nudge_due()
            world.enter()
    with noon("2027-11-20"):
        holder = world.signed_in_again(holder)
        assert len([each for each in holder.get("/inbox").json["items"] if each["certificate"]]) == 1


def test_who_comes_under_a_requirement_knowing_it_already_has_it_the_next_day(world: World) -> None:
    somebody, course = world.somebody(), hands_in(world)
    master(somebody, course, "2026-11-20")
    requirement_in(world)
    assert mine(somebody)[0]["state"] == "on_the_way"
    with noon("2026-11-21"):
        job(world)
        assert (only(somebody)["state"], only(somebody)["achieved_on"]) == ("valid", "2026-11-21")
        job(world)  # twice the same day changes nothing
        assert only(somebody)["valid_until"] == "2027-11-21"


def test_it_is_required_of_the_departments_below_and_of_roles_and_of_nobody_else(world: World) -> None:
    world.department("Helse")
    for name in ("Solbakken", "Skagen"):
        world.department(name, "Helse")
    world.department("Skole")
    hands_in(world)
    below, beside = world.somebody("Solbakken"), world.somebody("Skole")
    leader = world.somebody("Skagen", "leader")
    requirement_in(world, audience={"departments": [str(world.departments["Helse"])]})
    assert [len(mine(each)) for each in (below, beside, leader)] == [1, 0, 1]
    requirement_in(world, audience={"roles": ["leader"]})
    assert [len(mine(each)) for each in (below, beside, leader)] == [1, 0, 2]


def test_a_certificate_outlives_the_requirement(world: World, holder: Somebody) -> None:
    editor = world.somebody("Solbakken", "editor")
    id = only(holder)["id"]
    assert editor.post(f"/studio/competence/{id}/end").status_code == 200
    found = only(holder)
    assert (found["required"], found["state"], found["certificate"]) == (False, "valid", True)
    with noon("2027-12-01"):
        job(world)
        assert mine(world.signed_in_again(holder)) == []


def test_a_retired_key_goes_on_checking_what_it_has_signed(world: World, holder: Somebody) -> None:
    id = only(holder)["id"]
    before = holder.post(f"/competence/{id}/credential").text
    world.enter()
    retired = committed(keys.make_key, world.organisation_id)  # safe to repeat: the same
    committed(keys.renew_key, world.organisation_id)
    after = holder.post(f"/competence/{id}/credential").text
    published = holder.client.get("/api/v1/competence/issuers/fjordvik/keys").json["keys"]
    known = {key["kid"]: jwt.PyJWK(key) for key in published}
    assert len(known) == 2
    for token in (before, after):
        kid = keys.thumbprint(jwt.get_unverified_header(token)["jwk"])
        jwt.decode(token, known[kid], algorithms=["RS256"], options={"verify_exp": False, "verify_nbf": False})
    world.enter()
    assert keys.signer(world.organisation_id) != retired
    neighbour = World(world.application, "fjellby")
    assert neighbour.somebody().client.get("/api/v1/competence/issuers/fjellby/keys").json["keys"] == []


def test_one_day_of_leap_years_and_a_term_for_good(world: World) -> None:
    somebody, course = world.somebody(), hands_in(world)
    requirement_in(world)
    requirement_in(world, months=None, title=dict.fromkeys(("nb", "nn", "en"), "For godt"))
    with noon("2028-02-28"):
        somebody = world.signed_in_again(somebody)
        sent(somebody, course.letter(0))
    with noon("2028-02-29"):
        sent(somebody, round_letter(of(asked(somebody)["items"][:2])))
        until = {each["title"]: each["valid_until"] for each in mine(somebody)}
        assert until == {"Rene hender": "2029-02-28", "For godt": None}
