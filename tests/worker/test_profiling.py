"""A pipeline is measured without a trace, and only what was seen to keep the data is advised."""

import json
from typing import Any

import pytest
from watched import Watch

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

# As the worker says it, whose modules import TensorFlow.
NO_TIME = "there was no time left to try it"
TOO_LONG = "too long to be measured"

HEAD = """import glob, json, os
import keras, numpy as np, tensorflow as tf
from dataclasses import asdict
from etude.worker.lines import LearnerFiles
from etude.worker.profile.profiling import profile_pipeline

PATIENCE = 1

def profiled(dataset, seconds=1.0, **more):
    files = LearnerFiles.at(os.getcwd(), ["program.py"])
    profile = profile_pipeline(dataset, files, seconds=PATIENCE * seconds, **more)
    print(json.dumps(asdict(profile) | {"input": profile.input_seconds}))

rng = np.random.default_rng(0)
rows = np.arange(256, dtype="float32").reshape(64, 4)
"""
PICTURES = (
    HEAD
    + """
for i in range(8):
    small = rng.integers(0, 255, (12, 16, 3))
    picture = np.kron(small, np.ones((20, 20, 1))).astype("uint8")
    tf.io.write_file(f"{i}.jpg", tf.io.encode_jpeg(picture))
files = sorted(glob.glob("*.jpg"))

def load(path):
    picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    picture = tf.image.resize(picture, [96, 96])
    picture = picture / 255.0
    return tf.image.resize(picture, [48, 48])

pictures = tf.data.Dataset.from_tensor_slices(files)
"""
)
USUAL = PICTURES + "profiled(pictures.map(load).batch(4), 6.0)\n"
_known: dict[str, dict[str, Any]] = {}


def profile_of(watch: Watch, program: str) -> dict[str, Any]:
    """The profile that the program prints; it is made once, or twice on a very busy machine."""
    if program not in _known:
        profile = _printed(watch, program)
        if _lacked_time(profile):
            profile = _printed(watch, program.replace("PATIENCE = 1", "PATIENCE = 4"))
        _known[program] = profile
    return _known[program]


def _lacked_time(profile: dict[str, Any]) -> bool:
    refused = [tried["refused"] for tried in profile["changes"]]
    return NO_TIME in refused or TOO_LONG in profile["unmeasured"]


def _printed(watch: Watch, program: str) -> dict[str, Any]:
    seen = watch(program)
    assert seen.outcome.fault is None, seen.outcome.detail
    return dict(json.loads(seen.outcome.stdout.splitlines()[-1]))


def change(profile: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = [tried for tried in profile["changes"] if tried["change"] == name]
    return dict(found)


def names(profile: dict[str, Any]) -> set[str]:
    return {tried["change"] for tried in profile["changes"]}


def line_of(program: str, piece: str) -> int:
    return next(n for n, line in enumerate(program.splitlines(), 1) if piece in line)


def test_every_stage_is_listed_with_its_line_and_the_dear_one_has_the_largest_share(
    watch: Watch,
) -> None:
    program = PICTURES + "profiled(pictures.shuffle(8).map(load).batch(4).prefetch(1), 4.0)\n"

    profile = profile_of(watch, program)

    stages = profile["stages"]
    assert [stage["op"] for stage in stages] == [
        "from_tensor_slices", "shuffle", "map", "batch", "prefetch",
    ]  # fmt: skip
    assert stages[2]["line"] == line_of(program, "profiled(pictures")
    assert stages[2]["share"] == max(stage["share"] for stage in stages)
    assert sum(stage["share"] for stage in stages) == pytest.approx(1.0)
    assert stages[1]["seconds"] is None
    assert "fills its 8 places first" in stages[1]["note"]
    assert profile["examples_per_second"] > 0
    assert profile["examples_per_step"] == 4


def test_what_starts_once_is_not_taken_for_the_time_of_every_example(watch: Watch) -> None:
    seen = watch(HEAD + """
import time
from etude.worker.links import link_of
from etude.worker.profile.speed import Course
from etude.worker.profile.steps import Step

slow_starts = [0.5]
def given():
    time.sleep(slow_starts.pop() if slow_starts else 0.0)
    yield from rows

data = tf.data.Dataset.from_generator(given, output_signature=tf.TensorSpec([4]))
course = Course(Step(link=link_of(data), below=(), apply=lambda datasets: data))
print(course.element.seconds > 0.4, course.seconds_per_example() < 0.1)
""")  # fmt: skip

    assert seen.outcome.stdout.split() == ["True", "True"]


def test_one_of_two_resizes_is_left_out_and_the_data_stay_close(watch: Watch) -> None:
    program = USUAL

    tried = change(profile_of(watch, program), "resize once")

    assert tried["refused"] == ""
    assert tried["lines"] == [line_of(program, "[96, 96]"), line_of(program, "[48, 48]")]
    assert tried["detail"] == "48 x 48"
    assert 0 < tried["difference"] < 0.05 * tried["span"]
    assert tried["before"] > 0
    assert tried["after"] > 0


def test_pictures_are_decoded_as_small_as_still_covers_the_target(watch: Watch) -> None:
    program = USUAL

    tried = change(profile_of(watch, program), "decode at reduced size")

    assert tried["detail"].startswith("ratio=4")  # 240 x 320 becomes 60 x 80, which covers 48 x 48
    assert tried["lines"][0] == line_of(program, "decode_jpeg")
    assert tried["difference"] < 0.05 * tried["span"]


def test_a_function_that_is_a_tf_function_is_looked_into_too(watch: Watch) -> None:
    program = PICTURES + "profiled(pictures.map(tf.function(load)).batch(4))\n"

    profile = profile_of(watch, program)

    assert "decode at reduced size" in names(profile)
    assert change(profile, "resize once")["lines"] == [
        line_of(program, "[96, 96]"),
        line_of(program, "[48, 48]"),
    ]


def test_a_crop_between_the_resizes_forbids_to_leave_one_out(watch: Watch) -> None:
    program = (
        PICTURES
        + """
def cropped(path):
    picture = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(path), channels=3), [96, 96])
    return tf.image.resize(tf.image.random_crop(picture, [64, 64, 3]), [48, 48])

profiled(pictures.map(cropped).batch(4))
"""
    )

    assert "resize once" not in names(profile_of(watch, program))


def test_a_change_that_shows_other_pictures_is_never_called_the_same(watch: Watch) -> None:
    program = (
        PICTURES
        + """
fine = np.kron(rng.integers(0, 2, (120, 160, 1)) * 255, np.ones((2, 2, 3))).astype("uint8")
tf.io.write_file("0.jpg", tf.io.encode_jpeg(fine))

def tiny(path):
    picture = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(path), channels=3), [24, 24])
    return tf.image.resize(picture, [48, 48])

profiled(tf.data.Dataset.from_tensors("0.jpg").map(tiny).batch(1))
"""
    )

    tried = change(profile_of(watch, program), "resize once")

    assert tried["refused"] == "it changes the data"
    assert tried["after"] is None


def test_batching_before_a_function_that_also_works_on_batches(watch: Watch) -> None:
    program = (
        HEAD
        + """
data = tf.data.Dataset.from_tensor_slices(rows).shuffle(64)
profiled(data.map(lambda row: row / 255.0).batch(16), 3.0)
"""
    )

    tried = change(profile_of(watch, program), "batch before map")

    assert tried["refused"] == ""
    assert tried["after"] > tried["before"]


@pytest.mark.parametrize(
    "function",
    [
        "lambda row: row - tf.reduce_mean(row)",
        "lambda row: tf.reshape(row, [2, 2])",
        "lambda row: row + tf.random.uniform([])",
        "lambda row: tf.ensure_shape(row, [4]) * 2.0",
    ],
)
def test_a_function_for_one_example_is_not_moved_behind_the_batch(
    watch: Watch, function: str
) -> None:
    program = (
        HEAD
        + f"""
profiled(tf.data.Dataset.from_tensor_slices(rows).map({function}).batch(16))
"""
    )

    assert "batch before map" not in names(profile_of(watch, program))


def test_a_cache_goes_below_what_is_random(watch: Watch) -> None:
    program = (
        PICTURES
        + """
loaded = pictures.map(load)
flipped = loaded.map(tf.image.random_flip_left_right)
profiled(flipped.batch(4), 6.0)
"""
    )

    tried = change(profile_of(watch, program), "cache")

    assert tried["lines"] == [line_of(program, "loaded = ")]
    assert tried["after"] > 0  # how much it helps is measured in benchmarks/pipeline_profile.py
    assert tried["bytes_needed"] == 8 * 48 * 48 * 3 * 4


def test_pictures_cached_as_bytes_lose_next_to_nothing(watch: Watch) -> None:
    tried = change(profile_of(watch, USUAL), "cache as bytes")

    assert tried["bytes_needed"] == 8 * 48 * 48 * 3
    assert tried["difference"] <= 0.5 / 255


def test_a_pipeline_with_a_cache_is_told_cold_and_warm_and_leaves_no_file(watch: Watch) -> None:
    program = (
        PICTURES
        + """
profiled(pictures.map(load).cache("kept").batch(4), 3.0)
assert not glob.glob("kept*")
"""
    )

    profile = profile_of(watch, program)

    assert profile["examples_per_second"] > profile["first_epoch"] > 0
    assert "cache" not in names(profile)


def test_maps_that_are_parallel_already_and_a_prefetch_are_not_advised_again(watch: Watch) -> None:
    program = (
        PICTURES
        + """
ready = pictures.map(load, num_parallel_calls=tf.data.AUTOTUNE).batch(4)
profiled(ready.prefetch(tf.data.AUTOTUNE), step_seconds=0.01)
"""
    )

    profile = profile_of(watch, program)

    assert names(profile).isdisjoint({"parallel map", "prefetch"})
    assert profile["overlaps"] is True


def test_a_prefetch_is_tried_with_a_pause_for_each_step_where_its_time_is_known(
    watch: Watch,
) -> None:
    program = PICTURES + "profiled(pictures.map(load).batch(4), 8.0, step_seconds=0.01)\n"

    tried = change(profile_of(watch, program), "prefetch")

    assert tried["refused"] == ""
    assert tried["before"] < 4 / 0.01


def test_without_the_time_of_a_step_a_prefetch_is_not_promised(watch: Watch) -> None:
    assert "not known" in change(profile_of(watch, USUAL), "prefetch")["refused"]


@pytest.mark.parametrize(
    ("pipeline", "why"),
    [
        (
            "tf.data.Dataset.from_generator(lambda: iter(rows), output_signature="
            "tf.TensorSpec([4])).batch(4)",
            "generator",
        ),
        ("data.map(lambda v: tf.numpy_function(seen, [v], tf.float32)).batch(4)", "runs Python"),
        ("data.map(printed).batch(4)", "PrintV2"),
        ("data.map(written).batch(4)", "WriteFile"),
        ("tf.data.Dataset.zip((data, data.map(printed))).batch(4)", "PrintV2"),
    ],
)
def test_what_somebody_would_notice_is_not_run(watch: Watch, pipeline: str, why: str) -> None:
    program = (
        HEAD
        + f"""
def seen(value):
    print("seen")
    return value

def printed(value):
    tf.print(value)
    return value

def written(value):
    tf.io.write_file("written.txt", "once")
    return value

data = tf.data.Dataset.from_tensor_slices(rows)
profiled({pipeline})
assert not os.path.exists("written.txt")
"""
    )

    profile = profile_of(watch, program)

    assert why in profile["unmeasured"]
    assert profile["changes"] == []


def test_random_states_and_counting_layers_are_what_they_were(watch: Watch) -> None:
    program = (
        HEAD
        + """
import random
flip = keras.layers.RandomFlip(seed=1)
images = tf.data.Dataset.from_tensor_slices(np.ones((32, 4, 4, 3), "float32"))

def noisy(image):
    return flip(image, training=True) * np.random.rand() * random.random()

data = images.shuffle(8).map(noisy).batch(4)
def states():
    return [flip.generator.state.numpy().tolist(), random.getstate(), np.random.rand()]

np.random.seed(1)
expected = states()
np.random.seed(1)
profiled(data)
assert states() == expected
profiled(data, 0.5)
"""
    )

    assert profile_of(watch, program)["unmeasured"] == ""


def test_python_of_the_learner_prints_nothing_a_second_time(watch: Watch) -> None:
    seen = watch(HEAD + """
def told(row):
    print("tracing")
    return row / 2.0

profiled(tf.data.Dataset.from_tensor_slices(rows).shuffle(4).map(told).batch(4))
""")  # fmt: skip

    assert seen.outcome.stdout.count("tracing") == 1


def test_what_is_called_once_more_is_not_recorded_once_more(watch: Watch) -> None:
    seen = watch(HEAD + """
def scaled(row):
    return tf.image.convert_image_dtype(tf.cast(row, tf.uint8), tf.float32)

profiled(tf.data.Dataset.from_tensor_slices(rows).map(scaled).batch(16))
""")  # fmt: skip

    profile = json.loads(seen.outcome.stdout.splitlines()[-1])
    assert "batch before map" in names(profile)
    assert len(seen.evidence.calls_of("tf.image.convert_image_dtype")) == 1


def test_a_pipeline_that_raises_is_told_as_such(watch: Watch) -> None:
    program = (
        HEAD
        + """
profiled(tf.data.Dataset.from_tensor_slices(["missing.jpg"]).map(tf.io.read_file).batch(1))
"""
    )

    assert "missing.jpg" in profile_of(watch, program)["unmeasured"]


def test_a_pipeline_without_elements_is_told_as_such(watch: Watch) -> None:
    program = HEAD + "profiled(tf.data.Dataset.from_tensor_slices(rows).take(0).batch(4))\n"

    assert "no element" in profile_of(watch, program)["unmeasured"]


@pytest.mark.parametrize(
    "pipeline",
    [
        "data.batch(8).repeat()",
        "data.map(lambda row: row * 2.0).skip(20).batch(8)",
        "data.map(lambda row: row * 2.0).take(20).batch(8)",
        "data.shard(2, 1).batch(8)",
        "data.filter(lambda row: row[0] > 3.0).batch(8)",
        "tf.data.Dataset.zip((data, data)).shuffle(4).map(lambda a, b: (a * 2.0, b)).batch(8)",
        "data.shuffle(4).concatenate(data).map(lambda row: row * 2.0).batch(8)",
        "data.map(lambda row: {'a': row, 'b': (row[0], row[1])}).batch(8)",
        "data.shuffle(4).interleave(lambda row: tf.data.Dataset.from_tensors(row)).batch(8)",
        "data.map(lambda row: row * scale).batch(8)",
        "data.shuffle(4).map(branching).batch(8)",
        "data.batch(8).unbatch().batch(4)",
        "data.map(lambda row: tf.RaggedTensor.from_tensor(row[None])).shuffle(4).batch(8)",
        "data.shuffle(4).batch(8).with_options(tf.data.Options())",
        "tf.data.Dataset.range(100)",
        "data.map(lambda row: table.lookup(tf.cast(row, tf.int64))).batch(8)",
    ],
)
def test_pipelines_of_many_kinds_are_measured(watch: Watch, pipeline: str) -> None:
    program = (
        HEAD
        + f"""
data = tf.data.Dataset.from_tensor_slices(rows)
scale = tf.Variable(2.0)
keys = tf.constant([0, 1], tf.int64)
table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, keys), 0)

def branching(row):
    if row[0] > 3.0:
        return row * 2.0
    return row

profiled({pipeline}, 1.0)
"""
    )

    profile = profile_of(watch, program)

    assert profile["unmeasured"] == ""
    assert profile["examples_per_second"] > 0
    assert not [tried for tried in profile["changes"] if "could not be run" in tried["refused"]]


def test_a_filter_that_lets_nothing_through_is_not_waited_for(watch: Watch) -> None:
    program = (
        HEAD
        + """
endless = tf.data.Dataset.from_tensor_slices(rows).repeat().filter(lambda row: row[0] < 0.0)
profiled(endless.batch(4))
"""
    )

    profile = profile_of(watch, program)

    assert profile["unmeasured"].startswith(f"filter in line {line_of(program, 'endless =')}")


def test_pictures_from_folders_are_looked_into_below_their_zip(watch: Watch) -> None:
    program = (
        PICTURES
        + """
for name in ("a", "b"):
    os.makedirs(f"two/{name}")
    for i in range(4):
        os.link(f"{i}.jpg", f"two/{name}/{i}.jpg")
data = keras.utils.image_dataset_from_directory("two", image_size=(48, 48), batch_size=4,
                                                verbose=False)
profiled(data.map(lambda x, y: (x / 255.0, y)), 6.0)
"""
    )

    profile = profile_of(watch, program)

    assert profile["unmeasured"] == ""
    assert sum(stage["op"] == "map" for stage in profile["stages"]) >= 2
    assert change(profile, "cache")["after"] > 0


def test_a_batch_that_would_take_too_long_is_not_begun(watch: Watch) -> None:
    program = (
        HEAD
        + """
def slow(row):
    for _ in tf.range(1000):
        row = tf.math.sin(row)
    return row

data = tf.data.Dataset.from_tensor_slices(rows).map(slow).repeat(1000).batch(64_000)
profiled(data, 1.0)
"""
    )

    assert TOO_LONG in profile_of(watch, program)["unmeasured"]
