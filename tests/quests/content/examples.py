"""Documents, pictures and packages to try things with."""

import copy
import io
import zipfile
from pathlib import Path
from typing import Any

import orjson

from quests.content.package import COURSES as FOLDER
from quests.content.rules.archive import write_archive
from tests.media.make import picture
from tests.quests.content.scenarios import small

ROOT = Path(__file__).parents[3]
COURSES = sorted(each for each in FOLDER.iterdir() if each.is_dir())
VECTORS = ROOT / "tests" / "vectors"

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#0F3D2E" d="M0 0h8v8H0z"/></svg>'
PNG, JPEG, WEBP = (picture(form) for form in ("PNG", "JPEG", "WEBP"))


def texts(text: str) -> dict[str, str]:
    """The text in two languages that can be told apart."""
    return {"nb": text, "en": f"{text} (en)"}


def option(id: str, *, explained: bool = True) -> dict[str, Any]:
    """An option, or a side of a pair."""
    return {"id": id, "text": texts(f"Valg {id}")} | ({"explanation": texts(f"Fordi {id}")} if explained else {})


CARDS: dict[str, dict[str, Any]] = {
    "text": {"id": "c1", "type": "text", "prompt": texts("Visste du"), "body": texts("**Rene** hender\n\n- vann")},
    "choice": {
        "id": "c2",
        "type": "choice",
        "prompt": texts("Hva først?"),
        "options": [option("a"), option("b")],
        "key": "b",
    },
    "multiple": {
        "id": "c3",
        "type": "multiple",
        "prompt": texts("Hvilke?"),
        "options": [option("a"), option("b")],
        "key": ["a"],
    },
    "order": {
        "id": "c4",
        "type": "order",
        "prompt": texts("Rekkefølge?"),
        "options": [option("a"), option("b"), option("c")],
        "key": ["c", "a", "b"],
    },
    "match": {
        "id": "c5",
        "type": "match",
        "prompt": texts("Hva hører sammen?"),
        "left": [option("l1"), option("l2")],
        "right": [option("r1", explained=False), option("r2", explained=False)],
        "key": {"l1": "r2", "l2": "r1"},
    },
    "number": {
        "id": "c6",
        "type": "number",
        "prompt": texts("Hvor lenge?"),
        "unit": texts("sekunder"),
        "key": {"value": 30, "tolerance": 10},
        "explanation": texts("Tjue til førti"),
        "remember": True,
    },
}


FIRST = tuple(CARDS)
"""The types of cards that need no picture, a card of each."""

PICTURE = {"file": "rom.svg", "alt": texts("Et rom")}


def region(id: str, x: float) -> dict[str, Any]:
    """Something to find in a picture."""
    return option(id) | {"x": x, "y": 0.2, "w": 0.2, "h": 0.3}


CARDS |= {
    "audio": {
        "id": "c20",
        "type": "audio",
        "prompt": texts("Hør"),
        "audio": {"file": "lyd.mp3"},
        "transcript": texts("En tone"),
    },
    "video": {
        "id": "c21",
        "type": "video",
        "prompt": texts("Se"),
        "video": {"file": "film.webm"},
        "captions": {"nb": {"file": "nb.vtt"}, "en": {"file": "en.vtt"}},
        "poster": {"file": "hender.svg", "alt": texts("Hender")},
        "transcript": texts("Et bilde som flytter seg"),
    },
}
CARDS |= {
    "discover": {
        "id": "c7",
        "type": "discover",
        "prompt": texts("Se deg rundt"),
        "picture": PICTURE,
        "spots": [option("s1") | {"x": 0.1, "y": 0.2}, option("s2") | {"x": 0.9, "y": 1}],
    },
    "steps": {
        "id": "c8",
        "type": "steps",
        "prompt": texts("Slik gjør du"),
        "steps": [option("t1", explained=False), option("t2", explained=False) | {"picture": PICTURE}],
    },
    "quote": {
        "id": "c9",
        "type": "quote",
        "prompt": texts("Fra gulvet"),
        "quote": texts("Jeg spør alltid en gang til."),
        "by": texts("Sykepleier"),
    },
    "sort": {
        "id": "c10",
        "type": "sort",
        "prompt": texts("Hvor hører det hjemme?"),
        "options": [option("a"), option("b"), option("c")],
        "buckets": [option("x", explained=False), option("y", explained=False)],
        "key": {"a": "x", "b": "y", "c": "x"},
    },
    "fill": {
        "id": "c11",
        "type": "fill",
        "prompt": texts("Hva heter det?"),
        "key": {"nb": ["håndvask", "å vaske hendene"], "en": ["hand washing"]},
        "explanation": texts("Håndvask"),
    },
    "hotspot": {
        "id": "c12",
        "type": "hotspot",
        "prompt": texts("Finn farene"),
        "picture": PICTURE,
        "regions": [region("a", 0), region("b", 0.4), region("c", 0.8)],
        "key": ["a", "c"],
    },
    "flashcard": {"id": "c13", "type": "flashcard", "prompt": texts("Nødnummer?"), "back": texts("113")},
    "survey": {
        "id": "c14",
        "type": "survey",
        "prompt": texts("Hvor trygg er du?"),
        "scale": {"least": 1, "most": 5, "low": texts("Utrygg"), "high": texts("Trygg")},
    },
    "scenario": {**small(("nb", "en")), "id": "c17"},
    "reflection": {"id": "c15", "type": "reflection", "prompt": texts("Hva gjør du annerledes i morgen?")},
}


def pool() -> dict[str, Any]:
    """A choice that is one of two, drawn by the seed."""
    variants = [
        {"id": id, "prompt": texts(f"Hva først, {id}?"), "options": [option("a"), option("b")], "key": key}
        for id, key in (("v1", "a"), ("v2", "b"))
    ]
    return {"id": "c16", "type": "choice", "variants": variants, "remember": True}


def card(kind: str) -> dict[str, Any]:
    """A sound card of a type."""
    return copy.deepcopy(CARDS[kind])


def module(slug: str = "rene-hender", *kinds: str) -> dict[str, Any]:
    """A sound source document, with cards of these types or of `FIRST`."""
    return {
        "format": "loype.module/1",
        "module": slug,
        "languages": ["nb", "en"],
        "title": texts("Rene hender"),
        "takeaways": {"nb": ["Vask", "Tørk"], "en": ["Wash", "Dry"]},
        "licence": "CC-BY-4.0",
        "credits": "Løype",
        "sources": [{"title": "Veileder for håndhygiene", "note": texts("Når")}],
        "cards": [card(kind) for kind in kinds or FIRST],
    }


def served(slug: str = "served") -> dict[str, Any]:
    """A sound document in one language, as the contract shows it."""
    options = [{"id": id, "text": f"Option {id}", "explanation": f"Because {id}"} for id in "ab"]
    card = {"id": "c1", "type": "choice", "prompt": "What first?", "options": options, "key": "a"}
    return {
        "format": "loype.module/1",
        "module": slug,
        "version": "0" * 64,
        "title": "Clean",
        "language": "en",
        "languages": ["nb", "en"],
        "seconds": 20,
        "licence": "CC0-1.0",
        "credits": "Us",
        "cards": [card],
    }


def path(*modules: str) -> dict[str, Any]:
    """A sound path of one quest that opens these modules."""
    quest = {
        "id": "uke-1",
        "title": texts("Uke 1"),
        "story": texts("Ut på tur"),
        "goal": texts("Lære"),
        "terrain": "skog",
        "activities": [{"id": slug, "kind": "module", "module": slug} for slug in modules],
    }
    return {
        "format": "loype.path/1",
        "path": "trygg",
        "title": texts("Trygg"),
        "story": texts("Et eventyr"),
        "goal": texts("Tryggere"),
        "quests": [quest],
    }


def entries(*modules: dict[str, Any], **files: bytes) -> dict[str, bytes]:
    """The files of a package with these modules; `files` are pictures named by their stem."""
    held = {"manifest.json": orjson.dumps({"format": "loype.package/1", "title": "Prøve", "licence": "CC-BY-4.0"})}
    held |= {f"modules/{each['module']}.json": orjson.dumps(each) for each in modules}
    return held | {f"media/{stem}.svg": content for stem, content in files.items()}


def package(*modules: dict[str, Any], **files: bytes) -> bytes:
    """The same as a zip."""
    return write_archive(entries(*modules, **files))


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip as an ordinary program makes it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
