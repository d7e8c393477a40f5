"""Content packages (`.loype`): a zip of modules, paths and pictures that one organisation gives another.

```
manifest.json     {"format": "loype.package/1", title, licence, modules: [slugs], paths: [slugs], media: [files]}
modules/*.json    module documents ("loype.module/1")
paths/*.json      path documents ("loype.path/1")
media/*           pictures, sound, video, captions; a document names one by its file name here, and in a written
                  package that is the hash of its bytes
```

Reading is all or nothing, and tells every fault with its file, place and remedy. Writing what was read gives the same
bytes whoever writes it, so export → import → export changes nothing. No database here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.errors import Problem
from quests.content.rules.archive import read_archive, write_archive
from quests.content.rules.documents import media_of, path_stored_form, readable, stored_form, with_files
from quests.content.rules.inspection import MOST_FAULTS, Fault, Spot
from quests.content.rules.media.looking import facts_of
from quests.content.rules.package_layout import (
    FOLDERS,
    FORMAT,
    MANIFEST,
    Medium,
    check_files,
    check_layout,
    check_lists,
    documents_in,
    manifest_in,
    media_in,
    slugs_of,
)
from quests.content.rules.path_validation import path_faults_of
from quests.content.rules.remedies import Remedy
from quests.content.rules.validation import check_length, faults_of

COURSES = Path(__file__).parent / "courses"
"""The courses that come with Løype, each a package laid out as a folder."""


@dataclass(frozen=True)
class Package:
    """What a sound package holds."""

    title: Mapping[str, str] | str | None
    licence: str | None
    modules: Sequence[Mapping[str, Any]]
    """Module documents in stored form, by slug."""
    paths: Sequence[Mapping[str, Any]]
    """Path documents with each text by language, by slug."""
    media: Mapping[str, bytes]
    """All that the modules show and play, by the SHA-256 of their bytes."""


class PackageRefused(Problem):
    """A package with faults, of which nothing is taken in."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults[:MOST_FAULTS])
        errors: dict[str, list[str]] = {}
        for fault in self.faults:
            errors.setdefault(fault.file, []).append(
                ": ".join(part for part in (fault.path, str(fault.remedy)) if part)
            )
        told = [{"file": each.file, "place": each.path, **_told(each.remedy)} for each in self.faults]
        super().__init__(422, "invalid", "\n".join(map(str, self.faults)), errors, more={"faults": told})


def _told(remedy: Remedy) -> dict[str, Any]:
    """For screens, which have words of their own."""
    return {"code": remedy.code, "given": dict(remedy.given), "remedy": str(remedy)}


def read_package(data: bytes) -> Package:
    """What a `.loype` file holds. Raises PackageRefused, with every fault found."""
    faults: list[Fault] = []
    entries = read_archive(data, Spot(faults, "package"))
    if faults:
        raise PackageRefused(faults)
    return _checked(entries, faults)


def read_folder(folder: Path) -> Package:
    """The same of a package laid out as a folder; files that belong to no package are left aside."""
    entries = {MANIFEST: folder / MANIFEST}
    for name in FOLDERS:
        files = sorted((folder / name).glob("*"))
        entries |= {f"{name}/{file.name}": file for file in files if not file.name.startswith(".")}
    return _checked({name: file.read_bytes() for name, file in entries.items() if file.is_file()}, [])


def write_package(package: Package) -> bytes:
    """The `.loype` file of a package, always the same bytes."""
    names = {digest: f"{digest}.{facts_of(content).ending}" for digest, content in package.media.items()}
    manifest = {
        "format": FORMAT,
        "title": package.title,
        "licence": package.licence,
        "modules": sorted(module["module"] for module in package.modules),
        "paths": sorted(path["path"] for path in package.paths),
        "media": sorted(names.values()),
    }
    entries = {MANIFEST: readable({name: value for name, value in manifest.items() if value is not None})}
    for module in package.modules:
        entries[f"modules/{module['module']}.json"] = readable(_with_files(module, names))
    for path in package.paths:
        entries[f"paths/{path['path']}.json"] = readable(path)
    for digest, content in package.media.items():
        entries[f"media/{names[digest]}"] = content
    return write_archive(entries)


def pack_folder(folder: Path) -> bytes:
    """The `.loype` file of a package laid out as a folder, whose manifest may leave out the lists."""
    return write_package(read_folder(folder))


def _with_files(module: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A stored module document with its files named as in the package."""
    return {**module, "cards": with_files(module["cards"], lambda each: {"file": names[each["media"]]})}


def _checked(entries: Mapping[str, bytes], faults: list[Fault]) -> Package:
    """The package of these files, by name; PackageRefused if there is a single fault."""
    spot = Spot(faults, MANIFEST)
    check_layout(entries, spot)
    manifest = manifest_in(entries, spot)
    media = media_in(entries, spot)
    modules = documents_in("modules", entries, spot)
    paths = documents_in("paths", entries, spot)
    for name, document in modules.items():
        faults += faults_of(document, name)
        check_files(spot.of(name), document, media)
    slugs = slugs_of(modules, "module", spot)
    for name, document in paths.items():
        faults += path_faults_of(document, name, slugs)
    check_lists(spot, manifest, {"modules": slugs, "paths": slugs_of(paths, "path", spot), "media": set(media)})
    if faults:
        raise PackageRefused(faults)
    stored = _stored(modules, media, faults)
    shown = {digest for module in stored for digest in media_of(module)}
    return Package(
        title=manifest.get("title"),
        licence=manifest.get("licence"),
        modules=tuple(stored),
        paths=tuple(sorted(map(path_stored_form, paths.values()), key=lambda each: each["path"])),
        media={each.digest: each.content for _, each in sorted(media.items()) if each.digest in shown},
    )


def _stored(modules: Mapping[str, Any], media: Mapping[str, Medium], faults: list[Fault]) -> list[dict[str, Any]]:
    """The documents in stored form, by slug; refused where sound and video make them last too long."""
    hashes = {name: each.digest for name, each in media.items()}
    lasting = {
        each.digest: {"seconds": each.facts.seconds, "bytes": len(each.content)}
        for each in media.values()
        if each.facts and each.facts.seconds is not None and each.facts.family != "captions"
    }
    stored = []
    for name, document in modules.items():
        module = stored_form(document, hashes, lasting)
        check_length(Spot(faults, name, languages=tuple(module["languages"])), module)
        stored.append(module)
    if faults:
        raise PackageRefused(faults)
    return sorted(stored, key=lambda each: str(each["module"]))
