"""Every page and every part of the API, in the order in which they are tried."""

from etude.web.api import (
    assistance,
    attempts,
    blueprints,
    credentials,
    exercises,
    files,
    questions,
    runs,
    seen,
    sittings,
    visits,
)
from etude.web.pages import attempts as attempt_pages
from etude.web.pages import credentials as credential_pages
from etude.web.pages import doctor, door, exam, home, practise, room, sat_review
from etude.web.pages import seen as seen_pages

PAGES = (
    door.router,
    home.router,
    practise.router,
    seen_pages.router,
    attempt_pages.router,
    doctor.router,
    exam.router,
    room.router,
    sat_review.router,
    credential_pages.router,
)
API = (
    exercises.router,
    files.router,
    runs.router,
    assistance.router,
    seen.router,
    attempts.router,
    visits.router,
    blueprints.router,
    sittings.router,
    questions.router,
    credentials.router,
)
ROUTERS = (*PAGES, *API)
