"""Functional models of something else than tensors."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import model_of_no_tensors as diagnosis

SAID = "All `{}` values must be KerasTensors. Received: x including invalid value 4 of type {}"


@pytest.mark.parametrize(
    ("program", "part", "kind", "change"),
    [
        ("Model(x, y)", "inputs", "<class 'numpy.ndarray'>", "keras.Input(x.shape[1:])"),
        ("Model(inputs=(4,), outputs=y)", "inputs", "<class 'int'>", "keras.Input((4,))"),
        ("Model(i, head(i))", "outputs", "<class 'NoneType'>", "let the function behind head(i)"),
        ("Model(base, y)", "inputs", "<class 'keras.src.models.Sequential'>", "base.inputs"),
    ],
)
def test_the_tensors_that_are_meant_are_told(
    program: str, part: str, kind: str, change: str
) -> None:
    finding = diagnosis.match(failed(f"\n\nm = {program}\n", SAID.format(part, kind)))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_a_layer_that_was_not_called_is_another_mistake() -> None:
    message = SAID.format("outputs", "<class 'keras.src.layers.core.dense.Dense'>")

    assert diagnosis.match(failed("\n\nm = Model(i, dense)\n", message)) is None
