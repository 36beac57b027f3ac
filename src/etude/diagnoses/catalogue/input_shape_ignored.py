"""
The function takes a shape or a number of classes, but builds with fixed numbers.

## Why it hurts
A function that promises a model for any input shape and any number of classes works only for the one case whose
numbers are written inside. With other data it fails, or worse, it runs with outputs that belong to no class.

## Example
    import keras

    def build_model(input_shape, num_classes):
        return keras.Sequential(
            [keras.Input((8,)), keras.layers.Dense(num_classes, activation="softmax")]
        )

    model = build_model((4,), 3)

## Instead
    import keras

    def build_model(input_shape, num_classes):
        return keras.Sequential(
            [keras.Input(input_shape), keras.layers.Dense(num_classes, activation="softmax")]
        )

    model = build_model((4,), 3)
"""

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from etude.diagnoses.contracts import MadeModel, Sizes, made_models
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around, size_line
from etude.diagnoses.source import Source, argument, call_line, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads
from etude.domain.observations import Model

SEVERITY = Severity.SILENT
SKILLS = ("model-7", "model-3")
GUIDE = "TensorFlow guide: the functional API"
EXPLAINS = ("more_outputs_than_classes", "labels_out_of_range")

_ABOUT_CLASSES = ("class", "output", "label", "unit")


def match(evidence: Evidence) -> Finding | None:
    return next(_in_contract(evidence), None) or next(_in_source(evidence), None)


def _in_contract(evidence: Evidence) -> Iterator[Finding]:
    """Calls with different arguments that all gave the same."""
    made = made_models(evidence)
    for model_number, one in enumerate(made):
        if _ignored([m.wanted_inputs for m in made], [m.inputs for m in made], model_number):
            yield _about_inputs(evidence, one)
        if _ignored([m.wanted_outputs for m in made], [m.outputs for m in made], model_number):
            yield _about_outputs(evidence, one)


def _ignored(wanted: Sequence[Sequence[Sizes]], given: Sequence[Sequence[Sizes]], at: int) -> bool:
    """What was asked for differs from call to call, what was given never does."""
    same = all(_plain(one) == _plain(given[0]) for one in given)
    differ = any(_plain(one) != _plain(wanted[0]) for one in wanted)
    return bool(given[at]) and same and differ and _plain(given[at]) != _plain(wanted[at])


def _plain(shapes: Sequence[Sizes]) -> list[list[int | None]]:
    return [list(shape) for shape in shapes]


def _about_inputs(evidence: Evidence, made: MadeModel) -> Finding:
    given = ", ".join(str(tuple(shape)) for shape in made.inputs)
    return Finding(
        line=_input_line(evidence.source, made.model),
        evidence=f"{made.of} gives a model for inputs of shape {given}, like every other call",
        change="pass the function's argument to keras.Input instead of the numbers",
    )


def _about_outputs(evidence: Evidence, made: MadeModel) -> Finding:
    given = ", ".join(str(tuple(shape)) for shape in made.outputs)
    found = heads(made.model)
    return Finding(
        line=size_line(evidence.source, made.model, found[0].layer if found else None),
        evidence=f"{made.of} gives outputs of shape {given} per example, like every other call",
        change="use the function's argument for the last layer's units instead of the number",
    )


def _in_source(evidence: Evidence) -> Iterator[Finding]:
    """An argument that the function never uses, given a value that the model contradicts."""
    for model in evidence.models:
        function = function_around(evidence.source, model.line)
        if function is None:
            continue
        for position, name in _unused(function):
            for call in evidence.source.calls(function.name):
                value = argument(call, name, position)
                finding = _contradicted(evidence.source, model, name, value)
                if finding is not None:
                    yield finding


def _unused(function: ast.FunctionDef) -> list[tuple[int, str]]:
    """Positions and names of parameters that do not occur in the function."""
    used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    names = [parameter.arg for parameter in function.args.args]
    return [(place, name) for place, name in enumerate(names) if name not in used]


def _contradicted(source: Source, model: Model, name: str, value: Any) -> Finding | None:
    inputs, outputs = model.inputs, model.outputs
    if "shape" in name and isinstance(value, tuple | list) and len(inputs) == 1:
        given = list(inputs[0].shape or [])[1:]
        if given and given != list(value):
            return Finding(
                line=_input_line(source, model),
                evidence=f"{name} is {tuple(value)}, but the model takes inputs of shape {tuple(given)}",
                change=f"pass {name} to keras.Input instead of the numbers",
            )
    about_classes = any(word in name for word in _ABOUT_CLASSES)
    if about_classes and isinstance(value, int) and len(outputs) == 1 and outputs[0].shape:
        units = outputs[0].shape[-1]
        if units is not None and units != value:
            return Finding(
                line=size_line(source, model, heads(model)[0].layer),
                evidence=f"{name} is {value}, but the model gives {units} outputs",
                change=f"use {name} for the last layer's units instead of the number",
            )
    return None


def _input_line(source: Source, model: Model) -> int:
    """Where the shape of the inputs is written."""
    layers = [layer.line for layer in model.layers if layer.kind == "InputLayer" and layer.line]
    if layers:
        return layers[0]
    around = function_around(source, model.line)
    first, last = (around.lineno, around.end_lineno or 0) if around else (1, len(source.text))
    written = [
        call.lineno if _is_input(call) else source.line_of_argument(call, "input_shape")
        for call in source.nodes
        if isinstance(call, ast.Call) and first <= call_line(call) <= last
        if _is_input(call) or any(k.arg == "input_shape" for k in call.keywords)
    ]
    return min(written, default=model.line)


def _is_input(call: ast.Call) -> bool:
    name = last_name(call.func)
    return name in ("Input", "InputLayer")
