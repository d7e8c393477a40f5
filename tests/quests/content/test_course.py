"""The courses that come with Løype are sound, in three languages, and pack the same way always."""

import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import orjson
import pytest
from defusedxml.ElementTree import fromstring

from quests.content.package import read_folder, read_package, write_package
from quests.content.rules.documents import exercises_of
from quests.content.rules.pools import faces
from quests.content.rules.reading import seconds_of
from quests.content.rules.scenario import Scenario, result_of
from quests.content.rules.scenario_check import explore
from tests.quests.content.examples import COURSES, ROOT
from tests.quests.content.scenarios import real

MODULES = [file for course in COURSES for file in sorted((course / "modules").glob("*.json"))]
each_course = pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
each_module = pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)


def test_two_courses_come_with_loype() -> None:
    assert [course.name for course in COURSES] == ["klar-for-kunden", "trygg-pa-vakt"]


def types_of(document: Mapping[str, Any]) -> list[str]:
    return [card["type"] for card in document["cards"]]


def documents_of(folder: Path) -> list[dict[str, Any]]:
    """Every module of a course, as it is written."""
    return [orjson.loads(file.read_bytes()) for file in sorted((folder / "modules").glob("*.json"))]


@each_course
def test_a_course_is_a_sound_package_with_the_same_bytes_each_time(folder: Path) -> None:
    course = read_folder(folder)
    assert len(course.modules) == 16
    data = write_package(course)
    assert read_package(data) == course
    assert write_package(read_package(data)) == data


@each_course
def test_the_path_opens_every_module_once_five_or_six_a_week(folder: Path) -> None:
    [path] = read_folder(folder).paths
    assert path["path"] == folder.name
    weeks = [[activity["module"] for activity in quest["activities"]] for quest in path["quests"]]
    assert [len(week) for week in weeks] == [5, 6, 5]
    stems = sorted(file.stem for file in (folder / "modules").glob("*.json"))
    assert sorted(module for week in weeks for module in week) == stems
    assert [quest["terrain"] for quest in path["quests"]] == ["skog", "fjell", "fjord"]


@each_course
def test_every_drawing_of_a_course_is_shown(folder: Path) -> None:
    assert len(read_folder(folder).media) == len(list((folder / "media").iterdir()))


@each_course
def test_quests_tell_their_story_in_nynorsk_too(folder: Path) -> None:
    [path] = read_folder(folder).paths
    for quest in path["quests"]:
        for field in ("story", "goal"):
            assert len({quest[field][language] for language in ("nb", "nn", "en")}) == 3


@each_module
def test_a_module_of_a_course(file: Any) -> None:
    """One idea: three to five exercises, or a conversation of seven to nine decisions; 90 to 175 seconds; takeaways."""
    document = orjson.loads(file.read_bytes())
    assert document["languages"] == ["nb", "nn", "en"]
    assert document["module"] == file.stem
    asked = exercises_of(document)
    if asked[0]["type"] == "scenario":
        assert [7 <= len(card["key"]) <= 9 for card in asked] == [True]
    else:
        assert 3 <= len(asked) <= 5
    assert all(90 <= seconds_of(document, language) <= 175 for language in document["languages"])
    assert all(2 <= len(sentences) <= 3 for sentences in document["takeaways"].values())
    assert document["sources"]


@each_module
def test_nynorsk_is_written_and_not_copied(file: Any) -> None:
    """The longer texts are not word for word the bokmål ones."""
    document = orjson.loads(file.read_bytes())
    prompts = [face["prompt"] for card in document["cards"] for face in faces(card)]
    assert sum(prompt["nb"] != prompt["nn"] for prompt in prompts) >= len(prompts) / 2


@each_course
def test_a_topic_is_named_the_same_in_all_its_modules_and_is_remembered(folder: Path) -> None:
    """Few topics, each with three or more remembered exercises for mastery and competence to rest on."""
    titles: dict[str, set[bytes]] = {}
    remembered: Counter[str] = Counter()
    for document in documents_of(folder):
        topic = document["topic"]
        titles.setdefault(topic["id"], set()).add(orjson.dumps(topic["title"], option=orjson.OPT_SORT_KEYS))
        remembered[topic["id"]] += sum(card.get("remember", False) for card in document["cards"])
    assert all(len(found) == 1 for found in titles.values())
    assert len({title for found in titles.values() for title in found}) == len(titles) <= 6
    assert all(remembered[topic] >= 3 for topic in titles), remembered


USED = {
    "klar-for-kunden": {"discover", "steps", "quote", "hotspot", "sort", "fill", "flashcard", "survey", "reflection"}
    | {"scenario", "video"},
    "trygg-pa-vakt": {"discover", "steps", "quote", "hotspot", "sort", "fill", "flashcard", "survey", "reflection"}
    | {"scenario", "audio"},
}
"""Of the kinds beyond a quiz those that each course teaches with."""


@each_course
def test_a_course_teaches_with_more_than_a_quiz(folder: Path) -> None:
    cards = [card for document in documents_of(folder) for card in document["cards"]]
    assert {card["type"] for card in cards} >= USED[folder.name]


@each_course
def test_a_review_is_not_always_the_same_words(folder: Path) -> None:
    """Some of what is remembered is asked in several ways, and each way differs in more than its answer."""
    pools = [card for document in documents_of(folder) for card in document["cards"] if "variants" in card]
    assert len(pools) >= 4
    for card in pools:
        assert card["remember"]
        assert len({face["body"]["nb"] for face in faces(card)}) == len(faces(card))


@each_course
def test_a_path_asks_at_its_end_how_it_went(folder: Path) -> None:
    """Surveys once, after all else, so that they can be compared."""
    [path] = read_folder(folder).paths
    last = path["quests"][-1]["activities"][-1]["module"]
    asking = {document["module"] for document in documents_of(folder) if "survey" in types_of(document)}
    assert asking == {last}
    [document] = [document for document in documents_of(folder) if document["module"] == last]
    assert types_of(document)[-3:] == ["survey", "survey", "reflection"]


@each_course
def test_the_right_option_stands_anywhere(folder: Path) -> None:
    """As it is written, too, so that nobody learns a place instead of a thing."""
    exercises = [face for document in documents_of(folder) for card in document["cards"] for face in faces(card)]
    places: Counter[str] = Counter(card["key"] for card in exercises if card["type"] == "choice")
    assert all(places[place] >= sum(places.values()) / 6 for place in ("a", "b", "c")), places
    sorts = [card for card in exercises if card["type"] == "sort"]
    assert all(list(card["key"].values()) != sorted(card["key"].values()) for card in sorts)


WIDTH, TARGET, SIGN = 328, 44, 48
"""Pixels: a drawing on a narrow phone, the least height of a thing to touch there, and a numbered sign's width."""


def scenes() -> list[tuple[Path, dict[str, Any]]]:
    """Every card with places on its drawing, and the drawing."""
    found = []
    for course in COURSES:
        cards = [card for document in documents_of(course) for card in document["cards"]]
        placed = [card for card in cards if "regions" in card or "spots" in card]
        found += [(course / "media" / card["picture"]["file"], card) for card in placed]
    return found


@pytest.mark.parametrize(("drawing", "card"), scenes(), ids=lambda given: getattr(given, "stem", ""))
def test_places_on_a_drawing_can_be_told_apart_with_a_finger(drawing: Path, card: dict[str, Any]) -> None:
    wide, high = (float(size) for size in fromstring(drawing.read_text()).attrib["viewBox"].split()[2:])
    height = WIDTH * high / wide
    for one, other in combinations(card.get("regions", ()), 2):
        beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
        assert beside or one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"], (one, other)
    for region in card.get("regions", ()):
        assert min(region["w"] * WIDTH, region["h"] * height) >= TARGET, region
        assert region["x"] + region["w"] <= 1
        assert region["y"] + region["h"] <= 1
    for one, other in combinations(card.get("spots", ()), 2):
        assert max(abs(one["x"] - other["x"]) * WIDTH, abs(one["y"] - other["y"]) * height) >= SIGN, (one, other)
    for spot in card.get("spots", ()):
        assert SIGN / 2 <= spot["x"] * WIDTH <= WIDTH - SIGN / 2, spot
        assert SIGN / 2 <= spot["y"] * height <= height - SIGN / 2, spot


@each_module
def test_dangers_are_found_among_what_is_as_it_should_be(file: Any) -> None:
    for card in orjson.loads(file.read_bytes())["cards"]:
        if card["type"] == "hotspot":
            assert 0 < len(card["key"]) < len(card["regions"])


@each_module
def test_a_module_starts_with_a_question(file: Any) -> None:
    document = orjson.loads(file.read_bytes())
    assert document["cards"][0] in exercises_of(document)


@each_module
def test_what_is_remembered_tells_its_own_situation(file: Any) -> None:
    """A review shows the card alone: it has a body, or things with texts to judge by."""
    for card in orjson.loads(file.read_bytes())["cards"]:
        if card.get("remember"):
            assert all("body" in face or "left" in face or "buckets" in face for face in faces(card)), card["id"]


def test_the_courses_are_installed_with_the_program(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "requirements", "app", "quests", "leaderboards"):
        source, copy = ROOT / name, tmp_path / name
        shutil.copytree(source, copy) if source.is_dir() else shutil.copy(source, copy)
    build = "import setuptools.build_meta as build; print(build.build_wheel('dist'))"
    subprocess.run([sys.executable, "-c", build], cwd=tmp_path, check=True, capture_output=True)
    [wheel] = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    for course in COURSES:
        files = [file for file in course.rglob("*") if file.is_file()]
        assert {str(file.relative_to(ROOT)) for file in files} <= held


@pytest.mark.parametrize("slug", ["parorende-som-er-opprort", "mistanke-om-tyveri"])
def test_a_real_conversation_has_room_for_mistakes(slug: str) -> None:
    """Some twenty-five places, three or four endings good and bad, and mistakes that can be mended."""
    card = real()[slug]
    endings = [node for node in card["nodes"] if node.get("ending")]
    assert 25 <= len(card["nodes"]) <= 40
    assert 3 <= len(endings) <= 4
    assert {node["good"] for node in endings} == {True, False}
    best = result_of(card, card["key"])
    assert best is not None
    assert best.stars == 3
    assert all(_can_end_well(card, option) for option in card["nodes"][0]["options"])


def _can_end_well(card: Any, option: Any) -> bool:
    """Whether a good ending can be reached after that first choice."""
    scenario = Scenario(card)
    explored = explore(scenario, scenario.after(scenario.opening, option))
    return any(scenario.is_over(here) and scenario.nodes[here.node]["good"] for here in explored.followed)
