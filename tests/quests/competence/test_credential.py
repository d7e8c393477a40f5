"""Credentials in the shape of Open Badges 3.0, checked by another library than ours, without a network."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from uuid import UUID

import jwt
import orjson
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pypdf import PdfReader

from app.identity.credentials.credential import Award, Issuer, credential_of, signed
from app.identity.credentials.keys import Signer, public_of, thumbprint
from quests.competence.certificate import certificate_of
from quests.competence.texts import described
from tests.quests.competence.open_badges import faults_of

VECTORS = Path(__file__).parents[2] / "vectors"
ISSUER = Issuer("Fjordvik kommune", "https://loype.fjordvik.no", "fjordvik")


def a_signer() -> Signer:
    key = rsa.generate_private_key(65537, 2048)
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return Signer(public_of(key), key.private_bytes(encoding, form, serialization.NoEncryption()).decode())


SIGNER, OTHER = a_signer(), a_signer()


def award(until: date | None = date(2027, 11, 19), language: str = "nb", person: str = "Ingrid Nes") -> Award:
    topics = ("Håndhygiene", "Smittevern")
    description, narrative = described(language, ISSUER.name, topics)
    return Award(
        id=UUID("11111111-1111-4111-8111-111111111111"),
        kind="Certificate",
        achievement_id=UUID("22222222-2222-4222-8222-222222222222"),
        person=person,
        account="fjordvik/20418",
        title="Trygg med hender",
        topics=topics,
        achieved_on=date(2026, 11, 19),
        valid_until=until,
        language=language,
        description=description,
        narrative=narrative,
        zone="Europe/Oslo",
    )


def made(until: date | None = date(2027, 11, 19)) -> str:
    return signed(credential_of(award(until), ISSUER, "salt"), SIGNER)


def checked(token: str, signer: Signer = SIGNER, now: bool = False) -> dict[str, object]:
    """As a verifier would: the signature by that key, and the days too where `now`."""
    key = jwt.PyJWK({**signer.public, "alg": "RS256"})
    found = jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": now, "verify_nbf": now})
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("until", [date(2027, 11, 19), None])
def test_it_has_the_shape_of_open_badges_and_another_library_finds_it_sound(until: date | None) -> None:
    payload = checked(made(until))
    assert faults_of(payload) == []
    assert (payload["iss"], payload["jti"]) == (payload["issuer"]["id"], payload["id"])  # type: ignore[index]
    assert payload["sub"] == payload["credentialSubject"]["id"]  # type: ignore[index]
    assert ("exp" in payload) == ("validUntil" in payload) == (until is not None)


def test_the_certificate_that_the_browser_checks_is_one_of_ours() -> None:
    vector = orjson.loads((VECTORS / "credential.json").read_bytes())
    (key,) = vector["keys"]
    assert key["kid"] == thumbprint(key)
    payload = checked(vector["token"], Signer({name: key[name] for name in ("kty", "n", "e")}, ""))
    assert faults_of(payload) == []
    again = checked(made())
    same = ("nbf", "exp", "jti", "iss", "issuer", "name", "validFrom", "validUntil", "@context", "type", "sub")
    assert {name: payload[name] for name in same} == {name: again[name] for name in same}


def test_the_shape_test_can_fail() -> None:
    payload = checked(made())
    assert faults_of({**payload, "issuanceDate": "2026-11-19T00:00:00Z"})
    assert faults_of({name: value for name, value in payload.items() if name != "validFrom"})


def test_it_begins_with_its_first_day_and_ends_with_its_last_where_the_organisation_is() -> None:
    payload = checked(made())
    assert payload["validFrom"] == "2026-11-18T23:00:00Z"
    assert payload["validUntil"] == "2027-11-19T22:59:59Z"
    assert payload["nbf"] == datetime(2026, 11, 18, 23, tzinfo=UTC).timestamp()
    assert payload["exp"] == datetime(2027, 11, 19, 22, 59, 59, tzinfo=UTC).timestamp()
    leap = checked(made(date(2028, 2, 29)))
    assert leap["validUntil"] == "2028-02-29T22:59:59Z"


def test_the_header_carries_the_public_key_and_nothing_that_needs_a_network() -> None:
    header = jwt.get_unverified_header(made())
    assert header.keys() == {"alg", "typ", "jwk"}
    assert header["jwk"].keys() == {"kty", "n", "e"}
    assert thumbprint(header["jwk"]) == thumbprint(SIGNER.public) != thumbprint(OTHER.public)


def test_a_thumbprint_is_that_of_the_standard() -> None:
    example = {  # RFC 7638, section 3.1
        "kty": "RSA",
        "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiF"
        "V4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0"
        "zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csF"
        "Cur-kEgU8awapJzKnqDKgw",
        "e": "AQAB",
        "alg": "RS256",
        "kid": "2011-04-29",
    }
    assert thumbprint(example) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"


def test_who_it_is_for_is_told_by_name_and_by_an_account_that_only_who_knows_it_can_recognise() -> None:
    subject = checked(made())["credentialSubject"]
    name, account = subject["identifier"]  # type: ignore[index]
    assert (name["hashed"], name["identityHash"]) == (False, "Ingrid Nes")
    assert account["identityHash"] == "sha256$" + sha256(b"fjordvik/20418salt").hexdigest()
    assert "20418" not in orjson.dumps(checked(made())).decode()


def test_a_byte_changed_anywhere_is_found() -> None:
    token = made()
    head, payload, signature = token.split(".")
    body = orjson.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    body["credentialSubject"]["identifier"][0]["identityHash"] = "Ola Nordmann"
    forged = urlsafe_b64encode(orjson.dumps(body)).rstrip(b"=").decode()
    for changed in (
        f"{head}.{forged}.{signature}",
        f"{head}.{payload}.{signature[:40]}{'A' if signature[40] != 'A' else 'B'}{signature[41:]}",
        f"{head}.{payload[:-2]}AA.{signature}",
    ):
        with pytest.raises(jwt.InvalidTokenError):
            checked(changed)


def test_another_organisations_key_does_not_fit() -> None:
    with pytest.raises(jwt.InvalidSignatureError):
        checked(made(), OTHER)


def test_what_has_ended_and_what_has_not_begun_is_told() -> None:
    past, coming = award(date(2020, 1, 1)), award(None)
    with pytest.raises(jwt.ExpiredSignatureError):
        checked(signed({**credential_of(past, ISSUER, "s"), "validFrom": "2019-01-01T00:00:00Z"}, SIGNER), now=True)
    later = {**credential_of(coming, ISSUER, "s"), "validFrom": "2999-01-01T00:00:00Z"}
    with pytest.raises(jwt.ImmatureSignatureError):
        checked(signed(later, SIGNER), now=True)


LONG = "Anne-Margrethe Wiśniewska Østby-Kristiansen av Fjellheim og Strandpromenaden"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("person", ["Ingrid Nes", LONG])
def test_the_paper_says_who_what_and_until_when_and_carries_the_credential(language: str, person: str) -> None:
    token = made()
    given = award(language=language, person=person)
    read = PdfReader(BytesIO(certificate_of(given, ISSUER, token, thumbprint(SIGNER.public))))
    assert len(read.pages) == 1
    said = " ".join(read.pages[0].extract_text().split())
    days = {"nb": "19. november 2027", "nn": "19. november 2027", "en": "19 November 2027"}
    heading = {"nb": "Kompetansebevis", "nn": "Kompetansebevis", "en": "Certificate of competence"}
    for words in (
        person,
        "Trygg med hender",
        "Håndhygiene · Smittevern",
        days[language],
        heading[language],
        ISSUER.name,
        "https://loype.fjordvik.no/kontroll",
        thumbprint(SIGNER.public)[:16],
    ):
        assert words in said
    assert [content for each in read.attachments.values() for content in each] == [token.encode()]
    assert read.trailer["/Root"]["/Lang"] == language  # type: ignore[index]


def test_without_an_end_the_paper_says_so() -> None:
    read = PdfReader(BytesIO(certificate_of(award(None), ISSUER, made(None), thumbprint(SIGNER.public))))
    assert "Uten sluttdato" in read.pages[0].extract_text()
