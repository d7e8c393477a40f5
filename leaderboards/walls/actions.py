"""Putting up a screen, taking it down, and finding it by what opens it."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db, enter
from app.core.errors import not_found
from app.identity.viewer import hash_of, new_token, organisation_in
from leaderboards.walls.models import Wall


def put_up(organisation_id: UUID, wall_id: UUID, given: dict[str, Any]) -> tuple[Wall, str]:
    """Make a screen; it, and the token that opens it. Done again, another token opens it and the former nothing."""
    wall = db.session.get(Wall, (organisation_id, wall_id), with_for_update=True)
    if wall is None:
        wall = Wall(organisation_id=organisation_id, id=wall_id, created_at=clock.now())
        db.session.add(wall)
    token = new_token(organisation_id)
    wall.name, wall.competition_id, wall.token_hash = given["name"], given["competition"], hash_of(token)
    wall.revoked_at = None
    db.session.flush()
    return wall, token


def revoke(organisation_id: UUID, wall_id: UUID) -> Wall:
    """From now on it shows nothing. Safe to repeat."""
    wall = db.session.get(Wall, (organisation_id, wall_id), with_for_update=True)
    if wall is None:
        raise not_found()
    wall.revoked_at = wall.revoked_at or clock.now()
    db.session.flush()
    return wall


def walls_page(organisation_id: UUID, page: int, size: int) -> tuple[list[Wall], int]:
    """Those that show something, the newest first; how many there are."""
    own = (Wall.organisation_id == organisation_id, Wall.revoked_at.is_(None))
    query = select(Wall).where(*own).order_by(Wall.created_at.desc(), Wall.id)
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(select(func.count()).select_from(Wall).where(*own)) or 0


def wall_by(token: str) -> Wall | None:
    """The screen this token opens, entering its organisation; None when there is none or it was taken down."""
    organisation_id = organisation_in(token)
    if organisation_id is None:
        return None
    enter(organisation_id)
    query = select(Wall).where(
        Wall.organisation_id == organisation_id, Wall.token_hash == hash_of(token), Wall.revoked_at.is_(None)
    )
    return db.session.scalars(query).first()
