"""Pictures of the pages, wide and narrow, light and dark: python scripts/screenshots.py FOLDER.

Starts a server over a workspace of its own, answers an exercise wrongly and then rightly, trains in
another, has the doctor look at a program, and takes a picture of each page. Needs Chromium (Debian:
apt-get install chromium) and TensorFlow.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ETUDE = [sys.executable, "-m", "etude.cli.main"]
EXERCISE = "images/pipeline_from_folder"
MISTAKE = "pixels_not_scaled.py"
TRAINS = "images/better_with_few_weights"
WIDTHS = {"wide": 1600, "narrow": 390}
SCHEMES = ("light", "dark")
RUN_MS = 180_000
# What is looked at after the exercise was passed.
PAGES = {
    "today": "/",
    "exercises": "/exercises",
    "exercises_found": "/exercises?words=shuffle&kind=fix",
    "skills": "/skills",
    "skill": "/skills/image-2",
    "diagnoses": "/diagnoses?words=pixels",
    "diagnosis": f"/diagnoses/{MISTAKE.removesuffix('.py')}",
    "history": "/history",
    "doctor": "/doctor",
}
# For the doctor: probabilities are taken for logits.
PROGRAM = """\
import keras
import numpy as np

rng = np.random.default_rng(1)
x = rng.normal(size=(256, 8)).astype("float32")
y = (x.sum(axis=1) > 0).astype("int32")

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2, activation="softmax")])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
model.fit(x, y, validation_split=0.25, epochs=8, verbose=0)
"""


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address that lets in, of a server over a new workspace."""
    environment = {**os.environ, "ETUDE_HOME": str(folder / "home")}
    subprocess.run([*ETUDE, "start", "."], cwd=folder, env=environment, check=True)
    (folder / "train.py").write_text(PROGRAM, encoding="utf-8")
    subprocess.run([*ETUDE, "doctor", "train.py"], cwd=folder, env=environment, check=False)
    process = subprocess.Popen(
        [*ETUDE, "web", "--no-browser"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield next(found[0] for line in process.stdout if (found := re.search(r"http\S+", line)))
    finally:
        process.terminate()
        process.wait()
        subprocess.run([*ETUDE, "worker", "stop"], env=environment, check=False)


def take(browser: Browser, address: str, workspace: Path, target: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    site = address.partition("/enter")[0]
    page.goto(f"{site}/practise/{EXERCISE}")
    page.locator("#editor .cm-content").wait_for()
    pictures(page, target, "practise_begin")
    answers = Path("src/etude/exercises") / EXERCISE
    for name, source in (("wrong", f"mistakes/{MISTAKE}"), ("right", "solution.py")):
        file = workspace / EXERCISE / f"{EXERCISE.rpartition('/')[2]}.py"
        page.locator("#state:not([data-mood])").wait_for(timeout=RUN_MS)
        shutil.copyfile(answers / source, file)
        page.locator("#state[data-mood]").wait_for(timeout=RUN_MS)
        pictures(page, target, f"practise_{name}")
        page.locator("#run").click()
    compare(page, site, target)
    see(page, site, workspace, target)
    browse(page, site, target)
    context.close()


def compare(page: Page, site: str, target: Path) -> None:
    page.goto(f"{site}/attempts/{EXERCISE}")
    pictures(page, target, "attempts")
    page.get_by_role("button", name="Compare").click()
    pictures(page, target, "compared")


def see(page: Page, site: str, workspace: Path, target: Path) -> None:
    """A training, run and then looked at."""
    solution = Path("src/etude/exercises") / TRAINS / "solution.py"
    shutil.copyfile(solution, workspace / TRAINS / f"{TRAINS.rpartition('/')[2]}.py")
    page.goto(f"{site}/practise/{TRAINS}")
    page.locator("#editor .cm-content").wait_for()
    page.locator("#run").click()
    page.locator("#state[data-mood]").wait_for(timeout=RUN_MS)
    page.goto(f"{site}/practise/{TRAINS}/seen")
    page.locator(".drawn canvas").first.wait_for()
    pictures(page, target, "seen")


def browse(page: Page, site: str, target: Path) -> None:
    for name, path in PAGES.items():
        page.goto(f"{site}{path}")
        pictures(page, target, name)
    page.goto(f"{site}/doctor")
    page.locator(".visits a").click()
    pictures(page, target, "visit")
    page.goto(f"{site}/history")
    page.locator(".attempts li > a").last.click()  # the wrong answer, which was the first
    pictures(page, target, "attempt")


def pictures(page: Page, target: Path, name: str) -> None:
    for size, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 1000})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            path = target / f"{name}_{size}_{scheme}.png"
            page.screenshot(path=path, full_page=True)
            print(path)


def main() -> int:
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("There is no Chromium here (Debian: apt-get install chromium).", file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take(browser, address, Path(folder), target)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
