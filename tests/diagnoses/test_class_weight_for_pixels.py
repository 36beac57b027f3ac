"""Class weights for masks."""

from dataclasses import replace

from described import dense, model
from stopped import arrays, error, stopped

from etude.diagnoses.catalogue import class_weight_for_pixels as diagnosis
from etude.diagnoses.evidence import Evidence

RAISED_BY = "keras.src.trainers.data_adapters.data_adapter_utils.class_weight_to_sample_weights"


def weighted(labels: list[int], *, raised_by: str = RAISED_BY) -> Evidence:
    data = arrays(x=[8, 6, 6, 1], y=labels)
    seen = stopped(model(dense(2)), data, program="\n\nmodel.fit(x, y,\n    class_weight=w)\n")
    raised = error("only 0-dimensional arrays", "TypeError", raised_by=raised_by)
    return replace(seen, errors=[raised])


def test_fires_at_the_argument_of_fit() -> None:
    finding = diagnosis.match(weighted([8, 6, 6]))

    assert finding is not None
    assert finding.line == 4
    assert "(None, 6, 6)" in finding.evidence


def test_is_silent_on_one_class_for_each_example_and_on_other_errors() -> None:
    assert diagnosis.match(weighted([8])) is None
    assert diagnosis.match(weighted([8, 6, 6], raised_by="numpy.int")) is None


def test_speaks_of_steps_where_the_inputs_are_no_pictures() -> None:
    finding = diagnosis.match(weighted([8, 6, 6]))

    assert finding is not None
    assert "one weight for each step" in finding.change


def test_speaks_of_pixels_and_of_one_hot_masks() -> None:
    loss = "categorical_crossentropy"
    pictures = model(dense(2), loss=loss, inputs=(None, 6, 6, 1))
    data = arrays(x=[8, 6, 6, 1], y=[8, 6, 6, 2])
    seen = stopped(pictures, data, "only", "TypeError", program="\n\nmodel.fit(x, y)\n")

    finding = diagnosis.match(replace(seen, errors=[error("only", raised_by=RAISED_BY)]))

    assert finding is not None
    assert "[masks.argmax(axis=-1)], one weight for each pixel" in finding.change
