"""A saved model loads in a fresh process and predicts what it did before."""

from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.checks.predictions import predict
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Two processes order float32 sums differently; a lost layer or a wrong scale changes first digits.
_TOLERANCE = 1e-3
_LONGEST = 500


class ArtifactReloads(OfArtifact, frozen=True, kw_only=True):
    """The fresh process has none of the learner's code and trusts no code in the file.

    Attributes:
      artifact: the ``.keras`` file.
      of: the call after which it must be there; None when the program writes it by itself.
      model: the model in memory; inputs: what it is given there.
      raw: what the loaded model is given; the same inputs when it is None.
    """

    model: Value
    inputs: Value
    of: Value = None
    raw: Value = None

    @property
    def title(self) -> str:
        return f"{self.artifact} loads in a fresh process and predicts the same"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        model, inputs = live.value(self.model), live.value(self.inputs)
        return in_memory(live, model, inputs, None if self.raw is None else live.value(self.raw))

    def look(self, live: Live) -> Facts:
        try:
            model = live.load_model(self.artifact)
            answer = predict(model, live.value(self.inputs if self.raw is None else self.raw))
        except Exception as error:
            return {"refused": refusal(live, error, self.artifact)}
        return answer

    def judge_saved(self, facts: Facts) -> Verdict:
        if "refused" in facts:
            return self.failed(
                expected="a file that a fresh process can load and use",
                received=facts["refused"]["message"],
                attempt="load it by hand in a new Python session",
            )
        fault = difference(facts.get("expected"), facts.get("outputs"))
        if fault:
            return self.failed(
                expected="the predictions that the model in memory gives",
                received=fault,
                attempt=advice(facts),
            )
        return self.passed()


def difference(expected: Any, outputs: Any) -> str:
    """How predictions differ; "" when they are the same."""
    if outputs is None or expected is None:
        return "no single array of predictions"
    if expected.shape != outputs.shape:
        return f"predictions of shape {outputs.shape} instead of {expected.shape}"
    if not np.isfinite(outputs).all():
        return f"{int(np.size(outputs) - np.isfinite(outputs).sum())} predictions are NaN"
    largest = float(np.abs(expected - outputs).max())
    scale = max(1.0, float(np.abs(expected).max()))
    if largest <= _TOLERANCE * scale:
        return ""
    return f"predictions that differ by up to {largest:.3g}"


def advice(facts: Facts) -> str:
    """What to try when predictions differ."""
    if "unprepared" in facts and not difference(facts["unprepared"], facts.get("outputs")):
        return "it takes raw inputs for prepared ones: the preparation belongs inside the model"
    if "unprepared" in facts:
        return (
            "ask both about one example by hand: what stands between its raw values and the "
            "trained layers, and what comes after them?"
        )
    return "save the model that you predict with, when its training is over"


def in_memory(live: Live, model: Any, inputs: Any, raw: Any) -> dict[str, Any]:
    """What the model that is still in memory gives, and what it makes of raw inputs."""
    with live.learner():
        facts = {"expected": predict(model, inputs).get("outputs")}
    if raw is not None:
        facts["unprepared"] = _answer_to(model, raw)
    return facts


def refusal(live: Live, error: Exception, path: str) -> dict[str, Any]:
    """Why a fresh process could not load or use what was saved."""
    described = live.describe_error(error)
    return {"path": path, "type": described["type"], "message": described["message"][:_LONGEST]}


def _answer_to(model: Any, inputs: Any) -> Any:
    """Outputs for inputs that the model may refuse, which says nothing against it."""
    try:
        return predict(model, inputs).get("outputs")
    except Exception:
        return None
