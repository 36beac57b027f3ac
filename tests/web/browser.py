"""A real browser, where the machine has one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# The second frame begins after the first one was drawn.
_PAINTED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How pages are looked at; ``width`` in pixels."""

    scheme: Literal["light", "dark"]
    width: int

    def __str__(self) -> str:
        return f"{self.scheme}-{self.width}"

    def context(self, browser: Browser) -> BrowserContext:
        """Anything may be put into its pages, such as axe."""
        return browser.new_context(
            color_scheme=self.scheme,
            viewport={"width": self.width, "height": 900},
            bypass_csp=True,
            reduced_motion="reduce",
        )


#: Colours depend on the one, layout on the other: each of both is looked at.
LOOKS = (Look(scheme="light", width=380), Look(scheme="dark", width=2000))


def chromium() -> str:
    """The path of the machine's Chromium; without one, the test is skipped."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt-get install chromium)")
    return found


@contextmanager
def opened_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Continuous integration runs as root, for whom Chromium has no sandbox of its own.
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def press(page: Page, key: str) -> None:
    """A key, once the page was painted: Chromium drops what is pressed before."""
    page.evaluate(_PAINTED)
    page.keyboard.press(key)
