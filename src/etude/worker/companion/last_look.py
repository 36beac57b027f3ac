"""A last look when the program has ended: what it left, a batch, its decisions."""

from collections.abc import Mapping
from typing import Any

from etude.worker.companion.batches import look_at_batches
from etude.worker.companion.decisions import look_at_decisions
from etude.worker.companion.trainings import Training
from etude.worker.facts_writer import FactsWriter
from etude.worker.recorders.harmless import harmless
from etude.worker.recording import describe_globals


def last_look(names: Mapping[str, Any], training: Training | None, facts: FactsWriter) -> None:
    """Each part by itself, so that one that fails costs only itself."""
    with harmless(facts, "globals"):
        describe_globals(names, facts)
    if training is None:
        return
    with harmless(facts, "batches"):
        look_at_batches(training, facts)
    with harmless(facts, "decisions"):
        look_at_decisions(training, facts)
