"""Puts a wrapped function wherever programs find the original."""

import importlib
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from typing import Any

import keras
import tensorflow as tf


def put_in_place(name: str, wrapped: Any, *where: str) -> None:
    """Replaces a function of Keras under its name in these of its modules, such as "utils" and
    "preprocessing.sequence", as far as this Keras has them.

    One module may be there as several objects: ``keras.utils``, ``tf.keras.utils``, and what
    ``from keras.utils import`` and ``from tensorflow.keras.utils import`` read.
    """
    for module in _modules(where):
        if hasattr(module, name):
            setattr(module, name, wrapped)


def _modules(where: tuple[str, ...]) -> Iterator[Any]:
    for name in where:
        for parent in ("keras", "tensorflow.keras"):
            with suppress(ImportError):
                yield importlib.import_module(f"{parent}.{name}")
        for root in (keras, tf.keras):
            with suppress(AttributeError):
                yield attrgetter(name)(root)
