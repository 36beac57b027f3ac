"""A learner's program and what is recorded of it stay as if nobody had run their pipeline."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from etude.worker.kept_variables import variables_kept
from etude.worker.lines import unwatched
from etude.worker.links import link_of


@contextmanager
def undisturbed(dataset: Any) -> Iterator[None]:
    """Puts back variables of mapped functions and the states that tracing may draw from.

    Recorders note nothing meanwhile: a function that is traced anew calls what they watch.
    """
    python, numpy = random.getstate(), np.random.get_state()
    try:
        with unwatched(), variables_kept(_with_ancestors(dataset)):
            yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)


def _with_ancestors(dataset: Any) -> Iterator[Any]:
    yield dataset
    for parent in link_of(dataset).parents:
        yield from _with_ancestors(parent)
