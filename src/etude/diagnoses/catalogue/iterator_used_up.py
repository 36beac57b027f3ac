"""
The data come from an iterator, which can be gone through once.

## Why it hurts
A generator object, `iter(...)` or `zip(...)` remembers where it is; at the end it stays at the end. The first
epoch uses it up and the others are empty: Keras warns that data ran out, logs a loss of 0 or that of a stray
batch, and training is over after one epoch, however many were asked for.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")


    def rows():
        for row in x:
            yield row, row[:1]


    generated = rows()
    training_data = tf.data.Dataset.from_generator(
        lambda: generated,
        output_signature=(tf.TensorSpec((4,)), tf.TensorSpec((1,))),
    ).batch(8)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")


    def rows():
        for row in x:
            yield row, row[:1]


    training_data = tf.data.Dataset.from_generator(
        rows,
        output_signature=(tf.TensorSpec((4,)), tf.TensorSpec((1,))),
    ).batch(8)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, epochs=3, verbose=0)
"""

import ast
from collections.abc import Iterator
from itertools import pairwise

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of, given, value_of
from etude.diagnoses.pipelines import refused
from etude.diagnoses.places import call_at
from etude.diagnoses.rounds import Round, holds, places_of, rounds_of
from etude.diagnoses.source import Source, call_line, constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-1", "data-7", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.from_generator"
EXPLAINS = ("trained_too_short", "stuck_at_majority")

_ITERATORS = {"iter", "zip", "map", "filter", "enumerate", "reversed", "open", "csv.reader"}
_CHANGE = "hand over a function that makes a new iterator: from_generator(rows), not rows()"
_END = 1_000_000  # below the last line of any file
_ENDLESS = {"cycle", "count", "repeat"}


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        if int(fit.arguments.get("epochs") or 1) > 1:
            finding = _wrapped(evidence.source, fit) or _given_to_fit(evidence.source, fit)
            if finding is not None:
                return finding
    return _in_loop(evidence) or _seen(evidence)


def _in_loop(evidence: Evidence) -> Finding | None:
    """A loop over epochs goes through an iterator that was made before it."""
    source = evidence.source
    for loop in evidence.loops:
        for line in places_of(source, loop.line):
            for epochs, batches in pairwise(next(rounds_of(source, line), ())):
                name = _gone_through(batches)
                value = value_of(source, name, before=batches.lineno) if name else None
                if value is not None and not holds(epochs, value.lineno) and _ends(source, value):
                    return Finding(
                        line=value.lineno,
                        about=name,
                        evidence=f"the loop in line {batches.lineno} goes through {name} in each pass of the loop "
                        f"in line {epochs.lineno}, and it is used up after the first: {loop.steps} steps were taken",
                        change="make it inside the outer loop, so that every pass has an iterator of its own",
                    )
    return None


def _gone_through(loop: Round) -> str:
    """The name that a loop goes through, also as ``enumerate(name)``."""
    given: ast.AST | None = loop.iter if isinstance(loop, ast.For) else None
    while isinstance(given, ast.Call) and dotted_name(given.func) in ("enumerate", "tqdm"):
        given = given.args[0] if given.args else None
    return given.id if isinstance(given, ast.Name) else ""


def _ends(source: Source, value: ast.expr) -> bool:
    endless = any(last_name(call.func) in _ENDLESS for call in calls_in(value))
    return _is_iterator(source, value) and not endless


def _seen(evidence: Evidence) -> Finding | None:
    """A check went through the data again, and nothing came."""
    if not _came_to_nothing(evidence):
        return None
    for call in evidence.source.calls("from_generator"):
        name = _iterator_in(evidence.source, call, before=_END)
        if name:
            return Finding(
                line=call_line(call),
                about=name,
                evidence=f"from_generator is given {name} again every time; it is used up after one pass",
                change=_CHANGE,
            )
    return None


def _came_to_nothing(evidence: Evidence) -> bool:
    orders = [facts["order"] for facts in refused(evidence, "order")]
    examples = [facts["received"] for facts in refused(evidence, "received")]
    return any(not order["second"] for order in orders) or {} in examples


def _iterator_in(source: Source, call: ast.Call, *, before: int) -> str:
    """The name of an iterator that a generator function goes through; "" without one."""
    function = function_of(source, given(call, "generator", 0))
    for name in _used(function) if function else ():
        if _is_iterator(source, value_of(source, name, before=before)):
            return name
    return ""


def _wrapped(source: Source, fit: Fit) -> Finding | None:
    """``from_generator`` whose function goes through one and the same iterator every time."""
    stages = [stage for stage in fit.train.stages if stage.op == "from_generator"]
    kept = any(stage.op == "cache" for stage in fit.train.stages)
    for call in source.calls("from_generator") if stages and not kept else ():
        name = _iterator_in(source, call, before=fit.line)
        if name:
            how = f"from_generator is given {name} again every time"
            return _finding(call_line(call), name, how, fit)
    return None


def _given_to_fit(source: Source, fit: Fit) -> Finding | None:
    """A generator that ends, itself given to ``fit`` for several epochs."""
    if fit.train.type != "generator" or fit.arguments.get("steps_per_epoch") is not None:
        return None
    call = call_at(source, fit.line, "fit")
    node = given(call, "x", 0) if call else None
    name = node.id if isinstance(node, ast.Name) else "the generator"
    value = value_of(source, node.id, before=fit.line) if isinstance(node, ast.Name) else node
    if not _is_iterator(source, value):
        return None
    return _finding(fit.line, name, f"fit in line {fit.line} is given {name} itself", fit)


def _finding(line: int, name: str, how: str, fit: Fit) -> Finding:
    return Finding(
        line=line,
        about=name,
        evidence=f"{how}; it is used up after the first of {fit.arguments['epochs']} epochs",
        change=_CHANGE,
    )


def _used(function: Function) -> Iterator[str]:
    """Names from outside that a function returns, or whose elements it yields."""
    body = function.body if isinstance(function, ast.Lambda) else function.body[-1]
    value = body.value if isinstance(body, ast.Return) else body
    made = {t.id for n in ast.walk(function) if isinstance(n, ast.Assign) for t in n.targets
            if isinstance(t, ast.Name)}  # fmt: skip
    made |= {argument.arg for argument in function.args.args}
    looped = [n.iter for n in ast.walk(function) if isinstance(n, ast.For)]
    passed_on = [n.value for n in ast.walk(function) if isinstance(n, ast.YieldFrom)]
    for node in [value, *looped, *passed_on]:
        if isinstance(node, ast.Name) and node.id not in made:
            yield node.id


def _is_iterator(source: Source, value: ast.AST | None) -> bool:
    if isinstance(value, ast.GeneratorExp):
        return True
    if not isinstance(value, ast.Call):
        return False
    if dotted_name(value.func) in _ITERATORS:
        return True
    function = function_of(source, value.func)
    yields = [n for n in ast.walk(function) if isinstance(n, ast.Yield)] if function else []
    return bool(yields) and function is not None and not _goes_on(function)


def _goes_on(function: Function) -> bool:
    """Whether it may yield for ever, as generators for ``steps_per_epoch`` do."""
    for node in ast.walk(function):
        if isinstance(node, ast.While) and constant(node.test) in (True, 1):
            return True
        if isinstance(node, ast.Call) and last_name(node.func) in _ENDLESS:
            return True
    return False
