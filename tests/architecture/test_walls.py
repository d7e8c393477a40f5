"""The walls, read from the source and from the tables."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from app.core.db import db
from app.core.rows import EVERYBODYS, owned_tables

ROOT = Path(__file__).parents[2]
DOORS = ("routes.py", "jobs.py", "cli.py", "db.py")  # db.py defines it


def sources() -> Iterator[Path]:
    for package in ("app", "quests", "leaderboards"):
        yield from (ROOT / package).rglob("*.py")


def is_door(path: Path) -> bool:
    return path.name in DOORS or path.parent.name in ("demo", "routes", "jobs")


def called(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            target = node.func
            names.add(target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", ""))
    return names


@pytest.mark.parametrize(
    "path", [each for each in sources() if not is_door(each)], ids=lambda path: str(path.relative_to(ROOT))
)
def test_only_doors_commit(path: Path) -> None:
    assert not called(ast.parse(path.read_text())) & {"commit", "committed"}


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_import_hides_in_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = [node for each in functions for node in ast.walk(each) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not hidden


def test_every_table_names_its_organisation_first(application: Flask) -> None:
    for table in db.metadata.sorted_tables:
        if table.name in EVERYBODYS:
            continue
        assert next(iter(table.primary_key.columns)).name == "organisation_id", table.name
        for constraint in table.foreign_key_constraints:
            target = constraint.referred_table.name
            assert target == "organisations" or "organisation_id" in constraint.column_keys, (table.name, target)


def test_postgresql_forces_row_level_security_on_every_owned_table(application: Flask) -> None:
    if db.engine.dialect.name != "postgresql":
        assert owned_tables()
        return
    with db.engine.connect() as connection:
        forced = set(
            connection.scalars(text("select relname from pg_class where relrowsecurity and relforcerowsecurity"))
        )
        plain = connection.scalar(
            text("select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user")
        )
    assert set(owned_tables()) <= forced
    assert plain
