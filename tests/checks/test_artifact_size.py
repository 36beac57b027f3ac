"""A saved model takes no more room than it needs."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.artifact_size import ArtifactSize
from etude.domain.verdict import Status

CHECK = ArtifactSize(artifact="model.keras", most_bytes=300_000, name="size")


def sized(size: int) -> dict[str, Any]:
    return {"sized": {"path": "model.keras", "bytes": size, "weights": 203_560, "most": 300_000}}


def test_a_file_at_the_bound_passes() -> None:
    assert CHECK.judge(sized(300_000)).status is Status.PASSED


def test_a_larger_one_is_told_with_what_its_weights_need() -> None:
    verdict = CHECK.judge(sized(640_000))

    assert verdict.expected == "at most 300,000 bytes"
    assert verdict.received == "640,000 bytes; the weights need 203,560 of them"


def test_without_a_file_there_is_no_size() -> None:
    assert CHECK.judge({"sized": None}).received == "no file model.keras"


@pytest.mark.tensorflow
def test_the_weights_are_counted_without_the_optimizer(
    probe: Callable[..., Mapping[str, Any]],
) -> None:
    found = probe(CHECK, """
import keras, numpy as np
model = keras.Sequential([keras.Input((200,)), keras.layers.Dense(200)])
model.compile("adam", "mse")
model.fit(np.zeros((2, 200)), np.zeros((2, 200)), verbose=0)
model.save("model.keras")
""", reload=True)  # fmt: skip

    assert found["sized"]["weights"] == 4 * 200 * 201
    assert found["sized"]["bytes"] > 2.5 * found["sized"]["weights"]
    assert "keras.Model(model.inputs, model.outputs)" in CHECK.judge(found).attempt


@pytest.mark.tensorflow
def test_a_model_over_the_same_layers_leaves_the_optimizer_out(
    probe: Callable[..., Mapping[str, Any]],
) -> None:
    found = probe(CHECK, """
import keras, numpy as np
model = keras.Sequential([keras.Input((200,)), keras.layers.Dense(200)])
model.compile("adam", "mse")
model.fit(np.zeros((2, 200)), np.zeros((2, 200)), verbose=0)
keras.Model(model.inputs, model.outputs).save("model.keras")
""", reload=True)  # fmt: skip

    assert CHECK.judge(found).status is Status.PASSED


def test_weights_that_are_too_many_by_themselves_are_told() -> None:
    verdict = CHECK.judge(sized(640_000) | {"sized": sized(640_000)["sized"] | {"most": 200_000}})

    assert verdict.attempt == "the weights alone are too many: fewer or narrower layers"
