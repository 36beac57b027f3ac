"""The learner states a number that is true."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.one_number import one_number
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class ReturnsValue(Check, frozen=True, kw_only=True):
    """Attributes:
    of: the number that the learner states, a constant or what a function returns.
    parameters_of: a model whose number of parameters it should be; else ``equals`` is the truth.
    what: what the number says, for messages: "the number of parameters".
    within: how far off it may be.
    """

    of: Value
    parameters_of: Value = None
    equals: float | None = None
    what: str = "the number of parameters"
    within: float = 0.0

    @property
    def title(self) -> str:
        return f"{self.of} is {self._what}"

    def probe(self, live: Live) -> Facts:
        stated = live.value(self.of)
        facts = {"stated": one_number(live, stated), "type": type(stated).__name__}
        if self.parameters_of is None:
            return facts
        model = live.value(self.parameters_of)
        if not isinstance(model, live.keras.Model):
            return {**facts, "no_model": type(model).__name__}
        with live.learner():  # a model that has not seen its input's shape cannot count
            return {**facts, "truth": int(model.count_params())}

    def judge(self, facts: Facts) -> Verdict:
        if "no_model" in facts:
            return self.failed(**no_model(str(self.parameters_of), facts["no_model"]))
        truth = facts.get("truth", self.equals)
        if facts["stated"] is None:
            return self.failed(
                expected=f"{self.of} is a number: {self._what}",
                received="None" if facts["type"] == "NoneType" else f"a {facts['type']}",
            )
        if abs(facts["stated"] - truth) > self.within:
            return self.failed(
                expected=f"{self.of} is {self._what}",
                received=f"{facts['stated']:,.12g}",
                attempt=self._attempt,
            )
        return self.passed()

    @property
    def _what(self) -> str:
        return self.what if self.parameters_of is None else f"{self.what} of {self.parameters_of}"

    @property
    def _attempt(self) -> str:
        """Where the truth stands, without telling it."""
        if self.parameters_of is None:
            return ""
        return f"read the total below the table that {self.parameters_of}.summary() prints"
