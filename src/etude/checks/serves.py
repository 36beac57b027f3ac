"""An exported model answers raw inputs through its serving signature."""

import os
from typing import Any, ClassVar

from etude.checks.artifact_reloads import advice, difference, in_memory, refusal
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

SIGNATURE = "serving_default"


class Serves(Check, frozen=True, kw_only=True):
    """Attributes:
    folder: of the SavedModel, with "/" at its end.
    model: the model in memory; inputs: what it is given there.
    raw: an array of what the served model is given.
    of: the call after which the folder must be there.
    dtype: of the signature's input; shape: of it, with None for a free axis.
    """

    folder: str
    model: Value
    inputs: Value
    raw: Value
    of: Value = None
    dtype: str = ""
    shape: tuple[int | None, ...] | None = None

    reloads: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return f"{self.folder} serves raw inputs and predicts the same"

    @property
    def artifacts(self) -> tuple[str, ...]:
        return (self.folder,)

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        model, inputs = live.value(self.model), live.value(self.inputs)
        return in_memory(live, model, inputs, live.value(self.raw))

    def reload(self, live: Live) -> Facts:
        if not os.path.exists(os.path.join(self.folder, "saved_model.pb")):
            return {"missing": True, "is_there": os.path.isdir(self.folder)}
        try:
            loaded = live.tf.saved_model.load(self.folder)
            serve = loaded.signatures.get(SIGNATURE)
            if serve is None:
                return {"signatures": sorted(loaded.signatures)}
            return self._ask(live, serve)
        except Exception as error:
            return {"refused": refusal(live, error, self.folder)}

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("missing"):
            return self._nothing_there(facts)
        if "signatures" in facts:
            return self.failed(
                expected=f"a signature {SIGNATURE!r}, which servers call by default",
                received=f"the signatures {', '.join(facts['signatures']) or 'none'}",
                attempt="model.export writes one by itself",
            )
        if "refused" in facts:
            return self.failed(
                expected="a SavedModel that a fresh process can load and call",
                received=facts["refused"]["message"],
            )
        return self._judge_signature(facts)

    def _ask(self, live: Live, serve: Any) -> dict[str, Any]:
        """What the signature takes, and its answers to raw inputs, cast as it wants them."""
        specs = serve.structured_input_signature[1]
        facts: dict[str, Any] = {
            "takes": [
                {"name": name, "dtype": spec.dtype.name, "shape": _sizes(spec.shape)}
                for name, spec in specs.items()
            ]
        }
        if len(specs) == 1:
            facts["outputs"] = _answer(live, serve, live.value(self.raw))
        return facts

    def _judge_signature(self, facts: Facts) -> Verdict:
        takes = facts["takes"]
        received = ", ".join(f"{one['dtype']} {_written(one['shape'])}" for one in takes)
        if len(takes) != 1 or not self._fits(takes[0]):
            return self.failed(
                expected=f"a signature that takes {self._wanted()}",
                received=f"it takes {received or 'nothing'}",
                attempt="the shape and dtype of keras.Input become those of the signature",
            )
        fault = difference(facts.get("expected"), facts.get("outputs"))
        if fault:
            return self.failed(
                expected="the predictions that the model in memory gives",
                received=fault,
                attempt=advice(facts),
            )
        return self.passed()

    def _fits(self, taken: Any) -> bool:
        same_type = not self.dtype or taken["dtype"] == self.dtype
        return same_type and (self.shape is None or tuple(taken["shape"] or ()) == self.shape)

    def _wanted(self) -> str:
        shape = _written(self.shape) if self.shape is not None else "one input"
        return f"{self.dtype} {shape}".strip()

    def _nothing_there(self, facts: Facts) -> Verdict:
        name = self.folder.rstrip("/")
        received = "a folder without saved_model.pb" if facts["is_there"] else "no such folder"
        return self.failed(
            expected=f"a SavedModel in the folder {name}",
            received=received,
            attempt=f'model.export("{name}")',
        )


def _answer(live: Live, serve: Any, array: Any) -> Any:
    """The signature's only output for an array; None when it does not take it."""
    ((name, spec),) = serve.structured_input_signature[1].items()
    try:
        given = of_rank(live.tf, live.tf.cast(array, spec.dtype), spec.shape)
        outputs = serve(**{name: given})
    except (ValueError, TypeError, live.tf.errors.InvalidArgumentError):
        return None
    return live.np.asarray(next(iter(outputs.values()))) if len(outputs) == 1 else None


def of_rank(tf: Any, array: Any, shape: Any) -> Any:
    """One value per example as (n,) or (n, 1), whichever is asked for; Keras models take both."""
    if shape.rank == 2 and shape[-1] == 1 and array.shape.rank == 1:
        return tf.expand_dims(array, -1)
    return array


def _sizes(shape: Any) -> list[int | None] | None:
    return None if shape.rank is None else [None if s is None else int(s) for s in shape]


def _written(shape: Any) -> str:
    if shape is None:
        return "of any shape"
    sizes = ["any" if size is None else str(size) for size in shape]
    return f"({', '.join(sizes)})"
