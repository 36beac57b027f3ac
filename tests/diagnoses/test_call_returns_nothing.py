"""A call without a return."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import call_returns_nothing as diagnosis

MODEL = """\
import keras
class Net(keras.Model):
    def call(self, x):
        x = self.out(x)
        {last}
"""
SAID = "None values not supported."


def test_points_at_the_last_line() -> None:
    finding = diagnosis.match(evidence(program=MODEL.format(last="x = self.drop(x)"), error=SAID))

    assert finding is not None
    assert finding.line == 5
    assert "`return x`" in finding.change


@pytest.mark.parametrize("last", ["return x", "raise NotImplementedError"])
def test_is_silent_where_it_returns_or_raises(last: str) -> None:
    assert diagnosis.match(evidence(program=MODEL.format(last=last), error=SAID)) is None


def test_is_silent_without_an_error_about_none() -> None:
    program = MODEL.format(last="x = self.drop(x)")

    assert diagnosis.match(evidence(program=program)) is None
    assert diagnosis.match(evidence(program=program, error="Shapes differ")) is None


def test_points_at_the_last_line_of_a_training_step() -> None:
    program = MODEL.replace("def call", "def train_step").format(last="self.optimizer.apply(g)")
    said = "Attr 'Toutput_types' of 'OptionalFromValue' Op passed list of length 0"

    finding = diagnosis.match(evidence(program=program, error=said))

    assert finding is not None
    assert finding.line == 5
    assert "train_step of Net" in finding.evidence
