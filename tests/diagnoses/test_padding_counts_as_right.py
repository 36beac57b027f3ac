"""Padding that is judged like text."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, integers, layer, model
from trained import trained

from etude.diagnoses.catalogue import padding_counts_as_right as diagnosis
from etude.domain.observations import Data, Fit, Layer, TensorSample
from etude.domain.patterns import Tokens

PADDED = Tokens(padded="last", share=0.9)
EACH_STEP = integers(0, 1, shape=(64, 8))
WEIGHTS = TensorSample(path="2", dtype="float32", shape=[64, 8])


def _fit(
    *,
    tokens: Tokens | None = PADDED,
    labels: TensorSample = EACH_STEP,
    mask: bool = False,
    loss: str = "sparse_categorical_crossentropy",
    more: tuple[TensorSample, ...] = (),
    **said: Any,
) -> Fit:
    reading = layer("Embedding", mask_zero=mask, line=3)
    of = model(reading, dense(2, "softmax"), loss=loss, inputs=(None, 8))
    inputs = TensorSample(path="0", dtype="int64", shape=[64, 8], low=0, high=49)
    data = Data(role="fit", kind="arrays", tokens=tokens, sample=[inputs, labels, *more])
    return trained(model=of, train=replace(data, **said))


def test_fires_at_the_embedding() -> None:
    finding = diagnosis.match(evidence(fits=[_fit()]))

    assert finding is not None
    assert finding.line == 3
    assert "90% of the rows are filled up with zeros" in finding.evidence


def test_a_mask_of_zeros_does_not_leave_out_another_number() -> None:
    finding = diagnosis.match(evidence(fits=[_fit(tokens=Tokens(filler=49, share=0.9), mask=True)]))

    assert finding is not None
    assert "filled up with 49" in finding.evidence
    assert "fill up with 0" in finding.change


@pytest.mark.parametrize(
    "fit",
    [
        _fit(mask=True),
        _fit(tokens=None),
        _fit(tokens=Tokens(padded="last", share=0.1)),
        _fit(labels=integers(0, 1)),
        _fit(labels=integers(1, 2, shape=(64, 8))),
        _fit(loss="mean_squared_error"),
        _fit(more=(WEIGHTS,)),
        _fit(next_of="0"),
    ],
)
def test_is_silent_where_padding_does_not_count_or_is_rare(fit: Fit) -> None:
    assert diagnosis.match(evidence(fits=[fit])) is None


def _of_features(first: Layer, *, classes: int = 3, loss: str = "binary_crossentropy") -> Fit:
    of = model(first, dense(classes, "softmax"), loss=loss, inputs=(None, 8, 5))
    inputs = TensorSample(path="0", dtype="float32", shape=[64, 8, 5], low=-2, high=2)
    data = Data(
        role="fit",
        kind="arrays",
        tokens=PADDED,
        sample=[inputs, integers(0, 1, shape=(64, 8, classes))],
    )
    return trained(model=of, train=data)


def test_fires_at_the_recurrent_layer_that_reads_padded_features() -> None:
    finding = diagnosis.match(
        evidence(fits=[_of_features(layer("LSTM", return_sequences=True, line=4))])
    )

    assert finding is not None
    assert finding.line == 4
    assert "Masking() before LSTM" in finding.change


def test_is_silent_where_features_are_masked_or_one_number_is_judged() -> None:
    fits = [
        _of_features(layer("Masking")),
        _of_features(layer("LSTM"), classes=1),
        _of_features(layer("LSTM"), loss="mean_squared_error"),
    ]

    assert diagnosis.match(evidence(fits=fits)) is None
