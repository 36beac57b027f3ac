"""Where the layers of a program stand, and which of them are the last ones."""

import ast
from collections.abc import Iterable, Iterator, Sequence

from etude.diagnoses.source import last_name
from mutation.code import Code

#: Layers with weights, whose outputs somebody chooses: their first argument is how many.
WITH_UNITS = (
    "Dense",
    "Conv1D",
    "Conv2D",
    "Conv3D",
    "Conv2DTranspose",
    "LSTM",
    "GRU",
    "SimpleRNN",
)
#: What nobody tells a scaler.
_OF_TRAININGS = frozenset(
    ("epochs", "verbose", "batch_size", "steps_per_epoch", "callbacks", "validation_data")
)
_SCOPES = (ast.FunctionDef, ast.ClassDef, ast.Module)


def stacks(code: Code) -> Iterator[Sequence[ast.expr]]:
    """The lists of ``Sequential([...])``."""
    for call in code.calls("Sequential"):
        if call.args and isinstance(call.args[0], ast.List) and call.args[0].elts:
            yield call.args[0].elts


def element_of_stack(code: Code, node: ast.AST) -> ast.expr | None:
    """The element of such a list in which a node lies, the innermost one."""
    elements = {element for stack in stacks(code) for element in stack}
    around = (node, *code.parents(node))
    return next((one for one in around if isinstance(one, ast.expr) and one in elements), None)


def next_layers(code: Code, node: ast.AST) -> Sequence[ast.expr]:
    """The layer behind the one in which a node lies, in its list or by ``add``; none without."""
    element = element_of_stack(code, node)
    for stack in stacks(code):
        if element in stack:
            place = stack.index(element)
            return stack[place + 1 : place + 2]
    added = code.calls("add")
    own = [place for place, call in enumerate(added) if node in ast.walk(call)]
    return added[own[0] + 1 : own[0] + 2] if own else ()


def last_layers(code: Code) -> Sequence[ast.Call]:
    """The last layer of each list, and of those outside of lists the last of each scope."""
    ends = [stack[-1] for stack in stacks(code)]
    last = [end for end in ends if isinstance(end, ast.Call)]
    return [*last, *_last_of_scopes(code)]


def hidden_layers(code: Code) -> Sequence[ast.Call]:
    """Layers with units that no output comes from."""
    last = last_layers(code)
    return [layer for layer in code.calls(*WITH_UNITS) if layer not in last]


def activation_of(layer: ast.Call) -> ast.expr | None:
    """The node that names it, wherever it is given; None where the layer has none."""
    for keyword in layer.keywords:
        if keyword.arg == "activation":
            return keyword.value
    place = {"Dense": 1, "Activation": 0}.get(last_name(layer.func), len(layer.args))
    return layer.args[place] if len(layer.args) > place else None


def units_of(layer: ast.Call) -> ast.expr | None:
    """The node that says how many."""
    given = [one.value for one in layer.keywords if one.arg in ("units", "filters")]
    found = [*layer.args[:1], *given]
    return found[0] if found and last_name(layer.func) in WITH_UNITS else None


def trainings(code: Code) -> Sequence[ast.Call]:
    """Calls of ``fit`` that train a network, and no scaler."""
    calls = code.calls("fit")
    return [call for call in calls if _OF_TRAININGS & {one.arg for one in call.keywords}]


def losses(code: Code) -> Sequence[ast.expr]:
    """What ``compile`` is given as the loss."""
    found = []
    for call in code.calls("compile"):
        named = [keyword.value for keyword in call.keywords if keyword.arg == "loss"]
        found += named or call.args[1:2]
    return found


def targets(code: Code) -> frozenset[str]:
    """Names that ``fit`` is given as its targets."""
    found = []
    for call in trainings(code):
        found += [keyword.value for keyword in call.keywords if keyword.arg == "y"]
        found += call.args[1:2]
    return frozenset(
        node.id for one in found for node in ast.walk(one) if isinstance(node, ast.Name)
    )


def _last_of_scopes(code: Code) -> Iterable[ast.Call]:
    """In ``Dense(1)(Dense(8)(x))`` that is the outermost, which stands first."""
    found: dict[ast.AST, ast.Call] = {}
    for layer in code.calls(*WITH_UNITS):
        before = found.get(_scope_of(code, layer))
        same = before is not None and code.statement_of(before) is code.statement_of(layer)
        if not same and element_of_stack(code, layer) is None:
            found[_scope_of(code, layer)] = layer
    return found.values()


def _scope_of(code: Code, node: ast.AST) -> ast.AST:
    return next(one for one in code.parents(node) if isinstance(one, _SCOPES))
