"""Attributes that are read, and that nothing put on the object."""

from dataclasses import replace

import pytest
from described import evidence

from etude.diagnoses.catalogue import attribute_never_kept as diagnosis
from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding

PROGRAM = """\
class Scaled({base}):
    def __init__(self, units, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        {line}

    def get_config(self):
        return {{"units": self.units, "rate": self.rate}}
"""


def found(name: str, line: str, *, of: str = "Scaled", base: str = "Layer") -> Finding | None:
    error = Error(
        type="AttributeError",
        message=f"'{of}' object has no attribute '{name}'",
        frames=[ErrorFrame(file="train.py", line=7, function="get_config")],
    )
    known = evidence(program=PROGRAM.format(line=line, base=base))
    return diagnosis.match(replace(known, errors=[error]))


@pytest.mark.parametrize("base", ["Layer", "keras.Model", "object"])
def test_fires_where_the_argument_is_read(base: str) -> None:
    finding = found("units", "self.dense = Dense(units)", base=base)

    assert finding is not None
    assert finding.line == 7
    assert "__init__ in line 2 takes units and does not keep it" in finding.evidence
    assert finding.change == "in __init__: self.units = units; self.rate = rate"


def test_tells_of_the_one_argument_that_was_not_kept() -> None:
    finding = found("rate", "self.units = units")

    assert finding is not None
    assert finding.change == "in __init__: self.rate = rate"


def test_fires_on_a_name_that_init_alone_knows() -> None:
    finding = found("dense", "dense = Dense(units)")

    assert finding is not None
    assert "line 4 gives dense a value" in finding.evidence


def test_is_silent_on_what_the_class_keeps_or_never_had_and_on_other_classes() -> None:
    assert found("units", "self.units = units") is None
    assert found("kernel", "self.units = units") is None
    assert found("units", "pass", of="Sequential") is None
