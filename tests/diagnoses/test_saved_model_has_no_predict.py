"""A loaded computation that is taken for a model."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import saved_model_has_no_predict as diagnosis

LOADED = "loaded = tf.saved_model.load('m')\n\nloaded.predict(x)\n"


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("'_UserObject' object has no attribute 'predict'", "has no predict"),
        ("'AutoTrackable' object has no attribute 'summary'", "has no summary"),
        ("'_UserObject' object is not callable", "cannot be called"),
    ],
)
def test_fires_at_the_error_and_names_the_load(message: str, what: str) -> None:
    finding = diagnosis.match(failed(LOADED, message, "AttributeError"))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence == f"what line 1 loads is no Keras model: it {what}"
    assert "serve" in finding.change


@pytest.mark.parametrize(
    "message",
    [
        "'Sequential' object has no attribute 'predict'",
        "'_UserObject' object has no attribute 'xy'",
    ],
)
def test_is_silent_on_other_objects_and_names(message: str) -> None:
    assert diagnosis.match(failed(LOADED, message, "AttributeError")) is None
