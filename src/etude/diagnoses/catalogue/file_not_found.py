"""
A file or folder is read that is not where the path says.

## Why it hurts
A path that does not begin with `/` is looked for in the folder in which the program was started, which need not be the
one it lies in. And one letter makes another file.

## Example
    from pathlib import Path

    import keras
    import numpy as np

    Path("pictures").mkdir()
    keras.utils.save_img("pictures/one.png", np.zeros((8, 8, 3)))
    picture = keras.utils.load_img("picture/one.png")

## Instead
    from pathlib import Path

    import keras
    import numpy as np

    Path("pictures").mkdir()
    keras.utils.save_img("pictures/one.png", np.zeros((8, 8, 3)))
    picture = keras.utils.load_img("pictures/one.png")
"""

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.error import Missing
from etude.domain.finding import Finding, Severity
from etude.domain.wording import listed

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "dev-1", "dev-3")
GUIDE = "TensorFlow tutorial: Load CSV data"
EXPLAINS = ()

_MOST = 6
_WRITING = ("save", "save_weights", "savefig", "to_csv", "savez", "dump")


def match(evidence: Evidence) -> Finding | None:
    found = absent(evidence, "file")
    if found is None:
        return None
    error, missing = found
    if _writes(evidence, error.line):
        return Finding(
            line=error.line,
            about=missing.name,
            evidence=f"{missing.name} is to be written, and the folder for it is not there",
            change="make the folder first: Path(...).mkdir(parents=True, exist_ok=True)",
        )
    return Finding(
        line=error.line,
        about=missing.name,
        evidence=f"{missing.name} is not there{_instead(missing)}",
        change=_change(missing),
    )


def _writes(evidence: Evidence, line: int) -> bool:
    """Whether this line writes a file rather than reading one."""
    calls = (call_at(evidence.source, line, name) for name in _WRITING)
    return any(call is not None for call in calls)


def _instead(missing: Missing) -> str:
    if missing.nearest:
        return f"; {missing.nearest} is"
    if not missing.known:
        return ""
    few = missing.known[:_MOST]
    names = listed(few) if len(few) == len(missing.known) else f"{', '.join(few)}, ..."
    return f"; {missing.of or 'the folder'} holds {names}"


def _change(missing: Missing) -> str:
    if missing.nearest:
        return f'write "{missing.nearest}"'
    return (
        "give the path as seen from the folder in which you start the program, or begin it at the program's own folder: "
        "Path(__file__).parent"
    )
