"""Every page and every part of the API, in the order in which they are tried."""

from etude.web.api import assistance, exercises, files, runs
from etude.web.pages import door, home, practise

PAGES = (door.router, home.router, practise.router)
API = (exercises.router, files.router, runs.router, assistance.router)
ROUTERS = (*PAGES, *API)
