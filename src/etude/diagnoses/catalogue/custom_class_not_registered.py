"""
A saved model names a class or a function that Keras cannot find when it loads the file.

## Why it hurts
A `.keras` file stores a layer as the name of its class and its settings, and a loss or a metric of your own as the name
of its function; not as code. Keras finds its own by name, and yours only if they were registered by a decorator
and the module that defines them has been imported before loading, or if `custom_objects` names them. Of TensorFlow's own
functions it knows those that have the same name in both; `tf.nn.softmax` calls itself `softmax_v2`. Of a `.h5` file with a
loss of your own Keras does not even say which name it lacks: it stops with "string indices must be integers". A loss that
another function makes, `weighted(3.0)`, is named after the inner function, and has to be made again for `custom_objects`.

## Example
    import keras

    class ToUnit(keras.layers.Layer):
        def call(self, pixels):
            return pixels / 255.0

    model = keras.Sequential([keras.Input((4,)), ToUnit(), keras.layers.Dense(2)])
    model.save("classifier.keras")
    keras.models.load_model("classifier.keras")

## Instead
    import keras

    @keras.saving.register_keras_serializable()
    class ToUnit(keras.layers.Layer):
        def call(self, pixels):
            return pixels / 255.0

    model = keras.Sequential([keras.Input((4,)), ToUnit(), keras.layers.Dense(2)])
    model.save("classifier.keras")
    keras.models.load_model("classifier.keras")
"""

import ast
from collections.abc import Iterable, Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.ERROR
SKILLS = ("deploy-3", "deploy-1", "model-4")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ("name_unknown_to_keras",)

_REGISTERS = "register_keras_serializable"
# Keras names a class also when it has found it and only its making or building failed.
_FOUND, _NOT_FOUND = ("Error when deserializing", "__init__()"), "Could not locate"

# What TensorFlow's own functions are called inside, and thus in the file.
_RENAMED = {"softmax_v2": "softmax", "log_softmax_v2": "log_softmax"}

_OLD = (".h5", ".hdf5")
# A function's name is taken for a configuration and asked for a key; that of a loss object is looked up.
_STUMBLES = (
    "TypeError: string indices must be integers",
    "ValueError: Could not interpret loss identifier",
)
_UNKNOWN = (
    "load_model(path, custom_objects={...}) with the name of the loss that the model was compiled with, and the "
    "function; only to predict, load_model(path, compile=False)"
)

Definition = ast.ClassDef | ast.FunctionDef


def match(evidence: Evidence) -> Finding | None:
    unregistered = {node.name: node for node in _unregistered(evidence.source)}
    for where, message in _refusals(evidence):
        if any(phrase in message for phrase in _FOUND) and _NOT_FOUND not in message:
            continue
        for name, node in unregistered.items():
            if f"'{name}'" in message:
                kind = "class" if isinstance(node, ast.ClassDef) else "function"
                loads = [call.line for call in evidence.calls_of("load_model") if call.error]
                return Finding(
                    line=next(iter(loads), node.lineno) if kind == "function" else node.lineno,
                    about=name,
                    evidence=f"{where} finds no {kind} {name}: the file has its name only, and the "
                    f"{kind} of line {node.lineno} is not registered",
                    change=_change(evidence.source, node),
                )
        renamed = _of_tensorflow(evidence.source, message)
        if renamed is not None:
            return _named_otherwise(renamed, where)
    return _loss_of_old_file(evidence, unregistered.values())


def _loss_of_old_file(evidence: Evidence, nodes: Iterable[Definition]) -> Finding | None:
    """Where a `.h5` file has a loss of the program's own: what Keras says then does not name it."""
    call = next(filter(_stumbled, evidence.calls_of("load_model")), None)
    if call is None:
        return None
    compiled = [model.compiled for model in evidence.models if model.compiled is not None]
    used = {_plain(loss.name) for each in compiled for loss in each.losses}
    named = [node for node in nodes if _plain(node.name) in used]
    node = named[0] if len(named) == 1 else None  # of several nobody knows which the file names
    path = str(call.arguments.get("filepath"))
    return Finding(
        line=call.line,
        about=node.name if node is not None else path,
        evidence=f"{path} has the loss by its name only"
        + (f", and {node.name} of line {node.lineno} is not registered" if node is not None else "")
        + ": Keras does not find it",
        change=_named(evidence.source, node) if node is not None else _UNKNOWN,
    )


def _stumbled(call: Call) -> bool:
    old = str(call.arguments.get("filepath", "")).endswith(_OLD)
    return old and call.error.startswith(_STUMBLES)


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _of_tensorflow(source: Source, message: str) -> ast.Attribute | None:
    """Where the program gives a layer a function that TensorFlow calls otherwise than Keras."""
    name = next((plain for told, plain in _RENAMED.items() if f"function '{told}'" in message), "")
    written = [node for node in source.all(ast.Attribute) if node.attr == name]
    return next((node for node in written if dotted_name(node).endswith(f"nn.{name}")), None)


def _named_otherwise(node: ast.Attribute, where: str) -> Finding:
    written = dotted_name(node)
    return Finding(
        line=node.lineno,
        about=written,
        evidence=f"{where} does not find {written}: the file has the name {node.attr}_v2, by which TensorFlow "
        "calls it, and Keras knows no such function",
        change=f'activation="{node.attr}", and save again',
    )


def _change(source: Source, node: Definition) -> str:
    name = node.name
    if isinstance(node, ast.ClassDef):
        return (
            f"write @keras.saving.{_REGISTERS}() above class {name}, and import its "
            "module before you load; or use Keras's own layers instead"
        )
    maker = _maker(source, node)
    if maker is not None:
        return (
            f'load_model(path, custom_objects={{"{name}": {maker.name}(...)}}), made with the same values as in '
            "training; only to predict, load_model(path, compile=False)"
        )
    return (
        f'load_model(path, custom_objects={{"{name}": {name}}}), or @keras.saving.{_REGISTERS}() above '
        f"def {name}; only to predict, load_model(path, compile=False)"
    )


def _named(source: Source, node: Definition) -> str:
    """A class, too, is best named where it is read: the file that exists then serves."""
    if isinstance(node, ast.FunctionDef):
        return _change(source, node)
    return (
        f'load_model(path, custom_objects={{"{node.name}": {node.name}}}); only to predict, '
        "load_model(path, compile=False)"
    )


def _maker(source: Source, node: ast.FunctionDef) -> ast.FunctionDef | None:
    """The function that makes this one and returns it: outside, there is no such name."""
    around = [each for each in source.functions() if each is not node and node in ast.walk(each)]
    return next((each for each in reversed(around) if _returns(each, node.name)), None)


def _returns(function: ast.FunctionDef, name: str) -> bool:
    returns = [each.value for each in ast.walk(function) if isinstance(each, ast.Return)]
    return any(isinstance(value, ast.Name) and value.id == name for value in returns)


def _refusals(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Who could not load the file, and what Keras said."""
    for refused in evidence.told("refused"):
        if refused["type"] == "TypeError":
            fresh = f"a fresh process that loads {refused['path']}"
            yield refused.get("where", fresh), refused["message"]
    for call in evidence.calls_of("load_model"):
        if call.error.startswith("TypeError"):
            yield f"load_model in line {call.line}", _whole(evidence, call)


def _whole(evidence: Evidence, call: Call) -> str:
    """What Keras said, to its end where the run stopped of it: a call keeps the beginning."""
    error = evidence.error
    return error.message if error is not None and error.line == call.line else call.error


def _unregistered(source: Source) -> Iterator[Definition]:
    for node in source.nodes:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not _is_registered(node, source):
            yield node


def _is_registered(node: Definition, source: Source) -> bool:
    """By a decorator, or by a call with the class's name."""
    if any(_REGISTERS in _name(decorator) for decorator in node.decorator_list):
        return True
    calls = source.all(ast.Call)
    given = [c for c in calls if any(_name(argument) == node.name for argument in c.args)]
    return any(_REGISTERS in ast.unparse(call.func) for call in given)


def _name(decorator: ast.expr) -> str:
    return dotted_name(decorator.func if isinstance(decorator, ast.Call) else decorator)
