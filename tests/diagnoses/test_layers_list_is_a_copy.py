"""Layers taken out of a list that the model does not keep."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import layers_list_is_a_copy as diagnosis
from etude.domain.finding import Finding

HEAD = "from tensorflow import keras as K\nfrom tensorflow.keras.applications import VGG16\n"


def _seen(program: str) -> Finding | None:
    return diagnosis.match(evidence(program=HEAD + program))


@pytest.mark.parametrize(
    ("made", "change"),
    [
        ("VGG16(include_top=True)", "pop()"),
        ("K.Sequential([])", "append(K.layers.Dense(1))"),
        ("K.models.load_model('a.keras')", "pop(-1)"),
    ],
)
def test_fires_at_the_line_that_changes_nothing(made: str, change: str) -> None:
    finding = _seen(f"base = {made}\nbase.layers.{change}\n")

    assert finding is not None
    assert finding.line == 4
    assert finding.about == "base"
    assert f"`base.layers.{change}`" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        "base = VGG16()\nlast = base.layers.pop()\n",
        "base = VGG16()\nbase.pop()\n",
        "net = Own()\nnet.layers.append(K.layers.Dense(1))\n",
        "class Own(K.Model):\n    def __init__(self):\n        self.layers.append(1)\n",
        "base = VGG16()\nlayers = base.layers\nlayers.pop()\n",
    ],
    ids=[
        "the layer is wanted",
        "pop of the model",
        "a class of one's own",
        "itself",
        "a list kept",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert _seen(program) is None
