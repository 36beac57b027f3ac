"""Saved models of every format are looked at in the sandbox, never with a person's rights."""

import textwrap
from pathlib import Path

import msgspec
import numpy as np
import pytest

from etude.domain.checkup import Checkup, End, Kind
from etude.domain.job import Job, Limits
from etude.domain.task import Task
from etude.grading.saved_config import config_of_archive, model_of_config
from etude.grading.saved_model import SavedModelExaminer
from etude.sandbox import Sandbox

HEAD = """
import keras, numpy as np, tensorflow as tf
x = np.random.default_rng(0).uniform(0, 255, (64, 8, 8, 3)).astype("float32")
y = (x.mean(axis=(1, 2))[:, 0] > 127).astype("int64")
"""
NETWORK = """
model = keras.Sequential([
    keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(2{activation}),
])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits={logits}))
"""


@pytest.fixture
def saved(warm_sandbox: Sandbox, tmp_path: Path):
    """``saved(program, name)``: the path of a file that a program has made."""

    def make(program: str, name: str) -> Path:
        text = HEAD + textwrap.dedent(program)
        task = Task(program="p.py", as_script=True, sources=["p.py"])
        job = Job(
            task=msgspec.json.encode(task),
            files={"p.py": text.encode()},
            artifacts=(name,),
            limits=Limits(wall_seconds=120),
        )
        outcome = warm_sandbox.run(job)
        assert outcome.fault is None, outcome.detail
        path = tmp_path / name
        path.write_bytes(outcome.artifacts[name].content or b"")
        return path

    return make


def examine(sandbox: Sandbox, path: Path, data=None) -> Checkup:
    empty = Checkup(target=path.name, kind=Kind.MODEL, end=End.NOT_RUN)
    return SavedModelExaminer(sandbox=sandbox).examine(empty, path, data)


def names(checkup: Checkup) -> list[str]:
    return [finding.diagnosis for finding in checkup.findings]


def wrong_network() -> str:
    return NETWORK.format(activation="", logits=False)


def right_network() -> str:
    return NETWORK.format(activation="", logits=True)


@pytest.mark.tensorflow
def test_what_was_compiled_wrongly_is_seen_in_the_file(saved, warm_sandbox):
    path = saved(f"{wrong_network()}model.save('m.keras')", "m.keras")

    checkup = examine(warm_sandbox, path)

    assert checkup.end is End.FINISHED
    assert "logits_without_from_logits" in names(checkup)


@pytest.mark.tensorflow
def test_a_right_model_is_left_alone(saved, warm_sandbox):
    path = saved(f"{right_network()}model.save('m.keras')", "m.keras")

    checkup = examine(warm_sandbox, path)

    assert names(checkup) == []
    assert checkup.models[0].parameters == 8 * 8 * 3 * 2 + 2


@pytest.mark.tensorflow
def test_an_h5_file_is_read_without_loading_it(saved, warm_sandbox):
    path = saved(f"{wrong_network()}model.save('m.h5')", "m.h5")

    checkup = examine(warm_sandbox, path)

    assert "logits_without_from_logits" in names(checkup)


@pytest.mark.tensorflow
def test_weights_alone_are_told_as_that(saved, warm_sandbox):
    path = saved(f"{right_network()}model.save_weights('m.weights.h5')", "m.weights.h5")

    checkup = examine(warm_sandbox, path)

    assert any("no architecture" in sentence for sentence in checkup.unseen)


@pytest.mark.tensorflow
def test_with_data_the_change_that_tells_is_told_with_both_numbers(saved, warm_sandbox):
    program = right_network() + (
        "model.fit(x / 255, y, epochs=150, verbose=0)\nmodel.save('m.keras')\n"
    )
    path = saved(program, "m.keras")
    inputs = np.random.default_rng(1).uniform(0, 255, (200, 8, 8, 3)).astype("float32")
    labels = (inputs.mean(axis=(1, 2))[:, 0] > 127).astype("int64")

    checkup = examine(warm_sandbox, path, {"inputs": inputs, "labels": labels})

    assert any("as it is" in sentence for sentence in checkup.measured)


@pytest.mark.tensorflow
def test_a_file_that_is_no_model_is_told_as_that(tmp_path, warm_sandbox):
    path = tmp_path / "m.keras"
    path.write_bytes(b"not a model")

    checkup = examine(warm_sandbox, path)

    assert checkup.end is End.NOT_RUN
    assert "m.keras" in checkup.detail


def test_a_configuration_gives_layers_links_and_loss():
    dense = {"class_name": "Dense", "config": {"name": "out", "units": 3, "activation": "softmax"}}
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "net",
            "layers": [{"class_name": "InputLayer", "config": {"name": "in"}}, dense],
        },
        "compile_config": {
            "loss": {
                "class_name": "SparseCategoricalCrossentropy",
                "config": {"from_logits": True},
            },
            "optimizer": {"class_name": "Adam", "config": {"learning_rate": 0.01}},
        },
    }

    model = model_of_config(config)

    assert model.kind == "sequential"
    assert [layer.name for layer in model.layers] == ["in", "out"]
    assert model.layers[1].calls == [["in"]]
    assert model.outputs[0].path == "out"
    assert model.compiled.losses[0].name == "sparse_categorical_crossentropy"
    assert model.compiled.losses[0].from_logits
    assert (model.compiled.optimizer, model.compiled.learning_rate) == ("Adam", 0.01)


def test_an_archive_without_configuration_is_none(tmp_path):
    path = tmp_path / "m.keras"
    path.write_bytes(b"PK")

    assert config_of_archive(path) is None
