"""Migrations give exactly the tables the models describe, and take them away again."""

from pathlib import Path

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from app.core.config import Config
from app.core.db import db
from app.factory import create_app
from tests import databases


@pytest.mark.parametrize("name", databases.NAMES)
def test_up_is_what_the_models_say_and_down_is_nothing(name: str, tmp_path: Path) -> None:
    with databases.database(name, tmp_path) as url:
        application = create_app(Config(env="test", data=str(tmp_path), database_url=url))
        with application.app_context():
            flask_migrate.upgrade()
            with db.engine.connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True})
                assert compare_metadata(context, db.metadata) == []
            flask_migrate.downgrade(revision="base")
            assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
            flask_migrate.upgrade()
            db.engine.dispose()
