"""A function continues a row of tokens with what the model says, one after the other."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Call, Value
from etude.domain.verdict import Verdict

# So cold that the likeliest token is drawn, unless two are all but equally likely.
_COLD = 1e-3
# So hot that all tokens are nearly alike: what is drawn is the likeliest now and then alone.
_HOT = 1e3
# Of float32 probabilities that should sum to 1.
_ROUNDING = 1e-3


class GeneratesByModel(Check, frozen=True, kw_only=True):
    """Attributes:
    function: takes (model, start, steps, temperature) and gives start and the new tokens.
    model: gives logits (batch, steps, tokens) for rows of any length.
    start: the first tokens; steps: how many are to follow.
    """

    function: str
    model: Value
    start: list[int]
    steps: int = 8

    @property
    def title(self) -> str:
        return f"{self.function} lets the model continue a text, token by token"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.model)
        given = (self.model, self.start, self.steps)
        cold, hot = (
            live.value(Call(function=self.function, args=(*given, temperature)))
            for temperature in (_COLD, _HOT)
        )
        return {
            "came": _numbers(live, cold),
            "hot": _numbers(live, hot),
            "type": type(cold).__name__,
            **self._likeliest(live, model),
        }

    def judge(self, facts: Facts) -> Verdict:
        if facts["probabilities"]:
            return self.failed(
                expected=f"logits of {self.model}, which softmax makes probabilities of",
                received="values between 0 and 1 that sum to 1: softmax has been applied already",
                attempt="leave softmax out of the last layer, and tell the loss from_logits=True",
            )
        came, length = facts["came"], len(self.start) + self.steps
        wanted = f"{self.steps} tokens after the {len(self.start)} of the beginning"
        if came is None or len(came) != length:
            received = (
                f"an object of class {facts['type']}" if came is None else f"{len(came)} tokens"
            )
            return self.failed(expected=f"{length} tokens: {wanted}", received=received)
        if came[: len(self.start)] != self.start:
            return self.failed(
                expected=f"a row that begins with {self.start}",
                received=f"it begins with {came[: len(self.start)]}",
            )
        differs = [place for place in range(length) if came[place] != facts["likeliest"][place]]
        if not differs and facts["hot"] == facts["likeliest"]:
            return self.failed(
                expected=f"at the temperature {_HOT:g}, at which all tokens are nearly alike, "
                "others than the likeliest ones",
                received="the likeliest token each time, as at the lowest temperature",
                attempt="draw each token with the temperature that is given",
            )
        if not differs:
            return self.passed()
        place = differs[0]
        return self.failed(
            expected=f"at the temperature {_COLD:g} the likeliest token each time, "
            f"{facts['likeliest'][place]} after {came[:place]}",
            received=f"the token {came[place]}",
            attempt="give the model everything so far, and draw from the logits of the last step",
        )

    def _likeliest(self, live: Live, model: Any) -> Facts:
        row, sums = list(self.start), []
        with live.learner():
            for _ in range(self.steps):
                logits = live.np.asarray(model(live.np.array([row]), training=False))[0, -1]
                row.append(int(logits.argmax()))
                sums.append(float(logits.sum()) if logits.min() >= 0 else 0.0)
        return {
            "likeliest": row,
            "probabilities": all(abs(total - 1) < _ROUNDING for total in sums),
        }


def _numbers(live: Live, value: Any) -> list[int] | None:
    try:
        array = live.np.asarray(value)
    except (ValueError, TypeError):
        return None
    one_row = array.ndim == 2 and len(array) == 1
    array = array[0] if one_row else array
    return array.astype(int).tolist() if array.ndim == 1 and array.dtype.kind in "iuf" else None
