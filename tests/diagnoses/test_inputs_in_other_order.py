"""Arrays that are given to each other's inputs."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import inputs_in_other_order as diagnosis
from etude.domain.observations import Fit, Layer, TensorSample, TensorSpec


def _embedding(name: str, rows: int) -> Layer:
    return replace(layer("Embedding", input_dim=rows), name=f"of_{name}", calls=[[name]])


def _sample(path: str, high: float) -> TensorSample:
    return TensorSample(path=path, dtype="int64", shape=[64], low=0, high=high)


def _fit(user: float, book: float, *, inputs: tuple[str, ...] = ("user", "book")) -> Fit:
    """Numbers up to these for a table of 500 users and one of 60 books."""
    of = model(dense(1), loss="mean_squared_error")
    layers = [_embedding("user", 500), _embedding("book", 60), *of.layers]
    specs = [TensorSpec(path=name, dtype="float32", shape=[None]) for name in inputs]
    seen = fit(replace(of, layers=layers, inputs=specs), labels=numbers(1, 5))
    data = replace(seen.train, sample=[_sample("0/0", user), _sample("0/1", book)])
    return replace(seen, train=data)


def test_fires_at_fit_when_exchanged_arrays_would_do() -> None:
    finding = diagnosis.match(evidence(fits=[_fit(59, 499)]))

    assert finding is not None
    assert finding.line == 3
    assert "exchanged they fit" in finding.evidence
    assert "'user': ..., 'book': ..." in finding.change


@pytest.mark.parametrize(
    "seen",
    [
        _fit(499, 59),
        _fit(40, 40),
        _fit(700, 499),
        _fit(59, 499, inputs=("user",)),
    ],
    ids=["in order", "both would do", "too small anyway", "one input"],
)
def test_is_silent_on(seen: Fit) -> None:
    assert diagnosis.match(evidence(fits=[seen])) is None
