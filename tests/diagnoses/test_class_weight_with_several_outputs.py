"""Weights of classes, for a model that does not have one output."""

from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import class_weight_with_several_outputs as diagnosis

PROGRAM = "\n\nmodel.fit(x, y, class_weight={0: 1, 1: 3})\n"


def test_fires_where_the_weights_are_given() -> None:
    message = "`class_weight` is only supported for Models with a single output."

    finding = diagnosis.match(
        stopped(model(dense(1)), arrays(x=[8, 4], y=[8]), message, program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 3
    assert "sample_weight=[...]" in finding.change


def test_is_silent_on_another_message() -> None:
    message = "Data cardinality is ambiguous"

    assert diagnosis.match(stopped(model(dense(1)), arrays(x=[8, 4], y=[8]), message)) is None
