"""A second installation, for what goes from one to another."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from shutil import rmtree

import pytest
from flask import Flask

from app.core.config import Config
from app.core.db import committed, db
from app.core.keys import make_keys
from app.factory import create_app
from tests import databases
from tests.conftest import empty
from tests.schema import build


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Flask]]:
    """Another installation on the database of that name, made when it is first asked for."""
    made: dict[str, Flask] = {}
    with ExitStack() as kept:

        def on(name: str) -> Flask:
            if name not in made:
                folder = tmp_path_factory.mktemp(f"second_{name}")
                url = kept.enter_context(databases.database(name, folder))
                made[name] = create_app(Config(env="test", data=str(folder / "other"), database_url=url))
                with made[name].app_context():
                    build()
            return made[name]

        yield on
        for each in made.values():
            with each.app_context():
                db.engine.dispose()


@pytest.fixture
def elsewhere(application: Flask, second: Callable[[str], Flask]) -> Iterator[Flask]:
    """An installation on the other kind of database, with nobody in it."""
    sqlite = application.config["LOYPE"].database_url.startswith("sqlite")
    other = second("postgresql" if sqlite else "sqlite")
    yield other
    with other.app_context():
        empty()
        committed(db.session.execute, db.metadata.tables["installation_keys"].delete())
        committed(make_keys)
        db.session.remove()
    rmtree(other.config["LOYPE"].folder / "media", ignore_errors=True)
