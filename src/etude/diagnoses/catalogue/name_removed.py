"""
A name of Keras 2 or TensorFlow 1 that is no longer there.

## Why it hurts
Tutorials outlive the versions that they were written for. Python only says that a module or an attribute is
missing, not that it was moved, renamed or replaced by something better.

## Example
    from keras.preprocessing.image import ImageDataGenerator

    pictures = ImageDataGenerator(rescale=1 / 255)

## Instead
    from keras import layers

    prepare = layers.Rescaling(1 / 255)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.renamed import ATTRIBUTES, MEASURES, NAMES
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.modules import public, renamed

SEVERITY = Severity.ERROR
SKILLS = ("dev-6", "dev-2", "image-7")
GUIDE = "Keras: Keras 2 to Keras 3 migration"
EXPLAINS = ("name_misspelt", "name_lives_elsewhere", "library_not_installed")

_NO_MODULE = re.compile(r"No module named '(?P<path>(?:keras|tensorflow|sklearn)[\w.]*)'")
_NO_NAME = re.compile(r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'")
_NO_FUNCTION = re.compile(r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'")
_NO_ATTRIBUTE = re.compile(r"'(?P<kind>\w+)' object has no attribute '(?P<name>\w+)'")
_NO_DATA = re.compile(r"^`(?P<name>load_\w+)` has been removed from scikit-learn")
_REFUSED = re.compile(r"`(?P<path>keras\.[\w.]+)` is not supported in Keras 3")
# Where Keras lies, by its own name and within TensorFlow.
_OF_KERAS = {
    "tensorflow.python.keras": "keras",
    "tensorflow.keras": "keras",
    "keras.src": "keras",
    "keras.api": "keras",
}
_MODELS = {"Sequential", "Functional", "Model"}
_OPTIMIZERS = {"Adam", "AdamW", "SGD", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam", "Ftrl"}
_LAYERS = re.compile(
    r"Dense|Conv\d?D?\w*|\w*Pooling\dD|LSTM|GRU|SimpleRNN|Embedding|Flatten|Dropout|InputLayer"
    r"|BatchNormalization|Bidirectional|Reshape|Activation|Concatenate"
)
_TABLES = {"DataFrame", "Series"}
_OF_TABLES = {"append", "as_matrix", "ix", "iteritems"}
_OF_OPTIMIZERS = {"lr", "decay", "get_updates", "minimize", "compute_gradients"}
_OF_OPTIMIZERS |= {"get_weights", "weights"}
_OF_LAYERS = {"input_shape", "output_shape", "get_input_at", "get_output_at", "add_update"}
_OF_LAYERS |= {"get_output_shape_at", "batch_input_shape"}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = (_of_a_module(error) or _of_an_object(error, evidence.source)) if error else None
    if found is None or error is None:
        return None
    name, instead = found
    return Finding(
        line=error.line,
        evidence=f"{name} is gone from the installed version",
        change=f"use {instead}",
        about=name,
    )


def _of_a_module(error: Error) -> tuple[str, str] | None:
    """The full name that is missing, and its replacement."""
    path = _missing_path(error)
    if path in MEASURES:
        return path, MEASURES[path]
    parts = path.split(".")
    for end in range(len(parts), 1, -1):
        name = ".".join(parts[:end])
        if name in NAMES:
            return name, NAMES[name]
    return _looked_for_elsewhere(path)


def _looked_for_elsewhere(path: str) -> tuple[str, str] | None:
    """A class that is gone, where it was asked for in a module that never had it."""
    library, name = path.partition(".")[0], path.rpartition(".")[2]
    gone = [one for one in NAMES if one.startswith(f"{library}.") and one.endswith(f".{name}")]
    return (gone[0], NAMES[gone[0]]) if len(gone) == 1 and name[:1].isupper() else None


def _missing_path(error: Error) -> str:
    if found := _NO_MODULE.search(error.message) or _REFUSED.search(error.message):
        return _as_listed(found["path"])
    if found := _NO_DATA.search(error.message):
        return f"sklearn.datasets.{found['name']}"
    if found := _NO_NAME.search(error.message) or _NO_FUNCTION.search(error.message):
        return _as_listed(f"{found['module']}.{found['name']}")
    return ""


def _as_listed(path: str) -> str:
    """As the table has it: everything of Keras under one name."""
    return renamed(public(path), _OF_KERAS)


def _of_an_object(error: Error, source: Source) -> tuple[str, str] | None:
    """An attribute of a model, a layer or an optimizer."""
    found = _NO_ATTRIBUTE.search(error.message) if error.type == "AttributeError" else None
    if found is None or found["name"] not in ATTRIBUTES:
        return None
    kind, name = found["kind"], found["name"]
    if name in _OF_OPTIMIZERS:
        concerned = kind in _OPTIMIZERS
    elif name in _OF_TABLES:
        concerned = kind in _TABLES
    elif name in _OF_LAYERS:
        concerned = _LAYERS.fullmatch(kind) is not None
    else:
        concerned = kind in _MODELS or _is_own_model(source, kind)
    return (f"{kind}.{name}", ATTRIBUTES[name]) if concerned else None


def _is_own_model(source: Source, kind: str) -> bool:
    """Whether the learner derived this class from a model."""
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and node.name == kind:
            return any(ast.unparse(base).endswith(("Model", "Sequential")) for base in node.bases)
    return False
