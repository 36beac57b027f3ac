"""(n,) minus (n, 1) in a loss of one's own."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import labels_broadcast_in_own_loss as diagnosis
from etude.domain.observations import Call

IN_CLASS = """\
class Squared(keras.losses.{base}):
    def call(self, y_true, y_pred):
        return tf.square(y_true - y_pred)
"""


def spread(*, line: int = 3, of_output: bool = True, batch: int | None = 32) -> Call:
    given = {"left": [batch], "right": [batch, 1], "of_output": of_output}
    return Call(name="broadcast", line=line, arguments=given)


def test_fires_where_a_model_output_is_subtracted() -> None:
    finding = diagnosis.match(evidence(calls=[spread(line=8)]))

    assert finding is not None
    assert finding.line == 8
    assert "(32, 1) from (32,)" in finding.evidence


def test_fires_in_a_loss_class_whose_batch_size_is_not_known() -> None:
    calls = [spread(of_output=False, batch=None)]

    finding = diagnosis.match(evidence(calls=calls, program=IN_CLASS.format(base="Loss")))

    assert finding is not None
    assert "(n, 1) from (n,)" in finding.evidence


@pytest.mark.parametrize("base", ["Layer"])
def test_is_silent_on_differences_of_all_pairs_elsewhere(base: str) -> None:
    calls = [spread(of_output=False)]

    assert diagnosis.match(evidence(calls=calls)) is None
    assert diagnosis.match(evidence(calls=calls, program=IN_CLASS.format(base=base))) is None


@pytest.mark.parametrize(
    "loss",
    [
        "tf.reduce_mean(tf.square(target[:, None] - chosen))",
        "tf.reduce_mean((target[:, None] - chosen) ** 2)",
    ],
)
def test_fires_on_the_mean_of_all_differences_of_two_things(loss: str) -> None:
    calls = [spread(of_output=False, line=2)]

    finding = diagnosis.match(evidence(calls=calls, program=f"chosen = net(x)\nloss = {loss}\n"))

    assert finding is not None
    assert finding.line == 2


def test_is_silent_on_pairs_of_one_thing() -> None:
    program = "scores = net(x)\nloss = tf.reduce_mean(tf.nn.relu(1 - (scores[:, None] - scores)))\n"

    assert (
        diagnosis.match(evidence(calls=[spread(of_output=False, line=2)], program=program)) is None
    )
