"""
An input of the model is given to it and used by nothing.

## Why it hurts
A model may have an input from which no layer leads to an output. Keras takes it, `fit` hands data to it, and nothing is
said; the layers that were made from it learn nothing, as they are no part of the model. In a translator it is the usual
slip: the decoder gets its own tokens, but not the state of the encoder, and never hears of the sentence. A table's
column that nothing was made of may be left out by choice.

## Example
    import keras
    import numpy as np

    source, target = keras.Input((None, 5)), keras.Input((None, 5))
    _, state_h, state_c = keras.layers.LSTM(4, return_state=True)(source)
    steps = keras.layers.LSTM(4, return_sequences=True)(target)
    model = keras.Model([source, target], keras.layers.Dense(5, activation="softmax")(steps))
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    one_hot = np.eye(5)[np.random.default_rng(0).integers(0, 5, (32, 6))]
    model.fit([one_hot, one_hot], one_hot[:, ::-1], verbose=0)

## Instead
    import keras
    import numpy as np

    source, target = keras.Input((None, 5)), keras.Input((None, 5))
    _, state_h, state_c = keras.layers.LSTM(4, return_state=True)(source)
    steps = keras.layers.LSTM(4, return_sequences=True)(target, initial_state=[state_h, state_c])
    model = keras.Model([source, target], keras.layers.Dense(5, activation="softmax")(steps))
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    one_hot = np.eye(5)[np.random.default_rng(0).integers(0, 5, (32, 6))]
    model.fit([one_hot, one_hot], one_hot[:, ::-1], verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import RECURRENT
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.stops import inputs_of
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "text-8", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = NOTHING_LEARNED

_INPUT = "InputLayer"
# Two inputs with a name each are two things that are meant; a table has more.
_COLUMNS = 3


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        unused = _unused_input(fit.model)
        if unused is not None:
            waiting = _without_state(evidence.source, fit.model)
            chosen = _left_out_by_choice(fit, unused)
            change = (
                f"hand the encoder's state to the decoder: {waiting[1]}(..., initial_state=[...])"
                if waiting
                else "use what is computed from it, or leave it out of the inputs"
            )
            return Finding(
                line=waiting[0] if waiting else fit.model.line or fit.line,
                evidence=f"no output depends on the input {unused.name} of line {unused.line}: "
                + (
                    "nothing was made from it"
                    if chosen
                    else "nothing that was made from it is part of the model"
                ),
                change=change,
                about=unused.name,
                mild=chosen,
            )
    return None


def _unused_input(model: Model) -> Layer | None:
    """An input that no layer is called on and that is no output; None when it is the only one."""
    given = model.layers_of(_INPUT)
    if model.kind != "functional" or len(given) < 2:
        return None
    used = {_layer_of(name) for layer in model.layers for call in layer.calls for name in call}
    used |= {_layer_of(output.path) for output in model.outputs}
    return next((one for one in given if one.name not in used), None)


def _left_out_by_choice(fit: Fit, unused: Layer) -> bool:
    """A column of a table, given by its name like all others, that the program never touches: which
    columns a network is to see is often set by a switch. A slip would have made something of it.
    """
    named = {part.path.removeprefix("0/") for part in inputs_of(fit.train)}
    columns = len(fit.model.layers_of(_INPUT)) >= _COLUMNS
    return columns and unused.config.get("read_by") == 0 and unused.name in named


def _layer_of(path: str) -> str:
    """The layer that gives a tensor: "encoder" of the second call "encoder:1"."""
    return path.partition(":")[0]


def _without_state(source: Source, model: Model) -> tuple[int, str] | None:
    """Where a recurrent layer is called on one tensor while states were made that nothing reads."""
    if not _has_unread_states(source):
        return None
    made = [layer.line for layer in model.layers if layer.kind in RECURRENT and layer.line]
    for node in source.nodes:
        if isinstance(node, ast.Call) and not any(k.arg == "initial_state" for k in node.keywords):
            inner = node.func
            if isinstance(inner, ast.Call) and inner.lineno in made:
                return node.lineno, ast.unparse(inner.func)
            name = dotted_name(inner)
            if name and any(name == one and line in made for one, line in _kept(source)):
                return node.lineno, name
    return None


def _kept(source: Source) -> list[tuple[str, int]]:
    """Names of the file, each with the line of the call it was given."""
    return [
        (target.id, node.value.lineno)
        for node in source.nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def _has_unread_states(source: Source) -> bool:
    names = source.all(ast.Name)
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    for node in source.nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            for target in node.targets:
                parts = target.elts if isinstance(target, ast.Tuple) else []
                given = [one.id for one in parts if isinstance(one, ast.Name)]
                if len(given) > 1 and given[-1] not in read:
                    return True
    return False
