"""Each element of a dataset has the stated shape and dtype, batch axis included."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.samples import final_sample
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_ONE = 1  # the length of an axis that holds one number
_PICTURE_RANK = 3
_UNKNOWN_PICTURE = "a size is not known: decode with channels=3 and resize to a fixed size"
_UNKNOWN = (
    "a size is not known beforehand: tell it when parsing (FixedLenFeature), or by tf.ensure_shape"
)


class Tensor(msgspec.Struct, frozen=True, kw_only=True):
    """One part of an element.

    Attributes:
      shape: of one example, without the batch axis; None for a size that does not matter.
      dtype: empty when it does not matter.
      integers: any integer dtype will do, and one number per example may come with an axis of its
        own: Keras takes (batch,) and (batch, 1) alike.
      label: what messages call it.
    """

    shape: tuple[int | None, ...] = ()
    dtype: str = ""
    integers: bool = False
    label: str = ""


class ElementSpec(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset.
    parts: by path: "0" and "1" for (x, y), or names for a dict.
    batch: examples per batch; 0 for a dataset that is not batched. The last batch may be smaller.
    """

    of: Value
    parts: dict[str, Tensor]
    batch: int = 32

    @property
    def title(self) -> str:
        size = f"batches of {self.batch}: " if self.batch else ""
        return f"{self.of}: {size}" + ", ".join(self._wanted(path) for path in self.parts)

    def probe(self, live: Live) -> Facts:
        value = live.value(self.of)
        described = live.describe_data(value, role=str(self.of))
        facts: dict[str, Any] = {"data": described, "wanted_ranks": self._ranks()}
        if described["kind"] != "dataset":
            return facts
        if self._misfit(described) is None and self._size_is_open(described):
            batches = live.batches(value, 2)  # what fails here fails in the learner's own loop too
            leaves = [live.tf.nest.flatten(batch)[0] for batch in batches]
            facts["sizes"] = [len(leaf) if leaf.ndim else 0 for leaf in leaves]
        return facts

    def judge(self, facts: Facts) -> Verdict:
        misfit = self._misfit(facts["data"])
        if misfit is not None:
            return misfit
        return self._judge_batch(facts) if self.batch else self.passed()

    def _misfit(self, data: Mapping[str, Any]) -> Verdict | None:
        """What is wrong with the dataset's own description of its elements."""
        expected = self.title.partition(": ")[2]
        if data["kind"] != "dataset":
            return self.failed(expected=expected, received=f"a {data['type']}, not a dataset")
        spec = {one["path"]: one for one in data["spec"]}
        if set(spec) != set(self.parts):
            return self.failed(
                expected=expected,
                received=f"elements made of {_structure(data['spec'])}",
                attempt=f"each element should be {self._structure_wanted()}",
            )
        problems = (self._problem(path, spec[path], part) for path, part in self.parts.items())
        return next((problem for problem in problems if problem is not None), None)

    def _problem(self, path: str, spec: Mapping[str, Any], wanted: Tensor) -> Verdict | None:
        expected, received = self._wanted(path), f"{self._label(path)} {_described(spec)}"
        of_other_dtype = f"{self._label(path)} of dtype {spec['dtype']}"  # of sizes that do fit
        if spec["shape"] is None:
            attempt = "what a Python function returns has no shape: tell it with set_shape"
            return self.failed(expected=expected, received=received, attempt=attempt)
        if not self._fits(spec["shape"], wanted):
            attempt = self._shape_attempt(spec["shape"], wanted)
            return self.failed(expected=expected, received=received, attempt=attempt)
        if wanted.integers and not spec["dtype"].startswith(("int", "uint")):
            attempt = "give each class a number: 0, 1, 2, ..."
            return self.failed(expected=expected, received=of_other_dtype, attempt=attempt)
        if wanted.dtype and spec["dtype"] != wanted.dtype:
            attempt = f"tf.cast(..., tf.{wanted.dtype}) changes the dtype"
            return self.failed(expected=expected, received=of_other_dtype, attempt=attempt)
        return None

    def _fits(self, shape: Sequence[int | None], wanted: Tensor) -> bool:
        if self.batch and (not shape or shape[0] not in (None, self.batch)):
            return False
        rest = list(shape[1:] if self.batch else shape)
        shapes = [list(wanted.shape)] + ([[*wanted.shape, _ONE]] if wanted.integers else [])
        return any(_same(rest, one) for one in shapes)

    def _shape_attempt(self, shape: Sequence[int | None], wanted: Tensor) -> str:
        rank = len(wanted.shape) + bool(self.batch)
        if len(shape) == rank + 1 and self.batch and shape[1] in (None, self.batch):
            return "it has one axis too many: is the dataset batched twice?"
        if len(shape) == rank - 1 and self.batch and _same(list(shape), list(wanted.shape)):
            return f"it has no batch axis: .batch({self.batch}) adds one"
        if wanted.integers and len(shape) == rank + 1:
            return "these look one-hot; here a label is one integer"
        rest = shape[1:] if self.batch else shape
        if len(rest) == len(wanted.shape) and None in rest:
            return _UNKNOWN_PICTURE if len(wanted.shape) == _PICTURE_RANK else _UNKNOWN
        return ""

    def _size_is_open(self, data: Mapping[str, Any]) -> bool:
        """Whether the sample leaves open how large the batches are."""
        first = _first_size(data)
        return first is None or (first < self.batch and data["cardinality"] < 0)

    def _judge_batch(self, facts: Facts) -> Verdict:
        first, more = _first_size(facts["data"]), facts["data"]["cardinality"] > 1
        if "sizes" in facts:
            first, more = (facts["sizes"] or [0])[0], len(facts["sizes"]) > 1
        if first == self.batch or (first and first < self.batch and not more):
            return self.passed()
        return self.failed(
            expected=f"batches of {self.batch}",
            received=f"a first batch of {first}" if first else "no batch at all",
            attempt=f".batch({self.batch}), and only once" if first else "",
        )

    def _wanted(self, path: str) -> str:
        wanted = self.parts[path]
        shape = [self.batch, *wanted.shape] if self.batch else list(wanted.shape)
        kind = "integers" if wanted.integers else wanted.dtype
        return f"{self._label(path)} {_shape_text(shape)} {kind}".rstrip()

    def _label(self, path: str) -> str:
        if self.parts[path].label:
            return self.parts[path].label
        return {"0": "inputs", "1": "labels"}.get(path, path) if len(self.parts) > 1 else "elements"

    def _structure_wanted(self) -> str:
        names = [self._label(path) for path in self.parts]
        return f"({', '.join(names)})" if len(names) > 1 else names[0]

    def _ranks(self) -> dict[str, int]:
        """Rank by path, batch axis included."""
        return {path: len(one.shape) + bool(self.batch) for path, one in self.parts.items()}


def _first_size(data: Mapping[str, Any]) -> int | None:
    """Examples in the batch that was sampled, None when it is not known."""
    shapes = [sample["shape"] for sample in final_sample(data) if sample["shape"]]
    return shapes[0][0] if shapes else None


def _same(shape: Sequence[int | None], wanted: Sequence[int | None]) -> bool:
    """Sizes agree; one that is not wanted may be anything, one that is must be known."""
    pairs = zip(shape, wanted, strict=False)
    return len(shape) == len(wanted) and all(need in (None, size) for size, need in pairs)


def _described(spec: Mapping[str, Any]) -> str:
    shape = "of unknown rank" if spec["shape"] is None else _shape_text(spec["shape"])
    return f"{shape} {spec['dtype']}"


def _shape_text(shape: Sequence[int | None]) -> str:
    sizes = ["None" if size is None else str(size) for size in shape]
    return f"({', '.join(sizes)}{',' if len(sizes) == 1 else ''})"


def _structure(specs: Sequence[Mapping[str, Any]]) -> str:
    parts = [f"{spec['path']}: {_described(spec)}" for spec in specs]
    return f"{len(parts)} {'tensor' if len(parts) == 1 else 'tensors'} ({'; '.join(parts)})"
