"""A run is seen in a real browser while it trains."""

import queue
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import nan
from typing import Any

import pytest
from browser import opened_browser, press
from checkups import confusion, fit
from playwright.sync_api import Browser, Page, expect
from served import invited, served
from small_exercise import ID, answer
from test_seen_pages import show

from etude.domain.exercise import Exercise
from etude.domain.job import Job
from etude.domain.outcome import Outcome
from etude.domain.seen import Seen
from etude.sandbox.cancellation import Cancellation
from etude.sandbox.fake import FakeSandbox
from etude.sandbox.port import OnFrame
from etude.web.ground import Ground

pytestmark = pytest.mark.slow

MODEL = {"key": "1", "kind": "sequential", "name": "<b>net</b>"}
FIT: Mapping[str, Any] = {
    "kind": "fit", "index": 0, "line": 3, "model": MODEL, "arguments": {"epochs": 50},
    "train": {"role": "fit", "kind": "arrays"},
}  # fmt: skip
TIMEOUT_MS = 15_000
# A point may be so far behind the training; the rest is for this machine's other work.
BEHIND_SECONDS = 0.5
SLACK = 8


class Training(FakeSandbox):
    """Trains for as long as it is given epochs."""

    def __init__(self) -> None:
        super().__init__(answer())
        self.frames: queue.Queue[Mapping[str, Any] | None] = queue.Queue()

    def run(
        self,
        job: Job,
        *,
        on_frame: OnFrame | None = None,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        heard = []
        while (frame := self.frames.get()) is not None:
            heard.append(frame)
            if on_frame is not None:
                on_frame(frame)
        outcome = super().run(job, cancellation=cancellation)
        return replace(outcome, frames=[*heard, *outcome.frames])

    def epoch(self, number: int) -> None:
        logs = {"loss": 1.0 / (number + 1), "val_loss": 1.2 / (number + 1)}
        self.frames.put({"kind": "epoch", "fit": 0, "epoch": number, "logs": logs, "seconds": 1.0})


# Where the last point lies when it has no place on the axis; grid lines are not in this colour.
TOP_RIGHT_IS_PAINTED = """() => {
  const canvas = document.querySelector(".drawn canvas");
  const side = 40 * devicePixelRatio;
  const { data } = canvas.getContext("2d").getImageData(canvas.width - side, 0, side, side);
  const blue = (i) => data[i + 3] > 128 && data[i + 2] > data[i] + 60;
  return Array.from({ length: data.length / 4 }, (_, i) => 4 * i).some(blue);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture
def fake() -> Training:
    return Training()


@pytest.fixture
def page(browser: Browser, ground: Ground) -> Iterator[Page]:
    """Has come in; a complaint of the browser, such as of the policy, fails the test."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(TIMEOUT_MS)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    with served(ground) as address:
        page = context.new_page()
        page.on(
            "console", lambda said: complaints.append(said.text) if said.type == "error" else None
        )
        page.goto(invited(ground, address))
        page.goto(f"{address}/practise/{ID}/seen")
        yield page
        context.close()
    assert complaints == []


def last_point(page: Page) -> str:
    """The epoch that the legend of the first curve tells while nothing is pointed at."""
    return page.locator(".u-legend .u-value").first.inner_text()


def test_a_curve_grows_while_the_program_trains(
    page: Page, ground: Ground, exercise: Exercise, fake: Training
) -> None:
    ground.desk.start(ground.practice(), exercise)
    fake.frames.put(FIT)
    for number in range(2):
        fake.epoch(number)
    expect(page.locator(".drawn canvas").first).to_be_visible()
    expect(page.locator("#live")).to_contain_text("Running")
    expect(page.get_by_role("heading", name="<b>net</b>")).to_be_visible()

    behind = []
    for number in range(2, 7):
        told = time.monotonic()
        fake.epoch(number)
        while last_point(page) != str(number + 1):
            assert time.monotonic() - told < TIMEOUT_MS / 1000
            page.wait_for_timeout(10)
        behind.append(time.monotonic() - told)

    fake.frames.put(None)
    expect(page.locator("#live")).to_contain_text("The run has ended.")
    expect(page.locator("#trainings")).to_contain_text("7 of 50 epochs")
    assert sorted(behind)[len(behind) // 2] < SLACK * BEHIND_SECONDS, behind


def test_words_and_numbers_keep_up_with_the_curve(
    page: Page, ground: Ground, exercise: Exercise, fake: Training
) -> None:
    ground.desk.start(ground.practice(), exercise)
    fake.frames.put(FIT)
    for number in range(2):
        fake.epoch(number)
    expect(page.locator("#trainings")).to_contain_text("2 of 50 epochs")
    summary = page.locator("#trainings .numbers summary")
    summary.click()

    for number in range(2, 7):
        fake.epoch(number)

    expect(page.locator("#trainings")).to_contain_text("7 of 50 epochs")
    expect(page.locator("#trainings .numbers tbody tr")).to_have_count(7)
    expect(summary).to_be_focused()
    fake.frames.put(None)


def test_a_loss_that_is_no_number_is_told_and_marked(
    page: Page, ground: Ground, exercise: Exercise
) -> None:
    show(ground, exercise, Seen(fits=[fit(epochs=[{"loss": 1.0}, {"loss": nan}])]))
    marked = []
    for broken in (True, False):
        if not broken:
            show(ground, exercise, Seen(fits=[fit(epochs=[{"loss": 1.0}, {"loss": 1.0}])]))
        page.reload()
        expect(page.locator(".drawn canvas").first).to_be_visible()
        expect(page.locator(".u-legend .u-value").nth(1)).to_have_text("nan" if broken else "1")
        marked.append(page.evaluate(TOP_RIGHT_IS_PAINTED))

    assert marked == [True, False]


def test_a_page_that_is_loaded_again_shows_all_epochs(
    page: Page, ground: Ground, exercise: Exercise, fake: Training
) -> None:
    ground.desk.start(ground.practice(), exercise)
    fake.frames.put(FIT)
    for number in range(4):
        fake.epoch(number)
    expect(page.locator(".drawn canvas").first).to_be_visible()

    page.reload()

    expect(page.locator(".u-legend .u-value").first).to_have_text("4")
    fake.frames.put(None)


def test_the_drawing_follows_the_theme_and_the_width(
    page: Page, ground: Ground, exercise: Exercise
) -> None:
    show(ground, exercise, Seen(fits=[fit()]))
    page.reload()
    expect(page.locator(".drawn canvas").first).to_be_visible()

    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 380, "height": 800})

    expect(page.locator(".drawn canvas").first).to_be_visible()
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(width) <= 0
    assert page.locator(".drawn").count() == 3


def test_a_cell_leads_to_its_pictures_by_keyboard(
    page: Page, ground: Ground, exercise: Exercise
) -> None:
    show(ground, exercise, Seen(fits=[fit()], confusion=confusion()))
    page.reload()

    page.get_by_role("link", name="24, to the pictures").focus()
    press(page, "Enter")

    assert page.evaluate("location.hash") == "#mistaken-validation-2-4"
    expect(page.locator(".group:target")).to_be_in_viewport()
