"""Drawings (SVG) from strangers: only what draws is let in, by a list of what is allowed.

A drawing is shown as an image, where nothing in it runs; but it can also be opened by its address. So nothing in it may
run, fetch or restyle: no scripts, handlers, foreign objects, style sheets, references to outside, or repeated
references (`use`), which can grow a small file into millions of shapes.
"""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from quests.content.rules.remedies import Remedy, remedy

MOST_ELEMENTS = 5000

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_GROUPS = {"svg", "g", "defs", "clipPath", "mask", "linearGradient", "radialGradient", "stop", "title", "desc"}
_FIELDS = frozenset(
    """
    id class role aria-label aria-hidden lang tabindex version viewBox preserveAspectRatio width height x y x1 y1 x2 y2
    cx cy r rx ry fx fy dx dy d points pathLength transform offset gradientUnits gradientTransform spreadMethod
    clipPathUnits maskUnits maskContentUnits clip-path clip-rule mask fill fill-opacity fill-rule stroke stroke-width
    stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stop-color
    stop-opacity color opacity display visibility vector-effect shape-rendering text-rendering paint-order
    font-family font-size font-weight font-style letter-spacing text-anchor dominant-baseline textLength rotate
    {http://www.w3.org/XML/1998/namespace}space {http://www.w3.org/XML/1998/namespace}lang
    """.split()  # noqa: SIM905 - many words are read best as words
)
_DECLARATION = re.compile(
    r"""\ufeff?<\?xml\s+version=["']1\.[01]["'](\s+encoding=["']utf-8["'])?(\s+standalone=["'](yes|no)["'])?\s*\?>""",
    re.I,
)
_INSIDE = re.compile(r"url\(\s*['\"]?#[\w.-]+['\"]?\s*\)", re.I)
_OUTSIDE = re.compile(r"url\s*\(|:\s*/|javascript|data:|expression|@import|\\", re.I)


def drawing_remedies(content: bytes) -> list[Remedy]:
    """What must be mended in a drawing before it can be shown; empty when it is safe."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return [remedy("drawing_coding")]
    text = _DECLARATION.sub("", text, count=1) if _DECLARATION.match(text) else text
    if "<?" in text or "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        return [remedy("drawing_plain")]
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return [remedy("drawing_broken")]
    if root.tag != f"{_SVG}svg":
        return [remedy("drawing_root")]
    elements = list(root.iter())
    if len(elements) > MOST_ELEMENTS:
        return [remedy("drawing_large", most=MOST_ELEMENTS)]
    return sorted({found for element in elements for found in _remedies(element)})[:10]


def _remedies(element: Element) -> list[Remedy]:
    name = element.tag.removeprefix(_SVG)
    if name not in _SHAPES | _GROUPS:
        return [remedy("drawing_element", name=ascii(name[:40]))]
    remedies = []
    for field, value in element.attrib.items():
        if field not in _FIELDS:
            remedies.append(remedy("drawing_attribute", name=ascii(field[:40])))
        elif _OUTSIDE.search(_INSIDE.sub("", value)):
            remedies.append(remedy("drawing_reference", name=field))
    return remedies
