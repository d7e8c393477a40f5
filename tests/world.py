"""An organisation to try things in: departments, people and signed-in clients in a line each."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.core import clock
from app.core.db import committed, db, enter
from app.help.models import HelpRequest
from app.identity import actions, sign_in
from app.identity.door import cookie_name
from app.identity.models import Membership
from app.identity.passkeys.actions import keep_passkey
from app.identity.passkeys.ceremony import Made
from app.identity.sign_in import Knock
from app.identity.viewer import csrf_token_of, viewer_by

LONG_AGO = date(2026, 1, 1)


@dataclass
class Somebody:
    """A person with a signed-in device."""

    world: "World"
    person_id: UUID
    player_id: UUID
    client: FlaskClient
    csrf: str
    _kept: dict[str, UUID] = field(default_factory=dict)

    def get(self, path: str, **kwargs: Any) -> TestResponse:
        return self.client.get(f"/api/v1{path}", **kwargs)

    def send(self, method: str, path: str, json: Any = None, **kwargs: Any) -> TestResponse:
        headers = {"X-CSRF-Token": self.csrf, **kwargs.pop("headers", {})}
        return self.client.open(f"/api/v1{path}", method=method, json=json, headers=headers, **kwargs)

    def kept(self) -> dict[str, UUID]:
        """Ids of what is kept about this person: membership, leave, passkey, question, made when first asked for."""
        if self._kept:
            return self._kept
        self.world.enter()
        organisation_id, today = self.world.organisation_id, clock.now().date()
        who = viewer_by(str(self.client.get_cookie(cookie_name()).value), clock.now())
        assert who is not None
        own = select(Membership).where(Membership.player_id == self.player_id)
        membership = db.session.scalars(own).first()
        assert membership is not None
        leave = committed(actions.record_leave, organisation_id, self.player_id, today, today)
        passkey = committed(keep_passkey, who, Made(uuid4().hex, b"", 0))
        request_id = committed(self._asked, membership.department_id)
        self._kept |= {"membership_id": membership.id, "leave_id": leave.id, "passkey_id": passkey.id}
        self._kept["request_id"] = request_id
        return self._kept

    def _asked(self, department_id: UUID) -> UUID:
        now, organisation_id = clock.now(), self.world.organisation_id
        request = HelpRequest(
            organisation_id=organisation_id,
            id=uuid4(),
            asker_id=self.person_id,
            key=uuid4(),
            department_id=department_id,
            words="Hvor står hanskene?",
            asked_at=now,
            last_word_at=now,
        )
        db.session.add(request)
        return request.id

    def post(self, path: str, json: Any = None, **kwargs: Any) -> TestResponse:
        return self.send("POST", path, json, **kwargs)


@dataclass
class World:
    """One organisation. Make a second World with another code for a neighbour."""

    application: Flask
    code: str = "fjordvik"
    policy: dict[str, Any] = field(default_factory=dict)
    organisation_id: UUID = field(init=False)
    departments: dict[str, UUID] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=lambda: count(1001))

    def __post_init__(self) -> None:
        self.organisation_id = committed(
            actions.create_organisation, self.code, self.code.capitalize(), policy=self.policy
        ).id

    def enter(self) -> None:
        """Look at the database as this organisation."""
        enter(self.organisation_id)

    def department(self, name: str, parent: str | None = None) -> UUID:
        """The department of that name, made the first time."""
        if name not in self.departments:
            self.enter()
            above = self.departments[parent] if parent else None
            self.departments[name] = committed(actions.add_department, self.organisation_id, name, above).id
        return self.departments[name]

    def somebody(
        self,
        department: str = "Solbakken",
        *roles: str,
        name: str | None = None,
        share: float = 1.0,
        starts_on: date = LONG_AGO,
        pin: str | None = None,
        enrolled: bool = True,
    ) -> Somebody:
        """A new person in a department, signed in on an enrolled device of their own. Leaders lead that department."""
        place = self.department(department)
        self.enter()
        number = str(next(self.numbers))

        def made() -> tuple[UUID, UUID, str]:
            person, player = actions.add_person(self.organisation_id, number, name or f"Person {number}", pin)
            actions.join_department(self.organisation_id, player.id, place, starts_on, share)
            for role in roles:
                actions.give_role(self.organisation_id, person.id, role, place if role == "leader" else None)
            token = sign_in.open_session(self.organisation_id, person.id, Knock(number, ""), False, enrolled)
            return person.id, player.id, token

        person_id, player_id, token = committed(made)
        client = self.application.test_client()
        client.set_cookie(cookie_name(), token)
        return Somebody(self, person_id, player_id, client, csrf_token_of(token))

    def signed_in_again(self, somebody: Somebody) -> Somebody:
        """The same person with a fresh session, for when the month is over."""
        self.enter()
        at_door = Knock(str(somebody.person_id), "")
        token = committed(sign_in.open_session, self.organisation_id, somebody.person_id, at_door, False, True)
        client = self.application.test_client()
        client.set_cookie(cookie_name(), token)
        return Somebody(self, somebody.person_id, somebody.player_id, client, csrf_token_of(token))

    def join(self, somebody: Somebody, department: str, share: float = 1.0) -> None:
        """A second department for somebody."""
        self.enter()
        place = self.departments[department]
        committed(
            actions.join_department, self.organisation_id, somebody.player_id, place, LONG_AGO, share, primary=False
        )

    def give_role(self, somebody: Somebody, role: str, department: str | None = None) -> None:
        self.enter()
        place = self.departments[department] if department else None
        committed(actions.give_role, self.organisation_id, somebody.person_id, role, place)

    def take_role(self, somebody: Somebody, role: str) -> None:
        self.enter()
        committed(actions.take_role, self.organisation_id, somebody.person_id, role)

    def deactivate(self, somebody: Somebody) -> None:
        self.enter()
        committed(actions.deactivate, self.organisation_id, somebody.person_id)
