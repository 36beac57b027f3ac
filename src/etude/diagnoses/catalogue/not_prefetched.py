"""
The pipeline does not prefetch, so it makes a batch only when the network waits for it.

## Why it hurts
Preparing a batch and learning from the one before can happen at the same time; `prefetch` as the last
stage lets them. Without it each waits for the other. TensorFlow adds such a stage by itself where its
optimiser may do so, but not when its options forbid it: writing it down makes it certain.

## Example
    import numpy as np
    import tensorflow as tf

    options = tf.data.Options()
    options.experimental_optimization.inject_prefetch = False

    x = np.random.default_rng(0).uniform(0, 1, (16, 8, 8, 3)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices(x).with_options(options)
    training_data = training_data.map(tf.image.flip_left_right).batch(4)

## Instead
    import numpy as np
    import tensorflow as tf

    options = tf.data.Options()
    options.experimental_optimization.inject_prefetch = False

    x = np.random.default_rng(0).uniform(0, 1, (16, 8, 8, 3)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices(x).with_options(options)
    training_data = training_data.map(tf.image.flip_left_right).batch(4).prefetch(tf.data.AUTOTUNE)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import refused, training_pipelines
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.PERFORMANCE
SKILLS = ("data-8",)
GUIDE = "TensorFlow guide: Better performance with the tf.data API"
EXPLAINS = ()

# Measured: with any of these off, TensorFlow 2.21 no longer prefetches by itself.
_LET_IT_PREFETCH = ("autotune", "inject_prefetch", "apply_default_optimizations")


def match(evidence: Evidence) -> Finding | None:
    for data in [*_asked_for(evidence), *_forbidden(evidence)]:
        stages = _stages(data)
        if not stages or _is_prefetch(stages[-1]):
            continue
        early = next((stage for stage in stages if _is_prefetch(stage)), None)
        return Finding(
            line=stages[-1].line or data.line,
            about=data.role,
            evidence=f"the last stage of the {data.role} is {stages[-1].op}"
            + (f"; prefetch in line {early.line} comes before it" if early else ", not prefetch"),
            change="end the pipeline with .prefetch(tf.data.AUTOTUNE)",
        )
    return None


def _asked_for(evidence: Evidence) -> Iterator[Data]:
    """Pipelines of a check that wanted prefetch last."""
    for facts in refused(evidence, "wants_prefetch"):
        roles = [data["role"] for data in facts["data"]]
        yield from (data for data in evidence.returned if data.role in roles)


def _forbidden(evidence: Evidence) -> Iterator[Data]:
    """Pipelines whose options keep TensorFlow from prefetching by itself."""
    for data in training_pipelines(evidence):
        options = [stage.parameters for stage in data.stages if stage.op == "with_options"]
        if any(given.get(name) is False for given in options for name in _LET_IT_PREFETCH):
            yield data


def _stages(data: Data) -> list[Stage]:
    return [stage for stage in data.stages if stage.op != "with_options"]


def _is_prefetch(stage: Stage) -> bool:
    return stage.op == "prefetch" and stage.parameters.get("buffer_size") != 0
