"""A single number between what a network knows and the classes that it names."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import chained, dense, evidence, layer, model
from trained import trained

from etude.diagnoses.catalogue import classes_behind_one_unit as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Layer


def found(
    *layers: Layer, right: float | None = 0.2, loss: str = "categorical_crossentropy"
) -> Finding | None:
    shape = [None, layers[-1].config["units"]]
    of = replace(model(*layers, loss=loss, output=shape), layers=chained(*layers))
    ends = replace(of, outputs=[replace(of.outputs[0], path=of.layers[-1].name)])
    fit = trained(loss=[2.0] * 5, accuracy=[right] * 5 if right is not None else [], model=ends)
    return diagnosis.match(evidence(fits=[fit]))


@pytest.mark.parametrize(
    "between",
    [
        [dense(1, "sigmoid", line=4)],
        [dense(1, line=4), layer("Activation", activation="sigmoid")],
        [dense(1, line=4), layer("BatchNormalization"), layer("LeakyReLU"), layer("Dropout")],
    ],
    ids=["its own sigmoid", "an activation behind", "more behind"],
)
@pytest.mark.parametrize("last", ["softmax", "linear"])
def test_one_unit_in_front_of_the_classes_is_told(between: Sequence[Layer], last: str) -> None:
    finding = found(dense(64, "relu"), *between, dense(10, last))

    assert finding is not None
    assert finding.line == 4
    assert "tells 10 classes apart by it, and 0.20 of the answers are right" in finding.evidence


def test_is_silent_where_it_does_no_harm_or_something_else_is_there() -> None:
    narrow = (dense(64, "relu"), dense(1))

    assert found(*narrow, dense(10, "softmax"), right=0.9) is None
    assert found(*narrow, dense(10, "softmax"), right=None) is None
    assert found(*narrow, dense(3, "softmax")) is None
    assert found(*narrow, dense(10), loss="mean_squared_error") is None
    assert found(dense(64, "relu"), dense(2), dense(10, "softmax")) is None
    assert found(*narrow, dense(16, "relu"), dense(10, "softmax")) is None
