"""A model is built with the functional API."""

from collections.abc import Mapping

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_KINDS: Mapping[str, str] = {
    "sequential": "a keras.Sequential model",
    "subclassed": "a subclass of keras.Model with a call method of its own",
}


class FunctionalGraph(OfModel, frozen=True, kw_only=True):
    """Passes keras.Model(inputs, outputs), also where its parts are Sequential or subclasses."""

    @property
    def title(self) -> str:
        return f"{self.of} is built with the functional API"

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if model.kind == "functional":
            return self.passed()
        return self.failed(
            expected="a functional model: keras.Model(inputs, outputs)",
            received=_KINDS[model.kind],
            attempt="start at keras.Input, call each layer on the tensor before it, "
            "and give the first and the last tensor to keras.Model",
        )
