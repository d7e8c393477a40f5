"""What the fuzzer cannot know by itself: how bodies look that are no JSON, and what HTTP lets a header hold."""

from collections.abc import Mapping

import schemathesis
from hypothesis import strategies as st

from quests.exchange.rules.template import choices, examples, help_rows, table_of, widths
from quests.exchange.spreadsheets import MEDIA_TYPE, Table, write_sheet
from quests.exchange.xliff import NAMESPACE
from tests.quests.content.examples import JPEG, PNG, SVG, WEBP, module, package

XLIFF = (
    f'<?xml version="1.0"?><xliff xmlns="{NAMESPACE}" version="2.1" srcLang="nb" trgLang="en"><file id="f">'
    "<unit id='title'><segment><source>Rene hender</source><target>Clean hands</target></segment></unit></file></xliff>"
).encode()


@st.composite
def files(draw: st.DrawFn, whole: bytes) -> bytes:
    """A sound file, one with a byte changed or cut off, or anything at all."""
    kind = draw(st.sampled_from(["whole", "changed", "cut", "anything"]))
    if kind == "anything":
        return draw(st.binary(max_size=2000))
    if kind == "cut":
        return whole[: draw(st.integers(0, len(whole)))]
    if kind == "changed":
        place = draw(st.integers(0, len(whole) - 1))
        return whole[:place] + bytes([whole[place] ^ draw(st.integers(1, 255))]) + whole[place + 1 :]
    return whole


def media() -> st.SearchStrategy[bytes]:
    """A sound picture, a part of one, or anything at all."""
    return st.sampled_from([SVG, PNG, JPEG, WEBP, PNG[:40]]) | st.binary(max_size=2000)


def spreadsheet() -> bytes:
    """The template with its examples."""
    table = Table("Ark", table_of(examples("nb"), "nb"), widths("nb"), choices("nb"))
    return write_sheet(table, "Hjelp", help_rows("nb"))


schemathesis.openapi.media_type("application/zip", files(package(module())))
schemathesis.openapi.media_type("application/xliff+xml", files(XLIFF))
schemathesis.openapi.media_type(MEDIA_TYPE, files(spreadsheet()))
schemathesis.openapi.media_type("application/octet-stream", media())


@schemathesis.hook
def filter_headers(_context: schemathesis.HookContext, headers: Mapping[str, str] | None) -> bool:
    """A control sign in a header (RFC 9110, 5.5) is refused by the web server itself, without a word of ours."""
    return not any(ord(sign) < 32 or ord(sign) == 127 for value in (headers or {}).values() for sign in str(value))
