"""
The training data are not mixed: examples come class by class, or in the same order in every epoch.

## Why it hurts
Each step should see a fair sample of the data. When they come class by class, a whole stretch of batches
says "everything is a bird", then another "everything is a bug": the network learns the last class and
forgets the others. A shuffle buffer helps only as far as it reaches: of 1000 sorted examples, a buffer of
100 mixes neighbours, which are of one class. And in a fixed order the same examples meet in every epoch.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(300, dtype="float32")
    y = np.repeat([0, 1, 2], 100)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).batch(20)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(300, dtype="float32")
    y = np.repeat([0, 1, 2], 100)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(300).batch(20)
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import (
    READERS,
    batches,
    in_blocks,
    is_shuffle,
    places,
    refused,
    reshuffles,
    step,
    training_pipelines,
)
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = NOTHING_LEARNED

# A buffer of less than half of sorted data cannot hold the classes of the second half at the start.
_ENOUGH = 0.5
# They mix sources, or make a series of windows whose order is another matter.
_OTHERWISE_MIXED = {
    *("sample_from_datasets", "choose_from_datasets", "rejection_resample", "random"),
    *("from_generator", "window", "flat_map", "interleave", "group_by_window"),
}


# Turns of real and made pictures, or of two players, change with every batch.
_BATCHES_OF_A_RUN = 3


def match(evidence: Evidence) -> Finding | None:
    order = next((f["order"] for f in refused(evidence, "order") if "wants_shuffling" in f), None)
    for data in training_pipelines(evidence):
        finding = _seen(evidence, data, order) if order else _expected(evidence, data)
        if finding is not None:
            return finding
    return next(_arrays_in_order(evidence), None) or next(_batches_in_order(evidence), None)


def _arrays_in_order(evidence: Evidence) -> Iterator[Finding]:
    """Arrays sorted by class that ``fit`` was told not to shuffle, as it does by itself."""
    for fit in evidence.fits:
        order = fit.train.label_order
        if fit.arguments.get("shuffle") is False and in_blocks(order) and not _at_once(fit):
            yield Finding(
                line=fit_argument_line(evidence.source, fit, "shuffle"),
                about=fit.train.role,
                evidence=f"the {order['elements']} examples come class by class ({order['labels']} classes), and "
                "fit is told not to shuffle them",
                change="leave shuffle=False out: fit shuffles arrays before every epoch",
            )


def _at_once(fit: Fit) -> bool:
    """Whether a batch holds all there is to learn from, as that of a graph does: order is nothing then."""
    kept = 1 - (fit.arguments.get("validation_split") or 0)
    rows = fit.arguments.get("batch_size") or 0
    return bool(rows >= kept * fit.train.label_order["elements"])


def _batches_in_order(evidence: Evidence) -> Iterator[Finding]:
    """Batches that a loop cuts from sorted arrays: each is of one class, and classes come in turn."""
    for loop in evidence.loops:
        classes = [batch.labels[0] for batch in loop.batches if len(batch.labels) == 1]
        runs = 1 + sum(one != other for one, other in pairwise(classes))
        sorted_rows = len(classes) == len(loop.batches) >= _BATCHES_OF_A_RUN * runs
        if loop.train.kind == "batches" and len(set(classes)) > 1 and sorted_rows:
            yield Finding(
                line=loop.line,
                about=loop.train.role,
                evidence=f"each of the first {len(classes)} batches holds examples of one class only, and "
                f"{len(classes) // runs} batches of a class come one after the other",
                change="draw the rows of each pass in a new order: order = rng.permutation(len(x)), and cut "
                "the batches from x[order] and y[order]",
            )


def _seen(evidence: Evidence, data: Data, order: Mapping[str, Any]) -> Finding | None:
    """Two passes were compared."""
    shuffles = [stage for stage in data.stages if is_shuffle(stage)]
    if order["same_order"]:
        if any(reshuffles(stage) for stage in shuffles):
            return None  # something else, such as a cache, has frozen the order
        fixed = shuffles[-1] if shuffles else None
        what = (
            f"{step(fixed)} keeps its first order, and " if fixed else "nothing shuffles them, and "
        )
        line = fixed.line if fixed else _line_to_mend(evidence, data)
        return _finding(line, data, f"{what}two passes gave the same order")
    if not shuffles or order["same_batches"]:
        return None
    moved = f"from one pass to the next an example moves by {order['moved']:.1f} places on average"
    return _finding(
        shuffles[-1].line, data, f"{step(shuffles[-1])} hardly mixes {order['first']}: {moved}"
    )


def _expected(evidence: Evidence, data: Data) -> Finding | None:
    """What the source's labels and the buffer say about the first batches."""
    blocks = _blocks(data)
    if blocks is None or len(data.spec) < 2:
        return None
    if any(stage.op in _OTHERWISE_MIXED for stage in data.stages):
        return None
    elements = max(stage.parameters.get("elements", 0) for stage in data.stages)
    if any(
        stage.parameters.get("batch_size", 0) >= elements for stage in filter(batches, data.stages)
    ):
        return None  # the one batch is the same in whatever order
    shuffles = [stage for stage in _before_batching(data) if is_shuffle(stage)]
    if not shuffles:
        return _finding(_line_to_mend(evidence, data), data, f"{blocks}, and nothing shuffles them")
    reach = max(stage.parameters.get("buffer_size", 0) for stage in shuffles)
    unlimited = any("buffer_size" not in stage.parameters for stage in shuffles)
    if unlimited or reach < 0 or reach >= _ENOUGH * elements:
        return None
    small = max(shuffles, key=lambda stage: stage.parameters["buffer_size"])
    return _finding(small.line, data, f"{blocks}, and {step(small)} reaches over {reach} of them")


def _blocks(data: Data) -> str | None:
    """How sorted labels lie at the source; None when they are mixed or not known."""
    for stage in data.stages:
        given = stage.parameters
        if in_blocks(given):
            classes = given["labels"]
            return f"the {given['elements']} examples come class by class ({classes} classes)"
        in_folders = "*/" in str(given.get("file_pattern", "")).replace("\\", "/")
        if stage.op == "list_files" and given.get("shuffle") is False and in_folders:
            return f"the {given['elements']} files come folder by folder"
    return None


def _before_batching(data: Data) -> list[Stage]:
    last = places(data, batches)
    return list(data.stages[: last[-1]] if last else data.stages)


def _line_to_mend(evidence: Evidence, data: Data) -> int:
    """Where a shuffle belongs: before batch, or in the reader's own argument."""
    line = data.line_of("batch")
    for name in READERS:
        for call in evidence.source.calls(name):
            if call.lineno <= line <= (call.end_lineno or call.lineno):
                return evidence.source.line_of_argument(call, "shuffle")
    return line


def _finding(line: int, data: Data, evidence: str) -> Finding:
    return Finding(
        line=line or data.line,
        about=data.role,
        evidence=evidence,
        change="shuffle before batch, with a buffer as large as the training data",
    )
