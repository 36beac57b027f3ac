"""A model that reads token numbers answers the same, however many zeros follow them."""

from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import own_shapes, run_model
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

# Two lengths order float32 sums differently; padding that counts changes the first digits.
_SAME = 1e-4


class IgnoresPadding(OfModel, frozen=True, kw_only=True):
    """Attributes:
    tokens: rows of token numbers of one length, each of another text; no zeros.
    zeros: how many zeros are put behind them the second time.
    """

    tokens: list[list[int]]
    zeros: int = 7

    @property
    def title(self) -> str:
        return f"{self.of} gives the same answer, however many zeros follow the text"

    def look(self, live: Live, model: Any) -> Facts:
        fixed = [shape for shape in own_shapes(model) if None not in shape]
        if fixed:
            return {"length": list(fixed[0])}
        rows = live.np.array(self.tokens)
        longer = live.np.pad(rows, ((0, 0), (0, self.zeros)))
        plain, padded = (run_model(live, model, given)[0] for given in (rows, longer))
        return {"plain": plain, "padded": padded}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if "length" in facts:
            return self.failed(
                expected=f"{self.of} takes rows of any length",
                received=f"it takes rows of shape {tuple(facts['length'])} alone",
                attempt="keras.Input(shape=(None,)) leaves the length open",
            )
        plain, padded = np.asarray(facts["plain"]), np.asarray(facts["padded"])
        if plain.shape != padded.shape:
            return self.failed(
                expected="one answer for each text, whatever its length",
                received=f"outputs of shape {plain.shape}, and {padded.shape} with more zeros",
            )
        if np.abs(plain - plain[:1]).max() <= _SAME:
            return self.failed(
                expected="different answers to different texts",
                received=f"the same for all of {len(plain)} texts",
            )
        row = int(np.abs(plain - padded).reshape(len(plain), -1).max(axis=1).argmax())
        if np.abs(plain[row] - padded[row]).max() <= _SAME:
            return self.passed()
        return self.failed(
            expected=f"{_told(plain[row])} for {self.tokens[row]} with and without zeros",
            received=f"{_told(padded[row])} with {self.zeros} zeros behind them",
            attempt="each layer that looks at several steps must leave out those of padding",
        )


def _told(values: Any) -> str:
    numbers = [f"{value:.4f}" for value in np.asarray(values).ravel()[:4]]
    return ", ".join(numbers)
