"""Visits to the doctor as they come, written by hand."""

import io
import math
from typing import Any

import numpy as np
from PIL import Image

from etude.domain.checkup import Checkup, End, Kind
from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding, Severity
from etude.domain.health import Health, LayerHealth
from etude.domain.listing import Listing, Part
from etude.domain.observations import (
    Compiled,
    Data,
    Fit,
    Layer,
    Loss,
    Model,
    Stage,
    TensorSample,
    TensorSpec,
)
from etude.domain.own_loop import TAPE, Loop
from etude.domain.profile import Change, PipelineProfile, StageCost, TriedChange
from etude.domain.seen import Batch, Confusion, Picture

FILE = "train.py"
SOURCE = """\
import keras
import tensorflow as tf

(x, y), (x_val, y_val) = keras.datasets.fashion_mnist.load_data()
x, x_val = x[..., None], x_val[..., None]

train = tf.data.Dataset.from_tensor_slices((x, y))
train = train.map(lambda picture, label: (tf.image.resize(picture, (32, 32)), label))
train = train.batch(64).shuffle(1000)
validation = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(64)

inputs = keras.Input((28, 28, 1))
features = keras.layers.Conv2D(16, 3, activation="relu", name="edges")(inputs)
features = keras.layers.MaxPooling2D(name="pool")(features)
features = keras.layers.Flatten(name="flat")(features)
outputs = keras.layers.Dense(10, activation="softmax", name="classes")(features)
model = keras.Model(inputs, outputs)

loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
model.fit(train, validation_data=validation, epochs=12)
model.save("model.keras")
"""
VERSIONS = {"etude": "0.1.0", "python": "3.11.9", "tensorflow": "2.21.0", "keras": "3.15.1"}
CLASSES = ("T-shirt", "trouser", "pullover", "dress", "coat", "sandal")

SOFTMAX_TWICE = Finding(
    line=19, file=FILE, diagnosis="softmax_with_from_logits", severity=Severity.SILENT,
    title="The loss applies softmax to outputs that are probabilities already.",
    evidence="the last layer 'classes' ends in softmax, and the loss has from_logits=True",
    why="Softmax of a softmax is nearly flat: the gradients shrink and learning is slow.",
    change="leave out from_logits=True, or activation=\"softmax\" of 'classes'",
    consequences=("trained_too_short",),
)  # fmt: skip
SHUFFLED_LATE = Finding(
    line=9, file=FILE, diagnosis="shuffled_after_batching", severity=Severity.SILENT,
    title="Shuffling after batching mixes whole batches, not examples.",
    evidence="batch(64) comes before shuffle(1000)",
    why="Every epoch sees the same 64 examples together.",
    change="train.shuffle(1000).batch(64)",
)  # fmt: skip
NOT_SCALED = Finding(
    line=21, file=FILE, diagnosis="pixels_not_scaled", severity=Severity.WARNING,
    title="Pixels between 0 and 255 reach the weights.",
    evidence="pixels between 0 and 255 in a batch (64, 28, 28, 1)",
    why="Training begins with a huge loss and is slow.",
    change="add keras.layers.Rescaling(1 / 255) as the first layer",
)  # fmt: skip
NOT_PREFETCHED = Finding(
    line=9, file=FILE, diagnosis="not_prefetched", severity=Severity.PERFORMANCE,
    title="The pipeline does not prepare the next batch while the model computes.",
    evidence="the last stage is shuffle", why="The model waits for each batch.",
    change="end the pipeline with .prefetch(tf.data.AUTOTUNE)",
)  # fmt: skip


def listing(file: str, text: str) -> Listing:
    """Of a program of one file."""
    return Listing([Part(name=file, first=1, text=text)])


def checkup(**fields: Any) -> Checkup:
    base: dict[str, Any] = {
        "target": FILE, "kind": Kind.SCRIPT, "end": End.FINISHED, "listing": listing(FILE, SOURCE),
        "seconds": 74.2, "versions": VERSIONS,
    }  # fmt: skip
    return Checkup(**(base | fields))


def rich_checkup(**fields: Any) -> Checkup:
    """Everything that can be in one."""
    base: dict[str, Any] = {
        "findings": (SOFTMAX_TWICE, SHUFFLED_LATE, NOT_SCALED, NOT_PREFETCHED),
        "fits": (fit(),), "models": (model(),), "data": (train_data(), validation_data()),
        "batches": batches(), "confusion": confusion(), "profile": profile(),
        "unseen": (
            "tf.py_function in line 8 hides what its function does.",
            "One training ran in another process.",
        ),
    }  # fmt: skip
    return checkup(**(base | fields))


def healthy_checkup() -> Checkup:
    return checkup(fits=(fit(), fit(index=1)), models=(model(),))


def raised_checkup(**fields: Any) -> Checkup:
    message = (
        "Dimensions must be equal, but are 32 and 3 for '{{node compute_loss/sub}}' with input "
        "shapes: [32,10], [32,3]."
    )
    frames = [
        ErrorFrame(file=FILE, line=21, function="<module>", text="model.fit(train)"),
        ErrorFrame(file=FILE, line=8, function="<lambda>", text="train = train.map("),
    ]
    error = Error(type="ValueError", message=message, frames=frames, raised_by="keras.Model.fit")
    return checkup(end=End.RAISED, seconds=3.1, **({"error": error} | fields))


def fit(**fields: Any) -> Fit:
    base: dict[str, Any] = {
        "index": 0, "line": 21, "model": model(), "train": train_data(),
        "validation": validation_data(), "arguments": {"epochs": 12, "batch_size": None},
        "epochs": epochs(12), "finished": True, "seconds": 61.0, "health": health(),
    }  # fmt: skip
    return Fit(**(base | fields))


def own_loop(**fields: Any) -> Loop:
    """200 steps, of which every other one left its loss."""
    base: dict[str, Any] = {
        "index": 0, "line": 21, "how": TAPE, "model": model(), "train": train_data(),
        "finished": True, "steps": 200, "every": 2, "rates": (1e-3, 1e-3),
        "losses": [1.9 * math.exp(-number / 40) for number in range(100)],
    }  # fmt: skip
    return Loop(**(base | fields))


def epochs(count: int) -> list[dict[str, float]]:
    """A training that overfits from its middle on."""
    told = []
    for number in range(count):
        gone = number / count
        loss = 1.9 * math.exp(-3 * gone) + 0.12
        behind = 1.75 * math.exp(-4 * gone) + 0.35 + 0.6 * gone**2
        told.append(
            {
                "accuracy": 1 - loss / 3, "loss": loss, "val_accuracy": 1 - behind / 3,
                "val_loss": behind, "learning_rate": 1e-3 * 0.5 ** (number // 4),
            }
        )  # fmt: skip
    return told


def model(**fields: Any) -> Model:
    layers = (
        Layer(name="input_layer", kind="InputLayer", output_shape=[None, 28, 28, 1], line=12),
        Layer(name="edges", kind="Conv2D", calls=[["input_layer"]], line=13, parameters=160,
              output_shape=[None, 26, 26, 16], config={"activation": "relu"}),
        Layer(name="pool", kind="MaxPooling2D", calls=[["edges"]], line=14,
              output_shape=[None, 13, 13, 16]),
        Layer(name="flat", kind="Flatten", calls=[["pool"]], line=15, output_shape=[None, 2704]),
        Layer(name="classes", kind="Dense", calls=[["flat"]], line=16, parameters=27050,
              output_shape=[None, 10], config={"activation": "softmax"}),
    )  # fmt: skip
    compiled = Compiled(
        line=20, losses=[Loss(name="sparse_categorical_crossentropy", from_logits=True)],
        optimizer="Adam", learning_rate=1e-3, metrics=["accuracy"],
    )  # fmt: skip
    base: dict[str, Any] = {
        "key": "1", "kind": "functional", "name": "functional", "line": 17, "layers": layers,
        "inputs": [TensorSpec(path="input_layer", dtype="float32", shape=[None, 28, 28, 1])],
        "outputs": [TensorSpec(path="classes", dtype="float32", shape=[None, 10])],
        "parameters": 27210, "trainable_parameters": 27210, "compiled": compiled,
    }  # fmt: skip
    return Model(**(base | fields))


def branched_model() -> Model:
    """Two inputs that meet."""
    layers = (
        Layer(name="picture", kind="InputLayer", output_shape=[None, 8]),
        Layer(name="row", kind="InputLayer", output_shape=[None, 4]),
        Layer(name="both", kind="Concatenate", calls=[["picture", "row"]],
              output_shape=[None, 12]),
        Layer(name="inside", kind="Sequential", calls=[["both"]], output_shape=[None, 5],
              parameters=65, layers=[Layer(name="deep", kind="Dense", parameters=65,
                                           output_shape=[None, 5])]),
        Layer(name="price", kind="Dense", calls=[["inside"]], parameters=6,
              output_shape=[None, 1], trainable=False),
    )  # fmt: skip
    inputs = [
        TensorSpec(path=name, dtype="float32", shape=[None, size])
        for name, size in (("picture", 8), ("row", 4))
    ]
    return Model(key="2", kind="functional", name="two_inputs", layers=layers, inputs=inputs,
                 parameters=71, trainable_parameters=65)  # fmt: skip


def train_data() -> Data:
    stages = (
        Stage(op="from_tensor_slices", line=7),
        Stage(op="map", line=8, ops=["ResizeBilinear"]),
        Stage(op="batch", line=9, parameters={"batch_size": 64, "drop_remainder": False}),
        Stage(op="shuffle", line=9, parameters={"buffer_size": 1000}),
    )
    sample = (
        TensorSample(path="0", dtype="uint8", shape=[64, 28, 28, 1], low=0, high=255, mean=72.9),
        TensorSample(path="1", dtype="uint8", shape=[64], low=0, high=9, mean=4.4),
    )
    return Data(role="fit", kind="dataset", line=21, cardinality=938, stages=stages, sample=sample)


def validation_data() -> Data:
    stages = (
        Stage(op="from_tensor_slices", line=10),
        Stage(op="batch", line=10, parameters={"batch_size": 64}),
    )
    return Data(role="validation", kind="dataset", line=21, cardinality=157, stages=stages)


def health() -> Health:
    layers = (
        LayerHealth(name="edges", kind="Conv2D", line=13, change=0.21, weight=3.1, gradient=2.2e-4,
                    zero_units=0.25),
        LayerHealth(name="classes", kind="Dense", line=16, change=0.64, weight=9.8, gradient=0.031,
                    nan=0),
    )  # fmt: skip
    return Health(layers=layers, examples=32)


def batches() -> tuple[Batch, ...]:
    pictures = [Picture(png=png(number), label=CLASSES[number % 6]) for number in range(8)]
    first = Batch(role="fit", dtype="uint8", shape=[64, 28, 28, 1], low=0.0, high=255.0,
                  pictures=pictures)  # fmt: skip
    numbers = Batch(role="validation", dtype="float32", shape=[64, 9], low=-2.5, high=3.25)
    return first, numbers


def confusion() -> Confusion:
    counts = (
        (86, 1, 4, 5, 4, 0), (0, 97, 0, 3, 0, 0), (3, 0, 71, 2, 24, 0),
        (4, 2, 1, 88, 5, 0), (1, 0, 19, 4, 76, 0), (0, 0, 0, 0, 0, 100),
    )  # fmt: skip
    mistakes = [Picture(png=png(number), label="pullover", predicted="coat") for number in range(5)]
    return Confusion(role="validation", labels=CLASSES, counts=counts, mistakes=mistakes)


def profile() -> PipelineProfile:
    stages = (
        StageCost(op="from_tensor_slices", line=7, seconds=2e-6, share=0.03),
        StageCost(op="map", line=8, seconds=5.1e-5, share=0.82),
        StageCost(op="batch", line=9, seconds=9e-6, share=0.15),
        StageCost(op="shuffle", line=9, note="fills its buffer once per epoch: 40 ms"),
    )
    changes = (
        TriedChange(change=Change.PARALLEL_MAP, lines=[8], before=16100, after=29800,
                    won=1.0),
        TriedChange(change=Change.CACHE, lines=[8], refused="the map draws random numbers"),
    )  # fmt: skip
    return PipelineProfile(
        line=21, stages=stages, examples_per_second=16100, examples_per_step=64,
        step_seconds=0.0031, changes=changes,
    )  # fmt: skip


def png(number: int) -> bytes:
    """A small grey picture: one shape or another."""
    rows, columns = np.mgrid[:28, :28]
    shapes = (
        abs(rows - 14) + abs(columns - 14) < 11,
        (rows - 14) ** 2 + (columns - 14) ** 2 < 100,
        (abs(columns - 9) < 4) | (abs(columns - 19) < 4),
        (rows > 6) & (abs(columns - 14) < rows / 2.4),
        abs(rows - 14) < 6,
    )
    pixels = np.where(shapes[number % len(shapes)], 90 + 5 * rows, 12).astype("uint8")
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()
