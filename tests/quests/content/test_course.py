"""The course that comes with Løype is sound, in three languages, and packs the same way always."""

from typing import Any

import orjson
import pytest

from quests.content.package import read_folder, read_package, write_package
from quests.content.rules.documents import exercises_of
from quests.content.rules.reading import seconds_of
from tests.quests.content.examples import COURSE

MODULES = sorted((COURSE / "modules").glob("*.json"))


def test_the_course_is_a_sound_package_with_the_same_bytes_each_time() -> None:
    course = read_folder(COURSE)
    assert len(course.modules) == 15
    data = write_package(course)
    assert read_package(data) == course
    assert write_package(read_package(data)) == data


def test_the_path_opens_every_module_once_five_a_week() -> None:
    [path] = read_folder(COURSE).paths
    weeks = [[activity["module"] for activity in quest["activities"]] for quest in path["quests"]]
    assert [len(week) for week in weeks] == [5, 5, 5]
    assert sorted(module for week in weeks for module in week) == [file.stem for file in MODULES]
    assert [quest["terrain"] for quest in path["quests"]] == ["skog", "fjell", "fjord"]


def test_every_drawing_of_the_course_is_shown() -> None:
    assert len(read_folder(COURSE).media) == len(list((COURSE / "media").iterdir()))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_a_module_of_the_course(file: Any) -> None:
    """One idea: three to five exercises, 90 to 175 seconds in each language, two or three takeaways."""
    document = orjson.loads(file.read_bytes())
    assert document["languages"] == ["nb", "nn", "en"]
    assert document["module"] == file.stem
    assert 3 <= len(exercises_of(document)) <= 5
    assert all(90 <= seconds_of(document, language) <= 175 for language in document["languages"])
    assert all(2 <= len(sentences) <= 3 for sentences in document["takeaways"].values())


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_nynorsk_is_written_and_not_copied(file: Any) -> None:
    """The longer texts are not word for word the bokmål ones."""
    document = orjson.loads(file.read_bytes())
    prompts = [card["prompt"] for card in document["cards"]]
    assert sum(prompt["nb"] != prompt["nn"] for prompt in prompts) >= len(prompts) / 2
