"""Questions about the class of a subclassed model: its methods, and the layers that it keeps."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from etude.diagnoses.names import full_name
from etude.diagnoses.places import call_at, class_around
from etude.diagnoses.source import Source, dotted_name
from etude.domain.observations import Layer, Model

# Methods with which a subclass computes its loss itself.
OWN_TRAINING = {"train_step", "compute_loss", "compile", "fit"}
_BASES = ("Layer", "Model")


def keras_classes(source: Source, bases: Sequence[str] = _BASES) -> Iterator[ast.ClassDef]:
    """The program's classes that derive from one of these of Keras, a layer or a model."""
    for node in source.nodes:
        if isinstance(node, ast.ClassDef):
            names = [full_name(source, base) for base in node.bases]
            if any("keras" in name and name.rpartition(".")[2] in bases for name in names):
                yield node


def methods_of(definition: ast.ClassDef) -> Mapping[str, ast.FunctionDef]:
    """Name -> method."""
    return {node.name: node for node in definition.body if isinstance(node, ast.FunctionDef)}


def own_attribute(node: ast.AST | None) -> str:
    """ "output" of ``self.output(x)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        return node.func.attr if isinstance(owner, ast.Name) and owner.id == "self" else ""
    return ""


def kept_layer(
    definition: ast.ClassDef, attribute: str, model: Model, source: Source
) -> Layer | None:
    """The recorded layer that ``self.attribute`` is, when one call made it."""
    made = made_as(definition, attribute)
    if made is None:
        return None
    found = [one for one in model.layers if call_at(source, one.line, one.kind) is made]
    return found[0] if len(found) == 1 else None


def layer_on_inputs(source: Source, model: Model) -> Layer | None:
    """The layer that ``call`` hands its inputs to, when it does nothing else with them."""
    definition = class_around(source, model.line)
    methods = methods_of(definition) if definition is not None else {}
    call = methods.get("call")
    if definition is None or call is None or OWN_TRAINING & set(methods) or len(call.args.args) < 2:
        return None
    name = call.args.args[1].arg
    for statement in call.body:
        if _only_casts(statement, name):
            continue
        uses = [n for n in ast.walk(statement) if isinstance(n, ast.Name) and n.id == name]
        read = [node for node in uses if isinstance(node.ctx, ast.Load)]
        if read:
            takers = [n for n in ast.walk(statement) if own_attribute(n) and _takes(n, read[0])]
            alone = len(read) == 1 and _is_last_read(call, name, statement)
            if len(takers) == 1 and alone:
                return kept_layer(definition, own_attribute(takers[0]), model, source)
            return None
    return None


def _only_casts(statement: ast.stmt, name: str) -> bool:
    """``x = tf.cast(x, tf.float32)``: the same numbers in another type."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Call):
        return False
    function, given = dotted_name(statement.value.func), statement.value.args[:1]
    names = [node.id for node in (*given, *statement.targets) if isinstance(node, ast.Name)]
    return function.rpartition(".")[2] == "cast" and names == [name, name]


def _takes(node: ast.AST, value: ast.AST) -> bool:
    """Whether this is the first argument itself, not a part of it."""
    return isinstance(node, ast.Call) and bool(node.args) and node.args[0] is value


def _is_last_read(call: ast.FunctionDef, name: str, statement: ast.stmt) -> bool:
    """Whether the inputs are read nowhere below; ``x = self.first(x)`` gives the name away."""
    given_away = isinstance(statement, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == name for target in statement.targets
    )
    reads = [n for n in ast.walk(call) if isinstance(n, ast.Name) and n.id == name]
    later = [n for n in reads if isinstance(n.ctx, ast.Load) and n.lineno > statement.lineno]
    return given_away or not [n for n in later if n.lineno > (statement.end_lineno or 0)]


def made_as(definition: ast.ClassDef, attribute: str) -> ast.Call | None:
    """The call that ``self.attribute`` is assigned, when there is exactly one."""
    found = [
        node.value
        for node in ast.walk(definition)
        if isinstance(node, ast.Assign)
        and any(isinstance(t, ast.Attribute) and t.attr == attribute for t in node.targets)
    ]
    return found[0] if len(found) == 1 and isinstance(found[0], ast.Call) else None
