"""
`repeat` comes before `shuffle`, so the epochs run into each other.

## Why it hurts
Shuffled after `repeat`, examples of the next pass come while others of this one are still waiting in the
buffer: within one "epoch" some are seen twice and some not at all. Trained long enough it evens out; the
loss of a single epoch no longer says how the model does on the data.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, 0])).repeat().shuffle(40).batch(8)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, 0])).shuffle(40).repeat().batch(8)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, never_ends
from etude.diagnoses.pipelines import places, several_copies, step, training_pipelines
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.WARNING
SKILLS = ("data-7",)
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ()

# They draw from endless branches on purpose.
_MIXING = {"sample_from_datasets", "choose_from_datasets", "zip", "rejection_resample"}


def match(evidence: Evidence) -> Finding | None:
    for data in training_pipelines(evidence):
        if _has_no_end(evidence.source, data):
            continue
        repeats, shuffles = places(data, _repeats), places(data, _shuffles)
        if repeats and shuffles and shuffles[0] > repeats[-1] and not _is_mixed(data):
            repeat, shuffle = data.stages[repeats[-1]], data.stages[shuffles[0]]
            return Finding(
                line=repeat.line or data.line,
                about=data.role,
                evidence=f"{step(repeat)} comes before {step(shuffle)}",
                change="shuffle first, then repeat",
            )
    return None


def _has_no_end(source: Source, data: Data) -> bool:
    """Whether a generator makes examples for ever: there is no second pass that could mix with the first."""
    first = data.stages[0] if data.stages else None
    call = call_at(source, first.line, "from_generator") if first else None
    generator = function_of(source, given(call, "generator", 0)) if call else None
    return generator is not None and never_ends(generator)


def _repeats(stage: Stage) -> bool:
    return stage.op == "repeat" and stage.parameters.get("count") != 1


def _shuffles(stage: Stage) -> bool:
    return stage.op == "shuffle"


def _is_mixed(data: Data) -> bool:
    """Whether branches or copies of the examples are to be mixed with each other."""
    return several_copies(data.stages) or any(stage.op in _MIXING for stage in data.stages)
