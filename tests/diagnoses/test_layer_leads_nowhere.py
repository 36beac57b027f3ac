"""Layers that are called, and whose output nothing takes."""

from dataclasses import replace

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import layer_leads_nowhere as diagnosis
from etude.domain.finding import Finding

HEAD = "from keras import Input, Model, layers\ninputs = Input((8,))\n"


def finding_of(body: str, *lines: int, stopped: bool = False) -> Finding | None:
    """Args: lines: where the layers of the model are made."""
    network = model(*(replace(dense(4), name=f"dense_{line}", line=line) for line in lines))
    error = "no" if stopped else ""
    return diagnosis.match(evidence(models=[network], program=HEAD + body, error=error))


def test_names_both_lines_and_points_at_the_one_to_change() -> None:
    finding = finding_of(
        "x = layers.Dense(4)(inputs)\nx = layers.Dense(4)(inputs)\nout = layers.Dense(1)(x)\n"
        "model = Model(inputs, out)\n",
        *(4, 5),
    )

    assert finding is not None
    assert finding.line == 4
    assert "line 3 makes `x` of `inputs`, and line 4 makes it anew of `inputs`" in finding.evidence
    assert finding.change == "hand `x` on in line 4 instead of `inputs`"


def test_an_output_that_only_the_last_line_gives_up_is_named_where_it_is_made() -> None:
    finding = finding_of(
        "x = layers.Dense(4)(inputs)\ny = layers.Dense(4)(x)\nmodel = Model(inputs, x)\n", 3
    )

    assert finding is not None
    assert finding.line == 4
    assert "`y` of `x`, and nothing below uses it" in finding.evidence


IN_CALL = """
class Net(Model):
    def call(self, x):
        h = self.first(x)
        h = self.second(x)
        return self.last(h)
"""


def test_a_call_of_a_class_is_read_as_well() -> None:
    finding = finding_of(IN_CALL, 1)

    assert finding is not None
    assert finding.line == 7


@pytest.mark.parametrize(
    "body",
    [
        "x = layers.Dense(4)(inputs)\nx = layers.Dense(4)(x)\nmodel = Model(inputs, x)\n",
        "x = layers.Dense(4)(inputs)\nsave(x)\nx = layers.Dense(4)(inputs)\nuse(x)\n",
        "x = layers.Dense(4)(inputs)\nfor _ in range(2):\n    x = layers.Dense(4)(x)\nuse(x)\n",
        "x = layers.Dense(4)(inputs)\nif deep:\n    x = layers.Dense(4)(inputs)\nuse(x)\n",
        "x = layers.Dense(4)(inputs)\ndef use():\n    return x\n",
        "x = layers.Dense(4)(ones((2, 8)))\nx = layers.Dense(4)(inputs)\nuse(x)\n",
        IN_CALL.replace("self.second(x)", "self.second(h)"),
        "x = layers.Dense(4)(inputs)\ninputs = Input((3,))\nx = layers.Dense(4)(inputs)\nuse(x)\n",
    ],
)
def test_is_silent_where_something_may_use_it(body: str) -> None:
    assert finding_of(body, *range(4, 8)) is None


def test_fires_beside_a_second_input_of_the_same_network() -> None:
    lost = "x = layers.Dense(4)(inputs)\nmore = Input((3,))\nx = layers.Dense(4)(more)\nuse(x)\n"

    assert finding_of(lost, 5) is not None


def test_is_silent_where_no_model_was_made_beside_it() -> None:
    trial = "x = layers.Dense(4)(inputs)\nx = layers.Dense(4)(inputs)\nuse(x)\n"

    assert finding_of(trial, 9) is None


def test_a_program_that_stopped_is_only_told_what_it_has_overwritten() -> None:
    lost = "x = layers.Dense(4)(inputs)\nx = layers.Dense(4)(inputs)\nuse(x)\n"

    assert finding_of(lost, 4, stopped=True) is not None
    assert finding_of("x = layers.Dense(4)(inputs)\ny = x\n" + lost[:28], 3, stopped=True) is None
