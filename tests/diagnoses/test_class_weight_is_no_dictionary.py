"""Weights that Keras cannot look up."""

from dataclasses import replace

from described import dense, model
from stopped import arrays, error, stopped

from etude.diagnoses.catalogue import class_weight_is_no_dictionary as diagnosis
from etude.diagnoses.evidence import Evidence

WHERE = "keras.src.trainers.data_adapters.data_adapter_utils.class_weight_to_sample_weights"
PROGRAM = '\n\nmodel.fit(x, y, class_weight="balanced")\n'


def run(kind: str, *, given: object = None, raised_by: str = WHERE) -> Evidence:
    message = f"'{kind}' object has no attribute 'get'"
    seen = stopped(
        model(dense(1)), arrays(x=[8, 4], y=[8]), message, program=PROGRAM, class_weight=given
    )
    return replace(seen, errors=[error(message, "AttributeError", raised_by=raised_by)])


def test_fires_on_the_word_that_scikit_learn_knows() -> None:
    finding = diagnosis.match(run("str", given="balanced"))

    assert finding is not None
    assert finding.line == 3
    assert '"balanced"' in finding.evidence


def test_fires_on_an_array() -> None:
    finding = diagnosis.match(run("numpy.ndarray"))

    assert finding is not None
    assert "of type ndarray" in finding.evidence


def test_is_silent_on_another_missing_attribute() -> None:
    assert diagnosis.match(run("str", raised_by="keras.src.x.y")) is None
