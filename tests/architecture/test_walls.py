"""The walls, read from the source and from the tables."""

import ast
from collections.abc import Iterator
from pathlib import Path

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


def test_only_doors_commit() -> None:
    inside = [each for each in sources() if not is_door(each)]
    assert [each for each in inside if called(ast.parse(each.read_text())) & {"commit", "committed"}] == []


def test_no_import_hides_in_a_function() -> None:
    assert [each for each in sources() if any(_hidden(ast.parse(each.read_text())))] == []


def _hidden(tree: ast.AST) -> Iterator[ast.AST]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))


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
