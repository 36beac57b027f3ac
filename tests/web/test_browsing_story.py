"""A learner's way through the pages in which one looks for something, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import LOOKS, Look, opened_browser, press
from browsing import OTHER, add_exercise, keep, long_ago
from checkups import rich_checkup
from playwright.sync_api import Browser, BrowserContext, Page, expect
from served import invited, served
from small_exercise import FILE, ID
from test_accessibility import RULES
from web_clients import now

from etude.app.start import start_workspace
from etude.app.visits import Visits
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.checkup import Kind
from etude.domain.finding import Finding
from etude.store.memory import MemoryStore
from etude.web.ground import Ground

pytestmark = pytest.mark.slow

TIMEOUT_MS = 15_000
TITLE = "Pixels between nought and one"
OTHER_TITLE = "Windows of a series"
PATHS = (
    "/",
    "/exercises",
    "/skills",
    "/skills/image-2",
    "/diagnoses?words=pixels",
    "/diagnoses/pixels_not_scaled",
    "/history",
    f"/attempts/{ID}/1",
    "/doctor",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture
def past(collection: Path, workspace: Workspace, memory: MemoryStore, ground: Ground) -> None:
    """A wrong answer and a right one, long ago; an exercise that is new; a visit to the doctor."""
    add_exercise(collection, title=f'"{OTHER_TITLE}"', skills='["series-1"]', kind='"fix"')
    start_workspace(workspace.root, catalog.exercises(), public_data)
    finding = Finding(
        line=1,
        evidence="values between 0 and 255",
        change="divide by 255",
        file=FILE,
        diagnosis="pixels_not_scaled",
        title="The network is fed pixels between 0 and 255.",
    )
    keep(memory, workspace, passed=False, at=long_ago(), finding=finding)
    keep(memory, workspace, passed=True, at=long_ago())
    checkup = rich_checkup()
    visits = Visits(state=ground.places.state)
    with visits.watched(Path(checkup.target), Kind.SCRIPT, now=now()) as watched:
        watched.tell(checkup)


@pytest.fixture
def address(ground: Ground, past: None) -> Iterator[str]:
    with served(ground) as found:
        yield found


def entered(context: BrowserContext, ground: Ground, address: str) -> Page:
    context.set_default_timeout(TIMEOUT_MS)
    page = context.new_page()
    page.goto(invited(ground, address))
    return page


def test_a_way_through_the_pages(browser: Browser, ground: Ground, address: str) -> None:
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page = entered(context, ground, address)
    entries, found = page.locator(".entry"), page.locator("#found")

    # What is due is told first; the skill leads to the exercises.
    expect(page.get_by_role("heading", name="Due today")).to_be_visible()
    page.locator("main").get_by_role("link", name="image-2", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("image-2")
    expect(page.locator(".mastery").first).to_contain_text("due today")

    # A usual mistake is looked up, and another one searched for.
    page.get_by_role("link", name="The network is fed pixels between 0 and 255.").click()
    expect(page.get_by_role("heading", name="Instead")).to_be_visible()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Diagnoses").click()
    page.wait_for_url("**/diagnoses")
    press(page, "/")
    page.keyboard.type("pixels scaled")
    expect(found).to_contain_text("pixels_not_scaled")
    expect(page.locator(".mistake", has_text="accuracy_for_regression")).to_have_count(0)

    # Exercises are found as one types, and the address remembers it.
    page.goto(f"{address}/exercises")
    expect(entries).to_have_count(2)
    press(page, "/")
    page.keyboard.type("windows")
    expect(entries).to_have_count(1)
    expect(entries).to_contain_text(OTHER_TITLE)
    expect(page.get_by_role("status")).to_have_text("1 exercise")
    page.reload()
    expect(entries).to_have_count(1)
    page.locator("#words").fill("")
    page.locator("#standing").select_option("due")
    expect(entries).to_contain_text(TITLE)
    expect(page.locator("#count")).to_have_text("1 exercise")

    # What was done is there, with its report, which leads back to the diagnosis.
    page.goto(f"{address}/history")
    page.get_by_role("link", name=TITLE, exact=True).last.click()
    expect(page.locator(".verdict.failed")).to_contain_text("it works")
    page.get_by_role("link", name="pixels_not_scaled").click()
    expect(page.get_by_role("heading", name="Why it hurts")).to_be_visible()

    # A report of the doctor is opened within the page, and kept as a file.
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Doctor").click()
    page.locator(".visits a").click()
    expect(page.locator("#findings")).to_be_visible()
    with page.expect_download() as kept:
        page.get_by_role("link", name="Keep as a file").click()
    assert kept.value.suggested_filename.endswith(".html")

    # What is due comes as a fresh variant.
    page.goto(f"{address}/")
    press(page, "n")
    expect(page.locator("#editor .cm-content")).to_be_visible()
    assert page.url.endswith(f"/practise/{ID}")
    assert ground.practice().exercises[ID].seed == 1
    assert OTHER in ground.practice().exercises
    context.close()
    assert complaints == []


def test_exercises_and_diagnoses_are_searched_without_scripts(
    browser: Browser, ground: Ground, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = entered(context, ground, address)

    page.goto(f"{address}/exercises")
    page.locator("#words").fill("windows")
    page.locator("#kind").select_option("fix")
    page.get_by_role("button", name="Search").click()

    expect(page.locator(".entry")).to_have_count(1)
    expect(page.locator("#words")).to_have_value("windows")
    context.close()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_page_is_accessible_and_fits(
    browser: Browser, ground: Ground, address: str, look: Look
) -> None:
    context = look.context(browser)
    page = entered(context, ground, address)
    told = {}
    for path in PATHS:
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= look.width, path
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        told |= {
            (path, violation["id"]): [node["html"][:200] for node in violation["nodes"]]
            for violation in found
        }
    context.close()

    assert told == {}
