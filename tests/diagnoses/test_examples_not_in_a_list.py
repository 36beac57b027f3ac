"""The examples for quantising are yielded as bare arrays."""

from etude.diagnoses.catalogue.examples_not_in_a_list import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call

TEXT = """
def examples():
    for picture in pictures:
        yield picture[None]
converter.representative_dataset = examples
content = converter.convert()
"""


def told(error: str):
    call = Call(name="TFLiteConverter.convert", line=6, error=error)
    return match(Evidence(source=Source("a.py", TEXT), calls=[call]))


def test_the_line_that_yields_is_told() -> None:
    finding = told(
        "ValueError: You need to provide either a dictionary with input names and values"
    )

    assert finding.line == 4
    assert "neither a list nor a dictionary" in finding.evidence


def test_other_errors_of_a_conversion_are_left_alone() -> None:
    assert told("ValueError: Cannot set tensor") is None
    assert told("") is None
