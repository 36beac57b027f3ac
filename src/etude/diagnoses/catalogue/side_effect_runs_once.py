"""
Python code in a `tf.function` runs when it is traced, not each time it is called.

## Why it hurts
Tracing turns the TensorFlow operations of a function into a graph and keeps nothing else. Appending to a
list, adding to a counter or printing a value happens during the trace, once, and never again: the list stays
short, the counter stays at 1, and what is printed is a symbol instead of a number.

## Example
    import tensorflow as tf

    losses = []


    @tf.function
    def step(value):
        loss = value * value
        losses.append(loss)
        return loss


    for value in tf.range(6.0):
        step(value)
    print(len(losses))

## Instead
    import tensorflow as tf

    losses = []


    @tf.function
    def step(value):
        return value * value


    for value in tf.range(6.0):
        losses.append(step(value))
    print(len(losses))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.tracing import traced_functions
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("train-4",)
GUIDE = "TensorFlow guide: Better performance with tf.function (Python side effects)"
EXPLAINS = ()

_TRACE = "trac"


def match(evidence: Evidence) -> Finding | None:
    for traced in traced_functions(evidence):
        effect = next(_effects(traced.definition), None)
        if (
            traced.calls > 2 * traced.traces
            and effect is not None
            and not _means_to(evidence.source, effect)
        ):
            return Finding(
                line=effect.lineno,
                evidence=f"{traced.name} was called {traced.calls} times or more and traced "
                f"{traced.traces} times, and line {effect.lineno} runs only then",
                change="do it outside the tf.function, with what it returns; print with tf.print",
                about=traced.name,
            )
    return None


def _effects(function: ast.FunctionDef) -> Iterator[ast.Call | ast.AugAssign]:
    """Appending to a list from outside, changing a name from outside, printing values."""
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    scopes = [n for n in ast.walk(function) if isinstance(n, ast.Global | ast.Nonlocal)]
    outside = {name for scope in scopes for name in scope.names}
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and (_prints(node) or _appends(node, own)):
            yield node
        if isinstance(node, ast.AugAssign) and dotted_name(node.target) in outside:
            yield node


def _prints(call: ast.Call) -> bool:
    """A text alone says only that the function is traced."""
    values = any(not isinstance(value, ast.Constant) for value in call.args)
    return dotted_name(call.func) == "print" and values


def _appends(call: ast.Call, own: set[str]) -> bool:
    owner, _, method = dotted_name(call.func).rpartition(".")
    return method == "append" and bool(owner) and owner not in own


def _means_to(source: Source, effect: ast.Call | ast.AugAssign) -> bool:
    """Whether it is there to show when the function is traced."""
    first, last = effect.lineno, effect.end_lineno or effect.lineno
    return any(_TRACE in source.line_text(line).lower() for line in range(first, last + 1))
