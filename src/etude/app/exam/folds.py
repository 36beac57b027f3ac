"""How far the journals of sittings were read, so that only what is new is read and folded."""

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etude.domain.sitting import Sitting
from etude.exams.state import Fold

if TYPE_CHECKING:
    from etude.store.port import Store

_MOST = 64


@dataclass(frozen=True, slots=True)
class Folds:
    """Of the sittings that were looked at last; may be asked in any thread.

    The store is asked each time and remains the truth: events never change and follow each other
    without a gap, so what was folded of them stays right, whoever writes the next one.
    """

    _known: dict[str, Fold] = field(default_factory=dict)
    _keeping: threading.Lock = field(default_factory=threading.Lock)

    def of(self, store: "Store", sitting: Sitting) -> Fold:
        """Everything that is in the journal now."""
        known = self._known.get(sitting.id)
        if known is None:
            return self._keep(sitting, Fold(sitting, store.sitting_events(sitting.id)))
        new = store.sitting_events(sitting.id, after=known.events)
        return self._keep(sitting, known.and_then(new)) if new else known

    def _keep(self, sitting: Sitting, fold: Fold) -> Fold:
        with self._keeping:
            self._known.pop(sitting.id, None)
            self._known[sitting.id] = fold
            while len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
        return fold
