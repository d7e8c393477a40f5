"""Questions as the screens need them: with names, and with what they are about in the viewer's language."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.core.weeks import local_date
from app.help.models import HelpReply, HelpRequest
from app.help.queries import answers_to, counts_for, departments_helped, helpers_of, place_asked_by, replies_to
from app.identity import queries as identity
from app.identity.viewer import Viewer
from quests.content.queries import Version, published, version_for, versions_for
from quests.content.rules.documents import in_language as served
from quests.content.rules.pools import faces
from quests.paths.rules import in_language
from quests.play.overview import seen_by


def help_shown(who: Viewer) -> dict[str, Any]:
    """Whom I would ask, whether I answer others, and what waits."""
    place = place_asked_by(who.organisation_id, who.person_id, who.player_id)
    return {
        "place": place and {"name": place.name, "helpers": _named(place.helpers)},
        "helps": bool(departments_helped(who)),
        **counts_for(who),
    }


def _named(helpers: Mapping[UUID, str]) -> list[dict[str, str]]:
    return [{"name": name} for name in helpers.values()]


def requests_shown(who: Viewer, requests: Sequence[HelpRequest]) -> list[dict[str, Any]]:
    """Questions of a list, in its order."""
    names = identity.names_of(who.organisation_id, {each.asker_id for each in requests})
    places = {each.id: each.name for each in identity.departments(who.organisation_id)}
    posts = versions_for(who.organisation_id, {each.version for each in requests if each.version})
    ways = _ways_to_posts(who) if posts else {}
    return [
        {
            "id": str(each.id),
            "key": str(each.key) if each.asker_id == who.person_id else None,
            "state": each.state,
            "mine": each.asker_id == who.person_id,
            "asker": names[each.asker_id],
            "department": places[each.department_id],
            "text": each.words,
            "about": _about(each, posts.get(each.version or ""), who.language, ways),
            "asked_at": rfc3339(each.asked_at),
            "last_word_at": rfc3339(each.last_word_at),
        }
        for each in requests
    ]


def _about(
    request: HelpRequest, post: Version | None, language: str, ways: Mapping[UUID, str]
) -> dict[str, Any] | None:
    if post is None:
        return None
    asked = post.cards.get(request.card) if request.card else None
    return {
        "title": in_language(post.document["title"], language),
        "prompt": in_language(faces(asked)[0]["prompt"], language) if asked else None,
        "to": ways.get(post.module_id, f"/sporsmal/{request.id}/post"),
    }


def _ways_to_posts(who: Viewer) -> dict[UUID, str]:
    """By module where the viewer plays it, in the newest quest that has opened to them."""
    return {
        activity.module_id: f"/spill/{seen.quest.quest_id}/{activity.id}"
        for seen in seen_by(who.organisation_id, who.revisions[0], who.player_id)
        if seen.is_open
        for activity in seen.quest.activities
    }


def questions_shown(who: Viewer, module_id: UUID, found: Sequence[HelpRequest]) -> list[dict[str, Any]]:
    """To those who make the post: the words, what was answered, and the card; nothing of who asked or was asked."""
    posts = versions_for(who.organisation_id, {each.version for each in found if each.version})
    in_force = published(who.organisation_id, [module_id]).get(module_id)
    now = version_for(who.organisation_id, in_force.version) if in_force else None
    answers = answers_to(who.organisation_id, found)
    shown = []
    for each in found:
        asked = posts[each.version].cards.get(each.card) if each.version and each.card else None
        shown.append(
            {
                "id": str(each.id),
                "text": each.words,
                "answers": answers.get(each.id, []),
                "card": each.card,
                "prompt": in_language(faces(asked)[0]["prompt"], who.language) if asked else None,
                "still": now is not None and each.card in now.cards,
                "asked_on": local_date(each.asked_at, who.time_zone).isoformat(),
            }
        )
    return shown


def post_shown(request: HelpRequest, language: str) -> dict[str, Any] | None:
    """The post that a question is about, in that language or its first; None where it is about none."""
    found = version_for(request.organisation_id, request.version) if request.version else None
    if found is None:
        return None
    languages = found.document["languages"]
    return served(found.document, language if language in languages else languages[0], found.version)


def thread_shown(who: Viewer, request: HelpRequest) -> dict[str, Any]:
    """A question with all that was said to it, and who can read it today."""
    (shown,) = requests_shown(who, [request])
    replies = replies_to(who.organisation_id, request.id)
    names = identity.names_of(who.organisation_id, {each.author_id for each in replies})
    helpers = helpers_of(who.organisation_id).get(request.department_id, {})
    others = {id: name for id, name in helpers.items() if id != request.asker_id}
    return {
        **shown,
        "shared": request.shared,
        "helpers": _named(others),
        "replies": [_reply(each, names, who) for each in replies],
    }


def _reply(reply: HelpReply, names: Mapping[UUID, str], who: Viewer) -> dict[str, Any]:
    return {
        "id": str(reply.id),
        "at": rfc3339(reply.at),
        "author": names[reply.author_id],
        "mine": reply.author_id == who.person_id,
        "text": reply.words,
    }
