"""Labels and losses for other outputs than the model has."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import labels_do_not_match_outputs as diagnosis
from etude.domain.observations import Compiled, Data, Loss, TensorSample, TensorSpec

ONE = model(dense(1), inputs=(None, 8))
TWO = replace(
    ONE, outputs=[TensorSpec(path=name, dtype="float32", shape=[None, 1]) for name in "ab"]
)
SAID = "y_true and y_pred have different structures.\ny_true: *\ny_pred: ['*', '*']"


def labelled(*paths: str) -> Data:
    data = arrays(x=[32, 8])
    labels = [TensorSample(path=path, dtype="float32", shape=[32, 1]) for path in paths]
    return replace(data, sample=[*data.sample, *labels])


def test_fires_with_both_numbers() -> None:
    finding = diagnosis.match(stopped(TWO, labelled("1"), SAID))

    assert finding is not None
    assert finding.line == 3
    assert "2 outputs, and fit gives labels for 1" in finding.evidence


def test_fires_where_keras_goes_on_without_a_word() -> None:
    compiled = Compiled(losses=[Loss(name="mean_squared_error")] * 2)
    seen = stopped(replace(TWO, compiled=compiled), labelled("1"))

    assert diagnosis.match(replace(seen, errors=[]))


def test_fires_on_a_list_of_labels_for_one_output() -> None:
    finding = diagnosis.match(stopped(ONE, labelled("1/0", "1/1"), SAID))

    assert finding is not None
    assert "one array of labels" in finding.change


def test_fires_on_a_loss_for_another_name() -> None:
    message = "Expected keys ['a', 'b'] in loss dict, but found loss.keys()=['a', 'c']"

    finding = diagnosis.match(stopped(TWO, labelled("1/0", "1/1"), message))

    assert finding is not None
    assert "called a, b, and loss has the keys a, c" in finding.evidence


@pytest.mark.parametrize(
    ("data", "message"),
    [(labelled("1/0", "1/1"), SAID), (labelled("1"), "division by zero"), (labelled(), SAID)],
    ids=["as many", "another exception", "no labels"],
)
def test_is_silent_on(data: Data, message: str) -> None:
    assert diagnosis.match(stopped(TWO, data, message)) is None


UNSEEN = Data(role="fit", kind="other", type="generator")
PATH = (
    "The path: (0,) in the `loss` argument, can't be found in either the model's output (`y_pred`) "
    "or in the labels (`y_true`)."
)


def test_fires_at_the_generator_that_gives_labels_for_one_output() -> None:
    program = "def batches():\n    yield (x, z), y\nmodel.fit(batches())\n"

    finding = diagnosis.match(stopped(TWO, UNSEEN, PATH, "KeyError", program=program))

    assert finding is not None
    assert finding.line == 2
    assert "2 outputs" in finding.evidence


def test_is_silent_on_a_generator_for_one_output() -> None:
    assert diagnosis.match(stopped(ONE, UNSEEN, PATH, "KeyError")) is None
