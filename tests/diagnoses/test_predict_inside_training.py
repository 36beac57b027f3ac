"""Models that are asked by their own loss."""

import pytest
from looped import called

from etude.diagnoses.catalogue import predict_inside_training as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

PROGRAM = """\
def measure(y_true, y_pred):
    again = net.{verb}(x)
    return again
net.fit(x, y)
"""
SAID = "Method requires being in cross-replica context, use get_replica_context().merge_call()"


def stopped(verb: str = "predict", message: str = SAID) -> Evidence:
    frames = [
        ErrorFrame(file="program.py", line=4, function="<module>"),
        ErrorFrame(file="program.py", line=2, function="measure"),
    ]
    raised = Error(type="RuntimeError", message=message, frames=frames)
    return Evidence(source=Source("program.py", PROGRAM.format(verb=verb)), errors=[raised])


@pytest.mark.parametrize("verb", ["predict", "evaluate"])
def test_fires_at_the_question(verb: str) -> None:
    finding = diagnosis.match(stopped(verb))

    assert finding is not None
    assert finding.line == 2
    assert f"measure calls net.{verb} in line 2" in finding.evidence
    assert "net(...)" in finding.change


def test_is_silent_on_other_calls_and_other_exceptions() -> None:
    assert diagnosis.match(stopped("call")) is None
    assert diagnosis.match(stopped(message="division by zero")) is None


TAPE = """\
with tf.GradientTape() as tape:
    predictions = net.predict(x)
    loss = tf.reduce_mean(y - predictions)
grads = tape.gradient(loss, net.trainable_variables)
optimizer.apply_gradients(zip(grads, net.trainable_variables))
"""
NO_GRADIENT = Error(type="ValueError", message="No gradients provided for any variable.")


def test_fires_under_a_tape_that_saw_no_model() -> None:
    finding = diagnosis.match(Evidence(source=Source("program.py", TAPE), errors=[NO_GRADIENT]))

    assert finding is not None
    assert finding.line == 2
    assert "net(...)" in finding.change


def lost_under(tape: str) -> Evidence:
    """No gradient came although the tape saw a model."""
    return Evidence(
        source=Source("program.py", tape), errors=[NO_GRADIENT], calls=[called(taped=True)]
    )


def test_fires_where_the_tape_saw_another_model_than_the_one_that_is_to_learn() -> None:
    finding = diagnosis.match(lost_under(TAPE.replace("y - predictions", "judge(predictions)")))

    assert finding is not None
    assert finding.line == 2
    assert "no weight of net gets a gradient" in finding.evidence


def test_is_silent_where_predict_gives_targets_or_stands_outside() -> None:
    own_targets = TAPE.replace("y - predictions", "net(x) - predictions")
    of_a_teacher = TAPE.replace("net.predict", "teacher.predict")
    outside = TAPE.replace("net.predict(x)", "x @ w") + "net.predict(x)\n"

    assert diagnosis.match(lost_under(own_targets)) is None
    assert diagnosis.match(lost_under(of_a_teacher)) is None
    assert (
        diagnosis.match(Evidence(source=Source("program.py", outside), errors=[NO_GRADIENT]))
        is None
    )
