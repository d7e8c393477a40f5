"""Lists of employees taken in: what a file says, how it differs, and that all of it happens or nothing."""

import contextlib
import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from sqlalchemy import func, select

from app.cli import loype
from app.core import clock
from app.core.config import Config
from app.core.db import committed, db
from app.factory import create_app
from app.identity.models import Membership, Person, Role
from app.identity.provisioning import queries
from app.identity.provisioning.importing import Plan, carry_out, planned
from app.identity.provisioning.places import Tree, path_of
from app.identity.provisioning.rules import day_of, read, share_of
from app.identity.provisioning.sheets import MOST_LINES, SheetRefused, lines_of
from app.identity.queries import memberships_between
from leaderboards.standings.models import MembershipWeek
from quests.paths.models import Enrolment
from tests.quests.course import course_in
from tests.world import World
from tests.zips import spoilt

HEAD = "ansattnummer;navn;avdeling;stillingsprosent;startdato"
LIST = f"""{HEAD}
0042;Åse Øvrebø;Helse/Solbakken;80;01.02.2020
0043;Jon Berg;Helse/Solbakken;0,5;2021-03-04
0043;Jon Berg;Helse/Skagen;20 %;2021-03-04
0044;Ngọc Trần;Solbakken;;
"""


def plan(world: World, text: str) -> Plan:
    world.enter()
    return planned(world.organisation_id, text.encode())


def taken_in(world: World, text: str) -> Plan:
    made = plan(world, text)
    assert not made.faults, made.faults
    committed(carry_out, world.organisation_id, made)
    world.enter()
    return made


def there(world: World) -> dict[str, dict[str, float]]:
    """By employee number, of those whose account is open: department → share."""
    world.enter()
    found = queries.present(world.organisation_id, clock.now().date())
    return {
        number: {"/".join(path): held.share for path, held in each.places.items()}
        for number, each in found.items()
        if each.active
    }


def test_a_list_brings_people_departments_and_shares(world: World) -> None:
    course_in(world)
    made = taken_in(world, LIST)
    assert [entry.employee_number for entry in made.difference.new] == ["0042", "0043", "0044"]
    assert made.new_departments == [("Helse",), ("Helse", "Solbakken"), ("Helse", "Skagen")]
    assert there(world) == {
        "0042": {"Helse/Solbakken": 0.8},
        "0043": {"Helse/Solbakken": 0.5, "Helse/Skagen": 0.2},
        "0044": {"Helse/Solbakken": 1.0},
    }
    starts = {each.starts_on for each in memberships_between(world.organisation_id, date(2026, 1, 1), date.max)}
    assert starts == {date(2020, 2, 1), date(2021, 3, 4), date(2026, 11, 19)}
    primary = select(func.count()).select_from(Membership).where(Membership.is_primary)
    assert db.session.scalar(primary) == 3
    assert db.session.scalar(select(func.count()).select_from(Enrolment)) == 3
    assert db.session.scalar(select(func.count()).select_from(MembershipWeek)) == 4


def test_the_same_list_again_changes_nothing_that_day_or_later(world: World) -> None:
    taken_in(world, LIST)
    rows = db.session.scalar(select(func.count()).select_from(Membership))
    for days in (0, 1, 30):
        with clock.standing_at(clock.now() + timedelta(days=days)):
            found = taken_in(world, LIST).difference
        assert (len(found.unchanged), found.new, found.changed, found.moved, found.ended) == (3, [], [], [], [])
    assert db.session.scalar(select(func.count()).select_from(Membership)) == rows


@pytest.mark.parametrize(
    ("kind", "number", "old", "new"),
    [
        ("changed", "0042", "0042;Åse Øvrebø;Helse/Solbakken;80", "0042;Åse Øvrebø;Helse/Solbakken;60"),
        ("changed", "0042", "Åse Øvrebø", "Åse Øvrebø Lie"),
        ("moved", "0042", "0042;Åse Øvrebø;Helse/Solbakken", "0042;Åse Øvrebø;Helse/Skagen"),
        ("moved", "0043", "0043;Jon Berg;Helse/Skagen;20 %;2021-03-04\n", ""),
        ("ended", "0044", "0044;Ngọc Trần;Solbakken;;\n", ""),
        ("new", "0045", "0044;", "0045;Unni Ås;Solbakken;;\n0044;"),
    ],
)
def test_each_kind_of_difference(world: World, kind: str, number: str, old: str, new: str) -> None:
    taken_in(world, LIST)
    text = LIST.replace(old, new)
    assert text != LIST
    found = taken_in(world, text).difference
    numbers = [each if isinstance(each, str) else each.employee_number for each in getattr(found, kind)]
    assert numbers == [number]
    assert sum(len(getattr(found, each)) for each in ("new", "changed", "moved", "ended")) == 1
    assert len(taken_in(world, text).difference.unchanged) == len(there(world))


def test_who_left_is_closed_keeps_what_was_and_comes_back(world: World) -> None:
    taken_in(world, LIST)
    shorter = LIST.replace("0044;Ngọc Trần;Solbakken;;\n", "")
    with clock.standing_at(clock.now() + timedelta(days=5)):
        taken_in(world, shorter)
        assert "0044" not in there(world)
        ended = select(Membership.ends_on).where(Membership.ends_on.is_not(None))
        assert db.session.scalars(ended).all() == [date(2026, 11, 23)]
    with clock.standing_at(clock.now() + timedelta(days=9)):
        assert taken_in(world, LIST).difference.moved == ["0044"]
        assert there(world)["0044"] == {"Helse/Solbakken": 1.0}
    assert db.session.scalar(select(func.count()).select_from(Person)) == 3


def test_administrators_are_never_shut_out_by_a_list(world: World) -> None:
    admin = world.somebody("Kontoret", "admin")
    found = taken_in(world, LIST).difference
    assert (found.kept, found.ended) == (["1001"], [])
    assert admin.get("/me").status_code == 200


def test_roles_and_languages_are_given_and_not_taken(world: World) -> None:
    text = f"""{HEAD};rolle;språk
1;Randi Haugen;Helse/Solbakken;;;Leder;nynorsk
2;Leila Ahmed;Helse/Solbakken;;;ressursperson;
"""
    taken_in(world, text)
    roles = db.session.execute(select(Role.role, Role.department_id)).all()
    assert {role for role, _ in roles} == {"leader", "resource_person"}
    assert [place is not None for role, place in roles if role == "leader"] == [True]
    assert set(db.session.scalars(select(Person.language))) == {"nn", "nb"}
    found = taken_in(world, text.replace("Leder", "").replace("nynorsk", "")).difference
    assert found.unchanged == ["1", "2"]
    assert db.session.scalar(select(func.count()).select_from(Role)) == 2


FAULTS = [
    ("", 1, "the file is empty"),
    (HEAD, 1, "nobody below"),
    ("navn;avdeling\nA;B", 1, "a column is missing: employee_number"),
    (f"{HEAD};name\n1;A;B;;;A", 1, "two columns are called name"),
    (f"{HEAD}\n1;A;B\n;B;C", 3, "the employee number is missing"),
    (f"{HEAD}\n2,04E+09;A;B", 2, "mangled by a spreadsheet"),
    (f"{HEAD}\n1;;B", 2, "the name is missing"),
    (f"{HEAD}\n1;A;", 2, "department '' is missing"),
    (f"{HEAD}\n1;A;B//C", 2, "is missing, too long"),
    (f"{HEAD}\n1;A;{'/'.join('abcdefghi')}", 2, "eight levels"),
    (f"{HEAD}\n1;A;B;150", 2, "the share 150"),
    (f"{HEAD}\n1;A;B;-5", 2, "the share -5"),
    (f"{HEAD}\n1;A;B;nan", 2, "the share nan"),
    (f"{HEAD}\n1;A;B;;31.02.2026", 2, "the day 31.02.2026"),
    (f"{HEAD}\n1;A;B\n\n1;A;B", 4, "is in B in a line above"),
    (f"{HEAD}\n1;A;B\n1;Å;C", 3, "has another name"),
    (f"{HEAD}\n1;A;X/B\n2;B;Y/B\n3;C;B", 4, "is the name of several"),
    (f"{HEAD};rolle\n1;A;B;;;sjef", 2, "the role sjef"),
    (f"{HEAD};språk\n1;A;B;;;se", 2, "the language se"),
]


@pytest.mark.parametrize(("text", "line", "words"), FAULTS)
def test_faults_are_told_with_their_lines_and_nothing_is_taken_in(text: str, line: int, words: str) -> None:
    found = read(lines_of(text.encode()), [])
    assert any(fault.line == line and words in fault.words for fault in found.faults), found.faults


def test_all_faults_are_told_at_once_but_not_without_end() -> None:
    text = "\n".join([HEAD, *(f"{number};;" for number in range(500))])
    assert len(read(lines_of(text.encode()), []).faults) == 50


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_as_programs_write_it(coding: str, mark: str, end: str) -> None:
    text = f'employee_number{mark}Name{mark}Department{end}007{mark}"Ås{mark} Gro ""Gry"""{mark}Skagen{end}'
    [entry] = read(lines_of(text.encode(coding)), []).entries
    assert (entry.employee_number, entry.name) == ("007", " ".join(f'Ås{mark} Gro "Gry"'.split()))


def workbook(*rows: list[Any], form: str | None = None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell in book.active["A"]:
        if form:
            cell.number_format = form
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


HEADINGS = ["Ansattnummer", "Navn", "Avdeling", "Stillingsprosent", "Startdato"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [("007", None, "007"), (20418, None, "20418"), (20418.0, None, "20418"), (7, "000", "007")],
)
def test_a_spreadsheet_keeps_numbers_as_they_are_shown(number: Any, form: str | None, shown: str) -> None:
    data = workbook(HEADINGS, [number, "Åse Øvrebø", "Skagen", 0.8, date(2020, 2, 1)], [None] * 5, form=form)
    [entry] = read(lines_of(data), []).entries
    assert entry.employee_number == shown
    [wanted] = entry.places.values()
    assert (wanted.share, wanted.starts_on) == (0.8, date(2020, 2, 1))


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(200 * 2**20))
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"x" * (11 * 2**20), "larger than 10 MiB"),
        (b"a,b\n" * (MOST_LINES + 1), "more than 100000 lines"),
        (b",".join([b"a"] * 60), "Line 1 has more than"),
        (b"a" * 2000, "Line 1 has more than"),
        ("navn;ø".encode("utf-16"), "save it as CSV UTF-8"),
        (b"a\0b", "save it as CSV UTF-8"),
        (b'a;"b\n', "is not CSV"),
        (b"PK\x03\x04 and no more", "cannot be read"),
        (workbook(HEADINGS)[:-200], "cannot be read"),
    ],
    ids=["large", "long", "wide", "without end", "UTF-16", "nul", "quote", "half a zip", "half a workbook"],
)
def test_files_that_are_no_lists_are_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(SheetRefused, match=words):
        lines_of(data)


def test_a_spreadsheet_that_unpacks_to_too_much_is_refused_unread() -> None:
    with pytest.raises(SheetRefused, match="unpacks to too much"):
        lines_of(bomb())


def test_a_workbook_with_a_spoilt_part_is_read_or_refused() -> None:
    def is_refused(data: bytes) -> bool:
        try:
            return not lines_of(data)
        except SheetRefused as refused:
            return "cannot be read" in str(refused)

    assert sum(is_refused(data) for data in spoilt(workbook(HEADINGS))) > 3


@given(st.binary(max_size=400))
def test_any_bytes_are_lines_or_refused(data: bytes) -> None:
    with contextlib.suppress(SheetRefused):
        read(lines_of(data), [])


@pytest.mark.parametrize(
    ("value", "share"),
    [("80", 0.8), ("80 %", 0.8), ("0,5", 0.5), (0.5, 0.5), ("", 1.0), (None, 1.0), ("1", 1.0), ("100", 1.0), (50, 0.5),
     ("0", None), ("101", None), ("%", None), ("full", None), ("inf", None), ("-1", None)],
)  # fmt: skip
def test_shares(value: Any, share: float | None) -> None:
    assert share_of(value) == share


def test_days() -> None:
    assert day_of("2026-11-30") == day_of("30.11.2026") == day_of(date(2026, 11, 30)) == date(2026, 11, 30)
    assert [day_of(each) for each in ("", None, "30/11/2026", "2026", 45000)] == [None] * 5


def test_departments_are_found_by_name_by_end_and_by_path() -> None:
    tree = Tree(
        [("Helse",), ("Helse", "Sykehjem"), ("Helse", "Sykehjem", "Solbakken"), ("Skole",), ("Skole", "Sykehjem")]
    )
    assert tree.found(("solbakken",)) == ("Helse", "Sykehjem", "Solbakken")
    assert tree.found(("Sykehjem", "Solbakken")) == ("Helse", "Sykehjem", "Solbakken")
    assert tree.found(("Sykehjem",)) is None
    assert tree.new == []
    assert tree.found(("Helse", "Hjemme", "Nord")) == ("Helse", "Hjemme", "Nord")
    assert tree.new == [("Helse", "Hjemme"), ("Helse", "Hjemme", "Nord")]
    assert path_of(" A /  B  C ") == ("A", "B C")
    assert [path_of(each) for each in ("", "A/", "A\0", "x" * 101)] == [None] * 4


def assert_lets_an_administrator_in(data: Path, token: str) -> None:
    """The address that was printed works once, and gives the powers of an administrator."""
    application = create_app(Config(env="test", data=str(data)))
    client = application.test_client()
    body = {"token": token, "pin": "482913", "language": "nb"}
    used = client.post("/api/v1/enrolment/use", json=body)
    assert used.status_code == 200, used.text
    me = client.get("/api/v1/me").json
    assert (me["person"]["name"], me["person"]["roles"]) == ("Gro Ås", ["admin", "learner"])
    assert client.get("/api/v1/people").status_code == 200
    assert client.post("/api/v1/enrolment/use", json=body).status_code == 404


def test_the_command(tmp_path: Path) -> None:
    """Says what it would do, asks before it ends much, takes in all or nothing."""
    run = CliRunner(env={"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_ENV": "test"}).invoke
    run(loype, ["migrate"])
    made = run(loype, ["org", "create", "fjell", "Fjell", "--admin-number", "1", "--admin-name", "Gro Ås"])
    token = re.search(r"http://127\.0\.0\.1:8080/velkommen#(\S+)\n", made.output)
    assert token, made.output
    assert_lets_an_administrator_in(tmp_path / "data", token[1])
    assert run(loype, ["org", "create", "fjell", "Fjell", "--admin-number", "1", "--admin-name", "A"]).exit_code == 1
    assert run(loype, ["org", "create", "Fjell Å", "Fjell", "--admin-number", "1", "--admin-name", "A"]).exit_code == 1
    file = tmp_path / "people.csv"
    file.write_text(LIST)
    dry = run(loype, ["people", "import", str(file), "--dry-run"])
    assert ("3 new: 0042, 0043, 0044" in dry.output, "Nothing was changed" in dry.output) == (True, True)
    assert "3 new" in run(loype, ["people", "import", str(file)]).output
    assert "3 unchanged" in run(loype, ["people", "import", str(file), "--dry-run"]).output
    file.write_text("\n".join(LIST.splitlines()[:2]))
    refused = run(loype, ["people", "import", str(file)])
    assert (refused.exit_code, "3 of 4 memberships end." in refused.output) == (1, True)
    assert "3 unchanged" not in run(loype, ["people", "import", str(file), "--dry-run"]).output
    assert run(loype, ["people", "import", str(file), "--yes"]).exit_code == 0
    file.write_text(LIST + ";;;")
    assert run(loype, ["people", "import", str(file)]).exit_code == 0
    file.write_text(LIST.replace("0044;Ngọc", ";Ngọc"))
    broken = run(loype, ["people", "import", str(file)])
    assert (broken.exit_code, "Line 5: the employee number" in broken.output) == (1, True)
    assert "Nothing was taken in." in broken.output


def test_two_thousand_people_come_in_within_a_bounded_number_of_statements(world: World) -> None:
    text = "\n".join([HEAD, *(f"{number};Person {number};Avdeling {number % 40};;" for number in range(2000))])
    taken_in(world, text)
    assert len(there(world)) == 2000
