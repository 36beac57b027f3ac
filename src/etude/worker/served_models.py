"""Opens a SavedModel, a folder that learner code has exported, and asks its serving signature.

The graph in it is run as it stands, which is what a server does; in a clean child alone, whose
limits hold whatever it does.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any

import tensorflow as tf

from etude.checks.serves import SIGNATURE, of_rank
from etude.domain.error import Error
from etude.worker.errors import LearnerError
from etude.worker.essence import essence


class ServedModel:
    """A signature as a function of batches; nothing is cast for it, since clients do not either."""

    # What is in the folder are variables of TensorFlow; nothing of them is a Keras layer.
    weights: Sequence[Any] = ()

    def __init__(self, loaded: Any) -> None:
        self._loaded = loaded  # the signature holds its variables only as long as this lives
        self._serve = loaded.signatures[SIGNATURE]
        self._takes: Mapping[str, Any] = self._serve.structured_input_signature[1]

    def __call__(self, batch: Any, training: bool = False) -> Any:
        """The only output, or a dict of several.

        Args:
          batch: one array, or a dict of arrays by the name of the input.

        Raises:
          ValueError: the signature takes something else, and what.
        """
        given = self._named(batch)
        if set(given) != set(self._takes):
            raise ValueError(f"its signature takes {self._told()}")
        outputs = self._serve(**{name: self._as_taken(name, of) for name, of in given.items()})
        return next(iter(outputs.values())) if len(outputs) == 1 else dict(outputs)

    def _named(self, batch: Any) -> Mapping[str, Any]:
        """A single input may have any name, unless it is given by name."""
        if isinstance(batch, Mapping):
            return batch
        return {next(iter(self._takes)): batch} if len(self._takes) == 1 else {"": batch}

    def _as_taken(self, name: str, array: Any) -> Any:
        spec = self._takes[name]
        tensor = of_rank(tf, tf.convert_to_tensor(array), spec.shape)
        if tensor.dtype != spec.dtype or not spec.shape.is_compatible_with(tensor.shape):
            given = f"{tensor.dtype.name} {tuple(tensor.shape)}"
            raise ValueError(f"its signature takes {self._told()}, and was given {given}")
        return tensor

    def _told(self) -> str:
        """As in "speed: float32 (None, 1)"."""
        told = [f"{name}: {spec.dtype.name} {spec.shape}" for name, spec in self._takes.items()]
        return ", ".join(told) or "nothing"


def open_served_model(path: str) -> ServedModel:
    """The model in a folder.

    Raises:
      LearnerError: it is no SavedModel, or has no serving signature.
    """
    if not os.path.exists(os.path.join(path, "saved_model.pb")):
        raise _refused(path, "is no SavedModel: it has no file saved_model.pb")
    try:
        loaded = tf.saved_model.load(path)
    except MemoryError:
        raise
    except Exception as error:
        said = essence(str(error), type(error).__name__).partition("\n")[0]
        raise _refused(path, f"cannot be opened as a SavedModel: {said[:300]}") from error
    if SIGNATURE not in loaded.signatures:
        found = ", ".join(sorted(loaded.signatures)) or "none"
        raise _refused(path, f"has no signature {SIGNATURE!r}, which servers call; it has: {found}")
    return ServedModel(loaded)


def _refused(path: str, why: str) -> LearnerError:
    return LearnerError(Error(type="ValueError", message=f"{path} {why}"))
