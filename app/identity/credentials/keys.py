"""The keys an organisation signs credentials with: made when first needed, retired but never forgotten."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

import orjson
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.identity.actions import hold_organisation
from app.identity.credentials.models import CertificateKey

BITS = 2048
Jwk = dict[str, str]


@dataclass(frozen=True, slots=True)
class Signer:
    """The key in force: its public half as a JWK, and the way to sign with its other half."""

    public: Jwk
    private: str

    def sign(self, content: bytes) -> bytes:
        """RS256 (RFC 7518): RSASSA-PKCS1-v1_5 with SHA-256, which every verifier of Open Badges 3.0 knows."""
        return _private(self.private).sign(content, padding.PKCS1v15(), hashes.SHA256())


def signer(organisation_id: UUID) -> Signer | None:
    """The key that credentials are signed with now; None before the first."""
    query = select(CertificateKey).where(
        CertificateKey.organisation_id == organisation_id, CertificateKey.retired_at.is_(None)
    )
    found = db.session.scalars(query).first()
    return Signer(found.public, found.private) if found and found.private else None


def make_key(organisation_id: UUID) -> Signer:
    """The key in force, made where there is none. Safe to repeat and to run beside itself."""
    hold_organisation(organisation_id)
    found = signer(organisation_id)
    return found if found is not None else _made(organisation_id)


def renew_key(organisation_id: UUID) -> Signer:
    """A new key from now on. Of the one before the private half is deleted; the public one stays for checking."""
    hold_organisation(organisation_id)
    query = select(CertificateKey).where(
        CertificateKey.organisation_id == organisation_id, CertificateKey.retired_at.is_(None)
    )
    for each in db.session.scalars(query):
        each.private, each.retired_at = None, clock.now()
    return _made(organisation_id)


def _made(organisation_id: UUID) -> Signer:
    key = rsa.generate_private_key(65537, BITS)
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private = key.private_bytes(encoding, form, serialization.NoEncryption()).decode()
    public = public_of(key)
    made = CertificateKey(
        organisation_id=organisation_id, id=thumbprint(public), public=public, private=private, made_at=clock.now()
    )
    db.session.add(made)
    db.session.flush()
    return Signer(public, private)


def public_of(key: rsa.RSAPrivateKey) -> Jwk:
    """Its public half as a JWK (RFC 7517), nothing else."""
    numbers = key.public_key().public_numbers()
    return {"kty": "RSA", "n": _number(numbers.n), "e": _number(numbers.e)}


def published(organisation_id: UUID) -> list[Jwk]:
    """Every public key that credentials of the organisation were ever signed with, the newest first."""
    query = select(CertificateKey).where(CertificateKey.organisation_id == organisation_id)
    found = db.session.scalars(query.order_by(CertificateKey.made_at.desc(), CertificateKey.id))
    return [{**each.public, "kid": each.id, "alg": "RS256", "use": "sig"} for each in found]


def thumbprint(public: Jwk) -> str:
    """Of a public RSA key (RFC 7638): the same wherever the key is met, so that it can be told by it."""
    members = {name: public[name] for name in ("e", "kty", "n")}
    return encoded(sha256(orjson.dumps(members, option=orjson.OPT_SORT_KEYS)).digest())


def encoded(content: bytes) -> str:
    """base64url without padding, as JOSE has it."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _number(value: int) -> str:
    return encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


@lru_cache(maxsize=8)
def _private(pem: str) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(pem.encode(), None)
    assert isinstance(key, rsa.RSAPrivateKey)  # noqa: S101
    return key
