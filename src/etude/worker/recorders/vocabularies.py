"""Every layer that learns words or is given them, so that numbers can be told as words later."""

import functools
from collections.abc import Callable
from typing import Any

import keras

from etude.worker.vocabularies import Vocabularies

_LAYERS = ("StringLookup", "TextVectorization")


def install() -> Vocabularies:
    """Wraps ``adapt`` and ``set_vocabulary``, which a layer made with its words calls too."""
    known = Vocabularies()
    for name in _LAYERS:
        kind = getattr(keras.layers, name)
        kind.adapt = _noted(kind.adapt, known)
        kind.set_vocabulary = _noted(kind.set_vocabulary, known)
    return known


def _noted(original: Callable[..., Any], known: Vocabularies) -> Callable[..., Any]:
    @functools.wraps(original)
    def learn(self: Any, *args: Any, **kwargs: Any) -> Any:
        known.keep(self)
        return original(self, *args, **kwargs)

    return learn
