"""training=True in code that evaluates."""

import pytest
from described import dense, evidence
from looped import called, network

from etude.diagnoses.catalogue import dropout_active_in_evaluation as diagnosis

PROGRAM = """\
def {name}(inputs, labels):
    outputs = model(inputs, training=True)
    accuracy.update_state(labels, outputs)
"""


@pytest.mark.parametrize("name", ["test_step", "evaluate", "run_validation"])
def test_fires_in_a_function_that_evaluates(name: str) -> None:
    calls = [called(line=2, training=True, taped=False)]

    finding = diagnosis.match(
        evidence(models=[network()], calls=calls, program=PROGRAM.format(name=name))
    )

    assert finding is not None
    assert finding.line == 2
    assert name in finding.evidence


@pytest.mark.parametrize("name", ["train_step", "mc_evaluate", "latest"])
def test_is_silent_in_others(name: str) -> None:
    calls = [called(line=2, training=True, taped=False)]

    program = PROGRAM.format(name=name)

    assert diagnosis.match(evidence(models=[network()], calls=calls, program=program)) is None


def test_is_silent_under_a_tape_and_without_such_layers() -> None:
    program = PROGRAM.format(name="evaluate")
    taped, plain = called(line=2, training=True), called(line=2, training=True, taped=False)

    assert diagnosis.match(evidence(models=[network()], calls=[taped], program=program)) is None
    assert (
        diagnosis.match(evidence(models=[network(dense(1))], calls=[plain], program=program))
        is None
    )
