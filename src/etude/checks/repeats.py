"""A function that draws at random gives the same twice, and something else for another seed."""

import random
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Call, Value
from etude.domain.verdict import Verdict

# The same sums in the same order agree to the last bit; another order of threads costs a few.
_ROUNDING = 1e-5


class Repeats(Check, frozen=True, kw_only=True):
    """Other random numbers are drawn between the two calls, as a longer program would.

    Attributes:
      of: the call; it is made once more, and compared with what other checks saw.
        Numbers, arrays, histories and models can be compared.
      other: the same call with another seed, which must give something else; None leaves that out.
    """

    of: Value
    other: Value = None

    @property
    def title(self) -> str:
        return f"{self.of} gives the same numbers when it is called again"

    def probe(self, live: Live) -> Facts:
        first = _numbers(live, live.value(self.of))
        _draw(live)
        again = _numbers(live, live.fresh(self.of))
        facts = {"two_runs": {**_compared(live, first, again), "function": self._function}}
        if self.other is None:
            return facts
        other = _numbers(live, live.fresh(self.other))
        return {**facts, "other_seed": _compared(live, first, other)}

    @property
    def _function(self) -> str:
        return self.of.function if isinstance(self.of, Call) else ""

    def judge(self, facts: Facts) -> Verdict:
        runs, other = facts["two_runs"], facts.get("other_seed")
        if not runs["values"]:
            return self.failed(
                expected=f"{self.of} gives numbers", received="nothing that can be compared"
            )
        if not runs["apart"] <= _ROUNDING:
            return self.failed(
                expected=f"the same numbers each time {self.of} is called",
                received=f"{runs['first']} the first time and {runs['second']} the second",
                attempt="list every place where something is drawn at random: rows, first weights, "
                "the order of batches; each has to be seeded anew in every call",
            )
        if other is not None and other["apart"] <= _ROUNDING:
            return self.failed(
                expected=f"{self.other} gives other numbers than {self.of}",
                received=f"{other['first']} from both",
                attempt="use the seed that the function is given",
            )
        return self.passed()


def _numbers(live: Live, value: Any) -> Any:
    """All numbers of what came, one after the other."""
    if isinstance(value, live.keras.Model):
        value = value.get_weights()
    value = getattr(value, "history", value)
    found = [_flat(live, leaf) for leaf in live.tf.nest.flatten(value)]
    return live.np.concatenate([live.np.zeros(0), *found])


def _flat(live: Live, leaf: Any) -> Any:
    if isinstance(leaf, live.keras.Model):
        return _numbers(live, leaf)
    try:
        return live.np.asarray(leaf, dtype="float64").ravel()
    except (TypeError, ValueError):
        return live.np.zeros(0)


def _compared(live: Live, first: Any, second: Any) -> dict[str, Any]:
    """How far apart they are, relative to their size, and the numbers that differ most."""
    if len(first) != len(second):
        told = (f"{len(numbers)} numbers" for numbers in (first, second))
        return {"values": len(first), "apart": 1.0, "first": next(told), "second": next(told)}
    if not len(first):
        return {"values": 0, "apart": 0.0, "first": "", "second": ""}
    apart = live.np.abs(first - second) / (1e-12 + live.np.abs(first) + live.np.abs(second))
    most = int(apart.argmax())
    return {
        "values": len(first),
        "apart": float(apart[most]),
        "first": f"{first[most]:.6g}",
        "second": f"{second[most]:.6g}",
    }


def _draw(live: Live) -> None:
    """What other code between two calls does to the generators that everybody shares."""
    random.random()
    live.np.random.random()
    live.tf.random.uniform([1])
    live.keras.random.uniform([1])
