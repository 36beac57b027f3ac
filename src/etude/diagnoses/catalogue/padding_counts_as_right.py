"""
Padding is labelled and judged like text, so most of the accuracy is zeros found to be zeros.

## Why it hurts
A network that says something for every word also says something for every padding token. Where rows are mostly padding,
"zero" is right nearly everywhere: accuracy starts at 0.9 and more, the loss is small, and the words that matter
hardly count. A model that never finds a name can look almost perfect.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (64, 20))
    tokens[:, 5:] = 0
    labels = (tokens > 40).astype("int32")

    model = keras.Sequential(
        [
            keras.layers.Embedding(50, 8),
            keras.layers.LSTM(8, return_sequences=True),
            keras.layers.Dense(2, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (64, 20))
    tokens[:, 5:] = 0
    labels = (tokens > 40).astype("int32")

    model = keras.Sequential(
        [
            keras.layers.Embedding(50, 8, mask_zero=True),
            keras.layers.LSTM(8, return_sequences=True),
            keras.layers.Dense(2, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(tokens, labels, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.text import embeddings, reads_inputs, recurrent_in
from etude.domain.finding import Finding, Severity
from etude.domain.heads import CROSS_ENTROPIES, SPARSE_LOSSES
from etude.domain.observations import Fit, Layer

# A network that is judged by other numbers later may well be trained so.
SEVERITY = Severity.WARNING
SKILLS = ("text-2", "text-6", "dev-3")
GUIDE = "TensorFlow guide: Understanding masking and padding"
EXPLAINS = ("stuck_at_majority",)

_LEAST_SHARE = 0.5
_OF_FEATURES = 3


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        tokens = fit.train.tokens
        if tokens is None or not (tokens.padded or tokens.filler):
            continue
        if tokens.share < _LEAST_SHARE or not _judges(fit):
            continue
        for layer, change in _unmasked(fit, tokens.filler):
            return Finding(
                line=layer_line(evidence.source, fit.model, layer),
                about=layer.name,
                evidence=f"{tokens.share:.0%} of the rows are filled up with {tokens.filler or 'zeros'}, every step has "
                f"a label, and {'a mask only leaves out zeros' if tokens.filler else 'no mask is made'}: the padding "
                "counts in loss and accuracy",
                change=f"{change}; or give fit a sample_weight that is 0 on padding",
            )
    return None


def _unmasked(fit: Fit, filler: int) -> Iterator[tuple[Layer, str]]:
    """The layer that meets the padding without a mask, and what would make one."""
    inputs = fit.train.part("0")
    if inputs is not None and len(inputs.shape) == _OF_FEATURES:
        first = next((one for one in fit.model.layers if one.kind != "InputLayer"), None)
        if first is not None and recurrent_in(first) is not None:
            yield first, f"put keras.layers.Masking() before {first.kind}"
        return
    for layer in embeddings(fit.model):
        if filler and reads_inputs(fit.model, layer):
            yield (
                layer,
                "number the words from 1, fill up with 0 and add mask_zero=True to Embedding",
            )
        elif not layer.config.get("mask_zero") and reads_inputs(fit.model, layer):
            yield layer, "add mask_zero=True to Embedding"


def _judges(fit: Fit) -> bool:
    """Whether a class is learned for each step, with zero among them, and nothing weighs the steps."""
    inputs, labels = fit.train.part("0"), fit.train.part("1")
    compiled = fit.model.compiled
    if inputs is None or labels is None or compiled is None or fit.train.part("2") is not None:
        return False
    each_step = list(labels.shape[:2]) == list(inputs.shape[:2]) and len(inputs.shape) > 1
    weighted = fit.arguments.get("sample_weight") is not None or bool(fit.train.next_of)
    names = [loss.name for loss in compiled.losses]
    one_hot = len(labels.shape) == _OF_FEATURES and labels.shape[2] > 1
    known = CROSS_ENTROPIES if one_hot else SPARSE_LOSSES
    judged = bool(names) and all(name in known for name in names)
    return each_step and judged and labels.low == 0 and not weighted
