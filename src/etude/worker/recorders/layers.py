"""Every layer remembers the line of the learner's code that made it."""

import functools
from typing import Any

import keras

from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.models import note_layer_line
from etude.worker.recorders.harmless import harmless


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``keras.layers.Layer.__new__``: Keras inspects ``__init__``, so that stays as it is."""
    original = keras.layers.Layer.__new__

    @functools.wraps(original)
    def create(cls: type, *args: Any, **kwargs: Any) -> Any:
        layer = original(cls, *args, **kwargs)
        with harmless(facts, "layers"):
            note_layer_line(layer, files.line())
        return layer

    keras.layers.Layer.__new__ = staticmethod(create)
