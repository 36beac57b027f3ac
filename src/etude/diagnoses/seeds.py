"""Where a source seeds random numbers, and where it draws some."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etude.diagnoses.names import full_name
from etude.diagnoses.source import Source, last_name

#: What each call seeds. Keras draws the seeds of layers and weights from Python's ``random``.
SETTERS: Mapping[str, frozenset[str]] = {
    "keras.utils.set_random_seed": frozenset({"python", "numpy", "tensorflow", "keras"}),
    "tensorflow.random.set_seed": frozenset({"tensorflow"}),
    "numpy.random.seed": frozenset({"numpy"}),
    "random.seed": frozenset({"python", "keras"}),
}
_NUMPY_DRAWS = frozenset(
    "beta binomial choice exponential gamma integers normal permutation poisson rand randint randn "
    "random random_sample shuffle standard_normal uniform".split()
)
_PYTHON_DRAWS = frozenset(
    "choice choices gauss randint random randrange sample shuffle uniform".split()
)
_MODELS = frozenset({"Sequential", "Model"})


@dataclass(frozen=True, slots=True)
class Setter:
    """A call that seeds; ``reaches``: whose random numbers."""

    call: ast.Call
    name: str
    reaches: frozenset[str]


@dataclass(frozen=True, slots=True)
class Draw:
    """A call that draws; ``of``: from whose numbers, "generator" for an unseeded one of its own."""

    call: ast.Call
    of: str


Scope = ast.Module | ast.FunctionDef


def scopes(source: Source) -> Iterator[Scope]:
    """The program itself, then each of its functions."""
    yield source.tree
    yield from source.functions()


def setters_in(source: Source, scope: Scope) -> list[Setter]:
    """Calls that seed, in order of lines; those of functions inside are not among them."""
    named = [(call, _public(full_name(source, call.func))) for call in _calls(scope)]
    return [Setter(call, name, SETTERS[name]) for call, name in named if name in SETTERS]


def draws_in(source: Source, scope: Scope) -> list[Draw]:
    """Calls that draw from numbers that somebody has to seed, in order of lines."""
    found = [(call, _drawn_from(source, call)) for call in _calls(scope)]
    return [Draw(call, of) for call, of in found if of]


def makes_model(source: Source, call: ast.Call) -> bool:
    """Whether a call builds a network: a model's class, or a function here that has such a call."""
    name = last_name(call.func)
    if name in _MODELS:
        return bool(call.args or call.keywords) or name == "Sequential"
    function = next((one for one in source.functions() if one.name == name), None)
    inside = _calls(function) if function else ()
    return any(last_name(one.func) in _MODELS for one in inside)


def calls_of_scope(scope: Scope) -> Sequence[ast.Call]:
    """Calls that run when the scope does, in order of lines."""
    return _calls(scope)


def _drawn_from(source: Source, call: ast.Call) -> str:
    module, _, name = full_name(source, call.func).rpartition(".")
    if (module, name) == ("numpy.random", "default_rng"):
        return "" if call.args or call.keywords else "generator"
    if module == "numpy.random" and name in _NUMPY_DRAWS:
        return "numpy"
    return "python" if module == "random" and name in _PYTHON_DRAWS else ""


def _public(name: str) -> str:
    return name.removeprefix("tensorflow.") if name.startswith("tensorflow.keras.") else name


def _calls(scope: Scope) -> list[ast.Call]:
    found = [node for node in _inside(scope) if isinstance(node, ast.Call)]
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            yield child
            yield from _inside(child)
