"""A recorder that fails stays silent: it must never become the learner's error."""

from collections.abc import Iterator
from contextlib import contextmanager

from etude.worker.facts_writer import FactsWriter

_LONGEST = 500


@contextmanager
def harmless(facts: FactsWriter, recorder: str) -> Iterator[None]:
    """Swallows what goes wrong inside and leaves a note that tests look for."""
    try:
        yield
    except Exception as error:
        detail = f"{type(error).__name__}: {error}"[:_LONGEST]
        facts.emit("recorder_failed", recorder=recorder, detail=detail)
