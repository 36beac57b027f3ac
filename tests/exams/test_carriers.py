"""Files that carry a credential."""

import io
import json
import zlib
from collections.abc import Callable
from struct import pack

import pytest
from issued import token
from PIL import Image
from results import result

from etude.domain.credential import Issuer
from etude.exams.carriers import (
    NoCredential,
    baked_into_png,
    baked_into_svg,
    enveloped,
    token_in,
)
from etude.exams.signing import SigningKey
from etude.render.badge.draw import draw_badge

PICTURES = draw_badge(result(), Issuer(did="did:key:z"))
FORMS: list[Callable[[str], bytes]] = [
    lambda compact: f"{compact}\n".encode(),
    lambda compact: b"\xef\xbb\xbf" + compact.encode(),
    enveloped,
    lambda compact: baked_into_svg(PICTURES.svg, compact),
    lambda compact: baked_into_png(PICTURES.png, compact),
]


@pytest.mark.parametrize("form", FORMS, ids=["token", "with mark", "JSON", "SVG", "PNG"])
def test_what_was_put_in_comes_out(key: SigningKey, form: Callable[[str], bytes]) -> None:
    compact = token(key)

    assert token_in(form(compact)) == compact


def test_json_is_an_enveloped_credential_of_the_data_model(key: SigningKey) -> None:
    record = json.loads(enveloped(token(key)))

    assert record["type"] == ["EnvelopedVerifiableCredential"]
    assert record["@context"] == ["https://www.w3.org/ns/credentials/v2"]
    assert record["id"] == f"data:application/vc+jwt,{token(key)}"


def test_a_baked_svg_has_the_element_of_open_badges_3(key: SigningKey) -> None:
    baked = baked_into_svg(PICTURES.svg, token(key)).decode()

    assert 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"' in baked
    assert f'<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" verify="{token(key)}"' in baked  # fmt: skip  # noqa: E501


def test_a_baked_png_has_the_chunk_of_open_badges_3_and_is_the_same_picture(
    key: SigningKey,
) -> None:
    baked = baked_into_png(PICTURES.png, token(key))

    with Image.open(io.BytesIO(baked)) as picture, Image.open(io.BytesIO(PICTURES.png)) as before:
        assert picture.tobytes() == before.tobytes()
        assert picture.info["openbadgecredential"] == token(key)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no token"),
        (b"hello", "no token"),
        (b"\xff\xfe\x00", "no text, PNG or SVG"),
        (b"{", "JSON cannot be read"),
        (b"[]", "is a list"),
        (b"{}", "signed by nobody"),
        (b'{"id": 5}', "signed by nobody"),
        (b'{"proof": {}}', "Data Integrity"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG has none"),
        (b"<svg", "SVG has none"),
        (PICTURES.svg, "SVG has none"),
        (PICTURES.png, "PNG has none"),
        (PICTURES.png[:60], "PNG has none"),
        (b"[" * 200_000, "JSON cannot be read"),
    ],
)
def test_a_file_without_one_is_told(content: bytes, said: str) -> None:
    with pytest.raises(NoCredential, match=said):
        token_in(content)


def test_entities_of_an_svg_are_not_unfolded() -> None:
    bomb = (
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        b"<svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>"
    )

    with pytest.raises(NoCredential):
        token_in(bomb)


def test_a_chunk_that_unfolds_to_very_much_is_refused() -> None:
    data = b"openbadgecredential\x00\x01\x00\x00\x00" + zlib.compress(b"a" * (1 << 24))
    chunk = pack("!I", len(data)) + b"iTXt" + data + pack("!I", zlib.crc32(b"iTXt" + data))
    end = PICTURES.png.rindex(b"IEND") - 4

    with pytest.raises(NoCredential):
        token_in(PICTURES.png[:end] + chunk + PICTURES.png[end:])


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(NoCredential, match="more than 16 MiB"):
        token_in(b"a" * ((16 << 20) + 1))
