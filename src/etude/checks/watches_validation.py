"""The program looks at examples that it does not learn from, under whatever name."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import recorded_trainings
from etude.domain.verdict import Verdict


class WatchesValidation(Check, frozen=True, kw_only=True):
    """One ``fit`` of the program at least is given validation data, by whichever argument.

    Attributes: things: what messages call the examples.
    """

    things: str = "pictures"

    @property
    def title(self) -> str:
        return f"training is watched on {self.things} that it does not learn from"

    def probe(self, live: Live) -> Facts:
        return {"watched": recorded_trainings(live)}

    def judge(self, facts: Facts) -> Verdict:
        expected = "a validation loss after each epoch"
        trainings = facts["watched"]
        if not trainings:
            return self.failed(expected=expected, received="fit is never called")
        judged = [training for training in trainings if _is_judged(training)]
        if not judged:
            return self.failed(
                expected=expected,
                received="fit without validation data",
                attempt=f"hold some of the {self.things} back: validation_data=...",
                line=trainings[-1]["line"],
            )
        if all(training["overlap"] for training in judged):
            return self.failed(
                expected="validation on examples that fit does not learn from",
                received="training examples once more",
                attempt="split before anything is batched, with the same seed for both parts",
                line=judged[-1]["line"],
            )
        return self.passed()


def _is_judged(training: Facts) -> bool:
    return any("val_loss" in logs for logs in training["epochs"])
