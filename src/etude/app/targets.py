"""What `etude doctor` is pointed at: a script or a notebook, read into units that can be run."""

import json
import re
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etude.domain.checkup import Kind
from etude.domain.problem import Problem
from etude.domain.visit import Unit

if TYPE_CHECKING:
    import numpy as np

_ARRAYS = {"x": "inputs", "y": "labels"}
# Commands of the notebook and of the shell, which Python does not know.
_MAGIC = re.compile(r"^(\s*)(%|!)")
_OF_NO_EFFECT = re.compile(r"^%%?(matplotlib|config|load_ext|autoreload|time|timeit|capture)\b")
_OTHER_LANGUAGE = re.compile(r"^%%(?!time\b|timeit\b|capture\b)")


def kind_of(target: Path) -> Kind:
    """By its name and what it is.

    Raises:
      Problem: there is no such file, or it is nothing that étude can look at.
    """
    if not target.exists():
        raise Problem(f"There is no {target}. Give a script, a notebook or a saved model.")
    if target.is_dir():
        if (target / "saved_model.pb").is_file():
            return Kind.MODEL
        raise Problem(
            f"{target} is a folder without a saved model in it. Give the script that trains "
            "(etude doctor train.py), a notebook, or a file such as model.keras."
        )
    kinds = {".py": Kind.SCRIPT, ".ipynb": Kind.NOTEBOOK, ".keras": Kind.MODEL}
    kinds |= dict.fromkeys((".h5", ".hdf5"), Kind.MODEL)
    kind = kinds.get(target.suffix.lower())
    if kind is None:
        raise Problem(
            f"{target} is neither a script (.py) nor a notebook (.ipynb) nor a saved model "
            "(.keras, .h5, a SavedModel folder)."
        )
    return kind


def read_units(target: Path, kind: Kind) -> Sequence[Unit]:
    """A script whole; a notebook cell by cell, without the commands that are not Python.

    Raises:
      Problem: it cannot be read.
    """
    if kind is Kind.NOTEBOOK:
        return list(_cells(target))
    try:
        with tokenize.open(target) as file:
            text = file.read()
    except (OSError, SyntaxError, UnicodeDecodeError) as error:
        raise Problem(
            f"{target} cannot be read as Python ({error}). Save it as UTF-8 text."
        ) from error
    return [Unit(name=target.name, path=str(target.absolute()), text=text)]


def read_arrays(path: Path) -> "dict[str, np.ndarray]":
    """Examples for a saved model: "inputs" and "labels", also when they are called x and y.

    Raises:
      Problem: the file cannot be read, or holds something else.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {_ARRAYS.get(name, name): stored[name] for name in stored.files}
    except (OSError, ValueError) as error:
        raise Problem(
            f"{path} cannot be read as arrays ({error}). Write it with "
            "numpy.savez(path, inputs=x, labels=y)."
        ) from error
    if not {"inputs", "labels"} <= set(arrays):
        found = ", ".join(sorted(arrays)) or "nothing"
        raise Problem(f"{path} holds {found}; expected the arrays inputs and labels.")
    if len(arrays["inputs"]) != len(arrays["labels"]):
        raise Problem(
            f"{path} holds {len(arrays['inputs'])} inputs and {len(arrays['labels'])} labels; "
            "expected one label for each."
        )
    return arrays


def _cells(target: Path) -> Iterator[Unit]:
    number = 0
    for cell in _notebook(target).get("cells", ()):
        if cell.get("cell_type") != "code":
            continue
        number += 1
        source = cell.get("source", "")
        text = source if isinstance(source, str) else "".join(source)
        yield Unit(
            name=f"{target.name}, cell {number}",
            path=f"{target.absolute()}, cell {number}",
            text=_plain_python(text),
            left_out=_commands(text),
        )
    if not number:
        raise Problem(f"{target} has no cell with code.")


def _notebook(target: Path) -> dict[str, Any]:
    try:
        notebook = json.loads(target.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Problem(f"{target} cannot be read as a notebook ({error}).") from error
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise Problem(f"{target} is no notebook of format 4: it has no list of cells.")
    return notebook


def _commands(text: str) -> list[str]:
    """Lines that are no Python, but for those that only change how things are shown."""
    if _OTHER_LANGUAGE.match(text):
        return text.splitlines()[:1]
    lines = [line.strip() for line in text.split("\n") if _MAGIC.match(line)]
    return [line for line in lines if not _OF_NO_EFFECT.match(line)]


def _plain_python(text: str) -> str:
    """The same lines, those that are no Python as comments."""
    if _OTHER_LANGUAGE.match(text):
        return "\n".join(f"# {line}" for line in text.splitlines())
    return "\n".join(
        _MAGIC.sub(r"\1pass  # \2", line) if _MAGIC.match(line) else line
        for line in text.split("\n")
    )
