"""Pictures from strangers: told by their bytes, and drawings only when nothing in them can run, fetch or restyle."""

from pathlib import Path

import pytest

from quests.content.rules.drawings import drawing_remedies
from quests.content.rules.media.facts import MOST_BYTES
from quests.content.rules.media.looking import facts_of, remedies_of
from tests.quests.content.examples import COURSES, JPEG, PNG, SVG, WEBP, zipped

NS = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NS} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(("content", "ending"), [(SVG, "svg"), (PNG, "png"), (JPEG, "jpg"), (WEBP, "webp")])
def test_pictures_are_known_by_their_bytes(content: bytes, ending: str) -> None:
    assert facts_of(content).ending == ending
    assert remedies_of(content) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a" + bytes(40), b"<!doctype html><html></html>", b"%PDF-1.7", zipped({"a": b"b"}), b"\x1f\x8b" + SVG,
     b"MZ", b"\xff\xd8\xff cut off", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WAVE"],
    ids=["nothing", "GIF", "HTML", "PDF", "zip", "gzip", "program", "half a JPEG", "start of a PNG", "WAV"],
)  # fmt: skip
def test_other_files_are_no_pictures(content: bytes) -> None:
    assert remedies_of(content)


def test_a_large_picture_is_refused() -> None:
    assert "larger than 2 MiB" in str(remedies_of(SVG + bytes(MOST_BYTES["picture"]))[0])


@pytest.mark.parametrize(
    "file",
    [file for course in COURSES for file in sorted((course / "media").glob("*.svg"))],
    ids=lambda file: file.name,
)
def test_our_own_drawings_are_let_in(file: Path) -> None:
    assert remedies_of(file.read_bytes()) == []


SAFE = [
    b'<?xml version="1.0" encoding="UTF-8"?>\n' + SVG,
    b'<?xml version="1.0" encoding="utf-8" standalone="no"?>' + SVG,
    b"\xef\xbb\xbf" + SVG,
    svg('<defs><radialGradient id="g"><stop offset="0" stop-color="red"/></radialGradient></defs><g fill="url(#g)"/>'),
    svg('<title>Hender</title><g clip-path="url(#c)"><text x="1">Rens</text></g><!-- en merknad -->', 'role="img"'),
]


@pytest.mark.parametrize("content", SAFE)
def test_what_draws_is_let_in(content: bytes) -> None:
    assert drawing_remedies(content) == []


ATTACKS = [
    svg("<script>alert(1)</script>"),
    svg('<script href="https://evil.no/x.js"/>'),
    svg("<g/>", 'onload="alert(1)"'),
    svg('<rect onclick="alert(1)"/>'),
    svg('<rect ONCLICK="alert(1)"/>'),
    svg("<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
    svg("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>"),
    svg("<math xmlns='http://www.w3.org/1998/Math/MathML'/>"),
    svg('<a href="javascript:alert(1)"><rect/></a>'),
    svg('<a xlink:href="javascript:alert(1)"><rect/></a>', XLINK),
    svg('<image href="https://evil.no/pixel.png"/>'),
    svg('<image xlink:href="data:image/svg+xml;base64,AAAA"/>', XLINK),
    svg('<use href="https://evil.no/x.svg#a"/>'),
    svg('<g id="a"/><use href="#a"/>'),
    svg("<style>@import url(https://evil.no/x.css);</style>"),
    svg('<rect style="background:url(https://evil.no)"/>'),
    svg('<rect fill="url(https://evil.no/x.svg#a)"/>'),
    svg('<rect fill="url( //evil.no/x)"/>'),
    svg('<rect fill="u\\72l(https://evil.no)"/>'),
    svg('<rect mask="url(data:image/svg+xml,x#a)"/>'),
    svg('<rect fill="&#117;rl(https://evil.no)"/>'),
    svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    svg('<set attributeName="onclick" to="alert(1)"/>'),
    svg("<iframe/>"),
    svg('<filter><feImage href="https://evil.no"/></filter>'),
    svg("<g/>", 'xml:base="https://evil.no/"'),
    svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
    svg("<metadata/>"),
    b'<?xml-stylesheet href="https://evil.no/x.css"?>' + SVG,
    SVG + b'<?xml-stylesheet href="https://evil.no/x.css"?>',
    b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + SVG,
    b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"),
    b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("<text>&b;</text>"),
    b'<?xml version="1.0" encoding="UTF-7"?>' + SVG,
    b'<?xml version="1.0" encoding="UTF-16"?>' + SVG,
    SVG.decode().encode("utf-16"),
    b'<?xml version="1.0" encoding="ISO-8859-1"?>' + SVG,
    b"<svg><rect/></svg>",
    b'<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>',
    SVG[:-3],
    SVG + SVG,
    svg("&nbsp;"),
    svg("<g>" * 100 + "<script/>" + "</g>" * 100),
]


@pytest.mark.parametrize("content", ATTACKS)
def test_what_runs_fetches_or_restyles_is_refused(content: bytes) -> None:
    assert drawing_remedies(content)
    assert remedies_of(content)


def test_deep_and_crowded_drawings_are_refused() -> None:
    assert drawing_remedies(svg("<g>" * 100_000 + "</g>" * 100_000))
    assert drawing_remedies(svg("<g/>" * 100_000))
