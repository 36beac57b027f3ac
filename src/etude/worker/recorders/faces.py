"""The modules through which a program may reach a public function of Keras."""

import importlib
from typing import Any

import keras
import tensorflow as tf


def faces_of(*names: str) -> list[Any]:
    """``keras.NAME``, ``tf.keras.NAME`` and what ``from tensorflow.keras.NAME import`` reads.

    The last two are the same file, but Python imports it twice when the attribute was used before.
    """
    found: list[Any] = []
    for name in names:
        imported = importlib.import_module(f"tensorflow.keras.{name}")
        found += [getattr(keras, name), getattr(tf.keras, name), imported]
    return found
