"""A classifier has exactly one output for each class."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class OneOutputPerClass(Check, frozen=True, kw_only=True):
    """Attributes: model: the model; data: batches of (x, y); classes: names of the classes."""

    model: Value
    data: Value
    classes: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"the model has one output for each of {', '.join(self.classes)}"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.model)
        batches = live.batches(live.value(self.data), 1)
        with live.learner():
            outputs = model(batches[0][0], training=False)
            shape = list(outputs.shape)
        return {"shape": shape, "examples": len(batches[0][0])} | self._made(live, model)

    def _made(self, live: Live, model: Any) -> dict[str, Any]:
        """The model beside what was asked for, as diagnoses of models read it."""
        if not isinstance(model, live.keras.Model):
            return {}
        made = {"of": "the exercise", "wanted_inputs": [], "wanted_outputs": [[len(self.classes)]]}
        return {"made": [made], "model": [live.describe_model(model)]}

    def judge(self, facts: Facts) -> Verdict:
        wanted = [facts["examples"], len(self.classes)]
        if facts["shape"] == wanted:
            return self.passed()
        return self.failed(
            expected=f"{len(self.classes)} outputs for each of {facts['examples']} examples",
            received=f"outputs of shape {tuple(facts['shape'])}",
            attempt="look at the number of units of the last layer",
        )
