"""Who practises on this machine: a random id in the state folder."""

import uuid
from pathlib import Path

from etude.app.whole_file import write_whole

FILE = "learner"


def learner_id(state: Path) -> str:
    """The id in the state folder, made on first use.

    Raises:
      OSError: the folder can be neither read nor written.
    """
    path = state / FILE
    try:
        found = path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        found = ""
    if found:
        return found
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(path, f"{uuid.uuid4().hex}\n".encode())
    return path.read_text(encoding="utf-8").strip()
