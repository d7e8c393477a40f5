"""When the hourly picture of a small department may be renewed: never for what one person alone has done since."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update

from app.core.db import db

TOGETHER = 2
"""So many people must have done something before a picture of a few shows it, until the result is in."""


def showable(part: Any, key: Any, own: Sequence[ColumnElement[bool]], keys: Collection[UUID], least: int) -> set[UUID]:
    """Those of `keys` in which nobody or at least `least` people have done something since their picture was made.

    `part`: the model of what each person brings, with `result` and the `shown_result` in the picture; `key`: its column
    that says where; `own`: what limits it to one board.
    """
    moved = (
        select(key, func.count())
        .where(*own, key.in_(list(keys)), part.result != part.shown_result)
        .group_by(key)
        .having(func.count() < least)
    )
    return set(keys) - {row[0] for row in db.session.execute(moved)}


def keep_shown(part: Any, key: Any, own: Sequence[ColumnElement[bool]], keys: Collection[UUID]) -> None:
    """What each person brings there is in the picture now."""
    kept = update(part).where(*own, key.in_(list(keys)), part.result != part.shown_result)
    db.session.execute(kept.values(shown_result=part.result).execution_options(synchronize_session=False))
