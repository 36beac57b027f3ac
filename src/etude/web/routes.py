"""Every page and every part of the API, in the order in which they are tried."""

from etude.web.api import (
    appeals,
    assistance,
    attempts,
    blueprints,
    credentials,
    diagnoses,
    exercises,
    files,
    history,
    questions,
    runs,
    seen,
    sittings,
    skills,
    visits,
    workspace,
)
from etude.web.api import home as home_api
from etude.web.pages import attempts as attempt_pages
from etude.web.pages import credentials as credential_pages
from etude.web.pages import diagnoses as diagnosis_pages
from etude.web.pages import doctor, door, exam, home, practise, room, sat_appeal, sat_review
from etude.web.pages import exercises as exercise_pages
from etude.web.pages import history as history_pages
from etude.web.pages import seen as seen_pages
from etude.web.pages import skills as skill_pages

PAGES = (
    door.router,
    home.router,
    practise.router,
    exercise_pages.router,
    skill_pages.router,
    diagnosis_pages.router,
    history_pages.router,
    seen_pages.router,
    attempt_pages.router,
    doctor.router,
    exam.router,
    room.router,
    sat_review.router,
    sat_appeal.router,
    credential_pages.router,
)
API = (
    workspace.router,
    exercises.router,
    files.router,
    runs.router,
    assistance.router,
    seen.router,
    attempts.router,
    visits.router,
    skills.router,
    diagnoses.router,
    home_api.router,
    history.router,
    blueprints.router,
    sittings.router,
    questions.router,
    appeals.router,
    credentials.router,
)
ROUTERS = (*PAGES, *API)
