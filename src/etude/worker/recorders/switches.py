"""What a model of the program's own calls the argument that says whether it is training."""

import ast
import functools
import inspect
import textwrap
from collections.abc import Callable, Sequence
from typing import Any


@functools.lru_cache
def training_switches(call: Callable[..., Any]) -> Sequence[str]:
    """Parameters of a ``call`` that layers are handed as ``training``; none without its text."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(call)))
        parameters = inspect.signature(call).parameters
    except (OSError, TypeError, ValueError, SyntaxError):
        return ()
    handed = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "training"
        if isinstance(node.value, ast.Name)
    }
    return [name for name in parameters if name in handed]
