"""
A loss or metric of one's own does not take the labels and the outputs, which is all that Keras calls it with.

## Why it hurts
Keras calls what `loss=` and `metrics=` are given with two arguments, the labels and the outputs of a batch. A function that takes
one, or a third one without a default, stops the first step. A method takes the object besides, as `self`. And a function
that makes a loss for given numbers has to be called, so that `loss=` gets what it returns.

## Example
    import keras
    import numpy as np

    def close(y_true, y_pred, width):
        return keras.ops.abs(y_true - y_pred) / width

    features, targets = np.zeros((32, 4), "float32"), np.zeros((32, 1), "float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss=close)
    model.fit(features, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    def close(width):
        def loss(y_true, y_pred):
            return keras.ops.abs(y_true - y_pred) / width
        return loss

    features, targets = np.zeros((32, 4), "float32"), np.zeros((32, 1), "float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss=close(2.0))
    model.fit(features, targets, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function
from etude.diagnoses.source import Source, dotted_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ("argument_left_out", "too_many_by_place")

# Where Keras calls a loss, and where a metric.
_CALLERS = {"keras.src.losses": "loss", "keras.src.metrics": "metric"}
_REFUSED = re.compile(
    r"(?P<name>[\w.<>]+)\(\) (?:takes (?:from \d+ to )?\d+ positional arguments? but \d+ were given"
    r"|missing \d+ required positional arguments?: )"
)
_GIVEN = ("y_true", "y_pred")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    refused = _REFUSED.match(error.message) if error and error.type == "TypeError" else None
    what = _called_as(error) if error else ""
    if refused is None or not what:
        return None
    owner, _, name = refused["name"].rpartition(".")
    function = _function(evidence.source, name, owner.rpartition(".")[2])
    if function is None:
        return None
    taken = ", ".join(one.arg for one in function.args.args)
    told = "the lambda" if isinstance(function, ast.Lambda) else name
    return Finding(
        line=function.lineno,
        about=told,
        evidence=f"{told} takes ({taken}), and Keras calls a {what} with the labels and the outputs",
        change=_change(evidence.source, function, name=told, what=what),
    )


def _called_as(error: Error) -> str:
    return next((told for one, told in _CALLERS.items() if error.raised_by.startswith(one)), "")


def _function(source: Source, name: str, owner: str) -> Function | None:
    """The function of this name, of this class where there is one; of lambdas the only one that ``compile`` is given."""
    if name == "<lambda>":
        found = [
            n for c in source.calls("compile") for n in ast.walk(c) if isinstance(n, ast.Lambda)
        ]
        return found[0] if len(found) == 1 else None
    kind = next((one for one in source.all(ast.ClassDef) if one.name == owner), None)
    methods = [one for one in kind.body if isinstance(one, ast.FunctionDef)] if kind else None
    among = source.functions() if methods is None else methods
    return next((one for one in among if one.name == name), None)


def _change(source: Source, function: Function, *, name: str, what: str) -> str:
    names = [one.arg for one in function.args.args]
    bound = _is_method(source, function)
    if _makes_a_function(function):
        return (
            f"call it, so that {what} gets the function that it returns: {name}({', '.join(names)})"
        )
    if isinstance(function, ast.Lambda):
        return f"lambda {', '.join(_GIVEN)}: ..."
    if bound and names[:1] != ["self"]:
        return f"def {name}(self, {', '.join(names)}), or @staticmethod above it"
    own = names[1:] if bound else names
    if len(own) > len(_GIVEN):
        return _bound(f"self.{name}" if bound else name, own)
    head = [*names[:1], *_GIVEN] if bound else _GIVEN
    return f"def {name}({', '.join(head)}), and compute it from these two{_BESIDES}"


def _is_method(source: Source, function: Function) -> bool:
    """Whether it is called with its object as the first argument."""
    if not isinstance(function, ast.FunctionDef):
        return False
    static = any(dotted_name(one).endswith("staticmethod") for one in function.decorator_list)
    return not static and any(function in kind.body for kind in source.all(ast.ClassDef))


_BESIDES = "; what else should count, such as a divergence, the layer that knows it adds: self.add_loss(...)"


def _bound(called: str, own: list[str]) -> str:
    more = own[len(_GIVEN) :]
    return (
        f"give {' and '.join(more)} a default, or fix it where the model is compiled: "
        f"lambda {', '.join(_GIVEN)}: {called}({', '.join([*_GIVEN, *more])})"
    )


def _makes_a_function(function: Function) -> bool:
    """Whether it returns a function that it defines."""
    inner = {
        n.name for n in ast.walk(function) if isinstance(n, ast.FunctionDef) and n is not function
    }
    returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return)]
    return any(
        isinstance(one, ast.Lambda) or (isinstance(one, ast.Name) and one.id in inner)
        for one in returned
    )
