"""Keys and credentials, for tests."""

import base64
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from openbadgeslib.ob3 import OB3Signer
from results import FINISHED, result

from etude.domain.credential import Issuer, StatusSlot
from etude.exams.credential import credential_of
from etude.exams.signing import SigningKey, sign, sign_status_list
from etude.exams.verification import Known

LIST = "urn:uuid:0e5d6a52-7f7c-4c3a-8f80-1f3f7f6a2f11"
IDENTITY = UUID("8a4c1f0e-8d0c-4f3e-9c55-2b1a60d1f0aa")
SLOT = StatusSlot(list=LIST, index=421)
LATER = FINISHED + timedelta(days=30)


def token(key: SigningKey, *, name: str = "", **changes: Any) -> str:
    """A signed credential; ``name`` is that of the issuer."""
    issuer = Issuer(did=key.did, name=name)
    made = credential_of(result(**changes), issuer=issuer, identity=IDENTITY, status=SLOT)
    return sign(made, key)


def known(own: SigningKey, *lists: str) -> Known:
    return Known(own=own.did, status_lists=lists)


def status_list(key: SigningKey, *revoked: int, list_id: str = LIST) -> str:
    return sign_status_list(list_id, revoked, key=key, now=FINISHED)


def payload_of(compact: str) -> dict[str, Any]:
    """What a token says, unchecked."""
    body = compact.split(".")[1]
    decoded = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    assert isinstance(decoded, dict)
    return decoded


def with_payload(compact: str, payload: dict[str, Any]) -> str:
    """Another content under the old signature."""
    head, _, signature = compact.split(".")
    body = base64.urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")
    return f"{head}.{body}.{signature}"


def signed_anew(payload: dict[str, Any], key: SigningKey) -> str:
    return OB3Signer(privkey_pem=key.private, algorithm="EdDSA").sign_payload(payload)
