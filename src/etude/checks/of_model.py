"""What checks of a single model have in common."""

from typing import Any

from etude import decoding
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.observations import Model
from etude.domain.verdict import Verdict


class OfModel(Check, frozen=True, kw_only=True):
    """Attributes: of: what gives the model."""

    of: Value

    def probe(self, live: Live) -> Facts:
        model = live.value(self.of)
        if not isinstance(model, live.keras.Model):
            return {"no_model": type(model).__name__}
        return {"model": live.describe_model(model), **self.look(live, model)}

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            return self.failed(**no_model(str(self.of), facts["no_model"]))
        return self.judge_model(as_model(facts["model"]), facts)

    def look(self, live: Live, model: Any) -> Facts:
        """More facts than the model's description."""
        return {}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        """The verdict on a model that is there."""
        raise TypeError(f"{type(self).__name__} does not judge")


def as_model(fields: Any) -> Model:
    """The record again, from facts."""
    return decoding.convert(fields, Model, strict=False)


def no_model(of: str, kind: str) -> dict[str, Any]:
    """What a check says when there is no model to look at."""
    if kind == "NoneType":
        return {
            "expected": f"{of} gives a Keras model",
            "received": "None",
            "attempt": "end the function with a return of the model",
        }
    return {"expected": f"{of} gives a Keras model", "received": f"an object of class {kind}"}
