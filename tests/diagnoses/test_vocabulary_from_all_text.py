"""Vocabularies that held-out texts have taken part in."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from windowed import embedding, pipeline, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import vocabulary_from_all_text
from etude.domain.observations import Call, Data

NETWORK = reader(embedding(), recurrent())


def texts(rows: int, role: str = "fit") -> Data:
    return replace(token_data(role=role), cardinality=rows)


def adapt(**seen: Any) -> Call:
    return Call(name="TextVectorization.adapt", line=4, arguments=seen)


RUN = read(NETWORK, texts(40), texts(20, "validation"))


def test_fires_when_as_many_texts_were_given_as_both_parts_have() -> None:
    finding = vocabulary_from_all_text.match(evidence(fits=[RUN], calls=[adapt(rows=60)]))

    assert finding is not None
    assert finding.line == 4
    assert "60 texts: the 40 that fit learns from and the 20 that judge it" in finding.evidence


def test_counts_the_test_texts_too() -> None:
    test = Call(name="Model.evaluate", line=20, data=texts(15, "evaluate"))

    assert vocabulary_from_all_text.match(evidence(fits=[RUN], calls=[adapt(rows=75), test]))


def test_fires_when_fit_itself_holds_texts_back() -> None:
    run = read(NETWORK, texts(50), arguments={"validation_split": 0.2})

    finding = vocabulary_from_all_text.match(evidence(fits=[run], calls=[adapt(rows=50)]))

    assert finding is not None
    assert "validation_split holds 10 back" in finding.evidence


def test_is_silent_when_other_texts_judge_what_fit_held_back_of() -> None:
    run = read(NETWORK, texts(50), arguments={"validation_split": 0.2})
    test = Call(name="Model.evaluate", line=20, data=texts(15, "evaluate"))

    calls = [adapt(rows=50), test]

    assert vocabulary_from_all_text.match(evidence(fits=[run], calls=calls)) is None


@pytest.mark.parametrize("rows", [40, 59, 1000])
def test_is_silent_on_another_number_of_texts(rows: int) -> None:
    assert vocabulary_from_all_text.match(evidence(fits=[RUN], calls=[adapt(rows=rows)])) is None


def piped(*steps: str, role: str = "fit") -> Data:
    return Data(role=role, kind="dataset", stages=pipeline("from_tensor_slices", *steps))


@pytest.mark.parametrize(
    ("given", "fires"),
    [
        ([["from_tensor_slices", 1], ["map", 2]], True),
        ([["from_tensor_slices", 1], ["take", 2], ["map", 3]], False),
        ([["from_tensor_slices", 8]], False),
    ],
    ids=["the whole dataset", "the training part", "another source"],
)
def test_compares_the_stages_of_datasets(given: list[Any], fires: bool) -> None:
    run = read(NETWORK, piped("take", "batch"), piped("skip", "batch", role="validation"))

    finding = vocabulary_from_all_text.match(evidence(fits=[run], calls=[adapt(stages=given)]))

    assert (finding is not None) == fires
    assert finding is None or "take in line 2 splits afterwards" in finding.evidence
