"""
A tensor that belongs to one graph is kept in a Python attribute and used after it.

## Why it hurts
While `fit` or a `tf.function` is traced, tensors have no values yet: they are places in the graph that is being
built. Adding one to `self.total` keeps such a place beyond its graph, where it means nothing, and TensorFlow says
that it is out of scope. What shall outlast a step must be a variable.

## Example
    import tensorflow as tf


    class Counter:
        def __init__(self):
            self.total = 0.0

        @tf.function
        def add(self, values):
            self.total += tf.reduce_sum(values)
            return self.total


    counter = Counter()
    counter.add(tf.ones(3))
    print(counter.total + 1.0)
    counter.add(tf.ones(4))

## Instead
    import tensorflow as tf


    class Counter:
        def __init__(self):
            self.total = tf.Variable(0.0)

        @tf.function
        def add(self, values):
            return self.total.assign_add(tf.reduce_sum(values))


    counter = Counter()
    counter.add(tf.ones(3))
    print(counter.total + 1.0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, dotted_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-3", "train-2", "dev-3")
GUIDE = "TensorFlow guide: Better performance with tf.function (leaking a tensor)"
EXPLAINS = ()

_NOT_TRACED = ("__init__", "build", "reset_state", "reset_states")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _is_out_of_scope(error):
        return None
    kept = next(_kept(evidence.source), None)
    name, line = kept if kept is not None else ("", error.line)
    told = (
        f"line {line} keeps a tensor of a graph in {name}"
        if name
        else "a tensor of a graph was kept"
    )
    return Finding(
        line=line,
        evidence=f"{told}, and it is used outside of that graph",
        change=f"make {name or 'it'} a variable, self.add_weight(...) or tf.Variable(...), and change it with "
        "assign or assign_add",
        about=name,
    )


def _is_out_of_scope(error: Error) -> bool:
    return (
        error.type == "InaccessibleTensorError" or "is out of scope and cannot be" in error.message
    )


def _kept(source: Source) -> Iterator[tuple[str, int]]:
    """Attributes that functions change as they run, those that are added to first."""
    found: list[tuple[str, int]] = []
    given = [n for n in source.nodes if isinstance(n, ast.Assign | ast.AugAssign)]
    for node in given:
        for target in [node.target] if isinstance(node, ast.AugAssign) else node.targets:
            function = function_around(source, node.lineno)
            outlasts = isinstance(target, ast.Attribute) or _is_global(function, target)
            if function is not None and function.name not in _NOT_TRACED and outlasts:
                found.append((dotted_name(target), node.lineno))
    adding = [one for one in found if source.line_text(one[1]).count("+=")]
    yield from adding or found


def _is_global(function: ast.FunctionDef | None, target: ast.expr) -> bool:
    declared = [n for n in ast.walk(function) if isinstance(n, ast.Global)] if function else []
    return any(dotted_name(target) in one.names for one in declared)
