"""A model with classes of the learner's own can be saved, and loaded again as it was."""

import os
from typing import Any

from etude.checks.artifact_reloads import difference, refusal
from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.predictions import predict
from etude.checks.values import Value
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_FILE = "saved_by_the_check.keras"


class SurvivesSaving(OfModel, frozen=True, kw_only=True):
    """It is loaded where the program's classes are known, by nothing but what the file tells.

    Attributes: inputs: an array for which both models predict.
    """

    inputs: Value

    @property
    def title(self) -> str:
        return f"{self.of}, saved and loaded again, predicts the same"

    def look(self, live: Live, model: Any) -> Facts:
        inputs = live.value(self.inputs)
        with live.learner():
            expected = predict(model, inputs)
            model.save(_FILE)
        try:
            loaded = live.keras.models.load_model(_FILE)
            return {"expected": expected.get("outputs"), **predict(loaded, inputs)}
        except Exception as error:
            return {"refused": refusal(live, error, "the saved model")}
        finally:
            os.remove(_FILE)

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if "refused" in facts:
            return self.failed(
                expected="a file that keras.models.load_model can load without custom_objects",
                received=facts["refused"]["message"],
                attempt="save a model yourself, load it, and read the message to its end",
            )
        fault = difference(facts.get("expected"), facts.get("outputs"))
        if fault:
            return self.failed(
                expected="the loaded model predicts what the saved one did",
                received=fault,
                attempt="compare layer.get_config() of both: a setting that is missing there "
                "comes back with its default",
            )
        return self.passed()
