"""Which lines of the learner's program made a node of a mapped function.

TensorFlow tells the lines of a node that fails inside a ``tf.function``, but not inside ``map``.
"""

import linecache
import re
import weakref
from collections.abc import Iterator
from typing import Any

from etude.domain.error import ErrorFrame
from etude.worker.lines import LearnerFiles

_NODE = re.compile(r"\{\{node ([^}]+)\}\}")
_graphs: "weakref.WeakSet[Any]" = weakref.WeakSet()


def remember(graph: Any) -> None:
    """Keeps a mapped function's graph in sight for as long as its pipeline lives."""
    _graphs.add(graph)


def frames_of_nodes(message: str, files: LearnerFiles) -> list[ErrorFrame]:
    """The innermost learner's frame of the first node in ``message`` that is known."""
    for name in _NODE.findall(message):
        for graph in list(_graphs):
            if frame := frame_of(graph, name, files):
                return [frame]
    return []


def frame_of(graph: Any, node: str, files: LearnerFiles) -> ErrorFrame | None:
    """The innermost learner's frame that made a node of this graph or of a branch in it."""
    frames = (_innermost(inner, node, files) for inner in _with_branches(graph))
    return next((frame for frame in frames if frame), None)


def _with_branches(graph: Any) -> Iterator[Any]:
    """The graph and those of its conditions and loops."""
    yield graph
    for function in getattr(graph, "_functions", {}).values():
        inner = getattr(function, "graph", None)
        if inner is not None:
            yield inner


def _innermost(graph: Any, node: str, files: LearnerFiles) -> ErrorFrame | None:
    try:
        stack = list(graph.get_operation_by_name(node).traceback)
    except (KeyError, ValueError, AttributeError):
        return None
    for entry in reversed(stack):
        if name := files.name_of(entry.filename):
            line = int(entry.lineno)
            text = linecache.getline(entry.filename, line).strip()
            return ErrorFrame(file=name, line=line, function=entry.name or "<lambda>", text=text)
    return None
