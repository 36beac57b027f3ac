"""No training of a program is given more examples, or fewer, than there are to learn from."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class LearnsFromSoMany(Check, frozen=True, kw_only=True):
    """Of arrays alone the number is known: what a dataset leaves of its source is not asked.

    Attributes:
      of: what is there once the program has trained.
      most, least: examples; more than ``most`` take in those that are held out.
      shape: of one input, None when it does not matter.
      things: what messages call the examples.
    """

    of: Value
    most: int
    least: int = 0
    shape: tuple[int, ...] | None = None
    things: str = "examples"

    @property
    def title(self) -> str:
        if self.least == self.most:
            return f"training learns from all {self.most} {self.things}"
        return f"training learns from the {self.most} {self.things} that are meant for it"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        return {"given": [_given(fit) for fit in live.recorded("fit")]}

    def judge(self, facts: Facts) -> Verdict:
        for given in facts["given"]:
            count, shape = given["count"], given["shape"]
            if self.shape is not None and shape is not None and tuple(shape) != self.shape:
                return self._failed(
                    f"inputs of shape {self.shape} each", f"shape {tuple(shape)}", given["line"]
                )
            if count is not None and not self.least <= count <= self.most:
                held_out = ", those that are held out among them" if count > self.most else ""
                wanted = f"all {self.most}" if self.least else f"at most {self.most}"
                return self._failed(
                    f"fit is given {wanted} {self.things} that are meant for it",
                    f"{count}{held_out}",
                    given["line"],
                )
        return self.passed()

    def _failed(self, expected: str, received: str, line: int) -> Verdict:
        return self.failed(
            expected=expected,
            received=received,
            attempt="print the shapes of what fit is given",
            line=line,
        )


def _given(fit: Mapping[str, Any]) -> dict[str, Any]:
    train = fit["train"]
    inputs = train["sample"][:-1] if train["kind"] == "arrays" else []  # the labels come last
    shape = inputs[0]["shape"] if len(inputs) == 1 else None
    return {
        "line": fit["line"],
        "count": train["label_order"].get("elements"),
        "shape": None if shape is None else list(shape[1:]),
    }
