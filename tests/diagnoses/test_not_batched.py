"""Pipelines that yield single examples."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, dataset, error, stopped

from etude.diagnoses.catalogue import not_batched as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Data, Model

NETWORK = model(dense(3), inputs=(None, 8))
UNBUILT = replace(NETWORK, inputs=[], outputs=[])


@pytest.mark.parametrize("of", [NETWORK, UNBUILT], ids=["built", "not built yet"])
def test_fires_at_the_end_of_the_pipeline(of: Model) -> None:
    finding = diagnosis.match(stopped(of, dataset("from_tensor_slices shuffle", x=[8], y=[])))

    assert finding is not None
    assert finding.line == 2
    assert "(8,)" in finding.evidence
    assert ".batch(" in finding.change


@pytest.mark.parametrize("role", ["evaluate", "predict"])
def test_fires_outside_fit(role: str) -> None:
    assert diagnosis.match(stopped(NETWORK, dataset("from_tensor_slices", role, x=[8], y=[])))


def test_fires_on_the_validation_data_alone() -> None:
    validation = dataset("from_tensor_slices", "validation", x=[8], y=[])

    finding = diagnosis.match(
        stopped(NETWORK, dataset(x=[None, 8], y=[None]), validation=validation)
    )

    assert finding is not None
    assert "validation" in finding.evidence


@pytest.mark.parametrize(
    "data",
    [
        dataset(x=[None, 8], y=[None]),
        dataset("from_generator", x=[None, 8], y=[None]),
        dataset("from_tensor_slices", x=[9], y=[]),
        arrays(x=[8], y=[1]),
    ],
    ids=["batched", "a generator of batches", "another size", "arrays"],
)
def test_is_silent_on(data: Data) -> None:
    assert diagnosis.match(stopped(NETWORK, data)) is None


def test_is_silent_when_nothing_stopped() -> None:
    seen = stopped(NETWORK, dataset("from_tensor_slices", x=[8], y=[]))

    assert diagnosis.match(replace(seen, errors=[])) is None


PICTURES = model(dense(3), inputs=(None, 32, 32, 3))
YIELDS = """def pairs():
    for i in range(100):
        yield x[i], y[i : i + 1]
batches = pairs()
network.fit(batches, steps_per_epoch=100)
"""
REFUSED = "Expected shape (None, 32, 32, 3), but input has incompatible shape (None, {})"


def yielded(shape: str, kind: str = "generator") -> Evidence:
    data = Data(role="fit", kind="other", type=kind)
    seen = stopped(PICTURES, data, REFUSED.format(shape))
    fits = [replace(one, line=5) for one in seen.fits]
    errors = [error(REFUSED.format(shape), line=5)]
    return replace(seen, fits=fits, errors=errors, source=Source("program.py", YIELDS))


def test_fires_at_the_yield_of_a_generator_of_single_pictures() -> None:
    finding = diagnosis.match(yielded("32, 3"))

    assert finding is not None
    assert finding.line == 3
    assert "one example (32, 32, 3) at a time" in finding.evidence
    assert "x[i][None]" in finding.change


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(yielded("32, 1"), id="other pictures"),
        pytest.param(yielded("32, 32, 3, 1"), id="an axis too many"),
        pytest.param(yielded("32, 3", "Batches"), id="no generator"),
    ],
)
def test_is_silent_about_generators_of(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
