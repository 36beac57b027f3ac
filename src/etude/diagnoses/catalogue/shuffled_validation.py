"""
The validation data come in another order on every pass.

## Why it hurts
The validation loss does not depend on the order, so nothing is gained. But predictions and labels that
are collected in two passes no longer belong together, and what the network got wrong yesterday cannot be
found again today.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(64, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 64)
    data = tf.data.Dataset.from_tensor_slices((x, y))

    training_data = data.skip(16).shuffle(48).batch(8)
    validation_data = data.take(16).shuffle(16).batch(8)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(64, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 64)
    data = tf.data.Dataset.from_tensor_slices((x, y))

    training_data = data.skip(16).shuffle(48).batch(8)
    validation_data = data.take(16).batch(8)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import (
    caches,
    places,
    refused,
    reshuffles,
    step,
    validation_pipelines,
)
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.WARNING
SKILLS = ("data-7", "model-13")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"


def match(evidence: Evidence) -> Finding | None:
    seen = any("wants_fixed_order" in facts for facts in refused(evidence, "order"))
    for data in validation_pipelines(evidence):
        stage = _shuffle(data)
        if stage is not None and (seen or _is_written_there(evidence, stage)):
            return _finding(evidence, data, stage, seen=seen)
    return None


def _shuffle(data: Data) -> Stage | None:
    """The last shuffle that is felt on every pass; a cache above it keeps the first order."""
    shuffling, caching = places(data, reshuffles), places(data, caches)
    if not shuffling or (caching and caching[-1] > shuffling[-1]):
        return None
    return data.stages[shuffling[-1]]


def _is_written_there(evidence: Evidence, stage: Stage) -> bool:
    """Readers of folders shuffle by default; nobody is blamed for that unless it matters."""
    return f"{stage.op}(" in evidence.source.line_text(stage.line)


def _finding(evidence: Evidence, data: Data, stage: Stage, *, seen: bool) -> Finding:
    proof = ": two passes gave different orders" if seen else ""
    lines = [
        evidence.source.line_of_argument(call, "shuffle")
        for call in evidence.source.calls("image_dataset_from_directory")
        if call.lineno <= stage.line <= (call.end_lineno or call.lineno)
    ]
    return Finding(
        line=lines[0] if lines else stage.line or data.line,
        about=data.role,
        evidence=f"the validation data go through {step(stage)}{proof}",
        change="leave shuffle to the training data",
    )
