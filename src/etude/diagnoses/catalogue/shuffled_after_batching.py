"""
Shuffling after batching mixes whole batches, not examples.

## Why it hurts
The same examples meet in the same batch in every epoch; only the order of the batches changes. Gradients
stay tied to those groups, which hurts most when the data are sorted: then each batch holds one class; rows that were mixed beforehand
lose little. And a buffer of 1000 now holds 1000 batches, with all the memory they take.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(64, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 64)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8).shuffle(64)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(64, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 64)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(8)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import (
    batches,
    caches,
    in_blocks,
    in_mixture,
    is_shuffle,
    places,
    refused,
    step,
    training_pipelines,
)
from etude.diagnoses.reordered import reordered
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("not_shuffled",)

_SPLITS_BATCHES = "unbatch"


def match(evidence: Evidence) -> Finding | None:
    for data in training_pipelines(evidence):
        shuffling = _after_the_last_batching(data)
        if shuffling is None and _gave_the_same_batches(evidence):
            shuffling = _again_after_batching(data)
        if shuffling is not None:
            return _finding(evidence, data, shuffling)
    return None


def _after_the_last_batching(data: Data) -> int | None:
    """Place of a shuffle of batches whose examples nothing has shuffled before."""
    batching, shuffling = places(data, batches), places(data, is_shuffle)
    if not batching or not shuffling or shuffling[0] < batching[-1] or _splits_up(data):
        return None
    return shuffling[0]


def _again_after_batching(data: Data) -> int | None:
    """Place of a shuffle of batches whose examples were shuffled before.

    Nothing is wrong with it as such: it is what two passes showed that tells that the first one,
    for a cache or a fixed order, no longer changes the batches.
    """
    batching, shuffling = places(data, batches), places(data, is_shuffle)
    after = shuffling and batching and shuffling[-1] > batching[-1]
    return shuffling[-1] if after and not _splits_up(data) else None


def _splits_up(data: Data) -> bool:
    last = places(data, batches)[-1]
    return any(stage.op == _SPLITS_BATCHES for stage in data.stages[last:])


def _gave_the_same_batches(evidence: Evidence) -> bool:
    """Whether a check that failed has seen one set of batches twice, in two orders."""
    orders = [facts["order"] for facts in refused(evidence, "order")]
    return any(order["same_batches"] and not order["same_order"] for order in orders)


def _finding(evidence: Evidence, data: Data, shuffling: int) -> Finding:
    shuffle, batching = data.stages[shuffling], places(data, batches)[-1]
    batch = data.stages[batching]
    seen = any(facts["order"]["same_batches"] for facts in refused(evidence, "order"))
    proof = ": two passes gave the very same batches" if seen else ""
    cache = next((one for one in data.stages[batching:shuffling] if caches(one)), None)
    what, change = f"{step(shuffle)} comes after {step(batch)}", "move shuffle above batch"
    if cache is not None:
        what = f"{step(cache)} keeps what {step(batch)} has put together, and {step(shuffle)} mixes whole batches"
        change = "move cache and shuffle above batch: cache, shuffle, batch"
    return Finding(
        line=shuffle.line or data.line,
        about=data.role,
        evidence=f"{what}{proof}",
        change=change,
        mild=not seen and _batches_are_mixtures(evidence, data),
    )


def _batches_are_mixtures(evidence: Evidence, data: Data) -> bool:
    """Whether rows came mixed, by the program's own doing or as they were: little is lost then."""
    orders = [one.parameters for one in data.stages]
    mixed = _mixes_rows(evidence.source) or any(map(in_mixture, orders))
    return mixed and not any(map(in_blocks, orders))


def _mixes_rows(source: Source) -> bool:
    """Whether the program puts some rows into a random order itself, so that its batches are mixtures."""
    statements = (node for node in source.nodes if isinstance(node, ast.Expr | ast.Assign))
    return any(one.of.isidentifier() for node in statements for one in reordered(source, node))
