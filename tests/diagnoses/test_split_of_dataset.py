"""validation_split where there are no rows to cut off."""

from typing import Any

import pytest
from described import evidence
from piped import network, pipeline

from etude.diagnoses.catalogue import split_of_dataset
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error
from etude.domain.observations import Data, Fit

DATASET = pipeline("slices batch", role="fit")
ARRAYS = Data(role="fit", kind="arrays", cardinality=40)
GENERATOR = Data(role="fit", kind="other", type="generator")
REFUSED = Error(type="ValueError", message="only supported for arrays")


def fitted(train: Data, *, error: Error | None = REFUSED, **more: Any) -> Evidence:
    given = {"validation_split": 0.2} | more
    fit = Fit(
        index=0, line=9, model=network(), train=train, arguments=given, finished=error is None
    )
    made = evidence(fits=[fit])
    return Evidence(source=made.source, fits=[fit], errors=[error] if error else [])


@pytest.mark.parametrize(
    ("train", "words"), [(DATASET, "is given a dataset"), (GENERATOR, "is given a generator")]
)
def test_says_what_fit_was_given(train: Data, words: str) -> None:
    finding = split_of_dataset.match(fitted(train))

    assert finding is not None
    assert words in finding.evidence


@pytest.mark.parametrize(
    "run",
    [
        pytest.param(fitted(ARRAYS), id="arrays, and another error"),
        pytest.param(fitted(DATASET, validation_split=0.0), id="no split"),
        pytest.param(fitted(DATASET, error=None), id="no error"),
    ],
)
def test_is_silent_on(run: Evidence) -> None:
    assert split_of_dataset.match(run) is None
