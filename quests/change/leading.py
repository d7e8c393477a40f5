"""What the owner of a path sees of the tests of a run: figures of groups, never of a person."""

from typing import Any
from uuid import UUID

from app.identity.queries import policy
from quests.change.queries import both_tests, handed_in
from quests.change.rules import Change, Pair, group_change
from quests.content.queries import Published, published
from quests.paths.rules import in_language


def change_shown(organisation_id: UUID, run_id: UUID, language: str) -> dict[str, Any]:
    """The change of all who have taken both tests, and by topic; nothing below the smallest group."""
    least = int(policy(organisation_id)["least_members"])
    answers = both_tests(organisation_id, run_id)
    modules = published(organisation_id, {module_id for _, _, module_id, _ in answers})
    figures: dict[UUID, dict[str, dict[str, tuple[int, int]]]] = {}
    for player_id, kind, module_id, right in answers:
        if module_id not in modules:
            continue
        topics = figures.setdefault(player_id, {"before": {}, "after": {}})[kind]
        name = _topic(modules[module_id])
        before = topics.get(name, (0, 0))
        topics[name] = (before[0] + right, before[1] + 1)
    order = {each.player_id: (each.received_at, str(each.player_id)) for each in handed_in(organisation_id, run_id)}
    pairs = [Pair(order[player_id], each["before"], each["after"]) for player_id, each in figures.items()]
    whole, by_topic = group_change(pairs, least)
    titles = {_topic(module): _title(module, language) for module in modules.values()}
    return {
        "least": least,
        "whole": _shown(whole) if whole else None,
        "topics": [{"title": titles[topic], **_shown(change)} for topic, change in by_topic.items()],
    }


def _topic(module: Published) -> str:
    """A module without a topic stands for itself."""
    return f"topic:{module.topic}" if module.topic else f"module:{module.slug}"


def _title(module: Published, language: str) -> str:
    return in_language(module.topic_titles, language) if module.topic_titles else module.title_in(language)


def _shown(change: Change) -> dict[str, int]:
    return {"people": change.people, "before": change.before, "after": change.after}
