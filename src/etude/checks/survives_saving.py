"""A model with classes of the program's own comes back from its file as it was."""

import os

from etude.checks.artifact_reloads import difference, refusal
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.predictions import predict
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_PATH = "survives.keras"


class SurvivesSaving(Check, frozen=True, kw_only=True):
    """The file is read where the classes are known, in the safe mode of Keras.

    Attributes: model: what is saved and loaded; inputs: what both are asked.
    """

    model: Value
    inputs: Value

    @property
    def title(self) -> str:
        return f"{self.model} comes back from a .keras file as it was"

    def probe(self, live: Live) -> Facts:
        model, inputs = live.value(self.model), live.value(self.inputs)
        if not isinstance(model, live.keras.Model):
            return {"no_model": type(model).__name__}
        with live.learner():
            before = predict(model, inputs)
            model.save(_PATH)
        try:
            after = predict(live.keras.models.load_model(_PATH, compile=False), inputs)
        except Exception as error:
            where = f"load_model, for a file that {self.model} was saved to,"
            return {"refused": {**refusal(live, error, _PATH), "where": where}}
        finally:
            os.remove(_PATH)
        return {
            "saved": before.get("outputs"),
            "loaded": after.get("outputs"),
            "model": live.describe_model(model),
        }

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            return self.failed(**no_model(str(self.model), facts["no_model"]))
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
                attempt="compare what get_config() returns with the arguments of __init__",
            )
        return self.passed()
