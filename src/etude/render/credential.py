"""A credential in words: what it says, who says so, and whether that can be believed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from etude.domain.credential import Claims, Issuer, Standing, Statement, Trust, Verification
from etude.render.harmless import harmless
from etude.render.labelled import indented


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Attributes: headline; meaning: what follows from it."""

    headline: str
    meaning: str


_TOLD = {
    Standing.GOOD: _Told(
        headline="Genuine: nothing was changed since it was signed.",
        meaning="",
    ),
    Standing.ALTERED: _Told(
        headline="Altered, or forged: do not believe what it says.",
        meaning="Ask for the file as it was handed out.",
    ),
    Standing.MALFORMED: _Told(
        headline="Signed, but not as Open Badges 3.0 demands: do not rely on it.",
        meaning="Ask the issuer for another one.",
    ),
    Standing.FOREIGN: _Told(
        headline="Whole, but signed with a key that you have not accepted.",
        meaning="Anybody can make a key and give it any name. Ask the issuer for it by another "
        "way; when it is the same: etude credential issuer --trust KEYFILE",
    ),
    Standing.EXPIRED: _Told(
        headline="Expired: it was genuine, and its time is over.",
        meaning="The candidate can sit the exam again.",
    ),
    Standing.NOT_YET: _Told(
        headline="Not valid yet: it begins in the future.",
        meaning="Is the clock of this machine right?",
    ),
    Standing.REVOKED: _Told(
        headline="Revoked: its issuer has taken it back.",
        meaning="Ask the issuer why.",
    ),
}
_TRUST = {
    Trust.OWN: "the key of this machine",
    Trust.TRUSTED: "a key that you have accepted",
    Trust.UNKNOWN: "a key that nobody here vouches for",
}
_SELF_ISSUED = (
    "Self-issued: signed on the candidate's own machine, with nobody watching. It shows that the "
    "marks were not changed afterwards, not who sat the exam."
)
_PICTURE = "What is signed stands below; the picture around it is not, and may say something else."
UNCHECKED = "Nothing was checked: this is what the file says. etude credential verify checks it."


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationWords:
    """What is said of a credential.

    Attributes:
      remarks: sentences after the headline.
      rows: name and value of what it says about itself and of how it was checked.
    """

    headline: str
    remarks: Sequence[str]
    picture: str
    self_issued: str
    rows: Sequence[Statement]


def verification_words(found: Verification) -> VerificationWords:
    """The standing first, then what is attested."""
    told = _TOLD[found.standing]
    believed = found.claims.self_issued and found.standing is not Standing.ALTERED
    rows = [*_about(found.claims), ("key", _TRUST[found.trust]), ("revoked", _status(found))]
    return VerificationWords(
        headline=told.headline,
        remarks=[text for text in (found.detail, told.meaning) if text],
        self_issued=_SELF_ISSUED if believed else "",
        picture=_PICTURE if found.in_picture else "",
        rows=[Statement(name=name, value=value) for name, value in rows],
    )


def verification_view(found: Verification) -> RenderableType:
    """The same for a terminal."""
    words = verification_words(found)
    style = "bold green" if found.good else "bold red"
    parts: list[RenderableType] = [Text(words.headline, style=style)]
    parts += map(Text, words.remarks)
    parts += [Text(words.self_issued, style="yellow")] if words.self_issued else []
    parts += [Text(words.picture, style="dim")] if words.picture else []
    rows = [(one.name, one.value) for one in words.rows]
    return Group(*parts, Text(), _table(rows), Text(), _statements(found.claims))


def claims_view(claims: Claims) -> RenderableType:
    """What it says, and that nothing of it was checked."""
    note = Text(UNCHECKED, style="yellow")
    return Group(note, Text(), _table(list(_about(claims))), Text(), _statements(claims))


def verification_record(found: Verification) -> dict[str, Any]:
    """As plain values."""
    record: dict[str, Any] = msgspec.to_builtins(found)
    return record | {"good": found.good, "told": _TOLD[found.standing].headline}


def issuer_view(issuer: Issuer, *, public_key: str, trusted: list[str]) -> RenderableType:
    """Who signs here, and whose keys are accepted."""
    name = issuer.name or "none: credentials say that they are self-issued"
    rows = [("name", name), ("address", issuer.url), ("did", issuer.did)]
    accepted = "\n".join(trusted) or "none"
    return Group(
        _table([*rows, ("accepts", accepted)]),
        Text(),
        Text(public_key.strip()),
    )


def _about(claims: Claims) -> Iterator[tuple[str, str]]:
    yield "what", claims.name
    yield "who", claims.candidate or "no name in it"
    yield "when", _day(claims.valid_from)
    yield "until", _day(claims.valid_until) if claims.valid_until else "for ever"
    yield "issuer", claims.issuer_name
    yield "", claims.issuer
    yield "id", claims.id


def _status(found: Verification) -> str:
    if found.standing is Standing.REVOKED:
        return f"yes, says the list of {_day(found.status_as_of)}"
    if found.standing is Standing.ALTERED:
        return "not asked"
    if found.status_as_of is not None:
        return f"no, as of {_day(found.status_as_of)}; what came later cannot be known offline"
    return f"not known. {found.status_note}"


def _statements(claims: Claims) -> RenderableType:
    return _table([(one.name, one.value) for one in claims.statements], head="bold")


def _table(rows: list[tuple[str, str]], *, head: str = "dim") -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style=head, overflow="fold", max_width=28)
    table.add_column(overflow="fold")
    for label, value in rows:
        if value:
            table.add_row(Text(harmless(label)), Text(harmless(value)))
    return indented(table)


def _day(moment: datetime | None) -> str:
    return f"{moment.day} {moment:%B %Y}" if moment else "not said"
