"""Receiving a letter: known or new, taken in by whoever its kind is for, all in one transaction or not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, insert, select

from app.core.db import db, read, table_of
from app.core.events import Notice
from app.identity.actions import touch_player
from app.identity.models import Player
from quests.play.letters import Refused, content_of, hash_of, id_of, kind_of
from quests.play.models import Letter

Verdict = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A new letter, not read yet but for its id and kind: whose it is, as JSON and as bytes, sent and received when."""

    organisation_id: UUID
    player_id: UUID
    letter_id: UUID
    raw: Any
    content: bytes
    sent_at: datetime
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a letter that was taken in: how many were right at first of how many, and who had what to say.

    `more` stands in the verdict beside that.
    """

    correct: int
    of: int
    notices: Sequence[Notice]
    more: Mapping[str, Any] = field(default_factory=dict)


Receiver = Callable[[Delivery], Taken]
"""Takes in letters of one kind. Raises Refused before it has written anything; never commits."""

_receivers: dict[str, Receiver] = {}
_LETTER = insert(table_of(Letter))
_KNOWN = select(Letter.content_hash, Letter.verdict).where(
    Letter.organisation_id == bindparam("organisation"),
    Letter.player_id == bindparam("player"),
    Letter.id == bindparam("letter"),
)


def connect(receivers: Mapping[str, Receiver]) -> None:
    """Set who takes in which kind of letter. Called once, by the factory."""
    _receivers.clear()
    _receivers.update(receivers)


def receive(organisation_id: UUID, player_id: UUID, raw: Any, sent_at: datetime, received_at: datetime) -> Verdict:
    """Take in one letter; its verdict. Safe to repeat: a known letter gets its first verdict's figures again."""
    try:
        content = content_of(raw)
        letter_id, digest = id_of(raw), hash_of(content)
        _alone(organisation_id, player_id)
        values = {"organisation": organisation_id, "player": player_id, "letter": letter_id}
        known = read(_KNOWN, values).first()
        if known is not None:
            return _known(known, digest)
        delivery = Delivery(organisation_id, player_id, letter_id, raw, content, sent_at, received_at)
        taken = _receiver(raw)(delivery)
    except Refused as refused:
        return refusal(raw, refused.code)
    touch_player(organisation_id, player_id)
    verdict = _verdict(raw["id"], taken)
    row = {"organisation_id": organisation_id, "player_id": player_id, "id": letter_id, "content_hash": digest}
    db.session.execute(_LETTER, [{**row, "verdict": verdict, "received_at": received_at}])
    return verdict


def _receiver(raw: Any) -> Receiver:
    receiver = _receivers.get(kind_of(raw))
    if receiver is None:
        raise Refused("invalid")
    return receiver


def _alone(organisation_id: UUID, player_id: UUID) -> None:
    """One letter of a player at a time, so that two tabs cannot both find the same letter new."""
    mine = select(Player.id).where(Player.organisation_id == organisation_id, Player.id == player_id)
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(mine.with_for_update(key_share=True))


def _known(letter: Row[str, Verdict], digest: str) -> Verdict:
    if letter.content_hash != digest:
        raise Refused("letter_changed")
    return {**letter.verdict, "status": "known"}


def refusal(raw: Any, code: str) -> Verdict:
    """The verdict on a letter that is not taken in; it changes nothing."""
    given = raw.get("id") if isinstance(raw, dict) else None
    shown = given if isinstance(given, str) and len(given) <= 200 else None
    return {"id": shown, "status": "refused", "code": code, "points": 0, "correct": 0, "of": 0, "notices": []}


def _verdict(id_as_sent: str, taken: Taken) -> Verdict:
    entries = _summed(entry for notice in taken.notices if notice.code == "points" for entry in notice.facts["entries"])
    points = sum(notice.facts["points"] for notice in taken.notices if notice.code == "points")
    told = [{"code": notice.code, **notice.facts} for notice in taken.notices if notice.code != "points"]
    if points:
        told.insert(0, {"code": "points", "points": points})
    return {
        **taken.more,
        "id": id_as_sent,
        "status": "accepted",
        "code": None,
        "points": points,
        "correct": taken.correct,
        "of": taken.of,
        "notices": told,
        "entries": entries,
    }


def _summed(entries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One entry of each kind, in the order they came."""
    kinds: dict[str, dict[str, Any]] = {}
    for each in entries:
        known = kinds.setdefault(each["kind"], {"kind": each["kind"], "points": 0, "count": 0})
        known["points"] += each["points"]
        known["count"] += each["count"]
    return list(kinds.values())
