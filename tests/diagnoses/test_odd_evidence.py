"""No diagnosis fails on what a run may hold: labels of text, no epoch, a loss of NaN."""

import math
from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.diagnose import catalogue
from etude.domain.observations import Fit, TensorSample
from etude.domain.retraining import Change, Course, Retraining

TEXT = TensorSample(path="1", dtype="string", shape=[32], distinct=["setosa", "virginica"])
EMPTY = TensorSample(path="1", dtype="float32", shape=[0])


def trained(labels: TensorSample, *losses: float, loss: str = "mean_squared_error") -> Fit:
    epochs = [{"loss": one, "accuracy": one, "val_loss": one} for one in losses]
    tried = Retraining(changes=list(Change), course=Course())
    of = model(dense(8, "relu"), dense(3, "softmax"), loss=loss, metrics=["accuracy"])
    return replace(fit(of, labels=labels), epochs=epochs, finished=True, retrainings=[tried])


@pytest.mark.parametrize("loss", ["mean_squared_error", "sparse_categorical_crossentropy", "own"])
@pytest.mark.parametrize("losses", [(), (1.0,), (math.nan,) * 9, (0.0,) * 9, (-1.0, math.inf)])
@pytest.mark.parametrize("labels", [TEXT, EMPTY, integers(0, 1), numbers(math.nan, math.inf)])
def test_every_diagnosis_bears_with(
    labels: TensorSample, losses: tuple[float, ...], loss: str
) -> None:
    seen = evidence(fits=[trained(labels, *losses, loss=loss)], program="model.fit(x, y)\n")

    for diagnosis in catalogue().values():
        diagnosis.match(seen)
