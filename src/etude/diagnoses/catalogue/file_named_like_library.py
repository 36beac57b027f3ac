"""
A file of one's own has the name of a library, and is imported in its place.

## Why it hurts
Python looks for a module beside the program first. A program that is called `keras.py`, or one such file in its folder, is what
`import keras` finds then, in every program of that folder and in the libraries that these import. It has none of the names
that the library has; and where it imports the library, it gets itself, half done.

## Example
    from pathlib import Path

    Path("wave.py").write_text("rate = 8000  # of the bell\\n")
    from wave import open as open_sound

## Instead
    from pathlib import Path

    Path("bell.py").write_text("rate = 8000  # of the bell\\n")
    from wave import open as open_sound
"""

import re
import sys
from pathlib import Path

from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "dev-2")
GUIDE = "Python tutorial: Modules"
EXPLAINS = ("library_not_installed", "name_removed", "name_misspelt")

# What programs about TensorFlow import, and what TensorFlow and Keras import themselves.
_LIBRARIES = {
    *"tensorflow keras numpy pandas sklearn scipy matplotlib seaborn PIL cv2 skimage torch jax tqdm".split(),
    *"h5py packaging rich absl google six wrapt gast namex optree ml_dtypes requests markdown".split(),
    *sys.stdlib_module_names,
}
_PARTIAL = re.compile(r"partially initialized module '(?P<name>\w+)|from '(?P<other>\w+)[\w.]*' \(")
# Where the libraries are: a name that these do not have is another mistake.
_INSTALLED = re.compile(r"-packages[/\\]|[/\\]lib(64)?[/\\]python|[/\\]Lib[/\\]")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    name = _library(error) if error is not None else ""
    if error is None or not name:
        return None
    return Finding(
        line=error.frames[0].line if error.frames else 0,
        about=name,
        evidence=f"`import {name}` finds {name}.py beside the program, a file of your own, in place of the library",
        change=f"give the file {name}.py another name, my_{name}.py say",
    )


def _library(error: Error) -> str:
    """The library whose name a file of the learner's has that is in the way; "" without such."""
    name = error.missing.of.partition(".")[0] if error.missing is not None else ""
    if found := _PARTIAL.search(error.message):
        name = found["name"] or found["other"]
    if name not in _LIBRARIES:
        return ""
    own = {Path(frame.file).stem for frame in error.frames}
    told = re.search(rf"\S*[/\\]{re.escape(name)}\.py\b", error.message)
    return name if name in own or (told and not _INSTALLED.search(told[0])) else ""
