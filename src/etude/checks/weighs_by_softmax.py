"""Weights of the words of a text are the softmax of scores that are linear in the word vectors."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import run_model
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

# Rounding of float32 leaves a millionth; shares of sigmoids, squares or ReLUs bend by tenths.
_STRAIGHT = 0.01
_LEAST = 1e-30  # of a weight, so that its logarithm is a number


class WeighsBySoftmax(OfModel, frozen=True, kw_only=True):
    """The logarithm of a softmax is its scores but for a constant: linear in what they are made of.

    Attributes: words: how many entries the vocabulary has, 0 being padding.
    """

    words: int

    @property
    def title(self) -> str:
        return f"{self.of} weighs words by the softmax of their scores"

    def look(self, live: Live, model: Any) -> Facts:
        table = next((one for one in model.weights if self._is_table(one)), None)
        return {"bent": None if table is None else self._bent(live, model, table)}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if facts["bent"] is not None and facts["bent"] <= _STRAIGHT:
            return self.passed()
        return self.failed(
            expected="the softmax of scores that a dense layer makes of word vectors: the "
            "logarithms of the weights are linear in the vectors",
            received=f"an embedding of {self.words} words that cannot be found"
            if facts["bent"] is None
            else f"weights whose logarithms are off a linear function by up to {facts['bent']:.2g}",
            attempt="give the scores to softmax as they come from the dense layer without an "
            "activation; other numbers that are divided by their sum are no softmax",
        )

    def _is_table(self, weight: Any) -> bool:
        return len(weight.shape) == 2 and int(weight.shape[0]) == self.words

    def _bent(self, live: Live, model: Any, table: Any) -> float:
        """How far the logarithms of the weights are from any linear function of the vectors."""
        np = live.np
        before = np.array(table)
        vectors = np.random.default_rng(0).normal(size=before.shape)
        table.assign(vectors.astype("float32"))
        try:
            (weights,) = run_model(live, model, np.arange(1, self.words)[np.newaxis])
        finally:
            table.assign(before)
        logarithms = np.log(np.maximum(weights.astype("float64").reshape(-1), _LEAST))
        known = np.column_stack([vectors[1:], np.ones(self.words - 1)])
        fitted = known @ np.linalg.lstsq(known, logarithms, rcond=None)[0]
        return float(np.abs(logarithms - fitted).max())
