"""Keys and signatures are those of the published standards."""

import base64

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from etude.exams.signing import did_of, read_key

# RFC 8032, 7.1: secret key, public key, message, signature.
RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
        "f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
]
# RFC 8037, A.4: the JWS of "Example of Ed25519 signing" under the first key above.
RFC_8037_JWS = (
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
)
# The did:key method, 'Ed25519 with X25519' of its test vectors: the key whose secret is zeros.
DID_KEY = (
    "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29",
    "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
)


def private_pem(secret: str) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(("secret", "public", "message", "signature"), RFC_8032)
def test_signatures_are_those_of_rfc_8032(
    secret: str, public: str, message: str, signature: str
) -> None:
    key = read_key(private_pem(secret))
    signer = jwt.get_algorithm_by_name("EdDSA")

    made = signer.sign(bytes.fromhex(message), signer.prepare_key(key.private))

    assert made.hex() == signature
    raw = signer.prepare_key(key.public).public_bytes(Encoding.Raw, PublicFormat.Raw)
    assert raw.hex() == public


def test_tokens_are_those_of_rfc_8037() -> None:
    key = read_key(private_pem(RFC_8032[0][0]))

    made = jwt.api_jws.encode(
        b"Example of Ed25519 signing", key.private, "EdDSA", headers={"typ": None}
    )

    assert made == RFC_8037_JWS
    assert jwt.api_jws.decode(RFC_8037_JWS, key.public, ["EdDSA"]) == b"Example of Ed25519 signing"


def test_a_key_has_the_name_that_the_did_key_method_gives_it() -> None:
    public, did = DID_KEY
    der = bytes.fromhex("302a300506032b6570032100" + public)  # RFC 8410, 4
    body = base64.encodebytes(der).decode()

    assert did_of(f"-----BEGIN PUBLIC KEY-----\n{body}-----END PUBLIC KEY-----\n".encode()) == did
    assert read_key(private_pem("00" * 32)).did == did


def test_a_file_without_a_private_key_is_told() -> None:
    with pytest.raises(ValueError, match="no private Ed25519 key"):
        read_key(b"-----BEGIN NOTHING-----")


def test_a_key_does_not_show_its_secret() -> None:
    key = read_key(private_pem("00" * 32))

    assert "PRIVATE" not in repr(key)
