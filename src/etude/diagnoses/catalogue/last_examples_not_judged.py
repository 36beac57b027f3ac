"""
`drop_remainder=True` keeps the last examples out of the evaluation.

## Why it hurts
In training a batch that is not full may be dropped: after shuffling others are left out next time. Validation
and test data come in one order, so it is always the same examples that nobody looks at, and the score is
that of a smaller set than the one reported.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(50, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, :1]))
    test_data = data.batch(32, drop_remainder=True)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse")
    model.fit(data.batch(10), epochs=20, verbose=0)
    model.evaluate(test_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(50, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, :1]))
    test_data = data.batch(32)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse")
    model.fit(data.batch(10), epochs=20, verbose=0)
    model.evaluate(test_data, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.WARNING
SKILLS = ("data-6", "data-7")
GUIDE = "TensorFlow API: tf.data.Dataset.batch"
EXPLAINS = ()

# Stages that change neither how many examples there are nor what one is.
_KEEP_COUNT = {"map", "cache", "prefetch", "shuffle", "with_options", "enumerate"}
_CUT = {"take", "skip"}
_NOT_A_HANDFUL = 0.02


def match(evidence: Evidence) -> Finding | None:
    for data in _judging(evidence):
        examples, batch = _examples(data), _batch(data)
        if batch is None or examples <= 0:
            continue
        dropped = examples % int(batch.parameters["batch_size"])
        if dropped >= max(1, _NOT_A_HANDFUL * examples):
            return Finding(
                line=batch.line or data.line,
                about=data.role,
                evidence=f"{step(batch)} drops {dropped} of {examples} examples of the data for {data.role}",
                change="leave drop_remainder to the training data",
            )
    return None


def _judging(evidence: Evidence) -> Iterator[Data]:
    for fit in evidence.fits:
        if fit.validation is not None:
            yield fit.validation
    wanted = ("Model.evaluate", "Model.predict")
    yield from (call.data for call in evidence.calls if call.name in wanted and call.data)


def _batch(data: Data) -> Stage | None:
    """The one batch that drops; with more of them, batches mean something else."""
    batching = [stage for stage in data.stages if "batch" in stage.op]
    if len(batching) != 1 or batching[0].op != "batch":
        return None
    given = batching[0].parameters
    return batching[0] if given.get("drop_remainder") is True and given.get("batch_size") else None


def _examples(data: Data) -> int:
    """How many examples reach the batch; 0 when that is not known."""
    count = 0
    for stage in data.stages:
        if "elements" in stage.parameters:
            count = int(stage.parameters["elements"])
        elif stage.op == "batch":
            return count
        elif stage.op in _CUT and isinstance(stage.parameters.get("count"), int):
            cut = stage.parameters["count"]
            count = min(count, cut) if stage.op == "take" else max(0, count - cut)
        elif stage.op not in _KEEP_COUNT:
            return 0
    return 0
