"""Every tf.data transformation leaves its name, line and parameters on the dataset it returns.

The public methods are wrapped, so the order is the real one even through helper functions and
``image_dataset_from_directory``. The serialised graph holds the same order but copies the data of
``from_tensor_slices`` into it; a test keeps the two in agreement.
"""

import functools
import inspect
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import tensorflow as tf
from tensorflow.python.autograph.impl.api import autograph_artifact

from etude.domain.observations import Call, Stage
from etude.worker.facts_writer import FactsWriter
from etude.worker.label_order import label_order
from etude.worker.lines import LearnerFiles
from etude.worker.links import Link, attach, is_recorded, shared_by, unrecorded
from etude.worker.node_lines import remember
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.python_random import PythonRandom
from etude.worker.recorders.single_elements import MANY, counted
from etude.worker.series import series_facts

_METHODS = (
    *("batch", "bucket_by_sequence_length", "cache", "concatenate", "enumerate", "filter"),
    *("flat_map", "group_by_window", "interleave", "map", "padded_batch", "prefetch"),
    *("ragged_batch", "rebatch", "rejection_resample", "repeat", "scan", "shard", "shuffle"),
    *("skip", "snapshot", "sparse_batch", "take", "take_while", "unbatch", "unique", "window"),
    *("with_options", "ignore_errors"),
)
_SOURCES = (
    *("choose_from_datasets", "from_generator", "from_tensor_slices", "from_tensors"),
    *("list_files", "load", "random", "range", "sample_from_datasets", "zip"),
)
_JOINING = {"concatenate", "zip", "sample_from_datasets", "choose_from_datasets"}
_NOT_PARAMETERS = {"self", "tensors", "generator", "datasets", "dataset"}
_FUNCTIONS = ("map_func", "predicate", "key_func", "scan_func", "generator")
_TRACED_ONCE = {"map", "flat_map", "interleave", "filter"}
_PLUMBING = {"Placeholder", "NoOp", "Identity", "Const", "_Arg", "_Retval", "Pack", "StridedSlice"}
_MOST_OPS = 2000
_DEEPEST_CALL = 8


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps the public methods of ``tf.data.Dataset``."""
    recorder = _StageRecorder(files, facts)
    for name in _METHODS:
        recorder.wrap_method(name)
    for name in _SOURCES:
        recorder.wrap_source(name)
    recorder.open_apply()


class _StageRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
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
            with harmless(self._facts, "stages"):
                if isinstance(result, tf.data.Dataset) and not is_recorded(result):
                    attach(result, unrecorded(result, self._files.line()))
            return result

        tf.data.Dataset.apply = autograph_artifact(apply)

    def _wrapped(self, op: str, original: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(original)

        @functools.wraps(original)
        def recorded(*args: Any, **kwargs: Any) -> Any:
            if getattr(self._inside, "active", False):  # one public method may use another
                return original(*args, **kwargs)
            self._inside.active = True
            handed, named, random = args, kwargs, None
            with harmless(self._facts, "stages"):
                random = _random_before(op, signature, args, kwargs)
                if op == "from_generator":
                    handed, named = self._counted(args, kwargs)
            try:
                result = original(*handed, **named)
            finally:
                self._inside.active = False
            with harmless(self._facts, "stages"):
                parameters = _parameters(signature, args, kwargs) | _source_facts(op, result)
                if random is not None and (drawn := random.drawn()):
                    parameters["python_random"] = drawn
                if op == "zip" and (line := _shuffled_before_parting(args, kwargs)):
                    parameters["parted_after_shuffle"] = line
                nodes = _mapped_nodes(result)
                if _draws_the_same_anew(nodes):
                    parameters["random_seeded"] = True
                stage = Stage(
                    op=op,
                    line=self._files.line(),
                    parameters=parameters,
                    ops=[node.op for node in nodes],
                )
                again = functools.partial(_again, original, args[1:], kwargs)
                attach(result, Link(stage, _parents(op, args, kwargs), again))
            return result

        # AutoGraph must neither convert this wrapper nor be switched off below it, where the
        # learner's mapped function is traced; ``do_not_convert`` would do the latter.
        return autograph_artifact(recorded)

    def _counted(self, args: Any, kwargs: Any) -> tuple[Any, Any]:
        """The same arguments, with a generator that counts what it gives."""
        line = self._files.line()

        def tell(seconds: float) -> None:
            with harmless(self._facts, "stages"):
                given = {"elements": MANY, "seconds": seconds}
                call = Call(name="from_generator.elements", line=line, arguments=given)
                self._facts.emit("call", **asdict(call))

        if args:
            return (counted(args[0], tell), *args[1:]), kwargs
        if "generator" in kwargs:
            return args, kwargs | {"generator": counted(kwargs["generator"], tell)}
        return args, kwargs


def _random_before(
    op: str, signature: inspect.Signature, args: Any, kwargs: Any
) -> PythonRandom | None:
    """The generators as they are before a function is traced."""
    return PythonRandom(_functions(signature, args, kwargs)) if op in _TRACED_ONCE else None


def _again(original: Callable[..., Any], args: Any, kwargs: Any, parent: Any) -> Any:
    return original(parent, *args, **kwargs)


def _shuffled_before_parting(args: Any, kwargs: Any) -> int:
    """The line of a shuffle that two of the zipped datasets come from, each of which lets it deal
    anew for itself; 0 without one.
    """
    shared = shared_by(_parents("zip", args, kwargs))
    if any(one.op == "cache" for one in shared):
        return 0  # it may hold one order for all
    dealing = (one for one in shared if one.op == "shuffle")
    anew = (one for one in dealing if one.parameters.get("reshuffle_each_iteration") is not False)
    return next((one.line for one in anew), 0)


def _parents(op: str, args: Any, kwargs: Any) -> tuple[Any, ...]:
    """The datasets that a stage is applied to; only a few stages take more than one."""
    if op in _JOINING:
        return tuple(_datasets_in([*args, *kwargs.values()]))
    return args[:1] if op in _METHODS else ()


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


def _bound(signature: inspect.Signature, args: Any, kwargs: Any) -> dict[str, Any]:
    bound = signature.bind_partial(*args, **kwargs)
    bound.apply_defaults()
    return dict(bound.arguments)


def _functions(signature: inspect.Signature, args: Any, kwargs: Any) -> list[Any]:
    given = _bound(signature, args, kwargs)
    return [given[name] for name in _FUNCTIONS if callable(given.get(name))]


def _parameters(signature: inspect.Signature, args: Any, kwargs: Any) -> dict[str, Any]:
    bound = _bound(signature, args, kwargs)
    given = {name: value for name, value in bound.items() if name not in _NOT_PARAMETERS}
    plain = {name: _plain(value) for name, value in given.items()}
    functions = _functions(signature, args, kwargs)
    plain["function"] = _name(functions[0]) if functions else None
    if isinstance(options := given.get("options"), tf.data.Options):
        plain |= _options(options)
    return {name: value for name, value in plain.items() if value is not None}


def _name(function: Any) -> str:
    """Of an object that can be called it is its class's, of a partial that of what it calls."""
    function = getattr(function, "func", function)
    return str(getattr(function, "__name__", type(function).__name__))


def _options(options: Any) -> dict[str, Any]:
    """The options that change what a pipeline does or how fast it is; None where not set."""
    optimisation = options.experimental_optimization
    return {
        "deterministic": options.deterministic,
        "autotune": options.autotune.enabled,
        "inject_prefetch": optimisation.inject_prefetch,
        "apply_default_optimizations": optimisation.apply_default_optimizations,
    }


def _plain(value: Any) -> Any:
    """Numbers, flags and text as they are; an eager scalar as a number; anything else left out."""
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, tf.Tensor) and value.shape.rank == 0 and hasattr(value, "numpy"):
        value = value.numpy()
    return _plain(value.item()) if isinstance(value, np.generic) else None


def _source_facts(op: str, dataset: Any) -> dict[str, Any]:
    if op == "from_tensor_slices":
        tensors: Any = getattr(dataset, "_tensors", ())
        return label_order(tensors) | (series_facts(tensors[0]) if len(tensors) == 1 else {})
    if op == "list_files":
        return {"elements": int(dataset.cardinality())}
    return {}


def _draws_the_same_anew(nodes: Sequence[Any]) -> bool:
    """Whether random numbers are drawn, and a seed, of the op or of TensorFlow, rules all of them:
    each pass over a dataset then begins with the first of them again.
    """
    drawing = [node for node in nodes if {"seed", "seed2"} <= set(node.attr)]
    return bool(drawing) and all(node.attr["seed"].i or node.attr["seed2"].i for node in drawing)


def _mapped_nodes(dataset: Any) -> list[Any]:
    """Ops inside the mapped function, as its graph holds them, those of functions that it calls
    included.
    """
    for name in ("_map_func", "_predicate"):
        function = getattr(dataset, name, None)
        if function is not None:
            remember(function.function.graph)
            return list(_nodes_of(function.function.graph))
    return []


def _nodes_of(graph: Any) -> Iterator[Any]:
    inner = getattr(graph, "_functions", {})
    for operation in graph.get_operations()[:_MOST_OPS]:
        yield from _expanded(operation.node_def, inner, 0)


def _expanded(node: Any, inner: dict[str, Any], depth: int) -> Iterator[Any]:
    """The op, then those of the functions it calls: branches, loops, a ``tf.function``."""
    called = [name for attribute in node.attr.values() for name in _function_names(attribute)]
    if node.op not in _PLUMBING and not node.op.endswith("PartitionedCall"):
        yield node
    for name in called:
        if name in inner and depth < _DEEPEST_CALL:
            for inner_node in inner[name].cached_definition.node_def[:_MOST_OPS]:
                yield from _expanded(inner_node, inner, depth + 1)


def _function_names(attribute: Any) -> Iterator[str]:
    if attribute.HasField("func"):
        yield attribute.func.name
    for function in attribute.list.func:
        yield function.name
