"""Diagnoses on whole programs as people write them: right ones, and wrong ones with one fault."""

import pytest
from corpus import Program, observed, right_programs, wrong_programs
from scoring import Told

from etude.diagnoses.diagnose import catalogue, diagnose
from etude.sandbox import Sandbox

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

RIGHT = right_programs()
WRONG = [program for program in wrong_programs() if program.diagnosis in catalogue()]


@pytest.mark.parametrize("program", RIGHT, ids=lambda program: program.name)
def test_a_right_program_is_not_blamed(program: Program, warm_sandbox: Sandbox) -> None:
    evidence = observed(warm_sandbox, program.text)

    assert not evidence.errors
    assert not Told(program=program, findings=diagnose(evidence)).blamed


@pytest.mark.parametrize("program", WRONG, ids=lambda program: program.name)
def test_a_fault_is_found_at_a_marked_line(program: Program, warm_sandbox: Sandbox) -> None:
    findings = diagnose(observed(warm_sandbox, program.text))

    assert Told(program=program, findings=findings).at_its_line, findings
