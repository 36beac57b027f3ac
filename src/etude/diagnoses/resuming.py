"""Questions about programs that take up a training where an earlier run has left it."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import calls_in
from etude.diagnoses.source import Source, last_name

_LOADS = ("load_weights", "load_model", "restore", "read", "restore_or_initialize")
_THERE = ("exists", "isfile", "is_file", "isdir", "is_dir", "latest_checkpoint", "listdir")


def taken_up(source: Source) -> ast.Call | None:
    """The call that loads what an earlier run has left, if it has left anything."""
    return next(_loads_if_there(source), None)


def _loads_if_there(source: Source) -> Iterator[ast.Call]:
    """Loading behind a question, or of whatever checkpoint is the latest."""
    for node in source.nodes:
        if isinstance(node, ast.If) and _asks(node.test):
            for statement in node.body:
                yield from (call for call in calls_in(statement) if _last(call) in _LOADS)
        elif isinstance(node, ast.Call) and _last(node) in _LOADS and _asks(*node.args):
            yield node


def _asks(*nodes: ast.AST) -> bool:
    """Whether these look for something that may be there."""
    inner = (one for node in nodes for one in ast.walk(node))
    return any(last_name(one) in _THERE for one in inner)


def _last(call: ast.Call) -> str:
    return last_name(call.func)
