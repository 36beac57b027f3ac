"""
The seed is set where it does not govern the random numbers that matter.

## Why it hurts
A seed rules what is drawn after it. Set when the network has been made, it comes too late for the first weights; set
once at the start, it rules the first of several trainings, and each further one goes on with the numbers that
happen to follow. Results then differ for a reason that is not the one under study.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    keras.utils.set_random_seed(1)
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
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.seeds import (
    Scope,
    Setter,
    calls_of_scope,
    draws_in,
    makes_model,
    scopes,
    setters_in,
)
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("dev-7",)
GUIDE = "Keras guide: Reproducibility in Keras models"
EXPLAINS = ()
ASIDE = True

_APART = 1e-5


def match(evidence: Evidence) -> Finding | None:
    differ = any(runs["apart"] > _APART for runs in evidence.told("two_runs"))
    for scope in scopes(evidence.source):
        late = _too_late(evidence.source, scope, differ=differ)
        if late is not None:
            return late
    return _only_once(evidence)


def _too_late(source: Source, scope: Scope, *, differ: bool) -> Finding | None:
    """The first seed of this scope, when it stands below what it should rule."""
    seeding = [one.call for one in setters_in(source, scope) if "keras" in one.reaches]
    calls = calls_of_scope(scope)
    if not seeding or not _trains_below(calls, seeding[0].lineno):
        return None
    above = _ruled_too_late(source, scope, seeding[0].lineno, differ=differ)
    if above is None:
        return None
    return Finding(
        line=call_line(seeding[0]),
        evidence=f"{dotted_name(seeding[0].func)} comes after {dotted_name(above.func)} in line "
        f"{above.lineno}, whose random numbers are drawn by then",
        change=f"set the seed before line {above.lineno}",
        about="late",
    )


def _ruled_too_late(source: Source, scope: Scope, line: int, *, differ: bool) -> ast.Call | None:
    """What was made or drawn above a seed; a network that is made below has a seed of its own."""
    made = [call for call in calls_of_scope(scope) if makes_model(source, call)]
    found = [] if any(call.lineno > line for call in made) else made
    if differ:
        found = found + [
            draw.call for draw in draws_in(source, scope) if draw.of in ("numpy", "python")
        ]
    above = [call for call in found if call.lineno < line]
    return min(above, key=lambda call: call.lineno, default=None)


def _trains_below(calls: Sequence[ast.Call], line: int) -> bool:
    return any(last_name(call.func) == "fit" and call.lineno > line for call in calls)


def _only_once(evidence: Evidence) -> Finding | None:
    """A seed at the start of the program, while a check saw one function give two answers."""
    source = evidence.source
    once: list[Setter] = setters_in(source, source.tree)
    for runs in evidence.told("two_runs"):
        function = next((f for f in source.functions() if f.name == runs.get("function")), None)
        if runs["apart"] <= _APART or function is None or not once:
            continue
        if not setters_in(source, function):
            return Finding(
                line=call_line(once[0].call),
                evidence=f"the seed is set once, when the program starts; {function.name} of line "
                f"{function.lineno} gave {runs['first']} and then {runs['second']}, since each call goes on "
                "with the random numbers that follow",
                change=f"set the seed at the beginning of {function.name}",
                about="once",
            )
    return None
