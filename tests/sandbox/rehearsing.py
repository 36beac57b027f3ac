"""As ``performing``, with TensorFlow, its rehearsal, and seeds set before the program."""

from typing import Any

import keras
import performing

from etude.worker.rehearsal import rehearse

__all__ = ["perform", "rehearse"]


def perform(task: bytes, facts: Any) -> None:
    keras.utils.set_random_seed(0)
    performing.perform(task, facts)
