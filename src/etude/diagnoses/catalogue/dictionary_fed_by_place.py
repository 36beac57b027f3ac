"""
The entries of a dictionary reach other inputs of the model than those of their names.

## Why it hurts
A model that was made of a dictionary of inputs is fed by place: Keras sorts the names of the model's dictionary,
and those of a plain `dict`, so that both agree. An `OrderedDict`, which `make_csv_dataset` gives, keeps its own order,
and an entry too many moves those behind it. Nothing is said: the network learns ages where it expects sizes, and a
preparation that was adapted to one column gets another.

## Example
    import collections

    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    columns = collections.OrderedDict(size=rng.uniform(40, 200, 64), age=rng.uniform(0, 90, 64))
    price = columns["size"] * 2 - columns["age"]
    houses = tf.data.Dataset.from_tensor_slices((columns, price)).batch(16)

    inputs = {"size": keras.Input((1,), name="size"), "age": keras.Input((1,), name="age")}
    scaled = [keras.layers.Rescaling(1 / 200)(inputs["size"]), keras.layers.Rescaling(1 / 90)(inputs["age"])]
    model = keras.Model(inputs, keras.layers.Dense(1)(keras.layers.Concatenate()(scaled)))
    model.compile(optimizer="adam", loss="mse")
    model.fit(houses, verbose=0)

## Instead
    import collections

    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    columns = collections.OrderedDict(size=rng.uniform(40, 200, 64), age=rng.uniform(0, 90, 64))
    price = columns["size"] * 2 - columns["age"]
    houses = tf.data.Dataset.from_tensor_slices((columns, price)).batch(16)
    houses = houses.map(lambda features, price: (dict(features), price))

    inputs = {"size": keras.Input((1,), name="size"), "age": keras.Input((1,), name="age")}
    scaled = [keras.layers.Rescaling(1 / 200)(inputs["size"]), keras.layers.Rescaling(1 / 90)(inputs["age"])]
    model = keras.Model(inputs, keras.layers.Dense(1)(keras.layers.Concatenate()(scaled)))
    model.compile(optimizer="adam", loss="mse")
    model.fit(houses, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "data-7", "dev-3")
GUIDE = "TensorFlow tutorial: Load CSV data"
EXPLAINS = ("embedding_too_small",)

_SHOWN = 3


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        if fit.fed_otherwise:
            return Finding(
                line=fit.line,
                evidence=_seen(fit),
                change=_change(fit),
                about=fit.model.name,
                mild=_treated_alike(fit),
            )
    return None


def _treated_alike(fit: Fit) -> bool:
    """Whether all go into one layer as they are: which is which matters to none but later data."""
    fed = set(fit.fed_otherwise)
    readers = [set(call) for layer in fit.model.layers for call in layer.calls if fed & set(call)]
    return len(readers) == 1 and fed <= readers[0]


def _seen(fit: Fit) -> str:
    fed = [
        f'"{entry}" of the data reaches the input "{name}"'
        for name, entry in fit.fed_otherwise.items()
    ]
    more = [f"and {len(fed) - _SHOWN} more"] if len(fed) > _SHOWN else []
    return ", ".join([*fed[:_SHOWN], *more])


def _change(fit: Fit) -> str:
    dataset = fit.train.kind == "dataset"
    if too_many := sorted(set(fit.fed_otherwise.values()) - set(fit.fed_otherwise)):
        names = ", ".join(f'"{name}"' for name in too_many)
        return f"leave {names} out of the dictionary: the model has no input of that name"
    plain = (
        ".map(lambda features, labels: (dict(features), labels))" if dataset else "dict(features)"
    )
    return f"give a plain dictionary, which Keras sorts as it sorted the model's: {plain}"
