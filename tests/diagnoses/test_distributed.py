"""Training on several devices: its steps, where its model is made, when devices are set."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from looped import applied

from etude.diagnoses.catalogue import (
    devices_set_too_late,
    loss_averaged_per_replica,
    model_outside_strategy_scope,
)
from etude.domain.error import Error, ErrorFrame

PROGRAM = """\
strategy = tf.distribute.MirroredStrategy()
{made}
def step(x, y):
    with tf.GradientTape() as tape:
        loss = {loss}
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
for batch in data:
    strategy.run(step, args=batch)
"""
INSIDE = "with strategy.scope(): model = build()"
OUTSIDE = "model = build()"


def program(*, made: str = INSIDE, loss: str = "tf.reduce_mean(losses(y, model(x)))") -> str:
    return PROGRAM.format(made=made, loss=loss)


STEP = "keras.src.backend.tensorflow.optimizer._distributed_tf_update_step"


def failed(line: int, *, kind: str = "AssertionError", message: str = "", by: str = STEP) -> Error:
    frame = ErrorFrame(file="program.py", line=line, function="step")
    return Error(type=kind, message=message, frames=[frame], raised_by=by)


def test_a_mean_over_the_part_of_one_device() -> None:
    finding = loss_averaged_per_replica.match(evidence(calls=[applied()], program=program()))

    assert finding is not None
    assert finding.line == 5
    assert "the part of the batch that one device has" in finding.evidence


@pytest.mark.parametrize(
    "text",
    [
        program(loss="tf.nn.compute_average_loss(tf.reduce_mean(losses))"),
        program(loss="tf.reduce_mean(losses) / strategy.num_replicas_in_sync"),
        program(loss="tf.reduce_sum(tf.reduce_mean(losses, axis=-1)) / BATCH"),
        program().replace("strategy.run(step, args=batch)", "step(*batch)"),
        program().replace("MirroredStrategy", "Plan"),
    ],
)
def test_losses_that_are_divided_by_the_whole_batch_or_run_on_one_device(text: str) -> None:
    assert loss_averaged_per_replica.match(evidence(calls=[applied()], program=text)) is None


def test_a_model_that_is_made_outside_the_scope() -> None:
    made = replace(model(dense(1)), line=2)
    seen = evidence(models=[made], program=program(made=OUTSIDE))

    finding = model_outside_strategy_scope.match(replace(seen, errors=[failed(6)]))

    assert finding is not None
    assert finding.line == 2
    assert "line 6 lets a strategy change its weights" in finding.evidence


def test_a_model_that_is_only_compiled_inside_the_scope() -> None:
    text = (
        "strategy = tf.distribute.MirroredStrategy()\n"
        "model = build()\n"
        "with strategy.scope():\n"
        "    model.compile()\n"
        "model.fit(x, y)\n"
    )
    seen = evidence(models=[replace(model(dense(1)), line=2)], program=text)

    finding = model_outside_strategy_scope.match(
        replace(seen, errors=[failed(5, kind="RuntimeError", message="Need to be inside distrib")])
    )

    assert finding is not None
    assert finding.line == 2
    assert "the strategy, which begins in line 3" in finding.evidence


def test_a_model_that_is_only_trained_inside_the_scope() -> None:
    """``fit`` hides where inside it an assertion without words was raised."""
    text = (
        "strategy = tf.distribute.MirroredStrategy()\n"
        "model = build()\n"
        "with strategy.scope():\n"
        "    model.fit(x, y)\n"
        "    assert len(x)\n"
    )
    seen = evidence(models=[replace(model(dense(1)), line=2)], program=text)

    finding = model_outside_strategy_scope.match(replace(seen, errors=[failed(4, by="")]))

    assert finding is not None
    assert finding.line == 2
    assert "line 4 lets a strategy change its weights" in finding.evidence
    for other in (failed(4, by="", message="no rows"), failed(5, by="")):
        assert model_outside_strategy_scope.match(replace(seen, errors=[other])) is None


def test_other_errors_and_models_in_a_scope_are_left_alone() -> None:
    made = replace(model(dense(1)), line=2)

    for text, error in (
        (program(), failed(6)),
        (program(made=OUTSIDE), failed(6, kind="InvalidArgumentError")),
        (program(made=OUTSIDE), failed(6, by="keras.src.losses.call")),
    ):
        seen = replace(evidence(models=[made], program=text), errors=[error])
        assert model_outside_strategy_scope.match(seen) is None


def test_devices_that_are_set_too_late() -> None:
    message = "Virtual devices cannot be modified after being initialized"
    text = "x = tf.zeros(3)\ntf.config.set_logical_device_configuration(cpu, parts)\n"
    seen = evidence(program=text)

    finding = devices_set_too_late.match(
        replace(seen, errors=[failed(2, kind="RuntimeError", message=message)])
    )

    assert finding is not None
    assert finding.line == 2
    for other in (failed(1, kind="RuntimeError", message=message), failed(2, kind="RuntimeError")):
        assert devices_set_too_late.match(replace(seen, errors=[other])) is None
