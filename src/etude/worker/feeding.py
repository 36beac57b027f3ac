"""Which entry of a dictionary reaches which input of a functional model.

Keras matches a dictionary with the inputs by place. It sorts the names of a plain ``dict`` first,
as it sorted the model's; those of an ``OrderedDict``, which ``make_csv_dataset`` gives, stay in
their order.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import keras
import tensorflow as tf


def fed_otherwise(model: Any, train: Any) -> dict[str, str]:
    """Names of inputs -> of the entries that reach them, where these are others."""
    wanted, given = _names(_inputs_of(model)), _names(_features(train))
    pairs = zip(wanted, given, strict=False)
    return {name: entry for name, entry in pairs if name != entry}


def _inputs_of(model: Any) -> Any:
    """As the model was made of them; None for a ``Sequential`` and for models of one's own."""
    return model.input if isinstance(model, keras.Function) else None


def _features(train: Any) -> Any:
    """The inputs of a dataset's element, or of arrays, whose order older versions of Keras sort."""
    if isinstance(train, tf.data.Dataset):
        return _first(train.element_spec)
    features = _first(train)
    return dict(features) if isinstance(features, Mapping) else features


def _first(element: Any) -> Any:
    return element[0] if isinstance(element, tuple) and element else element


def _names(structure: Any) -> Sequence[str]:
    """In the order in which Keras flattens a dictionary; none of anything else."""
    if not isinstance(structure, dict) or any(isinstance(v, dict) for v in structure.values()):
        return []
    named = structure.copy()
    named.update(zip(structure, structure, strict=True))
    return [str(name) for name in keras.tree.flatten(named)]
