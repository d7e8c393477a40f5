"""Keys of the installation, kept in the database so that every process and every backup has the same."""

import hmac
import secrets
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, db

SEALING, PEPPER, PUSH = "sealing", "pepper", "push"


class InstallationKey(Model):
    """A secret of the whole installation, belonging to no organisation."""

    __tablename__ = "installation_keys"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


def make_keys() -> None:
    """Make the keys that are missing. Safe to repeat."""
    present = set(db.session.scalars(select(InstallationKey.name)))
    if PEPPER not in present:
        db.session.add(InstallationKey(name=PEPPER, value=secrets.token_hex(32)))
    if SEALING not in present:
        db.session.add(InstallationKey(name=SEALING, value=_pem(rsa.generate_private_key(65537, 3072))))
    if PUSH not in present:
        db.session.add(InstallationKey(name=PUSH, value=_pem(ec.generate_private_key(ec.SECP256R1()))))
    db.session.flush()


def _pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> str:
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return key.private_bytes(encoding, form, serialization.NoEncryption()).decode()


def _value(name: str) -> str:
    return db.session.execute(select(InstallationKey.value).where(InstallationKey.name == name)).scalar_one()


def peppered(text: str) -> str:
    """A keyed hash in hex: tells equal texts apart from others, tells nothing of the text."""
    return hmac.new(_value(PEPPER).encode(), text.encode(), sha256).hexdigest()


@lru_cache(maxsize=2)
def _private(pem: str) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(pem.encode(), None)
    assert isinstance(key, rsa.RSAPrivateKey)  # noqa: S101
    return key


def sealing_key() -> str:
    """The public key devices seal with: base64 of SubjectPublicKeyInfo (RSA-OAEP, SHA-256)."""
    public = _private(_value(SEALING)).public_key()
    spki = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return b64encode(spki).decode()


def unwrap(wrapped: bytes) -> bytes:
    """The key that was wrapped with `sealing_key`. Raises ValueError for anything else."""
    oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    return _private(_value(SEALING)).decrypt(wrapped, oaep)


def push_key() -> str:
    """The private key that push services know the installation by (VAPID, RFC 8292), as PEM."""
    return _value(PUSH)
