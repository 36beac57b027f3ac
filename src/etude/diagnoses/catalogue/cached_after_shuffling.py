"""
A cache above the shuffle keeps the first order for ever.

## Why it hurts
The cache stores what reaches it: the examples of the first epoch in the order of the first epoch. Later
epochs read from the cache and never get to the shuffle below, so every epoch is the same. Where that one
shuffle mixed all the examples, or they came mixed, little is lost.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(64, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 64)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).cache().batch(8)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(64, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 64)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).cache().shuffle(64).batch(8)
"""

import math

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import (
    READERS,
    batches,
    caches,
    in_blocks,
    is_shuffle,
    places,
    refused,
    reshuffles,
    step,
    training_pipelines,
)
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-7", "data-8", "dev-3")
GUIDE = "TensorFlow guide: Better performance with the tf.data API"
EXPLAINS = ()
# Another order each time would help a little; what is wrong beside it does more harm.
ASIDE = True

_PICKS = "take"
_NAMES_FILES = "list_files"
_READS_SEVERAL = ("interleave", "flat_map")
_KEEPS_COUNT = {"map", "prefetch", "enumerate", "zip", "shuffle", "cache"}


def match(evidence: Evidence) -> Finding | None:
    for data in training_pipelines(evidence):
        caching, shuffling = places(data, caches), places(data, is_shuffle)
        if not caching or not shuffling or shuffling[-1] > caching[-1]:
            continue
        frozen = data.stages[shuffling[-1]]
        between = data.stages[shuffling[-1] : caching[-1]]
        if not reshuffles(frozen) or any(stage.op == _PICKS for stage in between):
            continue  # fixed on purpose, or a part that is to stay what it is
        cache = data.stages[caching[-1]]
        seen = any(facts["order"]["same_order"] for facts in refused(evidence, "order"))
        proof = ": two passes gave the same order" if seen else ""
        return Finding(
            line=cache.line or data.line,
            about=data.role,
            evidence=f"{step(cache)} comes after {step(frozen)}{proof}",
            change="cache first, then shuffle",
            mild=not seen and _costs_little(evidence, data, frozen),
        )
    return None


def _costs_little(evidence: Evidence, data: Data, frozen: Stage) -> bool:
    """Whether the one order that is kept is as good as any other. Rows that are not sorted need no
    shuffling at all; they are not known to be worse off for having been shuffled once.
    """
    return _reads_once(evidence) or not _may_be_sorted(data) or _mixed_all(evidence, data, frozen)


def _may_be_sorted(data: Data) -> bool:
    """Whether rows are known to come class by class, or file by file, of which each may hold one class."""
    first, *others = data.stages
    several = first.parameters.get("elements", math.inf) > 1 or first.op == _NAMES_FILES
    reads = any(name in stage.op.lower() for stage in others for name in _READS_SEVERAL)
    return (several and reads) or any(in_blocks(stage.parameters) for stage in data.stages)


def _reads_once(evidence: Evidence) -> bool:
    """Whether each model is trained for one epoch, so that there is no second to be the same."""
    models = {fit.model.key for fit in evidence.fits}
    single = all(fit.arguments.get("epochs", 1) == 1 for fit in evidence.fits)
    return bool(models) and single and len(models) == len(evidence.trainings)


def _mixed_all(evidence: Evidence, data: Data, frozen: Stage) -> bool:
    """Whether the one order that is kept is a thorough mix: what every epoch sees is then no worse
    than any other order, and Keras's own examples cache what their readers of folders shuffled.
    """
    read = {call.line for name in READERS for call in evidence.calls_of(name)}
    if frozen.op == _NAMES_FILES or frozen.line in read:
        return True  # both mix the names of all the files
    before = data.stages[: data.stages.index(frozen)]
    count = before[0].parameters.get("elements", math.inf) if before else math.inf
    for stage in before[1:]:
        if stage.op not in _KEEPS_COUNT and not batches(stage):
            return False  # of files, say, nobody knows how many rows they hold
        count /= stage.parameters.get("batch_size", 1)
    return bool(count <= frozen.parameters.get("buffer_size", 0))
