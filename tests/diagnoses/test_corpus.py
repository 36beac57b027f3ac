"""Right programs, as people write them, are left alone.

What wrong ones are told is measured: `python benchmarks/diagnosis_scores.py`.
"""

import pytest
from corpus import Program, observed, right_programs, wrong_programs
from scoring import Told

from etude.diagnoses.diagnose import catalogue, diagnose
from etude.sandbox import Sandbox


@pytest.mark.tensorflow
@pytest.mark.slow
@pytest.mark.parametrize("program", right_programs(), ids=lambda program: program.name)
def test_a_right_program_is_not_blamed(program: Program, warm_sandbox: Sandbox) -> None:
    evidence = observed(warm_sandbox, program.text)

    assert not evidence.errors
    assert not Told(program=program, findings=diagnose(evidence)).blamed


@pytest.mark.parametrize("program", wrong_programs(), ids=lambda program: program.name)
def test_a_wrong_program_is_named_after_a_diagnosis_and_marks_its_line(program: Program) -> None:
    assert program.diagnosis in catalogue()
    assert program.marks.get(program.diagnosis)
