"""A body that examines others marks with hidden sets of its own, from a file with a checksum."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from moved_clocks import Clocks
from small_questions import answer

from etude.app.exam import open_exam
from etude.app.exam.begin import Beginning, begin, named_blueprint
from etude.app.exam.exam import Exam
from etude.app.exam.mark import mark_waiting
from etude.app.exam.packs import hidden_of, read_pack, seal, sets_of, write_pack
from etude.app.exam.submit import submit
from etude.catalog.data import hidden_arrays, public_data
from etude.checks.reaches_bars import ReachesBars
from etude.cli.main import run
from etude.domain.exam import PLACES
from etude.domain.problem import Problem
from etude.domain.sitting import Allowances, Sitting
from etude.exams.pack import opened_pack
from etude.sandbox.fake import FakeSandbox

QUESTION = "regression/fuel"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """New rows of the set that the small questions ask for: half as many, each label 7."""
    path = tmp_path / "new" / "auto_mpg.npz"
    path.parent.mkdir()
    arrays = {name: array[::2] for name, array in hidden_arrays("auto_mpg").items()}
    np.savez(path, **{**arrays, "labels": np.full_like(arrays["labels"], 7)})
    return path


@pytest.fixture
def pack(exam: Exam, rows: Path, tmp_path: Path) -> Path:
    path = tmp_path / "body.pack"
    write_pack(path, seal(list(exam.questions.values()), [rows], only_given=True))
    return path


def started(exam: Exam, tmp_path: Path, content: bytes) -> Sitting:
    beginning = Beginning(
        blueprint=named_blueprint(exam, "small"),
        workspace=tmp_path / "sitting",
        seed=1,
        id="id",
        allowances=Allowances(),
        pack=content,
    )
    return begin(exam, beginning, public_data=public_data)


def test_a_sitting_with_a_pack_is_marked_by_its_rows(
    exam: Exam, fake: FakeSandbox, pack: Path, tmp_path: Path
) -> None:
    sitting = started(exam, tmp_path, read_pack(pack))
    (folder,) = Path(sitting.workspace).glob("1_*")
    (folder / "model.keras").write_text("4")
    submit(exam, sitting, 1)

    (marked,) = mark_waiting(exam, sitting)

    assert marked.marked.mark == 4
    sent = [job.files["auto_mpg_hidden_inputs.npz"] for job in fake.jobs if len(job.files) == 2]
    (folder / "inputs.npz").write_bytes(sent[-1])
    with np.load(folder / "inputs.npz") as inputs:
        assert len(inputs["inputs_weight"]) == 32  # 80 % of half of 80


def test_the_pack_belongs_to_the_sitting_wherever_its_file_goes(
    exam: Exam, pack: Path, tmp_path: Path
) -> None:
    sitting = started(exam, tmp_path, read_pack(pack))
    pack.unlink()

    hidden = hidden_of(exam, sitting)

    assert hidden is not None
    assert set(hidden("auto_mpg")["labels"].tolist()) == {7.0}
    assert PLACES not in hidden("auto_mpg")


def test_another_column_of_a_set_may_be_asked_for(exam: Exam, pack: Path, tmp_path: Path) -> None:
    hidden = hidden_of(exam, started(exam, tmp_path, read_pack(pack)))

    assert hidden is not None
    arrays = hidden("auto_mpg.weight")
    assert arrays["labels"].min() > 1000
    assert "inputs_weight" not in arrays


def test_a_sitting_without_a_pack_has_the_installed_sets(exam: Exam, sitting: Sitting) -> None:
    assert hidden_of(exam, sitting) is None


def test_a_pack_that_lacks_a_set_of_the_paper_starts_no_clock(exam: Exam, tmp_path: Path) -> None:
    from etude.exams.pack import sealed_pack

    other = sealed_pack({"co2": hidden_arrays("co2")}, questions=["forecasts/co2"], etude="1")

    with pytest.raises(Problem, match=r"lacks the hidden sets auto_mpg.*forecasts/co2"):
        started(exam, tmp_path, other)
    assert not exam.store.sittings(exam.learner)


@pytest.mark.parametrize("place", [10, 200, -10])
def test_a_pack_that_was_changed_anywhere_is_refused(pack: Path, place: int) -> None:
    content = bytearray(pack.read_bytes())
    content[place] ^= 1
    pack.write_bytes(content)

    with pytest.raises(Problem, match="is refused: expected the SHA-256"):
        read_pack(pack)


def test_a_pack_without_its_checksum_is_refused(pack: Path) -> None:
    (pack.parent / "body.pack.sha256").unlink()

    with pytest.raises(Problem, match=r"comes with its checksum.*body\.pack\.sha256"):
        read_pack(pack)


def test_an_empty_checksum_is_refused(pack: Path) -> None:
    (pack.parent / "body.pack.sha256").write_text("")

    with pytest.raises(Problem, match=r"\(none\)"):
        read_pack(pack)


def test_the_checksum_is_as_sha256sum_writes_it(pack: Path) -> None:
    digest, _, name = (pack.parent / "body.pack.sha256").read_text().strip().partition("  ")

    assert (len(digest), name) == (64, "body.pack")


def test_installed_rows_are_sealed_when_that_is_asked_for(exam: Exam) -> None:
    pack = opened_pack(seal([exam.questions[QUESTION]], []))

    np.testing.assert_array_equal(
        pack.sets["auto_mpg"]["labels"], hidden_arrays("auto_mpg")["labels"]
    )


def test_rows_for_a_set_that_nobody_asks_for_are_refused(exam: Exam, rows: Path) -> None:
    other = rows.rename(rows.with_name("cars.npz"))

    with pytest.raises(Problem, match=r"for a set 'cars'.*auto_mpg\.npz"):
        seal([exam.questions[QUESTION]], [other])


def test_rows_of_another_kind_are_refused(exam: Exam, rows: Path) -> None:
    np.savez(rows, inputs=np.zeros((4, 2)), labels=np.zeros(4))

    with pytest.raises(Problem, match="cannot stand in for the hidden set auto_mpg"):
        seal([exam.questions[QUESTION]], [rows])


def test_rows_that_cannot_be_read_are_refused(exam: Exam, rows: Path) -> None:
    rows.write_bytes(b"no arrays")

    with pytest.raises(Problem, match="cannot be read as arrays"):
        seal([exam.questions[QUESTION]], [rows])


def test_the_set_of_a_check_is_the_stored_one() -> None:
    bars = ReachesBars(
        name="bars", artifact="m.keras", hidden="credit.price", lower=(), bar=0.5, points=1
    )

    assert sets_of([bars]) == ["credit"]


Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    questions: Path,
    clocks: Clocks,
    tmp_path: Path,
) -> Say:
    """``say("exam", "submit", "1")``: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(open_exam, "read_clocks", clocks)
    for module in ("etude.app.exam.open_exam", "etude.app.open_practice"):
        monkeypatch.setattr(f"{module}.user_sandbox", lambda places: FakeSandbox(answer))

    def type_it(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return type_it


def put(root: Path, number: int, text: str) -> None:
    (folder,) = root.glob(f"{number}_*")
    (folder / "model.keras").write_text(text)


def record(said: tuple[int, str, str]) -> Any:
    return json.loads(said[1])


def test_a_body_seals_a_pack_and_a_candidate_sits_with_it(say: Say, tmp_path: Path) -> None:
    code, out, err = say("dev", "seal", QUESTION, "--from-installed", "--out", "body.pack")
    assert (code, err) == (0, "")
    assert "body.pack.sha256" in out

    code, _, err = say("exam", "start", "small", "--yes", "--pack", "body.pack")

    assert (code, err) == (0, "")
    put(tmp_path / "etude-small", 1, "5")
    assert say("exam", "submit", "1")[0] == 0


def test_a_changed_pack_is_refused_before_anything_is_asked(say: Say, tmp_path: Path) -> None:
    say("dev", "seal", QUESTION, "--from-installed", "--out", "body.pack")
    (tmp_path / "body.pack").write_bytes(b"other")

    code, _, err = say("exam", "start", "small", "--yes", "--pack", "body.pack")

    assert code != 0
    assert "is refused: expected the SHA-256" in err
    assert not (tmp_path / "etude-small").exists()


def test_sealing_needs_rows(say: Say) -> None:
    assert "--from-installed" in say("dev", "seal", QUESTION, "--out", "x")[2]


def test_a_mark_is_appealed_against_replayed_upheld_and_given_anew(
    say: Say, questions: Path, tmp_path: Path
) -> None:
    say("exam", "start", "small", "--yes", "--seed", "5")
    put(tmp_path / "etude-small", 1, "3")
    say("exam", "submit", "1")
    say("exam", "finish", "--yes")

    code, out, err = say("exam", "appeal", "1", "It is right")
    assert (code, err) == (0, "")
    assert "against the mark 3 of question 1: etude-small/appeal_1.zip" in out

    code, out, _ = say("dev", "replay", "etude-small/appeal_1.zip")
    assert code == 0
    assert "The candidate: It is right" in out
    assert out.index("Then") < out.index("Now")

    replayed = record(say("dev", "replay", "etude-small/appeal_1.zip", "--json"))
    assert (replayed["stands"], replayed["then"]["mark"], replayed["now"]["mark"]) == (True, 3, 3)

    code, out, _ = say("dev", "uphold", "etude-small/appeal_1.zip", "another_way")
    assert (code, "another_way.py" in out) == (0, True)

    for checks in questions.glob("*/*/checks.py"):
        checks.write_text(checks.read_text().replace('int(facts["text"]) - 1', "4"))
    code, out, _ = say("exam", "remark")
    assert code == 1
    assert "Question 1, submission 1: 5 (before: 3)" in out


def test_an_appeal_that_cannot_be_read_is_told_so(say: Say) -> None:
    code, _, err = say("dev", "replay", "nothing.zip")

    assert code != 0
    assert "nothing.zip cannot be read" in err
