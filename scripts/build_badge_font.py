"""Makes the font of the badge: the letters of DejaVu Sans, as matplotlib ships it, for names."""

import shutil
from importlib import resources
from pathlib import Path

from fontTools import subset

FOLDER = Path(__file__).parent.parent / "src/etude/render/badge/font"
# Latin with its extensions, marks, Greek, Cyrillic, Latin for Vietnamese, punctuation.
LETTERS = (
    "U+0020-024F,U+0259,U+02B9-02BD,U+0300-0331,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2010-2026"
)


def main() -> None:
    fonts = resources.files("matplotlib") / "mpl-data/fonts/ttf"
    FOLDER.mkdir(exist_ok=True)
    with resources.as_file(fonts / "DejaVuSans.ttf") as font:
        target = FOLDER / "DejaVuSans.ttf"
        options = [f"--unicodes={LETTERS}", f"--output-file={target}", "--no-hinting"]
        subset.main([str(font), "--desubroutinize", "--notdef-outline", *options])
    with resources.as_file(fonts / "LICENSE_DEJAVU") as licence:
        shutil.copyfile(licence, FOLDER / "LICENSE_DEJAVU")


if __name__ == "__main__":
    main()
