"""A learner's story in a real browser."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import opened_browser, press
from playwright.sync_api import Browser, BrowserContext, Page, expect
from served import invited, served
from small_exercise import ID, answer, ended
from small_practice import MemoryStore
from web_clients import make_ground

from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.job import Job
from etude.domain.outcome import Fault, Outcome, Reason
from etude.sandbox.cancellation import ended_by
from etude.sandbox.fake import FakeSandbox
from etude.web.ground import Ground

pytestmark = pytest.mark.slow

RIGHT = "    return 'divided by 255.0'\n"
TIMEOUT_MS = 15_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture
def fake() -> FakeSandbox:
    """Takes a program for right that divides."""
    return FakeSandbox(judged_by_its_text)


def judged_by_its_text(job: Job) -> Outcome:
    program = b"".join(job.files.values()).decode()
    return answer(right="divided by 255.0" in program)


@pytest.fixture
def address(ground: Ground) -> Iterator[str]:
    with served(ground) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Fails the test when a page complains, for instance about its security policy."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.set_default_timeout(TIMEOUT_MS)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type == "error" and "status of 409" not in said.text and "ERR_" not in said.text
            else None
        ),
    )
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext, ground: Ground, address: str) -> Page:
    return come_in(context, ground, address)


def come_in(context: BrowserContext, ground: Ground, address: str) -> Page:
    page = context.new_page()
    page.goto(invited(ground, address))
    page.goto(f"{address}/practise")
    expect(editor(page)).to_be_visible(timeout=TIMEOUT_MS)
    return page


def editor(page: Page) -> object:
    return page.locator("#editor .cm-content")


def write(page: Page, text: str) -> None:
    """At the end of the program."""
    page.locator("#editor .cm-content").click()
    press(page, "Control+End")
    page.keyboard.insert_text(text)


def expect_saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text("Saved", timeout=TIMEOUT_MS)


def expect_told(page: Page, text: str) -> None:
    expect(page.locator("#state")).to_contain_text(text, timeout=TIMEOUT_MS)


def test_a_wrong_answer_a_hint_and_a_right_one(page: Page) -> None:
    page.locator("#run").click()
    expect_told(page, "1 of 4 points so far")
    expect(page.locator(".verdict.failed")).to_contain_text("values between 0 and 1")
    expect(page.locator("#report")).to_contain_text("values between 0 and 255")
    expect(page.locator("#editor .cm-lint-marker-error")).to_be_visible()

    page.get_by_role("button", name="A hint").click()
    expect(page.locator("#hints")).to_contain_text("Look at the range.")

    write(page, RIGHT)
    press(page, "Control+Enter")
    expect_told(page, "Passed: all 4 points")
    expect(page.locator("#editor .cm-lint-marker-error")).to_have_count(0)

    page.get_by_role("button", name="Right answers").click()
    expect(page.locator("#answers")).to_contain_text("pixels / 255.0")
    page.get_by_role("button", name="Next exercise").click()
    expect(page.locator("#notice")).to_contain_text("every exercise")


def test_what_is_typed_is_saved_by_itself(
    page: Page, workspace: Workspace, exercise: Exercise
) -> None:
    write(page, "typed = True\n")

    expect_saved(page)

    assert workspace.path(exercise).read_text().endswith("typed = True\n")


def test_a_reload_shows_the_run_again(page: Page) -> None:
    page.locator("#run").click()
    expect_told(page, "1 of 4 points so far")

    page.reload()

    expect_told(page, "1 of 4 points so far")
    expect(page.locator(".verdict")).to_have_count(2)


def test_a_file_saved_in_another_editor_is_taken_over_and_run(
    page: Page, workspace: Workspace, exercise: Exercise
) -> None:
    workspace.path(exercise).write_text("elsewhere = 'divided by 255.0'\n")

    expect(page.locator("#editor .cm-content")).to_contain_text("elsewhere", timeout=TIMEOUT_MS)
    expect_told(page, "Passed: all 4 points")


@pytest.mark.parametrize("choice", ["what is here", "the file"])
def test_edits_in_two_places_are_both_kept_and_one_is_chosen(
    page: Page, workspace: Workspace, exercise: Exercise, choice: str
) -> None:
    page.route("**/file", lambda route: route.abort())
    write(page, "here = True\n")
    expect(page.locator("#saved")).to_contain_text("Not saved.", timeout=TIMEOUT_MS)
    workspace.path(exercise).write_text("elsewhere = True\n")
    page.unroute("**/file")

    expect(page.locator("#conflict-theirs mark")).to_have_text("elsewhere = True\n")
    page.get_by_role("button", name=f"Go on with {choice}").click(timeout=TIMEOUT_MS)

    chosen = "here" if choice == "what is here" else "elsewhere"
    expect(page.locator("#editor .cm-content")).to_contain_text(f"{chosen} = True")
    expect(page.locator("#saved")).to_contain_text("Saved" if chosen == "here" else "Taken over")
    assert workspace.path(exercise).read_text().endswith(f"{chosen} = True\n")
    backups = workspace.root / ".etude/backups" / exercise.id
    kept = "".join(path.read_text() for path in backups.glob("*.py"))
    assert "here = True" in kept


def test_two_tabs_show_the_same_program_and_the_same_run(
    page: Page, context: BrowserContext
) -> None:
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator("#editor .cm-content")).to_be_visible()

    write(page, RIGHT)
    page.locator("#run").click()

    expect(other.locator("#editor .cm-content")).to_contain_text("divided", timeout=TIMEOUT_MS)
    expect_told(other, "Passed: all 4 points")
    expect_told(page, "Passed: all 4 points")


def test_a_restart_of_the_server_loses_nothing(
    context: BrowserContext, ground: Ground, workspace: Workspace, exercise: Exercise
) -> None:
    with served(ground) as address:
        page = come_in(context, ground, address)
        port = int(address.rpartition(":")[2])
    write(page, "meanwhile = 'divided by 255.0'\n")
    expect(page.locator("#saved")).to_contain_text("Not saved.", timeout=TIMEOUT_MS)

    with served(ground, port=port):
        expect(page.locator("#saved")).to_have_text("Saved", timeout=TIMEOUT_MS)
        page.locator("#run").click()
        expect_told(page, "Passed: all 4 points")

    assert "meanwhile" in workspace.path(exercise).read_text()


def test_what_was_typed_while_the_server_was_away_survives_a_closed_tab(
    context: BrowserContext, ground: Ground, workspace: Workspace, exercise: Exercise
) -> None:
    with served(ground) as address:
        page = come_in(context, ground, address)
        url, port = page.url, int(address.rpartition(":")[2])
    write(page, "alone = True\n")
    expect(page.locator("#saved")).to_contain_text("Not saved.", timeout=TIMEOUT_MS)
    page.close()

    with served(ground, port=port):
        again = context.new_page()
        again.goto(url)

        expect(again.locator("#editor .cm-content")).to_contain_text("alone = True")
        expect_saved(again)
        assert again.evaluate("Object.keys(localStorage).length") == 0
    assert workspace.path(exercise).read_text().endswith("alone = True\n")


def test_what_was_typed_is_not_taken_for_the_file_of_another_workspace(
    context: BrowserContext, ground: Ground, tmp_path: Path, fake: FakeSandbox
) -> None:
    with served(ground) as address:
        page = come_in(context, ground, address)
        url, port = page.url, int(address.rpartition(":")[2])
    write(page, "alone = True\n")
    expect(page.locator("#saved")).to_contain_text("Not saved.", timeout=TIMEOUT_MS)
    page.close()
    (tmp_path / "other").mkdir()
    other = make_ground(tmp_path / "other", fake, MemoryStore())

    with served(other, port=port) as address:
        again = context.new_page()
        again.goto(invited(other, address))
        again.get_by_role("button", name="Make the workspace").click()
        expect(again.locator("#editor .cm-content")).to_be_visible()

        assert again.url == url
        expect(again.locator("#editor .cm-content")).not_to_contain_text("alone = True")


def test_starting_over_keeps_the_file(page: Page, workspace: Workspace, exercise: Exercise) -> None:
    write(page, "mine = True\n")
    expect_saved(page)

    page.get_by_role("button", name="Start over").click()
    page.locator("#start-over").get_by_role("button", name="Start over").click()

    expect(page.locator("#saved")).to_contain_text("Your file is kept")
    expect(page.locator("#editor .cm-content")).not_to_contain_text("mine = True")
    assert "mine" not in workspace.path(exercise).read_text()


def test_names_of_the_file_are_completed(page: Page) -> None:
    write(page, "a_long_name = 1\n")
    page.keyboard.type("a_lo")

    expect(page.locator("#editor .cm-tooltip-autocomplete")).to_contain_text("a_long_name")


def test_a_remark_leads_to_its_line(page: Page) -> None:
    page.locator("#run").click()

    page.get_by_role("button", name="scaled_pixels.py:6").click()

    expect(page.locator("#editor .cm-activeLine")).to_contain_text("return None")


def test_everything_is_within_reach_of_the_keyboard(page: Page) -> None:
    page.locator("h1").click()

    press(page, "?")
    expect(page.locator("#shortcuts")).to_be_visible()
    press(page, "Escape")
    press(page, "h")
    expect(page.locator("#hints")).to_contain_text("Hint 1 of 3")
    press(page, "e")
    page.keyboard.type("# ?he")

    expect(page.locator("#editor .cm-content")).to_contain_text("# ?he")
    expect(page.locator("#shortcuts")).not_to_be_visible()


def test_single_keys_can_be_switched_off(page: Page) -> None:
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_label("Single keys are shortcuts").uncheck()
    press(page, "Escape")

    for key in ("h", "e", "?"):
        press(page, key)
    page.reload()
    expect(page.locator("#editor .cm-content")).to_be_visible()
    press(page, "?")

    expect(page.locator("#shortcuts")).not_to_be_visible()
    expect(page.locator("#editor .cm-content")).not_to_be_focused()
    expect(page.locator("#hints details")).to_have_count(0)
    page.get_by_role("button", name="Keyboard shortcuts").click()
    expect(page.get_by_label("Single keys are shortcuts")).not_to_be_checked()


def test_a_hint_asked_for_by_its_key_is_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 300})
    page.locator("h1").click()

    press(page, "h")

    expect(page.locator("#hints")).to_contain_text("Look at the range.")
    expect(page.locator("#hints details")).to_be_in_viewport(ratio=1)


def test_a_pass_answers_whether_to_see_an_answer_before(page: Page) -> None:
    page.get_by_role("button", name="Right answers").click()
    expect(page.locator("#answers")).to_contain_text("You have not passed")

    write(page, RIGHT)
    press(page, "Control+Enter")
    expect_told(page, "Passed: all 4 points")

    expect(page.locator("#answers")).to_be_empty()


def test_what_comes_of_a_run_that_was_asked_for_is_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 380, "height": 700})
    page.locator("#run").scroll_into_view_if_needed()

    page.locator("#run").click()
    expect_told(page, "1 of 4 points so far")

    expect(page.locator("#state")).to_be_in_viewport()


def test_a_narrow_window_has_a_way_to_the_program(page: Page) -> None:
    page.set_viewport_size({"width": 380, "height": 700})

    page.get_by_role("link", name="To your program").click()

    expect(page.locator("#run")).to_be_in_viewport()


def test_the_keyboard_stays_at_the_hints(page: Page) -> None:
    hint = page.locator("#hints button")
    hint.focus()

    press(page, "Enter")
    expect(page.locator("#hints")).to_contain_text("Hint 1 of")
    expect(hint).to_be_focused()
    press(page, "Enter")

    expect(page.locator("#hints")).to_contain_text("Hint 2 of")


def test_the_colours_that_are_chosen_stay(page: Page) -> None:
    page.locator("[data-theme-switch]").click()
    page.reload()

    assert page.locator("html").get_attribute("data-theme") == "dark"


@pytest.mark.parametrize("width", [380, 960, 2000])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#run").click()
    expect_told(page, "1 of 4 points so far")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_workspace_one_is_made_from_the_first_page(
    context: BrowserContext, tmp_path: Path, collection: Path, fake: FakeSandbox
) -> None:
    (tmp_path / "empty").mkdir()
    ground = make_ground(tmp_path / "empty", fake, MemoryStore())
    with served(ground) as address:
        page = context.new_page()
        page.goto(invited(ground, address))

        page.get_by_role("button", name="Make the workspace").click()

        expect(page.locator("#editor .cm-content")).to_be_visible(timeout=TIMEOUT_MS)
    assert (tmp_path / "empty/etude-practice" / f"{ID}/scaled_pixels.py").is_file()


def test_a_run_that_takes_long_can_be_stopped(
    context: BrowserContext, workspace: Workspace
) -> None:
    class Endless(FakeSandbox):
        def run(self, job, *, on_frame=None, cancellation=None):  # type: ignore[no-untyped-def]
            stopped = threading.Event()
            with ended_by(cancellation, stopped.set):
                assert stopped.wait(TIMEOUT_MS / 1000)
            return ended(Fault.LEARNER, Reason.CANCELLED)

    ground = make_ground(workspace.root, Endless(answer()), MemoryStore())
    with served(ground) as address:
        page = come_in(context, ground, address)
        page.locator("#run").click()

        page.get_by_role("button", name="Stop").click()

        expect_told(page, "given up")
        expect(page.get_by_role("button", name="Stop")).not_to_be_visible()


def test_epochs_are_shown_while_the_program_trains(
    context: BrowserContext, workspace: Workspace
) -> None:
    shown = threading.Event()
    epoch = {"kind": "epoch", "fit": 0, "epoch": 0, "logs": {"loss": 0.25}}
    whole = answer()

    def frames() -> Iterator[dict[str, object]]:
        yield epoch
        assert shown.wait(TIMEOUT_MS / 1000)
        yield from whole.frames

    class Training(FakeSandbox):
        def run(self, job, *, on_frame=None, cancellation=None):  # type: ignore[no-untyped-def]
            for frame in frames():
                on_frame(frame)
            return whole

    ground = make_ground(workspace.root, Training(whole), MemoryStore())
    with served(ground) as address:
        page = come_in(context, ground, address)
        page.locator("#run").click()

        expect(page.locator("#epochs")).to_contain_text("epoch 1: loss 0.25", timeout=TIMEOUT_MS)
        shown.set()
        expect_told(page, "Passed: all 4 points")
