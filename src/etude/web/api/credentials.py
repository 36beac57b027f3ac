"""Credentials: handed out for a passed sitting, and checked wherever they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Body
from fastapi.responses import Response
from pydantic import Base64Bytes, Field

from etude.app.credentials import HandedOut, check_content, hand_out, open_issuer
from etude.app.exam.reviewed import result
from etude.domain.credential import Revocation, Verification
from etude.domain.problem import Problem
from etude.render.badge.draw import draw_badge
from etude.render.credential import verification_record, verification_words
from etude.render.reviewed import amount
from etude.web.ground import Ground, Here, NotFound
from etude.web.sat import SITTING, Sat, TheSitting

router = APIRouter(prefix="/api", tags=["credentials"])

_TOKEN = "text/plain; charset=utf-8"
FORMS: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "json": "application/json",
    "jwt": _TOKEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Attributes: name: that the credential shall carry, "" for none."""

    name: Annotated[str, Field(max_length=200)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A credential to be checked.

    Attributes:
      content: of its file, as base64.
      lists: signed lists of revoked credentials, such as `etude credential revoke` writes.
    """

    content: Base64Bytes
    lists: Annotated[Sequence[str], Field(max_length=10)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """Attributes: files: the four forms, where they lie."""

    token: str
    files: Sequence[str]


@router.post(f"/sittings{SITTING}/credential", status_code=201)
def credential(here: Here, sat: TheSitting, named: Named) -> Credential:
    """Signs the credential of a passed sitting, and writes it to the folder of the sitting."""
    made = hand_out_credential(here, sat, named.name)
    return Credential(token=made.token, files=[str(file) for file in made.files])


@router.get(
    f"/sittings{SITTING}/credential/{{form}}",
    responses={200: {"content": {media: {} for media in FORMS.values()}}},
    response_class=Response,
)
def form(sat: TheSitting, form: str, download: bool = False) -> Response:
    """One of its forms: svg, png, json, jwt."""
    path = credential_file(sat, form)
    headers = {"Content-Disposition": f'attachment; filename="{path.name}"'} if download else {}
    return Response(path.read_bytes(), media_type=FORMS[form], headers=headers)


@router.post("/credentials/verify")
def verify(
    here: Here, content: Annotated[bytes, Body(media_type="application/octet-stream")]
) -> Mapping[str, Any]:
    """Says whether the credential in a file can be believed: as `etude credential verify` does."""
    return _record(verified(here, content))


@router.post("/credentials/verify_with_lists")
def verify_with_lists(here: Here, shown: Shown) -> Mapping[str, Any]:
    """The same, and asks lists of revoked credentials that were handed over with it."""
    return _record(verified(here, shown.content, shown.lists))


@router.get("/credentials/revoked")
def revoked(here: Here) -> Sequence[Revocation]:
    """The credentials that were taken back on this machine, the newest first."""
    return open_issuer(here.places).revoked()


@router.get(
    "/credentials/status_list",
    responses={200: {"content": {_TOKEN: {}}}},
    response_class=Response,
)
def status_list(here: Here) -> Response:
    """The signed list of revoked credentials, to be published or handed on."""
    file = open_issuer(here.places).status_file
    if not file.exists():
        raise NotFound("No credential was signed on this machine yet, so there is no list.")
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.read_bytes(), media_type=_TOKEN, headers=headers)


def verified(ground: Ground, content: bytes, lists: Sequence[str] = ()) -> Verification:
    issuer, now = open_issuer(ground.places), ground.now()
    return check_content(content, "this file", issuer=issuer, now=now, lists=lists)


def _record(found: Verification) -> Mapping[str, Any]:
    return verification_record(found) | {"remarks": verification_words(found).remarks}


def hand_out_credential(ground: Ground, sat: Sat, name: str) -> HandedOut:
    """Raises ``Problem`` for a sitting that is not over or was not passed."""
    reached = result(sat.exam, sat.sitting, candidate=" ".join(name.split()))
    if not reached.passed:
        raise Problem(
            f"There is no credential of a sitting that was not passed: {amount(reached.total)} of "
            f"100, and {reached.pass_mark} pass."
        )
    folder = Path(sat.sitting.workspace)
    issuer = open_issuer(ground.places)
    return hand_out(
        reached, folder, issuer=issuer, draw=draw_badge, now=ground.now(), sitting=sat.sitting.id
    )


def credential_file(sat: Sat, form: str) -> Path:
    """Where a form of it lies.

    Raises:
      NotFound: it was not handed out yet, or there is no such form.
    """
    if form not in FORMS:
        raise NotFound(f"A credential has the forms {', '.join(FORMS)}, and no {form!r}.")
    blueprint = sat.sitting.blueprint.name
    found = sorted(Path(sat.sitting.workspace).glob(f"etude-{blueprint}-*.{form}"))
    if not found:
        raise NotFound("This credential was not handed out yet.")
    return found[-1]
