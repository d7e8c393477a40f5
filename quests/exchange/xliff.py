"""XLIFF 2.1 (OASIS standard, 2018): the texts of a module as translators' tools read them, and back.

Read without document types, entities and anything outside the file; segments that a tool has cut are put together.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.core.errors import Problem
from quests.exchange.rules.translations import FRESH, MOST_UNITS, Given, Unit

MEDIA_TYPE = "application/xliff+xml"
NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_REFUSALS = {
    "xliff_broken": "This cannot be read as XLIFF. Export it again from the translation tool.",
    "xliff_version": "An older XLIFF (1.x). Export it as XLIFF 2.",
    "xliff_language": "This file is for another language. Choose the file for this one.",
    "xliff_large": "The file holds too many texts. It is not one of ours.",
}


class XliffRefused(Problem):
    """A file that is no XLIFF for this module and language."""

    def __init__(self, code: str) -> None:
        super().__init__(422, code, _REFUSALS[code])


def write_xliff(module: str, source: str, target: str, units: Iterable[Unit]) -> bytes:
    """The file of a module's texts. What has no translation yet, or an old one, is `initial`."""
    root = Element("xliff", {"xmlns": NAMESPACE, "version": "2.1", "srcLang": source, "trgLang": target})
    file = SubElement(root, "file", {"id": "module", "original": f"modules/{module}"})
    for unit in units:
        element = SubElement(file, "unit", {"id": unit.id})
        SubElement(SubElement(element, "notes"), "note").text = _clean(unit.where)
        state = "translated" if unit.state == FRESH else "initial"
        segment = SubElement(element, "segment", {"id": "s1", "state": state})
        SubElement(segment, "source", {_SPACE: "preserve"}).text = _clean(unit.source)
        if unit.target:
            SubElement(segment, "target", {_SPACE: "preserve"}).text = _clean(unit.target)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)


def read_xliff(data: bytes, language: str) -> list[Given]:
    """The translations of a file into that language. XliffRefused where it is no such file."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise XliffRefused("xliff_broken") from error
    if root.tag in ("{urn:oasis:names:tc:xliff:document:1.2}xliff", "{urn:oasis:names:tc:xliff:document:1.1}xliff"):
        raise XliffRefused("xliff_version")
    if root.tag != f"{{{NAMESPACE}}}xliff":
        raise XliffRefused("xliff_broken")
    if (root.get("trgLang") or "").split("-")[0].lower() != language:
        raise XliffRefused("xliff_language")
    units = list(root.iter(f"{{{NAMESPACE}}}unit"))
    if len(units) > MOST_UNITS:
        raise XliffRefused("xliff_large")
    return [_given(each) for each in units]


def _given(unit: Element) -> Given:
    return Given(unit.get("id") or "", _together(unit, "source"), _together(unit, "target"))


def _together(unit: Element, name: str) -> str:
    """What the segments of a unit say one after the other, and what stands between them."""
    parts = [part for part in unit if part.tag in (f"{{{NAMESPACE}}}segment", f"{{{NAMESPACE}}}ignorable")]
    said = []
    for part in parts:
        found = part.find(f"{{{NAMESPACE}}}{name}")
        if found is None and part.tag.endswith("ignorable"):
            found = part.find(f"{{{NAMESPACE}}}source")
        said.append("".join(found.itertext()) if found is not None else "")
    return "".join(said).strip()
