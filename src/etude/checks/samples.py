"""Samples of described data, as far as they show what comes out at the end of a pipeline."""

from collections.abc import Mapping, Sequence
from typing import Any

# Drawn with every stage, or with every stage but a shuffle; else from below the stage it names.
_WHOLE = ("", "shuffle")


def final_sample(data: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Samples of the final elements; none when they were drawn further up, or could not be."""
    whole = data.get("sampled_at", "") in _WHOLE
    return data["sample"] if whole else []
