"""What somebody has earned as an Open Badges 3.0 credential: an AchievementCredential secured as VC-JWT.

The header carries the public key itself (`jwk`) rather than an address of it, so that the signature can be checked
without a network. Whose key it is, the organisation's published keys say, which a verifier may have kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID, uuid5

import orjson

from app.core.http import rfc3339
from app.core.weeks import moment_at
from app.identity.credentials.keys import Signer, encoded

CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
RECIPIENT = UUID("6b0f5d0e-6f52-4b8e-9d6c-3a5f2f6c1d10")
"""The namespace of recipients: one of their own in each credential, so that credentials cannot be joined by them."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Issuer:
    """The organisation, and where its keys are published: an address that certificates out there already name."""

    name: str
    origin: str
    code: str

    @property
    def id(self) -> str:
        return f"{self.origin}/api/v1/competence/issuers/{self.code}"

    @property
    def keys(self) -> str:
        return f"{self.id}/keys"

    def profile(self) -> Json:
        """The `Profile` of Open Badges."""
        return {"id": self.id, "type": ["Profile"], "name": self.name, "url": self.origin}


@dataclass(frozen=True, slots=True)
class Award:
    """What was earned with all that is written on it, in one language. `topics` are titles.

    `kind` is one of the achievement types of Open Badges; `achievement_id` is the same for all who have earned it.
    """

    id: UUID
    kind: Literal["Certificate", "Badge"]
    achievement_id: UUID
    person: str
    account: str
    title: str
    topics: tuple[str, ...]
    achieved_on: date
    valid_until: date | None
    language: str
    description: str
    narrative: str
    zone: str

    @property
    def valid_from(self) -> datetime:
        return moment_at(self.achieved_on, 0, self.zone)

    @property
    def ends_at(self) -> datetime | None:
        """The last second of the last day."""
        if self.valid_until is None:
            return None
        return moment_at(self.valid_until + timedelta(days=1), 0, self.zone) - timedelta(seconds=1)


def credential_of(award: Award, issuer: Issuer, salt: str) -> Json:
    """The credential as JSON, unsigned. The person's account is there as a salted hash, their name as it is."""
    ends = rfc3339(award.ends_at)
    return {
        "@context": CONTEXTS,
        "id": award.id.urn,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": issuer.profile(),
        "validFrom": rfc3339(award.valid_from),
        **({"validUntil": ends} if ends else {}),
        "name": award.title,
        "credentialSubject": {
            "id": uuid5(RECIPIENT, str(award.id)).urn,
            "type": ["AchievementSubject"],
            "identifier": [
                _identity("name", award.person, None),
                _identity("accountId", award.account, salt),
            ],
            "achievement": {
                "id": award.achievement_id.urn,
                "type": ["Achievement"],
                "achievementType": award.kind,
                "name": award.title,
                "description": award.description,
                "criteria": {"narrative": award.narrative},
                "inLanguage": award.language,
                **({"tag": list(award.topics)} if award.topics else {}),
            },
        },
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
    }


def _identity(kind: str, value: str, salt: str | None) -> Json:
    if salt is None:
        return {"type": "IdentityObject", "hashed": False, "identityType": kind, "identityHash": value}
    digest = sha256((value + salt).encode()).hexdigest()
    hashed = {"hashed": True, "identityHash": f"sha256${digest}", "salt": salt}
    return {"type": "IdentityObject", "identityType": kind, **hashed}


def claims_of(credential: Mapping[str, Any]) -> Json:
    """The payload: the credential with the registered claims that must say the same as it."""
    claims: Json = {
        "iss": credential["issuer"]["id"],
        "jti": credential["id"],
        "sub": credential["credentialSubject"]["id"],
        "nbf": _seconds(credential["validFrom"]),
    }
    if "validUntil" in credential:
        claims["exp"] = _seconds(credential["validUntil"])
    return {**credential, **claims}


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())


def signed(credential: Mapping[str, Any], signer: Signer) -> str:
    """The credential as a Compact JWS, the content of a `.jwt` file."""
    header = {"alg": "RS256", "typ": "JWT", "jwk": signer.public}
    content = f"{encoded(orjson.dumps(header))}.{encoded(orjson.dumps(claims_of(credential)))}"
    return f"{content}.{encoded(signer.sign(content.encode()))}"
