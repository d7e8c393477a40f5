"""Cards that are listened to and watched: taken in only with their words, and never longer than a module may be."""

from typing import Any

import pytest

from quests.content.package import Package, PackageRefused, read_package, write_package
from quests.content.rules.archive import write_archive
from quests.content.rules.documents import in_language, media_of, version_of
from quests.content.rules.reading import seconds_of
from tests.media.make import captions, picture, recorded
from tests.quests.content.examples import SVG, entries, module, texts

FILES = {
    "lyd.mp3": recorded("mp3"),
    "film.webm": recorded("webm"),
    "nb.vtt": captions(["En", "To"]),
    "en.vtt": captions(["One", "Two"]),
    "hender.svg": SVG,
}


def played(**files: bytes) -> Package:
    """A package with both cards; `files` in the place of others."""
    return read_package(packed(module("se-og-hor", "audio", "video", "choice"), **files))


def packed(document: dict[str, Any], **files: bytes) -> bytes:
    given = {name.replace("_", "."): content for name, content in files.items()}
    return write_archive(entries(document) | {f"media/{name}": content for name, content in (FILES | given).items()})


def refused(document: dict[str, Any], **files: bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(PackageRefused) as found:
        read_package(packed(document, **files))
    return [(each.file, each.path, each.remedy.code) for each in found.value.faults]


def watched(**changes: Any) -> dict[str, Any]:
    document = module("se", "video", "choice")
    document["cards"][0] |= changes
    return document


def test_media_are_named_by_their_hashes_with_how_long_and_how_large_they_are() -> None:
    held = played()
    audio, video, _ = held.modules[0]["cards"]
    assert audio["audio"].keys() == {"media", "seconds", "bytes"}
    assert (audio["audio"]["seconds"], audio["audio"]["bytes"]) == (4, len(held.media[audio["audio"]["media"]]))
    assert video["video"]["seconds"] == 4
    assert video["captions"]["nb"].keys() == {"media"}
    assert media_of(held.modules[0]) == sorted(held.media)
    assert len(held.media) == 5


def test_a_learner_gets_the_captions_of_their_language() -> None:
    document = played().modules[0]
    shown = [in_language(document, language, "v")["cards"][1] for language in ("nb", "en")]
    assert [each["captions"] for each in shown] == [document["cards"][1]["captions"][each] for each in ("nb", "en")]
    assert shown[0]["poster"]["alt"] == "Hender"
    assert shown[0]["video"] == document["cards"][1]["video"]


def test_what_is_heard_and_seen_takes_its_time() -> None:
    longer = played(lyd_mp3=recorded("mp3", 9)).modules[0]
    assert seconds_of(longer, "nb") == seconds_of(played().modules[0], "nb") + 5


def test_export_import_export_gives_the_same_bytes() -> None:
    first = write_package(played())
    again = read_package(first)
    assert write_package(again) == first
    assert [version_of(each) for each in again.modules] == [version_of(each) for each in played().modules]


def test_a_served_document_that_comes_back_is_looked_through_anew() -> None:
    held = played()
    served = in_language(held.modules[0], "nb", "0" * 64)
    served["cards"][0]["audio"] |= {"seconds": 1, "bytes": 1}
    files = {f"media/{digest}": content for digest, content in held.media.items()}
    again = read_package(
        write_archive(entries() | {"modules/a.json": entries(served)["modules/se-og-hor.json"]} | files)
    )
    assert again.modules[0]["cards"][0]["audio"] == held.modules[0]["cards"][0]["audio"]


@pytest.mark.parametrize("field", ["captions", "poster", "video"])
def test_a_video_without_one_of_its_parts_is_refused(field: str) -> None:
    document = watched()
    del document["cards"][0][field]
    assert ("modules/se.json", f"cards[0].{field}", "missing") in refused(document)


def test_captions_are_needed_in_every_language() -> None:
    document = watched(captions={"nb": {"file": "nb.vtt"}})
    assert refused(document) == [("modules/se.json", "cards[0].captions.en", "language_missing")]


def test_sound_without_its_words_is_refused() -> None:
    document = module("hor", "audio", "choice")
    del document["cards"][0]["transcript"]
    assert refused(document) == [("modules/hor.json", "cards[0].transcript", "missing")]


def test_a_poster_without_a_description_is_refused() -> None:
    document = watched(poster={"file": "hender.svg"})
    assert refused(document) == [("modules/se.json", "cards[0].poster.alt", "missing")]


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"video": {"file": "lyd.mp3"}}, "cards[0].video"),
        ({"poster": {"file": "film.webm", "alt": texts("Hei")}}, "cards[0].poster"),
        ({"picture": {"file": "nb.vtt", "alt": texts("Hei")}}, "cards[0].picture"),
        ({"captions": {"nb": {"file": "nb.vtt"}, "en": {"file": "hender.svg"}}}, "cards[0].captions.en"),
    ],
)
def test_what_is_something_else_than_its_place_says_is_refused(changed: dict[str, Any], path: str) -> None:
    assert refused(watched(**changed)) == [("modules/se.json", path, "media_not")]


def test_what_is_not_what_its_name_says_is_refused_by_its_file() -> None:
    assert ("media/film.webm", "", "media_kind") in refused(watched(), film_webm=b"MZ, not a film at all")
    assert ("media/nb.vtt", "", "captions_words") in refused(
        watched(), nb_vtt=b"WEBVTT\n\n00:00.000 --> 00:01.000\n<b>Hei</b>\n"
    )
    assert [each[2] for each in refused(watched(), film_webm=picture())] == ["media_not"]


def test_captions_of_another_video_are_refused() -> None:
    found = refused(watched(), nb_vtt=captions(["ord"] * 9))
    assert found == [("modules/se.json", "cards[0].captions.nb", "captions_outlast")]


def test_a_module_with_a_long_video_is_refused_with_its_length() -> None:
    document = watched(captions={"nb": {"file": "nb.vtt"}, "en": {"file": "en.vtt"}})
    [found] = refused(document, film_webm=recorded("webm", 181, ("-b:v", "20k", "-r", "2")))
    assert found == ("modules/se.json", "", "takes_long")


def test_a_file_that_is_not_there_is_told() -> None:
    assert refused(watched(video={"file": "borte.mp4"})) == [
        ("modules/se.json", "cards[0].video.file", "picture_absent")
    ]
    assert refused(watched(video={"media": "0" * 64})) == [
        ("modules/se.json", "cards[0].video.media", "picture_unknown")
    ]
    assert refused(watched(video={"media": "borte"}))[0][2] == "media_hash"
