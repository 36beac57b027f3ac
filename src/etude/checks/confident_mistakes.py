"""The mistakes that a classifier was most certain of are told, by the names of the examples."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_outputs import OfOutputs, probabilities
from etude.checks.values import Value
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

# Two mistakes of nearly the same certainty may come in either order.
_ALIKE = 1e-3


class ConfidentMistakes(OfOutputs, frozen=True, kw_only=True):
    """Attributes:
    of: names of examples that are named wrongly, the most certain one first.
    by: a model, or a function of the program that takes the inputs and gives one output per class.
    inputs: an array, or a dataset of batches of (x, y).
    labels: class numbers; None when the dataset brings them.
    names: of all examples, in the order of the inputs.
    count: how many mistakes are asked for.
    things: what messages call the examples.
    """

    names: Value
    count: int = 5
    things: str = "examples"

    @property
    def title(self) -> str:
        return f"{self.of} holds the {self.count} mistakes that {self.by} is most certain of"

    def look(self, live: Live, told: Any) -> Facts:
        return {"told": _texts(live, told), "names": _texts(live, live.value(self.names))}

    def judge_told(self, facts: Facts, outputs: Array, labels: Array) -> Verdict:
        told, names = facts["told"], facts["names"]
        if names is None or len(names) != len(labels):
            return self.failed(
                expected=f"a name in {self.names} for each of {len(labels)} {self.things}",
                received="no list of names" if names is None else f"{len(names)} names",
            )
        sure, wrong = _certainty(outputs), outputs.argmax(axis=1) != labels
        wanted = min(self.count, int(wrong.sum()))
        if told is None or len(told) != wanted:
            return self.failed(
                expected=f"a list of {wanted} names out of {self.names}",
                received="no list of names" if told is None else f"{len(told)} names",
            )
        places = [names.index(one) if one in names else -1 for one in told]
        fault = self._fault(told, places, wrong) or _order_fault(places, sure, wrong)
        if not fault:
            return self.passed()
        return self.failed(
            expected=f"the {wanted} {self.things} that are named wrongly with the highest "
            "probability, the highest first",
            received=fault,
            attempt=_attempt(places, outputs, sure, wrong),
        )

    def _fault(self, told: Sequence[str], places: Sequence[int], wrong: Array) -> str:
        for name, place in zip(told, places, strict=True):
            if place < 0:
                return f"{name!r}, which is not in {self.names}"
            if not wrong[place]:
                return f"{name}, which is named rightly"
        twice = next((name for name in told if told.count(name) > 1), "")
        return f"{twice} more than once" if twice else ""


def _order_fault(places: Sequence[int], sure: Array, wrong: Array) -> str:
    """How the certainties told are not the highest ones in falling order."""
    best = np.sort(sure[wrong])[::-1]
    for number, (place, right) in enumerate(zip(places, best, strict=False), start=1):
        if abs(sure[place] - right) > _ALIKE:
            return f"number {number} has a probability of {sure[place]:.3f}, not of {right:.3f}"
    return ""


def _attempt(places: Sequence[int], outputs: Array, sure: Array, wrong: Array) -> str:
    if any(place < 0 for place in places):
        return "take the names from the list of all of them"
    if not all(wrong[place] for place in places):
        return "leave out what is named rightly; and do names and predictions have one order?"
    highest = np.where(wrong, outputs.max(axis=1), -np.inf)
    if not _order_fault(places, highest, wrong):
        return "these have the highest logits; a probability compares them: softmax comes first"
    lowest = np.sort(sure[wrong])[: len(places)]
    if np.allclose(np.sort(sure[list(places)]), lowest, atol=_ALIKE):
        return "these are the least certain ones: argsort begins with the smallest"
    return "sort by the probability of the class that was chosen"


def _certainty(outputs: Array) -> Array:
    return np.asarray(probabilities(outputs).max(axis=1))


def _texts(live: Live, value: Any) -> list[str] | None:
    """Names as text, None when they are none."""
    if isinstance(value, str | bytes):
        return None
    try:
        items = live.np.asarray(value).reshape(-1).tolist()
    except (TypeError, ValueError):
        return None
    return [one.decode() if isinstance(one, bytes) else str(one) for one in items]
