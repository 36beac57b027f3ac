"""
The learning rate is a whole number, text or an array, and optimizers take a float.

## Why it hurts
Keras 3 looks at the type: `learning_rate=1` is refused where `1.0` is taken, and so is what NumPy or a command line
hands over, or a tensor that the function of a LearningRateScheduler returns. A whole number is rarely what was meant, too: Adam learns well at 0.001 and SGD at 0.01.

## Example
    import keras

    optimizer = keras.optimizers.SGD(learning_rate=1)

## Instead
    import keras

    optimizer = keras.optimizers.SGD(learning_rate=0.01)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, given, value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import dotted_name, last_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-9", "dev-2")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ()

_REFUSED = re.compile(
    r"`learning_rate` should be float.*Received instead: learning_rate=(.*)", re.S
)
_RETURNED = re.compile(r"output of the `?\"?schedule`?\"? function should be a? ?float")
_CALLBACK = "LearningRateScheduler"
_SCHEDULES = "schedules"
_MOST_SHOWN = 40


def match(evidence: Evidence) -> Finding | None:
    return _given(evidence) or _returned(evidence)


def _returned(evidence: Evidence) -> Finding | None:
    """By what a LearningRateScheduler asks at each epoch."""
    error = evidence.error
    callbacks = evidence.source.calls(_CALLBACK)
    if error is None or not callbacks or not _RETURNED.search(error.message):
        return None
    asked = given(callbacks[0], "schedule", 0)
    by_steps = _schedule_of_optimizers(evidence, asked, before=callbacks[0].lineno)
    nothing = error.message.rstrip().endswith("None")
    return Finding(
        line=callbacks[0].lineno,
        evidence=f"{_CALLBACK} got {by_steps or 'a function'}, which gives "
        + ("None" if nothing else "no float of Python"),
        change=_change(by_steps, nothing=nothing),
    )


def _change(by_steps: str, *, nothing: bool) -> str:
    if by_steps:
        return f"a schedule belongs in the optimizer, learning_rate={by_steps}(...), without the callback"
    if nothing:
        return "end the function with a return for every epoch: return lr where it is to stay"
    return "return a number of Python: float(rate)"


def _schedule_of_optimizers(evidence: Evidence, node: ast.AST | None, *, before: int) -> str:
    """The class of an object that optimizers take as a rate, "" of anything else."""
    if isinstance(node, ast.Name):
        node = value_of(evidence.source, node.id, before=before)
    if not isinstance(node, ast.Call):
        return ""
    kind = last_name(node.func)
    own = [one for one in evidence.source.all(ast.ClassDef) if one.name == kind]
    based = any("LearningRateSchedule" in dotted_name(base) for one in own for base in one.bases)
    return kind if based or _SCHEDULES in full_name(evidence.source, node.func) else ""


def _given(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error, found = stopped
    rate = found[1].strip().splitlines()[0][:_MOST_SHOWN]
    return Finding(
        line=next(_arguments(evidence, error.line), error.line),
        evidence=f"learning_rate is {rate}, which is no float",
        change=f"{rate}.0 would be taken, but 0.001 suits Adam and 0.01 SGD"
        if rate.isdigit()
        else "hand over a float such as 0.001: float(rate)",
    )


def _arguments(evidence: Evidence, line: int) -> Iterator[int]:
    """Lines of the argument, in calls around the line that failed."""
    for call in calls_around(evidence.source, line):
        yield from (k.value.lineno for k in call.keywords if k.arg == "learning_rate")
