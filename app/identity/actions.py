"""Verbs that change organisations and people."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, update

from app.core import clock
from app.core.db import db, enter, table_of
from app.core.errors import invalid
from app.core.events import publish
from app.core.weeks import week_of
from app.identity import passwords
from app.identity.events import MembershipChanged, PresenceChanged
from app.identity.models import (
    AccessLogEntry,
    Department,
    DeviceSession,
    Leave,
    Membership,
    Organisation,
    PastGoal,
    Person,
    Player,
    PlayerLink,
    Role,
)
from app.identity.rules import is_common, is_pin, sort_key


def create_organisation(
    code: str, name: str, time_zone: str = "Europe/Oslo", policy: dict[str, Any] | None = None
) -> Organisation:
    """Make an organisation and enter its scope."""
    created = Organisation(
        code=code.strip().casefold(), name=name, time_zone=time_zone, policy=policy or {}, created_at=clock.now()
    )
    db.session.add(created)
    db.session.flush()
    enter(created.id)
    return created


def add_department(organisation_id: UUID, name: str, parent_id: UUID | None = None) -> Department:
    department = Department(organisation_id=organisation_id, name=name, sort_key=sort_key(name), parent_id=parent_id)
    db.session.add(department)
    db.session.flush()
    touch_organisation(organisation_id)
    return department


def add_person(
    organisation_id: UUID, employee_number: str, name: str, pin: str | None = None, language: str = "nb"
) -> tuple[Person, Player]:
    """Make a person and their player. Without a PIN they cannot sign in until they get one."""
    person = Person(
        organisation_id=organisation_id,
        employee_number=employee_number.strip(),
        name=name,
        sort_key=sort_key(name),
        language=language,
        pin_hash=hash_of_pin(pin) if pin else None,
        created_at=clock.now(),
    )
    player = Player(organisation_id=organisation_id)
    db.session.add_all([person, player])
    db.session.flush()
    db.session.add(PlayerLink(organisation_id=organisation_id, person_id=person.id, player_id=player.id))
    db.session.flush()
    return person, player


def hash_of_pin(pin: str) -> str:
    """The hash that is kept of a PIN. Raises Problem for what is no PIN or too easy to guess."""
    if not is_pin(pin):
        raise invalid("A PIN has 6 to 12 digits.", {"pin": ["6 to 12 digits."]})
    if is_common(pin):
        problem = invalid("Others would guess this PIN. Choose another.", {"pin": ["Too easy to guess."]})
        problem.code = "common_pin"
        raise problem
    return passwords.hashed(pin)


def set_pin(organisation_id: UUID, person_id: UUID, pin: str, keep: str | None = None) -> None:
    """Give a person a new PIN and end their sessions, but for the one whose token hash is `keep`."""
    replace_pin(organisation_id, person_id, hash_of_pin(pin), keep)


def replace_pin(organisation_id: UUID, person_id: UUID, pin_hash: str, keep: str | None = None) -> None:
    """As `set_pin`, with the hash made beforehand: making one takes longer than others should wait to write."""
    db.session.get_one(Person, (organisation_id, person_id)).pin_hash = pin_hash
    others = delete(DeviceSession).where(
        DeviceSession.organisation_id == organisation_id, DeviceSession.person_id == person_id
    )
    db.session.execute(others.where(DeviceSession.token_hash != keep) if keep else others)


def join_department(
    organisation_id: UUID,
    player_id: UUID,
    department_id: UUID,
    starts_on: date,
    share: float = 1.0,
    primary: bool = True,
) -> Membership:
    """Start a membership. Competitions count it from its first day."""
    membership = Membership(
        organisation_id=organisation_id,
        player_id=player_id,
        department_id=department_id,
        share=share,
        is_primary=primary,
        starts_on=starts_on,
        recorded_at=clock.now(),
    )
    db.session.add(membership)
    db.session.flush()
    publish(MembershipChanged(organisation_id=organisation_id, player_id=player_id))
    return membership


def leave_department(organisation_id: UUID, membership_id: UUID, last_day: date) -> None:
    """End a membership after `last_day`; its history stays."""
    membership = db.session.get_one(Membership, (organisation_id, membership_id))
    membership.ends_on = last_day
    db.session.flush()
    publish(MembershipChanged(organisation_id=organisation_id, player_id=membership.player_id))


def change_share(organisation_id: UUID, membership_id: UUID, share: float, from_day: date) -> Membership:
    """From `from_day` the position is larger or smaller: the old row ends, a new one starts."""
    old = db.session.get_one(Membership, (organisation_id, membership_id))
    old.ends_on = from_day - timedelta(days=1)
    return join_department(organisation_id, old.player_id, old.department_id, from_day, share, old.is_primary)


def record_leave(organisation_id: UUID, player_id: UUID, starts_on: date, ends_on: date) -> Leave:
    """Note a period away, without a reason."""
    if ends_on < starts_on:
        raise invalid("A leave ends on the day it starts, or later.", {"ends_on": ["Not before the first day."]})
    leave = Leave(
        organisation_id=organisation_id,
        player_id=player_id,
        starts_on=starts_on,
        ends_on=ends_on,
        recorded_at=clock.now(),
    )
    db.session.add(leave)
    db.session.flush()
    publish(PresenceChanged(organisation_id=organisation_id, player_id=player_id))
    return leave


def withdraw_leave(organisation_id: UUID, leave_id: UUID) -> None:
    leave = db.session.get_one(Leave, (organisation_id, leave_id))
    leave.withdrawn_at = clock.now()
    db.session.flush()
    publish(PresenceChanged(organisation_id=organisation_id, player_id=leave.player_id))


def give_role(organisation_id: UUID, person_id: UUID, role: str, department_id: UUID | None = None) -> None:
    """Give a role once; a leader's names the top of their part of the tree."""
    same = select(Role.id).where(
        Role.organisation_id == organisation_id,
        Role.person_id == person_id,
        Role.role == role,
        Role.department_id.is_(None) if department_id is None else Role.department_id == department_id,
    )
    if db.session.scalar(same) is None:
        db.session.add(
            Role(organisation_id=organisation_id, person_id=person_id, role=role, department_id=department_id)
        )
        db.session.flush()


def take_role(organisation_id: UUID, person_id: UUID, role: str) -> None:
    db.session.execute(
        delete(Role).where(Role.organisation_id == organisation_id, Role.person_id == person_id, Role.role == role)
    )


def deactivate(organisation_id: UUID, person_id: UUID) -> None:
    """Close a person's account: every session ends at once, what they did stays."""
    db.session.get_one(Person, (organisation_id, person_id)).active = False
    db.session.execute(
        delete(DeviceSession).where(
            DeviceSession.organisation_id == organisation_id, DeviceSession.person_id == person_id
        )
    )


def change_settings(organisation_id: UUID, person_id: UUID, player_id: UUID, changes: dict[str, Any]) -> None:
    """Set language, alias, on_boards, show_name, game_layer, in_league, weekly_goal or practised; the rest stays."""
    changes = dict(changes)
    if "language" in changes:
        db.session.get_one(Person, (organisation_id, person_id)).language = changes.pop("language")
    if changes.get("alias"):
        changes["alias"] = _free_alias(organisation_id, player_id, changes["alias"])
    player = db.session.get_one(Player, (organisation_id, player_id))
    if changes.get("weekly_goal", player.weekly_goal) != player.weekly_goal:
        _keep_goal(player)
    for name, value in changes.items():
        setattr(player, name, value)
    player.revision += 1
    db.session.flush()


def _keep_goal(player: Player) -> None:
    """The goal that is about to be left held until this week; of several changes in a week, only the first was one."""
    week = week_of(clock.now(), db.session.get_one(Organisation, player.organisation_id).time_zone)
    if db.session.get(PastGoal, (player.organisation_id, player.id, week)) is None:
        db.session.add(
            PastGoal(organisation_id=player.organisation_id, player_id=player.id, until=week, goal=player.weekly_goal)
        )


def _free_alias(organisation_id: UUID, player_id: UUID, alias: str) -> str:
    """The alias with its spaces tidied. Refused if another has it, or if it is a colleague's name."""
    alias = " ".join(alias.split())
    taken = select(Player.id).where(
        Player.organisation_id == organisation_id, Player.id != player_id, func.lower(Player.alias) == alias.lower()
    )
    named = select(Person.id).where(Person.organisation_id == organisation_id, Person.sort_key == sort_key(alias))
    if db.session.scalar(taken) or db.session.scalar(named):
        raise invalid("Somebody else goes by that name. Choose another.", {"alias": ["Taken."]})
    return alias


def hold_organisation(organisation_id: UUID) -> None:
    """Let no other transaction hold it until this one ends, for what must not be done twice at once."""
    db.session.execute(select(Organisation.id).where(Organisation.id == organisation_id).with_for_update())


def show_game(organisation_id: UUID, is_on: bool) -> None:
    """Show points, boards, streaks and badges to those who want them, or to nobody. Whatever is earned counts."""
    _decide(organisation_id, "game_layer", is_on)


def run_leagues(organisation_id: UUID, is_on: bool) -> None:
    """Let those who want to race in weekly groups, or nobody. The tier each is on is kept for when it is on again."""
    _decide(organisation_id, "leagues", is_on)


def _decide(organisation_id: UUID, name: str, is_on: bool) -> None:
    found = db.session.get_one(Organisation, organisation_id, with_for_update=True)
    found.policy = {**found.policy, name: is_on}
    db.session.flush()
    touch_organisation(organisation_id)


def touch_organisation(organisation_id: UUID) -> None:
    """What everybody's first screen is made of has changed."""
    db.session.execute(
        update(Organisation).where(Organisation.id == organisation_id).values(revision=Organisation.revision + 1)
    )


_PLAYERS = table_of(Player)
_TOUCH_PLAYER = (
    update(_PLAYERS)
    .where(_PLAYERS.c.organisation_id == bindparam("organisation"), _PLAYERS.c.id == bindparam("player"))
    .values(revision=_PLAYERS.c.revision + 1)
)


def touch_player(organisation_id: UUID, player_id: UUID) -> None:
    """What this player's screens are made of has changed."""
    db.session.execute(_TOUCH_PLAYER, {"organisation": organisation_id, "player": player_id})


def hold_person(organisation_id: UUID, person_id: UUID) -> None:
    """Let no other transaction that holds this person run beside ours: for limits on what one person may do."""
    own = select(Person.id).where(Person.organisation_id == organisation_id, Person.id == person_id)
    db.session.execute(own.with_for_update())


def log_look(organisation_id: UUID, viewer_id: UUID, subjects: list[UUID], what: str) -> None:
    """Note that `viewer_id` saw these people by name; a look at oneself is none."""
    at = clock.now()
    db.session.add_all(
        AccessLogEntry(organisation_id=organisation_id, viewer_id=viewer_id, subject_id=each, what=what, at=at)
        for each in subjects
        if each != viewer_id
    )
    db.session.flush()
