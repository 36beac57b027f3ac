"""A table's columns have the types that the statement asks for."""

from typing import Any, Literal

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

Type = Literal["integer", "text", "float32", "truth value"]
_KINDS = {"i": "integer", "u": "integer", "U": "text", "S": "text", "O": "text", "b": "truth value"}


class ColumnTypes(Check, frozen=True, kw_only=True):
    """Attributes: of: a dict of columns; types: the type of each column by its name."""

    of: Value
    types: dict[str, Type]

    @property
    def title(self) -> str:
        return f"{self.of} has the columns " + ", ".join(
            f"{name} ({kind})" for name, kind in self.types.items()
        )

    def probe(self, live: Live) -> Facts:
        given = live.value(self.of)
        if not isinstance(given, dict):
            return {"type": type(given).__name__, "columns": None}
        with live.learner():
            arrays = {str(name): live.np.asarray(column) for name, column in given.items()}
        return {"type": "dict", "columns": {name: _of(array) for name, array in arrays.items()}}

    def judge(self, facts: Facts) -> Verdict:
        columns = facts["columns"]
        if columns is None:
            return self.failed(expected="a dict of columns", received=f"a {facts['type']}")
        if set(columns) != set(self.types):
            return self.failed(
                expected=f"the columns {', '.join(self.types)}",
                received=", ".join(columns) or "an empty dict",
            )
        for name, kind in self.types.items():
            if columns[name]["type"] != kind:
                return self.failed(
                    expected=f"{name}: {kind}", received=f"{name}: {columns[name]['dtype']}"
                )
        sizes = {name: column["rows"] for name, column in columns.items()}
        if len(set(sizes.values())) > 1:
            told = ", ".join(f"{name} {rows}" for name, rows in sizes.items())
            return self.failed(expected="columns of one length", received=told)
        return self.passed()


def _of(array: Any) -> dict[str, Any]:
    kind = _KINDS.get(array.dtype.kind, str(array.dtype))
    return {"type": kind, "dtype": str(array.dtype), "rows": len(array) if array.ndim else 1}
