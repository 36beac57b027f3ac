"""An exam in a real browser: reloads, two tabs, no connection, another server, time-up."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import LOOKS, Look, opened_browser, press
from moved_clocks import Clocks
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sat_exam import another_server
from served import invited, served
from test_accessibility import RULES

from etude.app.credentials import check_content, open_issuer
from etude.domain.sitting import Sitting
from etude.store.memory import MemoryStore
from etude.web.ground import Ground

pytestmark = pytest.mark.slow

TIMEOUT_MS = 20_000
Serve = Callable[[Ground], None]


class Server:
    """One at a time, always at the same address."""

    def __init__(self) -> None:
        self.port = 0
        self.address = ""
        self._running = ExitStack()

    def start(self, ground: Ground) -> None:
        self._running.callback(ground.attendance.leave)
        self.address = self._running.enter_context(served(ground, port=self.port))
        self.port = int(self.address.rpartition(":")[2])

    def stop(self) -> None:
        self._running.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture
def server(exam_ground: Ground) -> Iterator[Server]:
    made = Server()
    made.start(exam_ground)
    yield made
    made.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Fails the test when a page complains, for instance about its security policy."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.set_default_timeout(TIMEOUT_MS)
    expect.set_options(timeout=TIMEOUT_MS)
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
def page(context: BrowserContext, exam_ground: Ground, server: Server) -> Page:
    """In the room, at the first question, after the rules."""
    page = context.new_page()
    page.goto(invited(exam_ground, server.address))
    page.goto(f"{server.address}/exam/blueprints/small")
    expect(page.locator("#checklist")).to_contain_text("Speed")
    page.get_by_label("The clock may be paused").check()
    page.get_by_role("button", name="Start the clock").click()
    expect_ready(page)
    return page


def expect_ready(page: Page) -> None:
    expect(page.locator("#editor .cm-content")).to_be_visible()


def write(page: Page, text: str) -> None:
    """In place of the program.

    It is deleted first: over a selection Chromium itself inserts text with a style, which the
    policy refuses and the editor does not need.
    """
    page.locator("#editor .cm-content").click()
    press(page, "Control+a")
    press(page, "Delete")
    page.keyboard.insert_text(text)


def expect_saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text("Saved")


def program(ground: Ground, number: int = 1) -> Path:
    (found,) = Path(the_sitting(ground).workspace).glob(f"{number}_*/*.py")
    return found


def the_sitting(ground: Ground) -> Sitting:
    (found,) = ground.exam().store.sittings("ann")
    return found


def dismiss(page: Page) -> None:
    page.on("dialog", lambda dialog: dialog.accept())


def test_an_exam_is_sat_and_passed(page: Page, exam_ground: Ground) -> None:
    for number in (1, 2, 3):
        page.locator(f'#paper a[data-key="{number}"]').click()
        expect(page.locator(".task")).to_contain_text(f"Question {number} of 3")
        expect_ready(page)
        write(page, "# writes 5\n")
        expect_saved(page)
        page.locator("#run").click()
        expect(page.locator("#state")).to_have_text("It wrote model.keras.")
        page.locator("#submit").click()
        expect(page.locator("#submissions")).to_contain_text("5 of 5")
    expect(page.locator("#paper .total")).to_contain_text("100 of 100")

    page.locator("#finish").click()
    page.locator("#finish-asked").get_by_role("button", name="Finish").click()
    expect(page.locator(".reached")).to_contain_text("100 of 100: passed")
    expect(page.get_by_role("link", name="The whole report")).to_be_visible()

    page.get_by_role("link", name="The credential").click()
    page.get_by_label("Your name").fill("Ann Example")
    page.get_by_role("button", name="Sign the credential").click()
    expect(page.get_by_role("img", name="The badge")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name=".png").click()
    file = download.value.path()
    page.goto(page.url.partition("/exam/")[0] + "/credentials")
    page.locator("#file").set_input_files(
        {"name": "badge.png", "mimeType": "image/png", "buffer": Path(file).read_bytes()}
    )
    expect(page.locator("#verified")).to_contain_text("Genuine")
    expect(page.locator("#verified")).to_contain_text("Ann Example")


def test_a_file_that_is_not_as_agreed_is_told_at_once(page: Page, exam_ground: Ground) -> None:
    (program(exam_ground).parent / "model.keras").write_text("broken")

    page.locator("#submit").click()

    expect(page.locator("#submissions")).to_contain_text("float32 (n, 7)")
    expect(page.locator("#submissions")).to_contain_text("0 of 5")


def test_a_file_older_than_its_program_is_told_to_be(page: Page, exam_ground: Ground) -> None:
    (program(exam_ground).parent / "model.keras").write_text("3")
    expect_ready(page)
    write(page, "# writes 5\n")
    expect_saved(page)

    page.locator("#submit").click()

    expect(page.locator("#submissions")).to_contain_text("3 of 5")
    expect(page.locator("#handed")).to_contain_text("run it and submit again")


def test_why_nothing_was_handed_in_stays_in_sight(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etude.web.following_sitting._CLOCK_SECONDS", 0.0)
    page.locator("#submit").click()
    expect(page.locator("#handed")).not_to_be_empty()
    told = page.locator("#handed").inner_text()

    with page.expect_response("**/submissions"):
        page.locator("#submit").click()
    page.wait_for_timeout(2500)  # the server tells how the sitting stands, twice

    expect(page.locator("#handed")).to_have_text(told)


def test_a_mark_is_appealed_against_from_the_review(page: Page, exam_ground: Ground) -> None:
    (program(exam_ground).parent / "model.keras").write_text("3")
    page.locator("#submit").click()
    expect(page.locator("#submissions")).to_contain_text("3 of 5")
    page.locator("#finish").click()
    page.locator("#finish-asked").get_by_role("button", name="Finish").click()

    page.get_by_role("link", name="Appeal against it").click()
    page.get_by_label("Why is the mark wrong?").fill("   ")
    page.get_by_role("button", name="Make the appeal").click()
    expect(page.locator("#appeal-told")).to_contain_text("Write it into the field.")
    page.get_by_label("Why is the mark wrong?").fill("The plot shows it.")
    page.get_by_role("button", name="Make the appeal").click()

    expect(page.locator(".appeals")).to_contain_text("The plot shows it.")
    with page.expect_download() as download:
        page.get_by_role("link", name="The file of appeal 1").click()
    assert download.value.suggested_filename == "appeal_1_1.zip"


def test_a_list_of_revoked_credentials_is_asked_when_it_is_handed_over(
    page: Page, exam_ground: Ground, server: Server
) -> None:
    for number in (1, 2, 3):
        (program(exam_ground, number).parent / "model.keras").write_text("5")
    page.locator("#finish").click()
    page.locator("#finish-asked").get_by_role("button", name="Finish").click()
    page.get_by_role("link", name="The credential").click()
    page.get_by_role("button", name="Sign the credential").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=".jwt").click()
    token = Path(download.value.path()).read_bytes()
    issuer = open_issuer(exam_ground.places)
    claims = check_content(token, "it", issuer=issuer, now=exam_ground.now()).claims
    issuer.revoke(claims.id, now=exam_ground.now())
    revoked = issuer.status_file.read_bytes()
    issuer.status_file.unlink()  # as on the machine of somebody else

    page.goto(f"{server.address}/credentials")
    page.get_by_label("The credential").set_input_files(
        {"name": "a.jwt", "mimeType": "text/plain", "buffer": token}
    )
    expect(page.locator("#verified")).to_contain_text("Genuine")
    page.get_by_label("list of revoked credentials").set_input_files(
        {"name": "status.jwt", "mimeType": "text/plain", "buffer": revoked}
    )

    expect(page.locator("#verified")).to_contain_text("Revoked: its issuer has taken it back.")
    page.goto(f"{server.address}/credentials/revoked")
    expect(page.locator("main")).to_contain_text(claims.id)


def test_a_reload_keeps_the_clock_the_text_and_the_run(page: Page, clocks: Clocks) -> None:
    write(page, "# writes 3\n")
    expect_saved(page)
    page.locator("#run").click()
    expect(page.locator("#state")).to_have_text("It wrote model.keras.")
    clocks.pass_minutes(10)

    page.reload()

    expect(page.locator("#state")).to_have_text("It wrote model.keras.")
    expect(page.locator("#editor .cm-content")).to_contain_text("# writes 3")
    expect(page.locator("#clock")).to_have_text("0:49:59", timeout=10_000)


def test_two_tabs_are_in_step(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    other.goto(page.url)
    expect_ready(other)
    page.bring_to_front()

    write(page, "# writes 4\n")
    expect_saved(page)
    page.locator("#run").click()
    expect(page.locator("#state")).to_have_text("It wrote model.keras.")
    page.locator("#submit").click()
    expect(page.locator("#submissions")).to_contain_text("4 of 5")

    expect(other.locator("#editor .cm-content")).to_contain_text("# writes 4")
    expect(other.locator("#submissions")).to_contain_text("4 of 5")
    expect(other.locator("#paper")).to_contain_text("4/5")


def test_without_a_connection_nothing_typed_is_lost(
    page: Page, context: BrowserContext, exam_ground: Ground
) -> None:
    dismiss(page)
    context.set_offline(True)
    write(page, "typed = 'offline'\n")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    expect(page.locator("#connection")).to_contain_text("Not connected")

    context.set_offline(False)

    expect_saved(page)
    expect(page.locator("#connection")).to_be_empty()
    assert program(exam_ground).read_text() == "typed = 'offline'\n"


def test_a_machine_that_loses_its_network_stays_connected_with_itself(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('offline'))")

    expect(page.locator("#connection")).to_be_empty()


def test_what_was_typed_while_the_server_was_away_survives_a_closed_tab(
    page: Page, context: BrowserContext, exam_ground: Ground, server: Server, clocks: Clocks,
    kept: MemoryStore,
) -> None:  # fmt: skip
    url = page.url
    server.stop()
    write(page, "typed = 'alone'\n")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    page.close()

    server.start(another_server(exam_ground.start, clocks, kept))
    again = context.new_page()
    again.goto(url)

    expect(again.locator("#editor .cm-content")).to_contain_text("typed = 'alone'")
    expect_saved(again)
    assert program(exam_ground).read_text() == "typed = 'alone'\n"
    assert again.evaluate("Object.keys(localStorage).length") == 0


def test_a_page_goes_on_when_another_server_answers(
    page: Page, exam_ground: Ground, server: Server, clocks: Clocks, kept: MemoryStore
) -> None:
    server.stop()
    expect(page.locator("#connection")).to_contain_text("Not connected")
    write(page, "# writes 2\n")

    server.start(another_server(exam_ground.start, clocks, kept))

    expect(page.locator("#connection")).to_be_empty()
    expect_saved(page)
    page.locator("#run").click()
    expect(page.locator("#state")).to_have_text("It wrote model.keras.")
    page.locator("#submit").click()
    expect(page.locator("#submissions")).to_contain_text("2 of 5")


def test_a_file_saved_in_another_editor_is_taken_over_and_kept(
    page: Page, exam_ground: Ground
) -> None:
    program(exam_ground).write_text("other = 'editor'\n")

    expect(page.locator("#editor .cm-content")).to_contain_text("other = 'editor'")
    page.wait_for_function(
        "async (api) => (await (await fetch(api)).json()).questions[0].saves === 1",
        arg=f"/api/sittings/{the_sitting(exam_ground).id}",
    )


def test_the_page_warns_before_time_is_up(page: Page, clocks: Clocks) -> None:
    clocks.pass_minutes(46)
    expect(page.locator("#alarm")).to_contain_text("15 minutes are left")

    clocks.pass_minutes(10)
    expect(page.locator("#alarm")).to_contain_text("5 minutes are left")


def test_time_up_hands_in_and_leads_to_the_review(
    page: Page, exam_ground: Ground, clocks: Clocks
) -> None:
    (program(exam_ground).parent / "model.keras").write_text("5")
    page.wait_for_function(
        "async (api) => (await (await fetch(api)).json()).questions[0].saves === 1",
        arg=f"/api/sittings/{the_sitting(exam_ground).id}",
    )

    clocks.pass_minutes(61)

    expect(page.locator(".reached")).to_contain_text("40 of 100: not passed")
    expect(page.locator("header.bad")).to_contain_text("time was up")


def test_time_that_was_up_while_nothing_ran_is_seen_on_return(
    page: Page, exam_ground: Ground, server: Server, clocks: Clocks, kept: MemoryStore
) -> None:
    url = page.url
    server.stop()
    clocks.pass_minutes(200)

    server.start(another_server(exam_ground.start, clocks, kept))
    page.goto(url)

    expect(page).to_have_url(url.partition("/questions")[0] + "/review")
    expect(page.locator(".sat")).to_contain_text("time was up")


def test_a_pause_hides_the_questions_and_stops_the_clock(page: Page, clocks: Clocks) -> None:
    page.locator("#pause").click()
    expect(page.locator("#paused")).to_be_visible()
    expect(page.locator(".task")).to_be_hidden()
    clocks.pass_minutes(30)

    page.locator("#resume").click()

    expect(page.locator(".task")).to_be_visible()
    expect(page.locator("#clock")).to_contain_text("0:59:")


@pytest.mark.parametrize("shown", LOOKS, ids=str)
def test_the_pages_of_an_exam_are_accessible(
    browser: Browser, exam_ground: Ground, server: Server, shown: Look
) -> None:
    context = shown.context(browser)
    page = context.new_page()
    page.goto(invited(exam_ground, server.address))
    told: dict[tuple[str, str], list[str]] = {}

    def look(name: str) -> None:
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        found = Axe().run(page, options={"runOnly": RULES})
        for one in found.response["violations"]:
            told[name, one["id"]] = [node["html"][:200] for node in one["nodes"]]

    page.goto(f"{server.address}/exam/blueprints/small")
    expect(page.locator("#checklist")).to_contain_text("Speed")
    look("before")
    page.get_by_role("button", name="Start the clock").click()
    expect_ready(page)
    (program(exam_ground).parent / "model.keras").write_text("broken")
    page.locator("#submit").click()
    expect(page.locator("#submissions")).to_contain_text("0 of 5")
    look("room")
    page.locator("#finish").click()
    page.locator("#finish-asked").get_by_role("button", name="Finish").click()
    expect(page.get_by_role("link", name="The whole report")).to_be_visible()
    look("review")
    page.get_by_role("link", name="Appeal against it").click()
    expect(page.get_by_label("Why is the mark wrong?")).to_be_visible()
    look("appeal")
    page.get_by_label("Why is the mark wrong?").fill("It is as agreed.")
    page.get_by_role("button", name="Make the appeal").click()
    expect(page.locator(".appeals")).to_contain_text("It is as agreed.")
    look("appealed")
    for path in ("/exam", "/credentials", "/credentials/revoked"):
        page.goto(f"{server.address}{path}")
        look(path)
    context.close()
    assert told == {}
