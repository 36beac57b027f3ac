"""Attributes that Keras does not let anybody set."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import name_kept_by_keras as diagnosis

SAID = "property '{}' of 'Attention' object has no setter"


@pytest.mark.parametrize(
    ("name", "change"),
    [("trainable_weights", "leave the line out"), ("output", "another name: self.own_output")],
)
def test_fires_at_the_assignment(name: str, change: str) -> None:
    program = f"\n\nself.{name} = made()\n"

    finding = diagnosis.match(failed(program, SAID.format(name), "AttributeError"))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_is_silent_on_properties_of_other_objects() -> None:
    said = SAID.format("shape")

    assert diagnosis.match(failed("\n\nrow.shape = (3,)\n", said, "AttributeError")) is None
