"""
A decoder is handed its state of the step before, and its recurrent layer begins with an empty one all the same.

## Why it hurts
Called for one step at a time, a GRU or LSTM knows of the steps before only by its state. The loop hands the state back to the
decoder, but the layer is called without `initial_state`, so it starts with zeros at every step: what was said before the last
token is forgotten. Attention makes up for some of it, so the loss falls, only not as far as it could.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    class Decoder(keras.Model):
        def __init__(self):
            super().__init__()
            self.embedding = keras.layers.Embedding(9, 8)
            self.gru = keras.layers.GRU(8, return_state=True)
            self.scores = keras.layers.Dense(8)
            self.out = keras.layers.Dense(9)

        def call(self, token, hidden, encoded):
            weights = tf.nn.softmax(self.scores(hidden))
            output, state = self.gru(self.embedding(token) + tf.expand_dims(weights * encoded, 1))
            return self.out(output), state


    decoder, encoded = Decoder(), tf.ones((4, 8))
    words = np.random.default_rng(0).integers(0, 9, (4, 6))
    state = tf.zeros((4, 8))
    for t in range(5):
        logits, state = decoder(words[:, t : t + 1], state, encoded)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    class Decoder(keras.Model):
        def __init__(self):
            super().__init__()
            self.embedding = keras.layers.Embedding(9, 8)
            self.gru = keras.layers.GRU(8, return_state=True)
            self.scores = keras.layers.Dense(8)
            self.out = keras.layers.Dense(9)

        def call(self, token, hidden, encoded):
            weights = tf.nn.softmax(self.scores(hidden))
            read = self.embedding(token) + tf.expand_dims(weights * encoded, 1)
            output, state = self.gru(read, initial_state=hidden)
            return self.out(output), state


    decoder, encoded = Decoder(), tf.ones((4, 8))
    words = np.random.default_rng(0).integers(0, 9, (4, 6))
    state = tf.zeros((4, 8))
    for t in range(5):
        logits, state = decoder(words[:, t : t + 1], state, encoded)
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, paired
from etude.diagnoses.recurrence import RECURRENT
from etude.diagnoses.source import Source, argument, dotted_name, last_name
from etude.diagnoses.subclasses import keras_classes, made_as, methods_of, own_attribute
from etude.domain.finding import Finding, Severity

# Where attention sees the state, such a decoder learns something all the same.
SEVERITY = Severity.WARNING
SKILLS = ("text-6", "series-5", "dev-3")
GUIDE = "TensorFlow tutorial: Neural machine translation with attention"
EXPLAINS = ("trained_too_short",)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for definition in keras_classes(source):
        method = methods_of(definition).get("call")
        for step in _steps(definition, method) if method is not None else ():
            name = _handed_back(source, definition, method, step)
            if method is None or not name:
                continue
            layer = f"self.{step.layer}"
            return Finding(
                line=step.call.lineno,
                evidence=f"the loop hands the state that {definition.name} returned back to it as `{name}`, and line "
                f"{step.call.lineno} calls {layer} without it: {step.kind} begins with zeros at every step",
                change=f"take the state up: {layer}({ast.unparse(step.call.args[0])}, initial_state={name})",
                about=definition.name,
            )
    return None


@dataclass(frozen=True, slots=True)
class _Step:
    """``output, state = self.gru(x)`` in a method that returns ``state``."""

    call: ast.Call
    layer: str
    kind: str


def _steps(definition: ast.ClassDef, method: ast.FunctionDef) -> Iterator[_Step]:
    returned = names_in(*(one for one in ast.walk(method) if isinstance(one, ast.Return)))
    for node in ast.walk(method):
        call = node.value if isinstance(node, ast.Assign) else None
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if not isinstance(call, ast.Call) or not isinstance(target, ast.Tuple):
            continue
        states = {dotted_name(one) for one in target.elts[1:]} - {"", "_"}
        made = made_as(definition, own_attribute(call))
        kind = last_name(made.func) if made is not None else ""
        begins_anew = len(call.args) == 1 and argument(call, "initial_state") is None
        if (
            kind in RECURRENT
            and begins_anew
            and not call.keywords
            and states
            and states <= returned
        ):
            yield _Step(call, own_attribute(call), kind)


def _handed_back(
    source: Source, definition: ast.ClassDef, method: ast.FunctionDef | None, step: _Step
) -> str:
    """The argument by which a loop gives it back what it returned; empty when the method mixes that into its inputs itself."""
    arguments = [one.arg for one in method.args.args if one.arg != "self"] if method else []
    for loop in (*source.all(ast.For), *source.all(ast.While)):
        for node in ast.walk(loop):
            call = node.value if isinstance(node, ast.Assign) else None
            if not isinstance(call, ast.Call) or not _is_one_of(source, call.func, definition.name):
                continue
            returned = names_in(*node.targets) if isinstance(node, ast.Assign) else set()
            for place, given in enumerate(call.args[: len(arguments)]):
                name = arguments[place]
                if place > 0 and names_in(given) & returned and _only_layers_see(method, name):
                    return name
    return ""


def _is_one_of(source: Source, function: ast.expr, kind: str) -> bool:
    """Whether it was made by the class of this name."""
    return any(
        isinstance(value, ast.Call) and dotted_name(value.func) == kind
        for node in source.all(ast.Assign)
        for target in node.targets
        for name, value in paired(target, node.value)
        if dotted_name(name) == dotted_name(function) != ""
    )


def _only_layers_see(method: ast.FunctionDef | None, name: str) -> bool:
    """Whether all that is done with an argument is to give it to other layers, as to attention."""
    if method is None:
        return False
    inside = {id(n) for call in ast.walk(method) if own_attribute(call) for n in ast.walk(call)}
    uses = [n for n in ast.walk(method) if isinstance(n, ast.Name) and n.id == name]
    return all(id(one) in inside for one in uses)
