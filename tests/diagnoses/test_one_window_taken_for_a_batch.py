"""One window that Keras takes for many of a single step."""

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import single_example_given
from etude.domain.observations import Call, Data, TensorSample


def asked(*shape: int) -> Call:
    data = Data(
        role="predict",
        kind="arrays",
        sample=[TensorSample(path="", dtype="float32", shape=list(shape))],
    )
    forecaster = model(dense(1), inputs=(None, 16, 1))
    return Call(name="Model.predict", line=9, model=forecaster, data=data)


def test_fires_on_one_window_although_nothing_was_refused() -> None:
    finding = single_example_given.match(evidence(calls=[asked(16, 1)]))

    assert finding is not None
    assert finding.line == 9


@pytest.mark.parametrize("shape", [(1, 16, 1), (16, 16, 1), (40, 16)])
def test_is_silent_on_batches(shape: tuple[int, ...]) -> None:
    assert single_example_given.match(evidence(calls=[asked(*shape)])) is None
