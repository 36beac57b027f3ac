"""Labels that are words."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import labels_are_text as diagnosis
from etude.domain.observations import Data

NETWORK = model(dense(3, "softmax"), loss="sparse_categorical_crossentropy")
NUMBERS = arrays(x=[8, 4], y=[8])


def words(role: str = "fit") -> Data:
    data = arrays(role, x=[8, 4], y=[8], y_type="string")
    features, labels = data.sample
    return replace(data, sample=[features, replace(labels, distinct=["cat", "dog"])])


@pytest.mark.parametrize("kind", ["ValueError", "UnimplementedError"])
def test_fires_at_fit_and_quotes_the_words(kind: str) -> None:
    finding = diagnosis.match(stopped(NETWORK, words(), "Invalid dtype: str96", kind))

    assert finding is not None
    assert finding.line == 3
    assert '"cat", "dog"' in finding.evidence


def test_says_so_when_the_labels_are_a_whole_table() -> None:
    table = arrays("fit", x=[8, 4], y=[8, 14], y_type="string")

    finding = diagnosis.match(stopped(NETWORK, table, "Invalid dtype: str"))

    assert finding is not None
    assert "a table of 14 columns" in finding.evidence
    assert 'y = table["..."]' in finding.change


def test_fires_on_validation_labels_and_on_evaluate() -> None:
    validated = stopped(NETWORK, NUMBERS, validation=words("validation"))
    evaluated = stopped(NETWORK, words("evaluate"))

    assert "validation" in getattr(diagnosis.match(validated), "evidence", "")
    assert "evaluate" in getattr(diagnosis.match(evaluated), "evidence", "")


def test_is_silent_when_the_inputs_are_text_and_when_nothing_stopped() -> None:
    texts = arrays(x=[8], y=[8], x_type="string")

    assert diagnosis.match(stopped(NETWORK, texts)) is None
    assert diagnosis.match(replace(stopped(NETWORK, words()), errors=[])) is None
