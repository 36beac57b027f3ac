"""
A dataset's method is called and what it returns is thrown away.

## Why it hurts
Datasets never change: `batch`, `shuffle`, `map` and the others return a new one. A line that only says
`training_data.shuffle(1000)` makes a shuffled dataset and forgets it; training goes on with the old one,
unshuffled, and says nothing about it.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(40, dtype="float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, 2 * x)).batch(8)
    training_data.prefetch(tf.data.AUTOTUNE)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(40, dtype="float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, 2 * x)).batch(8)
    training_data = training_data.prefetch(tf.data.AUTOTUNE)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("not_shuffled", "not_prefetched", "not_batched", "predictions_broadcast_against_labels")

_METHODS = {
    *("batch", "cache", "filter", "flat_map", "interleave", "map", "padded_batch", "prefetch"),
    *("repeat", "shuffle", "skip", "take", "unbatch", "with_options", "concatenate", "apply"),
    *("bucket_by_sequence_length", "group_by_window", "ragged_batch", "rebatch", "shard", "window"),
}
_MAKERS = (
    *("data.Dataset.", "Dataset.from_", "dataset_from_directory(", "TFRecordDataset("),
    *("TextLineDataset(", "timeseries_dataset_from_array(", "make_csv_dataset("),
)
_USUAL_NAMES = ("ds", "dataset")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    datasets = _datasets(source)
    for node in source.nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            name = root(node.value)
            if name in datasets and _is_chain(node.value) and not _is_a_look(node.value):
                return _finding(name, node.value)
    return None


def _finding(name: str, call: ast.Call) -> Finding:
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return Finding(
        line=call_line(call),
        about=name,
        evidence=f"{name}.{method}(...) stands by itself: it returns a new dataset, and {name} stays as it was",
        change=f"keep what it returns: {name} = {name}.{method}(...)",
    )


def _is_a_look(call: ast.Call) -> bool:
    """``data.take(1)`` by itself, as a notebook shows it, was hardly meant to change anything."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in ("take", "skip")


def _is_chain(node: ast.expr) -> bool:
    """Whether a name is followed by nothing but methods of datasets."""
    while isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in _METHODS:
            return False
        node = node.func.value
    return isinstance(node, ast.Name)


def _datasets(source: Source) -> set[str]:
    """Names that hold a dataset wherever they are given something."""
    found = {name for name in _parameters(source) if name.split("_")[-1] in _USUAL_NAMES}
    assignments = source.all(ast.Assign)
    for node in sorted(assignments, key=lambda node: node.lineno):
        of_dataset = root(node.value) in found and _is_chain(node.value)
        is_one = of_dataset or (isinstance(node.value, ast.Call) and _makes(node.value))
        names = {t.id for t in node.targets if isinstance(t, ast.Name)}
        found = found | names if is_one else found - names
    return found


def _makes(call: ast.Call) -> bool:
    """Whether it ends in a dataset: made by a source, and changed by methods of datasets alone."""
    outermost = call
    while isinstance(outermost.func, ast.Attribute) and outermost.func.attr in _METHODS:
        if not isinstance(outermost.func.value, ast.Call):
            break
        outermost = outermost.func.value
    return any(maker in f"{ast.unparse(outermost.func)}(" for maker in _MAKERS)


def _parameters(source: Source) -> Iterator[str]:
    for function in source.functions():
        yield from (argument.arg for argument in function.args.args)
