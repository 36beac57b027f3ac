"""Where in the source something about a model was written."""

import ast
import re
from collections.abc import Collection, Iterator, Sequence

from etude.diagnoses.names import calls_in, full_name, given, value_of
from etude.diagnoses.source import Source, call_line, spans
from etude.domain.heads import Head
from etude.domain.observations import Layer, Model

_SIZES = ("units", "filters")
_OF_METRICS = ("metrics", "keras")
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)


def call_at(source: Source, line: int, name: str) -> ast.Call | None:
    """The innermost call of this name whose text includes this line."""
    around = [call for call in source.calls(name) if call.lineno <= line <= _end(call)]
    return min(around, key=lambda call: _end(call) - call.lineno) if around else None


def maker_of_data(
    source: Source, line: int, name: str, argument: str = "x", position: int = 0
) -> ast.Call | None:
    """The call that made what another one is given: ``batches(rows)`` of ``fit(batches(rows))``."""
    call = call_at(source, line, name)
    data = given(call, argument, position) if call is not None else None
    if isinstance(data, ast.Name):
        data = value_of(source, data.id, before=line)
    return data if isinstance(data, ast.Call) else None


def calls_around(source: Source, line: int) -> list[ast.Call]:
    """Every call whose text includes this line, the outer ones first."""
    return [call for call in source.all(ast.Call) if spans(call, line)]


def call_inside(outer: ast.Call | None, calls: Sequence[ast.Call]) -> ast.Call | None:
    """The first of these calls that is an argument of another."""
    inside = {id(node) for node in ast.walk(outer)} if outer else set()
    return next((call for call in calls if id(call) in inside), None)


def class_around(source: Source, line: int) -> ast.ClassDef | None:
    """The class whose text includes this line."""
    found = source.all(ast.ClassDef)
    around = [node for node in found if node.lineno <= line <= (node.end_lineno or 0)]
    return around[-1] if around else None


def function_around(source: Source, line: int) -> ast.FunctionDef | None:
    """The innermost function whose text includes this line."""
    around = [f for f in source.functions() if f.lineno <= line <= (f.end_lineno or 0)]
    return max(around, key=lambda f: f.lineno) if around else None


def handed_over(source: Source, name: str, line: int) -> list[ast.expr]:
    """What calls give for a parameter of the function around a line; nothing for other names."""
    function = function_around(source, line)
    names = [one.arg for one in function.args.args] if function is not None else []
    first = 1 if names[:1] == ["self"] else 0
    if function is None or name not in names[first:]:
        return []
    values = [given(call, name, names.index(name) - first) for call in source.calls(function.name)]
    return [value for value in values if value is not None]


def layer_line(source: Source, model: Model, layer: Layer | None) -> int:
    """Where a layer was made, or an operation written; without a recorded line, the last such call
    near the model.
    """
    if layer is None:
        return model.line
    if layer.line:
        return layer.line
    written = source.calls(layer.kind) or source.calls(_as_operation(layer.kind))
    calls = _near(source, model, written)
    fitting = [call for call in calls if _could_be(call, layer)] or calls
    return call_line(fitting[-1]) if fitting else model.line


def size_line(source: Source, model: Model, layer: Layer | None) -> int:
    """Where a layer's units or filters stand."""
    line = layer_line(source, model, layer)
    call = call_at(source, line, layer.kind) if layer else None
    if call is None:
        return line
    named = [keyword.value for keyword in call.keywords if keyword.arg in _SIZES]
    return next((node.lineno for node in [*named, *call.args[:1]]), line)


def activation_line(source: Source, head: Head, model: Model) -> int:
    """Where the activation of an output is written: the argument, or the layer that applies it."""
    layer = head.activated_by or head.layer
    line = layer_line(source, model, layer)
    call = call_at(source, line, layer.kind) if layer else None
    return source.line_of_argument(call, "activation") if call else line


def loss_line(source: Source, model: Model) -> int:
    """Where the loss is written: the argument of ``compile``, or where its variable got it."""
    return _argument_line(source, model, "loss")


def from_logits_line(source: Source, model: Model) -> int:
    """Where ``from_logits`` stands, else the loss."""
    line = loss_line(source, model)
    for call in source.all(ast.Call):
        if call.lineno <= line <= _end(call):
            found = _from_logits(call) or _from_logits(_maker(source, call))
            if found is not None:
                return found.lineno
    return line


def _maker(source: Source, call: ast.Call) -> ast.AST | None:
    """What made the object that is called: ``loss_fn = ...`` of ``loss_fn(labels, outputs)``."""
    return (
        value_of(source, call.func.id, before=call.lineno)
        if isinstance(call.func, ast.Name)
        else None
    )


def _from_logits(node: ast.AST | None) -> ast.expr | None:
    keywords = node.keywords if isinstance(node, ast.Call) else []
    return next((k.value for k in keywords if k.arg == "from_logits"), None)


def metrics_line(source: Source, model: Model) -> int:
    """Where the metrics are written."""
    return _argument_line(source, model, "metrics")


def metrics_in_compile(source: Source, model: Model, kinds: Collection[str]) -> Iterator[ast.Call]:
    """Metric objects of these classes of Keras that are made where a model is compiled."""
    compiled = model.compiled
    outer = call_at(source, compiled.line, "compile") if compiled else None
    for call in calls_in(outer) if outer is not None else ():
        module, _, kind = full_name(source, call.func).rpartition(".")
        if kind in kinds and any(word in module for word in _OF_METRICS):
            yield call


def told(layer: Layer | None) -> str:
    """A layer as a person would write it: "Dense(10)", "Conv2D(32)"."""
    if layer is None:
        return "the last layer"
    size = next((layer.config[key] for key in _SIZES if key in layer.config), "")
    return f"{layer.kind}({size})"


def _argument_line(source: Source, model: Model, name: str) -> int:
    line = model.compiled.line if model.compiled else 0
    call = call_at(source, line, "compile")
    if call is None:
        return line or model.line
    value = next((k.value for k in call.keywords if k.arg == name), None)
    if value is None and name == "loss" and len(call.args) > _LOSS_POSITION:
        value = call.args[_LOSS_POSITION]
    if isinstance(value, ast.Name):
        assigned = _assigned(source, value.id, before=line)
        return assigned or value.lineno
    return value.lineno if value is not None else call_line(call)


def _assigned(source: Source, name: str, *, before: int) -> int:
    """Line of the last assignment to a name above a line; 0 without one."""
    found = [
        node.value.lineno
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and node.lineno <= before
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    return max(found, default=0)


def _as_operation(kind: str) -> str:
    """How keras.ops writes it: LeakyRelu as leaky_relu."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower()


def _near(source: Source, model: Model, calls: Sequence[ast.Call]) -> Sequence[ast.Call]:
    """Those in the function or class that made the model, if any are there."""
    around = function_around(source, model.line) or class_around(source, model.line)
    if around is None:
        return calls
    inside = [c for c in calls if around.lineno <= c.lineno <= (around.end_lineno or 0)]
    return inside or calls


def _could_be(call: ast.Call, layer: Layer) -> bool:
    """No literal argument says otherwise."""
    given = {k.arg: k.value for k in call.keywords if k.arg}
    if call.args:
        given.setdefault(next((s for s in _SIZES if s in layer.config), "units"), call.args[0])
    return all(
        not isinstance(node, ast.Constant) or layer.config.get(name, node.value) == node.value
        for name, node in given.items()
    )


def _end(call: ast.Call) -> int:
    return call.end_lineno or call.lineno
