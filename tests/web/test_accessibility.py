"""WCAG 2.2 AA, as far as axe can tell, on every page that links lead to."""

from collections.abc import Iterator, Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import LOOKS, opened_browser
from checkups import batches, confusion, fit, model, profile, rich_checkup
from every_route import doors
from playwright.sync_api import Browser, BrowserContext, Page, expect
from served import invited, served
from small_exercise import ID
from test_seen_pages import keep, show, visit
from walking import walked
from web_clients import make_ground

from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.seen import Forecast, Seen, WeighedText, Word, WordWeights
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.application import make_application
from etude.web.ground import Ground

pytestmark = pytest.mark.slow

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Complaints = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture(params=LOOKS, ids=str)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = request.param.context(browser)
    context.set_default_timeout(15_000)
    yield context
    context.close()


def complaints(page: Page) -> Complaints:
    """What axe finds: rule -> the elements."""
    page.wait_for_timeout(200)  # scripts and charts
    found = Axe().run(page, options={"runOnly": RULES})
    return {
        one["id"]: [node["html"][:200] for node in one["nodes"]]
        for one in found.response["violations"]
    }


def test_every_page_is_accessible(
    context: BrowserContext,
    ground: Ground,
    exercise: Exercise,
    memory: MemoryStore,
    workspace: Workspace,
) -> None:
    """From the first page on all links are followed, one address for each route."""
    weighed = WeighedText(
        label="good",
        decided="bad",
        sure=0.75,
        words=[Word(text="dull", weight=0.4), Word(text="but", weight=-0.2)],
    )
    seen = Seen(
        fits=[fit()],
        models=[model()],
        batches=batches(),
        confusion=confusion(),
        forecast=Forecast(role="fit", truth=[1.0, 2.0, 3.0], answers=[1.0, 2.5, 2.0], in_time=True),
        words=WordWeights(role="validation", texts=[weighed]),
        profile=profile(),
    )
    show(ground, exercise, seen)
    before, after = (keep(memory, workspace, text=f"x = {n}\n", seen=seen) for n in range(2))
    visit(ground, rich_checkup())
    compared = f"/attempts/{ID}/compared?before={before}&after={after}"
    routes = [door for door in doors(make_application(ground)) if not door.changes]

    with served(ground) as address:
        page = context.new_page()
        page.goto(invited(ground, address))
        begin = ["/practise", compared]
        found = {route: complaints(page) for route in walked(page, address, begin, routes)}

    assert {
        "/practise/{topic}/{name}",
        "/practise/{topic}/{name}/seen",
        "/attempts/{topic}/{name}",
        "/attempts/{topic}/{name}/{number}",
        "/attempts/{topic}/{name}/compared",
        "/doctor",
        "/doctor/{visit}",
    } <= set(found)
    assert {route: wrong for route, wrong in found.items() if wrong} == {}


def test_practising_is_accessible_at_every_step(context: BrowserContext, ground: Ground) -> None:
    with served(ground) as address:
        page = context.new_page()
        page.goto(invited(ground, address))
        page.goto(f"{address}/practise")
        page.locator("#run").click()
        expect(page.locator("#state")).to_contain_text("points")
        page.get_by_role("button", name="A hint").click()
        expect(page.locator("#hints")).to_contain_text("Hint 1")
        page.get_by_role("button", name="Right answers").click()
        expect(page.locator("#answers")).to_contain_text("pixels / 255.0")
        found = {"judged": complaints(page)}
        for name in ("shortcuts", "start-over", "conflict"):
            page.locator(f"#{name}").evaluate("one => one.showModal()")
            found[name] = complaints(page)
            page.locator(f"#{name}").evaluate("one => { one.returnValue = 'mine'; one.close() }")

    assert {step: wrong for step, wrong in found.items() if wrong} == {}


def test_pages_that_lead_on_are_accessible(
    context: BrowserContext,
    ground: Ground,
    workspace: Workspace,
    fake: FakeSandbox,
    memory: MemoryStore,
) -> None:
    elsewhere = make_ground(workspace.root.parent, fake, memory)
    with served(elsewhere) as address:
        page = context.new_page()
        page.goto(f"{address}/")
        found = {"the way in": complaints(page)}
        page.goto(invited(elsewhere, address))
        expect(page.get_by_role("button", name="Make the workspace")).to_be_visible()
        found["begin"] = complaints(page)
        page.goto(f"{address}/nowhere")
        expect(page.locator("main")).to_contain_text("nothing at this address")
        found["nowhere"] = complaints(page)

    assert {name: wrong for name, wrong in found.items() if wrong} == {}
