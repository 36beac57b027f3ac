"""Checks a credential without a network: signature, dates, whose key it is, whether it is revoked.

Only issuers that are named by their key (did:key) can be checked offline. The library reads keys,
credentials and status lists; the order of the questions, and what is said of each answer, is ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import jwt
from jwt.types import Options
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.keys import alg_for_key_type, detect_key_type
from openbadgeslib.ob3 import (
    OpenBadgeCredential,
    ResultDescription,
    decode_encoded_list,
    resolve_did,
    set_indices,
)

from etude.domain.credential import (
    Claims,
    Standing,
    Statement,
    StatusSlot,
    Trust,
    Verification,
)
from etude.exams.carriers import NoCredential
from etude.exams.credential import SELF_ISSUED

# Clocks of two machines may differ by so much.
_SKEW = timedelta(minutes=5)
_DID_KEY = "did:key:"
_MOST_DIGITS = 9
_SIGNATURE_ALONE = Options(
    verify_exp=False,
    verify_nbf=False,
    verify_iat=False,
    verify_aud=False,
    verify_iss=False,
    verify_sub=False,
    verify_jti=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this machine knows of issuers.

    Attributes:
      own: the did:key of its own issuer, "" without one; trusted: those of others.
      status_lists: signed lists of revoked credentials, of any issuer.
    """

    own: str = ""
    trusted: frozenset[str] = frozenset()
    status_lists: tuple[str, ...] = ()

    def trust(self, did: str) -> Trust:
        if did and did == self.own:
            return Trust.OWN
        return Trust.TRUSTED if did in self.trusted else Trust.UNKNOWN


def claims_in(token: str) -> Claims:
    """What it says, unchecked.

    Raises:
      NoCredential: it is no credential at all.
    """
    return _claims(_credential(_payload(token)))


def status_slot(token: str) -> StatusSlot | None:
    """Where the credential says that its revocation is told, unchecked.

    Raises:
      NoCredential: it is no credential at all.
    """
    return _slot(_credential(_payload(token)))


def verify(token: str, *, known: Known, now: datetime) -> Verification:
    """The first thing that is wrong with it, or that nothing is.

    Raises:
      NoCredential: it is no credential at all.
    """
    payload = _payload(token)
    credential = _credential(payload)
    found = Verification(
        standing=Standing.GOOD,
        claims=_claims(credential),
        trust=known.trust(credential.issuer.id),
    )
    if not credential.issuer.id.startswith(_DID_KEY):
        return replace(
            found,
            standing=Standing.FOREIGN,
            detail="The issuer is not named by its key (did:key), so its key cannot be known "
            "without a network.",
        )
    if fault := _signature_fault(token, credential.issuer.id):
        return replace(found, standing=Standing.ALTERED, trust=Trust.UNKNOWN, detail=fault)
    if fault := _registered_fault(payload, credential):
        return replace(found, standing=Standing.MALFORMED, detail=fault)
    return _judged(found, credential, known, now)


def _judged(
    found: Verification, credential: OpenBadgeCredential, known: Known, now: datetime
) -> Verification:
    """The signature holds: what is left are dates, revocation and whose key it is."""
    found, revoked = _with_status(found, credential, known)
    if revoked:
        return replace(found, standing=Standing.REVOKED)
    claims = found.claims
    if claims.valid_until is not None and claims.valid_until < now - _SKEW:
        return replace(found, standing=Standing.EXPIRED)
    if claims.valid_from is not None and claims.valid_from > now + _SKEW:
        return replace(found, standing=Standing.NOT_YET)
    if found.trust is Trust.UNKNOWN:
        return replace(found, standing=Standing.FOREIGN)
    return found


def _payload(token: str) -> dict[str, Any]:
    unsigned = f"{token.rpartition('.')[0]}."  # a broken signature is no reason not to read it
    try:
        payload = jwt.decode(unsigned, options={"verify_signature": False})
    except (jwt.InvalidTokenError, ValueError, RecursionError) as error:
        raise NoCredential(
            f"its token cannot be read, as if letters of it were changed or missing ({error})"
        ) from None
    assert isinstance(payload, dict)  # PyJWT refuses anything else
    return payload


def _credential(payload: Mapping[str, Any]) -> OpenBadgeCredential:
    try:
        return OpenBadgeCredential.from_jwt_payload(dict(payload))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise NoCredential(f"its token is no Open Badges 3.0 credential ({error})") from None


def _signature_fault(token: str, did: str) -> str:
    """ "" when the key that the issuer's name is made of has signed exactly this."""
    try:
        _checked(token, did)
    except LibOpenBadgesException:
        return "The issuer's name is no key that étude can read."
    except jwt.InvalidTokenError:
        return "The signature does not belong to this content and this issuer."
    return ""


def _checked(token: str, did: str) -> dict[str, Any]:
    key = resolve_did(did)
    algorithm = alg_for_key_type(detect_key_type(key))  # of the key, never of the token
    payload = jwt.decode(token, key, algorithms=[algorithm], options=_SIGNATURE_ALONE)
    return dict(payload)


def _registered_fault(payload: Mapping[str, Any], credential: OpenBadgeCredential) -> str:
    """Open Badges 3.0, 8.2.4.1: registered claims repeat what the credential says."""
    pairs = {"iss": credential.issuer.id, "sub": credential.recipient_id, "jti": credential.id}
    for claim, value in pairs.items():
        if payload.get(claim) != value:
            return f"The token's claim '{claim}' differs from its credential."
    moments = {"nbf": credential.issuance_date, "exp": credential.expiration_date}
    for claim, moment in moments.items():
        if claim in payload and payload[claim] != (int(moment.timestamp()) if moment else None):
            return f"The token's claim '{claim}' differs from its credential."
    types = payload.get("type")
    if not isinstance(types, list) or "VerifiableCredential" not in types:
        return "It does not call itself a VerifiableCredential."
    return ""


def _with_status(
    found: Verification, credential: OpenBadgeCredential, known: Known
) -> tuple[Verification, bool]:
    """Whether it is revoked, as far as the lists at hand tell; the newest one counts."""
    slot = _slot(credential)
    if slot is None:
        return replace(found, status_note="It names no list of revoked credentials."), False
    lists = list(_lists(known.status_lists, credential.issuer.id, slot.list))
    if not lists:
        note = "No list of this issuer's revoked credentials is at hand."
        return replace(found, status_note=note), False
    newest = max(lists, key=lambda one: one.as_of)
    revoked = any(slot.index in one.revoked for one in lists)  # a revocation is for ever
    return replace(found, status_as_of=newest.as_of), revoked


@dataclass(frozen=True, slots=True, kw_only=True)
class _StatusList:
    as_of: datetime
    revoked: frozenset[int]


def _lists(tokens: Iterable[str], did: str, list_id: str) -> Iterable[_StatusList]:
    """Those that this issuer has signed and that are the named one."""
    for token in tokens:
        try:
            payload = _checked(token, did)
            if (payload.get("issuer"), payload.get("id")) == (did, list_id):
                yield _read_list(payload)
        except (LibOpenBadgesException, jwt.InvalidTokenError, ValueError, KeyError, TypeError):
            continue


def _read_list(payload: Mapping[str, Any]) -> _StatusList:
    subject = payload["credentialSubject"]
    if subject["statusPurpose"] != "revocation":
        raise ValueError("a list of another purpose")
    as_of = datetime.fromisoformat(payload["validFrom"])
    if as_of.tzinfo is None:
        raise ValueError("a time without a zone")
    return _StatusList(
        as_of=as_of, revoked=set_indices(decode_encoded_list(subject["encodedList"]))
    )


def _slot(credential: OpenBadgeCredential) -> StatusSlot | None:
    for entry in credential.credential_status:
        address, index = entry.get("statusListCredential"), str(entry.get("statusListIndex"))
        if entry.get("statusPurpose") == "revocation" and isinstance(address, str):
            fits = index.isdecimal() and len(index) <= _MOST_DIGITS
            return StatusSlot(list=address, index=int(index)) if fits else None
    return None


def _claims(credential: OpenBadgeCredential) -> Claims:
    achievement = credential.achievement
    named = {str(one.id): one for one in achievement.result_descriptions}
    described = [(named.get(str(r.result_description)), r.value) for r in credential.results]
    return Claims(
        id=str(credential.id),
        name=str(credential.name or achievement.name),
        issuer=credential.issuer.id,
        issuer_name=str(credential.issuer.name),
        candidate=_candidate(credential),
        description=str(achievement.description),
        valid_from=credential.issuance_date,
        valid_until=credential.expiration_date,
        self_issued=any(one.result_type == SELF_ISSUED for one in named.values()),
        statements=[
            _statement(one, str(value)) for one, value in described if one is not None and value
        ],
    )


def _statement(described: ResultDescription, value: str) -> Statement:
    most = described.value_max
    return Statement(name=str(described.name), value=f"{value} of {most}" if most else value)


def _candidate(credential: OpenBadgeCredential) -> str:
    names = [
        str(one.identity_hash)
        for one in credential.identifiers
        if one.identity_type == "name" and not one.hashed
    ]
    return names[0] if names else ""
