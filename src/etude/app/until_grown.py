"""What was read of a learner's history, for as long as nothing is added to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from etude.store.port import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Read(Generic[T]):
    learner: str
    growth: int
    found: T


class UntilGrown(Generic[T]):
    """Reads again only when the store says that something was added; may be used in any thread."""

    def __init__(self) -> None:
        self._last: _Read[T] | None = None

    def read(self, store: "Store", learner: str, read: Callable[[str], T]) -> T:
        """What ``read`` finds of the learner; the store is asked whether that is still all."""
        growth = store.growth(learner)  # first: what is added meanwhile is read the next time
        last = self._last
        if last is None or (last.learner, last.growth) != (learner, growth):
            last = self._last = _Read(learner, growth, read(learner))
        return last.found
