"""Pictures of an exam from its rules to its credential: python scripts/screenshots_exam.py FOLDER.

Sits the sprint with the solutions of its questions, after one wrong file. Needs Chromium and
TensorFlow, and takes a few minutes.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright
from screenshots import RUN_MS, Camera, server

from etude.app.exam.asked import all_asked
from etude.app.exam.open_exam import open_exam
from etude.catalog.texts import read_text

EXAM = "Sprint"


def take(browser: Browser, address: str, workspace: Path, target: Path) -> None:
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.set_default_timeout(RUN_MS)
    expect.set_options(timeout=RUN_MS)
    page = context.new_page()
    page.goto(address)
    site = address.partition("/enter")[0]
    camera = Camera(page=page, site=site, workspace=workspace, folder=target)
    camera.go("/exam")
    camera.take("exams")
    page.get_by_role("link", name=EXAM).click()
    expect(page.locator("#checklist")).to_contain_text("Speed")
    camera.take("exam_rules")
    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("#editor .cm-content")).to_be_visible()
    camera.take("exam_begin")
    answer(page, camera)
    look_back(page, camera)
    check(page, camera)
    context.close()


def answer(page: Page, camera: Camera) -> None:
    """Every question; the first file that is handed in is none at all."""
    with open_exam() as exam:
        (sitting,) = exam.store.sittings(exam.learner)
        questions = all_asked(exam, sitting)
    for one in questions:
        page.locator(f'#paper a[data-key="{one.number}"]').click()
        expect(page.locator(".task")).to_contain_text(f"Question {one.number} of")
        expect(page.locator("#editor .cm-content")).to_be_visible()
        if one.number == 1:
            (one.folder / one.artifacts[0]).write_text("no model", encoding="utf-8")
            page.locator("#submit").click()
            expect(page.locator("#submissions")).to_contain_text("0 of 5")
            camera.take("exam_not_as_agreed")
        program = read_text(one.question, "solution.py")
        (one.folder / one.program).write_text(program, encoding="utf-8")
        expect(page.locator("#saved")).to_have_text("Taken over from the file")
        page.locator("#run").click()
        expect(page.locator("#state[data-mood]")).to_be_visible()
        before = page.locator("#submissions ol > li").count()
        page.locator("#submit").click()
        expect(page.locator("#submissions .submissions > li")).to_have_count(before + 1)
        expect(page.locator("#submissions")).not_to_contain_text("being marked")
    camera.take("exam_marked")


def look_back(page: Page, camera: Camera) -> None:
    page.locator("#finish").click()
    page.locator("#finish-asked").get_by_role("button", name="Finish").click()
    expect(page.get_by_role("link", name="The whole report")).to_be_visible()
    camera.take("exam_review")


def check(page: Page, camera: Camera) -> None:
    """The credential, and what is said of it."""
    page.get_by_role("link", name="The credential").click()
    page.get_by_role("button", name="Sign the credential").click()
    with page.expect_download() as download:
        page.get_by_role("link", name=".jwt").click()
    camera.take("exam_credential")
    content = Path(download.value.path()).read_bytes()
    camera.go("/credentials")
    page.locator("#file").set_input_files(
        {"name": "credential.jwt", "mimeType": "text/plain", "buffer": content}
    )
    expect(page.locator("#verified")).to_contain_text("Genuine")
    camera.take("exam_verified")


def main() -> int:
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("There is no Chromium here (Debian: apt-get install chromium).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "practice"  # the exam is laid out beside it
        workspace.mkdir()
        os.environ["ETUDE_HOME"] = str(workspace / "home")
        with server(workspace) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            take(browser, address, workspace, target)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
