"""The program writes a TFRecord file that holds the right examples under the right names."""

from typing import Any, Literal

from etude.checks.base import Check
from etude.checks.examples import read_examples
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

Kind = Literal["float", "bytes", "int64"]
_CLOSE = 1e-5


class StoresRecords(Check, frozen=True, kw_only=True):
    """Attributes:
    of: what gives the path of the file.
    features: the kind of each feature by its name.
    values: what each feature holds, one entry per example; in this order.
    """

    of: Value
    features: dict[str, Kind]
    values: dict[str, Value]

    @property
    def title(self) -> str:
        return f"{self.of} is a TFRecord file of examples with {' and '.join(self.features)}"

    def probe(self, live: Live) -> Facts:
        path = live.value(self.of)
        wanted = {name: live.value(value) for name, value in self.values.items()}
        listed = {name: read_examples(live, value) for name, value in wanted.items()}
        return {
            "wanted": {name: parts[""] for name, parts in listed.items() if parts},
            **_read(live, path),
        }

    def judge(self, facts: Facts) -> Verdict:
        if facts["trouble"]:
            return self.failed(
                expected=f"{self.of} is a TFRecord file of serialised tf.train.Example",
                received=facts["trouble"],
                attempt="write example.SerializeToString() with tf.io.TFRecordWriter; close it",
            )
        count = len(next(iter(facts["wanted"].values())))
        if len(facts["records"]) != count:
            return self.failed(
                expected=f"{count} examples, one per row", received=f"{len(facts['records'])}"
            )
        for number, record in enumerate(facts["records"]):
            problem = self._wrong(number, record, facts["wanted"])
            if problem:
                return problem
        return self.passed()

    def _wrong(self, number: int, record: dict[str, Any], wanted: dict[str, Any]) -> Verdict | None:
        where = f"example {number + 1} of {self.of}"
        if set(record) != set(self.features):
            names = ", ".join(sorted(record)) or "none"
            return self.failed(
                expected=f"{where} has the features {', '.join(self.features)}", received=names
            )
        for name, kind in self.features.items():
            found, value = record[name], _as_list(wanted[name][number])
            if found["kind"] != kind:
                return self.failed(
                    expected=f"{name} of {where}: a {kind} list",
                    received=f"a {found['kind']} list" if found["kind"] else "an empty feature",
                )
            if not _alike(found["value"], value):
                return self.failed(
                    expected=f"{name} of {where}: {value}", received=str(found["value"])
                )
        return None


def _read(live: Live, path: Any) -> dict[str, Any]:
    try:
        data = live.tf.data.TFRecordDataset(str(path))
        records = [_features(live, record.numpy()) for record in data]
    except Exception as error:  # no such file, other bytes, or bytes that are no example
        return {"trouble": str(error).partition("\n")[0][:200] or type(error).__name__}
    return {"trouble": "", "records": records}


def _features(live: Live, record: bytes) -> dict[str, Any]:
    example = live.tf.train.Example.FromString(record)
    return {name: _feature(one) for name, one in example.features.feature.items()}


def _feature(feature: Any) -> dict[str, Any]:
    kind = feature.WhichOneof("kind")
    if kind is None:
        return {"kind": "", "value": []}
    values = list(getattr(feature, kind).value)
    plain = [v.decode(errors="replace") if isinstance(v, bytes) else v for v in values]
    return {"kind": kind.removesuffix("_list"), "value": plain}


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _alike(one: list[Any], other: list[Any]) -> bool:
    if len(one) != len(other):
        return False
    return all(
        a == b if isinstance(a, str) or isinstance(b, str) else abs(a - b) <= _CLOSE * (1 + abs(b))
        for a, b in zip(one, other, strict=True)
    )
