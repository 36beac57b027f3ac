"""One file edited in two places."""

import pytest

from etude.app.learner_file import EditedElsewhere, digest_of, read_file, save_file
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem


def test_an_edit_is_what_is_then_in_the_file(workspace: Workspace, exercise: Exercise) -> None:
    base = read_file(workspace, exercise).digest

    now = save_file(workspace, exercise, "x = 1\n", base=base)

    assert workspace.path(exercise).read_text() == "x = 1\n"
    assert now.digest == digest_of(workspace.path(exercise))


def test_an_edit_of_an_older_text_loses_neither(workspace: Workspace, exercise: Exercise) -> None:
    base = read_file(workspace, exercise).digest
    workspace.path(exercise).write_text("elsewhere\n")

    with pytest.raises(EditedElsewhere) as caught:
        save_file(workspace, exercise, "here\n", base=base)

    assert caught.value.now.text == "elsewhere\n"
    assert caught.value.kept.read_text() == "here\n"
    assert workspace.path(exercise).read_text() == "elsewhere\n"


def test_what_is_replaced_on_purpose_is_kept(workspace: Workspace, exercise: Exercise) -> None:
    workspace.path(exercise).write_text("elsewhere\n")
    base = digest_of(workspace.path(exercise))

    save_file(workspace, exercise, "here\n", base=base, keep_old=True)

    backups = (workspace.root / ".etude/backups" / exercise.id).glob("*.py")
    assert [path.read_text() for path in backups] == ["elsewhere\n"]


def test_the_same_text_from_two_places_is_no_conflict(
    workspace: Workspace, exercise: Exercise
) -> None:
    workspace.path(exercise).write_text("same\n")

    now = save_file(workspace, exercise, "same\n", base="of long ago")

    assert now.digest == digest_of(workspace.path(exercise))


def test_line_ends_stay_as_the_file_has_them(workspace: Workspace, exercise: Exercise) -> None:
    workspace.path(exercise).write_bytes(b"a = 1\r\nb = 2\r\n")
    now = read_file(workspace, exercise)

    save_file(workspace, exercise, now.text + "c = 3\n", base=now.digest)

    assert now.text == "a = 1\nb = 2\n"
    assert workspace.path(exercise).read_bytes() == b"a = 1\r\nb = 2\r\nc = 3\r\n"


def test_a_file_that_has_gone_is_made_again(workspace: Workspace, exercise: Exercise) -> None:
    workspace.path(exercise).unlink()
    now = read_file(workspace, exercise)

    save_file(workspace, exercise, "x = 1\n", base=now.digest)

    assert (now.text, now.digest) == ("", "")
    assert workspace.path(exercise).read_text() == "x = 1\n"


def test_a_file_that_is_no_text_is_left_alone(workspace: Workspace, exercise: Exercise) -> None:
    workspace.path(exercise).write_bytes(b"\xff\xfe")

    with pytest.raises(Problem, match="UTF-8"):
        save_file(workspace, exercise, "x = 1\n", base="")

    assert workspace.path(exercise).read_bytes() == b"\xff\xfe"
