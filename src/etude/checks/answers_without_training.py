"""A function that answers has learned before: it trains nothing when it is asked."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import trainings_during
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class AnswersWithoutTraining(Check, frozen=True, kw_only=True):
    """Attributes: by: the function; inputs: what it is asked."""

    by: Value
    inputs: Value

    @property
    def title(self) -> str:
        return f"{self.by} trains nothing when it is asked"

    def probe(self, live: Live) -> Facts:
        answer, inputs = live.value(self.by), live.value(self.inputs)

        def ask() -> None:
            with live.learner():
                answer(inputs)

        trainings = trainings_during(live, ask)
        return {"fit_lines": [training["line"] for training in trainings]}

    def judge(self, facts: Facts) -> Verdict:
        if not facts["fit_lines"]:
            return self.passed()
        return self.failed(
            expected=f"{self.by} answers from what was learned and saved before",
            received=f"a training in line {facts['fit_lines'][0]}, whenever it is asked",
            attempt="keep all that was learned in files, and only load them to answer",
            line=facts["fit_lines"][0],
        )
