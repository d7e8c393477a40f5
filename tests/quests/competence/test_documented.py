"""The check that docs/certificates.md gives to those who have no Løype: it does what it says, without a network."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.identity.credentials.credential import credential_of, signed
from app.identity.credentials.keys import Signer, thumbprint
from tests.quests.competence.test_credential import ISSUER, OTHER, SIGNER, award

PAGE = Path(__file__).parents[3] / "docs" / "certificates.md"


def said(folder: Path, token: str, *signers: Signer) -> str:
    """What the script on the page prints, or why it ends."""
    (script,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.S)
    keys = [{**each.public, "kid": thumbprint(each.public), "alg": "RS256", "use": "sig"} for each in signers]
    files = {"check.py": script, "bevis.jwt": token, "keys.json": json.dumps({"keys": keys})}
    for name, content in files.items():
        (folder / name).write_text(content)
    done = subprocess.run(
        [sys.executable, "check.py", "bevis.jwt", "keys.json"], cwd=folder, capture_output=True, text=True
    )
    return (done.stdout or done.stderr).strip()


def token_of(first: date, last: date | None, signer: Signer = SIGNER) -> str:
    given = award(last)
    return signed({**credential_of(given, ISSUER, "salt"), "validFrom": f"{first}T00:00:00Z"}, signer)


def test_the_script_tells_a_genuine_certificate_from_all_others(tmp_path: Path) -> None:
    genuine = token_of(date(2020, 1, 1), date(2999, 1, 1))
    assert said(tmp_path, genuine, OTHER, SIGNER) == "Ingrid Nes | Trygg med hender | 2999-01-01T22:59:59Z"
    assert said(tmp_path, genuine, OTHER) == "not genuine: no key of the organisation fits"
    assert said(tmp_path, token_of(date(2020, 1, 1), date(2021, 1, 1)), SIGNER) == "genuine, but ended"
    head, payload, signature = genuine.split(".")
    assert said(tmp_path, f"{head}.{payload[:-4]}AAAA.{signature}", SIGNER).startswith("not genuine")


@pytest.mark.parametrize("signer", [OTHER])
def test_a_key_in_the_header_alone_convinces_nobody(tmp_path: Path, signer: Signer) -> None:
    forged = token_of(date(2020, 1, 1), None, signer)
    assert said(tmp_path, forged, SIGNER) == "not genuine: no key of the organisation fits"
