"""
Two pipelines cache in one file, so the second reads what the first has written.

## Why it hurts
`cache("file")` writes its elements down once; whoever finds the file later reads it and never looks at what
stands below. A second pipeline with the same name, for validation or with a changed `map`, silently gives the
examples of the first. The file also outlives the program: after a change of the preprocessing the next run
still reads the old elements.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(20, dtype="float32")
    training_data = tf.data.Dataset.from_tensor_slices(x[:16]).cache("prepared").shuffle(16).batch(4)
    validation_data = tf.data.Dataset.from_tensor_slices(x[16:]).cache("prepared").batch(4)

    print([batch.shape for batch in training_data])
    print([batch.shape for batch in validation_data])

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(20, dtype="float32")
    training_data = tf.data.Dataset.from_tensor_slices(x[:16]).cache("training").shuffle(16).batch(4)
    validation_data = tf.data.Dataset.from_tensor_slices(x[16:]).cache("validation").batch(4)

    print([batch.shape for batch in training_data])
    print([batch.shape for batch in validation_data])
"""

from collections.abc import Iterator
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import caches, places, step
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-7", "data-8", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.cache"
EXPLAINS = (
    "validated_on_training_data",
    "validation_overlaps_training",
    *NUMBERS_GONE_WRONG,
    "pixels_not_scaled",
    "pixels_scaled_twice",
)


def match(evidence: Evidence) -> Finding | None:
    written: dict[str, tuple[Stage, Any]] = {}
    for data in evidence.datasets():
        for cache, below in _files(data):
            name = str(cache.parameters["filename"])
            first, before = written.setdefault(name, (cache, below))
            if before != below:
                return Finding(
                    line=max(cache.line, first.line) or data.line,
                    about=data.role,
                    evidence=f'{_both(first, cache)} different elements in one file "{name}": '
                    "whichever is read second gets those of the other",
                    change="give every cache a file name of its own, and a new one when what comes "
                    "before it changes; or cache() in memory",
                )
    return None


def _both(first: Stage, second: Stage) -> str:
    if first.line == second.line:
        return f"{step(first)} is run for two pipelines and keeps"
    return f"{step(first)} and {step(second)} keep"


def _files(data: Data) -> Iterator[tuple[Stage, Any]]:
    """Caches on disk, and what comes before each."""
    for place in places(data, caches):
        if data.stages[place].parameters.get("filename"):
            below = [(s.op, s.line, dict(s.parameters), list(s.ops)) for s in data.stages[:place]]
            yield data.stages[place], below
