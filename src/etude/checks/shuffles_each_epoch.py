"""Training data come in another order on every pass, and well mixed."""

from collections.abc import Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import Pass, read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Between two random orders of n examples, one moves by n/3 on average.
_MOVED_AT_RANDOM = 1 / 3


class ShufflesEachEpoch(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset of batches.
    mixing: how far examples must move from one pass to the next, as a share of what a full shuffle
      moves them on average. Simulated: a buffer of half the examples reaches 0.9, of a quarter 0.6,
      of a tenth 0.25; a full shuffle of 100 examples lies between 0.8 and 1.2.
    """

    of: Value
    mixing: float = 0.4

    @property
    def title(self) -> str:
        return f"{self.of}: another order in every epoch"

    def probe(self, live: Live) -> Facts:
        first, second = read_passes(live, self.of)
        return {"role": str(self.of), "order": order_facts(first, second), "wants_shuffling": True}

    def judge(self, facts: Facts) -> Verdict:
        order = facts["order"]
        if problem := self._wrong_passes(order):
            return problem
        if order["same_order"]:
            return self._failed(
                "the same order on both passes",
                "shuffle last of all that fixes an order: after cache, before batch",
            )
        if order["same_batches"]:
            return self._failed(
                "the same batches on both passes, only in another order",
                "shuffle before batch: then examples are mixed, not whole batches",
            )
        if order["mixing"] < self.mixing:
            return self._failed(
                f"examples that hardly move: by {order['moved']:.1f} of {order['first']} places on "
                f"average, a full shuffle moves them by {order['first'] * _MOVED_AT_RANDOM:.0f}",
                "a shuffle buffer as large as the training data",
            )
        return self.passed()

    def _wrong_passes(self, order: dict[str, Any]) -> Verdict | None:
        if order["first"] and not order["second"]:
            return self._failed(
                "nothing on the second pass: the dataset can be read only once",
                "give from_generator a function that makes a new iterator each time",
            )
        if not order["first"]:
            return self._failed("no examples at all")
        return None

    def _failed(self, received: str, attempt: str = "") -> Verdict:
        return self.failed(
            expected="the same examples in another order on the second pass",
            received=received,
            attempt=attempt,
        )


def order_facts(first: Pass, second: Pass) -> dict[str, Any]:
    """How two passes over one dataset differ.

    Returns:
      Sizes ``first`` and ``second``; ``same_order``; ``same_batches`` (the same sets of examples,
      in whatever order); ``moved`` (mean number of places) and ``mixing`` (as a share of what a
      full shuffle gives).
    """
    moved = _moved(first.prints, second.prints)
    count = len(first.prints)
    return {
        "first": count,
        "second": len(second.prints),
        "same_order": first.prints == second.prints,
        "same_batches": len(first.sizes) > 1 and set(first.batches()) == set(second.batches()),
        "same_examples": sorted(first.prints) == sorted(second.prints),
        "moved": moved,
        "mixing": moved / (count * _MOVED_AT_RANDOM) if count else 0.0,
    }


def _moved(first: Sequence[int], second: Sequence[int]) -> float:
    """Mean distance between an example's places in the two passes."""
    place = {print_: i for i, print_ in enumerate(second)}
    distances = [abs(i - place[print_]) for i, print_ in enumerate(first) if print_ in place]
    return sum(distances) / len(distances) if distances else 0.0
