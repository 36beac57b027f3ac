"""Numbers brought to mean 0 and standard deviation 1, and losses back to what they were."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf


@dataclass(frozen=True, slots=True)
class Standard:
    """What is subtracted, and by what is divided; None of both leaves everything as it is."""

    mean: Any = None
    scale: Any = None

    @classmethod
    def of(cls, values: Any, *, whole: bool = False) -> "Standard":
        """Args:
        values: an array of examples.
        whole: take all numbers together instead of each column, or each channel, by itself.
        """
        axes = None if whole or values.ndim < 2 else tuple(range(values.ndim - 1))
        numbers = values.astype(np.float64)
        scale = numbers.std(axis=axes)
        return cls(numbers.mean(axis=axes), np.where(scale > 0, scale, 1.0))

    def __call__(self, values: Any) -> Any:
        """The same numbers, standardised; arrays stay arrays and tensors tensors."""
        if self.scale is None:
            return values
        if isinstance(values, tf.Tensor):
            return (tf.cast(values, tf.float32) - np.float32(self.mean)) / np.float32(self.scale)
        return ((np.asarray(values, np.float64) - self.mean) / self.scale).astype(np.float32)

    def loss_before(self, loss: float, *, squared: bool) -> float:
        """What a loss of scaled targets is in their own units."""
        if self.scale is None:
            return loss
        return loss * float(self.scale) ** (2 if squared else 1)


AS_THEY_ARE = Standard()
