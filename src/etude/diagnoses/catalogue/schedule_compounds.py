"""
A schedule multiplies the rate that it is given by a factor counted from the first epoch.

## Why it hurts
`LearningRateScheduler` hands a function the epoch and the rate of now, which holds every earlier factor already. Multiplied
by 0.9 ** epoch once more, the rate falls by 0.9 ** (1 + 2 + 3 + ...): after ten epochs a hundredth is left of it, after twenty
one part in a thousand million, and the network stands still while the formula looks right.

## Example
    import keras
    import numpy as np

    def decay(epoch, rate):
        return rate * 0.9**epoch

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    slower = keras.callbacks.LearningRateScheduler(decay)
    model.fit(np.ones((8, 3)), np.ones(8), epochs=2, verbose=0, callbacks=[slower])

## Instead
    import keras
    import numpy as np

    def decay(epoch, rate):
        return 0.01 * 0.9**epoch

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    slower = keras.callbacks.LearningRateScheduler(decay)
    model.fit(np.ones((8, 3)), np.ones(8), epochs=2, verbose=0, callbacks=[slower])
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of, given, names_in
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-9", "model-10")
GUIDE = "Keras API: LearningRateScheduler"
EXPLAINS = ("learning_rate_too_low", "stuck_at_majority", "trained_too_short")

_CALLBACK = "LearningRateScheduler"
_LOGGED = ("learning_rate", "lr")
# What is called on a rate and gives a rate: float(rate), max(rate, 1e-6).
_PASS_ON = ("float", "float32", "max", "maximum", "min", "minimum", "round")
_TAKES = 2  # the epoch and the rate of now
_ENOUGH = 2  # epochs from which a fall can be told


def match(evidence: Evidence) -> Finding | None:
    for function in _schedules(evidence.source):
        epoch, rate = _arguments(function)
        rates, epochs = _also_called(function, rate), _named_after(function, epoch)
        for value in _results(function):
            if any(_counts_again(value, rate=one, epochs=epochs) for one in rates):
                return Finding(
                    line=value.lineno,
                    evidence=f"{ast.unparse(value)} multiplies the rate of now, {_told(value, rates)}, by a factor that "
                    f"counts from epoch 0{_fell(evidence)}",
                    change=f"begin with a fixed rate in place of {rate}: initial_rate * ...; or multiply "
                    f"{rate} by one factor for each epoch",
                )
    return None


def _schedules(source: Source) -> Iterator[Function]:
    """Functions and methods of (epoch, rate) that the callback is given, or a class made of it."""
    for call in [*source.calls(_CALLBACK), *_in_subclasses(source)]:
        function = function_of(source, given(call, "schedule", 0))
        if function is not None and len(_arguments(function)) == _TAKES:
            yield function


def _in_subclasses(source: Source) -> Iterator[ast.Call]:
    """What a class of its own hands on: ``super().__init__(self.decay)``."""
    for kind in source.all(ast.ClassDef):
        if any(last_name(base) == _CALLBACK for base in kind.bases):
            yield from (call for call in calls_in(kind) if dotted_name(call.func) == "__init__")


def _arguments(function: Function) -> list[str]:
    """Without the object itself."""
    return [argument.arg for argument in function.args.args if argument.arg != "self"]


def _results(function: Function) -> Iterator[ast.expr]:
    """What it returns, or puts into the rate before."""
    if isinstance(function, ast.Lambda):
        yield function.body
        return
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Assign) and node.value is not None:
            yield node.value


def _named_after(function: Function, epoch: str) -> set[str]:
    """The epoch, and names that are worked out from it."""
    found = {epoch}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and names_in(node.value) & found:
            found |= names_in(*node.targets)
    return found - {argument.arg for argument in function.args.args[1:]}


def _also_called(function: Function, rate: str) -> list[str]:
    """The rate of now, and names that stand for it: ``initial_rate = lr`` keeps nothing."""
    found = [rate]
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and dotted_name(node.value) in found:
            found += [one.id for one in node.targets if isinstance(one, ast.Name)]
    return found


def _counts_again(value: ast.expr, *, rate: str, epochs: set[str]) -> bool:
    """A product of the rate with something that the epoch is in, or the rate divided by it."""
    if isinstance(value, ast.IfExp):
        return any(
            _counts_again(one, rate=rate, epochs=epochs) for one in (value.body, value.orelse)
        )
    if isinstance(value, ast.Call) and last_name(value.func) in _PASS_ON:
        return any(_counts_again(one, rate=rate, epochs=epochs) for one in value.args)
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Mult | ast.Div):
        return False
    left, right = names_in(value.left), names_in(value.right)
    if isinstance(value.op, ast.Div):
        return rate in left and bool(right & epochs)
    return (rate in left and bool(right & epochs)) or (rate in right and bool(left & epochs))


def _told(value: ast.expr, rates: Sequence[str]) -> str:
    """The name that the rate has here, and where it has it from."""
    name = next((one for one in rates[1:] if one in names_in(value)), rates[0])
    return name if name == rates[0] else f"{name}, which is {rates[0]}"


def _fell(evidence: Evidence) -> str:
    """From which rate to which it came, where epochs log it."""
    for fit in evidence.fits:
        for name in _LOGGED:
            rates = fit.series(name)
            if len(rates) >= _ENOUGH:
                return f"; in {len(rates)} epochs it came from {rates[0]:.3g} to {rates[-1]:.3g}"
    return ""
