"""
`cache` stands after `repeat`, so it has every pass to keep instead of one.

## Why it hurts
A cache is complete when what comes before it ends. After `repeat(5)` it keeps five copies of the data; after
an endless `repeat()` it is never complete: every batch of the whole training stays in memory, nothing is
ever read from it, and the program grows until it is stopped.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, 0]))
    training_data = data.shuffle(40).batch(8).repeat().cache()

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, 0]))
    training_data = data.cache().shuffle(40).batch(8).repeat()
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import caches, places, several_copies, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import INFINITE, Data, Stage

SEVERITY = Severity.PERFORMANCE
SKILLS = ("data-7", "data-8")
GUIDE = "TensorFlow guide: Better performance with the tf.data API"
EXPLAINS = ("cached_after_shuffling", "repeated_before_shuffling")

_ENDS_IT = {"take", "take_while"}
# It ends with the shortest of what it joins: readers of series hand their positions on endlessly.
_JOINS = {"zip", "ZipDataset"}


def match(evidence: Evidence) -> Finding | None:
    for data in evidence.datasets():
        for place in places(data, caches):
            repeat = _repeat_before(data, place)
            if repeat is not None and not several_copies(data.stages[:place]):
                cache = data.stages[place]
                return Finding(
                    line=cache.line or data.line,
                    about=data.role,
                    evidence=f"{step(cache)} keeps what {step(repeat)} gives, {_how_much(repeat)}",
                    change="cache before shuffle and repeat",
                )
    return None


def _repeat_before(data: Data, place: int) -> Stage | None:
    """A repetition that reaches the cache."""
    for stage in reversed(data.stages[:place]):
        joined = stage.op in _JOINS and data.cardinality != INFINITE
        if stage.op in _ENDS_IT or joined:
            return None
        if stage.op == "repeat" and stage.parameters.get("count") != 1:
            return stage
    return None


def _how_much(repeat: Stage) -> str:
    count = repeat.parameters.get("count")
    return f"{count} times the data" if isinstance(count, int) and count > 1 else "which has no end"
