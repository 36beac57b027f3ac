"""How a model takes in text: as words, or as numbers that it looks up in an embedding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import keras
import numpy as np
from numpy.typing import NDArray

from etude.worker.graph import graph_of
from etude.worker.vocabularies import Vocabularies

# Fewer numbers in a row are columns of a table, such as a user and a film.
_FEWEST_TOKENS = 3
_PADDING = 0


class Reading(Protocol):
    """What a text is made of, and the text without a part of it."""

    def words_of(self, text: Any) -> Sequence[str]:
        """The words in order, without padding."""

    def without_each(self, text: Any, most: int) -> NDArray[Any]:
        """A batch: the text as it is, then without its first word, its second, ..."""


@dataclass(frozen=True, slots=True)
class OfStrings:
    """Text that a layer of the model cuts into words; blanks part them here.

    Attributes:
      wide: whether a text stands in a row of its own: (batch, 1).
    """

    wide: bool

    def words_of(self, text: Any) -> Sequence[str]:
        return _decoded(text).split()

    def without_each(self, text: Any, most: int) -> NDArray[Any]:
        words = self.words_of(text)
        without = [" ".join([*words[:i], *words[i + 1 :]]) for i in range(len(words[:most]))]
        texts = np.array([_decoded(text), *without], dtype=object)
        return texts[:, None] if self.wide else texts


@dataclass(frozen=True, slots=True)
class OfNumbers:
    """Rows of token numbers (batch, length), 0 for padding.

    Attributes:
      vocabulary: words by number; empty where they are not known.
    """

    vocabulary: Sequence[str]

    def words_of(self, text: Any) -> Sequence[str]:
        return [self._word(int(number)) for number in text if number != _PADDING]

    def without_each(self, text: Any, most: int) -> NDArray[Any]:
        positions = np.flatnonzero(text != _PADDING)[:most]
        rows = np.repeat(text[None], len(positions) + 1, axis=0)
        rows[np.arange(1, len(rows)), positions] = _PADDING
        return rows

    def _word(self, number: int) -> str:
        return self.vocabulary[number] if number < len(self.vocabulary) else str(number)


def readers_of(model: Any) -> Sequence[Any]:
    """Layers for words, or for their numbers, that the only input goes into; empty if none."""
    kinds = (keras.layers.Embedding, keras.layers.TextVectorization)
    return [layer for layer in _reached(model) if isinstance(layer, kinds)]


def reading_of(readers: Sequence[Any], inputs: Any, vocabularies: Vocabularies) -> Reading | None:
    """How a model reads these inputs of its own; None for what is no text.

    Args:
      readers: its layers for text.
      inputs: a batch of them.
      vocabularies: tells the words of numbers, where exactly one fits the embedding.
    """
    if not isinstance(inputs, np.ndarray) or not inputs.size:
        return None
    if inputs.dtype.kind in "OSU":
        return _of_strings(readers, inputs)
    if inputs.ndim != 2 or inputs.shape[1] < _FEWEST_TOKENS or not _are_whole(inputs):
        return None
    embeddings = [
        layer
        for layer in readers
        # As many as there are steps: it is the steps that it looks up, not the words.
        if isinstance(layer, keras.layers.Embedding) and layer.input_dim != inputs.shape[1]
    ]
    if len(embeddings) != 1 or inputs.max() >= embeddings[0].input_dim:
        return None
    fitting = vocabularies.that_fit(embeddings[0].input_dim)
    return OfNumbers(vocabulary=fitting[0] if len(fitting) == 1 else ())


def _of_strings(readers: Sequence[Any], inputs: NDArray[Any]) -> OfStrings | None:
    wide = inputs.ndim == 2
    if inputs.ndim not in (1, 2) or (wide and inputs.shape[1] != 1):
        return None
    reads = any(isinstance(layer, keras.layers.TextVectorization) for layer in readers)
    return OfStrings(wide=wide) if reads else None


def _are_whole(inputs: NDArray[Any]) -> bool:
    return (
        inputs.dtype.kind in "iuf"
        and bool((inputs == np.round(inputs)).all())
        and bool(inputs.min() >= 0)
    )


def _reached(model: Any) -> Iterator[Any]:
    """The layers that the only input goes into, and those inside them."""
    for layer in _fed_first(model):
        if isinstance(layer, keras.Model):
            yield from _reached(layer)
        elif isinstance(layer, keras.layers.Layer):  # and no bare operation
            yield from layer._flatten_layers()


def _fed_first(model: Any) -> list[Any]:
    """All layers of a model whose graph is not known."""
    graph = graph_of(model)
    if isinstance(model, keras.Sequential):
        return list(graph.layers[:1])
    if not graph.inputs:
        return list(graph.layers)
    if len(graph.inputs) > 1:
        return []
    ((path, _),) = graph.inputs
    return [
        layer
        for layer in graph.layers
        if any(path in fed_by for fed_by in graph.calls.get(id(layer), ()))
    ]


def _decoded(text: Any) -> str:
    one = np.asarray(text, dtype=object).reshape(-1)[0]
    return one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one)
