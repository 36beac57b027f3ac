"""
A frozen Embedding has zeros for most of the words that it is given.

## Why it hurts
Rows of vectors that were learned elsewhere begin as zeros and are filled where a word is found. Words that are spelt in
another way than there (`Goal`, `goal,`), or looked up by their number, are not found; their rows stay zeros, and a frozen
layer never fills them. All texts then look the same to the network, which answers the same for each.

## Example
    import keras
    import numpy as np

    vectors = {"good": [1.0, 0.2], "bad": [-1.0, 0.1], "film": [0.1, 0.9]}
    numbers = {"Good": 1, "Bad": 2, "Film": 3}
    matrix = np.zeros((4, 2))
    for word, number in numbers.items():
        if word in vectors:
            matrix[number] = vectors[word]

    texts, labels = np.array([[1, 3], [2, 3]] * 16), np.array([1, 0] * 16)
    model = keras.Sequential([
        keras.layers.Embedding(4, 2, weights=[matrix], trainable=False),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", "binary_crossentropy")
    model.fit(texts, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    vectors = {"good": [1.0, 0.2], "bad": [-1.0, 0.1], "film": [0.1, 0.9]}
    numbers = {"Good": 1, "Bad": 2, "Film": 3}
    matrix = np.zeros((4, 2))
    for word, number in numbers.items():
        if word.lower() in vectors:
            matrix[number] = vectors[word.lower()]

    texts, labels = np.array([[1, 3], [2, 3]] * 16), np.array([1, 0] * 16)
    model = keras.Sequential([
        keras.layers.Embedding(4, 2, weights=[matrix], trainable=False),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", "binary_crossentropy")
    model.fit(texts, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import line_of_filling, names_in
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.health import LayerHealth
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-3", "text-1", "dev-3")
GUIDE = "TensorFlow guide: Word embeddings"
EXPLAINS = NOTHING_LEARNED

# Of real texts a tenth to a third of the words is not among the vectors.
_MOST = 0.5


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for layer in fit.health.layers if fit.health else ():
            share = _share_of_zeros(layer)
            if layer.kind == "Embedding" and not layer.trainable and share >= _MOST:
                filled = _filled(evidence.source, fit, layer)
                return Finding(
                    line=filled or layer.line or fit.line,
                    about=layer.name,
                    evidence=f"{layer.name} is frozen, and its rows for {share:.0%} of the words in the training data "
                    "are nothing but zeros",
                    change="look each word up as it is spelt among the vectors, such as word.lower() without marks, and print "
                    "how many were found; or leave trainable=False out",
                )
    return None


def _share_of_zeros(layer: LayerHealth) -> float:
    if layer.zero_rows is not None:
        return layer.zero_rows
    return 1.0 if layer.weight == 0 else 0.0


def _filled(source: Source, fit: Fit, layer: LayerHealth) -> int:
    """Where the rows are written that the layer is given; 0 when that is not seen."""
    made = call_at(source, layer.line, "Embedding")
    names = names_in(*made.args, *(k.value for k in made.keywords)) if made is not None else set()
    for node in source.all(ast.Call):  # embedding.set_weights([matrix])
        if isinstance(node.func, ast.Attribute) and node.func.attr == "set_weights":
            names |= names_in(*node.args)
    return line_of_filling(source, names, before=fit.line)
