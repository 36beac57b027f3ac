"""A model's class says itself what happens with one batch in ``fit``."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class OwnTrainStep(Check, frozen=True, kw_only=True):
    """Attributes: of: what gives the model."""

    of: Value

    @property
    def title(self) -> str:
        return f"the class of {self.of} has a train_step of its own"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.of)
        keras = live.keras
        if not isinstance(model, keras.Model):
            return {"model_class": type(model).__name__, "is_model": False, "own": False}
        plain = (keras.Model.train_step, keras.Sequential.train_step)
        own = type(model).train_step not in plain
        return {"model_class": type(model).__name__, "is_model": True, "own": own}

    def judge(self, facts: Facts) -> Verdict:
        if facts["own"]:
            return self.passed()
        if not facts["is_model"]:
            came = facts["model_class"]
            return self.failed(
                expected=f"{self.of} gives a Keras model",
                received="None" if came == "NoneType" else f"an object of class {came}",
            )
        return self.failed(
            expected="a class with a method train_step(self, data)",
            received=f"{facts['model_class']}, which has Keras's own",
            attempt="derive a class from keras.Model and define train_step in it",
        )
