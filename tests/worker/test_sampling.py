"""The sample of a pipeline shows what the model sees, as far as it can be had without a trace."""

from typing import Any

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

HEAD = """import keras, numpy as np, tensorflow as tf
x = np.arange(40, dtype="float32").reshape(10, 4)
y = np.arange(10)
flip = keras.layers.RandomFlip(seed=1)
ds = tf.data.Dataset.from_tensor_slices((x, y))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
"""


def sampled(watch: Watch, pipeline: str) -> Any:
    """What ``predict`` was given, described."""
    seen = watch(HEAD + f"model.predict({pipeline}, verbose=0)\n")
    assert seen.outcome.fault is None, seen.outcome.detail
    (call,) = seen.evidence.calls_of("Model.predict")
    return call.data


def test_a_plain_pipeline_is_sampled_as_it_is(watch: Watch) -> None:
    data = sampled(watch, "ds.map(lambda a, b: (a / 10, b)).batch(5)")

    assert data.sampled_at == ""
    assert data.part("0").shape == [5, 4]
    assert data.part("0").high == pytest.approx(1.9)


def test_stages_above_a_shuffle_are_applied_without_it(watch: Watch) -> None:
    data = sampled(
        watch,
        "ds.cache().shuffle(10).map(lambda a, b: (a / 10, b), num_parallel_calls=2)"
        ".repeat(1).batch(5, drop_remainder=True).prefetch(1)",
    )

    assert data.sampled_at == "shuffle"
    assert data.part("0").shape == [5, 4]
    assert data.part("1").distinct == [0, 1, 2, 3, 4]
    assert data.part("0").high == pytest.approx(1.9)


def test_a_cache_alone_does_not_change_what_the_model_sees(watch: Watch) -> None:
    assert sampled(watch, "ds.batch(5).cache()").sampled_at == ""


def test_a_one_shot_source_is_left_alone(watch: Watch) -> None:
    data = sampled(
        watch,
        "tf.data.Dataset.from_generator(lambda: iter(x), output_signature="
        "tf.TensorSpec([4])).batch(5)",
    )

    assert data.sampled_at == "from_generator"
    assert data.sample == []


def test_files_are_listed_in_the_same_order_when_nobody_looks(watch: Watch) -> None:
    program = (
        HEAD
        + """
for i in range(6):
    open(f"row_{i}.txt", "w").close()
files = tf.data.Dataset.list_files("row_*.txt")
model.predict(files.map(lambda path: tf.ones([4])).batch(2), verbose=0)
print([path.numpy() for path in files])
"""
    )

    seen, unseen = watch(program), watch(program, observe=False)

    assert seen.outcome.stdout == unseen.outcome.stdout
    (call,) = seen.evidence.calls_of("Model.predict")
    assert call.data is not None
    assert call.data.sampled_at == "shuffle"
    assert call.data.sample[0].shape == [2, 4]


def test_below_a_function_that_runs_python_the_sample_ends(watch: Watch) -> None:
    data = sampled(
        watch,
        "ds.map(lambda a, b: (tf.ensure_shape(tf.numpy_function(lambda v: v, [a], tf.float32),"
        " [4]), b)).batch(5)",
    )

    assert data.sampled_at == "map"
    assert data.part("0").shape == [4]


def test_a_layer_of_random_numbers_is_sampled_and_keeps_its_count(watch: Watch) -> None:
    seen = watch(HEAD + """
images = tf.data.Dataset.from_tensor_slices(np.ones((4, 2, 2, 3), "float32"))
eye = keras.Sequential([keras.Input((2, 2, 3)), keras.layers.Flatten()])
before = flip.generator.state.numpy().tolist()
mapped = images.map(lambda a: flip(a, training=True)).batch(2)
print(flip.generator.state.numpy().tolist() == before)
eye.predict(mapped, verbose=0)
print(int(flip.generator.state.numpy()[1]) - before[1])
""")  # fmt: skip

    (call,) = seen.evidence.calls_of("Model.predict")
    assert call.data is not None
    assert call.data.sampled_at == ""
    assert seen.outcome.stdout.split() == ["True", "4"]
