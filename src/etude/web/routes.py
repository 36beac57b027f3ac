"""Every page and every part of the API, in the order in which they are tried."""

from etude.web.pages import door, home

ROUTERS = (door.router, home.router)
