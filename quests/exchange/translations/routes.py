"""Doors for translators: how far modules are translated, their texts out as XLIFF or a spreadsheet, and in again."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint
from app.core.db import committed
from app.core.errors import not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from quests.authoring.drafts.models import Draft
from quests.content.rules.texts import LANGUAGES
from quests.exchange import actions, schemas, xliff
from quests.exchange.doors import BINARY, MAKERS, body, draft_named, file
from quests.exchange.rules import translation_sheet
from quests.exchange.rules.translations import Given, Received, Unit, received, source_of, units_of
from quests.exchange.spreadsheets import MEDIA_TYPE, SheetRefused, Table, read_sheet, write_sheet
from quests.exchange.translations.queries import translation_shown, translations_page

blueprint = Blueprint("translations", __name__, url_prefix="/api/v1/studio", description="Translations")

MOST_BYTES = 2 * 2**20
FILE = {"content": {kind: {"schema": BINARY} for kind in (xliff.MEDIA_TYPE, MEDIA_TYPE)}, "required": True}


@blueprint.get("/translations")
@only_for(*MAKERS)
@blueprint.response(200, schemas.TranslationsOut)
def translations() -> Response:
    """Each module with how far it is translated, the one changed last first."""
    who, page = viewer(), page_asked_for()
    found, total = translations_page(who.organisation_id, page, PAGE_SIZE)
    return json_answer(paged([translation_shown(each, who.language) for each in found], page, total))


@blueprint.get("/modules/<uuid:module_id>/texts/<string(length=2):language>")
@only_for(*MAKERS)
@blueprint.response(200, schemas.TextsOut)
def texts(module_id: UUID, language: str) -> Response:
    """Every text of a module beside its translation, and how old that is."""
    draft, units = _units(module_id, language)
    shown = translation_shown(draft, viewer().language)
    (counts,) = [each for each in shown.pop("languages") if each["language"] == language]
    return json_answer({**shown, **counts, "items": [asdict(each) for each in units]})


@blueprint.post("/modules/<uuid:module_id>/texts/<string:language>/right")
@only_for(*MAKERS)
@blueprint.arguments(schemas.RightIn)
@blueprint.response(200, schemas.SpokenOut)
def still_right(given: dict[str, Any], module_id: UUID, language: str) -> Response:
    """Say of translations older than their source that they are right still. Safe to repeat."""
    who = viewer()
    _translated(module_id, language)
    committed(actions.confirm, who.organisation_id, who.person_id, module_id, given["ids"], language)
    shown = translation_shown(draft_named(module_id), who.language)["languages"]
    return json_answer(next(each for each in shown if each["language"] == language))


@blueprint.get("/modules/<uuid:module_id>/texts/<string:language>.xliff")
@only_for(*MAKERS)
@blueprint.response(200, BINARY, content_type=xliff.MEDIA_TYPE)
def texts_as_xliff(module_id: UUID, language: str) -> Response:
    """The texts of a module, from the language it was written in to another, as XLIFF 2.1."""
    draft, units = _units(module_id, language)
    slug, source = draft.document["module"], source_of(draft.document)
    content = xliff.write_xliff(slug, source, language, units)
    return file(content, xliff.MEDIA_TYPE, f"{slug}.{source}-{language}.xliff")


@blueprint.get("/modules/<uuid:module_id>/texts/<string:language>.xlsx")
@only_for(*MAKERS)
@blueprint.response(200, BINARY, content_type=MEDIA_TYPE)
def texts_as_sheet(module_id: UUID, language: str) -> Response:
    """The same as a spreadsheet with a column to write in."""
    draft, units = _units(module_id, language)
    slug, source, words = draft.document["module"], source_of(draft.document), viewer().language
    title, help_title = translation_sheet.TITLES[words]
    table = Table(title, translation_sheet.table_of(units, source, language, words), translation_sheet.WIDTHS, {})
    content = write_sheet(table, help_title, translation_sheet.help_of(language, words))
    return file(content, MEDIA_TYPE, f"{slug}.{source}-{language}.xlsx")


@blueprint.post("/modules/<uuid:module_id>/texts/<string:language>/preview")
@only_for(*MAKERS)
@blueprint.doc(requestBody=FILE)
@blueprint.response(200, schemas.TakenTextsOut)
def preview_texts(module_id: UUID, language: str) -> Response:
    """What a file with translations would change in the draft. Nothing is stored."""
    draft = _translated(module_id, language)
    return json_answer(_told(received(draft.document, _given(draft, language), language)))


@blueprint.put("/modules/<uuid:module_id>/texts/<string(length=2):language>")
@only_for(*MAKERS)
@blueprint.doc(requestBody=FILE)
@blueprint.response(200, schemas.TakenTextsOut)
def take_texts(module_id: UUID, language: str) -> Response:
    """Take a file with translations, XLIFF 2 or a spreadsheet, into the draft. Safe to repeat.

    Only texts are taken. A translation of a text that has changed since it went out is taken, and counts as old.
    """
    who, draft = viewer(), _translated(module_id, language)
    given = _given(draft, language)
    return json_answer(
        _told(committed(actions.take_translations, who.organisation_id, who.person_id, module_id, given, language))
    )


def _units(module_id: UUID, language: str) -> tuple[Draft, list[Unit]]:
    draft = _translated(module_id, language)
    return draft, list(units_of(draft.document, draft.sources, language, viewer().language))


def _translated(module_id: UUID, language: str) -> Draft:
    """The draft, which is translated into that language: 404 of its own, and of one we do not know."""
    draft = draft_named(module_id)
    if language not in LANGUAGES or language == source_of(draft.document):
        raise not_found()
    return draft


def _given(draft: Draft, language: str) -> list[Given]:
    data = body(MOST_BYTES)
    if not data.startswith(b"PK"):
        return xliff.read_xliff(data, language)
    lines = [each.cells for each in read_sheet(data)]
    found = translation_sheet.given_in(lines, source_of(draft.document), language)
    if found is None:
        raise SheetRefused("sheet_header")
    return found


def _told(found: Received) -> dict[str, Any]:
    notes = [{"id": name, "code": code} for name, code in found.notes]
    return {"taken": found.taken, "same": found.same, "notes": notes}
