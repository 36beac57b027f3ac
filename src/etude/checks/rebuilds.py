"""A saved autoencoder gives back hidden pictures of the kind that it has learned."""

from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.checks.predictions import as_graph, predict
from etude.domain.verdict import Verdict


class Rebuilds(OfArtifact, frozen=True, kw_only=True):
    """Attributes:
    artifact: the ``.keras`` file; hidden: the set whose inputs it is given, as (n, *shape).
    kind: the class that it has learned, by name.
    bar: the largest mean absolute error over the pictures of that kind.
    divide: what the inputs are divided by before.
    things: what messages call the inputs; plain: what a lazy answer reaches, told too.
    """

    hidden: str
    kind: str
    bar: float
    divide: float = 255.0
    things: str = "pictures"
    plain: str = ""

    @property
    def title(self) -> str:
        return f"{self.artifact} rebuilds hidden {self.things} of {self.kind} within {self.bar:g}"

    def look(self, live: Live) -> Facts:
        """``errors`` (n,): the mean absolute error of each input."""
        return live.once(f"rebuilt {self.artifact} {self.hidden}", lambda: self._look(live))

    def judge_saved(self, facts: Facts) -> Verdict:
        fault = self.fault(facts)
        if fault is not None:
            return fault
        reached = float(np.asarray(facts["errors"])[self.is_kind(facts)].mean())
        if reached <= self.bar:
            return self.passed()
        plain = f"; {self.plain}" if self.plain else ""
        return self.failed(
            expected=f"a mean absolute error of at most {self.bar:g} on hidden {self.things} of "
            f"{self.kind}",
            received=f"{reached:.4f}{plain}",
            attempt="draw some of what goes in beside what comes out, and look at the loss of each "
            "epoch",
        )

    def fault(self, facts: Facts) -> Verdict | None:
        """Why there are no errors to judge; None where there are."""
        if "errors" in facts:
            return None
        return self.failed(
            expected=f"outputs of the shape of the {self.things}: {facts['shape']}",
            received=str(facts["came"]),
            attempt="compare model.input_shape and model.output_shape",
        )

    def is_kind(self, facts: Facts) -> Any:
        """(n,) which inputs are of the kind."""
        return np.asarray(facts["classes"])[np.asarray(facts["labels"])] == self.kind

    def _look(self, live: Live) -> Facts:
        inputs = live.inputs(self.hidden).astype("float32") / self.divide
        with live.learner():
            answer = predict(as_graph(live, live.load_model(self.artifact)), inputs)
        outputs = answer.get("outputs")
        if outputs is None or outputs.shape != inputs.shape:
            came = answer["outputs_are"] if outputs is None else outputs.shape[1:]
            return {"came": str(came), "shape": str(inputs.shape[1:])}
        axes = tuple(range(1, inputs.ndim))
        return {"errors": live.np.abs(outputs - inputs).mean(axis=axes)}
