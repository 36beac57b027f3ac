"""A model is a chain of other models: it has their weights, and answers as they do one by one."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_ROUNDING = 1e-4


class MadeOf(Check, frozen=True, kw_only=True):
    """Attributes:
    whole: the model; parts: the models it is made of, in the order of the data.
    inputs: an array for the first part.
    """

    whole: Value
    parts: tuple[Value, ...]
    inputs: Value

    @property
    def title(self) -> str:
        return f"{self.whole} is {', then '.join(map(str, self.parts))}"

    def probe(self, live: Live) -> Facts:
        models = {str(of): live.value(of) for of in (self.whole, *self.parts)}
        for name, model in models.items():
            if not isinstance(model, live.keras.Model):
                return {"no_model": [name, type(model).__name__]}
        whole, *parts = models.values()
        inputs = live.value(self.inputs)
        with live.learner():
            at_once, one_by_one = _asked(live, whole, inputs), inputs
            for part in parts:
                one_by_one = _asked(live, part, one_by_one)
        if at_once.shape != one_by_one.shape:
            return {"shapes": [list(at_once.shape), list(one_by_one.shape)]}
        size = max(1.0, float(live.np.abs(at_once).max()))
        own = [
            str(of) for of, part in zip(self.parts, parts, strict=True) if not _shared(whole, part)
        ]
        line = live.describe_model(whole).get("line", 0)
        return {
            "apart": float(live.np.abs(at_once - one_by_one).max()) / size,
            "unshared": {"parts": own, "whole": str(self.whole), "line": line},
        }

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            return self.failed(**no_model(*facts["no_model"]))
        if "shapes" in facts:
            whole, chain = (tuple(shape) for shape in facts["shapes"])
            return self._failed(f"outputs of shape {whole}, and {chain} from one after the other")
        own = facts["unshared"]["parts"]
        if own:
            return self._failed(f"weights of its own in place of those of {' and '.join(own)}")
        if not facts["apart"] <= _ROUNDING:
            return self._failed(f"answers that differ by up to {facts['apart']:.1%}")
        return self.passed()

    def _failed(self, received: str) -> Verdict:
        chain = "".join(f"{part}(" for part in reversed(self.parts)) + "x" + ")" * len(self.parts)
        return self.failed(
            expected=f"{self.whole}(x) is {chain}, with the same weights",
            received=received,
            attempt="make each part once, and call them on each other's output: "
            "a model is a layer, too",
        )


def _asked(live: Live, model: Any, inputs: Any) -> Any:
    return live.np.asarray(model(live.tf.constant(inputs), training=False))


def _shared(whole: Any, part: Any) -> bool:
    known = {id(weight) for weight in whole.weights}
    return all(id(weight) in known for weight in part.weights)
