"""What other storeys may ask about people."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, case, func, or_, select

from app.core.db import db, read
from app.core.http import rfc3339
from app.identity.models import (
    AccessLogEntry,
    Department,
    Leave,
    Membership,
    Organisation,
    PastGoal,
    Person,
    Player,
    PlayerLink,
    Role,
)
from app.identity.rules import Standing, policy_of, sort_key


def organisation(organisation_id: UUID) -> Organisation:
    """Read once a transaction: the session would let go of a row that nobody holds, and read it anew at each call."""
    found = db.session.get_one(Organisation, organisation_id)
    db.session.info[Organisation, organisation_id] = found
    return found


def organisation_by_code(code: str) -> Organisation | None:
    return db.session.scalar(select(Organisation).where(Organisation.code == code.strip().casefold()))


def organisation_ids() -> list[UUID]:
    """Every organisation, for jobs that look after each in its own scope."""
    return list(db.session.scalars(select(Organisation.id).order_by(Organisation.code)))


def policy(organisation_id: UUID) -> dict[str, Any]:
    return policy_of(organisation(organisation_id).policy)


def has_leagues(organisation_id: UUID) -> bool:
    """Whether the organisation lets its people race in weekly groups: a part of its game, so not without that."""
    rules = policy(organisation_id)
    return bool(rules["game_layer"] and rules["leagues"])


def in_leagues(organisation_id: UUID) -> Select[UUID]:
    """The players who race in weekly groups: who joined, stands on lists, has the game shown, and an open account."""
    return (
        select(Player.id)
        .join(PlayerLink, (PlayerLink.organisation_id == Player.organisation_id) & (PlayerLink.player_id == Player.id))
        .join(Person, (Person.organisation_id == Player.organisation_id) & (Person.id == PlayerLink.person_id))
        .where(
            Player.organisation_id == organisation_id,
            Player.in_league.is_(True),
            Player.on_boards.is_(True),
            Player.game_layer.is_(True),
            Person.active,
        )
    )


def player_of(organisation_id: UUID, person_id: UUID) -> UUID:
    link = select(PlayerLink.player_id).where(
        PlayerLink.organisation_id == organisation_id, PlayerLink.person_id == person_id
    )
    return db.session.execute(link).scalar_one()


def departments(organisation_id: UUID) -> list[Department]:
    """The whole tree, in sorting order."""
    query = select(Department).where(Department.organisation_id == organisation_id).order_by(Department.sort_key)
    return list(db.session.scalars(query))


def subtree(organisation_id: UUID, top: UUID) -> set[UUID]:
    """`top` and every department below it."""
    children: dict[UUID | None, list[UUID]] = {}
    for each in departments(organisation_id):
        children.setdefault(each.parent_id, []).append(each.id)
    found, waiting = set(), [top]
    while waiting:
        found.add(each_id := waiting.pop())
        waiting.extend(children.get(each_id, ()))
    return found


def memberships_between(
    organisation_id: UUID,
    first: date,
    last: date,
    players: Iterable[UUID] | None = None,
    places: Iterable[UUID] | None = None,
) -> list[Standing]:
    """Memberships that overlap the days `first` to `last`; of all players or these, anywhere or in `places`."""
    query = select(
        Membership.player_id, Membership.department_id, Membership.share, Membership.starts_on, Membership.ends_on
    ).where(
        Membership.organisation_id == organisation_id,
        Membership.starts_on <= last,
        or_(Membership.ends_on.is_(None), Membership.ends_on >= first),
    )
    if players is not None:
        query = query.where(Membership.player_id.in_(list(players)))
    if places is not None:
        query = query.where(Membership.department_id.in_(list(places)))
    return [Standing(*row) for row in db.session.execute(query.order_by(Membership.starts_on, Membership.id))]


def count_members(organisation_id: UUID, day: date, places: Iterable[UUID] | None = None) -> int:
    """How many players are members that day, anywhere or in `places`."""
    query = select(func.count(Membership.player_id.distinct())).where(
        Membership.organisation_id == organisation_id,
        Membership.starts_on <= day,
        or_(Membership.ends_on.is_(None), Membership.ends_on >= day),
    )
    if places is not None:
        query = query.where(Membership.department_id.in_(list(places)))
    return db.session.scalar(query) or 0


_LEAVES = select(Leave.player_id, Leave.starts_on, Leave.ends_on).where(
    Leave.organisation_id == bindparam("organisation"),
    Leave.starts_on <= bindparam("last"),
    Leave.ends_on >= bindparam("first"),
    Leave.withdrawn_at.is_(None),
)
_LEAVES_OF = _LEAVES.where(Leave.player_id.in_(bindparam("players", expanding=True)))


def leaves_between(
    organisation_id: UUID, first: date, last: date, players: Iterable[UUID] | None = None
) -> dict[UUID, list[tuple[date, date]]]:
    """Leaves that overlap the days, by player."""
    values: dict[str, Any] = {"organisation": organisation_id, "first": first, "last": last}
    if players is None:
        rows = db.session.execute(_LEAVES, values)
    else:
        rows = db.session.execute(_LEAVES_OF, {**values, "players": list(players)})
    found: dict[UUID, list[tuple[date, date]]] = {}
    for player_id, starts_on, ends_on in rows:
        found.setdefault(player_id, []).append((starts_on, ends_on))
    return found


_SHOWN_NAME = func.coalesce(case((Player.show_name.is_(True), Person.name)), Player.alias).label("name")


def with_shown_name(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """The same query, in which players stand, with `name`: theirs if they chose so, else their alias, else None."""
    own = PlayerLink.organisation_id == Player.organisation_id
    query = query.outerjoin(PlayerLink, own & (PlayerLink.player_id == Player.id))
    own = Person.organisation_id == Player.organisation_id
    return query.outerjoin(Person, own & (Person.id == PlayerLink.person_id)).add_columns(_SHOWN_NAME)


_SHOWN = with_shown_name(select(Player.id)).where(
    Player.organisation_id == bindparam("organisation"), Player.id.in_(bindparam("players", expanding=True))
)


def shown_names(organisation_id: UUID, players: Iterable[UUID]) -> dict[UUID, str | None]:
    """What boards call these players (`with_shown_name`)."""
    return {row[0]: row[1] for row in read(_SHOWN, {"organisation": organisation_id, "players": list(players)})}


def pin_hash(organisation_id: UUID, person_id: UUID) -> str | None:
    return db.session.scalar(
        select(Person.pin_hash).where(Person.organisation_id == organisation_id, Person.id == person_id)
    )


def looks_at(organisation_id: UUID, person_id: UUID, page: int, size: int) -> tuple[list[dict[str, Any]], int]:
    """A page of who has seen this person by name: {at, viewer, what}, newest first; and how many in all."""
    own = (AccessLogEntry.organisation_id == organisation_id, AccessLogEntry.subject_id == person_id)
    total = db.session.scalar(select(func.count()).select_from(AccessLogEntry).where(*own)) or 0
    query = (
        select(AccessLogEntry.at, Person.name, AccessLogEntry.what)
        .join(Person, (Person.organisation_id == organisation_id) & (Person.id == AccessLogEntry.viewer_id))
        .where(*own)
        .order_by(AccessLogEntry.at.desc(), AccessLogEntry.id)
        .limit(size)
        .offset((page - 1) * size)
    )
    return [{"at": rfc3339(at), "viewer": name, "what": what} for at, name, what in db.session.execute(query)], total


def people_behind(organisation_id: UUID, players: Iterable[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """(person, language) of those of these players who are somebody with an open account."""
    query = (
        select(PlayerLink.player_id, Person.id, Person.language)
        .join(Person, (Person.organisation_id == PlayerLink.organisation_id) & (Person.id == PlayerLink.person_id))
        .where(PlayerLink.organisation_id == organisation_id, PlayerLink.player_id.in_(list(players)), Person.active)
    )
    return {player_id: (person_id, language) for player_id, person_id, language in db.session.execute(query)}


def role_holders(organisation_id: UUID, role: str, day: date) -> list[tuple[UUID, UUID, str]]:
    """(department, person, name) of those with the role and an open account, for each department of theirs that day."""
    query = (
        select(Membership.department_id, Person.id, Person.name)
        .distinct()
        .select_from(Role)
        .join(Person, (Person.organisation_id == Role.organisation_id) & (Person.id == Role.person_id))
        .join(PlayerLink, (PlayerLink.organisation_id == Person.organisation_id) & (PlayerLink.person_id == Person.id))
        .join(
            Membership,
            (Membership.organisation_id == PlayerLink.organisation_id) & (Membership.player_id == PlayerLink.player_id),
        )
        .where(
            Role.organisation_id == organisation_id,
            Role.role == role,
            Person.active,
            Membership.starts_on <= day,
            or_(Membership.ends_on.is_(None), Membership.ends_on >= day),
        )
    )
    found = [(department_id, id, name) for department_id, id, name in db.session.execute(query)]
    return sorted(found, key=lambda each: (sort_key(each[2]), each[1]))


def holders_of(organisation_id: UUID, roles: Iterable[str]) -> list[tuple[UUID, str]]:
    """(person, name) of everybody with one of these roles and an open account, by name."""
    query = (
        select(Person.id, Person.name)
        .distinct()
        .join(Role, (Role.organisation_id == Person.organisation_id) & (Role.person_id == Person.id))
        .where(Person.organisation_id == organisation_id, Role.role.in_(list(roles)), Person.active)
    )
    found = [(id, name) for id, name in db.session.execute(query)]
    return sorted(found, key=lambda each: (sort_key(each[1]), each[0]))


def names_of(organisation_id: UUID, persons: Iterable[UUID]) -> dict[UUID, str]:
    """The names of these people, for those whom they have written to."""
    query = select(Person.id, Person.name).where(
        Person.organisation_id == organisation_id, Person.id.in_(list(persons))
    )
    return {row.id: row.name for row in db.session.execute(query)}


def employee_number_of(organisation_id: UUID, person_id: UUID) -> str:
    query = select(Person.employee_number).where(Person.organisation_id == organisation_id, Person.id == person_id)
    return db.session.execute(query).scalar_one()


_BEHIND = (PlayerLink.organisation_id == bindparam("organisation"), PlayerLink.player_id == bindparam("player"))
_LANGUAGE = (
    select(Person.language)
    .join(PlayerLink, (PlayerLink.organisation_id == Person.organisation_id) & (PlayerLink.person_id == Person.id))
    .where(*_BEHIND)
)
_ROLES = (
    select(Role.role)
    .join(PlayerLink, (PlayerLink.organisation_id == Role.organisation_id) & (PlayerLink.person_id == Role.person_id))
    .where(*_BEHIND)
)


def language_of_player(organisation_id: UUID, player_id: UUID) -> str:
    """The language of the person behind a player, for what is told to them at once."""
    return db.session.scalar(_LANGUAGE, {"organisation": organisation_id, "player": player_id}) or "nb"


def roles_of_player(organisation_id: UUID, player_id: UUID) -> frozenset[str]:
    """Every role that the person behind a player holds."""
    return frozenset(db.session.scalars(_ROLES, {"organisation": organisation_id, "player": player_id}))


def players_of(organisation_id: UUID, persons: Iterable[UUID]) -> list[UUID]:
    """The players of these people."""
    query = select(PlayerLink.player_id).where(
        PlayerLink.organisation_id == organisation_id, PlayerLink.person_id.in_(list(persons))
    )
    return list(db.session.scalars(query.order_by(PlayerLink.player_id)))


_GOALS = (
    select(Player.weekly_goal, PastGoal.until, PastGoal.goal)
    .outerjoin(PastGoal)
    .where(Player.organisation_id == bindparam("organisation"), Player.id == bindparam("player"))
    .order_by(PastGoal.until)
)


def goals_of(organisation_id: UUID, player_id: UUID) -> tuple[list[tuple[date, str]], str]:
    """The weekly goals a player has left, each with the Monday it held until, earliest first; and the one they have."""
    rows = read(_GOALS, {"organisation": organisation_id, "player": player_id}).all()
    return [(row.until, row.goal) for row in rows if row.until is not None], rows[0].weekly_goal
