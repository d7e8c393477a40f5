"""Who is looking: a value read once a request, never a database row."""

import secrets
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from flask_login import UserMixin
from sqlalchemy import and_, bindparam, select

from app.core.db import enter, read
from app.identity.models import DeviceSession, Organisation, Person, Player, PlayerLink, Role
from app.identity.rules import POLICY, first_name, roles_in_force


@dataclass(frozen=True, slots=True)
class Viewer(UserMixin):  # type: ignore[misc]
    """The person who is signed in, with the revisions that tell whether their screens are still right.

    `roles` are those in force in this session; `waiting` are those that need an enrolled device. `has_game`: whether
    their organisation shows points and boards at all; `game_layer` is their own choice. `has_leagues` and `in_league`
    are the same of weekly groups.
    """

    organisation_id: UUID
    organisation_code: str
    organisation_name: str
    time_zone: str
    person_id: UUID
    player_id: UUID
    name: str
    language: str
    alias: str | None
    on_boards: bool
    show_name: bool
    game_layer: bool
    in_league: bool
    weekly_goal: str
    practised: bool
    enrolled: bool
    roles: frozenset[str]
    waiting: frozenset[str]
    has_game: bool
    has_leagues: bool
    revisions: tuple[int, int]
    token: str

    def get_id(self) -> str:
        return str(self.person_id)

    @property
    def csrf_token(self) -> str:
        return csrf_token_of(self.token)

    def shown(self) -> dict[str, object]:
        """The `Person` of the contract."""
        return {
            "id": str(self.person_id),
            "name": self.name,
            "first_name": first_name(self.name),
            "alias": self.alias,
            "language": self.language,
            "roles": sorted({"learner", *self.roles}),
        }

    def device_shown(self) -> dict[str, object]:
        """Whether this device is vouched for, and what that keeps from the person."""
        code = "device_not_enrolled" if self.waiting else None
        return {"enrolled": self.enrolled, "code": code, "waiting": sorted(self.waiting)}


_same = DeviceSession.organisation_id
_QUERY = (
    select(
        Organisation.code,  # in the order of Viewer's fields, up to the roles
        Organisation.name,
        Organisation.time_zone,
        Person.id,
        Player.id,
        Person.name,
        Person.language,
        Player.alias,
        Player.on_boards,
        Player.show_name,
        Player.game_layer,
        Player.in_league,
        Player.weekly_goal,
        Player.practised,
        DeviceSession.enrolled,
        Organisation.policy,
        Role.role,
        Organisation.revision,
        Player.revision,
    )
    .select_from(DeviceSession)
    .join(Organisation, Organisation.id == _same)
    .join(Person, and_(Person.organisation_id == _same, Person.id == DeviceSession.person_id))
    .join(PlayerLink, and_(PlayerLink.organisation_id == _same, PlayerLink.person_id == Person.id))
    .join(Player, and_(Player.organisation_id == _same, Player.id == PlayerLink.player_id))
    .outerjoin(Role, and_(Role.organisation_id == _same, Role.person_id == Person.id))
    .where(
        _same == bindparam("organisation"),
        DeviceSession.token_hash == bindparam("token_hash"),
        DeviceSession.expires_at > bindparam("now"),
        Person.active,
    )
)


def new_token(organisation_id: UUID) -> str:
    """A token for a device: it names the organisation, so that the right scope is entered before anything is read."""
    return f"{organisation_id.hex}.{secrets.token_urlsafe(32)}"


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def csrf_token_of(token: str) -> str:
    return sha256(b"csrf:" + token.encode()).hexdigest()


def organisation_in(token: str) -> UUID | None:
    """The organisation a token names, or None if it is no token of ours."""
    try:
        return UUID(hex=token.split(".", 1)[0])
    except ValueError:
        return None


def viewer_by(token: str, now: object) -> Viewer | None:
    """Enter the token's organisation and read who holds it; None when it is unknown or has expired."""
    organisation_id = organisation_in(token)
    if organisation_id is None:
        return None
    enter(organisation_id)
    values = {"organisation": organisation_id, "token_hash": hash_of(token), "now": now}
    rows = read(_QUERY, values).all()
    if not rows:
        enter(None)
        return None
    *shown, policy, _, organisation_revision, player_revision = rows[0]
    held = frozenset(row.role for row in rows if row.role)
    roles = roles_in_force(held, shown[-1], policy)
    rules = {**POLICY, **policy}
    has_game = bool(rules["game_layer"])
    has_leagues = has_game and bool(rules["leagues"])
    revisions = (organisation_revision, player_revision)
    return Viewer(organisation_id, *shown, roles, held - roles, has_game, has_leagues, revisions, token)
