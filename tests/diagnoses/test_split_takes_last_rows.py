"""validation_split of rows that are sorted by class."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from piped import network, seen

from etude.diagnoses.catalogue import split_takes_last_rows
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Fit

SORTED = {"elements": 300, "labels": 3, "label_runs": 3}


def fitted(order: Mapping[str, int], **arguments: Any) -> Evidence:
    train = Data(role="fit", kind="arrays", cardinality=300, label_order=order)
    return seen(fits=[Fit(index=0, line=9, model=network(), train=train, arguments=arguments)])


def test_fires_with_the_number_of_rows_cut_off() -> None:
    finding = split_takes_last_rows.match(fitted(SORTED, validation_split=0.2))

    assert finding is not None
    assert "the 300 labels come class by class" in finding.evidence
    assert "the last 60 of them" in finding.evidence


@pytest.mark.parametrize(
    ("order", "share"),
    [
        pytest.param(SORTED, None, id="no split"),
        pytest.param(SORTED, 0.0, id="none of them"),
        pytest.param({"elements": 300, "labels": 3, "label_runs": 190}, 0.2, id="mixed"),
        pytest.param({"elements": 300, "labels": 1, "label_runs": 1}, 0.2, id="one class"),
        pytest.param({"elements": 300}, 0.2, id="numbers to predict"),
        pytest.param({}, 0.2, id="not known"),
    ],
)
def test_is_silent_with(order: Mapping[str, int], share: float | None) -> None:
    assert split_takes_last_rows.match(fitted(order, validation_split=share)) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize("labels", ["y", "y[:, None]", "keras.utils.to_categorical(y)"])
def test_sees_labels_in_every_form(labels: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"""
import keras
import numpy as np

y = np.repeat([0, 1, 2], 40)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
model.compile("sgd", "mse")
model.fit(np.ones((120, 2)), {labels}, validation_split=0.25, verbose=0)
""")

    assert evidence.fits[0].train.label_order["label_runs"] == 3
