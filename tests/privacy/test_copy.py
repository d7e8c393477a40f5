"""Everybody can take a copy of all that is kept about them, and nothing that is kept can be forgotten in it."""

import io
import re
import zipfile
from datetime import timedelta
from typing import Any
from uuid import uuid4

import orjson
import pytest
from sqlalchemy import Column, Table

from app.core import clock
from app.core.db import committed, db
from app.identity.actions import log_look, record_leave
from app.identity.enrolment.actions import issue
from app.identity.models import LANGUAGES
from app.privacy.page import CODED, ONLY_IN_DATA, WORDS
from app.privacy.queries import sections_of
from tests.help.asking import asked, say
from tests.leaderboards.racing import competition_in, picked_in
from tests.nudges.service import Service
from tests.nudges.test_nudging import MONDAY, at, run, with_phone
from tests.quests.authoring.saying import comment_in, comment_of, rate
from tests.quests.authoring.talking import talked_about
from tests.quests.content.examples import ROOT
from tests.quests.course import course_in
from tests.world import Somebody, World

NAMED = ("person", "player", "owner", "author", "viewer", "subject_id", "issuer")
NAMES_THE_ROW = {"organisation_id", "id", "person_id", "player_id"}
"""Columns that say which row it is, or whose: the copy is one person's in one organisation."""

SECRET, TECHNICAL, OTHERS, THERE = (
    "a secret, or a hash of one, that opens something",
    "made for the machinery and telling nothing of the person",
    "somebody else's, who reads it about themselves",
    "in the copy under its own name rather than by its id",
)
WORK = "what the organisation's courses say, which is nothing about who wrote it"
DRAFTED = ("document", "sources", "summary", "search", "revision", "published_revision", "published_version")
LEFT_OUT: dict[tuple[str, str], str] = {
    ("persons", "sort_key"): TECHNICAL,
    ("persons", "pin_hash"): SECRET,
    ("players", "revision"): TECHNICAL,
    ("memberships", "department_id"): THERE,
    ("roles", "department_id"): THERE,
    ("sessions", "token_hash"): SECRET,
    ("passkeys", "credential_id"): SECRET,
    ("passkeys", "public_key"): SECRET,
    ("passkeys", "sign_count"): TECHNICAL,
    ("enrolment_tokens", "token_hash"): SECRET,
    ("enrolment_tokens", "issuer_id"): THERE,
    ("upload_tokens", "token_hash"): SECRET,
    ("upload_tokens", "used_for"): SECRET,
    ("access_log", "viewer_id"): THERE,
    ("access_log", "subject_id"): OTHERS,
    ("enrolments", "run_id"): THERE,
    ("enrolments", "cohort_id"): THERE,
    ("attempts", "run_id"): THERE,
    ("attempts", "activity_id"): THERE,
    ("attempts", "module_id"): THERE,
    ("exercise_states", "run_id"): THERE,
    ("exercise_states", "module_id"): THERE,
    ("module_progress", "run_id"): THERE,
    ("module_progress", "module_id"): THERE,
    ("quest_progress", "run_id"): THERE,
    ("quest_progress", "quest_id"): THERE,
    ("scenario_bests", "module_id"): THERE,
    ("letters", "content_hash"): TECHNICAL,
    ("memory_items", "module_id"): THERE,
    ("memory_tries", "module_id"): THERE,
    ("run_test_answers", "module_id"): THERE,
    ("ledger_entries", "reverses_id"): TECHNICAL,
    ("membership_weeks", "department_id"): THERE,
    ("team_parts", "competition_id"): THERE,
    ("team_parts", "team_id"): TECHNICAL,
    ("team_members", "competition_id"): THERE,
    ("team_members", "team_id"): THERE,
    ("league_places", "group_number"): TECHNICAL,
    ("badge_deeds", "key"): TECHNICAL,
    ("cheers", "department_id"): THERE,
    ("odd_plays", "module_id"): THERE,
    ("membership_weeks", "shown_result"): TECHNICAL,
    ("team_parts", "shown_result"): TECHNICAL,
    ("cheers", "day"): TECHNICAL,
    ("nudge_subjects", "nudge_id"): THERE,
    ("nudge_matters", "nudge_id"): THERE,
    ("nudge_matters", "request_id"): THERE,
    ("help_requests", "asker_id"): THERE,
    ("help_requests", "key"): TECHNICAL,
    ("help_requests", "department_id"): THERE,
    ("help_replies", "request_id"): THERE,
    ("help_replies", "author_id"): THERE,
    ("help_replies", "key"): TECHNICAL,
    ("media_descriptions", "hash"): TECHNICAL,
    ("media_descriptions", "focus_x"): TECHNICAL,
    ("media_descriptions", "focus_y"): TECHNICAL,
    ("media_descriptions", "sent"): TECHNICAL,
    ("media_descriptions", "found_by"): TECHNICAL,
    ("media_descriptions", "added_by_id"): THERE,
    ("nudge_deliveries", "nudge_id"): THERE,
    ("nudge_deliveries", "subscription_id"): THERE,
    ("nudge_deliveries", "claims"): TECHNICAL,
    ("nudge_deliveries", "shortened"): TECHNICAL,
    ("nudge_certificates", "nudge_id"): THERE,
    ("nudge_certificates", "certificate_id"): THERE,
    ("certificates", "requirement_id"): THERE,
    ("module_feedback", "module_id"): THERE,
    ("feedback_answers", "feedback_id"): THERE,
    ("feedback_answers", "author_id"): THERE,
    ("module_owners", "module_id"): THERE,
    ("module_owners", "owner_id"): THERE,
    ("draft_comments", "module_id"): THERE,
    ("draft_comments", "thread_id"): THERE,
    ("draft_comments", "author_id"): THERE,
    ("draft_access", "module_id"): THERE,
    ("draft_access", "given_by"): OTHERS,
    ("draft_reviews", "module_id"): THERE,
    ("draft_reviews", "asked_by"): OTHERS,
    ("draft_reviews", "reviewer_id"): THERE,
    ("nudge_notes", "nudge_id"): THERE,
    ("nudge_notes", "module_id"): THERE,
    ("memory_wishes", "module_id"): THERE,
    ("push_subscriptions", "session_hash"): SECRET,
    ("push_subscriptions", "endpoint"): SECRET,
    ("push_subscriptions", "p256dh"): SECRET,
    ("push_subscriptions", "auth"): SECRET,
    ("push_endpoints", "endpoint_hash"): SECRET,
    ("push_endpoints", "subscription_id"): TECHNICAL,
    ("draft_presences", "module_id"): THERE,
    ("module_changes", "module_id"): THERE,
    ("drafts", "module_id"): THERE,
    ("drafts", "changed_by"): THERE,
    **{("drafts", each): WORK for each in DRAFTED},
}


def personal_tables() -> list[Table]:
    """Every table with a column for a person or a player, and every table whose rows hang on a row of one of those."""
    found = [db.metadata.tables[name] for name in ("persons", "players")]
    for table in db.metadata.sorted_tables:
        named = any(part in column.name for column in table.columns for part in NAMED)
        hangs = any(key.column.table in found for column in table.columns for key in column.foreign_keys)
        if table not in found and (named or hangs):
            found.append(table)
    return found


def test_every_column_about_a_person_is_in_the_copy_or_left_out_for_a_reason(world: World) -> None:
    somebody = world.somebody()
    given: set[Column[Any]] = set()
    for section in sections_of(world.organisation_id, somebody.person_id, somebody.player_id):
        given |= {base for column in section.query.selected_columns for base in column.base_columns}  # type: ignore[misc]
    held = {(table.name, column.name): column for table in personal_tables() for column in table.columns}
    missing = {
        place
        for place, column in held.items()
        if column not in given and column.name not in NAMES_THE_ROW and place not in LEFT_OUT
    }
    assert missing == set(), "give these in a personal.py, or say in LEFT_OUT why not"
    assert [place for place in LEFT_OUT if place not in held] == []
    assert [place for place, column in held.items() if place in LEFT_OUT and column in given] == []


def test_links_between_a_person_and_a_player_are_personal_too() -> None:
    names = {table.name for table in personal_tables()}
    assert {"player_links", "answers", "nudge_subjects", "push_endpoints", "enrolment_tokens"} <= names
    assert not names & {"organisations", "modules", "quests", "departments", "releases", "department_weeks"}


def copy_of(somebody: Somebody) -> dict[str, bytes]:
    answer = somebody.post("/me/copy")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="loype-20')
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def lived(world: World, service: Service) -> Somebody:
    """Somebody to whom everything has happened."""
    leader = world.somebody("Solbakken", "leader", name="Randi Leder")
    course = course_in(world)
    somebody = world.somebody("Solbakken", "editor", name="Ingrid <b>Nes</b>")
    competition_in(world, "Solbakken", "Skagen")
    picked_in(somebody)
    with_phone(somebody, service)
    somebody.send("PATCH", "/me", {"alias": "Blåveis", "weekly_goal": "one"})
    somebody.send("PATCH", "/nudges/settings", {"reminder": False})
    for which in range(2):
        assert somebody.post("/play/letters", course.finished(which)).json["verdicts"][0]["status"] == "accepted"
    cheered = {"department": str(world.departments["Solbakken"]), "cheer": "go"}
    assert somebody.send("PUT", f"/cheers/{uuid4()}", cheered).status_code == 200
    helper = world.somebody("Solbakken", "resource_person")
    say(helper, asked(somebody), "Portøren.")
    say(somebody, asked(somebody, "Og om natta?"), "I helga, mener jeg.")
    rate(somebody, course.versions[0], False, "Kort 2 er uklart.", reason="unclear")
    for each in (comment_of(somebody), comment_in(course)):
        assert (
            somebody.post(f"/studio/feedback/{each}/answers", {"key": str(uuid4()), "text": "Takk."}).status_code == 200
        )
    owned = {"owner": str(somebody.person_id), "check_by": "2027-01-01"}
    assert somebody.send("PUT", f"/studio/modules/{course.modules[0]}/owner", owned).status_code == 200
    talked_about(course, somebody)
    run(at(MONDAY, 6))
    run(at(MONDAY, 10))
    world.enter()
    own = world.organisation_id
    committed(record_leave, own, somebody.player_id, MONDAY, MONDAY)
    committed(log_look, own, leader.person_id, [somebody.person_id], "person")
    committed(log_look, own, somebody.person_id, [leader.person_id], "people")
    committed(issue, own, [somebody.person_id], leader.person_id)
    return somebody


def test_all_of_it_is_there_to_be_read_by_machines_and_people(lived: Somebody) -> None:
    files = copy_of(lived)
    assert sorted(files) == ["data.json", "les-meg.html"]
    data = orjson.loads(files["data.json"])
    assert data["format"] == "loype.person/1"
    assert data["person"][0]["name"] == "Ingrid <b>Nes</b>"
    assert data["settings"][0]["alias"] == "Blåveis"
    assert [each["viewer"] for each in data["looks"]] == ["Randi Leder"]
    assert [each["role"] for each in data["roles"]] == ["editor"]
    assert len(data["attempts"]) == 2
    assert {each["module"]["nb"] for each in data["attempts"]} == {"hender (nb)", "fall (nb)"}
    assert all(each["question"] and each["answer"] for each in data["answers"])
    assert sum(each["points"] for each in data["points"]) == lived.get("/me").json["points"]["total"]
    assert data["nudges_off"][0]["kind"] == "reminder"
    assert {each["quest"] for each in data["nudge_subjects"]} == {"uke-1 (nb)", "uke-2 (nb)"}
    empty = {name for name, rows in data.items() if rows == []}
    assert empty <= {
        "passkeys",
        "upload_tokens",
        "own_codes",
        "nudge_deliveries",
        "bests",
        "certificates",
        "media_added",
        "memory_wishes",
        "run_tests",
        "run_test_answers",
        "module_deeds",
        "drafts_saved",
        "drafts_opened",
        "badge_deeds",
        "odd_plays",
        "league",
        "league_weeks",
    }

    page = files["les-meg.html"].decode()
    assert "Alt Løype har om Ingrid &lt;b&gt;Nes&lt;/b&gt;" in page
    assert "<script" not in page
    assert "http" not in page.replace("http://localhost", "")
    for word in ("Hva først?", "Svar b", "ny etappe", "Solbakken", "redaktør", "Randi Leder"):
        assert word in page


def test_no_secret_and_nobody_else_is_in_it(world: World, lived: Somebody) -> None:
    other = world.somebody("Solbakken", name="Odd Hemmelig")
    other.send("PATCH", "/me", {"alias": "Svartor"})
    stranger = World(world.application, "fjellby").somebody("Skagen", name="Vigdis Fremmed")
    del stranger
    world.enter()
    words = b"".join(copy_of(lived).values())
    for absent in ("Odd Hemmelig", "Svartor", "Vigdis", "fjellby", "p256dh", "token_hash", "pin_hash", "fcm/send"):
        assert absent.encode() not in words
    for table in ("sessions", "push_subscriptions"):
        for row in db.session.execute(db.metadata.tables[table].select()).mappings():
            for secret in ("token_hash", "session_hash", "endpoint", "auth"):
                assert secret not in row or row[secret].encode() not in words
    db.session.rollback()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_in_the_language_of_the_person(lived: Somebody, language: str) -> None:
    lived.send("PATCH", "/me", {"language": language})
    files = copy_of(lived)
    page = next(content for name, content in files.items() if name.endswith(".html")).decode()
    words = WORDS[language]
    assert f'lang="{language}"' in page
    for heading, about in words.sections.values():
        assert f"<h2>{heading}</h2><p>{about}</p>" in page


def test_the_three_languages_have_words_for_everything(world: World) -> None:
    somebody = world.somebody()
    nb = WORDS["nb"]
    sections = sections_of(world.organisation_id, somebody.person_id, somebody.player_id)
    columns = {column.key for section in sections for column in section.query.selected_columns}
    for language in LANGUAGES:
        words = WORDS[language]
        assert list(words.sections) == [section.name for section in sections]
        assert columns - ONLY_IN_DATA <= set(words.columns)
        assert (words.columns.keys(), words.values.keys()) == (nb.columns.keys(), nb.values.keys())
    assert columns >= CODED


def test_everything_that_can_be_looked_at_has_words() -> None:
    looking = ("app/identity/people", "quests/competence", "quests/authoring/calendar")
    source = "".join((ROOT / each / "routes.py").read_text() for each in looking)
    codes = set(re.findall(r'(?:_shown\(|log_look).*, "(\w+)"', source))
    assert codes == {"people", "person", "code", "leave", "membership", "added", "competence", "foreseen"}
    for language in LANGUAGES:
        assert codes <= WORDS[language].values.keys()
        screen = (ROOT / "pwa" / "src" / "text" / language / "profile.ts").read_text()
        words = screen.split("looksWhats: {")[1].split("}")[0]
        assert set(re.findall(r"(\w+): '", words)) == codes


def test_once_a_minute_and_the_last_time_stands_in_it(lived: Somebody) -> None:
    first = orjson.loads(copy_of(lived)["data.json"])
    again = lived.post("/me/copy")
    assert (again.status_code, again.json["code"]) == (429, "too_many_attempts")
    assert 0 < int(again.headers["Retry-After"]) <= 60
    with clock.standing_at(clock.now() + timedelta(minutes=1)):
        assert orjson.loads(copy_of(lived)["data.json"])["person"][0]["copied_at"] > first["person"][0]["copied_at"]


def test_somebody_with_years_of_answers_gets_them_some_at_a_time(
    lived: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.privacy.queries.AT_ONCE", 2)
    monkeypatch.setattr("app.privacy.copy.IN_MEMORY", 512)
    monkeypatch.setattr("app.privacy.routes.PIECE", 100)
    data = orjson.loads(copy_of(lived)["data.json"])
    assert len(data["answers"]) > 2
