"""The two ceremonies of WebAuthn, with this installation's choices. What does not verify is Refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    bytes_to_base64url,
    options_to_json_dict,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.core.address import host_name, origin
from app.identity.passkeys.rules import CHALLENGE_LASTS

VERIFIED = UserVerificationRequirement.REQUIRED
MILLISECONDS = int(CHALLENGE_LASTS.total_seconds() * 1000)


class Refused(Exception):
    """What a device sent is no proof."""


@dataclass(frozen=True, slots=True)
class Made:
    """A passkey as it was registered."""

    credential_id: str
    public_key: bytes
    sign_count: int


def registration_options(
    challenge: bytes, handle: bytes, name: str, shown_name: str, known: Iterable[bytes]
) -> dict[str, Any]:
    """What the browser needs to make a passkey that can sign in without a number."""
    options = generate_registration_options(
        rp_id=host_name(),
        rp_name="Løype",
        user_id=handle,
        user_name=name,
        user_display_name=shown_name,
        challenge=challenge,
        timeout=MILLISECONDS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=VERIFIED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=each) for each in known],
    )
    return options_to_json_dict(options)


def sign_in_options(challenge: bytes) -> dict[str, Any]:
    """What the browser needs to find a passkey of ours by itself."""
    return options_to_json_dict(
        generate_authentication_options(
            rp_id=host_name(), challenge=challenge, timeout=MILLISECONDS, user_verification=VERIFIED
        )
    )


def read_registration(given: dict[str, Any]) -> tuple[RegistrationCredential, bytes]:
    """The credential and the challenge it answers."""
    try:
        credential = parse_registration_credential_json(given)
        return credential, parse_client_data_json(credential.response.client_data_json).challenge
    except (WebAuthnException, ValueError, TypeError, KeyError) as error:
        raise Refused from error


def read_proof(given: dict[str, Any]) -> tuple[AuthenticationCredential, bytes]:
    """The proof and the challenge it answers."""
    try:
        credential = parse_authentication_credential_json(given)
        return credential, parse_client_data_json(credential.response.client_data_json).challenge
    except (WebAuthnException, ValueError, TypeError, KeyError) as error:
        raise Refused from error


def registered(credential: RegistrationCredential, challenge: bytes) -> Made:
    """The new passkey, if it was made here, for this challenge, by somebody the device knows."""
    try:
        found = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=host_name(),
            expected_origin=origin(),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError) as error:
        raise Refused from error
    return Made(bytes_to_base64url(found.credential_id), found.credential_public_key, found.sign_count)


def proven(credential: AuthenticationCredential, challenge: bytes, public_key: bytes, sign_count: int) -> int:
    """The passkey's new count, if the proof holds: right origin, right challenge, verified user, a count that grows."""
    try:
        found = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=host_name(),
            expected_origin=origin(),
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError) as error:
        raise Refused from error
    return found.new_sign_count
