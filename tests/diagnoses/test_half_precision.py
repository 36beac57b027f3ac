"""Models in float16: their weights, their outputs, and the scale of their loss."""

from dataclasses import replace
from typing import Any

from described import dense, evidence, model
from looped import applied, gradient

from etude.checks.computes_in_half import ComputesInHalf
from etude.checks.values import Name
from etude.diagnoses.catalogue import (
    loss_not_scaled,
    outputs_in_half_precision,
    weights_in_half_precision,
)
from etude.domain.observations import Compiled, Model
from etude.domain.verdict import Status

STEP = [gradient(line=4), applied(line=5)]
PROGRAM = "keras.mixed_precision.set_global_policy('float16')\n"
CHECK = ComputesInHalf(of=Name(name="model"))


def network(hidden: str, last: str, *, outputs: str = "float32", optimizer: str = "SGD") -> Model:
    made = model(dense(8, line=2, dtype=hidden), dense(2, line=3, dtype=last), loss="mse")
    specs = [replace(spec, dtype=outputs) for spec in made.outputs]
    return replace(made, outputs=specs, compiled=Compiled(line=4, optimizer=optimizer))


MIXED = network("mixed_float16", "float32", optimizer="LossScaleOptimizer")


def test_weights_in_half_precision_are_told_at_their_policy() -> None:
    seen = evidence(models=[network("float16", "float32")], calls=STEP, program=PROGRAM)

    finding = weights_in_half_precision.match(seen)

    assert finding is not None
    assert finding.line == 1
    assert "weights in float16" in finding.evidence


def test_a_model_that_only_answers_may_be_kept_in_half_the_room() -> None:
    seen = evidence(models=[network("float16", "float32")], program=PROGRAM)

    assert weights_in_half_precision.match(seen) is None


def test_outputs_in_half_precision_are_told_at_the_last_layer() -> None:
    half = network("mixed_float16", "mixed_float16", outputs="float16")

    finding = outputs_in_half_precision.match(evidence(models=[half], calls=STEP))

    assert finding is not None
    assert finding.line == 3


def test_mixed_precision_with_whole_outputs_is_right() -> None:
    seen = evidence(models=[MIXED], calls=STEP)

    assert weights_in_half_precision.match(seen) is None
    assert outputs_in_half_precision.match(seen) is None


def test_a_loss_that_is_not_scaled_is_told_at_its_gradients() -> None:
    finding = loss_not_scaled.match(evidence(models=[MIXED], calls=STEP))

    assert finding is not None
    assert finding.line == 4


def test_a_loss_that_is_scaled_or_needs_no_scale_is_right() -> None:
    scaled = evidence(models=[MIXED], calls=STEP, program="loss = optimizer.scale_loss(loss)\n")
    plain = evidence(models=[network("float32", "float32")], calls=STEP)

    assert loss_not_scaled.match(scaled) is None
    assert loss_not_scaled.match(plain) is None


def judged(made: Model) -> Any:
    return CHECK.judge_model(made, {})


def test_the_check_passes_mixed_precision_alone() -> None:
    assert judged(MIXED).status is Status.PASSED
    assert "policy float16" in judged(network("float16", "float32")).received
    half = network("mixed_float16", "mixed_float16", outputs="float16")
    assert judged(half).received == "outputs in float16"
    assert judged(replace(MIXED, compiled=Compiled(optimizer="SGD"))).received == "one with SGD"
