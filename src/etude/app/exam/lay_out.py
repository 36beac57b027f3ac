"""Lays the questions of a sitting out in a workspace of its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from etude.app.exam.asked import Asked
from etude.app.manifest import FILE, Manifest, read_manifest, write_manifest
from etude.app.start import assert_free, data_files, give
from etude.catalog.texts import read_text
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting

_WELCOME = """\
# {title}

Each folder holds one question: its README.md says what to do and how it is marked, the Python file
beside it is yours to edit, and its data lie in `data/`. Run your program in that folder.

{questions}

In this folder, type:

    etude exam            the room: the clock, and every save is kept
    etude exam run 1      run the program of question 1 in the sandbox
    etude exam submit 1   hand in what it has written, and be told the mark
    etude exam status     the clock and your marks
    etude exam finish     when you are done
"""


def lay_out(
    sitting: Sitting,
    asked: Sequence[Asked],
    public_data: Callable[[str], Path],
    *,
    replaces: Callable[[str], bool],
) -> None:
    """Makes the workspace; hidden data never enter it.

    Args:
      replaces: whether the folder of this earlier sitting may be taken: it never began.

    Raises:
      Problem: the folder is somebody else's, or cannot be written.
    """
    root = Path(sitting.workspace)
    try:
        _mark_as_ours(root, sitting, replaces)
        given: dict[str, str] = {}
        for path, content in _files(sitting, asked, public_data):
            give(root, path, content, given, restore=True)
        write_manifest(root, replace(read_manifest(root), etude=sitting.etude, given=given))
    except OSError as error:
        where = error.filename or root
        raise Problem(f"{where} cannot be written: {error.strerror or error}.") from None


def given_files(asked: Asked) -> Mapping[str, bytes]:
    """What a candidate begins with: path in the question's folder and content."""
    return {asked.program: read_text(asked.question, "starter.py").encode()}


def _mark_as_ours(root: Path, sitting: Sitting, replaces: Callable[[str], bool]) -> None:
    """Before anything is put in it, so that a start that was killed can be done again."""
    if (root / FILE).is_file():
        earlier = read_manifest(root).sitting
        if not earlier or not replaces(earlier):
            raise Problem(f"{root} is a workspace already. Name a new folder for the exam.")
    else:
        name = sitting.blueprint.name
        assert_free(root, new=root / f"etude-{name}", exam=name)
    write_manifest(root, Manifest(sitting=sitting.id))


def _files(
    sitting: Sitting, asked: Sequence[Asked], public_data: Callable[[str], Path]
) -> Iterator[tuple[str, bytes]]:
    yield "README.md", _welcome(sitting, asked).encode()
    for one in asked:
        folder = one.folder.name
        yield f"{folder}/README.md", read_text(one.question, "README.md").encode()
        yield from ((f"{folder}/{path}", content) for path, content in given_files(one).items())
        for name in one.question.data:
            for path, content in data_files(name, public_data(name)):
                yield f"{folder}/{path}", content


def _welcome(sitting: Sitting, asked: Sequence[Asked]) -> str:
    lines = [
        f"- {one.folder.name}/{one.program}: {one.question.title} "
        f"(worth {one.item.weight:g} of 100, about {one.question.minutes} minutes)"
        for one in asked
    ]
    return _WELCOME.format(title=sitting.blueprint.title, questions="\n".join(lines))
