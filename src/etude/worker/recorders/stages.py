"""Every tf.data transformation leaves its name, line and parameters on the dataset it returns.

The public methods are wrapped, so the order is the real one even through helper functions and
``image_dataset_from_directory``. The serialised graph holds the same order but copies the data of
``from_tensor_slices`` into it; a test keeps the two in agreement.
"""

import functools
import inspect
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from tensorflow.python.autograph.impl.api import autograph_artifact

from etude.domain.observations import Stage
from etude.worker.lines import LearnerFiles
from etude.worker.node_lines import remember
from etude.worker.recorders.label_order import label_order

_ATTRIBUTE = "_etude_link"
_METHODS = (
    "batch bucket_by_sequence_length cache concatenate enumerate filter flat_map "
    "group_by_window interleave map padded_batch prefetch ragged_batch rebatch rejection_resample "
    "repeat scan shard shuffle skip snapshot sparse_batch take take_while unbatch unique window "
    "with_options ignore_errors"
).split()
_SOURCES = (
    "choose_from_datasets from_generator from_tensor_slices from_tensors list_files load random "
    "range sample_from_datasets zip"
).split()
_NOT_PARAMETERS = {"self", "tensors", "generator", "datasets", "dataset"}
_FUNCTIONS = ("map_func", "predicate", "key_func", "scan_func")
_PLUMBING = {"Placeholder", "NoOp", "Identity", "Const", "_Arg", "_Retval", "Pack", "StridedSlice"}
_MOST_OPS = 2000
_DEEPEST_CALL = 8


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A stage, the datasets it was applied to, and how to apply it to another one."""

    stage: Stage
    parents: tuple[Any, ...] = ()
    again: Callable[[Any], Any] | None = None

    @property
    def parent(self) -> Any:
        """The one dataset below, None for a source and where branches meet."""
        return self.parents[0] if len(self.parents) == 1 else None


def install(files: LearnerFiles) -> None:
    """Wraps the public methods of ``tf.data.Dataset``."""
    recorder = _StageRecorder(files)
    for name in _METHODS:
        recorder.wrap_method(name)
    for name in _SOURCES:
        recorder.wrap_source(name)
    recorder.open_apply()


def link_of(dataset: Any) -> Link:
    """The stage that made this dataset."""
    return getattr(dataset, _ATTRIBUTE, None) or _unrecorded(dataset)


def chain_of(dataset: Any) -> list[Link]:
    """Links from the source, or from where branches meet, to the last stage."""
    links: list[Link] = []
    while dataset is not None:
        links.append(link_of(dataset))
        dataset = links[-1].parent
    return links[::-1]


def stages_of(dataset: Any) -> list[Stage]:
    """Stages from the sources to the last one, branches one after the other.

    What two branches share comes once.
    """
    found: list[Stage] = []
    _walk(dataset, found, {})
    return found


def _walk(dataset: Any, found: list[Stage], seen: dict[int, Any]) -> None:
    if id(dataset) in seen:
        return
    seen[id(dataset)] = dataset  # held, so that no other object takes its id meanwhile
    link = link_of(dataset)
    for parent in link.parents:
        _walk(parent, found, seen)
    found.append(link.stage)


def _unrecorded(dataset: Any, line: int = 0) -> Link:
    """A dataset made without a public method, such as TFRecordDataset."""
    inputs = dataset._inputs() if hasattr(dataset, "_inputs") else []
    name = type(dataset).__name__.strip("_").removesuffix("V2").removesuffix("V1")
    return Link(Stage(op=name, line=line), tuple(inputs))


class _StageRecorder:
    def __init__(self, files: LearnerFiles) -> None:
        self._files = files
        self._inside = threading.local()

    def wrap_method(self, name: str) -> None:
        original = getattr(tf.data.Dataset, name, None)
        if original is not None:
            setattr(tf.data.Dataset, name, self._wrapped(name, original))

    def wrap_source(self, name: str) -> None:
        original = getattr(tf.data.Dataset, name, None)
        if original is not None:
            setattr(tf.data.Dataset, name, staticmethod(self._wrapped(name, original)))

    def open_apply(self) -> None:
        """What ``apply`` calls is recorded for itself; only an unknown result gets its line."""
        original = tf.data.Dataset.apply

        @functools.wraps(original)
        def apply(*args: Any, **kwargs: Any) -> Any:
            result = original(*args, **kwargs)
            if not hasattr(result, _ATTRIBUTE):
                _attach(result, _unrecorded(result, self._files.line()))
            return result

        tf.data.Dataset.apply = autograph_artifact(apply)

    def _wrapped(self, op: str, original: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(original)

        @functools.wraps(original)
        def recorded(*args: Any, **kwargs: Any) -> Any:
            if getattr(self._inside, "active", False):  # one public method may use another
                return original(*args, **kwargs)
            self._inside.active = True
            try:
                result = original(*args, **kwargs)
            finally:
                self._inside.active = False
            stage = Stage(
                op=op,
                line=self._files.line(),
                parameters=_parameters(signature, args, kwargs) | _source_facts(op, result),
                ops=_mapped_ops(result),
            )
            again = functools.partial(_again, original, args[1:], kwargs)
            _attach(result, Link(stage, tuple(_datasets_in([*args, *kwargs.values()])), again))
            return result

        # AutoGraph must neither convert this wrapper nor be switched off below it, where the
        # learner's mapped function is traced; ``do_not_convert`` would do the latter.
        return autograph_artifact(recorded)


def _again(original: Callable[..., Any], args: Any, kwargs: Any, parent: Any) -> Any:
    return original(parent, *args, **kwargs)


def _attach(dataset: Any, link: Link) -> None:
    object.__setattr__(dataset, _ATTRIBUTE, link)


def _datasets_in(value: Any) -> Iterator[Any]:
    """Datasets among arguments, nested ones included."""
    if isinstance(value, tf.data.Dataset):
        yield value
    elif isinstance(value, dict):
        yield from _datasets_in(list(value.values()))
    elif isinstance(value, tuple | list):
        for item in value:
            if isinstance(item, tf.data.Dataset | dict | tuple | list):
                yield from _datasets_in(item)


def _parameters(signature: inspect.Signature, args: Any, kwargs: Any) -> dict[str, Any]:
    bound = signature.bind_partial(*args, **kwargs)
    bound.apply_defaults()
    given = {name: value for name, value in bound.arguments.items() if name not in _NOT_PARAMETERS}
    plain = {name: _plain(value) for name, value in given.items()}
    functions = [given[name] for name in _FUNCTIONS if callable(given.get(name))]
    plain["function"] = getattr(functions[0], "__name__", None) if functions else None
    return {name: value for name, value in plain.items() if value is not None}


def _plain(value: Any) -> Any:
    """Numbers, flags and text as they are; an eager scalar as a number; anything else left out."""
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tf.Tensor) and value.shape.rank == 0 and hasattr(value, "numpy"):
        value = value.numpy()
    return _plain(value.item()) if isinstance(value, np.generic) else None


def _source_facts(op: str, dataset: Any) -> dict[str, int]:
    if op == "from_tensor_slices":
        return label_order(getattr(dataset, "_tensors", ()))
    if op == "list_files":
        return {"elements": int(dataset.cardinality())}
    return {}


def _mapped_ops(dataset: Any) -> list[str]:
    """Op types inside the mapped function, functions that it calls included."""
    for name in ("_map_func", "_predicate"):
        function = getattr(dataset, name, None)
        if function is not None:
            remember(function.function.graph)
            return list(_ops_of(function.function.graph))
    return []


def _ops_of(graph: Any) -> Iterator[str]:
    inner = getattr(graph, "_functions", {})
    for operation in graph.get_operations()[:_MOST_OPS]:
        yield from _expanded(operation.node_def, inner, 0)


def _expanded(node: Any, inner: dict[str, Any], depth: int) -> Iterator[str]:
    """The op's type, then those of the functions it calls: branches, loops, a ``tf.function``."""
    called = [name for attribute in node.attr.values() for name in _function_names(attribute)]
    if node.op not in _PLUMBING and not node.op.endswith("PartitionedCall"):
        yield node.op
    for name in called:
        if name in inner and depth < _DEEPEST_CALL:
            for inner_node in inner[name].cached_definition.node_def[:_MOST_OPS]:
                yield from _expanded(inner_node, inner, depth + 1)


def _function_names(attribute: Any) -> Iterator[str]:
    if attribute.HasField("func"):
        yield attribute.func.name
    for function in attribute.list.func:
        yield function.name
