"""A person's own program may be long, and hundreds of diagnoses read it."""

import ast
from collections.abc import Iterator

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.diagnose import diagnose

PROGRAM = """
import numpy as np
from tensorflow import keras

def load():
    return np.random.rand(8, 4), np.random.rand(8, 1)

x, y = load()
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.predict(x)
"""


def test_the_tree_of_a_program_is_walked_once_for_all_diagnoses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walked: list[ast.AST] = []
    walk = ast.walk

    def counted(node: ast.AST) -> Iterator[ast.AST]:
        walked.append(node)
        return walk(node)

    monkeypatch.setattr(ast, "walk", counted)

    diagnose(evidence(fits=[trained(loss=[1.0, 0.9])], program=PROGRAM))

    assert [type(node) for node in walked].count(ast.Module) == 1
