"""Puts a wrapped function wherever programs find the original."""

import importlib
from collections.abc import Iterator
from typing import Any

import keras
import tensorflow as tf


def put_in_place(name: str, wrapped: Any, *where: str) -> None:
    """Replaces a function of Keras under its name in these of its modules, such as "utils".

    One module may be there as several objects: ``keras.utils``, what ``import keras.utils`` gives
    (another object with Keras 3.6), and ``tf.keras.utils``.
    """
    for module in _modules(where):
        if hasattr(module, name):
            setattr(module, name, wrapped)


def _modules(where: tuple[str, ...]) -> Iterator[Any]:
    for name in where:
        yield getattr(keras, name)
        yield getattr(tf.keras, name, None)  # it has no "saving"
        yield importlib.import_module(f"keras.{name}")
