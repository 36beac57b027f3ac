"""What is said of a credential that was altered, has expired, was revoked, or is another's."""

import base64
import gzip
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from issued import (
    LATER,
    known,
    payload_of,
    signed_anew,
    status_list,
    token,
    with_payload,
)
from openbadgeslib.ob3 import OB3Verifier, OpenBadgeCredential
from results import FINISHED

from etude.domain.credential import Standing, Trust
from etude.exams.carriers import NoCredential
from etude.exams.credential import expiry
from etude.exams.signing import SigningKey, new_key
from etude.exams.verification import Known, claims_in, status_slot, verify


def test_one_s_own_is_genuine_and_self_issued(key: SigningKey) -> None:
    found = verify(token(key), known=known(key), now=LATER)

    assert (found.standing, found.trust) == (Standing.GOOD, Trust.OWN)
    assert found.claims.self_issued
    assert found.claims.candidate == "Zoë Ångström"


def test_one_of_an_accepted_issuer_is_genuine(key: SigningKey, other_key: SigningKey) -> None:
    accepted = Known(own=key.did, trusted=frozenset({other_key.did}))

    found = verify(token(other_key, name="School"), known=accepted, now=LATER)

    assert (found.standing, found.trust) == (Standing.GOOD, Trust.TRUSTED)
    assert not found.claims.self_issued


def test_one_of_an_unknown_issuer_is_whole_and_no_more(
    key: SigningKey, other_key: SigningKey
) -> None:
    found = verify(token(other_key, name="School"), known=known(key), now=LATER)

    assert (found.standing, found.trust) == (Standing.FOREIGN, Trust.UNKNOWN)


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said["credentialSubject"]["result"][0].update(value="100"),
        lambda said: said["credentialSubject"]["identifier"][0].update(identityHash="Mallory"),
        lambda said: said.update(validUntil="2099-01-01T00:00:00Z"),
        lambda said: said["issuer"].update(name="Technical School"),
        lambda said: said["credentialStatus"].update(statusListIndex="7"),
    ],
)
def test_a_change_of_anything_is_seen(
    key: SigningKey, change: Callable[[dict[str, Any]], None]
) -> None:
    compact = token(key)
    said = payload_of(compact)
    change(said)

    found = verify(with_payload(compact, said), known=known(key), now=LATER)

    assert found.standing is Standing.ALTERED


@given(data=st.data())
def test_with_any_letter_changed_it_is_not_believed(data: st.DataObject) -> None:
    compact = token(KEY)
    place = data.draw(st.integers(0, len(compact) - 1))
    letter = data.draw(st.sampled_from("ABab01-_"))
    changed = compact[:place] + letter + compact[place + 1 :]

    try:
        standing = verify(changed, known=known(KEY), now=LATER).standing
    except NoCredential:
        standing = Standing.ALTERED

    # The last letter of a signature has bits that mean nothing (RFC 4648, 3.5).
    same = changed[:-1] == compact[:-1]
    assert standing is not Standing.GOOD or same


def test_a_name_that_another_key_signs_is_forged(key: SigningKey, other_key: SigningKey) -> None:
    forged = signed_anew(payload_of(token(key)), other_key)

    found = verify(forged, known=known(key), now=LATER)

    assert (found.standing, found.trust) == (Standing.ALTERED, Trust.UNKNOWN)


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_the_token_does_not_choose_how_it_is_checked(key: SigningKey, algorithm: str) -> None:
    secret = None if algorithm == "none" else "x" * 32
    forged = jwt.encode(payload_of(token(key)), secret, algorithm)

    assert verify(forged, known=known(key), now=LATER).standing is Standing.ALTERED


def test_one_whose_time_is_over_has_expired(key: SigningKey) -> None:
    end = expiry(FINISHED)

    assert verify(token(key), known=known(key), now=end).standing is Standing.GOOD
    late = verify(token(key), known=known(key), now=end + timedelta(hours=1))
    assert late.standing is Standing.EXPIRED


def test_one_from_the_future_is_not_valid_yet(key: SigningKey) -> None:
    found = verify(token(key), known=known(key), now=FINISHED - timedelta(days=1))

    assert found.standing is Standing.NOT_YET


def test_one_on_the_issuer_s_list_is_revoked(key: SigningKey) -> None:
    found = verify(token(key), known=known(key, status_list(key, 7, 421)), now=LATER)

    assert found.standing is Standing.REVOKED
    assert found.status_as_of == FINISHED.replace(microsecond=0)


def test_one_that_is_revoked_and_has_expired_is_told_as_revoked(key: SigningKey) -> None:
    late = expiry(FINISHED) + timedelta(days=1)

    found = verify(token(key), known=known(key, status_list(key, 421)), now=late)

    assert found.standing is Standing.REVOKED


def test_one_that_is_not_on_the_list_is_genuine_as_of_its_day(key: SigningKey) -> None:
    found = verify(token(key), known=known(key, status_list(key, 420, 422)), now=LATER)

    assert (found.standing, found.status_as_of) == (Standing.GOOD, FINISHED)


def test_an_older_list_cannot_undo_a_revocation(key: SigningKey) -> None:
    lists = (status_list(key, 421), status_list(key))

    for order in (lists, lists[::-1]):
        assert verify(token(key), known=known(key, *order), now=LATER).standing is Standing.REVOKED


def test_a_list_of_another_issuer_or_another_name_says_nothing(
    key: SigningKey, other_key: SigningKey
) -> None:
    lists = (
        status_list(other_key, 421),
        status_list(key, 421, list_id="urn:uuid:00000000-0000-4000-8000-000000000000"),
        signed_anew(payload_of(status_list(key, 421)), other_key),
        "no list at all",
        token(key),
    )

    found = verify(token(key), known=known(key, *lists), now=LATER)

    assert (found.standing, found.status_as_of) == (Standing.GOOD, None)
    assert "No list" in found.status_note


@pytest.mark.parametrize("claim", ["iss", "sub", "jti", "nbf", "exp"])
def test_claims_that_differ_from_the_credential_break_the_standard(
    key: SigningKey, claim: str
) -> None:
    said = payload_of(token(key))
    said[claim] = said[claim] + 1 if isinstance(said[claim], int) else "urn:another"

    found = verify(signed_anew(said, key), known=known(key), now=LATER)

    assert found.standing is Standing.MALFORMED
    assert claim in found.detail


def test_an_issuer_that_is_not_named_by_its_key_cannot_be_checked_offline(key: SigningKey) -> None:
    said = payload_of(token(key))
    said["issuer"]["id"] = said["iss"] = "https://school.example"

    found = verify(signed_anew(said, key), known=known(key), now=LATER)

    assert found.standing is Standing.FOREIGN
    assert "did:key" in found.detail


@pytest.mark.parametrize("did", ["did:key:z", "did:key:zzzz", "did:key:u6Mk", "did:key:z0OIl"])
def test_a_name_that_is_no_key_is_told(key: SigningKey, did: str) -> None:
    said = payload_of(token(key))
    said["issuer"]["id"] = said["iss"] = did

    found = verify(signed_anew(said, key), known=known(key), now=LATER)

    assert found.standing is Standing.ALTERED


@pytest.mark.parametrize("text", ["", "a.b.c", "e30.e30.", "eyJhbGciOiJFZERTQSJ9.e30.AA", "é.é.é"])
def test_what_is_no_credential_is_refused(key: SigningKey, text: str) -> None:
    with pytest.raises(NoCredential):
        verify(text, known=known(key), now=LATER)


def test_a_credential_can_be_read_without_being_checked(key: SigningKey) -> None:
    compact = token(key)
    said = payload_of(compact)
    said["credentialSubject"]["result"][0]["value"] = "99"

    claims = claims_in(with_payload(compact, said))

    assert claims.statements[0].value == "99 of 100"
    slot = status_slot(compact)
    assert slot is not None
    assert slot.index == 421


def test_the_library_s_own_verifier_accepts_it(key: SigningKey) -> None:
    """Its clock is that of the machine, so the dates are those of the machine."""
    now = FINISHED.now(FINISHED.tzinfo)

    found = OB3Verifier.for_issuer_did(key.did).verify(token(key, finished_at=now))

    assert isinstance(found, OpenBadgeCredential)


def test_a_list_is_laid_out_as_the_bitstring_status_list_says(key: SigningKey) -> None:
    """W3C Bitstring Status List 1.0, 2.2 and 3.2: multibase, gzip, first bit on the left."""
    subject = payload_of(status_list(key, 0, 421))["credentialSubject"]

    encoded = subject["encodedList"]
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))

    assert encoded[0] == "u"
    assert subject["type"] == "BitstringStatusList"
    assert len(bits) * 8 == 131_072
    assert [n for n in range(len(bits) * 8) if bits[n // 8] >> (7 - n % 8) & 1] == [0, 421]


KEY = new_key()
