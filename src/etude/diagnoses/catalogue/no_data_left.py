"""
Not one batch is left of the data.

## Why it hurts
`skip` over more elements than there are, `take` from what has been skipped, or `drop_remainder=True` with
fewer examples than a batch leaves an empty dataset. `fit` then does nothing and only warns; empty validation
data leave no `val_` logs, so callbacks that watch them do nothing either.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).batch(8)
    training_data = data.take(32)
    validation_data = data.skip(32)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, validation_data=validation_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, :1]))
    training_data = data.take(32).batch(8)
    validation_data = data.skip(32).batch(8)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, validation_data=validation_data, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = (
    "early_stopping_without_validation",
    "monitors_unknown_metric",
    "trained_too_short",
    "ran_out_of_data",
    "not_shuffled",
    "file_not_found",
)

_CUTS = {"take", "skip", "shard", "filter"}


def match(evidence: Evidence) -> Finding | None:
    for data in _used(evidence):
        if data.kind == "dataset" and data.cardinality == 0:
            cut = _cut(data)
            return Finding(
                line=(cut.line if cut else 0) or data.line,
                about=data.role,
                evidence=f"no element of the {_name(data)} is left" + _why(data, cut),
                change="count in examples before batch and in batches after it; print the dataset's "
                "cardinality() to see what is left",
            )
    return None


def _used(evidence: Evidence) -> Iterator[Data]:
    """Data that a model was given, or that the exercise asked for."""
    for fit in evidence.fits:
        yield fit.train
        if fit.validation is not None:
            yield fit.validation
    yield from (call.data for call in evidence.calls if call.data is not None)


def _name(data: Data) -> str:
    return {"fit": "training data", "validation": "validation data"}.get(
        data.role, f"data given to {data.role}"
    )


def _cut(data: Data) -> Stage | None:
    """The last stage that may leave elements out."""
    cutting = [stage for stage in data.stages if stage.op in _CUTS or _drops(stage)]
    return cutting[-1] if cutting else None


def _drops(stage: Stage) -> bool:
    return batches(stage) and stage.parameters.get("drop_remainder") is True


def _why(data: Data, cut: Stage | None) -> str:
    if cut is None:
        return ""
    if _drops(cut):
        return f" after {step(cut)}, which drops a batch that is not full"
    before = data.stages[: list(data.stages).index(cut)]
    batched = next((stage for stage in before if batches(stage)), None)
    unit = f", which counts batches after {step(batched)}" if batched else ""
    return f" after {step(cut)}{unit}"
