"""A mapped function with the ``tf.function``s that it calls written out, so that one can see in."""

from typing import Any

from tensorflow.python.framework import convert_to_constants

from etude.worker.profile.mapped import MappedFunction

_CALLS = frozenset({"PartitionedCall", "StatefulPartitionedCall"})


def inlined(function: MappedFunction) -> MappedFunction:
    """The same function; unchanged where it calls none or TensorFlow cannot write it out."""
    if _CALLS.isdisjoint(node.op for node in function.graph_def.node):
        return function
    try:
        graph_def = _written_out(function.concrete)
    except Exception:  # a private function of TensorFlow: a later release may lack it
        return function
    names = {node.name for node in graph_def.node}
    kept = all(tensor.op.name in names for tensor in function.graph.inputs)
    return function.with_graph(graph_def) if kept else function


def _written_out(concrete: Any) -> Any:
    return convert_to_constants._run_inline_graph_optimization(
        concrete, lower_control_flow=False, aggressive_inlining=True
    )
