"""A pipeline or a function gives just the examples that it should, each of them once."""

import math
from collections.abc import Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.examples import count, read_examples
from etude.checks.live import Facts, Live
from etude.checks.values import Answers, Value
from etude.domain.verdict import Verdict

Example = Sequence[Any]
_DIGITS = 4  # significant ones by which equal numbers find each other before they are compared
_MOST_TOLD = 120  # characters of an example in a message


class GivesExamples(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset of batches, an array, or a tuple or dict of arrays.
    parts: what the examples are, by path: "0" and "1" for (x, y), names for a dict, "" for a single
      array. One entry per example, given as a list or as any value that holds them.
    in_order: whether they must come in this order; without it in any.
    shape: what an array must have; empty when an axis of size one more or less does not matter.
    padding: a number that may stand any number of times at the end of a row, as batches of rows of
      different lengths have it; None where there is none.
    within: how far off a number may be, relative to its size above 1.
    things: what messages call the examples; attempt: what to try when they are others.
    """

    of: Value
    parts: dict[str, Value]
    in_order: bool = False
    shape: tuple[int, ...] = ()
    padding: float | None = None
    within: float = 1e-4
    things: str = "examples"
    attempt: str = ""

    @property
    def title(self) -> str:
        order = ", in order" if self.in_order else ""
        return f"{self.of} gives the right {self.things}, each once{order}"

    def probe(self, live: Live) -> Facts:
        wanted = {path: live.value(value) for path, value in self.parts.items()}
        given = live.value(self.of)
        with live.learner():
            received = read_examples(live, given)
        listed = {path: read_examples(live, value) for path, value in wanted.items()}
        return {
            "received": received,
            "type": type(given).__name__,
            "shape": list(live.np.shape(given)) if self.shape else [],
            "wanted": {path: parts[""] for path, parts in listed.items() if parts},
            **self._model(live),
        }

    def _model(self, live: Live) -> Facts:
        """The model that gave them, as diagnoses of models read it."""
        model = live.value(self.of.by) if isinstance(self.of, Answers) else None
        known = isinstance(model, live.keras.Model)
        return {"model": [live.describe_model(model)]} if known else {}

    def judge(self, facts: Facts) -> Verdict:
        received, wanted = facts["received"], facts["wanted"]
        if received == {}:
            return self.failed(
                expected=f"{count(wanted)} {self.things}",
                received="nothing: the dataset is empty, or can be read only once",
                attempt="give from_generator a function that makes a new iterator each time",
            )
        if received is None or set(received) != set(wanted):
            return self._other_parts(received, wanted, facts["type"])
        if self.shape and tuple(facts["shape"]) != self.shape:
            return self.failed(
                expected=f"{self.of} of shape {self.shape}",
                received=f"an array of shape {tuple(facts['shape'])}",
                attempt=self.attempt,
            )
        came, asked = self._examples(received, wanted), self._examples(wanted, wanted)
        if self.in_order and len(came) == len(asked):
            return self._in_order(came, asked)
        strange, missing = self._apart(came, asked)
        if not strange and not missing:
            return self.passed()
        return self._others(came, asked, strange, missing)

    def _examples(self, parts: dict[str, list[Any]], like: dict[str, list[Any]]) -> list[Example]:
        columns = [[self._trimmed(value) for value in parts[path]] for path in like]
        return [tuple(column[i] for column in columns) for i in range(count(parts))]

    def _trimmed(self, value: Any) -> Any:
        """A label may have an axis of its own; padding at the end says nothing."""
        if self.padding is None:
            return value[0] if isinstance(value, list) and len(value) == 1 else value
        row = list(value) if isinstance(value, list) else value
        while isinstance(row, list) and row and row[-1] == self.padding:
            row.pop()
        return row

    def _in_order(self, came: list[Example], asked: list[Example]) -> Verdict:
        for place, (one, other) in enumerate(zip(came, asked, strict=True), start=1):
            if not self._same(one, other):
                return self.failed(
                    expected=f"{self._noun(place)}: {_told(other)}",
                    received=_told(one),
                    attempt=self.attempt,
                )
        return self.passed()

    def _apart(
        self, came: list[Example], asked: list[Example]
    ) -> tuple[list[Example], list[Example]]:
        """Examples that came and were not asked for, and those that never came."""
        waiting: dict[str, list[Example]] = {}
        for example in asked:
            waiting.setdefault(_key(example), []).append(example)
        strange = []
        for example in came:
            alike = waiting.get(_key(example))
            if alike:
                alike.pop()
            else:
                strange.append(example)
        missing = [example for alike in waiting.values() for example in alike]
        return self._nearly(strange, missing)

    def _nearly(
        self, strange: list[Example], missing: list[Example]
    ) -> tuple[list[Example], list[Example]]:
        """Without pairs that differ by rounding alone."""
        left = []
        for example in strange:
            twin = next((i for i, m in enumerate(missing) if self._same(example, m)), None)
            if twin is None:
                left.append(example)
            else:
                missing.pop(twin)
        return left, missing

    def _same(self, one: Any, other: Any) -> bool:
        if isinstance(one, list | tuple) and isinstance(other, list | tuple):
            alike = zip(one, other, strict=False)
            return len(one) == len(other) and all(self._same(a, b) for a, b in alike)
        if isinstance(one, str) or isinstance(other, str):
            return bool(one == other)
        if isinstance(one, list | tuple) or isinstance(other, list | tuple):
            return False
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return bool(abs(one - other) <= self.within * max(1.0, abs(other)))

    def _other_parts(
        self, received: dict[str, Any] | None, wanted: dict[str, Any], kind: str
    ) -> Verdict:
        came = f"a {kind}" if received is None else f"{_names(received)}"
        return self.failed(
            expected=f"{self.things} made of {_names(wanted)}",
            received="None: nothing was returned" if kind == "NoneType" else came,
            attempt="look at one element: next(iter(data))" if received else "",
        )

    def _others(
        self,
        came: list[Example],
        asked: list[Example],
        strange: list[Example],
        missing: list[Example],
    ) -> Verdict:
        told = [f"{len(came)} {self.things}"]
        if missing:
            told.append(f"{len(missing)} of those expected never come, such as {_told(missing[0])}")
        if strange:
            again = any(self._same(strange[0], example) for example in asked)
            what = "come more often than they should" if again else "are not among those expected"
            told.append(f"{len(strange)} {what}, such as {_told(strange[0])}")
        return self.failed(
            expected=f"{len(asked)} {self.things}, each once",
            received="; ".join(told),
            attempt=self.attempt,
        )

    def _noun(self, place: int) -> str:
        return f"number {place} of the {self.things}"


def _key(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"({','.join(map(_key, value))})"
    if isinstance(value, str):
        return repr(value)
    return f"{value + 0.0:.{_DIGITS}g}"


def _told(example: Example) -> str:
    """An example as one would write it: ([39.1, 18.7], 0)."""
    whole = _written(example[0] if len(example) == 1 else list(example))
    text = whole if len(example) == 1 else f"({whole[1:-1]})"
    return text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD]} ..."


def _written(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    return repr(value) if isinstance(value, str) else f"{value + 0:.6g}"


def _names(parts: dict[str, Any]) -> str:
    if set(parts) == {""}:
        return "one array"
    if set(parts) == {"0", "1"}:
        return "a pair (inputs, labels)"
    return f"parts {', '.join(parts)}"
