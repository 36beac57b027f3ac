"""A function given to ``map``, as a graph that can be changed and applied to another dataset.

The learner's Python is not called again for it, so nothing that it prints or counts happens twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tensorflow as tf

from etude.worker.lines import LearnerFiles
from etude.worker.node_lines import frame_of


@dataclass(frozen=True, slots=True, eq=False)
class MappedFunction:
    """The graph of a mapped function.

    Attributes:
      concrete: as TensorFlow traced it; never changed.
      graph_def: what is applied, possibly changed.
      outputs: names of the tensors that it gives.
      element_spec: of what it gives.
    """

    concrete: Any
    graph_def: Any
    outputs: Sequence[str]
    element_spec: Any

    @classmethod
    def of(cls, dataset: Any) -> "MappedFunction | None":
        """None where TensorFlow keeps the function elsewhere, or elements are not plain tensors."""
        function = getattr(getattr(dataset, "_map_func", None), "function", None)
        if function is None or not (_is_plain(dataset) and _is_plain(dataset._inputs()[0])):
            return None
        return cls(
            concrete=function,
            graph_def=function.graph.as_graph_def(),
            outputs=[tensor.name for tensor in function.graph.outputs],
            element_spec=dataset.element_spec,
        )

    @property
    def graph(self) -> Any:
        return self.concrete.graph

    def with_graph(self, graph_def: Any) -> "MappedFunction":
        """The same function with another graph in it."""
        return replace(self, graph_def=graph_def)

    def giving(self, *outputs: str) -> "MappedFunction":
        """The same function, stopped at tensors inside it."""
        spec = tuple(tf.TensorSpec(None) for _ in outputs)
        return replace(self, outputs=outputs, element_spec=spec)

    def on(self, source: Any, **how: Any) -> Any:
        """Applied to a dataset; ``how`` is given to ``map``."""
        return source.map(self._as_python(), **how)

    def line_of(self, node: str, files: LearnerFiles) -> int:
        """The learner's line that made a node, 0 when it is not known.

        A node of a function that was written out has the name of the call before its own.
        """
        while node:
            if frame := frame_of(self.graph, node, files):
                return frame.line
            node = node.partition("/")[2]
        return 0

    def _as_python(self) -> Callable[..., Any]:
        @tf.autograph.experimental.do_not_convert
        def imported(*element: Any) -> Any:
            here = tf.compat.v1.get_default_graph()
            captured = [here.capture(one) for one in self.concrete.captured_inputs]
            given = [*tf.nest.flatten(element), *captured]
            names = [tensor.name for tensor in self.graph.inputs]
            tensors = tf.graph_util.import_graph_def(
                self.graph_def,
                input_map=dict(zip(names, given, strict=True)),
                return_elements=list(self.outputs),
                name="profiled",
            )
            return tf.nest.pack_sequence_as(self.element_spec, tensors)

        return imported


def _is_plain(dataset: Any) -> bool:
    """Whether elements consist of nothing but dense tensors."""
    leaves = tf.nest.flatten(dataset.element_spec)
    return all(isinstance(leaf, tf.TensorSpec) for leaf in leaves)
