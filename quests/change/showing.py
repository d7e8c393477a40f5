"""Tests before and after a run as the person sees them: what is offered, what is asked, what has changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.viewer import Viewer
from quests.change.models import RunTest, RunTestAnswer
from quests.change.queries import answers_of, mastered_before, tests_of
from quests.change.questions import Question, activities_of, questions_in, run_quests
from quests.change.rules import mastered, minutes_of
from quests.content.queries import versions_for
from quests.content.rules.documents import in_language as served
from quests.paths.rules import in_language
from quests.play.overview import Seen, seen_by
from quests.play.showing import week_shown

Shown = dict[str, Any]


def offered(who: Viewer, seen: Sequence[Seen], now: datetime) -> tuple[list[Shown], list[str]]:
    """The tests offered now, and what of the open quests may be skipped. Asks nothing where no path has one."""
    runs: dict[UUID, list[Seen]] = {}
    for each in seen:
        if each.quest.pretest:
            runs.setdefault(each.quest.run_id, []).append(each)
    if not runs:
        return [], []
    standing = tests_of(who.organisation_id, who.player_id, runs)
    known = mastered_before(who.organisation_id, who.player_id, runs)
    tests = []
    for run_id, stages in runs.items():
        kind = offer_of(stages, standing.get(run_id, {}), now)
        asked = questions_in(who.organisation_id, [each.quest for each in stages]) if kind else ()
        if asked:
            title = in_language(stages[0].quest.path_title, who.language)
            tests.append(
                {
                    "run": str(run_id),
                    "kind": kind,
                    "path": title,
                    "cards": len(asked),
                    "minutes": minutes_of(len(asked)),
                }
            )
    skippable = [each for run_id, stages in runs.items() for each in _skippable(stages, known.get(run_id, set()))]
    return tests, skippable


def offer_of(stages: Sequence[Seen], taken: dict[str, RunTest], now: datetime) -> str | None:
    """Before, until something is done or the test is taken or passed over. After, when all is done or the last week is
    over, for those who have taken the first: it is the change that is shown."""
    if not any(each.is_open for each in stages):
        return None
    before, after = taken.get("before"), taken.get("after")
    if before is None and not any(each.done for each in stages):
        return "before"
    if before is None or not before.finished or after is not None:
        return None
    over = all(each.is_open and (not each.left or each.quest.closes_at <= now) for each in stages)
    return "after" if over else None


def _skippable(stages: Iterable[Seen], known: set[UUID]) -> list[str]:
    return [
        str(each.id)
        for stage in stages
        if stage.is_open
        for each in activities_of([stage.quest])
        if each.module_id in known and each.module_id not in stage.done
    ]


def test_shown(who: Viewer, run_id: UUID, now: datetime) -> Shown | None:
    """All of a run's tests: what is asked, was answered, and may be skipped; None when it has none for this person."""
    organisation_id, player_id, revision = who.organisation_id, who.player_id, who.revisions[0]
    quests = run_quests(organisation_id, revision, player_id).get(run_id)
    if not quests or all(each.opened_at is None for each in quests):
        return None
    stages = [each for each in seen_by(organisation_id, revision, player_id) if each.quest.run_id == run_id]
    taken = tests_of(organisation_id, player_id, [run_id]).get(run_id, {})
    answers = answers_of(organisation_id, player_id, run_id)
    questions = questions_in(organisation_id, quests)
    known = mastered((each.module_id, each.correct) for each in answers.get("before", ()))
    return {
        "run": str(run_id),
        "path": in_language(quests[0].path_title, who.language),
        "language": who.language,
        "offered": offer_of(stages, taken, now),
        "cards": _cards(organisation_id, questions, who.language),
        "minutes": minutes_of(len(questions)),
        "modules": _modules(stages, who.language),
        "before": _result(taken.get("before"), answers.get("before", ())),
        "after": _result(taken.get("after"), answers.get("after", ())),
        "skippable": _skippable(stages, known),
    }


def _cards(organisation_id: UUID, questions: Iterable[Question], language: str) -> list[Shown]:
    """Each card as it is served, with the version it is from and the language it is in."""
    listed = list(questions)
    found = versions_for(organisation_id, {each.version for each in listed})
    shown = []
    for each in listed:
        document = found[each.version].document
        spoken = language if language in document["languages"] else document["languages"][0]
        cards = served(document, spoken, each.version)["cards"]
        card = next(one for one in cards if one["id"] == each.card)
        shown.append({"module": str(each.module_id), "version": each.version, "language": spoken, "card": card})
    return shown


def _modules(stages: Iterable[Seen], language: str) -> list[Shown]:
    """The modules of the path in order, with what groups them: a topic, or else the week they belong to."""
    shown = []
    for stage in stages:
        for each in activities_of([stage.quest]):
            module = each.module
            titles = module.topic_titles or {}
            topic = {"id": module.topic, "title": in_language(titles, language)} if module.topic else None
            shown.append(
                {
                    "module": str(each.module_id),
                    "activity": str(each.id),
                    "quest": str(stage.quest.quest_id),
                    "title": module.title_in(language),
                    "topic": topic,
                    "week": week_shown(stage.quest.week)["week"],
                    "open": stage.is_open,
                    "done": each.module_id in stage.done,
                }
            )
    return shown


def _result(test: RunTest | None, answers: Iterable[RunTestAnswer]) -> Shown | None:
    """What came of a test that was taken."""
    if test is None or not test.finished:
        return None
    told = [{"module": str(each.module_id), "card": each.card, "right": each.correct} for each in answers]
    return {"taken_at": rfc3339(test.happened_at), "correct": test.correct, "of": test.cards, "answers": told}
