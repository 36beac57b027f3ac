"""A browser in which no script runs shows every page, and promises nothing that will not come."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import opened_browser
from browsing import keep
from checkups import batches, fit, model, rich_checkup
from every_route import doors
from playwright.sync_api import Browser, Locator, Page, expect
from sat_exam import begin, put_model
from served import invited, served
from small_exercise import FILE, ID
from starlette.testclient import TestClient
from test_exam_api import pass_it, submit
from test_exam_pages import id_of
from test_seen_pages import show, visit
from walking import walked

from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.seen import Seen
from etude.store.memory import MemoryStore
from etude.web.application import make_application
from etude.web.ground import Ground

pytestmark = pytest.mark.slow

# What stands where something is still being fetched.
PROMISES = re.compile("takes a moment|Looking for")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def instead(page: Page) -> Locator:
    """What stands in place of scripts; Playwright leaves it out of the texts of what is around."""
    return page.locator("noscript > p")


def wrong_with(page: Page) -> list[str]:
    """What a person without scripts would stumble over."""
    idle = page.locator("button:visible, input[type=file]:visible").evaluate_all(
        "all => all.filter(one => !one.closest('form[action]')).map(one => one.outerHTML)"
    )
    promises = page.locator("main p:visible").filter(has_text=PROMISES).all_inner_texts()
    headings = page.locator("main h1:visible").count()
    return [*idle, *promises, *(["no heading"] if headings != 1 else [])]


def test_every_page_can_be_read(
    page: Page,
    ground: Ground,
    exercise: Exercise,
    memory: MemoryStore,
    workspace: Workspace,
) -> None:
    show(ground, exercise, Seen(fits=[fit()], models=[model()], batches=batches()))
    before, after = (keep(memory, workspace, passed=passed) for passed in (False, True))
    visit(ground, rich_checkup())
    compared = f"/attempts/{ID}/compared?before={before}&after={after}"
    routes = [door for door in doors(make_application(ground)) if not door.changes]

    with served(ground) as address:
        page.goto(invited(ground, address))
        start = [f"/practise/{ID}", compared]
        found = {route: wrong_with(page) for route in walked(page, address, start, routes)}

    assert {"/practise/{topic}/{name}", "/history", "/doctor/{visit}", "/exam"} <= set(found)
    assert {route: wrong for route, wrong in found.items() if wrong} == {}


def test_statement_program_hints_and_history_are_there(
    page: Page, ground: Ground, memory: MemoryStore, workspace: Workspace
) -> None:
    (workspace.root / FILE).write_text("x = '</textarea>'\n")
    memory.add_hint("ann", ID, 1, at=ground.now())
    keep(memory, workspace, passed=True)

    with served(ground) as address:
        page.goto(invited(ground, address))
        page.goto(f"{address}/practise/{ID}")

        expect(page.get_by_role("heading", name="Goal")).to_be_visible()
        expect(page.get_by_role("textbox", name="Your program")).to_have_value(
            "x = '</textarea>'\n"
        )
        expect(page.get_by_text("Hint 1 of")).to_be_visible()
        expect(instead(page)).to_contain_text("this page is for reading")
        page.get_by_role("link", name="History").click()
        expect(page.locator("main")).to_contain_text("passed")


def test_exercises_are_found_and_attempts_compared(
    page: Page, ground: Ground, memory: MemoryStore, workspace: Workspace
) -> None:
    for passed in (False, True):
        keep(memory, workspace, passed=passed)

    with served(ground) as address:
        page.goto(invited(ground, address))
        page.goto(f"{address}/exercises")
        page.get_by_label("Search", exact=True).fill("nothing is called like this")
        page.get_by_role("button", name="Search").click()
        expect(page.locator("main")).to_contain_text("No exercise is like that")
        page.goto(f"{address}/attempts/{ID}")
        page.get_by_role("button", name="Compare").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Attempts 1 and 2")


def test_an_exam_can_be_read_from_its_rules_to_its_credential(
    page: Page, candidate: TestClient, exam_ground: Ground
) -> None:
    found: dict[str, list[str]] = {}

    def look(address: str, path: str, text: str, *, command: str = "") -> None:
        page.goto(f"{address}{path}")
        expect(page.locator("main")).to_contain_text(text)
        if command:
            expect(instead(page)).to_contain_text(command)
        found[path] = wrong_with(page)

    with served(exam_ground) as address:
        page.goto(invited(exam_ground, address))
        look(address, "/exam/blueprints/small", "You have 1 h", command="etude exam start small")
        sitting = begin(candidate)
        room = f"/exam/{id_of(sitting)}"
        submit(candidate, sitting, 1, "3")
        look(address, f"{room}/questions/1", "3 of 5", command="etude exam submit 1")
        candidate.post(f"{sitting}/finish")
        look(address, f"{room}/review", "24 of 100: not passed", command="etude exam review")
        appeal = f"{room}/questions/1/appeal"
        look(address, appeal, "It got 3 of 5", command="etude exam appeal 1")
        passed = begin(candidate, seed=6)
        pass_it(candidate, passed)
        candidate.post(f"{passed}/credential", json={})
        look(address, f"/exam/{id_of(passed)}/credential", ".jwt")
        look(address, "/credentials", "a token", command="etude credential verify")
        look(address, "/credentials/revoked", "was ever taken back")

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_a_review_whose_marks_are_being_made_can_be_read(
    page: Page, candidate: TestClient, exam_ground: Ground
) -> None:
    sitting = begin(candidate)
    put_model(candidate, sitting, 1, "5")
    candidate.post(f"{sitting}/finish")

    with served(exam_ground) as address:
        page.goto(invited(exam_ground, address))
        page.goto(f"{address}/exam/{id_of(sitting)}/review")

        assert wrong_with(page) == []


def test_the_first_page_says_how_to_begin(page: Page, ground: Ground, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    nowhere = replace(ground, start=folder)

    with served(nowhere) as address:
        page.goto(invited(nowhere, address))

        expect(instead(page)).to_contain_text("etude start")
        assert wrong_with(page) == []
