"""What `dev check` says of a question of an exam."""

from pathlib import Path

import pytest
from small_exercise import METADATA, answer, write_exercise

from etude.app.grader import make_grader
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


def statements(folder: Path) -> list[str]:
    prover = QuestionProver(grader=make_grader(FakeSandbox(answer())))
    return [proof.statement for proof in prover.prove(read_exercise(folder))]


def test_a_starter_to_be_written_must_get_nothing(folder: Path) -> None:
    assert "starter.py gets 0 of 5" in statements(folder)


def test_a_starter_to_be_mended_must_get_what_the_level_with_its_program_gets(folder: Path) -> None:
    task = "# TODO: find the mistake\n" + PROGRAM.format(what="as it was given", rate=0)
    (folder / "starter.py").write_text(task)

    found = statements(folder)

    assert "starter.py gets 2 of 5" in found
    assert "levels/2_slow.py gets 2 of 5" in found
