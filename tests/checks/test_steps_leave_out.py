"""Examples that a loop of one's own may not learn from."""

from typing import Any

import pytest

from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = StepsLeaveOut(kept=Name(name="kept"), things="rows", name="left_out")
PROGRAM = """\
import keras, numpy as np, tensorflow as tf
rows = np.random.default_rng(0).integers(0, 255, (60, 4)).astype("uint8")
kept = rows[:20]
data = tf.data.Dataset.from_tensor_slices(({}, np.ones(len({}), "float32"))).batch(8)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(1e-6)
measure = keras.losses.MeanSquaredError()
{}
def step(x, y):
    with tf.GradientTape() as tape:
        loss = measure(y, model(x, training=True))
    optimizer.apply(tape.gradient(loss, model.trainable_weights), model.trainable_weights)
for x, y in data:
    step(x, y)
"""


@pytest.mark.slow
@pytest.mark.tensorflow
@pytest.mark.parametrize("decorator", ["", "@tf.function"])
@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("rows[20:]", Status.PASSED),
        ("rows[20:].astype('float32')", Status.PASSED),
        ("rows", Status.FAILED),
        ("rows.astype('float32')", Status.FAILED),
        ("np.concatenate([rows[20:], rows[:1]])", Status.PASSED),
    ],
)
def test_compares_the_examples_of_the_steps(
    probe: Any, decorator: str, given: str, status: Status
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(given, given, decorator)))

    assert verdict.status is status


def test_tells_how_many_and_where() -> None:
    verdict = CHECK.judge({"met": [{"line": 9, "learned": 640, "kept": 90}]})

    assert verdict.received == "90 of kept among the first 640 rows of a training"
    assert verdict.line == 9


def test_a_few_equal_examples_of_many_pass() -> None:
    assert CHECK.judge({"met": [{"line": 9, "learned": 300, "kept": 9}]}).status is Status.PASSED


FITTED = """\
import keras, numpy as np, tensorflow as tf
rows = np.random.default_rng(0).normal(size=(60, 4)).astype("float32")
kept, others, labels = rows[:20], rows[20:], np.ones((60, 1), "float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(others / 9, labels[20:], verbose=0)

def answer(rows):
    return model.predict(rows / 9, verbose=0)
"""


@pytest.mark.slow
@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("again", "status"),
    [
        ("model.evaluate(kept / 9, labels[:20], verbose=0)", Status.PASSED),
        ("model.fit(others / 9, labels[20:], validation_data=(kept / 9, labels[:20]))",
         Status.PASSED),
        ("model.fit(kept / 9, labels[:20], verbose=0)", Status.FAILED),
        ("model.fit(tf.data.Dataset.from_tensor_slices((kept / 9, labels[:20])).batch(5))",
         Status.FAILED),
    ],
)  # fmt: skip
def test_compares_what_fit_is_given_with_what_a_function_asks_a_model(
    probe: Any, again: str, status: Status
) -> None:
    check = StepsLeaveOut(kept=Name(name="kept"), by=Name(name="answer"), things="rows")

    assert check.judge(probe(check, f"{FITTED}\n{again}\n")).status is status


@pytest.mark.slow
@pytest.mark.tensorflow
def test_compares_texts(probe: Any) -> None:
    program = """
import keras, numpy as np, tensorflow as tf
kept = np.array(["one two", "three", "four"], dtype=object)
words = keras.layers.TextVectorization(output_sequence_length=3)
words.adapt(kept)
model = keras.Sequential([keras.Input((), dtype="string"), words, keras.layers.Embedding(9, 2),
                          keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(tf.constant(["three", "four", "one two"]), np.ones(3), verbose=0)
"""

    assert CHECK.judge(probe(CHECK, program)).received.startswith("3 of kept among the first 3")
