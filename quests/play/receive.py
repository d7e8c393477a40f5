"""Receiving a letter: known or new, graded, stored, told of, all in one transaction or not at all."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from app.core.events import Notice
from app.identity.actions import touch_player
from app.identity.models import Player
from app.identity.queries import policy
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.pools import drawn
from quests.content.rules.reading import too_quick
from quests.paths.queries import Opened, is_activity, releases_for
from quests.play import storing
from quests.play.bests import keep_bests
from quests.play.exercises import Exercises, exercises_of
from quests.play.letters import DeviceLetter, Refused, content_of, hash_of, id_of, read
from quests.play.models import Letter
from quests.play.rules import Try, correct_at_first, happened, is_done

Verdict = dict[str, Any]


def receive(organisation_id: UUID, player_id: UUID, raw: Any, sent_at: datetime, received_at: datetime) -> Verdict:
    """Take in one letter; its verdict. Safe to repeat: a known letter gets its first verdict's figures again."""
    try:
        content = content_of(raw)
        letter_id, digest = id_of(raw), hash_of(content)
        _alone(organisation_id, player_id)
        known = db.session.get(Letter, (organisation_id, player_id, letter_id))
        if known is not None:
            return _known(known, digest)
        letter = read(raw, content)
        exercises, release = _place(organisation_id, player_id, letter)
        graded = _graded(exercises, letter)
    except Refused as refused:
        return refusal(raw, refused.code)
    most_days = policy(organisation_id)["late_days"]
    assert release.opened_at is not None  # noqa: S101
    moment, adjusted = happened(letter.claimed_at, sent_at, received_at, release.opened_at, most_days)
    tries = [each for each in graded if each is not None]
    done = is_done(letter.finished, exercises.cards.keys(), tries)
    attempt = storing.AttemptFacts(
        organisation_id, player_id, letter_id, letter, release, graded, done, len(exercises.cards), moment, received_at
    )
    notices = storing.store(attempt)
    keep_bests(organisation_id, player_id, exercises, letter.answers, moment)
    if adjusted:
        notices.append(Notice("time_adjusted"))
    touch_player(organisation_id, player_id)
    verdict = _verdict(raw["id"], correct_at_first(tries), len(exercises.cards), notices)
    db.session.add(
        Letter(
            organisation_id=organisation_id,
            player_id=player_id,
            id=letter_id,
            content_hash=digest,
            verdict=verdict,
            received_at=received_at,
        )
    )
    db.session.flush()
    return verdict


def _alone(organisation_id: UUID, player_id: UUID) -> None:
    """One letter of a player at a time, so that two tabs cannot both find the same letter new."""
    mine = select(Player.id).where(Player.organisation_id == organisation_id, Player.id == player_id)
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(mine.with_for_update(key_share=True))


def _known(letter: Letter, digest: str) -> Verdict:
    if letter.content_hash != digest:
        raise Refused("letter_changed")
    return {**letter.verdict, "status": "known"}


def _place(organisation_id: UUID, player_id: UUID, letter: DeviceLetter) -> tuple[Exercises, Opened]:
    """What was played, and in which release of the player's. Raises Refused."""
    exercises = exercises_of(organisation_id, letter.module_version)
    if exercises is None or not is_activity(organisation_id, letter.activity):
        raise Refused("unknown_module")
    releases = releases_for(organisation_id, player_id, letter.activity)
    if not releases:
        raise Refused("not_in_audience")
    if releases[0].opened_at is None:
        raise Refused("not_released")
    if releases[0].module_id != exercises.module_id:
        raise Refused("unknown_module")
    if letter.language not in exercises.languages:
        raise Refused("invalid")
    return exercises, releases[0]


def _graded(exercises: Exercises, letter: DeviceLetter) -> list[Try | None]:
    """Each answer graded, against the variant that the seed drew; None for one that is not right or wrong."""
    tries: list[Try | None] = []
    for each in letter.answers:
        asked = exercises.asked.get(each.card)
        card = drawn(asked, letter.seed) if asked is not None else None
        outcome = grade(card, each.response, letter.language) if card is not None else Outcome.MALFORMED
        if card is None or outcome is Outcome.MALFORMED or each.variant not in (None, card.get("variant")):
            raise Refused("invalid")
        quick = too_quick(card, letter.language, each.seconds)
        tries.append(None if outcome is Outcome.GIVEN else Try(each.card, outcome is Outcome.RIGHT, quick))
    return tries


def refusal(raw: Any, code: str) -> Verdict:
    """The verdict on a letter that is not taken in; it changes nothing."""
    given = raw.get("id") if isinstance(raw, dict) else None
    shown = given if isinstance(given, str) and len(given) <= 200 else None
    return {"id": shown, "status": "refused", "code": code, "points": 0, "correct": 0, "of": 0, "notices": []}


def _verdict(id_as_sent: str, correct: int, of: int, notices: Sequence[Notice]) -> Verdict:
    entries = [entry for notice in notices if notice.code == "points" for entry in notice.facts["entries"]]
    points = sum(notice.facts["points"] for notice in notices if notice.code == "points")
    told = [{"code": notice.code, **notice.facts} for notice in notices if notice.code != "points"]
    if points:
        told.insert(0, {"code": "points", "points": points})
    return {
        "id": id_as_sent,
        "status": "accepted",
        "code": None,
        "points": points,
        "correct": correct,
        "of": of,
        "notices": told,
        "entries": entries,
    }
