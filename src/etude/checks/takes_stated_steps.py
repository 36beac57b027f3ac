"""A training leaves the weights that the stated steps lead to."""

from collections.abc import Iterator
from typing import Any

import msgspec

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.stated_training import Followed, StatedTraining, distance, follow, other_steps
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# The same steps in another order of additions, or in a graph, differ by less than a thousandth of
# the way; the next best mistake (batches of unequal size counted alike) by several hundredths.
_ROUNDING = 5e-3


class TakesStatedSteps(Check, frozen=True, kw_only=True):
    """Étude takes the steps itself, from the same first weights, and compares.

    Attributes:
      of: the call that trains; the model that it returns is looked at, else ``model``.
      stated: the training that the statement describes.
      model: what was trained, when it is not the model of ``stated``.
      fits: ``of`` only makes the model; its ``fit`` trains.
      first: a call before, which stops after ``stopped_after`` epochs; ``of`` goes on from there.
      replicas: on how many devices each batch is spread.
    """

    of: Value
    stated: StatedTraining
    model: Value = None
    fits: bool = False
    first: Value = None
    stopped_after: int = 0
    replicas: int = 1

    @property
    def title(self) -> str:
        return f"{self.of}: the weights are those that the stated steps lead to"

    def probe(self, live: Live) -> Facts:
        if self.first is not None:
            live.value(self.first)
        model = self._trained(live)
        if not isinstance(model, live.keras.Model):
            return {"no_model": type(model).__name__}
        came = [live.np.array(weight) for weight in model.get_weights()]
        reference = follow(live, self.stated)
        way = distance(live, reference.first, reference.weights)
        off = distance(live, came, reference.weights) / way
        return {
            "off": min(off, 1e9),
            "like": self._like(live, came, way) if off > _ROUNDING else "",
        }

    def judge(self, facts: Facts) -> Verdict:
        expected = f"the weights that the stated steps lead to in {self.stated.epochs} epochs"
        if "no_model" in facts:
            received = f"an object of class {facts['no_model']}"
            return self.failed(expected=f"{self.of} gives a Keras model", received=received)
        if facts["off"] <= _ROUNDING:
            return self.passed()
        if facts["like"]:
            return self.failed(expected=expected, received=f"those of a training {facts['like']}")
        off = facts["off"]
        share = f"{off:.1%} of" if off < 1 else f"{off:.3g} times"
        return self.failed(
            expected=expected,
            received=f"weights that are off by {share} the way from the first weights to these",
            attempt="compare at each step: the loss, the gradients, what the optimizer is given",
        )

    def _trained(self, live: Live) -> Any:
        came = live.value(self.of)
        if self.fits and isinstance(came, live.keras.Model):
            data, others = (live.value(v) for v in (self.stated.data, self.stated.validation))
            with live.learner():
                came.fit(
                    data,
                    validation_data=others,
                    epochs=self.stated.epochs,
                    shuffle=False,
                    verbose=0,
                )
        if isinstance(came, live.keras.Model) or self.fits:
            return came
        return live.value(self.stated.model if self.model is None else self.model)

    def _like(self, live: Live, came: Any, way: float) -> str:
        """The mistake that leads to these very weights; "" when none does."""
        for words, other in self._others(live):
            if distance(live, came, other.weights) <= _ROUNDING * way:
                return words
        return ""

    def _others(self, live: Live) -> Iterator[tuple[str, Followed]]:
        stated, stop = self.stated, self.stopped_after
        for words, steps in other_steps(stated.steps, self.replicas):
            yield words, Followed(live, stated, steps).epochs(stated.epochs)
        if stop:
            anew, steps = "that began anew after the stop, with ", stated.steps
            half = Followed(live, stated, steps).epochs(stop).with_new_optimizer()
            yield anew + "a new optimizer", half.epochs(stated.epochs - stop)
            if self.model is not None:
                new = msgspec.structs.replace(stated, model=self.model)
                alone = Followed(live, new, steps).epochs(stated.epochs)
                yield "of a new model that took up nothing of the one before", alone
            again = Followed(live, stated, steps).epochs(stop + stated.epochs)
            yield f"of {stop + stated.epochs} epochs: it counted from 0 after the stop", again
            both = Followed(live, stated, steps).epochs(stop).with_new_optimizer()
            yield anew + "a new optimizer and a new count", both.epochs(stated.epochs)
