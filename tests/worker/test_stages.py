"""Recorded stages are those that TensorFlow runs, in its order and with the learner's lines."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from etude.diagnoses.evidence import gather
from etude.diagnoses.source import Source
from etude.domain.job import Job
from etude.domain.observations import Data
from etude.domain.task import Task
from etude.sandbox import Sandbox

pytestmark = pytest.mark.tensorflow

# Dataset ops of the serialised graph by the public method that made them.
_METHOD_OF = {
    "TensorSliceDataset": "from_tensor_slices",
    "TensorDataset": "from_tensors",
    "RangeDataset": "range",
    "MapDataset": "map",
    "ParallelMapDatasetV2": "map",
    "BatchDatasetV2": "batch",
    "ParallelBatchDataset": "batch",
    "PaddedBatchDatasetV2": "padded_batch",
    "ShuffleDatasetV3": "shuffle",
    "CacheDatasetV2": "cache",
    "PrefetchDataset": "prefetch",
    "RepeatDataset": "repeat",
    "TakeDataset": "take",
    "SkipDataset": "skip",
    "ShardDataset": "shard",
    "FilterDataset": "filter",
    "FlatMapDataset": "flat_map",
    "ParallelInterleaveDatasetV4": "interleave",
    "WindowDataset": "window",
    "UnbatchDataset": "unbatch",
    "ZipDataset": "zip",
    "ConcatenateDataset": "concatenate",
    "OptionsDataset": "with_options",
    "TakeWhileDataset": "take_while",
    "UniqueDataset": "unique",
    "ScanDataset": "scan",
}

HEAD = """import json
import numpy as np
import tensorflow as tf
from tensorflow import keras
AUTOTUNE = tf.data.AUTOTUNE
x = np.arange(24, dtype="float32").reshape(12, 2)
y = np.repeat([0, 1, 2], 4)
pairs = tf.data.Dataset.from_tensor_slices((x, y))
"""

LINEAR = {
    "plain": "pairs.batch(4)",
    "tutorial": "pairs.map(lambda a, b: (a / 2, b), num_parallel_calls=AUTOTUNE).cache()"
    ".shuffle(12).batch(4).prefetch(AUTOTUNE)",
    "split": "pairs.shuffle(12, reshuffle_each_iteration=False).skip(4).shuffle(8).batch(2)",
    "windows": "tf.data.Dataset.range(9).window(3, shift=1, drop_remainder=True)"
    ".flat_map(lambda w: w.batch(3)).map(lambda w: (w[:-1], w[-1])).shuffle(5).batch(2)",
    "filtered": "pairs.filter(lambda a, b: b > 0).take(5).repeat(2).batch(3, drop_remainder=True)",
    "batched_twice": "pairs.batch(2).batch(2)",
    "unbatched": "pairs.batch(4).unbatch().shard(2, 0).batch(3, num_parallel_calls=2)",
    "padded": "tf.data.Dataset.range(1, 5).map(lambda n: tf.range(n)).padded_batch(2)",
    "interleaved": "tf.data.Dataset.range(3).interleave(lambda n: tf.data.Dataset.range(n),"
    " num_parallel_calls=2)",
    "with_options": "pairs.with_options(tf.data.Options()).batch(4)",
    "one_tensor": "tf.data.Dataset.from_tensors(x).cache().prefetch(1)",
    "counted": "tf.data.Dataset.range(9).scan(np.int64(0), lambda s, v: (s + v, s))"
    ".take_while(lambda v: v < 20).unique()",
    "applied": "pairs.apply(lambda d: d.shuffle(12).batch(4)).prefetch(1)",
}
BRANCHED = {
    "zipped": "tf.data.Dataset.zip((pairs.map(lambda a, b: a), tf.data.Dataset.range(12)))"
    ".batch(3)",
    "joined": "pairs.take(3).concatenate(pairs.skip(9).map(lambda a, b: (a, b))).batch(2)",
    "folder": """keras.utils.timeseries_dataset_from_array(x, None, 3, batch_size=2)""",
}

TAIL = """
def ops(data):
    graph = tf.compat.v1.GraphDef.FromString(data._as_serialized_graph().numpy())
    return [node.op for node in graph.node if node.op.endswith("Dataset") or "DatasetV" in node.op]

print(json.dumps({name: ops(value) for name, value in list(globals().items())
                  if isinstance(value, tf.data.Dataset)}))
"""


@dataclass(frozen=True)
class Ran:
    described: Mapping[str, Data]
    printed: str


Run = Callable[[str], Ran]


@pytest.fixture
def run(warm_sandbox: Sandbox) -> Run:
    """Runs a program and describes the datasets among its global names."""

    def watch(program: str) -> Ran:
        task = Task(program="p.py", as_script=True, sources=["p.py"], describe_globals=True)
        job = Job(task=msgspec.json.encode(task), files={"p.py": program.encode()})
        outcome = warm_sandbox.run(job)
        assert outcome.fault is None, outcome.detail
        evidence = gather(outcome.frames, Source("p.py", program))
        return Ran({data.role: data for data in evidence.returned}, outcome.stdout)

    return watch


def test_the_order_is_that_of_the_serialised_graph(run: Run) -> None:
    pipelines = LINEAR | BRANCHED
    program = HEAD + "".join(f"{name} = {text}\n" for name, text in pipelines.items()) + TAIL

    ran = run(program)

    graphs = json.loads(ran.printed.splitlines()[-1])
    for name in LINEAR:
        recorded = [stage.op for stage in ran.described[name.replace("_", " ")].stages]
        assert recorded == _methods(graphs[name]), name
    for name in BRANCHED:
        recorded = [stage.op for stage in ran.described[name].stages]
        assert set(recorded) == set(_methods(graphs[name])), name  # it repeats what is shared
        assert recorded[-1] == _methods(graphs[name])[-1], name


def _methods(ops: Sequence[str]) -> list[str]:
    """Public methods that make these ops; ``unbatch`` brings a map of its own."""
    following = [*ops[1:], ""]
    return [
        _METHOD_OF[op]
        for op, after in zip(ops, following, strict=True)
        if after != "UnbatchDataset"
    ]


def test_a_branch_comes_with_its_own_stages_in_order(run: Run) -> None:
    program = HEAD + f"zipped = {BRANCHED['zipped']}\njoined = {BRANCHED['joined']}\n"

    described = run(program).described

    assert [stage.op for stage in described["zipped"].stages] == [
        "from_tensor_slices", "map", "range", "zip", "batch",
    ]  # fmt: skip
    assert [stage.op for stage in described["joined"].stages] == [
        "from_tensor_slices", "take", "skip", "map", "concatenate", "batch",
    ]  # fmt: skip


def test_lines_are_right_through_chains_and_helpers(run: Run) -> None:
    program = """import numpy as np
import tensorflow as tf

def finish(data):
    return (
        data
        .shuffle(
            12,
        )
        .batch(4)
    )

chain = (
    tf.data.Dataset.from_tensor_slices(np.arange(12))
    .map(
        lambda v: v + 1
    )
    .cache().prefetch(
        tf.data.AUTOTUNE
    )
)
helped = finish(tf.data.Dataset.range(12))
"""

    described = run(program).described

    assert [(s.op, s.line) for s in described["chain"].stages] == [
        ("from_tensor_slices", 14),
        ("map", 15),
        ("cache", 18),
        ("prefetch", 18),
    ]
    assert [(s.op, s.line) for s in described["helped"].stages] == [
        ("range", 22),
        ("shuffle", 7),
        ("batch", 10),
    ]


def test_a_reader_of_folders_is_seen_through(run: Run) -> None:
    program = """import os
import tensorflow as tf
from tensorflow import keras

for name in ("ape", "bee"):
    os.makedirs(f"pictures/{name}")
    for i in range(10):
        picture = tf.zeros((8, 8, 3), tf.uint8)
        tf.io.write_file(f"pictures/{name}/{i}.png", tf.io.encode_png(picture))
data = keras.utils.image_dataset_from_directory(
    "pictures",
    image_size=(8, 8),
    shuffle=False,
)
"""

    data = run(program).described["data"]

    ops = [stage.op for stage in data.stages]
    assert ops[-3:] == ["map", "batch", "prefetch"]
    assert "shuffle" not in ops
    assert {stage.line for stage in data.stages} == {10}
    assert {"ReadFile", "ResizeBilinear"} <= {op for stage in data.stages for op in stage.ops}
    assert data.stages[0].parameters["elements"] == 20
    assert data.stages[0].parameters["label_runs"] == data.stages[0].parameters["labels"] == 2


def test_parameters_are_plain_however_they_were_given(run: Run) -> None:
    program = HEAD + (
        "data = pairs.shuffle(np.int64(12), seed=3).batch(batch_size=tf.constant(4, tf.int64),"
        " drop_remainder=True)\n"
    )

    stages = run(program).described["data"].stages

    assert stages[1].parameters["buffer_size"] == 12
    assert stages[1].parameters["seed"] == 3
    assert stages[2].parameters == {"batch_size": 4, "drop_remainder": True}


def test_ops_of_called_functions_count_too(run: Run) -> None:
    program = (
        HEAD
        + """
@tf.function
def flip(value):
    if tf.random.uniform([]) > 0.5:
        return tf.reverse(value, [0])
    return value

data = pairs.map(lambda a, b: (flip(a), b))
"""
    )

    stage = run(program).described["data"].stages[-1]

    assert {"RandomUniform", "ReverseV2"} <= set(stage.ops)
    assert stage.parameters["function"] == "<lambda>"


def test_autograph_still_converts_mapped_functions(run: Run) -> None:
    program = (
        HEAD
        + """
def clipped(a, b):
    if b > 1:
        return a * 0, b
    return a, b

data = pairs.map(clipped)
print(sum(float(tf.reduce_sum(a)) for a, b in data))

@tf.function
def total():
    result = 0.0
    for a, b in pairs.map(clipped).batch(2):
        result += tf.reduce_sum(a)
    return result

print(float(total()))
"""
    )

    printed = run(program).printed.split()

    assert printed == ["120.0", "120.0"]


@pytest.mark.parametrize(
    ("labels", "runs", "classes"),
    [
        ("np.repeat([0, 1, 2], 4)", 3, 3),
        ("np.tile([0, 1, 2], 4)", 12, 3),
        ("np.eye(3)[np.repeat([0, 1, 2], 4)]", 3, 3),
        ("[f'data/{c}/{i}.jpg' for c in 'abc' for i in range(4)]", 3, 3),
        ("np.repeat([True, False], 6)", 2, 2),
    ],
)
def test_the_order_of_labels_at_the_source_is_noted(
    run: Run, labels: str, runs: int, classes: int
) -> None:
    program = HEAD + f"data = tf.data.Dataset.from_tensor_slices((x, {labels})).batch(4)\n"

    source = run(program).described["data"].stages[0]

    assert source.parameters == {"elements": 12, "labels": classes, "label_runs": runs}


def test_targets_that_are_no_labels_say_nothing_about_order(run: Run) -> None:
    program = HEAD + "data = tf.data.Dataset.from_tensor_slices((x, x[:, 0] / 7))\n"

    source = run(program).described["data"].stages[0]

    assert source.parameters == {"elements": 12}


def test_options_that_change_the_speed_are_noted(run: Run) -> None:
    program = (
        HEAD
        + """
options = tf.data.Options()
options.autotune.enabled = False
data = pairs.with_options(options)
"""
    )

    parameters: Any = run(program).described["data"].stages[-1].parameters

    assert parameters["autotune"] is False


PARTED = """
import numpy as np, tensorflow as tf
pairs = tf.data.Dataset.from_tensor_slices((np.zeros((8, 3)), np.arange(8)))
dealt = pairs.shuffle(8)
x, y = dealt.map(lambda a, b: a), dealt.map(lambda a, b: b)
apart = tf.data.Dataset.zip((x, y))
fixed = pairs.shuffle(8, reshuffle_each_iteration=False)
together = tf.data.Dataset.zip((fixed.map(lambda a, b: a), fixed.map(lambda a, b: b)))
in_order = tf.data.Dataset.zip((pairs.map(lambda a, b: a), pairs.map(lambda a, b: b))).shuffle(8)
"""


def test_a_zip_tells_of_a_shuffle_that_its_branches_share(run: Run) -> None:
    described = run(PARTED).described

    def told(name: str) -> list[Any]:
        zips = [one for one in described[name].stages if one.op == "zip"]
        return [one.parameters.get("parted_after_shuffle") for one in zips]

    assert told("apart") == [4]
    assert told("together") == [None]
    assert told("in order") == [None]


def test_a_map_tells_whether_a_seed_rules_its_random_numbers(run: Run) -> None:
    described = run(
        """
import tensorflow as tf
numbers = tf.data.Dataset.range(4)
free = numbers.map(lambda x: tf.random.uniform(()))
seeded = numbers.map(lambda x: tf.random.uniform((), seed=3))
plain = numbers.map(lambda x: x + 1)
"""
    ).described

    told = {name: described[name].stages[-1].parameters.get("random_seeded") for name in described}
    assert told["seeded"] is True
    assert told["plain"] is None
