"""
An argument of a layer, or of a model that is a class, is not stored, so what is loaded has its default again.

## Why it hurts
A `.keras` file holds of a layer what `get_config` returns, and loading calls `__init__` with it. An argument that is
missing there comes back as its default value: the model loads without a word, and computes something else. Of a subclass of `Model` that
has no `get_config` Keras stores the defaults themselves, whatever it was made with; where they are sizes, the weights do not fit, and
`load_model` says that a layer "expected 2 variables, but received 0".

## Example
    import keras

    @keras.saving.register_keras_serializable()
    class Scale(keras.layers.Layer):
        def __init__(self, factor=1.0, **kwargs):
            super().__init__(**kwargs)
            self.factor = factor

        def call(self, values):
            return values * self.factor

        def get_config(self):
            return super().get_config()

    model = keras.Sequential([keras.Input((4,)), Scale(factor=0.1), keras.layers.Dense(2)])
    model.save("scaled.keras")
    loaded = keras.models.load_model("scaled.keras")

## Instead
    import keras

    @keras.saving.register_keras_serializable()
    class Scale(keras.layers.Layer):
        def __init__(self, factor=1.0, **kwargs):
            super().__init__(**kwargs)
            self.factor = factor

        def call(self, values):
            return values * self.factor

        def get_config(self):
            return {**super().get_config(), "factor": self.factor}

    model = keras.Sequential([keras.Input((4,)), Scale(factor=0.1), keras.layers.Dense(2)])
    model.save("scaled.keras")
    loaded = keras.models.load_model("scaled.keras")
"""

import ast
from collections.abc import Iterator, Mapping

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("deploy-3", "model-4", "deploy-1")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ()

_CONFIG = "get_config"
# What a config may be made of and still be read from the source; anything else may hold every argument.
_FROM_SUPER = "super().get_config()"
_KNOWN_TO_KERAS = ("name", "trainable", "dtype", "self")
# What brings arguments back in a class's own way.
_READ_BY_ITSELF = {_CONFIG, "from_config", "build_from_config", "load_own_variables"}
_Function = ast.FunctionDef


def match(evidence: Evidence) -> Finding | None:
    if not _is_saved(evidence):
        return None
    return _of_models(evidence.source) or _of_layers(evidence.source)


def _of_models(source: Source) -> Finding | None:
    """Subclasses of ``Model`` without ``get_config``, of which Keras stores the defaults alone."""
    for kind in keras_classes(source, ("Model",)):
        methods = methods_of(kind)
        if "__init__" not in methods or _READ_BY_ITSELF & set(methods):
            continue
        for name, given, default in _changed(source, kind.name, methods["__init__"]):
            return Finding(
                line=kind.lineno,
                about=kind.name,
                evidence=f"{kind.name} has no get_config, so that its file tells the defaults of its arguments; line {given.lineno} "
                f"sets {name} to {ast.unparse(given)}, and loaded again it is {ast.unparse(default)}",
                change=f'keep self.{name} = {name}, and add get_config(self), which returns {{"{name}": self.{name}}}',
            )
    return None


def _of_layers(source: Source) -> Finding | None:
    for kind in _layers(source):
        methods = methods_of(kind)
        told, made = methods.get(_CONFIG), methods.get("__init__")
        if told is None or made is None or not _is_plain(told):
            continue
        for name, given, default in _changed(source, kind.name, made):
            if not _mentions(told, name):
                return Finding(
                    line=told.lineno,
                    about=kind.name,
                    evidence=f"get_config of {kind.name} does not tell {name}, which line {given.lineno} sets to "
                    f"{ast.unparse(given)}; loaded again, it is {ast.unparse(default)}",
                    change=f'add "{name}": self.{name} to what get_config returns',
                )
    return None


def _changed(
    source: Source, kind: str, made: _Function
) -> Iterator[tuple[str, ast.expr, ast.expr]]:
    """Arguments of ``__init__`` that the program gives other values: name, value and default."""
    for name, default in _with_defaults(made).items():
        given = _given(source, kind, name, made) if name not in _KNOWN_TO_KERAS else None
        if given is not None and ast.dump(given) != ast.dump(default):
            yield name, given, default


def _is_saved(evidence: Evidence) -> bool:
    """By the program, or by a check that compares the model with its file."""
    saved = any(call.name == "Model.save" for call in evidence.calls)
    return saved or bool(evidence.told("loaded"))


def _layers(source: Source) -> Iterator[ast.ClassDef]:
    """Classes of layers and of what else is stored by its config, which read no config of their own."""
    for node in source.all(ast.ClassDef):
        by_itself = (_READ_BY_ITSELF - {_CONFIG}) & set(methods_of(node))
        if not by_itself and any(_is_kept_by_config(base) for base in node.bases):
            yield node


def _is_kept_by_config(base: ast.expr) -> bool:
    dotted = dotted_name(base)
    modules = ("layers", "losses", "metrics", "regularizers", "initializers", "constraints")
    return dotted in ("Layer", "Loss", "Metric") or any(
        f"{module}." in f"{dotted}." and dotted != module for module in modules
    )


def _is_plain(told: _Function) -> bool:
    """Whether the names in its text are all that it returns: nothing is copied from elsewhere."""
    for node in ast.walk(told):
        if isinstance(node, ast.Attribute) and node.attr == "__dict__":
            return False
        if isinstance(node, ast.Call) and not _is_understood(node):
            return False
        if isinstance(node, ast.Dict):
            unpacked = [v for k, v in zip(node.keys, node.values, strict=True) if k is None]
            if not all(_comes_from_super(told, value) for value in unpacked):
                return False
    return True


def _is_understood(call: ast.Call) -> bool:
    """super(), get_config(), and what adds to a dict or turns one value into another."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else dotted_name(call.func)
    if called in ("update", "dict"):
        return all(
            isinstance(arg, ast.Dict | ast.Name) or ast.unparse(arg) == _FROM_SUPER
            for arg in call.args
        )
    return called in (
        "super",
        _CONFIG,
        "float",
        "int",
        "str",
        "list",
        "tuple",
        "tolist",
        "serialize",
    )


def _comes_from_super(told: _Function, value: ast.expr) -> bool:
    return isinstance(value, ast.Name) or ast.unparse(value).endswith(".get_config()")


def _with_defaults(made: _Function) -> Mapping[str, ast.expr]:
    """Arguments of ``__init__`` that need not be given, and what they are then."""
    arguments = made.args
    positional = [*arguments.posonlyargs, *arguments.args]
    late = positional[len(positional) - len(arguments.defaults) :]
    found = {a.arg: d for a, d in zip(late, arguments.defaults, strict=True)}
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return {**found, **{a.arg: d for a, d in named if d is not None}}


def _mentions(told: _Function, name: str) -> bool:
    for node in ast.walk(told):
        if isinstance(node, ast.Constant) and node.value == name:
            return True
        if isinstance(node, ast.keyword) and node.arg == name:
            return True
    return False


def _given(source: Source, kind: str, name: str, made: _Function) -> ast.expr | None:
    """What the program passes for the argument where it makes such a layer."""
    place = [a.arg for a in [*made.args.posonlyargs, *made.args.args]][1:]
    for call in source.calls(kind):
        for keyword in call.keywords:
            if keyword.arg == name:
                return keyword.value
        if name in place and place.index(name) < len(call.args):
            value = call.args[place.index(name)]
            return None if isinstance(value, ast.Starred) else value
    return None
