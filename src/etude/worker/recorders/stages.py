"""Every tf.data transformation leaves its name, line and parameters on the dataset it returns.

The public methods are wrapped, so the order is the real one even through helper functions and
``image_dataset_from_directory``. The serialised graph holds the same order but copies the data of
``from_tensor_slices`` into it; a test keeps the two in agreement.
"""

import functools
import inspect
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from etude.domain.observations import Stage
from etude.worker.lines import LearnerFiles

_ATTRIBUTE = "_etude_link"
_METHODS = (
    "apply batch bucket_by_sequence_length cache concatenate enumerate filter flat_map "
    "group_by_window interleave map padded_batch prefetch ragged_batch rebatch rejection_resample "
    "repeat scan shard shuffle skip snapshot sparse_batch take take_while unbatch unique window "
    "with_options ignore_errors"
).split()
_SOURCES = (
    "choose_from_datasets from_generator from_tensor_slices from_tensors list_files load random "
    "range sample_from_datasets zip"
).split()
_NOT_PARAMETERS = {"self", "tensors", "map_func", "predicate", "transformation_func", "generator"}
_PLUMBING = {"Placeholder", "NoOp", "Identity", "Const", "_Arg", "_Retval", "Pack", "StridedSlice"}


@dataclass(frozen=True, slots=True)
class Link:
    """A stage and the dataset it was applied to."""

    stage: Stage
    parent: Any


def install(files: LearnerFiles) -> None:
    """Wraps the public methods of ``tf.data.Dataset``."""
    recorder = _StageRecorder(files)
    for name in _METHODS:
        recorder.wrap_method(name)
    for name in _SOURCES:
        recorder.wrap_source(name)


def chain_of(dataset: Any) -> list[Link]:
    """Stages from the source to the last one."""
    links: list[Link] = []
    while dataset is not None:
        link = getattr(dataset, _ATTRIBUTE, None) or _unrecorded(dataset)
        links.append(link)
        dataset = link.parent
    return links[::-1]


def _unrecorded(dataset: Any) -> Link:
    """A dataset made without a public method, such as TFRecordDataset."""
    inputs = dataset._inputs() if hasattr(dataset, "_inputs") else []
    name = type(dataset).__name__.strip("_").removesuffix("V2").removesuffix("V1")
    return Link(Stage(op=name), inputs[0] if inputs else None)


class _StageRecorder:
    def __init__(self, files: LearnerFiles) -> None:
        self._files = files
        self._inside = threading.local()

    def wrap_method(self, name: str) -> None:
        original = getattr(tf.data.Dataset, name, None)
        if original is not None:
            setattr(tf.data.Dataset, name, self._wrapped(name, original, has_parent=True))

    def wrap_source(self, name: str) -> None:
        original = getattr(tf.data.Dataset, name, None)
        if original is not None:
            wrapped = self._wrapped(name, original, has_parent=False)
            setattr(tf.data.Dataset, name, staticmethod(wrapped))

    def _wrapped(self, op: str, original: Callable[..., Any], *, has_parent: bool) -> Any:
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
            parameters = _parameters(signature, args, kwargs)
            stage = Stage(
                op=op, line=self._files.line(), parameters=parameters, ops=_mapped_ops(result)
            )
            return _attached(result, Link(stage, args[0] if has_parent else None))

        return tf.autograph.experimental.do_not_convert(recorded)


def _attached(dataset: Any, link: Link) -> Any:
    object.__setattr__(dataset, _ATTRIBUTE, link)
    return dataset


def _parameters(signature: inspect.Signature, args: Any, kwargs: Any) -> dict[str, Any]:
    bound = signature.bind_partial(*args, **kwargs)
    bound.apply_defaults()
    return {
        name: _plain(value)
        for name, value in bound.arguments.items()
        if name not in _NOT_PARAMETERS and _plain(value) is not None
    }


def _plain(value: Any) -> Any:
    """Numbers, flags and text as they are; an eager scalar as a number; anything else left out."""
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tf.Tensor) and value.shape.rank == 0 and hasattr(value, "numpy"):
        return value.numpy().item()
    return None


def _mapped_ops(dataset: Any) -> list[str]:
    try:
        graph = dataset._map_func.function.graph
    except AttributeError:
        return []
    return [op.type for op in graph.get_operations() if op.type not in _PLUMBING]
