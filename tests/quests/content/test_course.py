"""The courses that come with Løype are sound, in three languages, and pack the same way always."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import orjson
import pytest

from quests.content.package import read_folder, read_package, write_package
from quests.content.rules.documents import exercises_of
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
    prompts = [card["prompt"] for card in document["cards"]]
    assert sum(prompt["nb"] != prompt["nn"] for prompt in prompts) >= len(prompts) / 2


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
