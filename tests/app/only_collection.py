"""One folder stands for everything that is installed, exercises and questions alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etude.catalog import blueprints as blueprint_catalog
from etude.catalog import exercises as catalog


@contextmanager
def only_collection(folder: Path) -> Iterator[None]:
    """Nothing else is installed meanwhile.

    What was read is forgotten once the patches are undone: a thread that a test has left behind
    may read again until then, and what it read would be all that later tests of other files find.
    """
    with pytest.MonkeyPatch.context() as patched:
        for module in (catalog, blueprint_catalog):
            patched.setattr(module, "collections", lambda group: (folder,))
        _forget()
        yield
    _forget()


def _forget() -> None:
    for found in (catalog.exercises, catalog.questions, blueprint_catalog.blueprints):
        found.cache_clear()
