"""A LiteRT file takes and gives what a device expects, computed with the numbers it has."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.domain.verdict import Verdict

_REAL = "float32"
_SMALLER = ("float16", "int8", "uint8", "int16", "int4")
# Operators that only TensorFlow itself can compute; a plain interpreter refuses them.
_OF_TENSORFLOW = "Flex"


class LiteContract(OfArtifact, frozen=True, kw_only=True):
    """Attributes:
    artifact: the ``.tflite`` file.
    takes, gives: shapes of one example's input and output, without the batch axis.
    dtype: of both.
    integers_only: nothing between the input and the output is computed with real numbers.
    unquantised: no weight is stored with less than it was trained with.
    """

    takes: tuple[int, ...]
    gives: tuple[int, ...]
    dtype: str = _REAL
    integers_only: bool = False
    unquantised: bool = False

    @property
    def title(self) -> str:
        computes = ", and computes with integers alone" if self.integers_only else ""
        computes += ", and keeps its weights as they are" if self.unquantised else ""
        return f"{self.artifact} takes {self._told(self.takes)}{computes}"

    def look(self, live: Live) -> Facts:
        with live.learner():
            return live.describe_saved(self.artifact)

    def judge_saved(self, facts: Facts) -> Verdict:
        lite = facts["lite"]
        for ends, shape, verb in (
            (lite["inputs"], self.takes, "takes"),
            (lite["outputs"], self.gives, "gives"),
        ):
            if not self._fits(ends, shape):
                return self.failed(
                    expected=f"{self.artifact} {verb} one tensor: {self._told(shape)}",
                    received=_told_ends(ends),
                    attempt=self._attempt(ends),
                )
        foreign = [name for name in lite["operators"] if name.startswith(_OF_TENSORFLOW)]
        if foreign:
            return self.failed(
                expected="operators that every LiteRT interpreter has",
                received=", ".join(foreign),
                attempt="leave converter.target_spec.supported_ops without SELECT_TF_OPS",
            )
        smaller = [kind for kind in _SMALLER if lite["types"].get(kind)]
        if self.unquantised and smaller:
            return self.failed(
                expected=f"a file whose tensors are {_REAL}, as the weights were trained",
                received=f"{lite['types'][smaller[0]]} tensors of {smaller[0]}",
                attempt="without converter.optimizations nothing is quantised",
            )
        real = _real_inside(lite)
        if self.integers_only and real:
            return self.failed(
                expected="a file that computes with integers alone",
                received=f"{real} of its {sum(lite['types'].values())} tensors hold real numbers",
                attempt="the converter needs examples to know the range of every value in between",
            )
        return self.passed()

    def _fits(self, ends: Sequence[Mapping[str, Any]], shape: tuple[int, ...]) -> bool:
        if len(ends) != 1 or ends[0]["dtype"] != self.dtype:
            return False
        return tuple(ends[0]["shape"][1:]) == shape

    def _attempt(self, ends: Sequence[Mapping[str, Any]]) -> str:
        if len(ends) == 1 and ends[0]["dtype"] != self.dtype:
            return "converter.inference_input_type and inference_output_type say of which type"
        return "look at interpreter.get_input_details() and get_output_details()"

    def _told(self, shape: Sequence[int | None]) -> str:
        return f"{self.dtype} (n, {', '.join(map(str, shape))})"


def _told_ends(ends: Sequence[Mapping[str, Any]]) -> str:
    told = [
        f"{end['dtype']} ({', '.join('n' if size is None else str(size) for size in end['shape'])})"
        for end in ends
    ]
    return ", ".join(told) or "none"


def _real_inside(lite: Mapping[str, Any]) -> int:
    """Tensors of real numbers that are neither input nor output."""
    ends = [end for end in [*lite["inputs"], *lite["outputs"]] if end["dtype"] == _REAL]
    return max(0, int(lite["types"].get(_REAL, 0)) - len(ends))
