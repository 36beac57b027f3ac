"""The corpus names real diagnoses; what its programs are told is measured, not tested.

`python benchmarks/diagnosis_scores.py` runs right and wrong programs, and fails below its bars.
"""

import pytest
from corpus import Program, right_programs, wrong_programs

from etude.diagnoses.diagnose import catalogue


@pytest.mark.parametrize("program", wrong_programs(), ids=lambda program: program.name)
def test_a_wrong_program_is_named_after_a_diagnosis_and_marks_its_line(program: Program) -> None:
    assert program.diagnosis in catalogue()
    assert program.marks.get(program.diagnosis)


def test_there_are_enough_programs_to_measure_by() -> None:
    assert len(wrong_programs()) >= 120
    assert len(right_programs()) >= 60
