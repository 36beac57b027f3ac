"""Keeps étude's own frames out of the tracebacks that Keras and TensorFlow shorten."""

import os
from types import ModuleType

from keras.src.utils import traceback_utils as of_keras
from tensorflow.python.util import traceback_utils as of_tensorflow

_OWN = os.path.dirname(os.path.abspath(__file__))
_PATHS = "_EXCLUDED_PATHS"


def stay_out_of_tracebacks() -> None:
    """Recorders surround what they watch: without this their frames would be shown as a person's.

    Both frameworks leave out frames below some folders, and keep the innermost one when none is
    left; frames of ours in between would take its place.
    """
    for module in (of_keras, of_tensorflow):
        _leave_out(module)


def _leave_out(module: ModuleType) -> None:
    known = getattr(module, _PATHS, None)  # private: a later release may name it otherwise
    if isinstance(known, tuple | list) and _OWN not in known:
        setattr(module, _PATHS, (*known, _OWN))
