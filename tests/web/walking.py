"""Walks through the pages as links lead, in a browser."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from every_route import Door
from playwright.sync_api import Page

MOST_PAGES = 60


def walked(page: Page, address: str, begin: list[str], routes: list[Door]) -> Iterator[str]:
    """Each route that links lead to, one address for each, while its page is open."""
    waiting, known = list(begin), set[str]()
    while waiting and len(known) < MOST_PAGES:
        path = waiting.pop(0)
        route = next((one.template for one in routes if one.leads_to(urlsplit(path).path)), path)
        if route in known or route.startswith(("/api", "/static")):
            continue
        known.add(route)
        answer = page.goto(f"{address}{path}")
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield route
        links = page.locator("a[href^='/']:not([download])").evaluate_all(
            "all => all.map(one => one.href)"
        )
        parts = [urlsplit(link) for link in [page.url, *links]]
        waiting += [f"{one.path}?{one.query}" if one.query else one.path for one in parts]
