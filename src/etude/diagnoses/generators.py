"""``ImageDataGenerator`` and the iterators that it gives, as a source writes them."""

import ast

from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source, dotted_name, last_name

#: Which file came when: labels taken by it follow the shuffled order.
IN_ORDER_DRAWN = "index_array"

_CLASS = "ImageDataGenerator"
_FLOWS = ("flow", "flow_from_directory", "flow_from_dataframe")
#: Arguments that decide which numbers the model sees, in training and afterwards alike.
PREPARES = (
    *("rescale", "preprocessing_function", "samplewise_center", "samplewise_std_normalization"),
    *("featurewise_center", "featurewise_std_normalization", "zca_whitening"),
)


def flow_of(source: Source, node: ast.AST | None, *, before: int) -> ast.Call | None:
    """The call ``generator.flow...(...)`` behind an expression; None for anything else."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=before)
        above = min(value.lineno, before - 1) if value is not None else 0
        return flow_of(source, value, before=above)
    is_flow = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    if is_flow and isinstance(node, ast.Call) and dotted_name(node.func).split(".")[-1] in _FLOWS:
        return node
    return None


def maker_of(source: Source, flow: ast.Call) -> ast.Call | None:
    """The ``ImageDataGenerator(...)`` that a flow comes from, as far as it can be told."""
    owner: ast.AST | None = flow.func.value if isinstance(flow.func, ast.Attribute) else None
    if isinstance(owner, ast.Name):
        owner = value_of(source, owner.id, before=flow.lineno)
    if isinstance(owner, ast.Call) and last_name(owner.func) == _CLASS:
        return owner
    return None


def makers(source: Source) -> list[ast.Call]:
    """Every ``ImageDataGenerator(...)`` that is written down."""
    return source.calls(_CLASS)


def options(source: Source, call: ast.Call) -> dict[str, ast.expr] | None:
    """Named arguments, those of ``**settings`` included; None when these are not written down."""
    found: dict[str, ast.expr] = {}
    for keyword in call.keywords:
        if keyword.arg is not None:
            found[keyword.arg] = keyword.value
            continue
        spread = _dictionary(source, keyword.value, before=call.lineno)
        if spread is None:
            return None
        found |= spread
    return found


def _dictionary(source: Source, node: ast.AST | None, *, before: int) -> dict[str, ast.expr] | None:
    """``dict(a=1)`` or ``{"a": 1}``, also under a name."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=before)
    if isinstance(node, ast.Call) and dotted_name(node.func) == "dict" and not node.args:
        return {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        keys = [str(key.value) for key in node.keys if isinstance(key, ast.Constant)]
        return dict(zip(keys, node.values, strict=True))
    return None
