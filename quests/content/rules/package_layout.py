"""What a content package must hold, seen as its files by name: the layout, the manifest, and what refers to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quests.content.rules.documents import placed_files
from quests.content.rules.inspection import LONGEST_LINE, Spot, check_object, check_string, check_text
from quests.content.rules.json_text import parse_json
from quests.content.rules.media.facts import Facts
from quests.content.rules.media.looking import cleaned, facts_of, remedies_of
from quests.content.rules.validation import with_own_languages

FORMAT = "loype.package/1"
MANIFEST = "manifest.json"
FOLDERS = ("modules", "paths", "media")


def names_under(folder: str, entries: Mapping[str, bytes]) -> list[str]:
    """The names of the files in a folder of the package, sorted."""
    return sorted(name for name in entries if name.startswith(f"{folder}/"))


def check_layout(entries: Mapping[str, bytes], spot: Spot) -> None:
    """Every file has its place in a package."""
    for name in entries:
        folder, _, file = name.partition("/")
        known = folder in FOLDERS and file and "/" not in file and not file.startswith(".")
        if name != MANIFEST and not (known and (folder == "media" or file.endswith(".json"))):
            spot.of(name).refuse("no_place")


def manifest_in(entries: Mapping[str, bytes], spot: Spot) -> Mapping[str, Any]:
    """The manifest, checked; fields it may get in later versions are left aside."""
    if MANIFEST not in entries:
        spot.refuse("missing")
        return {}
    manifest = parse_json(entries[MANIFEST], spot)
    if manifest is None:
        return {}
    given = check_object(spot, manifest, {"format"}, set(manifest) if isinstance(manifest, Mapping) else set()) or {}
    if given.get("format", FORMAT) != FORMAT:
        spot.at("format").refuse("format", format=FORMAT)
    if isinstance(given.get("title"), str):
        check_string(spot.at("title"), given["title"], LONGEST_LINE)
    elif given.get("title") is not None:
        check_text(with_own_languages(spot, given).at("title"), given["title"], LONGEST_LINE)
    if given.get("licence") is not None:
        check_string(spot.at("licence"), given["licence"], LONGEST_LINE)
    return given


@dataclass(frozen=True, slots=True)
class Medium:
    """A file of media without traces of its maker; `facts` is None of one that was refused."""

    content: bytes
    digest: str
    facts: Facts | None


def media_in(entries: Mapping[str, bytes], spot: Spot) -> dict[str, Medium]:
    """Each file of media by its name; what is none that we show or play is refused."""
    found = {}
    for name in names_under("media", entries):
        content, facts = entries[name], None
        remedies = remedies_of(content)
        for each in remedies:
            spot.of(name).refuse_by(each)
        if not remedies:
            content = cleaned(content)
            facts = facts_of(content)
        found[name.removeprefix("media/")] = Medium(content, sha256(content).hexdigest(), facts)
    return found


def documents_in(folder: str, entries: Mapping[str, bytes], spot: Spot) -> dict[str, Any]:
    """The documents of a folder by file name; those that are no JSON are refused and left out."""
    parsed = {name: parse_json(entries[name], spot.of(name)) for name in names_under(folder, entries)}
    return {name: document for name, document in parsed.items() if document is not None}


def check_files(spot: Spot, document: object, media: Mapping[str, Medium]) -> None:
    """Every file that a module shows or plays is in the package, and is what it is shown or played as."""
    cards = document.get("cards") if isinstance(document, Mapping) else None
    for number, card in enumerate(cards if isinstance(cards, list) else ()):
        film = _named(card.get("video"), media) if isinstance(card, Mapping) else None
        for steps, given in placed_files(card):
            here = spot.at("cards").at(number)
            for step in steps:
                here = here.at(step)
            found, wanted = _named(given, media), _PLACES.get(steps[0], "picture") if steps else "picture"
            if found is None and "file" in given:
                here.at("file").refuse("picture_absent", name=ascii(given["file"][:80]))
            elif found is None:
                here.at("media").refuse("picture_unknown")
            elif found.facts is not None and found.facts.family != wanted:
                here.refuse("media_not", what=f"{wanted}_file")
            elif wanted == "captions" and _outlast(found, film):
                here.refuse("captions_outlast")


_PLACES: Mapping[str | int, str] = {"audio": "audio", "video": "video", "captions": "captions"}
"""Where in a card what is no picture stands."""


def _named(reference: object, media: Mapping[str, Medium]) -> Medium | None:
    """The file that a reference names, by its name or its hash."""
    if not isinstance(reference, Mapping):
        return None
    if isinstance(reference.get("file"), str):
        return media.get(reference["file"])
    return next((each for each in media.values() if each.digest == reference.get("media")), None)


def _outlast(captions: Medium, film: Medium | None) -> bool:
    if film is None or film.facts is None or film.facts.family != "video" or captions.facts is None:
        return False
    return (captions.facts.seconds or 0) > (film.facts.seconds or 0) + 1


def slugs_of(documents: Mapping[str, Any], field: str, spot: Spot) -> set[str]:
    """The slugs that these documents give themselves; one that is given twice is refused."""
    seen: dict[str, str] = {}
    for name, document in documents.items():
        slug = document.get(field) if isinstance(document, Mapping) else None
        if isinstance(slug, str) and slug in seen:
            spot.of(name).at(field).refuse("same_as", file=seen[slug])
        elif isinstance(slug, str):
            seen[slug] = name
    return set(seen)


def check_lists(spot: Spot, manifest: Mapping[str, Any], held: Mapping[str, set[str]]) -> None:
    """Where the manifest lists what the package holds, it lists all of it and nothing else."""
    for field, names in held.items():
        listed = manifest.get(field)
        if listed is None:
            continue
        if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
            spot.at(field).refuse("not_names")
        elif set(listed) != names or len(listed) != len(names):
            odd = ", ".join(sorted(set(listed) ^ names)[:10])
            if odd:
                spot.at(field).refuse("listed", folder=field, odd=ascii(odd)[1:-1])
            else:
                spot.at(field).refuse("listed_twice", folder=field)
