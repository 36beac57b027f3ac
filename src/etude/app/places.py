"""Where étude keeps what belongs to this user."""

import hashlib
import os
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

from etude.domain.problem import Problem

HOME = "ETUDE_HOME"
DATABASE = "ETUDE_DATABASE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Attributes:
    state: attempts, identity and logs; survives a restart.
    runtime: sockets of background workers; need not survive.
    database: URL of the attempts; "" for a file in the state folder.
    """

    state: Path
    runtime: Path
    database: str

    @property
    def sittings(self) -> Path:
        """Files of exams; among them packs of hidden sets."""
        return self.state / "sittings"

    @property
    def log(self) -> Path:
        return self.state / "log"

    def usable_runtime(self) -> Path:
        """The runtime folder, or one in the temporary folder when it cannot be made."""
        try:
            self.runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.access(self.runtime, os.W_OK):
                return self.runtime
        except OSError:
            pass
        return _temporary(self.runtime)


def find_places() -> Places:
    """From ``ETUDE_HOME`` when it is set, else where this platform keeps such things.

    Raises:
      Problem: ``ETUDE_HOME`` names a file.
    """
    home = os.environ.get(HOME, "")
    if home:
        state = _folder(Path(home).expanduser().absolute())
        runtime = state / "run"
    else:
        import platformdirs

        state = Path(platformdirs.user_state_path("etude", appauthor=False))
        runtime = _session_runtime()
    return Places(state=state, runtime=runtime, database=os.environ.get(DATABASE, ""))


def _session_runtime() -> Path:
    """The platform's; without a session it is another one, which is no reason for a warning."""
    import platformdirs

    expected = getattr(platformdirs, "RuntimeDirWarning", None)  # older releases have none
    with warnings.catch_warnings():
        if expected is not None:
            warnings.simplefilter("ignore", expected)
        return Path(platformdirs.user_runtime_path("etude", appauthor=False))


def _folder(path: Path) -> Path:
    if path.exists() and not path.is_dir():
        raise Problem(f"{HOME} names {path}, which is a file. Set it to a folder.")
    return path


def _temporary(runtime: Path) -> Path:
    name = hashlib.sha256(os.fsencode(runtime)).hexdigest()[:12]
    owner = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"etude-{owner}-{name}"
