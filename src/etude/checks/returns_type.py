"""A function returns what was asked for: two datasets, a model, an array."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_NAMES = {
    "dataset": ("a tf.data.Dataset", "tf.data.Datasets"),
    "model": ("a Keras model", "Keras models"),
    "array": ("a NumPy array", "NumPy arrays"),
    "tensor": ("a tensor", "tensors"),
    "dict": ("a dict", "dicts"),
    "text": ("a text", "texts"),
    "number": ("a number", "numbers"),
}
_COUNTS = {2: "two", 3: "three", 4: "four"}


class ReturnsType(Check, frozen=True, kw_only=True):
    """Several kinds mean a tuple (or list) of that many.

    Attributes:
      of: the call.
      kinds: per returned value "dataset", "model", "array", "tensor", "dict", "text" or "number".
      labels: what messages call the returned values, which is also their role in diagnoses.
    """

    of: Value
    kinds: tuple[str, ...] = ("dataset", "dataset")
    labels: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.of} returns {self._expected()}"

    def probe(self, live: Live) -> Facts:
        value = live.value(self.of)
        several = isinstance(value, tuple | list)
        items = list(value) if several else [value]
        described = [
            live.describe_data(item, role=label)
            for item, label in zip(items, self.labels, strict=False)
            if _kind(live, item) == "dataset"
        ]
        return {
            "container": type(value).__name__ if several else "",
            "items": [{"kind": _kind(live, item), "type": _type_name(item)} for item in items],
            "data": described,
        }

    def judge(self, facts: Facts) -> Verdict:
        items = facts["items"]
        kinds = tuple(item["kind"] for item in items)
        several = bool(facts["container"])
        if kinds == self.kinds and several == (len(self.kinds) > 1):
            return self.passed()
        return self.failed(
            expected=self._expected(),
            received=_received(facts["container"], items),
            attempt=self._attempt(kinds, several=several),
        )

    def _expected(self) -> str:
        names = ""
        if self.labels:
            names = " (" + " and ".join(self.labels) + ")"
        if len(self.kinds) == 1:
            return _NAMES[self.kinds[0]][0] + names
        if len(set(self.kinds)) == 1:
            count = _COUNTS.get(len(self.kinds), str(len(self.kinds)))
            return f"{count} {_NAMES[self.kinds[0]][1]}{names}"
        return "a tuple of " + ", ".join(_NAMES[kind][0] for kind in self.kinds) + names

    def _attempt(self, kinds: tuple[str, ...], *, several: bool) -> str:
        if kinds == ("nothing",):
            return "end the function with a return statement"
        if several and len(kinds) != len(self.kinds):
            return f"return exactly {len(self.kinds)} values, separated by commas"
        if not several and len(self.kinds) > 1:
            return "return them together: return " + ", ".join(
                label.replace(" ", "_") for label in self.labels or ("first", "second")
            )
        if "dataset" in self.kinds and "array" in kinds:
            return "tf.data.Dataset.from_tensor_slices((x, y)) makes a dataset of arrays"
        return ""


def _kind(live: Live, value: Any) -> str:
    for kind, classes in (
        ("dataset", live.tf.data.Dataset),
        ("model", live.keras.Model),
        ("array", live.np.ndarray),
        ("tensor", live.tf.Tensor),
        ("nothing", type(None)),
        ("dict", dict),
        ("text", str),
        ("truth value", bool),
        ("number", (int, float, live.np.number)),
    ):
        if isinstance(value, classes):
            return kind
    return "other"


def _type_name(value: Any) -> str:
    """The class as a person knows it: TensorFlow's own dataset classes are all datasets."""
    name = type(value).__name__
    return name.strip("_").removesuffix("V2") if name.startswith("_") else name


def _received(container: str, items: list[dict[str, str]]) -> str:
    named = [_named(item) for item in items]
    if not container:
        return named[0]
    return (
        f"a {container} of {len(items)}: {', '.join(named)}" if items else f"an empty {container}"
    )


def _named(item: dict[str, str]) -> str:
    if item["kind"] == "nothing":
        return "nothing (None)"
    if item["kind"] in _NAMES and item["kind"] not in ("model", "dict"):
        return _NAMES[item["kind"]][0]
    article = "an" if item["type"][:1].lower() in "aeiou" else "a"
    return f"{article} {item['type']}"
