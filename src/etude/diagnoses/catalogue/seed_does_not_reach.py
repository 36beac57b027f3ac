"""
A seed is set, and some of the random numbers do not depend on it.

## Why it hurts
Four generators draw in a program with Keras: Python's, NumPy's old one, TensorFlow's, and every `default_rng`. Keras
takes the first weights of a layer from Python's, so `tf.random.set_seed` alone leaves them different in each run, and
so does `np.random.seed`, which was enough for the first versions of Keras; and a `default_rng()` without a number is not
reached by any seed. Two runs then differ although "the seed is set".

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    tf.random.set_seed(1)
    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(1)
    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.seeds import (
    Draw,
    Setter,
    calls_of_scope,
    draws_in,
    makes_model,
    scopes,
    setters_in,
)
from etude.diagnoses.source import Source, call_line, dotted_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("dev-7", "dev-6")
GUIDE = "Keras guide: Reproducibility in Keras models"
EXPLAINS = ()
ASIDE = True

_MEANS_THE_NETWORK = ("keras.utils.set_random_seed", "tensorflow.random.set_seed")
_NUMPY = "numpy.random.seed"
_SEEDED = {
    "tensorflow.random.set_seed": "TensorFlow's own operations",
    _NUMPY: "the random numbers of NumPy",
}
# What is written beside a seed that is to make a whole program repeatable.
_REPEATABLE, _LINES_ABOVE = "reproduc", 2
_APART = 1e-5


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    setters = [setter for scope in scopes(source) for setter in setters_in(source, scope)]
    reached = frozenset().union(*(setter.reaches for setter in setters))
    meant = [s for s in setters if s.name in _MEANS_THE_NETWORK]
    meant += [s for s in setters if _is_said_to(source, s)]
    if not meant and not _runs_differ(evidence):
        return None
    draws = [draw for scope in scopes(source) for draw in draws_in(source, scope)]
    missed = next((draw for draw in draws if draw.of not in reached), None)
    if missed is not None:
        return _unreached(missed)
    if "keras" not in reached and (line := _line_of_network(evidence)):
        told = dotted_name(meant[0].call.func) if meant else "no call in the program"
        own = _SEEDED[meant[0].name] if meant else ""
        return Finding(
            line=call_line(meant[0].call) if meant else line,
            evidence=f"{told} seeds {own}; the first weights of the network that "
            f"line {line} makes are drawn by Python's random numbers, which nothing seeds"
            if meant
            else f"{told} seeds the first weights of the network that line {line} makes: Keras draws "
            "them by Python's random numbers",
            change="keras.utils.set_random_seed(...), before the network is made, seeds Python, NumPy, "
            "TensorFlow and Keras",
            about="weights",
        )
    return None


def _is_said_to(source: Source, setter: Setter) -> bool:
    """Whether a seed of NumPy is there for the sake of the network: a comment at it says so, or it is set
    anew in the loop, or the function, that builds one.
    """
    if setter.name != _NUMPY:
        return False
    line = call_line(setter.call)
    said = " ".join(source.line_text(one) for one in range(line - _LINES_ABOVE, line + 1)).lower()
    _, *comments = said.split("#")
    if any(_REPEATABLE in comment for comment in comments):
        return True
    return any(
        spans(block, line) and _builds_after(source, block, line)
        for block in (*source.all(ast.For), *source.functions())
    )


def _builds_after(source: Source, block: ast.AST, line: int) -> bool:
    calls = (node for node in ast.walk(block) if isinstance(node, ast.Call) and node.lineno > line)
    return any(makes_model(source, call) for call in calls)


def _unreached(draw: Draw) -> Finding:
    name = dotted_name(draw.call.func)
    if draw.of == "generator":
        told = (
            f"{name}() in line {draw.call.lineno} is given no seed, so it draws anew in every run"
        )
        change = f"give it a number: {name}(seed)"
    else:
        told = f"{name} in line {draw.call.lineno} draws from numbers that no call seeds"
        change = (
            "keras.utils.set_random_seed(...) seeds Python, NumPy, TensorFlow and Keras at once"
        )
    return Finding(line=call_line(draw.call), evidence=told, change=change, about=name)


def _line_of_network(evidence: Evidence) -> int:
    """Where a network is made; 0 when none is."""
    calls = [call for scope in scopes(evidence.source) for call in calls_of_scope(scope)]
    made = [call_line(call) for call in calls if makes_model(evidence.source, call)]
    lines = made or [model.line for model in evidence.models if model.parameters and model.line]
    return min(lines, default=0)


def _runs_differ(evidence: Evidence) -> bool:
    """Whether a check has called a function twice and got different numbers."""
    return any(runs["apart"] > _APART for runs in evidence.told("two_runs"))
