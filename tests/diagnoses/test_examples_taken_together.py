"""Networks that give one answer for a whole batch."""

from collections.abc import Sequence

import pytest
from described import chained, evidence, layer

from etude.diagnoses.catalogue import examples_taken_together as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Model, TensorSpec

LAMBDA = "a = 1\nd = Lambda(\n    lambda p: ops.sum(p[0] - p[1], axis=0),\n)(both)\n"
OWN = (
    "class Gap(Layer):\n    def call(self, a, b):\n        return ops.sum(a - b, 0)\n\nd = Gap()\n"
)


def _network(
    kind: str = "Lambda",
    *,
    gives: Sequence[int | None] = (1, 4),
    ends: Sequence[int | None] = (1, 1),
    begins: Sequence[int | None] = (None, 4),
    program: str = LAMBDA,
    line: int = 2,
) -> Evidence:
    layers = chained(
        layer("Dense", shape=[None, 4]),
        layer(kind, shape=list(gives), line=line),
        layer("Activation", shape=list(ends)),
    )
    model = Model(
        key="1",
        kind="functional",
        layers=layers,
        inputs=[TensorSpec(path="start", dtype="float32", shape=list(begins))],
        outputs=[TensorSpec(path="end", dtype="float32", shape=list(ends))],
    )
    return evidence(models=[model], program=program)


def test_fires_where_axis_0_is_written_in_a_lambda() -> None:
    finding = diagnosis.match(_network())

    assert finding is not None
    assert finding.line == 3
    assert "gets (None, 4), of any number of examples, and gives (1, 4)" in finding.evidence


def test_fires_where_axis_0_is_written_in_a_layer_of_ones_own() -> None:
    finding = diagnosis.match(_network("Gap", program=OWN, line=5))

    assert finding is not None
    assert finding.line == 3


def test_an_operation_is_told_at_its_line() -> None:
    finding = diagnosis.match(_network("Sum", program="d = keras.ops.sum(a, axis=0)\n", line=1))

    assert finding is not None
    assert finding.line == 1


@pytest.mark.parametrize(
    "network",
    [
        _network(gives=(None, 4), ends=(None, 1)),
        _network(ends=(None, 1)),  # such as statistics of a batch that are taken off each example
        _network(begins=(16, 4)),
    ],
    ids=["each example by itself", "an answer for each example", "a batch of a fixed size"],
)
def test_is_silent_on(network: Evidence) -> None:
    assert diagnosis.match(network) is None
