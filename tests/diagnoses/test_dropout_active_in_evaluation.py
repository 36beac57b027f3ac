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


MEASURED = """\
def accuracy():
    metric = keras.metrics.SparseCategoricalAccuracy()
    for features, labels in test:
        {measuring}
    return metric.result()
"""


@pytest.mark.parametrize(
    "measuring",
    [
        "metric.update_state(labels, model(features, training=True))",
        "out = model(features, training=True); metric.update_state(labels, out)",
    ],
)
def test_fires_where_a_metric_gets_the_outputs(measuring: str) -> None:
    calls = [called(line=4, training=True, taped=False)]

    finding = diagnosis.match(
        evidence(models=[network()], calls=calls, program=MEASURED.format(measuring=measuring))
    )

    assert finding is not None
    assert finding.line == 4
    assert "accuracy calls net" in finding.evidence


def test_fires_in_a_loop_outside_any_function() -> None:
    program = "for x, y in test:\n    metric.update_state(y, model(x, training=True))\n"
    calls = [called(line=2, training=True, taped=False)]

    finding = diagnosis.match(evidence(models=[network()], calls=calls, program=program))

    assert finding is not None
    assert "the loop in line 1 calls net" in finding.evidence


@pytest.mark.parametrize(
    "measuring",
    [
        "train_step(features); metric.update_state(labels, model(features, training=True))",
        "train_metric.update_state(labels, model(features, training=True))",
        "answers = [model(features, training=True) for _ in range(9)]; "
        "metric.update_state(labels, sum(answers))",
        "print(model(features, training=True))\n        metric.update_state(labels, other)",
    ],
    ids=["while training", "of the training", "several draws", "something else"],
)
def test_is_silent_where_it_does_not_measure(measuring: str) -> None:
    calls = [called(line=4, training=True, taped=False)]
    program = MEASURED.format(measuring=measuring)

    assert diagnosis.match(evidence(models=[network()], calls=calls, program=program)) is None
