"""
A Lambda layer keeps Python code in the file, and a saved model with code in it is not loaded.

## Why it hurts
What `Lambda` does is a Python function, and saving can only store its compiled code. Whoever loads such a file
would run code that came with it, so Keras refuses unless told to trust the file. The same step as one of
Keras's own layers, or as a registered layer of yours, is stored by its name and its settings.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Lambda(lambda pixels: pixels / 255.0),
        keras.layers.Dense(2),
    ])
    model.save("classifier.keras")

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Dense(2),
    ])
    model.save("classifier.keras")
"""

import re
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Layer

SEVERITY = Severity.SILENT
SKILLS = ("deploy-1", "deploy-2", "deploy-3")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ()

_CHANGE = "use one of Keras's own layers here, such as Rescaling, or a registered layer"
_REFUSED = re.compile(r"Requested the deserialization of a `?(?:Lambda|Python lambda)")
_CODE = "__lambda__"
_SAVED_WHOLE = (".keras", ".h5", ".hdf5")


def match(evidence: Evidence) -> Finding | None:
    if _is_trusted(evidence):
        return None
    for call in evidence.calls_of("Model.save"):
        layer = next(_lambdas(call.model.layers if call.model else ()), None)
        path = str(call.arguments.get("filepath", ""))
        if layer is not None and path.endswith(_SAVED_WHOLE):
            line = layer.line or evidence.source.line_of_call("Lambda", default=call.line)
            return Finding(
                line=line,
                about=layer.name,
                evidence=f"{path}, saved in line {call.line}, holds the Python code of the Lambda layer "
                f"of line {line}{_refusal(evidence, path)}",
                change=_CHANGE,
            )
    return _refused_here(evidence)


def _refused_here(evidence: Evidence) -> Finding | None:
    """Where a configuration, or a file that was there before, is read and refused."""
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error = stopped[0]
    return Finding(
        line=evidence.source.line_of_call("Lambda", default=error.line),
        about="Lambda",
        evidence=f"what line {error.line} reads holds the Python code of a Lambda layer, and Keras runs no code from files",
        change=f"{_CHANGE}; for a file of your own keras.config.enable_unsafe_deserialization() before",
    )


def _lambdas(layers: Sequence[Layer]) -> Iterator[Layer]:
    """Lambda layers around a function without a name, inside other models too."""
    for layer in layers:
        if layer.kind == "Lambda" and layer.config.get("function") == _CODE:
            yield layer
        yield from _lambdas(layer.layers)


def _is_trusted(evidence: Evidence) -> bool:
    """Whether the program itself loads code from files: then it knows what it does."""
    unsafe = [c for c in evidence.calls_of("load_model") if c.arguments.get("safe_mode") is False]
    return bool(unsafe) or bool(evidence.source.calls("enable_unsafe_deserialization"))


def _refusal(evidence: Evidence, path: str) -> str:
    told = any(refused["path"] == path for refused in evidence.told("refused"))
    loads: list[Call] = [call for call in evidence.calls_of("load_model") if call.error]
    if told:
        return "; a fresh process refuses to load it"
    return f"; load_model in line {loads[0].line} refuses it" if loads else ""
