"""Features of another number than a model was built for, after it was trained and while it is."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import feature_count_differs
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Fit

SAID = (
    'Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to '
    "have value 9, but received input with shape (32, 7)"
)
TRAINED = model(dense(3), inputs=(None, 9))


def asked_after_training(program: str) -> Evidence:
    """A model that learned in line 2 and is asked about seven numbers in line 3."""
    ended = stopped(TRAINED, arrays(role="evaluate", x=[32, 7], y=[32]), SAID)
    learned = Fit(index=0, line=2, model=TRAINED, train=arrays(x=[32, 9], y=[32]), finished=True)
    return replace(ended, fits=[learned], source=Source("program.py", program))


def test_a_trained_model_is_to_be_given_what_it_was_trained_on() -> None:
    finding = feature_count_differs.match(asked_after_training(""))

    assert finding is not None
    assert "what fit was given in line 2, 9 numbers per example" in finding.change
    assert "keras.Input" not in finding.change


def test_a_model_that_refuses_its_first_data_may_be_built_for_them() -> None:
    finding = feature_count_differs.match(stopped(TRAINED, arrays(x=[32, 7], y=[32]), SAID))

    assert finding is not None
    assert "keras.Input((7,))" in finding.change


@pytest.mark.parametrize(
    ("maker", "told"),
    [("CountVectorizer()", True), ("OneHotEncoder()", True), ("StandardScaler()", False)],
)
def test_what_makes_a_column_of_each_value_is_to_be_fitted_once(maker: str, told: bool) -> None:
    program = (
        f"x = {maker}.fit_transform(train); z = {maker}.fit_transform(test)\n"
        "net.fit(x, y)\n"
        "net.evaluate(z, w)\n"
    )

    finding = feature_count_differs.match(asked_after_training(program))

    assert finding is not None
    assert ("fit it once" in finding.change) == told
