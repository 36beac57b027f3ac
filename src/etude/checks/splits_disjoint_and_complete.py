"""Training and validation data share no example and leave none out, on the second pass too."""

import os
from collections.abc import Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import Pass, read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif")


class SplitsDisjointAndComplete(Check, frozen=True, kw_only=True):
    """Examples are known again by their content, over two passes of each split: a shuffle that
    deals the cards anew on every pass moves examples from one split to the other.

    Attributes:
      training, validation: datasets of batches.
      source: what they were made from, to count the examples: a folder of picture files, an array
        or a tuple of arrays; None when a missing example does not matter.
      things: what messages call the examples.
    """

    training: Value
    validation: Value
    source: Value = None
    things: str = "examples"

    @property
    def title(self) -> str:
        every = "" if self.source is None else f"; every one of the {self.things} is in one of them"
        return f"{self.training} and {self.validation} share no {self.things}{every}"

    def probe(self, live: Live) -> Facts:
        training = read_passes(live, self.training)
        validation = read_passes(live, self.validation)
        given = None if self.source is None else count_of(live.value(self.source))
        return {"splits": split_facts(training, validation, given=given)}

    def judge(self, facts: Facts) -> Verdict:
        found = facts["splits"]
        if not found["training"] or not found["validation"]:
            return self._empty(found)
        if found["shared"]:
            return self._overlapping(found)
        if found["repeated"] and found["together"] != found["given"]:  # else equal in the source
            return self.failed(
                expected=f"each of the {self.things} once per pass",
                received=f"{found['repeated']} of them more than once",
                attempt="leave .repeat() to fit",
            )
        if found["given"] is not None and found["together"] != found["given"]:
            return self.failed(
                expected=f"all {found['given']} {self.things} in one of the two",
                received=f"{found['training']} + {found['validation']} = {found['together']}",
                attempt="drop_remainder, take and skip leave examples out; look at their numbers",
            )
        return self.passed()

    def _empty(self, found: dict[str, Any]) -> Verdict:
        return self.failed(
            expected=f"{self.things} in both",
            received=f"{found['training']} in {self.training}, "
            f"{found['validation']} in {self.validation}",
        )

    def _overlapping(self, found: dict[str, Any]) -> Verdict:
        share = found["shared"] / found["validation"]
        where = "" if found["shared_at_once"] else " in the next epoch"
        return self.failed(
            expected=f"no {self.things} in both",
            received=f"{found['shared']} of the {found['validation']} {self.things} in "
            f"{self.validation} ({share:.0%}) are in {self.training} too{where}",
            attempt="split first, then shuffle only the training part",
        )


def split_facts(
    training: Sequence[Pass], validation: Sequence[Pass], *, given: int | None
) -> dict[str, Any]:
    """Sizes of the first passes, and what the splits share.

    Returns:
      ``shared``: validation examples of the first pass that training sees in any pass;
      ``shared_at_once``: those it sees in its first pass; ``repeated``: examples beyond the first
      of their kind within one pass of one split.
    """
    seen = {print_ for one in training for print_ in one.prints}
    judged = validation[0].prints if validation else []
    together = sum(len(passes[0].prints) for passes in (training, validation) if passes)
    return {
        "given": given,
        "training": len(training[0].prints),
        "validation": len(judged),
        "together": together,
        "shared": sum(print_ in seen for print_ in judged),
        "shared_at_once": len(set(training[0].prints) & set(judged)),
        "repeated": _repeated(training[0]) + _repeated(validation[0]),
    }


def _repeated(one: Pass) -> int:
    return len(one.prints) - len(set(one.prints))


def count_of(source: Any) -> int:
    """How many examples a folder of pictures, an array or a tuple of arrays holds."""
    if isinstance(source, str):
        return sum(_is_picture(name) for _, _, names in os.walk(source) for name in names)
    if isinstance(source, dict):
        return len(next(iter(source.values())))
    first = source[0] if isinstance(source, tuple | list) else source
    return len(first) if hasattr(first, "__len__") else 0


def _is_picture(name: str) -> bool:
    return name.lower().endswith(_PICTURES)
