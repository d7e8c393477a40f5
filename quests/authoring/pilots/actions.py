"""Opening a pilot, ending it, and giving to all what was tried out."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.errors import Problem, invalid, not_found
from app.core.weeks import week_of
from app.identity import queries as identity
from app.identity.actions import touch_organisation
from quests.authoring.audiences import kept_audience
from quests.authoring.drafts.actions import follow_pilot, note
from quests.authoring.drafts.checking import publishable
from quests.authoring.drafts.models import Draft
from quests.authoring.pilots.models import Pilot
from quests.authoring.pilots.queries import pilot_for
from quests.authoring.pilots.rules import WORDS, with_questions
from quests.content.actions import keep_for_pilot, put_in_force
from quests.content.package import PackageRefused
from quests.content.rules.validation import faults_of
from quests.paths.actions import create_run
from quests.paths.models import Activity, Path, Quest, Run
from quests.paths.rules import in_language

OWN_MATTER = "takes_long"
"""The questions are no part of the module, so its length is counted without them."""


def open_pilot(organisation_id: UUID, pilot_id: UUID, given: Mapping[str, Any]) -> Pilot:
    """Give the draft of that revision to some. Safe to repeat; the same id for another pilot is refused (409).

    409 `revision` when the draft has been saved since; 409 `pilot_open` while the module is being tried out; 422 with
    every fault when it cannot be played as it is.
    """
    audience = kept_audience(organisation_id, given["audience"])
    if not audience:
        raise invalid("For whom?", {"audience": ["Everyone, or departments and roles that exist."]})
    known = pilot_for(organisation_id, pilot_id)
    if known is not None:
        return _same(known, given, audience)
    draft = db.session.get(Draft, (organisation_id, given["module"]), with_for_update=True, populate_existing=True)
    if draft is None:
        raise not_found()
    if draft.revision != given["revision"]:
        raise Problem(409, "revision", "The draft has been saved since. Look at it, and try that out.")
    if _is_open(organisation_id, given["module"]):
        raise Problem(409, "pilot_open", "This module is being tried out. End that first.")
    document = publishable(draft)
    asked = _with_questions(document, given["questions"])
    version = keep_for_pilot(organisation_id, draft.module_id, asked)
    pilot = Pilot(
        organisation_id=organisation_id,
        id=pilot_id,
        module_id=draft.module_id,
        run_id=_run(organisation_id, pilot_id, draft.module_id, version, document, audience).id,
        revision=draft.revision,
        version=version,
        module_version=keep_for_pilot(organisation_id, draft.module_id, document),
        questions=[dict(each) for each in given["questions"]],
        opened_at=clock.now(),
    )
    db.session.add(pilot)
    db.session.flush()
    touch_organisation(organisation_id)
    return pilot


def end_pilot(organisation_id: UUID, pilot_id: UUID) -> Pilot:
    """Offer it to nobody any more. What was earned stays, and what phones still hold is taken in. Safe to repeat."""
    pilot = _held(organisation_id, pilot_id)
    if pilot.outcome is None:
        _close(pilot, "ended")
    return pilot


def publish_pilot(organisation_id: UUID, pilot_id: UUID, person_id: UUID) -> Pilot:
    """Put in force for all what was tried out, without the pilot's questions, and end the pilot. Safe to repeat.

    409 `pilot_ended` when it was ended without that.
    """
    pilot = _held(organisation_id, pilot_id)
    if pilot.outcome == "ended":
        raise Problem(409, "pilot_ended", "This pilot has ended. Publish the draft instead.")
    if pilot.outcome is None:
        version, _ = put_in_force(organisation_id, pilot.module_id, pilot.module_version)
        follow_pilot(organisation_id, pilot.module_id, pilot.revision, version)
        note(organisation_id, pilot.module_id, "published", person_id, version.version)
        _close(pilot, "published")
    return pilot


def _close(pilot: Pilot, outcome: str) -> None:
    run = db.session.get_one(Run, (pilot.organisation_id, pilot.run_id), with_for_update=True)
    pilot.ended_at = run.cancelled_at = clock.now()
    pilot.outcome = outcome
    db.session.flush()
    touch_organisation(pilot.organisation_id)


def _held(organisation_id: UUID, pilot_id: UUID) -> Pilot:
    pilot = db.session.get(Pilot, (organisation_id, pilot_id), with_for_update=True, populate_existing=True)
    if pilot is None:
        raise not_found()
    return pilot


def _is_open(organisation_id: UUID, module_id: UUID) -> bool:
    query = select(Pilot.id).where(
        Pilot.organisation_id == organisation_id, Pilot.module_id == module_id, Pilot.outcome.is_(None)
    )
    return db.session.scalars(query).first() is not None


def _with_questions(document: Mapping[str, Any], questions: list[Mapping[str, Any]]) -> dict[str, Any]:
    asked = with_questions(document, questions)
    faults = [each for each in faults_of(asked, "pilot") if each.remedy.code != OWN_MATTER]
    if faults:
        raise PackageRefused(faults)
    return asked


def _run(
    organisation_id: UUID,
    pilot_id: UUID,
    module_id: UUID,
    version: str,
    document: Mapping[str, Any],
    audience: dict[str, Any],
) -> Run:
    """A run of free choice, of a path with this one post in this one version."""
    words = {"story": dict(WORDS["story"]), "goal": dict(WORDS["goal"])}
    path = Path(
        organisation_id=organisation_id,
        id=uuid4(),
        slug=f"pilot~{pilot_id}",
        kind="pilot",
        title={each: name.format(in_language(document["title"], each)) for each, name in WORDS["path"].items()},
        **words,
    )
    db.session.add(path)
    db.session.flush()
    quest = Quest(
        organisation_id=organisation_id,
        id=uuid4(),
        path_id=path.id,
        slug="pilot",
        position=0,
        title=dict(document["title"]),
        terrain="skog",
        **words,
    )
    db.session.add(quest)
    db.session.flush()
    db.session.add(
        Activity(
            organisation_id=organisation_id,
            quest_id=quest.id,
            slug="pilot",
            position=0,
            module_id=module_id,
            version=version,
            added_at=clock.now(),
        )
    )
    monday = week_of(clock.now(), identity.organisation(organisation_id).time_zone)
    return create_run(organisation_id, path, audience, monday, "enrolment", enrolling="opt_in")


def _same(pilot: Pilot, given: Mapping[str, Any], audience: Mapping[str, Any]) -> Pilot:
    run = db.session.get_one(Run, (pilot.organisation_id, pilot.run_id))
    asked = (given["module"], given["revision"], audience, [dict(each) for each in given["questions"]])
    if asked != (pilot.module_id, pilot.revision, run.audience, pilot.questions):
        raise Problem(409, "pilot_changed", "Another pilot has this id. Make a new id for a new pilot.")
    return pilot
