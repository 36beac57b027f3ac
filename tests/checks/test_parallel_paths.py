"""Paths that part and meet again."""

from typing import Any

import pytest

from etude.checks.parallel_paths import ParallelPaths
from etude.checks.values import Name
from etude.domain.verdict import Status

MODEL = Name(name="model")
RESIDUAL = ParallelPaths(of=MODEL, joins="Add", shortcut=True, name="paths")
PARALLEL = ParallelPaths(of=MODEL, joins="Concatenate", paths=3, name="paths")
PROGRAM = """\
import keras
from keras import layers
def conv(x, size, strides=1):
    return layers.Conv2D(4, size, strides=strides, padding="same", activation="relu")(x)
inputs = keras.Input((8, 8, 1))
x = conv(inputs, 3)
{}
model = keras.Model(inputs, y)
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("block", "status"),
    [
        ("y = layers.Add()([x, conv(conv(x, 3), 3)])", Status.PASSED),
        ("y = x + conv(conv(x, 3), 3)", Status.PASSED),
        ("y = conv(x, 1, 2) + conv(conv(x, 3, 2), 3)", Status.PASSED),
        ("y = x + layers.BatchNormalization()(conv(conv(x, 3), 3))", Status.PASSED),
        ("y = conv(conv(x, 3), 3)", Status.FAILED),
        ("y = x + conv(x, 3)", Status.FAILED),
        ("y = conv(x, 3) + conv(conv(x, 3), 3)", Status.FAILED),
        ("y = layers.Concatenate()([x, conv(conv(x, 3), 3)])", Status.FAILED),
    ],
)
def test_a_residual_block_adds_its_input(probe: Any, block: str, status: Status) -> None:
    assert RESIDUAL.judge(probe(RESIDUAL, PROGRAM.format(block))).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("block", "status"),
    [
        ("y = layers.Concatenate()([conv(x, 1), conv(x, 3), conv(x, 5)])", Status.PASSED),
        ("y = layers.Concatenate()([conv(x, 1), conv(x, 3)])", Status.FAILED),
        ("y = layers.Concatenate()([x, conv(x, 1), conv(x, 3)])", Status.FAILED),
        ("a = conv(x, 1); y = layers.Concatenate()([a, conv(a, 3), conv(x, 5)])", Status.FAILED),
        (
            "p = layers.ReLU()(x); y = layers.Concatenate()([conv(p, 1), conv(p, 3), conv(x, 5)])",
            Status.PASSED,
        ),
        (
            "a = conv(x, 1); y = layers.Concatenate()([a, conv(a, 3), conv(x, 5), conv(x, 3)])",
            Status.PASSED,
        ),
    ],
)
def test_branches_each_have_layers_of_their_own(probe: Any, block: str, status: Status) -> None:
    assert PARALLEL.judge(probe(PARALLEL, PROGRAM.format(block))).status is status


@pytest.mark.tensorflow
def test_tells_what_meets(probe: Any) -> None:
    facts = probe(RESIDUAL, PROGRAM.format("y = x + conv(x, 3)"))

    received = RESIDUAL.judge(facts).received

    assert "1 places where paths are added; one meets the tensor itself and conv2d_1" in received
