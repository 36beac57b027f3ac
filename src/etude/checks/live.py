"""What a probe may ask for inside the sandbox."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

from etude.checks.values import Value

Facts = Mapping[str, Any]
T = TypeVar("T")


class Live(Protocol):
    """Live objects of one run; implemented by the worker, so no check imports TensorFlow."""

    tf: Any
    keras: Any
    np: Any

    def has(self, name: str) -> bool:
        """Whether the learner's program defines this global name."""

    def value(self, expression: Value) -> Any:
        """The value of an expression; equal expressions are evaluated once per run.

        Raises:
          LearnerError: the learner's code raised, or does not define the name.
        """

    def fresh(self, expression: Value) -> Any:
        """The value of an expression, evaluated anew."""

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What ``make`` gives (or raises), made once per run and shared by all checks."""

    def learner(self) -> AbstractContextManager[None]:
        """Marks code whose exceptions are the learner's, such as iterating over their dataset."""

    def batches(self, dataset: Any, count: int) -> list[Any]:
        """The first batches of a learner's dataset as nested NumPy arrays."""

    def describe_data(self, value: Any, *, role: str) -> dict[str, Any]:
        """Fields of an ``observations.Data``, with a sample."""

    def describe_model(self, model: Any) -> dict[str, Any]:
        """Fields of an ``observations.Model``."""

    def describe_error(self, error: BaseException) -> dict[str, Any]:
        """Fields of an ``domain.error.Error``, for a check that expects one."""

    def recorded(self, kind: str) -> Sequence[Mapping[str, Any]]:
        """Frames of this kind recorded so far: "fit", "epoch", "fit_end", "call", "warning"."""

    def last_training(self) -> tuple[Any, Any] | None:
        """Training and validation data of the last ``fit`` of the learner's that came to its end,
        as it was given them; None without one, and in place of validation data by a split."""

    def load_model(self, path: str) -> Any:
        """A saved model, loaded in safe mode without compiling; only in a clean child.

        One in a ``.tflite`` file, and the serving signature of a SavedModel (a folder, whose name
        ends in "/"), come as functions of batches that have no weights to look at.
        """

    def describe_saved(self, path: str) -> dict[str, Any]:
        """What a saved model of any format tells without running its code: "model" (fields of an
        ``observations.Model``), or "config" and "training" (JSON of an .h5 file), "weights" (their
        shapes by name), "signatures" (of a SavedModel), "lite" (inputs, outputs, operators and
        types of tensors of a .tflite file); only in a clean child."""

    def inputs(self, name: str) -> Any:
        """Inputs of a hidden set, an array or a dict of arrays; only in a clean child."""
