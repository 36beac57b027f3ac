"""Callbacks: where the learner's code makes each, what it was set to, and how it ended."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

import keras
import numpy as np

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless

_BIRTH = "_etude_birth"
_OURS = "etude."
_MOST_CREATED = 500
_MOST_ITEMS = 200
_LONGEST = 500


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Notes the line of every callback that the learner's code creates."""
    callback_class = keras.callbacks.Callback
    callback_class.__new__ = staticmethod(_noting_birth(callback_class, files, facts))


def _noting_birth(
    callback_class: Any, files: LearnerFiles, facts: FactsWriter
) -> Callable[..., Any]:
    numbers = itertools.count(1)

    def create(kind: type, *args: Any, **kwargs: Any) -> Any:
        following = super(callback_class, kind).__new__
        created = (
            following(kind) if following is object.__new__ else following(kind, *args, **kwargs)
        )
        if not kind.__module__.startswith(_OURS) and files.called_by_learner():
            with harmless(facts, "callbacks"):
                note_birth(created, number=next(numbers))
        return created

    def note_birth(created: Any, *, number: int) -> None:
        kind, line = type(created), files.line()
        created.__dict__[_BIRTH] = {"key": str(number), "line": line}
        if number <= _MOST_CREATED:
            fields = {"key": str(number), "class": kind.__name__, "bases": bases_of(kind)}
            call = observations.Call(name="callback", line=line, arguments=fields)
            facts.emit("call", **asdict(call))

    return create


def callbacks_in(given: Any) -> list[Any]:
    """The callbacks in whatever was given to ``fit``."""
    if isinstance(given, keras.callbacks.CallbackList):
        return list(given.callbacks)
    return [item for item in keras.tree.flatten(given) if item is not None]


def describe_callback(callback: Any) -> observations.Callback:
    """Public attributes, and ``direction``: "min" or "max" once Keras has settled it."""
    attributes = getattr(callback, "__dict__", {})
    birth = attributes.get(_BIRTH, {})
    options = dict(_public(attributes))
    if (direction := _direction(attributes.get("monitor_op"))) is not None:
        options["direction"] = direction
    return observations.Callback(
        kind=type(callback).__name__,
        line=birth.get("line", 0),
        options=options,
        bases=bases_of(type(callback)),
        key=birth.get("key", ""),
    )


def bases_of(kind: type) -> Sequence[str]:
    """The class's name and those it derives from, nearest first, up to Keras's own base."""
    names = [base.__name__ for base in kind.__mro__]
    return names[: names.index("Callback")] if "Callback" in names else names[:-1]


def _public(attributes: Any) -> Iterator[tuple[str, Any]]:
    for name, value in list(attributes.items()):
        if name[0] != "_" and name != "params" and (simple := plain(value)) is not None:
            yield name, simple


def plain(value: Any) -> Any:
    """Numbers, flags, text and small dicts of them; None for anything else."""
    if isinstance(value, str):
        return value[:_LONGEST]
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, dict) and len(value) <= _MOST_ITEMS:
        return {str(key): plain(item) for key, item in value.items()}
    return None


def _direction(better: Any) -> str | None:
    """Which way ``better(new, best)`` goes; Keras has used NumPy's, its own and lambdas."""
    if not callable(better):
        return None
    try:
        return "max" if bool(better(1.0, 0.0)) else "min"
    except Exception:
        return None
