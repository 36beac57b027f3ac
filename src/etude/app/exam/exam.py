"""Everything that sittings on one machine take; any process may make one, and all answer alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etude.app.exam.folds import Folds
from etude.domain.exam import Blueprint
from etude.domain.exercise import Exercise
from etude.domain.sitting import Reading

if TYPE_CHECKING:
    from etude.sandbox import Sandbox
    from etude.store.blobs import Blobs
    from etude.store.port import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """Attributes:
    learner: id of the candidate; questions: by id, as they stand.
    sandbox: gives the same one each time; nothing is started before it is asked for.
    folds: of the journals that were read; those of one store only.
    """

    learner: str
    store: "Store"
    blobs: "Blobs"
    blueprints: Mapping[str, Blueprint]
    questions: Mapping[str, Exercise]
    read_clocks: Callable[[], Reading]
    sandbox: "Callable[[], Sandbox]"
    folds: Folds = field(default_factory=Folds)
