"""Measures a pipeline and tells it as a fact, with the training step that it feeds."""

import itertools
import statistics
from dataclasses import asdict
from typing import Any

from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.profile.profiling import profile_pipeline

PROFILE = "profile"


def tell_profile(
    dataset: Any, files: LearnerFiles, facts: FactsWriter, *, seconds: float, trained: bool
) -> None:
    """Args:
    seconds: about what it may take.
    trained: whether the last ``fit`` was given this dataset.
    """
    step_seconds = _step_seconds(dataset, facts) if trained else None
    profile = profile_pipeline(dataset, files, seconds=seconds, step_seconds=step_seconds)
    facts.emit(PROFILE, **asdict(profile))


def _step_seconds(dataset: Any, facts: FactsWriter) -> float | None:
    """The time of a training step in the last ``fit``, its share of the validation included.

    The first epoch, which also traces and fills buffers, counts only when it is the only one.
    """
    fits, steps = facts.written("fit"), int(dataset.cardinality())
    if not fits or steps <= 0:
        return None
    index = fits[-1]["index"]
    ends = [e["seconds"] for e in facts.written("epoch") if e["fit"] == index]
    epochs = [later - earlier for earlier, later in itertools.pairwise(ends)] or ends
    return statistics.median(epochs) / steps if epochs else None
