"""Every Tokenizer that gets one text where it wants a list: it goes through it by letters."""

import functools
import weakref
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import tensorflow as tf

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless

_FITS = "fit_on_texts"
_ENCODES = ("texts_to_sequences", "texts_to_matrix")
_MOST_CALLS = 20


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """A recorded call "letters as texts" tells the ``method`` and how many ``letters`` it got.

    "letters as rows" tells the same of a text that a Tokenizer of letters numbers: a row for each.
    """
    module = getattr(tf.keras.preprocessing, "text", None)  # old: a later Keras may do without
    if module is None:
        return
    recorder, kind = _TokenizerRecorder(files, facts), module.Tokenizer
    setattr(kind, _FITS, recorder.wrapped(_FITS, recorder.fitted, getattr(kind, _FITS)))
    for name in _ENCODES:
        setattr(kind, name, recorder.wrapped(name, recorder.encoded, getattr(kind, name)))


class _TokenizerRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0
        self._of_letters: weakref.WeakKeyDictionary[Any, observations.Call] = (
            weakref.WeakKeyDictionary()
        )

    def wrapped(self, name: str, note: Callable[..., None], original: Any) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def called(self: Any, texts: Any, *args: Any, **kwargs: Any) -> Any:
            with harmless(recorder._facts, "tokenizers"):
                if recorder._files.called_by_learner() and not self.char_level:
                    note(self, name, texts)
            return original(self, texts, *args, **kwargs)

        return called

    def fitted(self, tokenizer: Any, name: str, texts: Any) -> None:
        """Letters may be meant: nothing is told until whole texts are asked for."""
        if isinstance(texts, str):
            self._of_letters[tokenizer] = self._call(name, texts)
        else:
            self._of_letters.pop(tokenizer, None)

    def encoded(self, tokenizer: Any, name: str, texts: Any) -> None:
        if not isinstance(texts, str):
            seen = self._of_letters.pop(tokenizer, None)
        elif _knows_words(tokenizer):
            seen = self._call(name, texts)
        else:
            learned_letters = tokenizer in self._of_letters
            seen = self._call(name, texts, kind="letters as rows") if learned_letters else None
        if seen is not None and self._count < _MOST_CALLS:
            self._count += 1
            self._facts.emit("call", **asdict(seen))

    def _call(self, name: str, text: str, *, kind: str = "letters as texts") -> observations.Call:
        told = {"method": name, "letters": len(text)}
        return observations.Call(name=kind, line=self._files.line(), arguments=told)


def _knows_words(tokenizer: Any) -> bool:
    return any(len(word) > 1 for word in tokenizer.word_index if word != tokenizer.oov_token)
