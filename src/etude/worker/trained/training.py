"""What the last ``fit`` of a program was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from etude.domain.observations import Loss
from etude.worker.compiled import describe_compiled
from etude.worker.trained.examples import rows_between

_NAMED = ("self", "x", "y", "validation_data")


@dataclass(frozen=True, slots=True)
class Training:
    """A ``fit`` that came to its end, with its model and data as they live on.

    Attributes:
      by_split: the validation data are the end of ``train``, which Keras left out.
      fit: its number among those of the program.
      arguments: the other ones of ``fit``.
      before: ``id`` of a weight -> its values before, empty where it had no weights yet; None
        where it had been trained already, or is too large to be copied.
    """

    model: Any
    train: Any
    validation: Any
    by_split: bool = False
    fit: int = 0
    arguments: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[int, Any] | None = None


def training_of(
    given: Mapping[str, Any], *, fit: int, before: Mapping[int, Any] | None
) -> Training:
    """Args:
    given: the arguments of ``fit`` by name, ``self`` among them.
    fit, before: as in ``Training``.
    """
    x, y = given.get("x"), given.get("y")
    train = x if y is None else (x, y)
    validation = given.get("validation_data")
    split = validation is None
    if split:
        validation = _held_out(x, y, given.get("validation_split") or 0.0)
    others = {name: value for name, value in given.items() if name not in _NAMED}
    return Training(
        given["self"], train, validation, by_split=split, fit=fit, arguments=others, before=before
    )


def only_loss(training: Training) -> Loss | None:
    """What it was trained to make small; None where that is not one loss."""
    compiled = describe_compiled(training.model, line=0)
    losses = compiled.losses if compiled else ()
    return losses[0] if len(losses) == 1 else None


def labelled(training: Training) -> tuple[str, Any]:
    """The role and the data that a model is judged by: held out where there are such."""
    if training.validation is None:
        return "fit", training.train
    return "validation", training.validation


def _held_out(x: Any, y: Any, split: float) -> Any:
    """The end of the arrays, which Keras keeps for validation."""
    if not split or not all(isinstance(one, np.ndarray) or hasattr(one, "iloc") for one in (x, y)):
        return None
    start = int(np.floor(len(x) * (1.0 - split)))
    return rows_between(x, start), rows_between(y, start)
