"""WCAG 2.2 AA, as far as axe can tell."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import opened_browser
from playwright.sync_api import Browser, expect
from served import invited, served

from etude.web.ground import Ground

pytestmark = pytest.mark.slow

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.mark.parametrize("width", [380, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_practising_is_accessible(
    browser: Browser, ground: Ground, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is put into the page
    )
    with served(ground) as address:
        page = context.new_page()
        page.goto(invited(ground, address))
        page.goto(f"{address}/practise")
        page.locator("#run").click()
        expect(page.locator("#state")).to_contain_text("points", timeout=15_000)
        page.get_by_role("button", name="A hint").click()
        expect(page.locator("#hints")).to_contain_text("Hint 1")

        found = Axe().run(page, options={"runOnly": RULES})

        told = [
            (violation["id"], [node["html"][:200] for node in violation["nodes"]])
            for violation in found.response["violations"]
        ]
        assert told == []
        context.close()
