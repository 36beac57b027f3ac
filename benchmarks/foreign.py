"""The environment in which the tools that étude is measured against are installed."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import platformdirs
from measuring import run_quietly

REQUIREMENTS = Path(__file__).parent / "foreign_requirements.txt"
# The work is TensorFlow's for the most part, so all must have the same.
SAME_IN_BOTH = ("tensorflow_cpu", "keras", "numpy")
_READY = "ready"


@dataclass(frozen=True)
class ForeignEnvironment:
    """A virtual environment; its tools keep their own settings away from the user's."""

    folder: Path

    def command(self, name: str) -> str:
        return str(self.folder / "bin" / name)

    def variables(self, home: Path) -> Mapping[str, str]:
        """The variables of the caller, with this environment first and settings below ``home``."""
        return {
            **os.environ,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
            "VIRTUAL_ENV": str(self.folder),
            "HOME": str(home),
            "JUPYTER_CONFIG_DIR": str(home / "jupyter" / "config"),
            "JUPYTER_DATA_DIR": str(home / "jupyter" / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "jupyter" / "runtime"),
            "IPYTHONDIR": str(home / "ipython"),
        }


def foreign_environment(cache: Path | None = None) -> ForeignEnvironment:
    """The environment for the pinned versions; made when it is not there."""
    parent = cache or Path(platformdirs.user_cache_path("etude", appauthor=False)) / "benchmarks"
    folder = parent / f"foreign-{_key()}"
    if not (folder / _READY).exists():
        _make(folder)
    _assert_same_versions(folder)
    return ForeignEnvironment(folder)


def versions(environment: ForeignEnvironment, *packages: str) -> list[str]:
    """``name version`` of packages installed there."""
    code = "import sys; from importlib.metadata import version as v; print(*map(v, sys.argv[1:]))"
    done = run_quietly([environment.command("python"), "-c", code, *packages])
    pairs = zip(packages, done.stdout.split(), strict=True)
    return [f"{name} {version}" for name, version in pairs]


def _key() -> str:
    told = REQUIREMENTS.read_bytes() + sys.version.encode()
    return hashlib.sha256(told).hexdigest()[:12]


def _make(folder: Path) -> None:
    print("installing the other tools into a cache folder; only once ...", file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    run_quietly([sys.executable, "-m", "venv", str(folder)])
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--quiet"]
    subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=True)
    (folder / _READY).touch()


def _assert_same_versions(folder: Path) -> None:
    for name in SAME_IN_BOTH:
        (theirs,) = versions(ForeignEnvironment(folder), name)
        ours = f"{name} {metadata.version(name)}"
        if theirs != ours:
            raise SystemExit(
                f"étude runs with {ours} and the other tools with {theirs}, which is no fair "
                f"comparison. Install the versions of constraints.txt, or pin {REQUIREMENTS.name} "
                "anew."
            )
