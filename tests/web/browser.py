"""A real browser, where the machine has one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# The second frame begins after the first one was drawn.
_PAINTED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"""


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
