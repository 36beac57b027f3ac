"""Predictions of one pass beside labels of another."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import labels_collected_in_second_pass as second_pass
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

SHUFFLED = "slices shuffle batch"


def predicted(rest: str, stages: str = SHUFFLED) -> Evidence:
    call = Call(name="Model.predict", line=1, data=pipeline(stages, role="predict"))
    return seen(calls=[call], program=f"predictions = model.predict(test_data)\n{rest}\n")


@pytest.mark.parametrize(
    "rest",
    [
        "labels = np.concatenate([y for x, y in test_data])",
        "labels = np.concatenate(list(y.numpy() for _, y in test_data))",
        "for images, labels in test_data.unbatch():\n    all_labels.append(labels)",
        "labels = list(test_data.unbatch().map(lambda x, y: y).as_numpy_iterator())",
    ],
)
def test_fires_at_the_shuffle(rest: str) -> None:
    finding = second_pass.match(predicted(rest))

    assert finding is not None
    assert finding.line == 2
    assert "line 1 predicts and line 2 goes through the same data again" in finding.evidence


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("print(predictions)", id="no second pass"),
        pytest.param("labels = [y for x, y in other_data]", id="other data"),
        pytest.param("for x, y in test_data:\n    show(x, y)", id="both of one pass"),
        pytest.param("for x, y in test_data.take(1):\n    print(y)", id="a look at one batch"),
        pytest.param(
            "for x, y in test_data:\n    compare(model.predict_on_batch(x), y)", id="one pass"
        ),
        pytest.param("names = [name for name in test_data]", id="no labels"),
    ],
)
def test_is_silent_when_nothing_is_put_together(rest: str) -> None:
    assert second_pass.match(predicted(rest)) is None


@pytest.mark.parametrize("stages", ["slices batch", "slices shuffle cache batch"])
def test_is_silent_when_the_order_is_fixed(stages: str) -> None:
    assert second_pass.match(predicted("labels = [y for x, y in test_data]", stages)) is None
