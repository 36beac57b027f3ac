"""Where in a library a name is at home that was looked for in another place of it."""

import importlib
import sys
from contextlib import suppress
from functools import reduce
from typing import Any

from etude.domain.modules import public

# The modules that people take things from; what is in several of them is told of the first.
_OF_KERAS = (
    *("layers", "models", "optimizers", "callbacks", "losses", "metrics", "utils", "regularizers"),
    *("initializers", "activations", "datasets", "applications", "optimizers.schedules", "ops"),
    *("random", "saving", "mixed_precision", "constraints", "backend", "preprocessing.image"),
)
_OF_TENSORFLOW = (
    *("math", "nn", "random", "linalg", "strings", "image", "io", "sparse", "train", "signal"),
    *("data", "data.Dataset", "config", "saved_model", "summary", "distribute", "lite", "sets"),
)
_HOMES = {
    "keras": _OF_KERAS,
    "tensorflow": (*_OF_TENSORFLOW, "keras", *(f"keras.{home}" for home in _OF_KERAS)),
    "numpy": ("random", "linalg", "fft"),
    "sklearn": (
        *("model_selection", "preprocessing", "metrics", "impute", "compose", "pipeline"),
        *("decomposition", "datasets", "linear_model", "ensemble", "utils.class_weight", "utils"),
        *("feature_extraction.text", "tree", "svm", "neighbors", "cluster"),
    ),
}


def home_in_library(name: str, module: str) -> str:
    """The full name under which the library of this module has it; "" where it has none."""
    return _home(name, public(module).partition(".")[0])


def home_anywhere(name: str) -> str:
    """The full name of a class or function of Keras or scikit-learn that was not imported."""
    libraries = ("keras", "sklearn") if name[:1].isupper() or "_" in name.strip("_") else ()
    return next((home for one in libraries if (home := _home(name, one))), "")


def _home(name: str, library: str) -> str:
    for home in _HOMES.get(library, ()):
        with suppress(Exception):
            found = getattr(_place(library, home), name)
            if callable(found) or library == "keras":
                return f"{library}.{home}.{name}"
    return ""


def _place(library: str, home: str) -> Any:
    """A module, or a class in one. Keras and TensorFlow are there already, or were not used."""
    if library == "sklearn":
        return importlib.import_module(f"{library}.{home}")
    return reduce(getattr, home.split("."), sys.modules[library])
