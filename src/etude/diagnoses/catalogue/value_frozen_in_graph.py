"""
A `tf.function` reads a number of Python's that is changed later: it goes on with the first one.

## Why it hurts
When a `tf.function` is called for the first time, its Python code runs once and becomes a graph. A number or a flag
that it reads from outside is written into that graph as it was then. Changing the name afterwards changes nothing:
the learning rate is never lowered, the flag is never seen, and no message says so.

## Example
    import tensorflow as tf

    rate = 0.1
    weight = tf.Variable(4.0)


    @tf.function
    def step():
        weight.assign_sub(rate * weight)


    for epoch in range(6):
        if epoch == 3:
            rate = 0.0
        step()
    print(weight.numpy())

## Instead
    import tensorflow as tf

    rate = tf.Variable(0.1)
    weight = tf.Variable(4.0)


    @tf.function
    def step():
        weight.assign_sub(rate * weight)


    for epoch in range(6):
        if epoch == 3:
            rate.assign(0.0)
        step()
    print(weight.numpy())
"""

import ast
from collections.abc import Iterator, Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "train-2", "dev-3")
GUIDE = "TensorFlow guide: Better performance with tf.function (depending on Python global and free variables)"
EXPLAINS = ()

_TRACED = ("train_step", "call", "compute_loss")
_GIVES = (ast.Assign, ast.AugAssign)
_RECKON = ("min", "max", "float", "int", "abs", "round", "pow", "len", "bool")
_AGAIN = (ast.For, ast.While, ast.FunctionDef)


def match(evidence: Evidence) -> Finding | None:
    return _of_a_model(evidence) or _of_a_function(evidence)


def _of_a_model(evidence: Evidence) -> Finding | None:
    """A number that ``train_step`` or ``call`` reads from its model and that a callback changes."""
    source = evidence.source
    if not evidence.fits or "run_eagerly" in source.text:
        return None
    for definition in keras_classes(source):
        methods = methods_of(definition)
        numbers = _numbers_kept(methods.get("__init__"))
        for read in _reads_of_self([m for n, m in methods.items() if n in _TRACED]):
            changed = _changed_by_callback(source, read.attr) if read.attr in numbers else 0
            if changed:
                return Finding(
                    line=read.lineno,
                    evidence=f"fit makes a graph of {definition.name} once, with self.{read.attr} as it was then; "
                    f"line {changed} changes it, which the graph never sees",
                    change=f"self.{read.attr} = keras.Variable({numbers[read.attr]}, trainable=False), and "
                    f"{read.attr}.assign(...) in the callback",
                    about=read.attr,
                )
    return None


def _numbers_kept(function: ast.FunctionDef | None) -> Mapping[str, str]:
    """Attributes of ``self`` that a method sets to a number, and that number."""
    found = {}
    for node in ast.walk(function) if function is not None else ():
        if isinstance(node, ast.Assign) and _is_number(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and root(target) == "self":
                    found[target.attr] = ast.unparse(node.value)
    return found


def _reads_of_self(methods: Sequence[ast.FunctionDef]) -> Iterator[ast.Attribute]:
    for node in (node for method in methods for node in ast.walk(method)):
        read = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
        if isinstance(node, ast.Attribute) and read and dotted_name(node) == f"self.{node.attr}":
            yield node


def _changed_by_callback(source: Source, attribute: str) -> int:
    """Where a method of a callback sets this attribute of its model to a number; 0 without one."""
    for node in source.nodes:
        if isinstance(node, _GIVES):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            around = function_around(source, node.lineno)
            called_back = around is not None and around.name.startswith("on_")
            if called_back and dotted_name(target) == f"self.model.{attribute}":
                return node.lineno if _is_reckoned(node.value) else 0
    return 0


def _of_a_function(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for function in source.functions():
        if not _traced_once(evidence, function):
            continue
        for read in _read_from_outside(function):
            changed = _changed(source, read.id, function)
            if changed:
                return Finding(
                    line=read.lineno,
                    evidence=f"{function.name} was traced once, with {read.id} as it was then; line {changed} "
                    "changes it, which the graph never sees",
                    change=f"make it a tf.Variable and call {read.id}.assign(...), or give it to "
                    f"{function.name} as a tensor",
                    about=read.id,
                )
    return None


def _traced_once(evidence: Evidence, function: ast.FunctionDef) -> bool:
    """Whether it ran as one graph all the time."""
    seen: list[Call] = [
        call
        for call in evidence.calls_of("tf.function")
        if call.arguments["function"] == function.name
    ]
    traces = [call.arguments["traces"] for call in seen]
    # A function that makes the weights of a model is traced twice in its first call, and then no more.
    return traces[-1:] == [1] or (len(traces) > 1 and set(traces) == {2})


def _read_from_outside(function: ast.FunctionDef) -> Iterator[ast.Name]:
    given = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    given |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
    for node in names:
        if isinstance(node.ctx, ast.Load) and node.id not in given:
            yield node


def _changed(source: Source, name: str, function: ast.FunctionDef) -> int:
    """Where a number or flag gets another value inside a loop or a function; 0 when it does not."""
    given = [node for node in source.nodes if isinstance(node, _GIVES) and _to(node, name)]
    visible = [node for node in given if _is_visible(source, node, name, function)]
    again = [node for node in visible if _is_repeated(source, node)]
    plain = all(
        isinstance(node, ast.AugAssign)
        or _is_number(node.value)
        or (node in again and _is_reckoned(node.value))
        for node in visible
    )
    later = [node.lineno for node in again if node.lineno > function.lineno]
    return later[0] if plain and later and len(again) < len(visible) else 0


def _to(node: ast.Assign | ast.AugAssign, name: str) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)


def _is_visible(source: Source, node: ast.stmt, name: str, function: ast.FunctionDef) -> bool:
    """Whether it sets the name that the function reads: of the file, or of a function around it."""
    around = function_around(source, node.lineno)
    if around is None or around.lineno <= function.lineno <= (around.end_lineno or 0):
        return True
    declared = [n for n in ast.walk(around) if isinstance(n, ast.Global | ast.Nonlocal)]
    return any(name in one.names for one in declared)


def _is_number(value: ast.expr) -> bool:
    value = value.operand if isinstance(value, ast.UnaryOp) else value
    return isinstance(value, ast.Constant) and isinstance(value.value, bool | int | float)


def _is_reckoned(value: ast.expr) -> bool:
    """Whether Python works out a number: ``min(1.0, epoch / 10)``, ``0.1 * 0.9**epoch``."""
    if isinstance(value, ast.Call):
        reckons = dotted_name(value.func) in _RECKON or dotted_name(value.func).startswith("math.")
        return reckons and all(_is_reckoned(one) for one in value.args)
    if isinstance(value, ast.BinOp):
        return _is_reckoned(value.left) and _is_reckoned(value.right)
    if isinstance(value, ast.IfExp):
        return _is_reckoned(value.body) and _is_reckoned(value.orelse)
    plain = isinstance(value, ast.Name | ast.Attribute | ast.Compare | ast.BoolOp)
    return plain or _is_number(value)


def _is_repeated(source: Source, node: ast.stmt) -> bool:
    """Whether it stands in a loop or a function."""
    around = (one for one in source.nodes if isinstance(one, _AGAIN))
    return any(one.lineno < node.lineno <= (one.end_lineno or 0) for one in around)
