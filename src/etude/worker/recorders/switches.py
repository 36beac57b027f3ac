"""What a model of the program's own calls the argument that says whether it is training."""

import ast
import functools
import inspect
import textwrap
from collections.abc import Sequence


@functools.lru_cache
def training_switches(model_class: type) -> Sequence[str]:
    """Parameters of its ``call`` that layers are handed as ``training``; none without its text."""
    try:
        call = vars(model_class)["call"]
        tree = ast.parse(textwrap.dedent(inspect.getsource(call)))
        parameters = inspect.signature(call).parameters
    except (KeyError, OSError, TypeError, ValueError, SyntaxError):
        return ()
    handed = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "training"
        if isinstance(node.value, ast.Name)
    }
    return [name for name in parameters if name in handed]
