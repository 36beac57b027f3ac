"""A workspace: made once, kept up to date, never written over."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from small_exercise import FILE, ID, STARTER, write_exercise

from etude.app import manifest, start
from etude.app.start import start_workspace, update_workspace
from etude.app.whole_file import write_whole
from etude.app.workspace import NoWorkspace, Workspace, find_workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.exercise import Exercise
from etude.domain.problem import Act, Problem, Step
from etude.render.steps import command

Exercises = Mapping[str, Exercise]


def with_a_new_exercise(collection: Path) -> Exercises:
    write_exercise(collection, "models/deep", level=2)
    catalog.exercises.cache_clear()
    return catalog.exercises()


def test_a_new_workspace_has_starter_statement_and_data(workspace: Workspace) -> None:
    root = workspace.root

    assert (root / FILE).read_text() == STARTER
    assert (root / ID / "README.md").is_file()
    assert (root / "data/penguins/penguins.csv").is_file()
    assert (root / "README.md").is_file()


def test_no_solution_and_no_hidden_row_gets_into_a_workspace(workspace: Workspace) -> None:
    names = {path.name for path in workspace.root.rglob("*")}

    assert not names & {"solution.py", "checks.py", "hints.md", "penguins.npz"}


def test_a_workspace_is_found_from_any_folder_inside_it(workspace: Workspace) -> None:
    found = find_workspace(workspace.root / ID)

    assert (found.root, found.id) == (workspace.root, workspace.id)


def test_a_workspace_of_the_usual_name_is_found_from_the_folder_above(
    tmp_path: Path, exercises: Exercises
) -> None:
    start_workspace(tmp_path / "etude-practice", exercises, public_data)

    assert find_workspace(tmp_path).root == tmp_path / "etude-practice"


def test_without_a_workspace_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace) as found:
        find_workspace(tmp_path)

    assert "etude start" in found.value.told(command)


def test_starting_again_never_touches_what_the_learner_has_edited(
    workspace: Workspace, exercises: Exercises
) -> None:
    (workspace.root / FILE).write_text("mine = 1\n")
    (workspace.root / "data/penguins/penguins.csv").write_text("my,rows\n")

    again = start_workspace(workspace.root, exercises, public_data)

    assert not again.created
    assert (workspace.root / FILE).read_text() == "mine = 1\n"
    assert (workspace.root / "data/penguins/penguins.csv").read_text() == "my,rows\n"
    assert again.workspace.id == workspace.id


def test_starting_again_brings_back_what_is_missing(
    workspace: Workspace, exercises: Exercises
) -> None:
    (workspace.root / FILE).unlink()

    start_workspace(workspace.root, exercises, public_data)

    assert (workspace.root / FILE).read_text() == STARTER


def test_an_updated_etude_brings_new_exercises_and_no_deleted_ones(
    workspace: Workspace, collection: Path
) -> None:
    (workspace.root / FILE).unlink()

    updated, added = update_workspace(workspace, with_a_new_exercise(collection), public_data)

    assert list(added) == ["models/deep"]
    assert (workspace.root / "models/deep/deep.py").is_file()
    assert not (workspace.root / FILE).exists()
    assert find_workspace(workspace.root).manifest == updated.manifest


def test_an_updated_etude_mends_statements_that_were_not_edited(
    workspace: Workspace, collection: Path, exercises: Exercises
) -> None:
    (collection / ID / "README.md").write_text("# Better\n")
    (collection / ID / "starter.py").write_text("# better TODO\n")
    (workspace.root / FILE).write_text("mine = 1\n")

    start_workspace(workspace.root, exercises, public_data)

    assert (workspace.root / ID / "README.md").read_text() == "# Better\n"
    assert (workspace.root / FILE).read_text() == "mine = 1\n"


def test_a_workspace_inside_another_is_refused(workspace: Workspace, exercises: Exercises) -> None:
    with pytest.raises(Problem, match="lies inside the workspace"):
        start_workspace(workspace.root / "inner", exercises, public_data)


def test_a_folder_with_somebody_elses_files_is_refused(
    tmp_path: Path, exercises: Exercises
) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.tex").write_text("x")

    with pytest.raises(Problem, match="files that are not étude's"):
        start_workspace(tmp_path / "thesis", exercises, public_data)

    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.tex"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, exercises: Exercises) -> None:
    (tmp_path / "practice").write_text("x")

    with pytest.raises(Problem, match="is a file"):
        start_workspace(tmp_path / "practice", exercises, public_data)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"id": 3}'])
def test_a_damaged_marker_file_is_told_with_what_to_do(
    workspace: Workspace, content: bytes
) -> None:
    (workspace.root / manifest.FILE).write_bytes(content)

    with pytest.raises(Problem, match=r"cannot be read.*etude start"):
        find_workspace(workspace.root)


def test_a_workspace_of_a_newer_etude_is_left_alone(workspace: Workspace) -> None:
    path = workspace.root / manifest.FILE
    path.write_text(path.read_text().replace('"format": 1', '"format": 99'))

    with pytest.raises(Problem, match="newer étude"):
        find_workspace(workspace.root)


def test_a_submission_holds_the_learners_python_files_and_nothing_hidden(
    workspace: Workspace, exercise: Exercise
) -> None:
    folder = workspace.root / ID
    (folder / "helper.py").write_text("y = 2\n")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/x.py").write_text("z = 3\n")
    (folder / ".tmp.py").write_text("z = 3\n")

    submission = workspace.submission(exercise)

    assert set(submission.files) == {FILE, f"{ID}/helper.py"}
    assert submission.program == STARTER.encode()


def test_a_deleted_file_is_told_with_how_to_get_it_back(
    workspace: Workspace, exercise: Exercise
) -> None:
    (workspace.root / FILE).unlink()

    with pytest.raises(Problem, match=f"{FILE} is missing") as found:
        workspace.submission(exercise)

    assert found.value.step == Step(act=Act.PUT_STARTER_BACK, exercise=ID)


def test_a_renamed_file_is_told_by_its_new_name(workspace: Workspace, exercise: Exercise) -> None:
    (workspace.root / FILE).rename(workspace.root / ID / "my_pixels.py")

    with pytest.raises(
        Problem, match=r"There is my_pixels.py: if it is yours, rename it to scaled_pixels.py"
    ):
        workspace.submission(exercise)


def test_a_deleted_folder_is_told_the_same_way(workspace: Workspace, exercise: Exercise) -> None:
    for path in sorted((workspace.root / ID).iterdir()):
        path.unlink()
    (workspace.root / ID).rmdir()

    with pytest.raises(Problem) as found:
        workspace.submission(exercise)

    assert f"etude reset {ID}" in found.value.told(command)


def test_a_huge_file_is_not_sent(workspace: Workspace, exercise: Exercise) -> None:
    (workspace.root / FILE).write_bytes(b"#" * (2 << 20))

    with pytest.raises(Problem, match="larger than 1 MB"):
        workspace.submission(exercise)


def test_reset_keeps_every_file_it_replaces(workspace: Workspace, exercise: Exercise) -> None:
    path = workspace.root / FILE
    path.write_text("first\n")
    first = workspace.reset(exercise)
    path.write_text("second\n")

    second = workspace.reset(exercise)

    assert first is not None
    assert second is not None
    assert (first.read_text(), second.read_text()) == ("first\n", "second\n")
    assert path.read_text() == STARTER


def test_reset_brings_back_a_deleted_file(workspace: Workspace, exercise: Exercise) -> None:
    (workspace.root / FILE).unlink()

    assert workspace.reset(exercise) is None
    assert (workspace.root / FILE).read_text() == STARTER


def test_a_starter_is_not_edited_until_it_differs(workspace: Workspace, exercise: Exercise) -> None:
    before = workspace.edited_at(exercise)
    (workspace.root / FILE).write_text("mine = 1\n")
    os.utime(workspace.root / FILE, (1000, 1000))

    assert (before, workspace.edited_at(exercise)) == (0.0, 1000.0)


def test_a_start_that_was_killed_can_be_resumed(
    tmp_path: Path, exercises: Exercises, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "practice"
    _start_and_be_killed_after(3, root, exercises, monkeypatch)

    resumed = start_workspace(root, exercises, public_data)

    assert (root / FILE).read_text() == STARTER
    assert resumed.created
    assert set(resumed.workspace.manifest.given) >= {"README.md", FILE, f"{ID}/README.md"}


def test_what_a_killed_start_has_written_is_kept_up_to_date_afterwards(
    tmp_path: Path, exercises: Exercises, collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "practice"
    _start_and_be_killed_after(3, root, exercises, monkeypatch)
    start_workspace(root, exercises, public_data)
    (collection / ID / "README.md").write_text("# Better\n")

    start_workspace(root, exercises, public_data)

    assert (root / ID / "README.md").read_text() == "# Better\n"


def _start_and_be_killed_after(
    count: int, root: Path, exercises: Exercises, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def write_some(path: Path, content: bytes, **options: bool) -> None:
        if len(written) == count:
            raise SystemExit
        written.append(path)
        write_whole(path, content, **options)

    with monkeypatch.context() as patched:
        patched.setattr(start, "write_whole", write_some)
        with pytest.raises(SystemExit):
            start_workspace(root, exercises, public_data)


def test_a_full_folder_is_answered_with_a_path_that_can_be_typed_as_it_stands(
    tmp_path: Path, exercises: Exercises
) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.tex").write_text("x")

    with pytest.raises(Problem) as found:
        start_workspace(tmp_path / "thesis", exercises, public_data)

    assert found.value.told(command).endswith(f"etude start {tmp_path}/thesis/etude-practice")


def test_a_file_name_that_is_not_utf_8_is_told(workspace: Workspace, exercise: Exercise) -> None:
    name = os.fsdecode(b"caf\xe9.py")
    (workspace.root / ID / name).write_text("x = 1\n")

    with pytest.raises(Problem, match=r"caf\\xe9.py.*[Rr]ename"):
        workspace.submission(exercise)
