"""A saved classifier is the epoch that did best on examples that it did not learn from."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from etude.checks.answers import answers
from etude.checks.base import Check
from etude.checks.kept_epoch import told_epoch
from etude.checks.live import Facts, Live
from etude.checks.of_model import no_model
from etude.checks.reaches_score import contract_fault, scored
from etude.checks.scores import Metric, score
from etude.checks.trainings import ROUNDING, all_epochs, is_close, recorded_trainings
from etude.checks.values import Saved, Value
from etude.checks.what_ifs import Array, sigmoid, softmax
from etude.domain.verdict import Verdict

Logs = Mapping[str, float]
_LOSS = "val_loss"


class SavesBestEpoch(Check, frozen=True, kw_only=True):
    """The file is asked about the validation data, and the logs of ``fit`` say which epoch it is.

    The best epoch is the one with the lowest loss, or with the highest accuracy: both are sensible.

    Attributes:
      artifact: the ``.keras`` file.
      validation: a dataset of batches of (x, y), y class numbers or one-hot rows.
      things: what messages call the examples.
    """

    artifact: str
    validation: Value
    things: str = "examples"

    @property
    def title(self) -> str:
        return f"{self.artifact} is the epoch that was best on {self.validation}"

    def probe(self, live: Live) -> Facts:
        saved = Saved(path=self.artifact)
        if not isinstance(live.value(saved), live.keras.Model):
            return {"no_model": type(live.value(saved)).__name__}
        given = live.value(self.validation)
        if not isinstance(given, live.tf.data.Dataset):
            return {"no_data": type(given).__name__}
        came = answers(live, saved, self.validation, None)
        if "outputs" not in came:
            return came
        return self._measured(came, all_epochs(recorded_trainings(live)))

    def judge(self, facts: Facts) -> Verdict:
        fault = self._fault(facts)
        if fault is not None:
            return self.failed(**fault)
        kept = facts["kept"]
        if kept["is_best"]:
            return self.passed()
        return self.failed(
            expected=f"epoch {kept['best']}, {_LOSS} {kept['best_value']:.3f}",
            received=told_epoch(kept),
            attempt="EarlyStopping can bring the weights of the best epoch back, and "
            "ModelCheckpoint can write that epoch alone: look at their arguments",
        )

    def _fault(self, facts: Facts) -> dict[str, Any] | None:
        if "no_model" in facts:
            return no_model(self.artifact, facts["no_model"])
        if "no_data" in facts:
            expected = f"{self.validation}: a dataset of batches of ({self.things}, labels)"
            return {"expected": expected, "received": facts["no_data"]}
        if "outputs_are" in facts:
            expected = f"one number per class for each of {self.validation}"
            return {"expected": expected, "received": facts["outputs_are"]}
        if not facts["kept"]["best"]:
            return {
                "expected": f"a validation loss after each epoch, on {self.validation}",
                "received": "logs without val_loss",
                "attempt": f"hold some of the {self.things} back: fit(..., validation_data=...)",
            }
        return None

    def _measured(self, came: Facts, epochs: Sequence[Logs]) -> Facts:
        outputs, labels = came["outputs"], _numbers(came["labels"])
        fault = contract_fault(outputs, labels, Metric.ACCURACY)
        if fault:
            return {"outputs_are": fault}
        loss = score(Metric.CROSS_ENTROPY, _probabilities(outputs), labels.reshape(-1)).value
        accuracy = scored(outputs, labels, Metric.ACCURACY).value
        watched = [logs for logs in epochs if _LOSS in logs]
        return {"kept": {"path": self.artifact, **_kept(loss, accuracy, watched)}}


def _kept(loss: float, accuracy: float, epochs: Sequence[Logs]) -> dict[str, Any]:
    """Which epoch has this loss, and which was best; counted from one, 0 for none."""
    losses = [logs[_LOSS] for logs in epochs]
    best = losses.index(min(losses)) + 1 if losses else 0
    same = [number for number, came in enumerate(losses, 1) if is_close(came, loss)]
    return {
        "monitor": _LOSS,
        "value": loss,
        "epoch": same[0] if same else 0,
        "epochs": len(epochs),
        "best": best,
        "best_value": losses[best - 1] if best else None,
        "is_best": bool(best) and _is_best(same, best, accuracy, epochs),
    }


def _is_best(same: Sequence[int], best: int, accuracy: float, epochs: Sequence[Logs]) -> bool:
    """By loss or by accuracy.

    Where the loss is not plain cross-entropy, or weights are averaged over epochs, no epoch has the
    same loss. Then the accuracy has to be no worse than that of the best epoch.
    """
    accuracies = [_accuracy(logs) for logs in epochs]
    if same:
        # Callbacks keep the first of equally good epochs, and the last one is often among these.
        most = max(accuracies)
        return best in same or (most > 0 and accuracies.index(most) + 1 in same)
    return accuracy >= accuracies[best - 1] - ROUNDING


def _accuracy(logs: Logs) -> float:
    """Whatever the metric is called; 0 where none is logged."""
    found = (logs[name] for name in logs if name.startswith("val_") and "acc" in name)
    return next(found, 0.0)


def _numbers(labels: Array) -> Array:
    """Class numbers (N,), of one-hot rows as well."""
    one_hot = labels.ndim == 2 and labels.shape[1] > 1
    return np.asarray(labels.argmax(axis=1) if one_hot else labels)


def _probabilities(outputs: Array) -> Array:
    """Of logits as of probabilities."""
    one = outputs.ndim == 1 or outputs.shape[1] == 1
    inside = outputs.min() >= 0 and outputs.max() <= 1
    if inside and (one or np.allclose(outputs.sum(axis=1), 1, atol=ROUNDING)):
        return outputs
    return sigmoid(outputs) if one else softmax(outputs)
