"""What a text model finds counts once, however often it occurs in the text."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import run_model
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_FEW, _MANY = 12, 60
_ROUNDING = 1e-4


class CountsOnce(OfModel, frozen=True, kw_only=True):
    """A text of two words, each of them many times in a row, is made longer at its end.

    Every stretch of neighbours in the longer text is in the shorter one, too: the maximum over the
    steps stays, a mean or a sum does not.

    Attributes: words: two tokens.
    """

    words: tuple[int, int]

    @property
    def title(self) -> str:
        return f"{self.of} keeps the maximum over all steps"

    def look(self, live: Live, model: Any) -> Facts:
        first, second = self.words
        texts = [live.np.array([[first] * _FEW + [second] * n]) for n in (_FEW, _MANY)]
        short, long = (run_model(live, model, text)[0] for text in texts)
        return {"apart": float(live.np.abs(long - short).max())}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if facts["apart"] <= _ROUNDING:
            return self.passed()
        return self.failed(
            expected=f"the same answer for a text of {_FEW} times {self.words[0]} and {_FEW} times "
            f"{self.words[1]}, and for one with {_MANY} times {self.words[1]}: both hold the same "
            "stretches of words",
            received=f"answers that differ by up to {facts['apart']:.2g}",
            attempt="a mean depends on how often something occurs; keep of each filter the largest "
            "value of all steps",
        )
