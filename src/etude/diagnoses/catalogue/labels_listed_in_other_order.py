"""
A list of labels follows another order than the files that it is about.

## Why it hurts
With `labels=[...]` the label in the first place goes to the file whose name comes first in the alphabet: the readers
sort what they find. `os.walk`, `os.listdir` and `glob` give the files as the disk happens to hold them, and a table has its
rows in an order of its own. The number of labels is right, so nothing complains, and each picture is taught the label
of another. A reader also shuffles the very list that it is given, beside its files: a list that is given a second time, for the
validation part, is in disorder.

## Example
    import os

    import keras
    import numpy as np
    import pandas as pd
    import tensorflow as tf

    os.makedirs("scans")
    for name in ("b", "a", "c"):
        tf.io.write_file(f"scans/{name}.png", tf.io.encode_png(np.zeros((8, 8, 3), "uint8")))

    table = pd.DataFrame({"file": ["b.png", "a.png", "c.png"], "kind": [1, 0, 1]})
    training_data = keras.utils.image_dataset_from_directory(
        "scans", labels=table["kind"].tolist(), image_size=(8, 8)
    )

## Instead
    import os

    import keras
    import numpy as np
    import pandas as pd
    import tensorflow as tf

    os.makedirs("scans")
    for name in ("b", "a", "c"):
        tf.io.write_file(f"scans/{name}.png", tf.io.encode_png(np.zeros((8, 8, 3), "uint8")))

    table = pd.DataFrame({"file": ["b.png", "a.png", "c.png"], "kind": [1, 0, 1]})
    table = table.sort_values("file")
    training_data = keras.utils.image_dataset_from_directory(
        "scans", labels=table["kind"].tolist(), image_size=(8, 8)
    )
"""

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, names_in, value_of
from etude.diagnoses.pipelines import READERS
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-6", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = NOTHING_LEARNED

_LISTERS = ("walk", "listdir", "scandir", "glob", "iglob", "rglob", "iterdir")
_ORDERS = ("sorted", "natsorted", "sort", "sort_values", "sort_index")
_LABELS = 1  # image_dataset_from_directory(directory, labels, ...)
_MOST_STEPS = 4
_ANY_LINE = 1 << 30


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls:
        listed = call.arguments.get("listed_labels") if call.name in READERS else None
        if listed:
            finding = (
                _shuffled_before(call, listed)
                or _rows_of_a_table(call, listed)
                or _as_they_lie(evidence.source, call, listed)
            )
            if finding is not None:
                return finding
    return None


def _shuffled_before(call: Call, listed: Mapping[str, Any]) -> Finding | None:
    """An earlier reading has put the very same list into another order."""
    line = listed.get("shuffled_in")
    if not line:
        return None
    return Finding(
        line=call.line,
        evidence=f"the list of labels was given to {call.name} in line {line} already, which shuffled it in place together "
        f"with its files; line {call.line} is given it as it was left, and reads the files anew in the order of their names",
        change="give each reading a list of its own: labels=list(...) of the list as it was made; or read both parts "
        'at once, with subset="both"',
    )


def _rows_of_a_table(call: Call, listed: Mapping[str, Any]) -> Finding | None:
    """A column is given, and another one names the files, in another order."""
    apart = listed.get("table")
    if not apart:
        return None
    column = apart["column"]
    return Finding(
        line=call.line,
        about=column,
        evidence=f'the labels are a column of a table whose column "{column}" names {apart["name"]} in place '
        f"{apart['place']}; {call.name} reads the files in the order of their names, and there it is {apart['read']}",
        change=f'sort the rows by the names before the labels are taken: table.sort_values("{column}")',
    )


def _as_they_lie(source: Source, call: Call, listed: Mapping[str, Any]) -> Finding | None:
    """The list was filled while going over files, which are not handed out in any order."""
    node = call_at(source, call.line, call.name)
    labels = given(node, "labels", _LABELS) if node is not None else None
    apart = listed.get("folder")
    if labels is None or not apart:
        return None
    behind = list(_behind(source, labels))
    called = [inner for one in behind for inner in calls_in(one)]
    lister = next((one for one in called if _last(one) in _LISTERS), None)
    ordered = any(_last(one) in _ORDERS for one in called) or _sorts(source, names_in(*behind))
    if lister is None or ordered:
        return None
    return Finding(
        line=lister.lineno,
        evidence=f"{_last(lister)} gives the files as they lie on the disk, and the labels are listed in that order; "
        f"{call.name} in line {call.line} reads them in the order of their names: in place {apart['place']} "
        f"that is {apart['read']}, and here {apart['name']}",
        change="go through the files in the order of their names when their labels are listed: "
        f"put sorted(...) around the names that {_last(lister)} gives",
    )


def _behind(source: Source, labels: ast.expr) -> Iterator[ast.expr]:
    """What the labels were made of: values of names, and what the loops that fill them go over."""
    waiting, seen = [labels], set[str]()
    for _ in range(_MOST_STEPS):
        yield from waiting
        names = names_in(*waiting) - seen
        seen |= names
        waiting = [made for name in sorted(names) for made in _made_of(source, name)]


def _made_of(source: Source, name: str) -> Iterator[ast.expr]:
    value = value_of(source, name, before=_ANY_LINE)
    if value is not None:
        yield value
    for loop in source.all(ast.For):
        if any(dotted_name(inner.func) == f"{name}.append" for inner in calls_in(loop)):
            yield loop.iter


def _sorts(source: Source, names: set[str]) -> bool:
    """Whether one of these is sorted in place."""
    return any(dotted_name(one.func).partition(".")[0] in names for one in source.calls("sort"))


def _last(call: ast.Call) -> str:
    attribute = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return attribute or last_name(call.func)
