"""Signs what étude attests: an Ed25519 key, its name as a did:key, a compact VC-JWT."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.keys import KeyEd25519, key_to_pem
from openbadgeslib.ob3 import OB3Signer, OpenBadgeCredential, did_key_from_pem
from openbadgeslib.ob3.status_list import build_status_list_credential

_ALGORITHM = "EdDSA"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SigningKey:
    """Attributes: private, public: PEM; never shown by ``repr``."""

    private: bytes
    public: bytes

    @property
    def did(self) -> str:
        """The public key as an identifier that says itself what it is."""
        return did_key_from_pem(self.public)


def new_key() -> SigningKey:
    private, public = KeyEd25519().generate_keypair()
    return SigningKey(private=private, public=public)


def read_key(private: bytes) -> SigningKey:
    """The key of a PEM file.

    Raises:
      ValueError: it holds no private Ed25519 key.
    """
    key = KeyEd25519()
    try:
        key.read_private_key(private)
    except (LibOpenBadgesException, ValueError, TypeError) as error:
        raise ValueError(f"no private Ed25519 key ({error})") from None
    return SigningKey(private=private, public=_pem(key.get_priv_key().public_key()))


def did_of(public: bytes) -> str:
    """The did:key of a public key in PEM.

    Raises:
      ValueError: it is none, or of a kind that has no such name here.
    """
    return did_key_from_pem(public)


def sign(credential: OpenBadgeCredential, key: SigningKey) -> str:
    """The credential as a compact token; the same one and the same key give the same."""
    return _signed(credential.to_jwt_payload(), key)


def sign_status_list(
    list_id: str, revoked: Iterable[int], *, key: SigningKey, now: datetime
) -> str:
    """A W3C Bitstring Status List that says which of the issuer's credentials are revoked."""
    listed = build_status_list_credential(key.did, list_id, "revocation", revoked, issued=now)
    claims = {"iss": key.did, "jti": list_id, "nbf": int(now.timestamp())}
    return _signed(listed | claims, key)


def _pem(public: Any) -> bytes:
    pem = key_to_pem(public)
    return pem if isinstance(pem, bytes) else pem.encode()


def _signed(payload: Mapping[str, Any], key: SigningKey) -> str:
    return OB3Signer(privkey_pem=key.private, algorithm=_ALGORITHM).sign_payload(dict(payload))
