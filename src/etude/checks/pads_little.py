"""Batches of sequences hold little padding, and are not made small to reach that."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import MOST_EXAMPLES
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class PadsLittle(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset of batches; part: the place of the sequences, "0" for x of (x, y), or a name in x.
    padding: the number that fills up; most: the share of all numbers that may be padding.
    most_batches: how many batches one pass may have.
    """

    of: Value
    most: float
    most_batches: int
    part: str = "0"
    padding: float = 0

    @property
    def title(self) -> str:
        return f"{self.of}: at most {self.most:.0%} padding, in at most {self.most_batches} batches"

    def probe(self, live: Live) -> Facts:
        dataset = live.value(self.of)
        shapes, padded, numbers, seen = [], 0, 0, 0
        with live.learner():
            for element in dataset:
                rows = live.np.asarray(_part(element, self.part))
                shapes.append(list(rows.shape))
                padded += _padding(live, rows, self.padding)
                numbers += int(rows.size)
                seen += len(rows)
                if seen >= MOST_EXAMPLES:
                    break
        return {"shapes": shapes, "padded": padded, "numbers": numbers}

    def judge(self, facts: Facts) -> Verdict:
        share = facts["padded"] / facts["numbers"] if facts["numbers"] else 0.0
        batches = len(facts["shapes"])
        if share > self.most:
            return self.failed(
                expected=f"at most {self.most:.0%} of the numbers fill up",
                received=f"{share:.0%}; the batches have the shapes {_told(facts['shapes'])}",
                attempt="put sequences of about one length together, and pad each batch for itself",
            )
        if batches > self.most_batches:
            return self.failed(
                expected=f"at most {self.most_batches} batches",
                received=f"{batches}: {_told(facts['shapes'])}",
                attempt="fill batches up to their full size before the next one begins",
            )
        return self.passed()


def _part(element: Any, path: str) -> Any:
    for name in path.split("/"):
        element = element[int(name)] if isinstance(element, tuple | list) else element[name]
    return element


def _padding(live: Live, rows: Any, padding: float) -> int:
    """Numbers at the ends of rows that fill up."""
    if rows.ndim < 2:
        return 0
    filled = (rows == padding).reshape(len(rows), -1)
    return int(live.np.minimum.accumulate(filled[:, ::-1], axis=1).sum())


def _told(shapes: list[list[int]]) -> str:
    shown = ", ".join(str(tuple(shape)) for shape in shapes[:6])
    return f"{shown}{', ...' if len(shapes) > 6 else ''}"
