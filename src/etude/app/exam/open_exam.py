"""Wires what sittings take together from what is on this machine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import TYPE_CHECKING

from etude.app.exam.clocks import read_clocks
from etude.app.exam.exam import Exam
from etude.app.exam.folds import Folds
from etude.app.identity import learner_id
from etude.app.open_practice import user_sandbox
from etude.app.places import Places, find_places
from etude.app.records import open_store
from etude.catalog.blueprints import blueprints
from etude.catalog.exercises import questions
from etude.domain.sitting import Reading
from etude.store.blobs import FolderBlobs

if TYPE_CHECKING:
    from etude.sandbox import Sandbox
    from etude.store.port import Store


@contextmanager
def open_exam(places: Places | None = None) -> Iterator[Exam]:
    """The exams of this user on this machine, closed in the end.

    Raises:
      Problem: the store cannot be opened; without one, nothing that is submitted could be kept.
    """
    places = places or find_places()
    with ExitStack() as opened:
        store = open_store(places)
        opened.callback(store.close)

        @cache
        def sandbox() -> "Sandbox":
            return opened.enter_context(user_sandbox(places))

        yield exam_of(
            places,
            learner=learner_id(places.state),
            store=store,
            sandbox=sandbox,
            read_clocks=read_clocks,
        )


def exam_of(
    places: Places,
    *,
    learner: str,
    store: "Store",
    sandbox: "Callable[[], Sandbox]",
    read_clocks: Callable[[], Reading],
    folds: Folds | None = None,
) -> Exam:
    """The exams of a learner, with what is installed here.

    Args:
      folds: of another ``Exam`` over the same store, so that what it has read is not read again.
    """
    return Exam(
        learner=learner,
        store=store,
        blobs=FolderBlobs(places.sittings),
        blueprints=blueprints(),
        questions=questions(),
        read_clocks=read_clocks,
        sandbox=sandbox,
        folds=folds or Folds(),
    )
