"""An organisation to try things in: departments, people and signed-in clients in a line each."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core.db import committed, enter
from app.identity import actions, sign_in
from app.identity.door import cookie_name
from app.identity.sign_in import Knock
from app.identity.viewer import csrf_token_of

LONG_AGO = date(2026, 1, 1)


@dataclass
class Somebody:
    """A person with a signed-in device."""

    world: "World"
    person_id: UUID
    player_id: UUID
    client: FlaskClient
    csrf: str

    def get(self, path: str, **kwargs: Any) -> TestResponse:
        return self.client.get(f"/api/v1{path}", **kwargs)

    def send(self, method: str, path: str, json: Any = None, **kwargs: Any) -> TestResponse:
        headers = {"X-CSRF-Token": self.csrf, **kwargs.pop("headers", {})}
        return self.client.open(f"/api/v1{path}", method=method, json=json, headers=headers, **kwargs)

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
    ) -> Somebody:
        """A new person in a department, signed in on a device of their own. Leaders lead that department."""
        place = self.department(department)
        self.enter()
        number = str(next(self.numbers))

        def made() -> tuple[UUID, UUID, str]:
            person, player = actions.add_person(self.organisation_id, number, name or f"Person {number}", pin)
            actions.join_department(self.organisation_id, player.id, place, starts_on, share)
            for role in roles:
                actions.give_role(self.organisation_id, person.id, role, place if role == "leader" else None)
            token = sign_in.open_session(self.organisation_id, person.id, Knock(number, ""), shared=False)
            return person.id, player.id, token

        person_id, player_id, token = committed(made)
        client = self.application.test_client()
        client.set_cookie(cookie_name(), token)
        return Somebody(self, person_id, player_id, client, csrf_token_of(token))

    def signed_in_again(self, somebody: Somebody) -> Somebody:
        """The same person with a fresh session, for when the month is over."""
        self.enter()
        at_door = Knock(str(somebody.person_id), "")
        token = committed(sign_in.open_session, self.organisation_id, somebody.person_id, at_door, shared=False)
        client = self.application.test_client()
        client.set_cookie(cookie_name(), token)
        return Somebody(self, somebody.person_id, somebody.player_id, client, csrf_token_of(token))

    def take_role(self, somebody: Somebody, role: str) -> None:
        self.enter()
        committed(actions.take_role, self.organisation_id, somebody.person_id, role)

    def deactivate(self, somebody: Somebody) -> None:
        self.enter()
        committed(actions.deactivate, self.organisation_id, somebody.person_id)
