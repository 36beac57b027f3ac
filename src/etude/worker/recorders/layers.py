"""Every layer remembers the line of the learner's code that made it."""

import functools
from typing import Any

import keras

from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless

_LINE = "_etude_line"


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``keras.layers.Layer.__new__``: Keras inspects ``__init__``, so that stays as it is."""
    original = keras.layers.Layer.__new__

    @functools.wraps(original)
    def create(cls: type, *args: Any, **kwargs: Any) -> Any:
        layer = original(cls, *args, **kwargs)
        with harmless(facts, "layers"):
            layer.__dict__.setdefault(_LINE, files.line())
        return layer

    keras.layers.Layer.__new__ = staticmethod(create)


def line_of_layer(layer: Any) -> int:
    """The line that made this layer, 0 when it was not the learner's code or was not watched."""
    line = getattr(layer, "__dict__", {}).get(_LINE, 0)
    return line if isinstance(line, int) else 0
