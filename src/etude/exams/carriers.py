"""Files that carry a credential: a token by itself, in JSON, or baked into a picture."""

import json
from collections.abc import Callable

from openbadgeslib import baking
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3 import OB3Verifier

MOST_BYTES = 16 << 20
_PNG = b"\x89PNG\r\n\x1a\n"
_CONTEXT = "https://www.w3.org/ns/credentials/v2"
_ENVELOPED = "EnvelopedVerifiableCredential"
_MEDIA = "data:application/vc+jwt,"
_OTHERS = ("data:application/vc-ld+jwt,", "data:application/jwt,")


class NoCredential(Exception):
    """There is none in the file; the message says what was found instead."""


def enveloped(token: str) -> bytes:
    """The token in JSON, as the W3C's data model 2.0 says (4.13, EnvelopedVerifiableCredential)."""
    record = {"@context": [_CONTEXT], "type": [_ENVELOPED], "id": f"{_MEDIA}{token}"}
    return f"{json.dumps(record, indent=2)}\n".encode()


def baked_into_svg(picture: bytes, token: str) -> bytes:
    return baking.bake_svg(
        picture, token, element=baking.SVG_ELEMENT_OB3, namespace=baking.SVG_NS_OB3
    )


def baked_into_png(picture: bytes, token: str) -> bytes:
    return baking.bake_png(picture, token, keyword=baking.ITXT_KEYWORD_OB3)


def is_picture(content: bytes) -> bool:
    """Whether it is a PNG or an SVG."""
    return content.startswith(_PNG) or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def token_in(content: bytes) -> str:
    """The compact token that a file carries.

    Raises:
      NoCredential: it carries none that could be read.
    """
    if len(content) > MOST_BYTES:
        raise NoCredential(f"it has more than {MOST_BYTES >> 20} MiB")
    if content.startswith(_PNG):
        return _baked(content, OB3Verifier.extract_token_from_png, "PNG")
    text = _text(content)
    if text.startswith("<"):
        return _baked(content, OB3Verifier.extract_token_from_svg, "SVG")
    token = _in_json(text) if text.startswith(("{", "[")) else text
    return _looks_like_one(token)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise NoCredential("it is no text, PNG or SVG") from None


def _baked(content: bytes, extract: Callable[[bytes], str], kind: str) -> str:
    try:
        return _looks_like_one(extract(content))
    except LibOpenBadgesException as error:
        raise NoCredential(f"this {kind} has none baked in ({error})") from None


def _in_json(text: str) -> str:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoCredential(f"its JSON cannot be read ({error})") from None
    if not isinstance(record, dict):
        raise NoCredential("its JSON is a list, not a credential")
    if "proof" in record:
        raise NoCredential(
            "its proof is a Data Integrity proof, which étude does not read; "
            "openbadgeslib does, with its extra 'ldp'"
        )
    address = record.get("id", "")
    if isinstance(address, str) and address.startswith((_MEDIA, *_OTHERS)):
        return address.partition(",")[2]
    raise NoCredential("its JSON is signed by nobody: a credential holds a token or a proof")


def _looks_like_one(token: str) -> str:
    if token.count(".") != 2 or any(character.isspace() for character in token):
        raise NoCredential("it holds no token of the form header.payload.signature")
    return token
