"""Each picture's label is the place of its class folder in alphabetical order."""

import os
from collections.abc import Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.known_files import ALIKE, class_folders, likeness, some_files
from etude.checks.live import Facts, Live
from etude.checks.passes import Pass, read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict


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
        classes = class_folders(folder)
        files = list(some_files(folder, classes, self.per_class))
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
        alike = likeness(live, path, pictures)
        if alike.max() > ALIKE:
            label = labels[int(alike.argmax())]
            found.append({"class": name, "file": os.path.basename(path), "label": label})
    return found


def _received(wrong: Sequence[dict[str, Any]]) -> str:
    first = wrong[0]
    more = f", and {len(wrong) - 1} more like it" if len(wrong) > 1 else ""
    return f"label {first['label']} for {first['class']}/{first['file']}{more}"
