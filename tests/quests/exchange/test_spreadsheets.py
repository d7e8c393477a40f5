"""Spreadsheets at the door: looked at, made into drafts, out again; and nothing in them does anything."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import Workbook, load_workbook

from quests.exchange.rules.columns import headers
from quests.exchange.spreadsheets import MEDIA_TYPE, MOST_BYTES, MOST_ROWS
from tests.quests.course import Course, course_in
from tests.world import Somebody, World
from tests.zips import spoilt

Json = dict[str, Any]
OWASP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "'; DROP TABLE drafts; --",
)


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor")


def book(rows: Sequence[Sequence[Any]], language: str = "nb") -> bytes:
    """A spreadsheet as a person would save it."""
    made = Workbook()
    for row in (headers(language), *rows):
        made.worksheets[0].append(list(row))
    return saved(made)


def saved(made: Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def send(editor: Somebody, data: bytes, address: str = "/studio/spreadsheets", language: str = "nb") -> Any:
    return editor.post(f"{address}?language={language}", data=data, content_type=MEDIA_TYPE)


def look(editor: Somebody, data: bytes) -> Json:
    answer = send(editor, data, "/studio/spreadsheets/preview")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json
    return found


QUESTION = ("Fall", "Ett riktig svar", "Natt.", "Hva først?", "B", "Løfter", "Nei.", "Blir", "Ja.", "Går", "Nei.")
NUMBER = ("", "Tall", "", "Hvor lenge?", "30 ± 5 min")


def test_looked_at_then_made_and_the_same_again_makes_nothing_more(editor: Somebody) -> None:
    data = book([QUESTION, NUMBER, ("Brann", "", "", "Hvor?", "Ute"), ("", "", "", "", "B")])
    told = look(editor, data)
    assert [(each["row"], each["module"], each["kind"], each["state"]) for each in told["rows"]] == [
        (2, "Fall", "choice", "ok"),
        (3, "Fall", "number", "ok"),
        (4, "Brann", "fill", "ok"),
        (5, "Brann", None, "not"),
    ]
    assert told["rows"][3]["notes"] == ["no_question"]
    assert told["modules"] == [{"title": "Fall", "cards": 2}, {"title": "Brann", "cards": 1}]
    assert editor.get("/studio/modules").json["total"] == 0
    made = send(editor, data).json
    assert [(each["title"], each["cards"]) for each in made["modules"]] == [("Fall", 2), ("Brann", 1)]
    assert send(editor, data).json == made
    assert editor.get("/studio/modules").json["total"] == 2
    one = editor.get(f"/studio/modules/{made['modules'][0]['id']}").json
    assert (one["state"], one["document"]["languages"], one["changed_by"] is not None) == ("draft", ["nb"], True)
    assert one["document"]["cards"][1] == {
        "id": "c2",
        "type": "number",
        "prompt": {"nb": "Hvor lenge?"},
        "key": {"value": 30, "tolerance": 5},
        "unit": {"nb": "min"},
    }


def test_what_was_made_is_not_written_over_by_the_same_file(editor: Somebody) -> None:
    data = book([QUESTION])
    (made,) = send(editor, data).json["modules"]
    one = editor.get(f"/studio/modules/{made['id']}").json
    mended = {**one["document"], "cards": []}
    headers_sent = {"If-Match": f'"{one["revision"]}"'}
    editor.send("PUT", f"/studio/modules/{made['id']}/draft", {"document": mended}, headers=headers_sent)
    assert send(editor, data).json["modules"] == [{**made, "cards": 0}]


def test_a_draft_goes_out_and_comes_in_the_same(world: World, editor: Somebody) -> None:
    (made,) = send(editor, book([QUESTION, NUMBER])).json["modules"]
    out = editor.get(f"/studio/modules/{made['id']}/spreadsheet?language=nb")
    assert out.headers["Content-Disposition"] == 'attachment; filename="fall.nb.xlsx"'
    neighbour = World(world.application, "fjellby").somebody("Fjellheim", "editor")
    (theirs,) = send(neighbour, out.data).json["modules"]
    ours = editor.get(f"/studio/modules/{made['id']}").json["document"]
    assert neighbour.get(f"/studio/modules/{theirs['id']}").json["document"] == ours
    assert neighbour.get(f"/studio/modules/{made['id']}/spreadsheet").status_code == 404
    assert neighbour.get(f"/studio/modules/{made['id']}/text").status_code == 404


def test_cards_without_a_row_go_out_by_name_and_are_told_when_they_come_in(world: World, editor: Somebody) -> None:
    course: Course = course_in(world)
    for module in course.modules:
        out = editor.get(f"/studio/modules/{module}/spreadsheet?language=nn")
        document = editor.get(f"/studio/modules/{module}").json["document"]
        told = look(editor, out.data)
        assert len(told["rows"]) == len(document["cards"])
        left = [each for each in told["rows"] if each["state"] == "not"]
        assert all(each["notes"] == ["only_in_app"] for each in left)
        assert editor.get(f"/studio/modules/{module}/text?language=nn").status_code == 200


def test_the_template_is_filled_in_by_its_examples(editor: Somebody) -> None:
    answer = editor.get("/studio/spreadsheets/template")
    assert (answer.status_code, answer.mimetype) == (200, MEDIA_TYPE)
    assert {each["state"] for each in look(editor, answer.data)["rows"]} == {"example"}
    sheets = load_workbook(io.BytesIO(answer.data))
    rules = sheets.worksheets[0].data_validations.dataValidation
    assert [each.type for each in rules] == ["list", "list"]


def test_text_goes_out_and_is_read_again(editor: Somebody) -> None:
    (made,) = send(editor, book([QUESTION, NUMBER])).json["modules"]
    out = editor.get(f"/studio/modules/{made['id']}/text?language=nb")
    assert out.text.startswith("# Fall\n\nSpørsmål: Hva først?\n")
    again = editor.post("/studio/parse", {"text": out.text, "language": "nb"}).json
    assert again["cards"] == editor.get(f"/studio/modules/{made['id']}").json["document"]["cards"]


def test_formulas_are_told_and_never_evaluated(editor: Somebody) -> None:
    data = book([("Fall", "", "", '=HYPERLINK("http://evil.example","Hva?")', "Ord"), ("Fall", "", "", "Hva?", "=1+1")])
    told = look(editor, data)["rows"]
    assert [(each["state"], each["notes"], each["prompt"]) for each in told] == [
        ("not", ["formula", "no_question"], ""),
        ("partly", ["formula", "no_options"], "Hva?"),
    ]


def test_what_looks_like_a_formula_goes_out_as_text(editor: Somebody) -> None:
    signs = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0")
    made_module = editor.send("PUT", f"/studio/modules/{uuid4()}", {"title": "=cmd()", "language": "nb"}).json
    cards = [{"id": f"c{n}", "type": "text", "prompt": {"nb": sign}} for n, sign in enumerate(signs)]
    document = {**made_module["document"], "cards": cards}
    editor.send(
        "PUT", f"/studio/modules/{made_module['id']}/draft", {"document": document}, headers={"If-Match": '"1"'}
    )
    out = editor.get(f"/studio/modules/{made_module['id']}/spreadsheet").data
    cells = [cell for sheet in load_workbook(io.BytesIO(out)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    risky = [cell for cell in cells if str(cell.value or "")[:1] in "=+-@" and cell.value]
    assert {cell.value for cell in risky} == {"=cmd()", *signs}
    assert all(cell.quotePrefix for cell in risky)


def test_markup_is_words_like_any_other(editor: Somebody) -> None:
    data = book([("Fall", "", words, words, "A", words, words, "Nei", "") for words in OWASP])
    (made,) = send(editor, data).json["modules"]
    kept = editor.get(f"/studio/modules/{made['id']}").json["document"]["cards"]
    assert [each["prompt"]["nb"] for each in kept] == list(OWASP)


def with_entry(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same spreadsheet with one of its parts otherwise."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
    return buffer.getvalue()


LAUGHS = b'<!DOCTYPE lolz [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 10)
)


def laughing(data: bytes) -> bytes:
    head, tail = data.split(b"?>", 1) if data.startswith(b"<?xml") else (b'<?xml version="1.0"', data)
    return head + b"?>" + LAUGHS + b"]>" + tail.replace(b"Post", b"&j;")


def outside(data: bytes) -> bytes:
    head, tail = data.split(b"?>", 1) if data.startswith(b"<?xml") else (b'<?xml version="1.0"', data)
    entity = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return head + b"?>" + entity + tail.replace(b"Post", b"&secret;")


GOOD = book([QUESTION])
SHEET = "xl/worksheets/sheet1.xml"
TYPES = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b.sharedStrings+xml"/></Types>'
    % MEDIA_TYPE[:-6].encode()
)
TABLE = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Post</t></si></sst>'


def with_strings(change: Callable[[bytes], bytes]) -> bytes:
    """A spreadsheet that keeps its texts in a part of their own, as most programs write them."""
    data = with_entry(GOOD, "[Content_Types].xml", lambda types: types.replace(b"</Types>", TYPES))
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", change(TABLE))
    return buffer.getvalue()


def test_texts_in_a_part_of_their_own_are_read(editor: Somebody) -> None:
    data = with_strings(lambda table: table.replace(b"Post", b"Brann"))
    shared = with_entry(
        data, SHEET, lambda sheet: sheet.replace(b't="inlineStr"><is><t>Fall</t></is>', b't="s"><v>0</v>')
    )
    assert look(editor, shared)["rows"][0]["module"] == "Brann"


def claiming(data: bytes, size: int) -> bytes:
    """The same file, whose directory says of each entry that it is that large."""
    made = bytearray(data)
    place = made.find(b"PK\x01\x02")
    while place >= 0:
        made[place + 24 : place + 28] = size.to_bytes(4, "little")
        place = made.find(b"PK\x01\x02", place + 4)
    return bytes(made)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet_broken"),
        (b"Post;Slag\nFall;Tall\n", "sheet_csv"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sheet_old"),
        (b"\xd0\xcf\x11\xe0" + bytes(60) + "EncryptedPackage".encode("utf-16-le"), "sheet_locked"),
        (GOOD[:-30], "sheet_broken"),
        (with_entry(GOOD, "[Content_Types].xml", lambda _: b"<no"), "sheet_broken"),
        (with_entry(GOOD, SHEET, laughing), "sheet_broken"),
        (with_strings(laughing), "sheet_broken"),
        (with_strings(outside), "sheet_broken"),
        (with_entry(GOOD, "xl/workbook.xml", laughing), "sheet_broken"),
        (with_entry(GOOD, SHEET, lambda _: b"<" * 100), "sheet_broken"),
        (with_entry(GOOD, "xl/theme/theme1.xml", lambda _: bytes(2**21)), "sheet_large"),
        (claiming(GOOD, 2**30), "sheet_large"),
        (book([("", "", "", f"Hva {n}?", "Ord") for n in range(MOST_ROWS + 1)]), "sheet_rows"),
        (book([("", "", "", "Hva?", "x" * 8001)]), "sheet_cell"),
        (saved(Workbook()), "sheet_header"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_spreadsheet_of_ours_is_refused_with_what_to_do(editor: Somebody, data: bytes, code: str) -> None:
    for address in ("/studio/spreadsheets/preview", "/studio/spreadsheets"):
        answer = send(editor, data, address)
        assert (answer.status_code, answer.json["code"]) == (422, code)
    assert editor.get("/studio/modules").json["total"] == 0


def test_a_spreadsheet_with_a_spoilt_part_is_read_or_refused(editor: Somebody) -> None:
    answers = [send(editor, data) for data in spoilt(GOOD)]
    assert {(each.status_code, each.json.get("code")) for each in answers} == {(200, None), (422, "sheet_broken")}


def test_an_open_document_is_told_from_a_broken_one(editor: Somebody) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert send(editor, buffer.getvalue()).json["code"] == "sheet_open_document"


def test_what_is_too_large_is_refused_before_it_is_read(editor: Somebody) -> None:
    for size in (MOST_BYTES + 1, MOST_BYTES + 2**20):
        answer = send(editor, b"PK\x03\x04" + bytes(size))
        assert (answer.status_code, answer.json["code"]) == (413, "too_large")
