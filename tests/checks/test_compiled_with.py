"""A model is compiled with a loss that fits its labels and its output."""

from typing import Any

import pytest
from described_models import layer, model

from etude.checks.compiled_with import CompiledWith, LabelKind
from etude.checks.values import Name
from etude.domain.verdict import Status

MODEL = Name(name="model")
SPARSE = "sparse_categorical_crossentropy"


def check(labels: LabelKind, *, accuracy: bool = False) -> CompiledWith:
    return CompiledWith(of=MODEL, labels=labels, accuracy=accuracy, name="compiled")


def ending(activation: str, units: int = 3, **options: Any) -> Any:
    last = layer("Dense", activation=activation, units=units, shape=[None, units])
    return model(last, **options)


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("integers", ending("softmax", loss=SPARSE)),
        ("integers", ending("linear", loss=SPARSE, from_logits=True)),
        ("integers", ending("softmax", loss=SPARSE, from_logits=True)),
        ("one-hot", ending("softmax", loss="categorical_crossentropy")),
        ("one-hot", ending("softmax", loss="kl_divergence")),
        ("binary", ending("sigmoid", 1, loss="binary_crossentropy")),
        ("binary", ending("linear", 1, loss="binary_focal_crossentropy", from_logits=True)),
        ("binary", ending("softmax", 2, loss=SPARSE)),
        ("numbers", ending("linear", 1, loss="huber")),
        ("numbers", ending("relu", 1, loss="mean_squared_error")),
        ("integers", ending("softmax", loss="my_loss") | {"agrees": True}),
        ("integers", model(layer("Lambda", shape=[None, 3]), loss=SPARSE)),
    ],
)
def test_passes_every_pair_that_fits(labels: LabelKind, found: Any) -> None:
    assert check(labels).judge(found).status is Status.PASSED


@pytest.mark.parametrize(
    ("labels", "found", "received"),
    [
        (
            "integers",
            ending("linear", loss=SPARSE),
            f"{SPARSE} after Dense without activation",
        ),
        (
            "integers",
            ending("softmax", loss="categorical_crossentropy"),
            "categorical_crossentropy after Dense with softmax",
        ),
        ("integers", ending("relu", loss=SPARSE), f"{SPARSE} after Dense with relu"),
        ("integers", ending("sigmoid", loss=SPARSE), f"{SPARSE} after Dense with sigmoid"),
        ("integers", ending("sigmoid", 1, loss=SPARSE), f"{SPARSE} after Dense with sigmoid"),
        ("integers", ending("softmax", loss="mean_squared_error"), "mean_squared_error after"),
        ("one-hot", ending("softmax", loss=SPARSE), SPARSE),
        ("binary", ending("softmax", 2, loss="binary_crossentropy"), "binary_crossentropy after"),
        ("binary", ending("softmax", 1, loss="binary_crossentropy"), "binary_crossentropy after"),
        ("binary", ending("linear", 1, loss="binary_crossentropy"), "without activation"),
        ("numbers", ending("linear", 1, loss="binary_crossentropy"), "binary_crossentropy after"),
        ("numbers", ending("softmax", 3, loss="mean_squared_error"), "with softmax"),
        ("integers", ending("softmax", loss="my_loss") | {"agrees": False}, "my_loss after"),
    ],
)
def test_fails_every_pair_that_does_not(labels: LabelKind, found: Any, received: str) -> None:
    verdict = check(labels).judge(found)

    assert verdict.status is Status.FAILED
    assert received in verdict.received
    assert verdict.line == 9


def test_fails_without_compile() -> None:
    verdict = check("integers").judge(ending("softmax", compiled=False))

    assert verdict.received == "a model that is not compiled"
    assert "model.compile" in verdict.attempt


def test_fails_without_a_loss() -> None:
    assert check("integers").judge(ending("softmax")).received == "a model without a loss"


@pytest.mark.parametrize(
    ("labels", "metric"),
    [
        ("integers", "accuracy"),
        ("integers", "acc"),
        ("integers", "sparse_categorical_accuracy"),
    ],
)
def test_takes_accuracy_in_any_spelling(labels: LabelKind, metric: str) -> None:
    found = ending("softmax", loss=SPARSE, metrics=["auc", metric])

    assert check(labels, accuracy=True).judge(found).status is Status.PASSED


@pytest.mark.parametrize("metric", ["categorical_accuracy", "exact_accuracy", "auc"])
def test_takes_no_other_metric_for_accuracy(metric: str) -> None:
    found = ending("softmax", loss=SPARSE, metrics=[metric])

    verdict = check("integers", accuracy=True).judge(found)

    assert verdict.expected == "accuracy among the metrics"
    assert verdict.received == f"metrics {metric}"


PROGRAM = """
import functools
import keras
import tensorflow as tf
from keras import layers, losses, ops

def mine(y, p):
    return losses.sparse_categorical_crossentropy(y, p)

def mine_of_logits(y, p):
    return losses.sparse_categorical_crossentropy(y, p, from_logits=True)

class Net(keras.Model):
    def __init__(self, activation):
        super().__init__()
        self.out = layers.Dense(3, activation=activation)
    def call(self, x):
        return self.out(x)

inputs = keras.Input((4,))
model = {made}
model.compile(loss={loss})
"""
FUNCTIONAL = "keras.Model(inputs, layers.Dense(3, activation={}, kernel_regularizer='l2')(inputs))"
OF_A_DISTANCE = (
    "keras.Model(inputs, ops.exp({}ops.sum(ops.square(inputs - layers.Dense(4)(inputs)), "
    "axis=-1, keepdims=True)))"
)


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("labels", "made", "loss", "status"),
    [
        ("integers", FUNCTIONAL.format("'softmax'"), "mine", Status.PASSED),
        ("integers", FUNCTIONAL.format("None"), "mine_of_logits", Status.PASSED),
        ("integers", FUNCTIONAL.format("None"), "mine", Status.FAILED),
        ("integers", FUNCTIONAL.format("tf.nn.softmax"), f"'{SPARSE}'", Status.PASSED),
        ("integers", FUNCTIONAL.format("lambda x: ops.softmax(x)"), f"'{SPARSE}'", Status.PASSED),
        ("integers", FUNCTIONAL.format("lambda x: 5 * x"), f"'{SPARSE}'", Status.FAILED),
        ("integers", "Net('softmax')", f"'{SPARSE}'", Status.PASSED),
        ("integers", "Net(None)", f"'{SPARSE}'", Status.FAILED),
        (
            "one-hot",
            FUNCTIONAL.format("'softmax'"),
            "lambda y, p: -ops.sum(y * ops.log(p), axis=-1)",
            Status.PASSED,
        ),
        (
            "numbers",
            FUNCTIONAL.format("None"),
            "lambda y, p: ops.mean(ops.square(y - p))",
            Status.PASSED,
        ),
        (
            "numbers",
            FUNCTIONAL.format("None"),
            "lambda y, p: ops.mean(ops.square(y + p))",
            Status.FAILED,
        ),
        (
            "binary",
            "keras.Model(inputs, layers.Dense(1, activation='sigmoid')(inputs))",
            "lambda y, p: losses.binary_crossentropy(y, p)",
            Status.PASSED,
        ),
        ("binary", OF_A_DISTANCE.format("-"), "'binary_crossentropy'", Status.PASSED),
        ("binary", OF_A_DISTANCE.format(""), "'binary_crossentropy'", Status.FAILED),
        (
            "binary",
            "keras.Model(inputs, layers.Dense(1, activation='exponential')(inputs))",
            "'binary_crossentropy'",
            Status.FAILED,
        ),
    ],
)
def test_computes_what_names_of_loss_and_activation_do_not_tell(  # type: ignore[no-untyped-def]
    probe, labels: LabelKind, made: str, loss: str, status: Status
) -> None:
    asked = CompiledWith(of=MODEL, labels=labels, shapes=((4,),), name="compiled")

    found = probe(asked, PROGRAM.format(made=made, loss=loss))

    assert asked.judge(found).status is status
