"""
A generator or a sequence of batches gives no batch at all, or single examples.

## Why it hurts
With fewer examples than a batch has, `len(x) // size` is 0 and a loop over whole batches ends before it begins. A generator that
was used up by another loop gives nothing either.

## Example
    import keras
    import numpy as np


    def batches(x, size):
        for start in range(0, len(x) - size, size):
            yield x[start : start + size], x[start : start + size, 0]


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(batches(np.random.rand(20, 4), 32), verbose=0)

## Instead
    import keras
    import numpy as np


    def batches(x, size):
        for start in range(0, len(x), size):
            yield x[start : start + size], x[start : start + size, 0]


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(batches(np.random.rand(20, 4), 8), verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of
from etude.diagnoses.places import maker_of_data
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-7", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

_EMPTY = re.compile(r"generator must yield at least one batch|Received an empty generator")
_LENGTH = re.compile(r"The PyDataset has length 0")
_NO_LENGTH = re.compile(r"implement the `num_batches` property")
_SINGLE = re.compile(r"arrays must be at least rank 1\. Received: (?P<given>\S+) of rank 0")
_FIRST_LOOK = "generator_data_adapter.__init__"
_VERBS = ("fit", "evaluate", "predict")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("ValueError", "NotImplementedError", "IndexError"):
        return None
    if error.type == "IndexError":  # Keras 3.6 looks at the first batch without asking
        return _empty(evidence, error) if error.raised_by.endswith(_FIRST_LOOK) else None
    if _EMPTY.search(error.message):
        return _empty(evidence, error)
    if _LENGTH.search(error.message) or _NO_LENGTH.search(error.message):
        return _sequence(evidence, error)
    if found := _SINGLE.search(error.message):
        return _single(evidence, error, found["given"])
    return None


def _empty(evidence: Evidence, error: Error) -> Finding:
    maker = _maker(evidence.source, error)
    loop = (
        next((one for one in ast.walk(maker) if isinstance(one, ast.For)), None)
        if maker is not None
        else None
    )
    told = (
        f"the loop over {ast.unparse(loop.iter)} in line {loop.lineno}"
        if loop is not None
        else "the generator"
    )
    return Finding(
        line=loop.lineno if loop is not None else error.line,
        evidence=f"{told} gave no batch to the call in line {error.line}",
        change="print what it loops over: it is empty, or shorter than a batch (range(0, len(x), size) gives the rest as well); a "
        "generator that was looped over before has to be made anew",
    )


def _sequence(evidence: Evidence, error: Error) -> Finding | None:
    """A class with ``__getitem__`` whose length is nothing, or not told."""
    for kind in evidence.source.all(ast.ClassDef):
        methods = {one.name: one for one in kind.body if isinstance(one, ast.FunctionDef)}
        if "__getitem__" not in methods:
            continue
        if "__len__" not in methods:
            return Finding(
                line=kind.lineno,
                about=kind.name,
                evidence=f"{kind.name} does not say how many batches it has",
                change="def __len__(self): return math.ceil(len(self.x) / self.batch_size)",
            )
        returned = next(
            (n for n in ast.walk(methods["__len__"]) if isinstance(n, ast.Return)), None
        )
        if returned is not None and returned.value is not None:
            text = ast.unparse(returned.value)
            return Finding(
                line=returned.lineno,
                about=kind.name,
                evidence=f"{kind.name} has {text} batches, and that is 0",
                change="round up, so that fewer examples than a batch are one batch: math.ceil(len(x) / batch_size); and look whether "
                "there are any examples",
            )
    return None


def _single(evidence: Evidence, error: Error, given: str) -> Finding:
    maker = _maker(evidence.source, error)
    lines = (
        [n.lineno for n in ast.walk(maker) if isinstance(n, ast.Yield)] if maker is not None else []
    )
    return Finding(
        line=max(lines, default=error.line),
        evidence=f"the generator yields single examples, of which {given} is a part, and fit wants batches",
        change="collect them: yield x[i : i + 32], y[i : i + 32]; or one example as a batch of one, x[None], np.array([y])",
    )


def _maker(source: Source, error: Error) -> ast.AST | None:
    calls = [maker_of_data(source, error.line, verb) for verb in _VERBS]
    made = next((one for one in calls if one is not None), None)
    return function_of(source, made.func) if made is not None else None
