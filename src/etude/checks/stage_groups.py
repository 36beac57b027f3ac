"""Stages of tf.data that do the same thing under different names."""

from collections.abc import Mapping, Sequence
from typing import Any

_SAME = {
    "batch": ("batch", "padded_batch", "ragged_batch", "bucket_by_sequence_length", "rebatch"),
    "cache": ("cache", "snapshot"),
    "map": ("map", "flat_map", "interleave"),
    "shuffle": ("shuffle",),
}


def positions(stages: Sequence[Mapping[str, Any]], what: str) -> list[int]:
    """Where a stage or one like it stands."""
    return [i for i, stage in enumerate(stages) if is_a(stage, what)]


def is_a(stage: Mapping[str, Any], what: str) -> bool:
    """Whether a recorded stage does this; ``list_files`` shuffles unless it is told not to."""
    if what == "shuffle" and stage["op"] == "list_files":
        return stage["parameters"].get("shuffle") is not False
    return stage["op"] in _SAME.get(what, (what,))


def in_words(stages: Sequence[Mapping[str, Any]]) -> str:
    """The stages as a person would write them down."""
    return " -> ".join(stage["op"] for stage in stages) or "no recorded stages"
