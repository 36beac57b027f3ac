"""Entries of a dictionary that reach inputs of other names."""

from dataclasses import replace

from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import dictionary_fed_by_place as diagnosis
from etude.domain.observations import Fit, Layer


def _fit(fed: dict[str, str], *readers: list[list[str]]) -> Fit:
    """A fit whose inputs are read by layers of these calls."""
    of = model(dense(1), loss="mean_squared_error")
    layers = [_reader(place, calls) for place, calls in enumerate(readers)]
    seen = fit(replace(of, layers=[*layers, *of.layers]), labels=numbers(1, 5))
    return replace(seen, fed_otherwise=fed)


def _reader(place: int, calls: list[list[str]]) -> Layer:
    return replace(layer("Rescaling"), name=f"reader_{place}", calls=calls)


SWAPPED = {"age": "size", "size": "age"}


def test_fires_at_fit_with_the_names_of_both() -> None:
    finding = diagnosis.match(evidence(fits=[_fit(SWAPPED, [["age"]], [["size"]])]))

    assert finding is not None
    assert finding.line == 3
    assert '"size" of the data reaches the input "age"' in finding.evidence
    assert "dict(features)" in finding.change
    assert not finding.mild


def test_names_an_entry_that_no_input_is_called_by() -> None:
    finding = diagnosis.match(evidence(fits=[_fit({"size": "beds"})]))

    assert finding is not None
    assert 'leave "beds" out' in finding.change


def test_is_mild_where_one_layer_takes_all_as_they_are() -> None:
    finding = diagnosis.match(evidence(fits=[_fit(SWAPPED, [["age", "size"]])]))

    assert finding is not None
    assert finding.mild


def test_is_silent_where_every_entry_reaches_its_own_input() -> None:
    assert diagnosis.match(evidence(fits=[_fit({})])) is None
