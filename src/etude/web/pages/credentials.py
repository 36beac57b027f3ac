"""Checking a credential, wherever it comes from."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.app.credentials import open_issuer
from etude.render.credential import verification_words
from etude.web.api.credentials import Shown, revoked, verified
from etude.web.ground import Here
from etude.web.rendering import page

router = APIRouter(prefix="/credentials", include_in_schema=False)


@router.get("")
def verification(request: Request) -> Response:
    return page(request, "credentials.html.j2")


@router.get("/revoked")
def taken_back(request: Request, here: Here) -> Response:
    """What was revoked on this machine, and the list by which others learn of it."""
    issuer = open_issuer(here.places)
    return page(
        request,
        "revoked.html.j2",
        revoked=revoked(here),
        list_name=issuer.status_file.name if issuer.status_file.exists() else "",
    )


@router.post("/verified")
def verify(request: Request, here: Here, shown: Shown) -> Response:
    """What there is to say of a file, in the words of `etude credential verify`."""
    found = verified(here, shown.content, shown.lists)
    words = verification_words(found)
    return page(request, "pieces/verified.html.j2", found=found, words=words)
