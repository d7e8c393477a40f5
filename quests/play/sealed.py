"""Letters sealed at sign-out: opened by the server's key, admitted by a one-time token, readable by nobody between."""

from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import or_, update

from app.core.db import db
from app.core.errors import not_found
from app.core.keys import unwrap
from app.identity.models import UploadToken
from app.identity.sign_in import upload_token


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was sealed, for whom, and how the delivery is known again."""

    organisation_id: UUID
    player_id: UUID
    token_hash: str
    digest: str
    content: bytes


def opened(given: dict[str, str]) -> Delivery:
    """The delivery, in its organisation's scope. 404 for a token or a seal that is not right: nothing more is said."""
    token = upload_token(given["token"])
    if token is None:
        raise not_found()
    digest = sha256(given["sealed"].encode()).hexdigest()
    if token.used_for not in (None, digest):
        raise not_found()
    try:
        key = unwrap(b64decode(given["key"], validate=True))
        content = AESGCM(key).decrypt(
            b64decode(given["iv"], validate=True), b64decode(given["sealed"], validate=True), None
        )
    except (ValueError, InvalidTag):
        raise not_found() from None
    return Delivery(token.organisation_id, token.player_id, token.token_hash, digest, content)


def spent_for(delivery: Delivery) -> dict[str, int] | None:
    """What this same delivery was answered before, or None."""
    token = db.session.get_one(UploadToken, (delivery.organisation_id, delivery.token_hash))
    return token.outcome if token.used_for == delivery.digest else None


def claim(delivery: Delivery) -> None:
    """Tie the token to this delivery, before anything is taken in. 404 when another delivery was first."""
    mine = (
        update(UploadToken)
        .where(
            UploadToken.organisation_id == delivery.organisation_id,
            UploadToken.token_hash == delivery.token_hash,
            or_(UploadToken.used_for.is_(None), UploadToken.used_for == delivery.digest),
        )
        .values(used_for=delivery.digest)
    )
    if not db.session.execute(mine).rowcount:  # type: ignore[attr-defined]
        raise not_found()


def settle(delivery: Delivery, outcome: dict[str, int]) -> None:
    """Keep what this delivery was answered, for when it comes again."""
    token = db.session.get_one(UploadToken, (delivery.organisation_id, delivery.token_hash))
    token.outcome = outcome
