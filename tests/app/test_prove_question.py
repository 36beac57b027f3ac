"""What `dev check` says of a question of an exam."""

from pathlib import Path

import pytest
from small_exercise import METADATA, answer, write_exercise

from etude.app.grader import make_grader
from etude.app.proof import Proof
from etude.app.prove_question import QuestionProver
from etude.catalog.exercises import read_exercise
from etude.sandbox.fake import FakeSandbox

STATEMENT = "## Goal\n\n## Given\n\n## Do\n\n## Marks\n"
PROGRAM = '"""Trains {what}."""\n\nrate = {rate}\n'
CHECKS = """\
from etude.checks.artifact_size import ArtifactSize

CHECKS = [ArtifactSize(artifact="model.keras", most_bytes=1000, points=5)]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A complete question whose starter is a program to be written."""
    made = write_exercise(tmp_path / "collection")
    metadata = METADATA.replace('"build"', '"question"').replace('wants = ["load"]\n', "")
    (made / "exercise.toml").write_text(metadata)
    (made / "README.md").write_text(STATEMENT)
    (made / "checks.py").write_text(CHECKS)
    (made / "variants.py").write_text("def variant(rng):\n    return {}\n")
    (made / "design.md").write_text("# How the bars were set\n")
    (made / "starter.py").write_text('"""Trains."""\n\n# TODO: train\n')
    for kind, names in {"accepted": ["again"], "levels": ["2_slow", "3_fast"]}.items():
        (made / kind).mkdir()
        for number, name in enumerate(names):
            (made / kind / f"{name}.py").write_text(PROGRAM.format(what=name, rate=number))
    return made


def prover() -> QuestionProver:
    grader = make_grader(FakeSandbox(answer()))
    return QuestionProver(grader=grader, known_diagnoses=frozenset({"nan_loss"}))


def proofs(folder: Path) -> list[Proof]:
    return list(prover().prove(read_exercise(folder)))


def statements(folder: Path) -> list[str]:
    return [proof.statement for proof in proofs(folder)]


def test_a_starter_to_be_written_must_get_nothing(folder: Path) -> None:
    assert "starter.py gets 0 of 5" in statements(folder)


def test_a_starter_to_be_mended_must_get_what_the_level_with_its_program_gets(folder: Path) -> None:
    task = "# TODO: find the mistake\n" + PROGRAM.format(what="as it was given", rate=0)
    (folder / "starter.py").write_text(task)

    found = statements(folder)

    assert "starter.py gets 2 of 5" in found
    assert "levels/2_slow.py gets 2 of 5" in found


def test_a_level_must_be_told_the_diagnosis_that_it_marks(folder: Path) -> None:
    with (folder / "levels" / "2_slow.py").open("a") as level:
        level.write("fit(rate)  # diagnosis: nan_loss\n")

    found = {proof.statement: proof.problem for proof in proofs(folder)}

    assert found["levels/2_slow.py is told nan_loss first, at its line"].startswith("no finding")
    assert not [told for told in found if "levels/3_fast.py is told" in told]


def test_what_an_answer_got_comes_with_the_statement_about_its_mark(folder: Path) -> None:
    programs = [proof.got.program for proof in proofs(folder) if proof.got]

    assert programs == [
        "starter.py",
        "solution.py",
        "accepted/again.py",
        "levels/2_slow.py",
        "levels/3_fast.py",
    ]


def test_right_answers_may_be_proven_alone(folder: Path) -> None:
    found = prover().prove_right_answers(read_exercise(folder))

    assert [proof.statement for proof in found] == [
        "solution.py gets 5 of 5",
        "solution.py takes at most half of its time limit",
        "accepted/again.py gets 5 of 5",
    ]
