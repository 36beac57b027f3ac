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
