"""The sum of no penalties."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import no_penalties_to_add as diagnosis

SAID = (
    "Inputs must be an iterable of at least one Tensor/IndexedSlices with the same dtype and shape."
)


@pytest.mark.parametrize("line", ["loss += tf.add_n(net.losses)", "p = tf.math.add_n(net.losses)"])
def test_fires_at_the_sum(line: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{line}\n", SAID))

    assert finding is not None
    assert finding.line == 3
    assert "net.losses is empty" in finding.evidence


def test_is_silent_on_sums_of_other_things_and_other_exceptions() -> None:
    assert diagnosis.match(failed("\n\nloss = tf.add_n(parts)\n", SAID)) is None
    assert diagnosis.match(failed("\n\nloss = tf.add_n(net.losses)\n", "no such file")) is None
