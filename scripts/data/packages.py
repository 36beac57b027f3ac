"""Pinned packages: downloaded by their registry's own client, checked, unpacked."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Client = Literal["apt", "npm", "pip"]

REGISTRIES: dict[Client, str] = {"apt": "Debian", "npm": "npm", "pip": "PyPI"}


@dataclass(frozen=True)
class Package:
    """One version of one package, known by the hash of its archive."""

    client: Client
    name: str
    version: str
    sha256: str

    @property
    def registry(self) -> str:
        """The registry as people call it."""
        return REGISTRIES[self.client]


def unpacked(package: Package, store: Path) -> Path:
    """Return the folder of the unpacked package, downloaded into `store` unless it is there."""
    folder = store / f"{package.client}-{package.name}-{package.sha256[:12]}"
    content = folder / "content"
    if not content.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        archive = _download(package, folder)
        _check(package, archive)
        # Unpacked elsewhere first: an interrupted run must not leave half a package behind.
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            _extract(archive, Path(scratch))
            Path(scratch, "content").rename(content)
    return content


def _download(package: Package, folder: Path) -> Path:
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        subprocess.run(_command(package), cwd=scratch, check=True, stdout=subprocess.DEVNULL)
        (fetched,) = Path(scratch).iterdir()
        return fetched.rename(folder / fetched.name)


def _command(package: Package) -> list[str]:
    match package.client:
        case "apt":
            return ["apt-get", "-qq", "download", f"{package.name}={package.version}"]
        case "npm":
            return ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        case "pip":
            pip = [sys.executable, "-m", "pip", "--quiet", "download", "--no-deps"]
            return [*pip, "--only-binary=:all:", f"{package.name}=={package.version}"]


def _check(package: Package, archive: Path) -> None:
    received = hashlib.sha256(archive.read_bytes()).hexdigest()
    if received != package.sha256:
        archive.unlink()
        raise SystemExit(
            f"{package.name} {package.version}: expected sha256 {package.sha256}, "
            f"received {received}. The package changed; look at it before pinning it anew."
        )


def _extract(archive: Path, scratch: Path) -> None:
    content = scratch / "content"
    content.mkdir()
    if archive.suffix == ".deb":
        subprocess.run(["dpkg-deb", "--extract", archive, content], check=True)
    elif archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(content)
    else:
        with tarfile.open(archive) as tarball:
            tarball.extractall(content, filter="data")
