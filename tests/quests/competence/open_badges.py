"""What Open Badges 3.0 asks of an AchievementCredential, as far as ours goes: stricter than the published schema.

Required members are those of the published one; beyond it nothing unknown is let through, so that a misspelt member
is a fault here and not silence there.
"""

from typing import Any

import jsonschema_rs

Json = dict[str, Any]
DATE_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
URI = {"type": "string", "pattern": r"^(https?://|urn:uuid:)"}
TEXT = {"type": "string", "minLength": 1}


def _exactly(required: Json, optional: Json | None = None) -> Json:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


def _types(*names: str) -> Json:
    return {"type": "array", "items": {"enum": list(names)}, "minItems": len(names), "uniqueItems": True}


PROFILE = _exactly({"id": URI, "type": _types("Profile"), "name": TEXT, "url": URI})
IDENTITY = _exactly(
    {
        "type": {"const": "IdentityObject"},
        "hashed": {"type": "boolean"},
        "identityHash": TEXT,
        "identityType": {"enum": ["name", "accountId"]},
    },
    {"salt": TEXT},
)
ACHIEVEMENT = _exactly(
    {
        "id": URI,
        "type": _types("Achievement"),
        "name": TEXT,
        "description": TEXT,
        "criteria": _exactly({"narrative": TEXT}),
    },
    {
        "achievementType": {"enum": ["Certificate", "Badge"]},
        "inLanguage": {"enum": ["nb", "nn", "en"]},
        "tag": {"type": "array", "items": TEXT},
    },
)
SUBJECT = _exactly(
    {
        "id": URI,
        "type": _types("AchievementSubject"),
        "identifier": {"type": "array", "items": IDENTITY, "minItems": 1},
        "achievement": ACHIEVEMENT,
    }
)
CREDENTIAL = _exactly(
    {
        "@context": {
            "const": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ]
        },
        "id": URI,
        "type": _types("VerifiableCredential", "OpenBadgeCredential"),
        "issuer": PROFILE,
        "validFrom": DATE_TIME,
        "name": TEXT,
        "credentialSubject": SUBJECT,
        "credentialSchema": {
            "type": "array",
            "items": _exactly({"id": URI, "type": {"const": "1EdTechJsonSchemaValidator2019"}}),
        },
        "iss": URI,
        "jti": URI,
        "sub": URI,
        "nbf": {"type": "integer"},
    },
    {"validUntil": DATE_TIME, "exp": {"type": "integer"}},
)
_CHECKED = jsonschema_rs.validator_for({"$schema": "https://json-schema.org/draft/2019-09/schema", **CREDENTIAL})


def faults_of(payload: Json) -> list[str]:
    """What is wrong with the payload of a VC-JWT, in words; empty when nothing is."""
    return [f"{each.instance_path}: {each.message}" for each in _CHECKED.iter_errors(payload)]
