"""Wires the server: guard, pages, API, files."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import Scope

from etude import __version__
from etude.web import assets
from etude.web.failures import REFUSALS, Failures, answer_refusal, handle_failures
from etude.web.ground import Ground
from etude.web.routes import ROUTERS
from etude.web.security.guard import Guard

_WORTH_COMPRESSING_BYTES = 1000


def make_application(ground: Ground) -> FastAPI:
    """The ASGI application; several of them over one state folder answer alike."""
    app = FastAPI(
        title="étude",
        version=__version__,
        summary="What the pages of étude do, for programs.",
        docs_url=None,  # these two load scripts from another site
        redoc_url=None,
        openapi_url="/api/openapi.json",
        responses=dict(REFUSALS),
    )
    app.state.ground = ground
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", _Kept(directory=assets.FOLDER, check_dir=False), name="static")
    handle_failures(app)
    app.add_middleware(Failures)
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_COMPRESSING_BYTES)
    app.add_middleware(Guard, sessions=ground.sessions, now=ground.now, answer=answer_refusal)
    return app


class _Kept(StaticFiles):
    """Files whose names hold their digest: a browser never asks for them twice."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code < 400:
            response.headers["Cache-Control"] = assets.KEPT
        return response
