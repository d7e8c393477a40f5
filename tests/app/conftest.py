"""A second installation, for what goes from one to another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.core.config import Config
from app.core.db import db
from app.factory import create_app
from tests import databases
from tests.schema import build


@pytest.fixture
def elsewhere(application: Flask, tmp_path: Path) -> Iterator[Flask]:
    """An installation on the other kind of database."""
    name = "sqlite" if application.config["LOYPE"].database_url.startswith("postgresql") else "postgresql"
    with databases.database(name, tmp_path) as url:
        other = create_app(Config(env="test", data=str(tmp_path / "other"), database_url=url))
        with other.app_context():
            build()
        yield other
        with other.app_context():
            db.engine.dispose()
