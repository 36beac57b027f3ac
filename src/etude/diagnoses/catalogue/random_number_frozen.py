"""
A `tf.function` draws from Python's or NumPy's random numbers: once, when it is traced.

## Why it hurts
What Python computes during the trace becomes a constant of the graph. The number that was drawn then is used in
every later call: noise that is always the same, a dropout of its own that drops the same units for ever, an
augmentation that shifts every picture alike. Nothing fails, and the numbers look random.

## Example
    import random
    import tensorflow as tf


    @tf.function
    def shifted(values):
        return values + random.uniform(-1.0, 1.0)


    for call in range(6):
        print(shifted(tf.zeros(2)).numpy())

## Instead
    import tensorflow as tf


    @tf.function
    def shifted(values):
        return values + tf.random.uniform((), -1.0, 1.0)


    for call in range(6):
        print(shifted(tf.zeros(2)).numpy())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, full_name, value_of
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.diagnoses.tracing import traced_functions
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-4", "image-4", "dev-7")
GUIDE = "TensorFlow guide: Better performance with tf.function"
EXPLAINS = ()

_GENERATORS = ("random", "numpy.random", "secrets")
_MADE_BY = ("default_rng", "Random", "RandomState")
# They set or make a generator rather than draw.
_NOT_DRAWING = {"seed", *_MADE_BY}


def match(evidence: Evidence) -> Finding | None:
    for traced in traced_functions(evidence):
        call = next(_draws(evidence.source, traced.definition), None)
        if call is not None and traced.calls > 2 * traced.traces:
            return Finding(
                line=call_line(call),
                evidence=f"{traced.name} was called {traced.calls} times or more and traced "
                f"{traced.traces} times: {dotted_name(call.func)} drew only then",
                change="draw with tf.random, which becomes a part of the graph",
                about=traced.name,
            )
    return None


def _draws(source: Source, function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Calls of these generators, by their modules or by the name of one that was made."""
    for call in calls_in(function):
        owner, _, drawing = full_name(source, call.func).rpartition(".")
        of_module = owner in _GENERATORS
        if drawing not in _NOT_DRAWING and (of_module or _is_generator(source, owner, call)):
            yield call


def _is_generator(source: Source, name: str, call: ast.Call) -> bool:
    made = value_of(source, name, before=call.lineno) if name else None
    return isinstance(made, ast.Call) and dotted_name(made.func).endswith(_MADE_BY)
