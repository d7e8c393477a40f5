"""What one may start oneself: the runs of free choice in one's audience that one is not in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from app.core.http import rfc3339
from quests.content.queries import published
from quests.paths.belonging import Belonging
from quests.paths.models import Activity, Enrolment, Path, Quest, Release, Run
from quests.paths.rules import in_language

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A run that may be chosen. `opens_at`: when its first week opens; None in each person's own pace."""

    run_id: UUID
    audience: dict[str, Any]
    path_id: UUID
    title: Mapping[str, str]
    story: Mapping[str, str]
    goal: Mapping[str, str]
    opens_at: datetime | None
    stages: int
    posts: int
    seconds: int
    terrain: str


@lru_cache(maxsize=64)
def offers(organisation_id: UUID, revision: int) -> tuple[Offer, ...]:
    """Every run of free choice, for whomever. `revision` is the organisation's."""
    first = (
        select(Release.run_id, func.min(Release.opens_at).label("opens_at"))
        .where(Release.organisation_id == organisation_id)
        .group_by(Release.run_id)
        .subquery()
    )
    query = (
        select(Run, Path, first.c.opens_at)
        .join(Path, (Path.organisation_id == Run.organisation_id) & (Path.id == Run.path_id))
        .outerjoin(first, first.c.run_id == Run.id)
        .where(Run.organisation_id == organisation_id, Run.enrolling == "opt_in", Run.cancelled_at.is_(None))
        .order_by(Run.created_at, Run.id)
    )
    rows = db.session.execute(query).all()
    sizes = _sizes(organisation_id, {path.id for _, path, _ in rows})
    return tuple(_offer(run, path, opens_at, sizes.get(path.id, (0, 0, 0, ""))) for run, path, opens_at in rows)


def _offer(run: Run, path: Path, opens_at: datetime | None, size: tuple[int, int, int, str]) -> Offer:
    when = opens_at if run.anchor == "calendar" else None
    return Offer(run.id, run.audience, path.id, path.title, path.story, path.goal, when, *size)


def _sizes(organisation_id: UUID, paths: set[UUID]) -> dict[UUID, tuple[int, int, int, str]]:
    """By path: stages, posts, seconds in the language it was written in, and the terrain of its first stage."""
    query = (
        select(Quest.path_id, Quest.id, Quest.terrain, Activity.module_id)
        .outerjoin(
            Activity,
            (Activity.organisation_id == Quest.organisation_id)
            & (Activity.quest_id == Quest.id)
            & Activity.removed_at.is_(None),
        )
        .where(Quest.organisation_id == organisation_id, Quest.path_id.in_(paths))
        .order_by(Quest.path_id, Quest.position)
    )
    rows = db.session.execute(query).all()
    modules = published(organisation_id, {row.module_id for row in rows if row.module_id})
    found: dict[UUID, tuple[int, int, int, str]] = {}
    for path_id in paths:
        own = [row for row in rows if row.path_id == path_id]
        held = [modules[row.module_id] for row in own if row.module_id in modules]
        seconds = sum(each.seconds_in(each.languages[0]) for each in held)
        found[path_id] = (len({row.id for row in own}), len(held), seconds, own[0].terrain if own else "skog")
    return found


def offered_to(
    organisation_id: UUID, revision: int, player_id: UUID, belonging: Belonging, search: str, language: str
) -> list[Shown]:
    """What a player may start now and is not in, by title; only titles that hold `search` in any language."""
    left = _enrolments(organisation_id, player_id)
    found = [
        each
        for each in offers(organisation_id, revision)
        if left.get(each.run_id, True) and _holds(each, search) and belonging.is_in(each.audience)
    ]
    shown = [_shown(each, language, each.run_id in left) for each in found]
    return sorted(shown, key=lambda each: (each["path"]["title"].casefold(), each["run"]))


def _enrolments(organisation_id: UUID, player_id: UUID) -> dict[UUID, bool]:
    """By run the player has been in: whether they have left it."""
    query = select(Enrolment.run_id, Enrolment.left_at).where(
        Enrolment.organisation_id == organisation_id, Enrolment.player_id == player_id
    )
    return {run_id: left_at is not None for run_id, left_at in db.session.execute(query)}


def _holds(offer: Offer, search: str) -> bool:
    wanted = search.casefold()
    return any(wanted in title.casefold() for title in offer.title.values())


def _shown(offer: Offer, language: str, begun: bool) -> Shown:
    return {
        "run": str(offer.run_id),
        "path": {"id": str(offer.path_id), "title": in_language(offer.title, language)},
        "story": in_language(offer.story, language),
        "goal": in_language(offer.goal, language),
        "terrain": offer.terrain,
        "opens_at": rfc3339(offer.opens_at),
        "stages": offer.stages,
        "posts": offer.posts,
        "minutes": -(-offer.seconds // 60),
        "begun": begun,
    }
