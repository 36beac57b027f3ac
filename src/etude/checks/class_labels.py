"""Each picture's label is the place of its class folder in alphabetical order."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import Pass, read_passes
from etude.checks.thumbnails import are_grey, framings, thumbnails
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_PICTURES = (".jpg", ".jpeg", ".png", ".bmp")
# Measured on the 313 public clip art pictures and eight ways of resizing: a picture and its own
# file agree to at least 0.96, and 99 in 100 to this; pictures of two classes to 0.87 at most (0.98
# when both are padded in black, and then the own file still agrees more).
_ALIKE = 0.97


class ClassLabels(Check, frozen=True, kw_only=True):
    """The pictures of a few known files are looked for among what the datasets yield.

    Attributes:
      of: datasets of batches of (pictures, labels); together they hold the whole folder.
      folder: with one folder per class.
      per_class: files looked for in each class.
      found: the share of them that has to be found.
    """

    of: list[Value]
    folder: Value
    per_class: int = 6
    found: float = 0.5

    @property
    def title(self) -> str:
        return "labels: 0, 1, 2, ... for the class folders in alphabetical order"

    def probe(self, live: Live) -> Facts:
        passes = [read_passes(live, one)[0] for one in self.of]
        folder = live.value(self.folder)
        classes = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())
        files = list(_some_files(folder, classes, self.per_class))
        return {"classes": classes, "looked_for": len(files), "seen": _seen(live, passes, files)}

    def judge(self, facts: Facts) -> Verdict:
        classes, seen = facts["classes"], facts["seen"]
        expected = ", ".join(f"{i} {name}" for i, name in enumerate(classes))
        wrong = [one for one in seen if one["label"] != classes.index(one["class"])]
        if wrong:
            return self.failed(
                expected=expected,
                received=_received(wrong),
                attempt="sort the folder names first; a picture and its label travel together",
            )
        if len(seen) < self.found * facts["looked_for"]:
            return self.failed(
                expected="the pictures of the folder, only resized and scaled",
                received=f"{len(seen)} of {facts['looked_for']} known pictures found again",
                attempt="show a few with matplotlib beside their files",
            )
        return self.passed()


def _some_files(folder: str, classes: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """Class and path of evenly spaced files."""
    for name in classes:
        files = [f for f in sorted(os.listdir(os.path.join(folder, name))) if _is_picture(f)]
        step = max(1, len(files) // count)
        for file in files[::step][:count]:
            yield name, os.path.join(folder, name, file)


def _is_picture(name: str) -> bool:
    return name.lower().endswith(_PICTURES)


def _seen(
    live: Live, passes: Sequence[Pass], files: Sequence[tuple[str, str]]
) -> list[dict[str, Any]]:
    """Label of each known file's picture, as far as pictures and labels are of one length."""
    usable = [one for one in passes if one.pictures is not None and one.labels]
    usable = [one for one in usable if len(one.labels) == len(one.pictures)]
    if not usable:
        return []
    pictures = live.np.concatenate([one.pictures for one in usable])
    labels = [label for one in usable for label in one.labels]
    found = []
    for name, path in files:
        likeness = _likeness(live, path, pictures)
        if likeness.max() > _ALIKE:
            label = labels[int(likeness.argmax())]
            found.append({"class": name, "file": os.path.basename(path), "label": label})
    return found


def _likeness(live: Live, path: str, pictures: Any) -> Any:
    """How alike each picture is to the file, at best over the ways of making it square."""
    picture = live.tf.io.decode_image(live.tf.io.read_file(path), channels=3).numpy()
    if are_grey(pictures):
        picture = picture.mean(axis=-1, keepdims=True)
    known = [thumbnails(live.np, framed[None])[0] for framed in framings(live.np, picture)]
    return (pictures @ live.np.stack(known).T).max(axis=1)


def _received(wrong: Sequence[dict[str, Any]]) -> str:
    first = wrong[0]
    more = f", and {len(wrong) - 1} more like it" if len(wrong) > 1 else ""
    return f"label {first['label']} for {first['class']}/{first['file']}{more}"
