"""Hands out the credential of a passed sitting, and reads those of others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from etude.app.places import Places
from etude.app.whole_file import write_whole
from etude.domain.credential import Claims, Issuer, Pictures, Trust, Verification
from etude.domain.problem import Problem
from etude.domain.result import Result

if TYPE_CHECKING:
    from etude.app.issuer import IssuerFolder

#: Draws the badge of a result; another layer knows how.
Draw = Callable[[Result, Issuer], Pictures]
_LIBRARY = ("openbadgeslib", "jwt", "cryptography")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """Attributes: token; files: the same credential as token, JSON, SVG and PNG."""

    token: str
    files: Sequence[Path]


def open_issuer(places: Places) -> "IssuerFolder":
    """The issuer of this machine; nothing is made until it is asked for something.

    Raises:
      Problem: what credentials need is not installed.
    """
    try:
        from etude.app.issuer import IssuerFolder
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _LIBRARY:
            raise
        raise Problem(
            f"Credentials need {missing.name}, which is not installed. "
            "Try: pip install 'etude[exam]'"
        ) from None
    return IssuerFolder(places.state / "issuer")


def hand_out(
    result: Result,
    folder: Path,
    *,
    issuer: "IssuerFolder",
    draw: Draw,
    now: datetime,
    sitting: str = "",
) -> HandedOut:
    """Signs a credential and writes it in four forms; files of that name are replaced.

    Args:
      sitting: id of the sitting, whose credentials all have one number, so that taking one back
        takes back all; "" for a number of its own.

    Raises:
      ValueError: the sitting was not passed.
      Problem: the issuer's files cannot be used, or the sitting's credential was revoked.
      OSError: the folder cannot be written.
    """
    from etude.exams.carriers import baked_into_png, baked_into_svg, enveloped

    pictures = draw(result, issuer.issuer())
    token = issuer.issue(result, now=now, identity=_identity(sitting))
    stem = f"etude-{result.blueprint}-{result.finished_at:%Y-%m-%d}"
    contents = {
        ".svg": baked_into_svg(pictures.svg, token),
        ".png": baked_into_png(pictures.png, token),
        ".json": enveloped(token),
        ".jwt": f"{token}\n".encode(),
    }
    files = [folder / f"{stem}{suffix}" for suffix in contents]
    for path, content in zip(files, contents.values(), strict=True):
        write_whole(path, content)
    return HandedOut(token=token, files=files)


def _identity(sitting: str) -> UUID | None:
    """Tells nobody the sitting's id."""
    return uuid5(NAMESPACE_URL, f"urn:etude:sitting:{sitting}") if sitting else None


def read_claims(file: Path) -> Claims:
    """What the credential in a file says, unchecked.

    Raises:
      Problem: there is none in it.
    """
    from etude.exams.carriers import NoCredential, token_in
    from etude.exams.verification import claims_in

    try:
        return claims_in(token_in(_read(file)))
    except NoCredential as error:
        raise _none_in(f"{file}", error) from None


def check_credential(
    file: Path, *, issuer: "IssuerFolder", now: datetime, status: Path | None = None
) -> Verification:
    """Checks the credential in a file without a network.

    Args:
      status: a signed list of revoked credentials, handed over by the issuer.

    Raises:
      Problem: there is no credential in the file, or the list cannot be read.
    """
    lists = [_read(status).decode("utf-8", "replace").strip()] if status else []
    return check_content(_read(file), f"{file}", issuer=issuer, now=now, lists=lists)


def check_content(
    content: bytes,
    name: str,
    *,
    issuer: "IssuerFolder",
    now: datetime,
    lists: Sequence[str] = (),
) -> Verification:
    """Checks the credential in a file that was read; ``name`` is what a message calls it.

    Args:
      lists: signed lists of revoked credentials.

    Raises:
      Problem: there is no credential in it, or a list cannot be read.
    """
    from etude.exams.carriers import NoCredential, is_picture, token_in
    from etude.exams.verification import verify

    try:
        found = verify(token_in(content), known=issuer.known(list(lists)), now=now)
    except NoCredential as error:
        raise _none_in(name, error) from None
    return replace(found, in_picture=is_picture(content))


def revoke(file: Path, *, issuer: "IssuerFolder", now: datetime, why: str = "") -> None:
    """Takes back the credential in a file, for ever.

    Raises:
      Problem: this machine has not issued it, or it is revoked already.
    """
    found = check_credential(file, issuer=issuer, now=now)
    if found.trust is not Trust.OWN:
        raise Problem(
            f"What is in {file} was not signed with the key of this machine, so it cannot be "
            "revoked here; ask its issuer."
        )
    issuer.revoke(found.claims.id, now=now, why=why)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Problem(f"{file} cannot be read: {error.strerror}.") from None


def _none_in(file: str, error: Exception) -> Problem:
    return Problem(
        f"There is no credential in {file}: {error}. Expected a .jwt, .json, .svg or .png file "
        "as étude writes them, or another Open Badges 3.0 badge with a signed token."
    )
