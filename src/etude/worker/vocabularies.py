"""The words that layers of the program have numbers for."""

from collections import deque
from collections.abc import Sequence
from typing import Any

# A program that makes one in each turn of a loop shall not fill the memory.
_MOST_KEPT = 8


class Vocabularies:
    """The newest layers that learned or were given words."""

    def __init__(self) -> None:
        self._layers: deque[Any] = deque(maxlen=_MOST_KEPT)

    def keep(self, layer: Any) -> None:
        """Remembers a StringLookup or TextVectorization; the program may let go of it."""
        if not any(layer is kept for kept in self._layers):
            self._layers.append(layer)

    def that_fit(self, most: int) -> Sequence[Sequence[str]]:
        """Different lists of words by number, 0 for padding, of at most so many numbers."""
        fitting = [layer for layer in self._layers if 0 < layer.vocabulary_size() <= most]
        found = {tuple(map(str, layer.get_vocabulary())) for layer in fitting}
        return [words for words in found if words[:1] == ("",)]
