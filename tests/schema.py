"""Brings a test database to the form that migrations give it."""

import flask_migrate

from app.core.db import committed
from app.core.keys import make_keys


def build() -> None:
    flask_migrate.upgrade()
    committed(make_keys)
