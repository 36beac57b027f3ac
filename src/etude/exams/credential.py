"""Writes the credential of a passed sitting: an Open Badges 3.0 AchievementCredential, unsigned.

Marks, versions and the level of isolation are results in the sense of the standard, each with a
description of its own, so that any reader of Open Badges shows them by name.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from openbadgeslib.ob3 import Achievement, IdentityObject, OpenBadgeCredential, ResultDescription
from openbadgeslib.ob3 import Issuer as Profile
from openbadgeslib.ob3 import Result as Achieved
from openbadgeslib.ob3.status_list import status_entry

from etude.domain.credential import Issuer, StatusSlot
from etude.domain.result import CategoryMark, Result

YEARS_VALID = 3
SELF_ISSUED = "ext:etudeSelfIssued"
_SELF_NAME = "étude on the candidate's own machine (self-issued)"
_PLACE = UUID("5f0e6c0e-9a3f-4a57-8d3a-6b0f6d1b1f52")  # of the ids that follow from names
_VERSIONS = {
    "etude": "étude version",
    "tensorflow": "TensorFlow version",
    "keras": "Keras version",
    "python": "Python version",
    "content": "Version of the questions",
}
_ISOLATION = {
    1: "level 1 of 3 (a process of its own, with limits)",
    2: "level 2 of 3 (limits; files and system calls confined)",
    3: "level 3 of 3 (limits; files and system calls confined; namespaces of its own)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attested:
    """A result with its description; ``most`` and ``pass_mark`` are numbers of points."""

    key: str
    name: str
    kind: str
    value: str
    most: str | None = None
    pass_mark: str | None = None


def credential_of(
    result: Result, *, issuer: Issuer, identity: UUID, status: StatusSlot | None = None
) -> OpenBadgeCredential:
    """What the issuer shall sign.

    Args:
      identity: makes this credential's own id and that of its subject; nothing of the paper is
        in it.
      status: where its revocation will be told; None for one that cannot be revoked.

    Raises:
      ValueError: the sitting was not passed, so there is nothing to attest.
    """
    if not result.passed:
        raise ValueError(f"{points(result.total)} of {result.pass_mark} points: not passed")
    attested = list(_attested(result, issuer))
    exam = uuid5(_PLACE, f"{issuer.did} {result.blueprint} {result.version}").urn
    return OpenBadgeCredential(
        id=identity.urn,
        name=f"{result.title}{' (self-issued)' if issuer.self_issued else ''}",
        issuer=Profile(id=issuer.did, name=issuer.name or _SELF_NAME, url=issuer.url or None),
        recipient_id=uuid5(identity, "subject").urn,
        identifiers=_identifiers(result.candidate),
        issuance_date=result.finished_at,
        expiration_date=expiry(result.finished_at),
        achievement=_achievement(result, issuer, exam, attested),
        results=[
            Achieved(value=one.value, result_description=f"{exam}#{one.key}") for one in attested
        ],
        credential_status=[status_entry(status.list, "revocation", status.index)] if status else [],
    )


def expiry(issued: datetime) -> datetime:
    """The same day some years later; 29 February becomes the 28th."""
    try:
        return issued.replace(year=issued.year + YEARS_VALID)
    except ValueError:
        return issued.replace(year=issued.year + YEARS_VALID, day=28)


def points(value: float) -> str:
    """Two digits after the point at most: 92, 92.5, 92.25."""
    return f"{round(value, 2):g}"


def _achievement(
    result: Result, issuer: Issuer, exam: str, attested: list[_Attested]
) -> Achievement:
    return Achievement(
        id=exam,
        name=result.title,
        description=_description(result, issuer),
        criteria_narrative=_criteria(result),
        achievement_type="Assessment",
        tags=["TensorFlow", "étude", *[one.skill for one in result.skills]],
        result_descriptions=[_described(exam, one) for one in attested],
    )


def _description(result: Result, issuer: Issuer) -> str:
    about = (
        f"A timed practical exam in TensorFlow: {result.title}, version {result.version} of the "
        f"blueprint '{result.blueprint}', marked by étude on hidden data."
    )
    if not issuer.self_issued:
        return about
    return (
        f"{about} Self-issued: étude signed it on the candidate's own machine, with nobody "
        "watching. The signature shows that nothing was changed since; it does not show who sat "
        "the exam, nor that the machine was left as it was."
    )


def _criteria(result: Result) -> str:
    return (
        f"{result.pass_mark} of 100 points or more. Models are handed in as files and marked 0 to "
        "5 each by their predictions on data that the candidate does not have."
    )


def _identifiers(candidate: str) -> list[IdentityObject]:
    if not candidate:
        return []
    return [IdentityObject(identity_hash=candidate, identity_type="name", hashed=False)]


def _attested(result: Result, issuer: Issuer) -> Iterator[_Attested]:
    yield _Attested(
        key="total", name="Total", kind="RawScore", value=points(result.total), most="100",
        pass_mark=str(result.pass_mark),
    )  # fmt: skip
    for key, one in zip(_keys(result.categories), result.categories, strict=True):
        yield _Attested(
            key=key, name=one.title, kind="RawScore",
            value=points(one.points), most=points(one.of),
        )  # fmt: skip
    yield _Attested(
        key="blueprint", name="Blueprint", kind="ext:etudeBlueprint",
        value=f"{result.blueprint}, version {result.version}",
    )  # fmt: skip
    for name, title in _VERSIONS.items():
        if version := result.versions.get(name):
            yield _Attested(key=name, name=title, kind="ext:etudeVersion", value=version)
    yield _Attested(
        key="isolation", name="Isolation", kind="ext:etudeIsolation",
        value=_ISOLATION.get(result.isolation, f"level {result.isolation}"),
    )  # fmt: skip
    if issuer.self_issued:
        yield _Attested(
            key="self-issued", name="Self-issued", kind=SELF_ISSUED,
            value="yes, on the candidate's own machine",
        )  # fmt: skip


def _described(exam: str, one: _Attested) -> ResultDescription:
    return ResultDescription(
        id=f"{exam}#{one.key}",
        name=one.name,
        result_type=one.kind,
        value_min="0" if one.most else None,
        value_max=one.most,
        required_value=one.pass_mark,
    )


def _keys(categories: Sequence[CategoryMark]) -> Iterator[str]:
    """After their topics; the second category of one topic has a 2 behind it."""
    met: Counter[str] = Counter()
    for one in categories:
        met[one.topic] += 1
        again = f"-{met[one.topic]}" if met[one.topic] > 1 else ""
        yield f"category-{_slug(one.topic)}{again}"


def _slug(topic: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", topic.lower()).strip("-")
