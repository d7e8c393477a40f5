"""Competence as screens show it, in one language: the shapes of the contract."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app.identity import queries as identity
from app.identity.credentials.credential import Award
from app.identity.viewer import Viewer
from quests.competence import queries
from quests.competence.models import CompetenceRequirement
from quests.competence.queries import Required
from quests.competence.rules import Part, shown_counts
from quests.competence.texts import described
from quests.competence.topics import Topic, topics_of
from quests.paths.rules import in_language
from quests.play.overview import Seen, seen_by

Shown = dict[str, Any]
MOST_POSTS = 50
"""Posts shown with a topic."""


def mine_shown(who: Viewer, today: date) -> list[Shown]:
    """The `Competence`s of the viewer: what needs something of them first."""
    found = queries.required_of(who.organisation_id, who.player_id, today)
    seen = seen_by(who.organisation_id, who.revisions[0], who.player_id) if found else []
    order = {"expired": 0, "renew": 1, "on_the_way": 2, "not_begun": 3, "valid": 4}
    found.sort(key=lambda each: (order[each.standing.state], _end(each) or date.max))
    return [_mine(each, seen, who.language) for each in found]


def _end(required: Required) -> date | None:
    return required.last.valid_until if required.last else None


def _mine(required: Required, seen: Sequence[Seen], language: str) -> Shown:
    told = required.standing
    return {
        **_titled(required.requirement, language),
        "required": required.meant,
        "state": told.state,
        "months": required.requirement.months,
        **dates_shown(required),
        "done": told.done,
        "needed": told.needed,
        "certificate": required.in_force,
        "topics": [
            _topic_shown(topic, part, seen, language) for topic, part in zip(required.topics, told.parts, strict=True)
        ],
    }


def _titled(requirement: CompetenceRequirement, language: str) -> Shown:
    return {
        "id": str(requirement.id),
        "title": in_language(requirement.title, language),
        "mandatory": requirement.mandatory,
    }


def dates_shown(required: Required) -> Shown:
    """The days of the last certificate, as ISO dates of the organisation; null where there is none."""
    last = required.last
    return {
        "achieved_on": _day(last.achieved_on if last else None),
        "valid_until": _day(last.valid_until if last else None),
        "renews_from": _day(last.renews_from if last else None),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _topic_shown(topic: Topic, part: Part, seen: Sequence[Seen], language: str) -> Shown:
    return {
        "topic": topic.slug,
        "title": title_of(topic, language),
        "done": part.done,
        "needed": part.needed,
        "posts": _posts(topic, seen, language)[:MOST_POSTS],
    }


def title_of(topic: Topic, language: str) -> str:
    return in_language(topic.titles, language) or topic.slug


def _posts(topic: Topic, seen: Iterable[Seen], language: str) -> list[Shown]:
    """The posts that teach a topic and are open to the person, each once, what is not done first."""
    found: dict[UUID, Shown] = {}
    for each in seen:
        for activity in each.quest.activities if each.is_open else ():
            if activity.module_id in topic.modules and not activity.removed:
                found[activity.module_id] = {
                    "title": activity.module.title_in(language),
                    "quest": str(each.quest.quest_id),
                    "activity": str(activity.id),
                    "done": activity.module_id in each.done,
                }
    return sorted(found.values(), key=lambda each: each["done"])


def award_of(who: Viewer, required: Required) -> Award:
    """What is written on the viewer's certificate, which must be in force."""
    last, language = required.last, who.language
    assert last is not None  # noqa: S101
    topics = tuple(title_of(each, language) for each in required.topics)
    description, narrative = described(language, who.organisation_name, topics)
    number = identity.employee_number_of(who.organisation_id, who.person_id)
    return Award(
        id=last.id,
        kind="Certificate",
        achievement_id=required.requirement.id,
        person=who.name,
        account=f"{who.organisation_code}/{number}",
        title=in_language(required.requirement.title, language),
        topics=topics,
        achieved_on=last.achieved_on,
        valid_until=last.valid_until,
        language=language,
        description=description,
        narrative=narrative,
        zone=who.time_zone,
    )


def requirements_shown(
    organisation_id: UUID, found: Sequence[CompetenceRequirement], language: str, today: date
) -> list[Shown]:
    """The `Requirement`s of the studio, with how many of whom they mean are in which state."""
    names = {str(each.id): each.name for each in identity.departments(organisation_id)}
    topics = topics_of(organisation_id, {slug for each in found for slug in each.topics})
    return [_requirement_shown(each, names, topics, language, today) for each in found]


def _requirement_shown(
    requirement: CompetenceRequirement,
    names: Mapping[str, str],
    topics: Mapping[str, Topic],
    language: str,
    today: date,
) -> Shown:
    organisation_id, audience = requirement.organisation_id, requirement.audience
    counts = None
    if requirement.ended_at is None:
        counts = counts_of(
            queries.states_of(
                organisation_id, requirement, queries.meant_by(organisation_id, requirement, today), today
            ).values()
        )
    return {
        **_titled(requirement, language),
        "titles": requirement.title,
        "topics": [
            {
                "topic": slug,
                "title": title_of(topics[slug], language) if slug in topics else slug,
                "share": share,
                "items": len(topics[slug].items) if slug in topics else 0,
            }
            for slug, share in requirement.topics.items()
        ],
        "audience": {
            "everyone": bool(audience.get("everyone")),
            "departments": [
                {"id": str(each), "title": names.get(str(each), "")} for each in audience.get("departments") or ()
            ],
            "roles": list(audience.get("roles") or ()),
        },
        "months": requirement.months,
        "window": requirement.window_days,
        "ended": requirement.ended_at is not None,
        "counts": counts,
    }


def counts_of(found: Iterable[Required]) -> dict[str, int] | None:
    """How many are in each state; null for groups so small that one could be told from them."""
    states: dict[str, int] = {}
    for each in found:
        states[each.standing.state] = states.get(each.standing.state, 0) + 1
    return shown_counts(states)


def topics_shown(organisation_id: UUID, language: str) -> list[Shown]:
    """The topics that have something to remember, by title."""
    found = [each for each in topics_of(organisation_id).values() if each.items]
    shown = [
        {"topic": each.slug, "title": title_of(each, language), "items": len(each.items), "modules": len(each.modules)}
        for each in found
    ]
    return sorted(shown, key=lambda each: (str(each["title"]).casefold(), each["topic"]))
