"""Attributes of plain classes, read like variables."""

import ast

import pytest

from etude.diagnoses.names import value_of
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import Source

TRAINER = """
class Trainer{bases}:
    def __init__(self):
        self.x = np.load("x.npy")
        self.model = build()

    def train(self):
        self.model.fit(self.x, self.labels())
"""


def _names(text: str) -> set[str]:
    return {node.id for node in Source("program.py", text).all(ast.Name)}


@pytest.mark.parametrize("bases", ["", "()", "(object)", "(ABC)"])
def test_what_a_plain_class_keeps_is_a_name(bases: str) -> None:
    assert {"self.x", "self.model"} <= _names(TRAINER.format(bases=bases))


def test_a_class_may_inherit_from_a_plain_one() -> None:
    assert "self.x" in _names("class Base: pass\n" + TRAINER.format(bases="(Base)"))


@pytest.mark.parametrize("bases", ["(keras.Model)", "(tf.Module)", "(Base, keras.layers.Layer)"])
def test_what_keras_makes_something_of_stays_an_attribute(bases: str) -> None:
    assert "self.x" not in _names(TRAINER.format(bases=bases))


def test_attributes_of_other_objects_stay() -> None:
    text = TRAINER.format(bases="") + "        self.model.trainable = False\n"

    assert not any(name.endswith("trainable") for name in _names(text))


def test_a_class_inside_of_another_is_taken_by_itself() -> None:
    inner = "\n".join("    " + line for line in TRAINER.format(bases="(keras.Model)").splitlines())

    assert "self.x" not in _names(
        "class Outer:\n" + inner + "\n    def run(self):\n        self.y = 1"
    )


def test_what_is_never_assigned_is_no_name() -> None:
    assert "self.labels" not in _names(TRAINER.format(bases=""))


def test_a_value_is_found_from_another_method() -> None:
    source = Source("program.py", TRAINER.format(bases=""))
    behind = origins(source, inputs_given(source, 8, "fit"), before=8)

    assert isinstance(value_of(source, "self.x", before=8), ast.Call)
    assert "x.npy" in [node.value for node in behind if isinstance(node, ast.Constant)]
