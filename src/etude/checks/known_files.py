"""Known files of class folders, looked for among pictures that a program has read."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from etude.checks.live import Live
from etude.checks.thumbnails import are_grey, framings, thumbnails

_PICTURES = (".jpg", ".jpeg", ".png", ".bmp")
#: Measured on the 313 public clip art pictures and eight ways of resizing: a picture and its own
#: file agree to at least 0.96, and 99 in 100 to this; pictures of two classes to 0.87 at most (0.98
#: when both are padded in black, and then the own file still agrees more).
ALIKE = 0.97


def class_folders(folder: str) -> list[str]:
    """Names of the classes, in alphabetical order."""
    return sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())


def some_files(folder: str, classes: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """Class and path of evenly spaced files, so many of each class."""
    for name in classes:
        files = [f for f in sorted(os.listdir(os.path.join(folder, name))) if _is_picture(f)]
        step = max(1, len(files) // count)
        for file in files[::step][:count]:
            yield name, os.path.join(folder, name, file)


def likeness(live: Live, path: str, pictures: Any) -> Any:
    """How alike each thumbnail is to the file, at best over the ways of making it square."""
    picture = live.tf.io.decode_image(live.tf.io.read_file(path), channels=3).numpy()
    if are_grey(pictures):
        picture = picture.mean(axis=-1, keepdims=True)
    known = [thumbnails(live.np, framed[None])[0] for framed in framings(live.np, picture)]
    return (pictures @ live.np.stack(known).T).max(axis=1)


def _is_picture(name: str) -> bool:
    return name.lower().endswith(_PICTURES)
