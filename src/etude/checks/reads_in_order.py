"""The first recurrent layer of a model meets the steps of a window one by one, in order of time."""

from collections.abc import Iterator
from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import run_model
from etude.domain.observations import Model
from etude.domain.verdict import Verdict
from etude.domain.wording import counted

# A convolution in front may carry a step to its neighbours, and one step may vanish where windows
# are told as what they differ from it; what mixes all steps puts nearly none in its place.
_NEAR = 2
_IN_PLACE = 0.75


class ReadsInOrder(OfModel, frozen=True, kw_only=True):
    """One step of a window is changed after the other, and the layer's inputs must tell which.

    Attributes:
      steps: numbers in a window, which the model takes as (batch, steps).
      high: numbers from 0 to this are given; things: what messages call the steps.
    """

    steps: int
    high: float = 1.0
    things: str = "steps"

    @property
    def title(self) -> str:
        return f"a recurrent layer of {self.of} reads {self.steps} {self.things} one by one"

    def look(self, live: Live, model: Any) -> Facts:
        layer = next(_recurrent(live, model), None)
        if layer is None:
            return {"reads": None}
        plain = live.np.random.default_rng(0).uniform(0, self.high, self.steps)
        windows = live.np.tile(plain, (self.steps + 1, 1)).astype("float32")
        for step in range(self.steps):
            windows[step + 1, step] = self.high - windows[0, step]
        came = _inputs_of(live, layer, model, windows)
        if came is None or came.ndim != 3:
            return {"reads": None}
        moved = live.np.abs(came[1:] - came[:1]).max(axis=-1)  # (changed, read)
        return {"reads": list(came.shape[1:]), "at": moved.argmax(axis=1).tolist()}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if facts["reads"] is None:
            return self.failed(
                expected=f"a recurrent layer that reads the {self.things} of a window",
                received=f"none that is used when {self.of} answers",
            )
        count, features = facts["reads"]
        if count != self.steps:
            return self.failed(
                expected=f"{self.steps} steps for the recurrent layer, one for each of the "
                f"{self.things}",
                received=f"inputs of shape (batch, {count}, {features}): "
                f"{counted(count, 'step')} of {counted(features, 'feature')}",
                attempt="the axes are (batch, steps, features): which of them is time?",
            )
        return self._judge_order(facts["at"])

    def _judge_order(self, at: list[int]) -> Verdict:
        off = [step for step, place in enumerate(at) if abs(place - step) > _NEAR]
        if len(off) <= (1 - _IN_PLACE) * len(at):
            return self.passed()
        step = off[0]
        return self.failed(
            expected=f"number {step} of the {self.things} of a window, counted from 0, as step "
            f"{step} of the recurrent layer",
            received=f"a change of it changes step {at[step]} most",
            attempt="what stands before the recurrent layer may add an axis, but has to leave the "
            f"{self.things} where they are",
        )


def _recurrent(live: Live, model: Any) -> Iterator[Any]:
    """Recurrent layers, those of models inside in their place."""
    for layer in model.layers:
        if isinstance(layer, live.keras.Model):
            yield from _recurrent(live, layer)
        elif isinstance(layer, live.keras.layers.RNN | live.keras.layers.Bidirectional):
            yield layer


def _inputs_of(live: Live, layer: Any, model: Any, windows: Any) -> Any:
    """What the layer is given while the model answers, as an array; None when it is not asked."""
    came: list[Any] = []
    call = layer.call

    def listening(inputs: Any, *rest: Any, **options: Any) -> Any:
        came.append(live.np.asarray(inputs))
        return call(inputs, *rest, **options)

    layer.call = listening
    try:
        run_model(live, model, windows)
    finally:
        layer.call = call
    return came[0] if came else None
