"""What `dev check` says of an exercise."""

from pathlib import Path

import pytest
from small_exercise import CHECKS_ON_FAKE_FACTS, ID, answer, write_exercise

from etude.app.grader import make_grader
from etude.app.open_practice import user_sandbox
from etude.app.places import find_places
from etude.app.proof import Proof
from etude.app.prove import Prover
from etude.catalog.exercises import read_exercise
from etude.catalog.variants import variant_of
from etude.domain.report import Report
from etude.sandbox import SandboxSettings
from etude.sandbox.fake import FakeSandbox

SOLVED = "## Goal\n\n## Given\n\n## Do\n\nWrite `load`.\n\n## Passes when\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A complete exercise."""
    made = write_exercise(tmp_path / "collection")
    (made / "README.md").write_text(SOLVED)
    for kind, count in {"accepted": 2, "mistakes": 3}.items():
        (made / kind).mkdir()
        for number in range(count):
            (made / kind / f"nan_loss__{number}.py").write_text("x = 1\n")
    assert "Told" in CHECKS_ON_FAKE_FACTS
    return made


def proofs(folder: Path, sandbox: FakeSandbox) -> list[Proof]:
    prover = Prover(grader=make_grader(sandbox), known_diagnoses=frozenset({"nan_loss"}))
    return list(prover.prove(read_exercise(folder)))


def test_the_solution_is_run_twice_and_no_more(folder: Path) -> None:
    sandbox = FakeSandbox(answer())

    found = proofs(folder, sandbox)

    program = (folder / "solution.py").read_bytes()
    runs = [job for job in sandbox.jobs if program in job.files.values()]
    assert len(runs) == 2
    about = [proof.statement for proof in found if proof.statement.startswith("solution.py")]
    assert about == [
        "solution.py passes with no finding",
        "solution.py takes at most half of its time limit",
    ]


def test_right_answers_may_be_proven_alone(folder: Path) -> None:
    sandbox = FakeSandbox(answer(right=True))
    prover = Prover(grader=make_grader(sandbox), known_diagnoses=frozenset())

    found = list(prover.prove_right_answers(read_exercise(folder)))

    assert [proof.statement for proof in found] == [
        "solution.py passes with no finding",
        "accepted/nan_loss__0.py passes with no finding",
        "accepted/nan_loss__1.py passes with no finding",
    ]
    assert all(proof.holds for proof in found)
    assert len(sandbox.jobs) == 3


def test_an_answer_without_substance_must_fail(folder: Path) -> None:
    lenient = FakeSandbox(answer(right=True))

    found = {proof.statement: proof.problem for proof in proofs(folder, lenient)}

    assert found["an answer that does nothing fails, by the learner's fault"] == "it passes"
    assert found["the solution without '/ 255.0' fails, by the learner's fault"] == "it passes"
    programs = [text.decode() for job in lenient.jobs for text in job.files.values()]
    assert any("def load():\n    return None" in text for text in programs)
    assert any("from_tensor_slices((pixels, tf.zeros(8)))" in text for text in programs)


def test_variants_leave_that_to_the_exercise_as_it_stands(folder: Path) -> None:
    prover = Prover(grader=make_grader(FakeSandbox(answer())), known_diagnoses=frozenset())

    statements = [p.statement for p in prover.prove(variant_of(read_exercise(folder), 1))]

    assert not [statement for statement in statements if "does nothing" in statement]


@pytest.mark.parametrize(
    ("key", "problem"),
    [("", "there is no key"), ("/ 127.5", "key = '/ 127.5' is no statement, argument")],
)
def test_the_key_stands_in_the_solution(folder: Path, key: str, problem: str) -> None:
    metadata = folder / "exercise.toml"
    metadata.write_text(metadata.read_text().replace('key = "/ 255.0"', f'key = "{key}"'))

    first = proofs(folder, FakeSandbox(answer()))[0]

    assert problem in first.problem


def test_phases_inside_others_count_once() -> None:
    phases = {"total": 1000.0, "run": 900.0, "program": 700.0, "reload": 300.0, "judging": 5.0}

    assert Report(exercise=ID, file="a.py", phases=phases).milliseconds == 1305.0


@pytest.mark.parametrize(
    ("wants", "problem"),
    [
        ("load", ""),
        ("save", "README.md does not mention `save`, which is read back"),
        ("Do", "solution.py does not define `Do`, which is read back"),
    ],
)
def test_names_that_are_read_back_are_in_the_statement_and_the_solution(
    folder: Path, wants: str, problem: str
) -> None:
    metadata = folder / "exercise.toml"
    metadata.write_text(metadata.read_text().replace('wants = ["load"]', f'wants = ["{wants}"]'))

    first = proofs(folder, FakeSandbox(answer()))[0]

    assert problem in first.problem
    assert first.holds is (problem == "")


def test_solutions_of_every_collection_are_hidden_from_programs(
    collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[SandboxSettings] = []
    monkeypatch.setattr(
        "etude.sandbox.open_sandbox", lambda runtime_dir, settings: asked.append(settings)
    )

    user_sandbox(find_places())

    assert str(collection / "images") in asked[0].hidden
