"""A credential as people are told of it: who says what, and whether that holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """What a check of a credential came to."""

    GOOD = "good"
    ALTERED = "altered"  # the signature does not fit the content, or not the issuer
    MALFORMED = "malformed"  # signed, but not what the standard says
    FOREIGN = "foreign"  # whole, and signed with a key that nobody here vouches for
    EXPIRED = "expired"
    NOT_YET = "not yet valid"
    REVOKED = "revoked"


class Trust(StrEnum):
    """Whose key it is, as far as this machine knows."""

    OWN = "own"
    TRUSTED = "trusted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who signs.

    Attributes:
      did: the public key as a did:key.
      name: "" for one that has not named itself: then it is the candidate's own machine.
    """

    did: str
    name: str = ""
    url: str = ""

    @property
    def self_issued(self) -> bool:
        return not self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSlot:
    """Where a credential's revocation can be looked up: a bit of a list, and where that lies."""

    list: str
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that is attested: "Total", "96 of 100"."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a credential says, whether or not it is true.

    Attributes:
      issuer: the id that it names; issuer_name: what it calls itself.
      valid_until: None when it never expires.
      self_issued: it says itself that the candidate's own machine signed it.
      statements: marks, versions and the like, in its own order.
    """

    id: str
    name: str
    issuer: str
    issuer_name: str
    candidate: str = ""
    description: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    self_issued: bool = False
    statements: Sequence[Statement] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What can be said of a credential offline.

    Attributes:
      detail: one sentence on the standing, "" when there is nothing to add.
      status_as_of: of when the list of revoked ones is that was asked; None when none was.
      status_note: why none was asked.
      in_picture: it was baked into one, which anybody may have drawn anew.
    """

    standing: Standing
    claims: Claims
    trust: Trust = Trust.UNKNOWN
    detail: str = ""
    status_as_of: datetime | None = None
    status_note: str = ""
    in_picture: bool = False

    @property
    def good(self) -> bool:
        return self.standing is Standing.GOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """A credential that its issuer has taken back.

    Attributes: credential: its id; why: for the issuer's own eyes, "" for no reason.
    """

    credential: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """A badge drawn twice; nothing is baked into it yet."""

    svg: bytes
    png: bytes
