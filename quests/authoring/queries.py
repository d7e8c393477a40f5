"""What the studio lists: paths with their stages and modules, and the departments to give them to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core.db import db
from app.identity.models import Department
from app.identity.queries import departments
from quests.content.queries import Published, published
from quests.paths.models import Activity, Path, Quest
from quests.paths.rules import in_language

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """A quest with the modules that stand in it now."""

    quest: Quest
    modules: tuple[Published, ...]

    def minutes(self, language: str) -> int:
        """Whole minutes, rounded up."""
        return -(-sum(each.seconds_in(language) for each in self.modules) // 60)


def paths_page(organisation_id: UUID, page: int, size: int) -> tuple[list[Path], int]:
    """A page of the paths by name in packages, and how many there are."""
    own = Path.organisation_id == organisation_id
    total = db.session.scalar(select(func.count()).select_from(Path).where(own)) or 0
    query = select(Path).where(own).order_by(Path.slug).limit(size).offset((page - 1) * size)
    return list(db.session.scalars(query)), total


def path_for(organisation_id: UUID, path_id: UUID) -> Path | None:
    return db.session.get(Path, (organisation_id, path_id))


def stages_of(organisation_id: UUID, paths: Iterable[UUID]) -> dict[UUID, list[Stage]]:
    """By path: its stages in order."""
    wanted = list(paths)
    quests = list(
        db.session.scalars(
            select(Quest)
            .where(Quest.organisation_id == organisation_id, Quest.path_id.in_(wanted))
            .order_by(Quest.position)
        )
    )
    held = _modules_of(organisation_id, [each.id for each in quests])
    found: dict[UUID, list[Stage]] = {path_id: [] for path_id in wanted}
    for each in quests:
        found[each.path_id].append(Stage(each, held.get(each.id, ())))
    return found


def _modules_of(organisation_id: UUID, quests: Collection[UUID]) -> dict[UUID, tuple[Published, ...]]:
    query = (
        select(Activity.quest_id, Activity.module_id)
        .where(
            Activity.organisation_id == organisation_id, Activity.quest_id.in_(quests), Activity.removed_at.is_(None)
        )
        .order_by(Activity.position)
    )
    rows = db.session.execute(query).all()
    modules = published(organisation_id, {row.module_id for row in rows})
    found: dict[UUID, tuple[Published, ...]] = {}
    for row in rows:
        if row.module_id in modules:
            found[row.quest_id] = (*found.get(row.quest_id, ()), modules[row.module_id])
    return found


def path_shown(path: Path, stages: list[Stage], counts: Mapping[str, int], language: str) -> Shown:
    """The `StudioPath` of the contract. `languages`: those that every module of the path speaks."""
    modules = [module for stage in stages for module in stage.modules]
    spoken = [each for each in ("nb", "nn", "en") if modules and all(each in module.languages for module in modules)]
    return {
        "id": str(path.id),
        "slug": path.slug,
        "title": in_language(path.title, language),
        "stages": len(stages),
        "modules": len(modules),
        "minutes": -(-sum(each.seconds_in(language) for each in modules) // 60),
        "languages": spoken,
        "runs": {state: counts.get(state, 0) for state in ("planned", "running", "over")},
    }


def whole_path_shown(path: Path, stages: list[Stage], counts: Mapping[str, int], language: str) -> Shown:
    """The same with all that stands in it."""
    return {
        **path_shown(path, stages, counts, language),
        "story": in_language(path.story, language),
        "goal": in_language(path.goal, language),
        "stages_held": [_stage_shown(each, language) for each in stages],
    }


def _stage_shown(stage: Stage, language: str) -> Shown:
    return {
        "id": str(stage.quest.id),
        "title": in_language(stage.quest.title, language),
        "terrain": stage.quest.terrain,
        "minutes": stage.minutes(language),
        "modules": [
            {
                "slug": each.slug,
                "title": each.title_in(language),
                "version": each.version,
                "languages": list(each.languages),
                "seconds": each.seconds_in(language),
                "exercises": each.exercises,
            }
            for each in stage.modules
        ],
    }


def tree_shown(organisation_id: UUID) -> list[Shown]:
    """Every department, each right below the one it belongs to; `depth` is 0 at the top."""
    below: dict[UUID | None, list[Department]] = {}
    for each in departments(organisation_id):
        below.setdefault(each.parent_id, []).append(each)
    shown: list[Shown] = []
    waiting = [(each, 0) for each in reversed(below.get(None, []))]
    while waiting:
        department, depth = waiting.pop()
        shown.append({"id": str(department.id), "name": department.name, "depth": depth})
        waiting.extend((each, depth + 1) for each in reversed(below.get(department.id, [])))
    return shown
