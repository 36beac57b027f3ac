"""
A folder is read that holds no pictures, or other classes or numbers of files than are told.

## Why it hurts
`image_dataset_from_directory` takes each folder inside for a class and reads pictures of a few formats. A folder too high or
too low in the tree, a class of another name and labels for other files all stop it.

## Example
    import keras
    import numpy as np

    from pathlib import Path

    for name in ("cat", "dog"):
        Path(f"pets/{name}").mkdir(parents=True)
        keras.utils.save_img(f"pets/{name}/1.png", np.zeros((8, 8, 3)))
    data = keras.utils.image_dataset_from_directory("pets", class_names=["cats", "dogs"])

## Instead
    import keras
    import numpy as np

    from pathlib import Path

    for name in ("cat", "dog"):
        Path(f"pets/{name}").mkdir(parents=True)
        keras.utils.save_img(f"pets/{name}/1.png", np.zeros((8, 8, 3)))
    data = keras.utils.image_dataset_from_directory("pets", class_names=["cat", "dog"])
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "data-6", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ("choice_unknown_to_keras",)

_EMPTY = re.compile(
    r"No (?P<part>training |validation )?(?P<kind>\w+) (?:files )?found in directory (?P<path>\S+?)\. Allowed format\S* (?P<formats>.*)"
)
_TWO = re.compile(
    r'label_mode="binary"`, there must be exactly 2 class_names\. Received: class_names=(?P<names>\[.*\])'
)
_NAMES = re.compile(
    r"`class_names` passed did not match.*Expected: (?P<known>\[.*?\]).*received: (?:class_names=)?(?P<given>\[.*?\])",
    re.DOTALL,
)
_LABELS = re.compile(
    r"len\(labels\) is (?P<labels>\d+) while we found (?P<files>\d+) files in directory (?P<path>\S+?)\.?$"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "ValueError" or not error.raised_by.startswith("keras."):
        return None
    return _empty(evidence, error) or _classes(evidence, error)


def _empty(evidence: Evidence, error: Error) -> Finding | None:
    found = _EMPTY.search(error.message)
    if found is None:
        return None
    part, path = found["part"] or "", found["path"]
    if part:
        change = f"hold back another share, since {path} has too few files for this one"
    else:
        change = (
            f'name the folder that holds one folder for each class: list(Path("{path}").rglob("*")) shows what is there; for files '
            "without classes labels=None"
        )
    return _finding(
        evidence,
        error,
        "directory",
        f"{path} holds no {part}{found['kind']} in {found['formats']}",
        change,
    )


def _classes(evidence: Evidence, error: Error) -> Finding | None:
    if found := _TWO.search(error.message):
        count = found["names"].count(",") + 1
        return _finding(
            evidence,
            error,
            "label_mode",
            f'label_mode="binary" is for two classes, and the folder holds {count}: {found["names"]}',
            f'label_mode="int" with sparse_categorical_crossentropy and {count} outputs'
            if count > 1
            else "name the folder above, which holds one folder for each of the two classes",
        )
    if found := _NAMES.search(error.message):
        return _finding(
            evidence,
            error,
            "class_names",
            f"class_names is {found['given']}, and the folders are called {found['known']}",
            f"class_names={found['known']}, in the order that you want; or leave it out",
        )
    if found := _LABELS.search(error.message):
        return _finding(
            evidence,
            error,
            "labels",
            f"there are {found['labels']} labels, and {found['files']} files in {found['path']}",
            'one label for each file, in the order of their names; labels="inferred" takes them from the folders',
        )
    return None


def _finding(evidence: Evidence, error: Error, name: str, seen: str, change: str) -> Finding:
    calls = [
        one
        for one in calls_around(evidence.source, error.line)
        if any(k.arg == name for k in one.keywords)
    ]
    line = evidence.source.line_of_argument(calls[-1], name) if calls else error.line
    return Finding(line=line, about=name, evidence=seen, change=change)
