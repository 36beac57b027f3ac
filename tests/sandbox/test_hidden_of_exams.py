"""What decides a mark cannot be read by the program that is to earn it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import etude
from etude.app.open_practice import hidden_from_learners, sandbox_settings
from etude.app.places import Places
from etude.domain.job import Job
from etude.sandbox import Sandbox, SandboxUnavailable, open_sandbox
from etude.store.blobs import FolderBlobs

PACKAGE = Path(etude.__file__).resolve().parent
# Whoever reads one of them prints this.
SEEN = "seen it"

# What is tried -> the program; every one is real: without a level 2 it comes to something.
ATTEMPTS = {
    "open each hidden set": f"""
import glob
for path in glob.glob({str(PACKAGE / "data/hidden/*")!r}) or ["none"]:
    print({SEEN!r} if open(path, "rb").read(4) == b"PK\\x03\\x04" else "")""",
    "open one whose name is known": f"""
with open({str(PACKAGE / "data/hidden/fashion_mnist.npz")!r}, "rb") as file:
    print({SEEN!r} if len(file.read()) > 1000 else "")""",
    "leave the public data upwards": f"""
import os
path = os.path.join(os.path.realpath("data/sunspots"), "../../hidden/sunspots.npz")
print({SEEN!r} if open(path, "rb").read(2) == b"PK" else "")""",
    "ask étude itself": f"""
from etude.catalog.data import hidden_arrays
print({SEEN!r} if len(hidden_arrays("sunspots")["labels"]) else "")""",
    "link it into the own folder": f"""
import os
os.symlink({str(PACKAGE / "data/hidden/sunspots.npz")!r}, "mine.npz")
print({SEEN!r} if open("mine.npz", "rb").read(2) == b"PK" else "")""",
    "read a question": f"""
from pathlib import Path
files = [p for p in Path({str(PACKAGE / "questions")!r}).rglob("*") if p.suffix in (".py", ".md")]
print({SEEN!r} if files and files[0].read_bytes() else "")""",
    "import a question's package": f"""
import inspect, etude.questions
print({SEEN!r} if inspect.getsource(etude.questions) else "")""",
}


@pytest.fixture(scope="module", params=[1, 2, 3], ids=lambda level: f"level {level}")
def level(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def box(level: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """With what étude's own commands hide, but for TensorFlow."""
    light = replace(
        sandbox_settings(),
        perform="performing:perform",
        preload=("numpy",),
        import_paths=(str(Path(__file__).parent),),
    )
    with open_sandbox(
        runtime_dir=tmp_path_factory.mktemp("rt") / "rt",
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=light,
    ) as opened:
        try:
            assert opened.isolation.level == level
        except SandboxUnavailable as missing:
            pytest.skip(f"level {level} cannot be reached here: {missing}")
        yield opened


@pytest.mark.parametrize("program", ATTEMPTS.values(), ids=ATTEMPTS)
def test_nothing_hidden_is_seen_from_level_2_on(box: Sandbox, level: int, program: str) -> None:
    links = {"data/sunspots": str(PACKAGE / "data/public/sunspots")}

    outcome = box.run(Job(task=program.encode(), links=links))

    assert (SEEN in outcome.stdout) == (level == 1), outcome.detail


def test_the_public_data_beside_it_can_be_read(box: Sandbox) -> None:
    links = {"data/sunspots": str(PACKAGE / "data/public/sunspots")}

    outcome = box.run(Job(task=b"import os; print(len(os.listdir('data/sunspots')))", links=links))

    assert int(outcome.stdout) > 0


def test_what_sittings_keep_cannot_be_read_even_where_the_state_lies_among_readable_files(
    level: int, tmp_path: Path
) -> None:
    if level == 1:
        pytest.skip("reading is possible there, as documented")
    root = tmp_path / "readable"
    places = Places(state=root / "home", runtime=tmp_path / "run", database="")
    kept = FolderBlobs(places.sittings).put(SEEN.encode())
    light = replace(
        hidden_from_learners(places),
        perform="performing:perform",
        preload=("numpy",),
        import_paths=(str(Path(__file__).parent),),
        readable=(str(root),),
    )
    beside = root / "beside.txt"
    beside.write_text("beside")

    with open_sandbox(
        runtime_dir=places.runtime,
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=light,
    ) as opened:
        read = "print(open({!r}).read())".format
        seen = opened.run(Job(task=read(str(beside)).encode()))
        stolen = opened.run(Job(task=read(str(places.sittings / kept)).encode()))

    assert seen.stdout == "beside\n", seen.detail
    assert SEEN not in stolen.stdout
