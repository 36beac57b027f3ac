"""Drawings of six kinds of things, in folders, each in its own proportions."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops

from data.files import jpeg_bytes
from data.packages import Package
from data.record import About, Built
from data.split import split_rows

SHARE = 0.25
SIDE = 128
BLANK = 250  # a margin this light is paper
# Which drawings, in which class, and which are one drawing redone (colours, outline, detail):
# chosen by eye, because the package's folders also hold signs, diagrams, trade marks, mislabelled
# drawings and pictures that say "linked image not found".
SELECTION = Path(__file__).with_suffix(".csv")


@dataclass(frozen=True)
class Drawing:
    """One line of the selection."""

    kind: str
    family: str
    file: str
    author: str

    @property
    def name(self) -> str:
        """Its name in the shipped folder."""
        return f"{self.kind}/{Path(self.file).stem.lower().strip('_')}.jpg"


def selection() -> list[Drawing]:
    """Return the chosen drawings, in the order of the file."""
    with SELECTION.open(encoding="utf-8", newline="") as file:
        return [Drawing(*row) for row in list(csv.reader(file))[1:]]


def authors() -> str:
    """Return the authors that the drawings name, in alphabetical order."""
    names = {drawing.author for drawing in selection()} - {""}
    return ", ".join(sorted(names, key=str.casefold)) + "; others unknown"


ABOUT = About(
    title="Clip art",
    package=Package(
        client="apt",
        name="openclipart-png",
        version="1:0.18+dfsg-19",
        sha256="f07f1545a2970c2cf3fa339bc2405da1a95cf2b1827bfa05bf73eb1c20291c02",
    ),
    origin=(
        "Open Clip Art Library 0.18; `usr/share/openclipart/png/`. Each drawing's path and author "
        "stand in `scripts/data/sets/clip_art.csv`."
    ),
    authors=authors(),
    licence="Creative Commons Public Domain Dedication",
    changes=(
        f"{len(selection())} drawings selected into six classes; transparency flattened on white; "
        "blank margins trimmed; scaled to a longest side of 128 pixels; stored as JPEG. A hidden "
        "drawing is read back from such a JPEG and resized to 128 x 128 without keeping its "
        "proportions (bilinear), as `image_dataset_from_directory` does with the public ones."
    ),
    split=(
        "By class. Drawings of one family (the same drawing in other colours, as an outline, with "
        "other details) are all public, so that each hidden drawing is a case of its own."
    ),
)


def build(package: Path) -> Built:
    """Build a folder of JPEG files per class and the held-out pictures."""
    chosen = selection()
    kinds = sorted({drawing.kind for drawing in chosen})
    rows = split_rows(
        [drawing.family for drawing in chosen],
        [drawing.kind for drawing in chosen],
        share=SHARE,
        salt="clip_art",
        largest=1,
    )
    folder = package / "usr/share/openclipart/png"
    pictures = [_shipped(folder / drawing.file) for drawing in chosen]
    return Built(
        public={chosen[row].name: pictures[row] for row in rows.public},
        hidden={
            "inputs": np.stack([_stretched(pictures[row]) for row in rows.hidden]),
            "labels": np.array([kinds.index(chosen[row].kind) for row in rows.hidden], np.int64),
            "classes": np.array(kinds),
        },
        public_labels=[chosen[row].kind for row in rows.public],
    )


def _shipped(path: Path) -> bytes:
    """Return a drawing as the JPEG a learner gets."""
    with Image.open(path) as drawing:
        picture = _trimmed(_flattened(drawing))
    scale = SIDE / max(picture.size)
    width, height = (max(1, round(side * scale)) for side in picture.size)
    return jpeg_bytes(picture.resize((width, height), Image.Resampling.LANCZOS))


def _flattened(drawing: Image.Image) -> Image.Image:
    layer = drawing.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _trimmed(picture: Image.Image) -> Image.Image:
    darkest = ImageChops.darker(ImageChops.darker(*picture.split()[:2]), picture.split()[2])
    return picture.crop(darkest.point(lambda value: 255 * (value < BLANK)).getbbox())


def _stretched(jpeg: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return a JPEG as (128, 128, 3); on enlarging Pillow's bilinear filter is TensorFlow's."""
    with Image.open(io.BytesIO(jpeg)) as picture:
        return np.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BILINEAR))
