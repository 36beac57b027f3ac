"""Credentials: handed out for a passed sitting, and checked wherever they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Body
from fastapi.responses import Response
from pydantic import Field

from etude.app.credentials import HandedOut, check_content, hand_out, open_issuer
from etude.app.exam.reviewed import result
from etude.domain.credential import Verification
from etude.domain.problem import Problem
from etude.render.badge.draw import draw_badge
from etude.render.credential import verification_record, verification_words
from etude.render.reviewed import amount
from etude.web.ground import Ground, Here, NotFound
from etude.web.sat import SITTING, Sat, TheSitting

router = APIRouter(prefix="/api", tags=["credentials"])

FORMS: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "json": "application/json",
    "jwt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Attributes: name: that the credential shall carry, "" for none."""

    name: Annotated[str, Field(max_length=200)] = ""


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
    found = verified(here, content)
    words = verification_words(found)
    return verification_record(found) | {"remarks": words.remarks}


def verified(ground: Ground, content: bytes) -> Verification:
    return check_content(content, "this file", issuer=open_issuer(ground.places), now=ground.now())


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
