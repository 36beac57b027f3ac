"""Who practises on this machine: a random id in the state folder."""

import uuid
from pathlib import Path

from etude.app.whole_file import write_once, write_whole

FILE = "learner"


def learner_id(state: Path) -> str:
    """The id in the state folder, made on first use.

    Raises:
      OSError: the folder can be neither read nor written.
    """
    path = state / FILE
    if not path.exists():
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_once(path, _new_id())
    found = path.read_text(encoding="utf-8").strip()
    if not found:  # as a full disk may have left it
        write_whole(path, _new_id())
        found = path.read_text(encoding="utf-8").strip()
    return found


def _new_id() -> bytes:
    return f"{uuid.uuid4().hex}\n".encode()
