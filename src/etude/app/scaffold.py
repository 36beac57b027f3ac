"""Makes the files of a new exercise for an author to fill in."""

import re
from pathlib import Path
from string import Template

_ID = re.compile(r"^(?P<topic>[a-z][a-z0-9_]*)/(?P<name>[a-z][a-z0-9_]*)$")

_FILES = {
    "exercise.toml": """\
title = "$title"
summary = "One sentence: what the learner will have done."
skills = ["model-1"]
kind = "build"
level = 2
minutes = 10
wants = ["$function"]
key = "return 1"
run_as = "module"
status = "draft"
""",
    "README.md": """\
# $title

## Goal

One or two sentences: what this is for.

## Given

- what étude passes in

## Do

Write `$function()` so that ...

## Passes when

- every bar that a check holds, in plain words
""",
    "starter.py": """\
\"\"\"$title: read README.md beside this file, then fill in the TODO.\"\"\"


def $function():
    # TODO: write this function
    return None
""",
    "solution.py": """\
\"\"\"$title.\"\"\"


def $function():
    return 1
""",
    "checks.py": """\
from etude.checks.defines import Defines

CHECKS = [
    Defines(function="$function"),
]
""",
    "hints.md": """\
## 1

A nudge.

## 2

The idea.

## 3

Nearly told.
""",
    "accepted/another_style.py": """\
def $function():
    result = 1
    return result
""",
    "mistakes/.keep": "",
}


class CannotScaffold(Exception):
    """The new exercise cannot be made; the message says why and what to try."""


def scaffold(exercise_id: str, collection: Path) -> list[Path]:
    """Writes the files of a new exercise and returns them.

    Raises:
      CannotScaffold: the id is not "<topic>/<name>" in lower case, or the folder exists.
    """
    match = _ID.match(exercise_id)
    if match is None:
        raise CannotScaffold(
            f"expected <topic>/<name> in lower case with underscores, such as images/my_exercise; "
            f"received {exercise_id!r}"
        )
    folder = collection / exercise_id
    if folder.exists():
        raise CannotScaffold(f"{folder} exists already; choose another name")
    words = {"function": match["name"], "title": match["name"].replace("_", " ").capitalize()}
    return [
        _write(folder / name, Template(text).substitute(words)) for name, text in _FILES.items()
    ]


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
