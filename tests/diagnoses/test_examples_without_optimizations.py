"""A LiteRT converter is given examples to quantise by, and is not told to quantise."""

from typing import Any

from etude.diagnoses.catalogue.examples_without_optimizations import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call

TEXT = "\n\nconverter.representative_dataset = examples\ncontent = converter.convert()\n"


def told(error: str = "", **settings: Any):
    call = Call(name="TFLiteConverter.convert", line=4, arguments=settings, error=error)
    return match(Evidence(source=Source("a.py", TEXT), calls=[call]))


def test_examples_that_were_not_drawn_are_told_where_they_are_given() -> None:
    finding = told(optimizations=0, examples=0, bytes=232_072)

    assert finding.line == 3
    assert "the file has 232,072 bytes" in finding.evidence


def test_what_is_quantised_or_has_no_examples_is_left_alone() -> None:
    assert told(optimizations=1, examples=100) is None
    assert told(optimizations=1, examples=None) is None
    assert told(optimizations=0, examples=None) is None


def test_a_conversion_that_stopped_is_left_to_its_error() -> None:
    assert told(error="ValueError: no", optimizations=0, examples=0) is None
