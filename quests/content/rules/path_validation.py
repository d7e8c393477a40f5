"""Whether a path document can be taken in: its texts, its quests, and the modules they open."""

from collections.abc import Collection, Mapping
from typing import Any

from quests.content.rules.inspection import (
    LONGEST_LINE,
    Fault,
    Spot,
    check_list,
    check_object,
    check_text,
    check_unique,
)
from quests.content.rules.validation import check_slug, with_own_languages

PATH_FORMAT = "loype.path/1"
TERRAINS = ("skog", "fjell", "fjord", "kyst", "myr", "vidde")

FEWEST_ASKED, MOST_ASKED = 3, 15
"""Cards of a test before a path."""

_TEXTS = {"title", "story", "goal"}


def path_faults_of(document: object, file: str, modules: Collection[str]) -> list[Fault]:
    """Everything that keeps a path document from being taken in. `modules` are the modules its package holds.

    Its languages are the ones its title is written in, where it does not list them.
    """
    faults: list[Fault] = []
    spot = Spot(faults, file)
    given = check_object(spot, document, {"format", "path", "quests"} | _TEXTS, {"language", "languages", "pretest"})
    if given is None:
        return faults
    if given.get("format", PATH_FORMAT) != PATH_FORMAT:
        spot.at("format").refuse("format", format=PATH_FORMAT)
    if "path" in given:
        check_slug(spot.at("path"), given["path"])
    spot = with_own_languages(spot, given)
    _check_texts(spot, given)
    if "pretest" in given:
        _check_pretest(spot.at("pretest"), given["pretest"])
    quests = check_list(spot.at("quests"), given.get("quests"), 1, 104, "quests")
    for number, quest in enumerate(quests):
        _check_quest(spot.at("quests").at(number), quest, modules)
    _check_ids(spot.at("quests"), quests)
    return faults


def _check_pretest(spot: Spot, pretest: object) -> None:
    """True, or how many cards the test asks at most."""
    cards = pretest.get("cards") if isinstance(pretest, Mapping) and pretest.keys() == {"cards"} else None
    whole = isinstance(cards, int) and not isinstance(cards, bool)
    if pretest is not True and not (whole and FEWEST_ASKED <= int(cards or 0) <= MOST_ASKED):
        spot.refuse("pretest", least=FEWEST_ASKED, most=MOST_ASKED)


def _check_texts(spot: Spot, given: Mapping[str, Any]) -> None:
    for field in sorted(_TEXTS & given.keys()):
        check_text(spot.at(field), given[field], LONGEST_LINE if field == "title" else 2000)


def _check_quest(spot: Spot, quest: object, modules: Collection[str]) -> None:
    given = check_object(spot, quest, {"id", "terrain", "activities"} | _TEXTS, set())
    if given is None:
        return
    if "id" in given:
        check_slug(spot.at("id"), given["id"])
    if "terrain" in given and given["terrain"] not in TERRAINS:
        spot.at("terrain").refuse("one_of", known=", ".join(TERRAINS))
    _check_texts(spot, given)
    activities = check_list(spot.at("activities"), given.get("activities"), 1, 20, "activities")
    for number, activity in enumerate(activities):
        _check_activity(spot.at("activities").at(number), activity, modules)


def _check_activity(spot: Spot, activity: object, modules: Collection[str]) -> None:
    given = check_object(spot, activity, {"id", "kind", "module"}, set())
    if given is None:
        return
    if "id" in given:
        check_slug(spot.at("id"), given["id"])
    if given.get("kind", "module") != "module":
        spot.at("kind").refuse("kind")
    module = given.get("module")
    if "module" in given and not (isinstance(module, str) and module in modules):
        if isinstance(module, str):
            spot.at("module").refuse("module_absent", module=module[:80])
        else:
            spot.at("module").refuse("module_unnamed")


def _check_ids(spot: Spot, quests: list[Any]) -> None:
    """Quests have each their own id in the path, and so have activities, also across quests."""
    known = [quest for quest in quests if isinstance(quest, Mapping)]
    check_unique(spot, [quest.get("id") for quest in known], "quest_id")
    lists = [quest["activities"] for quest in known if isinstance(quest.get("activities"), list)]
    activities = [item.get("id") for activities in lists for item in activities if isinstance(item, Mapping)]
    seen: set[str] = set()
    for activity in activities:
        if isinstance(activity, str) and activity in seen:
            spot.refuse("activity_twice", id=activity[:80])
        elif isinstance(activity, str):
            seen.add(activity)
