"""Models take the inputs and give the outputs that are asked for, whatever the arguments."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.small_batch import input_tensors, own_shapes, run_small_batch
from etude.checks.values import Value
from etude.domain.verdict import Verdict
from etude.domain.wording import listed

_ROWS = 2
# Pixels as they are stored: values that a last layer without activation does not map into [0, 1].
_LARGEST = 255.0
# Of a sum of float32 numbers that should be 1.
_ROUNDING = 1e-3

Made = Mapping[str, Any]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One model that is asked for; shapes without the batch axis, None for any size.

    Attributes:
      of: what gives the model.
      inputs, outputs: one shape per input and per output.
    """

    of: Value
    inputs: tuple[tuple[int | None, ...], ...]
    outputs: tuple[tuple[int | None, ...], ...]


class ModelContract(Check, frozen=True, kw_only=True):
    """Attributes:
    models: the models asked for; several calls with different arguments show fixed numbers up.
    names: names of the inputs, when the statement gives them.
    dtype: of the outputs; sums_to_one: outputs are probabilities over the last axis.
    low, high: every output lies between them.
    """

    models: tuple[Asked, ...]
    names: tuple[str, ...] = ()
    dtype: str = "float32"
    sums_to_one: bool = False
    low: float | None = None
    high: float | None = None

    @property
    def title(self) -> str:
        asked = self.models[0]
        return f"{asked.of}: {_shapes(asked.inputs)} in, {_shapes(asked.outputs)} out"

    def probe(self, live: Live) -> Facts:
        made = [_make(live, asked, self.names) for asked in self.models]
        described = [one.pop("model") for one in made if "model" in one]
        return {"made": made, "model": described}

    def judge(self, facts: Facts) -> Verdict:
        for asked, made in zip(self.models, facts["made"], strict=True):
            if "no_model" in made:
                return self.failed(**no_model(str(asked.of), made["no_model"]))
            fault = self._fault(asked, made)
            if fault is not None:
                return self.failed(**fault)
        return self.passed()

    def _fault(self, asked: Asked, made: Made) -> dict[str, Any] | None:
        return (
            self._wrong_inputs(asked, made)
            or self._wrong_outputs(asked, made)
            or self._wrong_values(asked, made)
        )

    def _wrong_inputs(self, asked: Asked, made: Made) -> dict[str, Any] | None:
        if made["inputs"] and not _all_fit(made["inputs"], asked.inputs):
            return {
                "expected": f"{asked.of} takes inputs of shape {_shapes(asked.inputs)}",
                "received": f"inputs of shape {_shapes(made['inputs'])}",
                "attempt": "use the function's arguments where a fixed shape is written",
            }
        if self.names and made["names"] and list(self.names) != list(made["names"]):
            return {
                "expected": f"inputs named {listed(self.names)}",
                "received": f"inputs named {listed(made['names'])}",
                "attempt": "give each keras.Input its name=",
            }
        return None

    def _wrong_outputs(self, asked: Asked, made: Made) -> dict[str, Any] | None:
        shapes = [output["shape"][1:] for output in made["outputs"]]
        if not _all_batched(made) or not _all_fit(shapes, asked.outputs):
            received = _shapes(shapes) if _all_batched(made) else _shapes(_whole(made), batch=True)
            return {
                "expected": f"{asked.of} gives {_shapes(asked.outputs)} for each example",
                "received": f"outputs of shape {received}",
                "attempt": "look at the last line of model.summary()",
            }
        wrong = next((o["dtype"] for o in made["outputs"] if o["dtype"] != self.dtype), None)
        if wrong is not None:
            return {"expected": f"outputs of type {self.dtype}", "received": str(wrong)}
        return None

    def _wrong_values(self, asked: Asked, made: Made) -> dict[str, Any] | None:
        for output in made["outputs"]:
            seen = f"values between {output['low']:.3g} and {output['high']:.3g}"
            if output["nan"]:
                return {
                    "expected": f"{asked.of} gives numbers",
                    "received": f"{output['nan']} NaN or infinite values among its outputs",
                }
            if self.sums_to_one and not _are_probabilities(output):
                low, high = output["row_sums"]
                return {
                    "expected": f"{asked.of} gives probabilities that sum to 1 for each example",
                    "received": f"{seen}, sums between {low:.3g} and {high:.3g}",
                    "attempt": "softmax over the classes makes probabilities of the last values",
                }
            if not _between(output, self.low, self.high):
                return {
                    "expected": f"{asked.of} gives values between {self.low:g} and {self.high:g}",
                    "received": seen,
                }
        return None


def _make(live: Live, asked: Asked, names: tuple[str, ...]) -> dict[str, Any]:
    """What came of one call; the model is run only on inputs that it says it takes."""
    wanted = {"of": str(asked.of), "wanted_inputs": asked.inputs, "wanted_outputs": asked.outputs}
    model = live.value(asked.of)
    if not isinstance(model, live.keras.Model):
        return {**wanted, "no_model": type(model).__name__}
    inputs = own_shapes(model)
    runs = not inputs or _all_fit(inputs, asked.inputs)
    outputs = _run(live, model, asked) if runs else []
    return {
        **wanted,
        "inputs": inputs,
        "names": [str(tensor.name) for tensor in input_tensors(model)] if names else [],
        "outputs": [_described(live, output) for output in outputs],
        "model": live.describe_model(model),
    }


def _run(live: Live, model: Any, asked: Asked) -> list[Any]:
    return run_small_batch(live, model, asked.inputs, rows=_ROWS, largest=_LARGEST)


def _described(live: Live, output: Any) -> dict[str, Any]:
    np = live.np
    finite = output[np.isfinite(output)]
    sums = output.sum(axis=-1) if output.ndim > 1 else output
    return {
        "shape": list(output.shape),
        "dtype": str(output.dtype),
        "nan": int(output.size - finite.size),
        "low": float(finite.min()) if finite.size else 0.0,
        "high": float(finite.max()) if finite.size else 0.0,
        "row_sums": [float(sums.min()), float(sums.max())],
    }


def _all_fit(shapes: Sequence[Any], wanted: Sequence[Any]) -> bool:
    return len(shapes) == len(wanted) and all(map(_fits, shapes, wanted))


def _fits(shape: Sequence[int | None], wanted: Sequence[int | None]) -> bool:
    """An open size takes any size."""
    return len(shape) == len(wanted) and all(
        have is None or want is None or have == want
        for have, want in zip(shape, wanted, strict=True)
    )


def _between(output: Made, low: float | None, high: float | None) -> bool:
    too_low = low is not None and output["low"] < low - _ROUNDING
    return not too_low and (high is None or output["high"] <= high + _ROUNDING)


def _are_probabilities(output: Made) -> bool:
    sums_to_one = all(abs(total - 1) <= _ROUNDING for total in output["row_sums"])
    return sums_to_one and _between(output, 0.0, 1.0)


def _all_batched(made: Made) -> bool:
    return all(output["shape"][:1] == [_ROWS] for output in made["outputs"])


def _whole(made: Made) -> list[Any]:
    return [output["shape"] for output in made["outputs"]]


def _shapes(shapes: Sequence[Any], *, batch: bool = False) -> str:
    told = [str(tuple(shape)) for shape in shapes]
    return (listed(told) or "none at all") + (f" for {_ROWS} examples" if batch else "")
