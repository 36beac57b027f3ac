"""Every ``adapt`` of a preprocessing layer: which rows it learned its statistics from."""

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.domain.spellings import spelt_alike
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.links import stages_of
from etude.worker.recorders.harmless import harmless
from etude.worker.sampling import sample_quietly
from etude.worker.tokens import different_words, unknown_share, word_counts

_LAYERS = ("Discretization", "IntegerLookup", "Normalization", "StringLookup", "TextVectorization")
_MOST_CALLS = 200
_MOST_TEXTS = 10_000
# What a vocabulary holds for padding and for unknown words.
_RESERVED = ("", "[UNK]")
# How TextVectorization takes texts apart unless it is told otherwise.
_USUAL_SPLIT = ("lower_and_strip_punctuation", "whitespace")


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``adapt``; a recorded call "Normalization.adapt" tells rows and range of its data."""
    recorder = _AdaptRecorder(files, facts)
    for name in _LAYERS:
        kind = getattr(keras.layers, name)
        kind.adapt = recorder.wrapped(name, kind.adapt)


class _AdaptRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0
        self._lost: set[str] = set()

    def wrapped(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def adapt(self: Any, data: Any, *args: Any, **kwargs: Any) -> Any:
            with harmless(recorder._facts, "adapting"):
                recorder._note(name, data, layer=self)
            result = original(self, data, *args, **kwargs)
            with harmless(recorder._facts, "adapting"):
                recorder._note_unknown(name, data, layer=self)
                recorder._note_lost(name, layer=self)
            return result

        return adapt

    def _note_unknown(self, name: str, data: Any, *, layer: Any) -> None:
        """A recorded call "unknown words" tells which ``share`` of the words got no number.

        ``known``: entries of the vocabulary, ``reserved`` of them for no word; ``words``: how many
        different words there were.
        """
        array = _whole(data) if name == "TextVectorization" else None
        if self._count > _MOST_CALLS or array is None:
            return
        usual = [getattr(layer, setting, None) for setting in ("_standardize", "_split")]
        if usual == list(_USUAL_SPLIT) and array.dtype.kind in "OSU":
            texts = _texts(array)
            vocabulary = layer.get_vocabulary()
            share, known = unknown_share(texts, vocabulary)
            seen = {"share": share, "known": known, "words": different_words(texts)}
            seen["reserved"] = sum(entry in _RESERVED for entry in vocabulary)
            call = observations.Call(name="unknown words", line=self._files.line(), arguments=seen)
            self._facts.emit("call", **asdict(call))

    def _note_lost(self, name: str, *, layer: Any) -> None:
        """A recorded call "statistics lost" tells the ``columns`` whose mean is no number.

        ``of``: how many columns there are. It is told once more, of no column, when another
        ``adapt`` of the same ``layer`` mended it.
        """
        if name != "Normalization" or self._count > _MOST_CALLS:
            return
        means = np.asarray(layer.mean, dtype=np.float64).reshape(-1)
        columns = np.flatnonzero(~np.isfinite(means)).tolist()
        if columns or layer.name in self._lost:
            self._lost.add(layer.name)
            seen = {"layer": layer.name, "columns": columns, "of": means.size}
            call = observations.Call(
                name="statistics lost", line=self._files.line(), arguments=seen
            )
            self._facts.emit("call", **asdict(call))

    def _note(self, name: str, data: Any, *, layer: Any) -> None:
        self._count += 1
        if self._count > _MOST_CALLS:
            return
        arrays = isinstance(data, np.ndarray | tf.Tensor | list)
        seen = _summary(np.asarray(data)) if arrays else {}
        if isinstance(data, tf.data.Dataset):
            seen["stages"] = [[stage.op, stage.line] for stage in stages_of(data)]
        if isinstance(length := getattr(layer, "_output_sequence_length", None), int):
            seen["length"] = length
        if isinstance(mode := getattr(layer, "_output_mode", None), str):
            seen["output_mode"] = mode
        line = self._files.line()
        call = observations.Call(name=f"{name}.adapt", line=line, arguments=seen)
        self._facts.emit("call", **asdict(call))


def _whole(data: Any) -> np.ndarray | None:
    """All that was learned from, where it is an array or a pipeline of a single batch."""
    if isinstance(data, tf.data.Dataset) and int(data.cardinality()) == 1:
        data = sample_quietly(data).element
    if isinstance(data, np.ndarray | tf.Tensor | list):
        return np.asarray(data)
    return None


def _summary(array: np.ndarray) -> dict[str, Any]:
    """Rows, and over the known numbers lowest, highest and mean; ``gaps`` counts the others.

    Of text ``words``: the lowest, middle and highest number of words in a row; ``alike``: groups of
    entries that are spelt alike, where there are any among few different ones.
    """
    seen: dict[str, Any] = {"rows": len(array)}
    if array.dtype.kind in "OSU" and array.size:
        seen["words"] = word_counts(array)
        if alike := spelt_alike(_texts(array)):
            seen["alike"] = alike
    if array.dtype.kind not in "biuf" or not array.size:
        return seen
    known = array[np.isfinite(array)].astype(np.float64)
    seen["gaps"] = int(array.size - known.size)
    if known.size:
        seen |= {"low": known.min(), "high": known.max(), "mean": known.mean()}
    return {key: value.item() if hasattr(value, "item") else value for key, value in seen.items()}


def _texts(array: np.ndarray) -> list[str]:
    """The different texts of the first rows."""
    flat = array.reshape(-1)[:_MOST_TEXTS].tolist()
    return [
        text.decode(errors="replace") if isinstance(text, bytes) else str(text) for text in flat
    ]
