"""Pictures are resized once, not twice in a row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_RESIZE = "tf.image.resize"


class ResizesOnce(Check, frozen=True, kw_only=True):
    """What was resized before is not resized to yet another size.

    Seen on the calls of ``tf.image.resize`` and on the recorded stages; pictures resized by other
    libraries are taken as they are.

    Attributes: of: the dataset that the pictures end in.
    """

    of: Value

    @property
    def title(self) -> str:
        return f"{self.of}: pictures are resized once"

    def probe(self, live: Live) -> Facts:
        data = live.describe_data(live.value(self.of), role=str(self.of))
        resizes = [_resize(call) for call in live.recorded("call") if call["name"] == _RESIZE]
        twice = [*_chained(resizes), *_after_reading(resizes, data["stages"])]
        return {"data": data, "resized_twice": twice}

    def judge(self, facts: Facts) -> Verdict:
        if not facts["resized_twice"]:
            return self.passed()
        twice = facts["resized_twice"][0]
        return self.failed(
            expected="one step from the size of the file to the final one",
            received=f"resized to {_size(twice['first_size'])} in line {twice['first_line']}, "
            f"then to {_size(twice['then_size'])} in line {twice['then_line']}",
            attempt="resize to the final size at once",
            line=twice["then_line"],
        )


def _resize(call: Mapping[str, Any]) -> dict[str, Any]:
    shape = call["arguments"].get("input_shape") or []
    given = list(shape[-3:-1])
    known = len(given) == 2 and None not in given
    size = call["arguments"].get("size")
    return {"line": call["line"], "size": size, "given": given if known else None}


def _chained(resizes: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Calls of which the second works on what the first returned."""
    for i, then in enumerate(resizes):
        for first in resizes[:i]:
            if first["size"] == then["given"] and then["size"] != then["given"]:
                yield _pair(first["size"], first["line"], then)
                break


def _after_reading(
    resizes: Sequence[Mapping[str, Any]], stages: Sequence[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """A call on what a stage has read and resized, as image_dataset_from_directory does."""
    resizing = [stage for stage in stages if any(op.startswith("Resize") for op in stage["ops"])]
    if len(resizing) < 2 or not any(op.startswith("Decode") for op in resizing[0]["ops"]):
        return
    for then in resizes:
        if then["given"] and then["size"] != then["given"]:
            yield _pair(then["given"], resizing[0]["line"], then)


def _pair(first_size: Any, first_line: int, then: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "first_size": first_size,
        "first_line": first_line,
        "then_size": then["size"],
        "then_line": then["line"],
    }


def _size(size: Any) -> str:
    return "x".join(str(length) for length in size) if isinstance(size, list) else str(size)
