"""Whatever editors do to a module while it is played: nobody loses a point or a step, and nobody is shown a draft."""

from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quests.content.queries import version_for
from tests.quests.authoring.drafts.test_drafts import save
from tests.quests.course import Course, body, course_in, options, text
from tests.world import Somebody, World

Json = dict[str, Any]
SECRET = "Bare et utkast"
STEPS = st.one_of(
    st.sampled_from(("words", "key", "card", "fewer", "publish", "retire", "return")).map(lambda step: (step, 0, 0.0)),
    st.tuples(st.sampled_from(("take-back", "restore")), st.integers(0, 5), st.just(0.0)),
    st.tuples(st.just("play"), st.integers(0, 5), st.sampled_from((0.0, 0.5, 1.0))),
    st.tuples(st.just("stop"), st.integers(0, 5), st.just(1.0)),
)


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


@dataclass
class Making:
    """One editor, one learner, one module of the week that is open."""

    course: Course
    editor: Somebody
    learner: Somebody
    number: int
    random: Random = field(default_factory=lambda: Random(5))

    @property
    def module(self) -> Json:
        return dict(self.editor.get(f"/studio/modules/{self.course.modules[0]}").json)

    def versions(self) -> list[str]:
        """All that were ever in force."""
        found = self.editor.get(f"/studio/modules/{self.course.modules[0]}/versions").json
        return [each["version"] for each in found["items"]]

    def take(self, step: str, which: int, skill: float) -> None:
        address, versions = f"/studio/modules/{self.course.modules[0]}", self.versions()
        version = versions[which % len(versions)]
        if step in ("play", "stop"):
            self.play(version, skill, whole=step == "play")
        elif step == "publish":
            self.draft("clean")
            revision = self.module["revision"]
            assert self.editor.post(f"{address}/publish", {"revision": revision}).status_code == 200
            self.draft("words")
        elif step in ("take-back", "restore"):
            assert self.editor.post(f"{address}/versions/{version}/{step}").status_code == 200
        elif step in ("retire", "return"):
            assert self.editor.post(f"{address}/{step}").status_code == 200
        else:
            self.draft(step)

    def draft(self, step: str) -> None:
        """Change the draft. What is not published is marked, so that it can be told when somebody sees it."""
        module = self.module
        document = deepcopy(module["document"])
        self.number += 1
        first = document["cards"][0]
        document["title"]["nb"] = "Rene hender" if step == "clean" else SECRET
        if step == "clean":
            first["prompt"]["nb"] = f"Hva først, gang {self.number}?"
        elif step == "key":
            first["key"] = "a" if first["key"] != "a" else "b"
        elif step == "card":
            card = {"id": f"n{self.number}", "type": "choice", "prompt": text("Ny?"), "options": options("a", "b")}
            document["cards"] = [*document["cards"], {**card, "key": "a"}][-6:]
        elif step == "fewer" and len(document["cards"]) > 1:
            document["cards"].pop()
        assert save(self.editor, module["id"], document, module["revision"]).status_code == 200

    def play(self, version: str, skill: float, whole: bool) -> None:
        """Hand in an attempt at a version, in force or not any more, as a phone that has lain in a drawer does."""
        self.course.world.enter()
        found = version_for(self.course.world.organisation_id, version)
        assert found is not None
        held = self.course.versions[0]
        self.course.versions[0] = version
        letter = self.course.letter(0, skill=skill) | {"id": str(uuid4())}
        self.course.versions[0] = held
        if not whole:
            letter |= {"finished_at": None, "answers": letter["answers"][:1]}
        (verdict,) = self.learner.post("/play/letters", body(letter)).json["verdicts"]
        assert verdict["status"] == "accepted", verdict

    def in_week(self) -> list[Json]:
        """The activity, where it is in the learner's week: it is not while no version is in force."""
        quest = self.learner.get("/today").json["quest"]
        return [each for each in quest["activities"] if each["id"] == str(self.course.activities[0])]

    def standing(self) -> tuple[int, bool]:
        """Points, and whether the activity is done."""
        return int(self.learner.get("/me").json["points"]["total"]), any(each["done"] for each in self.in_week())

    def shows_no_draft(self) -> None:
        for path in ("/today", "/paths", "/explore", "/review"):
            assert SECRET not in self.learner.get(path).text, path
        for version in self.versions():
            assert SECRET not in self.learner.get(f"/modules/{version}/nb").text


@given(st.lists(STEPS, min_size=3, max_size=9))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_points_and_progress_never_go_back(world: World, course: Course, taken: list[tuple[str, int, float]]) -> None:
    making = Making(
        course, world.somebody("Solbakken", "editor"), world.somebody("Solbakken"), course.random.randrange(10**6)
    )
    points, was_done = making.standing()
    for step, which, skill in taken:
        making.take(step, which, skill)
        now, done = making.standing()
        assert now >= points, step
        assert step in ("play", "stop") or now == points, f"{step} changes no points"
        assert done or not was_done or not making.in_week(), f"{step} takes back what was done"
        points, was_done = now, done or was_done
        making.shows_no_draft()
