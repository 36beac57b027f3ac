"""A model with classes of the program's own comes back from its file as it was."""

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
    """The file is read where the classes are known, in the safe mode of Keras.

    Attributes: inputs: an array for which both models predict.
    """

    inputs: Value

    @property
    def title(self) -> str:
        return f"{self.of} comes back from a .keras file as it was"

    def look(self, live: Live, model: Any) -> Facts:
        inputs = live.value(self.inputs)
        with live.learner():
            before = predict(model, inputs)
            model.save(_FILE)
        try:
            after = predict(live.keras.models.load_model(_FILE, compile=False), inputs)
        except Exception as error:
            where = f"load_model, for a file that {self.of} was saved to,"
            return {"refused": {**refusal(live, error, _FILE), "where": where}}
        finally:
            os.remove(_FILE)
        return {"saved": before.get("outputs"), "loaded": after.get("outputs")}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if "refused" in facts:
            return self.failed(
                expected="a file that keras.models.load_model reads without further arguments",
                received=facts["refused"]["message"],
                attempt="register the class, and let get_config tell all that its __init__ needs",
            )
        fault = difference(facts["saved"], facts["loaded"])
        if fault:
            return self.failed(
                expected="the predictions of the model that was saved",
                received=f"{fault}, once it is loaded again",
                attempt="compare what get_config() returns with the arguments of __init__: what is "
                "missing there comes back with its default",
            )
        return self.passed()
