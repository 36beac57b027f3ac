"""Pictures of the pages: python scripts/screenshots.py [FOLDER].

Makes the two that the README shows, in docs/images; with FOLDER also every page there, wide and
narrow, light and dark. A server over a workspace of its own is asked as a learner would: an
exercise is answered wrongly and then rightly, a network is trained, a program is taken to the
doctor. Needs Chromium (Debian: apt-get install chromium) and TensorFlow; takes some minutes.
"""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ETUDE = [sys.executable, "-m", "etude.cli.main"]
EXERCISES = ROOT / "src/etude/exercises"
README = ROOT / "docs/images"
README_BYTES = 150_000

ANSWERED = "images/pipeline_from_folder"
MISTAKE = "mistakes/pixels_not_scaled_by_convert.py"
TRAINED = "images/better_with_few_weights"
EPOCHS = ("epochs=5", "epochs=14")
# What nobody comes to by the navigation alone.
LOOKED_FOR = {
    "exercises_found": "/exercises?words=shuffle&kind=fix",
    "skill": "/skills/image-2",
    "diagnosis": "/diagnoses/pixels_not_scaled",
}
# The marks tell authors where a finding must point; a learner's file has none.
MARK = re.compile(r" *# diagnosis: \w+")

WIDTHS = {"wide": 1400, "narrow": 380}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RUN_MS = 300_000
DRAWING_MS = 400


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address that lets in, of a server started in this folder."""
    process = subprocess.Popen(
        [*ETUDE, "web", "--no-browser"],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield next(found[0] for line in process.stdout if (found := re.search(r"http\S+", line)))
    finally:
        process.terminate()
        process.wait()
        subprocess.run([*ETUDE, "worker", "stop"], env=environment(folder), check=False)


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "ETUDE_HOME": str(folder / "home")}


@dataclass(frozen=True, kw_only=True)
class Camera:
    """Attributes: folder: for pictures of every page, None when only the README's are wanted."""

    page: Page
    site: str
    workspace: Path
    folder: Path | None

    def go(self, path: str) -> None:
        self.page.goto(f"{self.site}{path}")
        self.page.wait_for_timeout(DRAWING_MS)

    def take(self, name: str) -> None:
        """What is shown now, whole, in both sizes and both themes."""
        if self.folder is None:
            return
        for size, width in WIDTHS.items():
            self.page.set_viewport_size({"width": width, "height": 1000})
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                self.page.wait_for_timeout(DRAWING_MS)
                path = self.folder / f"{name}_{size}_{scheme}.png"
                self.page.screenshot(path=path, full_page=True)
                print(path)
        self.page.emulate_media(color_scheme="light")

    def take_for_readme(self, name: str, *, width: int, height: int, top: str) -> None:
        """What is seen from ``top`` on, in few colours, since everybody who looks loads it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.locator(top).first.evaluate("one => scrollTo(0, one.offsetTop - 20)")
        self.page.wait_for_timeout(DRAWING_MS)
        picture = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        path = README / f"{name}.png"
        README.mkdir(parents=True, exist_ok=True)
        picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
        if path.stat().st_size > README_BYTES:
            raise SystemExit(f"{path.name} has more than {README_BYTES:,} bytes.")

    def answer(self, exercise: str, text: str) -> None:
        """Saves it in the workspace, as an editor would, and runs it in the page."""
        file = self.workspace / exercise / f"{exercise.rpartition('/')[2]}.py"
        file.write_text(MARK.sub("", text), encoding="utf-8")
        self.go(f"/practise/{exercise}")
        self.page.locator("#editor .cm-content").wait_for()
        self.page.locator("#state").evaluate("one => delete one.dataset.mood")
        self.page.locator("#run").click()
        self.page.locator("#state[data-mood]").wait_for(timeout=RUN_MS)
        self.page.wait_for_timeout(DRAWING_MS)


def take_everything(camera: Camera) -> None:
    practise(camera)
    attempts(camera)
    training(camera)
    doctor(camera)
    for link in camera.page.locator("nav[aria-label=Pages] a").all():
        address = str(link.get_attribute("href"))
        camera.go(address)
        camera.take(f"navigation_{address.strip('/').replace('/', '_')}")
    for name, address in LOOKED_FOR.items():
        camera.go(address)
        camera.take(name)
    camera.go("/nowhere")
    camera.take("problem")


def practise(camera: Camera) -> None:
    camera.go(f"/practise/{ANSWERED}")
    camera.take("practise_begin")
    camera.answer(ANSWERED, (EXERCISES / ANSWERED / MISTAKE).read_text(encoding="utf-8"))
    camera.take_for_readme("practise", width=1600, height=860, top="body")
    camera.take("practise_wrong")
    camera.answer(ANSWERED, (EXERCISES / ANSWERED / "solution.py").read_text(encoding="utf-8"))
    camera.page.get_by_role("button", name="Right answers").click()
    camera.take("practise_right")


def attempts(camera: Camera) -> None:
    camera.go(f"/attempts/{ANSWERED}")
    camera.take("attempts")
    camera.page.get_by_role("button", name="Compare").click()
    camera.take("compared")
    camera.go(f"/attempts/{ANSWERED}/1")
    camera.take("attempt")


def training(camera: Camera) -> None:
    solution = (EXERCISES / TRAINED / "solution.py").read_text(encoding="utf-8")
    camera.answer(TRAINED, solution.replace(*EPOCHS))
    camera.go(f"/practise/{TRAINED}/seen")
    camera.page.locator(".drawn canvas").first.wait_for()
    camera.take_for_readme("run", width=1400, height=1460, top="#trainings")
    camera.take("seen")


def doctor(camera: Camera) -> None:
    if camera.folder is None:
        return
    program = camera.workspace / "train.py"
    shutil.copyfile(camera.workspace / TRAINED / "better_with_few_weights.py", program)
    subprocess.run(
        [*ETUDE, "doctor", program.name],
        cwd=camera.workspace,
        env=environment(camera.workspace.parent),
        stdout=subprocess.DEVNULL,
        check=False,  # it may find something
    )
    camera.go("/doctor")
    camera.take("doctor")
    camera.page.get_by_role("link", name=program.name).first.click()
    camera.take("visit")


def begin(page: Page, folder: Path, target: Path | None) -> None:
    """The page of somebody who has no workspace yet, and what comes of its button."""
    with server(folder) as address:
        page.goto(address)
        camera = Camera(
            page=page,
            site=address.partition("/enter")[0],
            workspace=folder / "etude-practice",
            folder=target,
        )
        camera.take("start")
        page.get_by_role("button", name="Make the workspace").click()
        page.locator("#editor .cm-content").wait_for(timeout=RUN_MS)
        take_everything(camera)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="for pictures of every page")
    target: Path | None = parser.parse_args().folder
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("There is no Chromium here (Debian: apt-get install chromium).", file=sys.stderr)
        return 1
    if target is not None:
        target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        # Continuous integration runs as root, for whom Chromium has no sandbox of its own.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        begin(browser.new_context().new_page(), Path(folder), target)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
