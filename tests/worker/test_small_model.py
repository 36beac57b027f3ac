"""The small models that étude gives are the same each time, and nobody's work."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

BEGINNING = """
import contextlib
import numpy as np
from etude.checks.values import Arrays, Dataset, Mislabelled, SmallModel
from etude.worker.given import Given

given = Given({}.__getitem__, contextlib.nullcontext)
x = Arrays(shape=(20, 4))
y = Arrays(shape=(20,), fill="integers", low=0, high=3, dtype="int64")
"""


def test_each_model_begins_with_the_same_weights_and_takes_no_random_number(watch: Watch) -> None:
    seen = watch(BEGINNING + """
import tensorflow as tf
wanted = SmallModel(shape=(4,), classes=3, hidden=(5,), seed=2)
tf.random.set_seed(1)
undisturbed = float(tf.random.uniform([]))
tf.random.set_seed(1)
one, other = given.fresh(wanted), given.fresh(wanted)
print(float(tf.random.uniform([])) == undisturbed)
print(all((a == b).all() for a, b in zip(one.get_weights(), other.get_weights())))
print(one is other, given.value(wanted) is given.value(wanted))
print([layer.name for layer in one.layers], one.output_shape)
""")  # fmt: skip

    assert seen.outcome.stdout.splitlines() == [
        "True",
        "True",
        "False True",
        "['flatten', 'hidden_1', 'logits'] (None, 3)",
    ]


def test_a_trained_model_is_trained_the_same_way_each_time(watch: Watch) -> None:
    seen = watch(BEGINNING + """
wanted = SmallModel(
    shape=(4,), classes=3, optimizer="adam", learns_from=Dataset(x=x, y=y, batch=5), epochs=2)
one, other = given.fresh(wanted), given.fresh(wanted)
print(int(one.optimizer.iterations))
print(all((a == b).all() for a, b in zip(one.get_weights(), other.get_weights())))
""")  # fmt: skip

    assert seen.outcome.stdout.split() == ["8", "True"]


def test_a_share_of_labels_is_replaced_and_the_given_ones_stay(watch: Watch) -> None:
    seen = watch(BEGINNING + """
wrong = given.value(Mislabelled(labels=y, share=0.5, classes=3, seed=1))
right = given.value(y)
print(0 < (wrong != right).sum() < 15, wrong.min() >= 0, wrong.max() <= 2)
print((wrong == given.fresh(Mislabelled(labels=y, share=0.5, classes=3, seed=1))).all())
""")  # fmt: skip

    assert seen.outcome.stdout.split() == ["True"] * 4
