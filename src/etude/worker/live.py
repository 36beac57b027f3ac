"""The live objects of one run, as probes see them."""

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, TypeVar, cast

import keras
import numpy as np
import tensorflow as tf

from etude.checks.values import Value
from etude.domain.error import Error
from etude.worker.compiled import iterations_of
from etude.worker.data import describe_data
from etude.worker.errors import LearnerError, describe_error
from etude.worker.facts_writer import FactsWriter
from etude.worker.given import Given
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model
from etude.worker.saved_formats import describe_saved
from etude.worker.saved_models import open_saved_model
from etude.worker.tensors import to_numpy
from etude.worker.trained.training import Training

HIDDEN_INPUTS = "hidden_inputs.npz"
T = TypeVar("T")


class WorkerLive:
    """Implements ``etude.checks.live.Live``."""

    tf: Any = tf
    keras: Any = keras
    np: Any = np

    def __init__(
        self,
        *,
        module: types.ModuleType | None,
        files: LearnerFiles,
        facts: FactsWriter,
        last_training: Callable[[], Training | None],
    ) -> None:
        self._last_training = last_training
        self._module = module
        self._files = files
        self._facts = facts
        self._given = Given(self._look_up, self.learner)
        self._models: dict[str, Any] = {}
        self._made: dict[str, Any] = {}
        self._datasets: dict[str, Any] = {}

    @property
    def training_data(self) -> Any:
        """The dataset that checks looked at as training data, else the first; None without one."""
        named = [one for role, one in self._datasets.items() if "training" in role]
        return next(iter([*named, *self._datasets.values()]), None)

    def has(self, name: str) -> bool:
        return hasattr(self._module, name)

    def value(self, expression: Value) -> Any:
        return self._given.value(expression)

    def fresh(self, expression: Value) -> Any:
        return self._given.fresh(expression)

    def once(self, key: str, make: Callable[[], T]) -> T:
        if key not in self._made:
            try:
                self._made[key] = make()
            except LearnerError as error:
                self._made[key] = error
        made: Any = self._made[key]
        if isinstance(made, LearnerError):
            raise made
        return cast(T, made)

    @contextmanager
    def learner(self) -> Iterator[None]:
        try:
            yield
        except (LearnerError, MemoryError):
            raise
        except SystemExit as error:
            described = describe_error(error, self._files)
            message = f"the code called sys.exit({error.code!r})"
            raise LearnerError(
                Error(type="SystemExit", message=message, frames=described.frames)
            ) from None
        except BaseException as error:
            raise LearnerError(describe_error(error, self._files)) from error

    def batches(self, dataset: Any, count: int) -> list[Any]:
        with self.learner():
            return [tf.nest.map_structure(to_numpy, batch) for batch in dataset.take(count)]

    def describe_data(self, value: Any, *, role: str) -> dict[str, Any]:
        """A dataset is drawn from once, however many checks ask, and kept alive."""
        if not isinstance(value, tf.data.Dataset):
            return asdict(describe_data(value, role=role))
        self._datasets.setdefault(role, value)
        described, _ = self.once(
            f"data {id(value):x} {role}", lambda: (asdict(describe_data(value, role=role)), value)
        )
        return described

    def describe_model(self, model: Any) -> dict[str, Any]:
        """Anew when it has been trained or compiled since a check last asked."""
        state = f"{iterations_of(model)} {id(getattr(model, 'optimizer', None)):x}"
        described, _ = self.once(
            f"model {id(model):x} {state}", lambda: (asdict(describe_model(model)), model)
        )
        return described

    def describe_error(self, error: BaseException) -> dict[str, Any]:
        known = error.error if isinstance(error, LearnerError) else None
        return asdict(known or describe_error(error, self._files))

    def recorded(self, kind: str) -> Sequence[Mapping[str, Any]]:
        return self._facts.written(kind)

    def last_training(self) -> tuple[Any, Any] | None:
        last = self._last_training()
        if last is None:
            return None
        return last.train, None if last.by_split else last.validation

    def load_model(self, path: str) -> Any:
        if path not in self._models:
            self._models[path] = open_saved_model(path)
        return self._models[path]

    def describe_saved(self, path: str) -> dict[str, Any]:
        return describe_saved(path)

    def inputs(self, name: str) -> Any:
        with np.load(f"{name}_{HIDDEN_INPUTS}", allow_pickle=False) as stored:
            arrays = {key.removeprefix("inputs_"): stored[key] for key in stored.files}
        return arrays["inputs"] if list(arrays) == ["inputs"] else arrays

    def _look_up(self, name: str) -> Any:
        if not self.has(name):
            raise LearnerError(
                Error(type="NameError", message=f"the program does not define {name!r}")
            )
        return getattr(self._module, name)
