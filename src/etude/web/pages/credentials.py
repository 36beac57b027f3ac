"""Checking a credential, wherever it comes from."""

from typing import Annotated

from fastapi import APIRouter, Body, Request
from fastapi.responses import Response

from etude.render.credential import verification_words
from etude.web.api.credentials import verified
from etude.web.ground import Here
from etude.web.rendering import page

router = APIRouter(prefix="/credentials", include_in_schema=False)


@router.get("")
def verification(request: Request) -> Response:
    return page(request, "credentials.html.j2")


@router.post("/verified")
def verify(
    request: Request,
    here: Here,
    content: Annotated[bytes, Body(media_type="application/octet-stream")],
) -> Response:
    """What there is to say of a file, in the words of `etude credential verify`."""
    found = verified(here, content)
    words = verification_words(found)
    return page(request, "pieces/verified.html.j2", found=found, words=words)
