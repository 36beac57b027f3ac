"""Examples as plain lists, out of whatever holds them; runs inside the sandbox."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etude.checks.live import Live
from etude.checks.passes import MOST_EXAMPLES

Parts = dict[str, list[Any]]  # path -> one plain value (number, text or list) per example


def read_examples(live: Live, value: Any) -> Parts | None:
    """All examples of one pass over a dataset of batches, or of arrays; None for anything else."""
    if isinstance(value, live.tf.data.Dataset):
        return _joined(_parts(live, batch) for batch in value)
    return _parts(live, value)


def count(parts: Mapping[str, Sequence[Any]]) -> int:
    """How many examples there are, as far as every part goes."""
    return min((len(part) for part in parts.values()), default=0)


def _joined(batches: Iterator[Parts | None]) -> Parts | None:
    joined: Parts = {}
    for parts in batches:
        if parts is None:
            return None
        for path, values in parts.items():
            joined.setdefault(path, []).extend(values)
        if count(joined) >= MOST_EXAMPLES:
            break
    return joined


def _parts(live: Live, element: Any) -> Parts | None:
    """By path: "0" and "1" for a tuple, names for a dict, "" for a single array."""
    named: dict[str, Any] = dict(_leaves("", element))
    listed = {path: _listed(live, leaf) for path, leaf in named.items()}
    whole = {path: values for path, values in listed.items() if values is not None}
    return whole if whole and len(whole) == len(listed) else None


def _leaves(path: str, element: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(element, Mapping):
        items: Any = element.items()
    elif isinstance(element, tuple):
        items = enumerate(element)
    else:
        yield path, element
        return
    for name, item in items:
        yield from _leaves(f"{path}/{name}" if path else str(name), item)


def _listed(live: Live, leaf: Any) -> list[Any] | None:
    """One entry per example; None for what has no first axis."""
    if hasattr(leaf, "to_list"):  # ragged rows
        return _plain(leaf.to_list())  # type: ignore[no-any-return]
    array = leaf if isinstance(leaf, list) else live.np.asarray(leaf)
    if not isinstance(array, list) and (array.ndim == 0 or array.dtype.kind not in "biufSUO"):
        return None
    return _plain(array if isinstance(array, list) else array.tolist())  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None:  # a gap: JSON has no NaN
        return float("nan")
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if hasattr(value, "tolist"):  # an array or a NumPy number inside an array of objects
        return _plain(value.tolist())
    return value if isinstance(value, bool | int | float | str) else str(value)
