"""A person's copy as a file: the same rows twice over, as JSON for machines and as a page for people."""

from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from app.core.http import packed, rfc3339
from app.identity.viewer import Viewer
from app.privacy.page import Page
from app.privacy.queries import rows, sections_of

FORMAT = "loype.person/1"
IN_MEMORY = 1024 * 1024


def copy_of(who: Viewer, now: datetime) -> IO[bytes]:
    """The zip, ready to be read from its start. Rows are read once and held a few at a time; the rest is on disk."""
    made = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
    try:
        _fill(made, who, now)
    except BaseException:
        made.close()
        raise
    made.seek(0)
    return made


def _fill(made: IO[bytes], who: Viewer, now: datetime) -> None:
    with ZipFile(made, "w", ZIP_DEFLATED) as archive, SpooledTemporaryFile(IN_MEMORY) as page:
        with archive.open("data.json", "w", force_zip64=True) as data:
            _write(who, now, data, page)
        page.seek(0)
        with archive.open(Page.NAMES[who.language], "w", force_zip64=True) as shown:
            while piece := page.read(IN_MEMORY):
                shown.write(piece)


def _write(who: Viewer, now: datetime, data: IO[bytes], shown: IO[bytes]) -> None:
    page = Page(who, now)
    shown.write(page.head())
    head = {"format": FORMAT, "made_at": rfc3339(now), "organisation": who.organisation_name}
    data.write(packed(head)[:-1])
    for section in sections_of(who.organisation_id, who.person_id, who.player_id):
        data.write(b',\n"%s": [' % section.name.encode())
        shown.write(page.section(section.name))
        count = 0
        for count, row in enumerate(rows(section, who.language), 1):
            data.write((b",\n" if count > 1 else b"\n") + packed(row))
            shown.write(page.row(row, is_first=count == 1))
        data.write(b"]")
        shown.write(page.section_end(count))
    data.write(b"}\n")
    shown.write(page.foot())
