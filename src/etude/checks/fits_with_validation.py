"""A training is validated on the data that are meant for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import Training, is_close, recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

Logs = Mapping[str, float]


class FitsWithValidation(Check, frozen=True, kw_only=True):
    """The model's own results on the data decide: they must be among those that ``fit`` logged.

    Attributes:
      of: the call that trains.
      model: the model that is trained by it.
      validation, training: datasets of batches of (x, y).
    """

    of: Value
    model: Value
    validation: Value
    training: Value

    @property
    def title(self) -> str:
        return "each epoch is validated on the validation data"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        model = live.value(self.model)
        results = {}
        for name, data in (("validation", self.validation), ("training", self.training)):
            with live.learner():
                logs = model.evaluate(live.value(data), verbose=0, return_dict=True)
            results[name] = {key: float(value) for key, value in logs.items()}
        return {"trainings": recorded_trainings(live), "results": results}

    def judge(self, facts: Facts) -> Verdict:
        trainings, results = facts["trainings"], facts["results"]
        if not trainings:
            return self.failed(
                expected="a call of fit with the validation data",
                received="no call of fit",
                attempt="model.fit(train_data, validation_data=validation_data, ...)",
            )
        wanted = results["validation"]
        validated = next((t for t in trainings if _was_logged(wanted, t["epochs"])), None)
        if validated is not None:
            return self._judge_epochs(validated)
        return self.failed(
            expected="fit validates on all of the validation data, and on nothing else",
            received=_received(trainings[-1], results),
            attempt="pass them as they are: validation_data=validation_data",
            line=trainings[-1]["line"],
        )

    def _judge_epochs(self, training: Training) -> Verdict:
        """Of a training on the right data: ``validation_freq`` may leave epochs out."""
        epochs = training["epochs"]
        count = sum("val_loss" in logs for logs in epochs)
        if count == len(epochs):
            return self.passed()
        return self.failed(
            expected="validation after every epoch",
            received=f"validation after {count} of {len(epochs)} epochs",
            attempt="leave out validation_freq",
            line=training["line"],
        )


def _was_logged(results: Logs, epochs: Sequence[Logs]) -> bool:
    """Whether an epoch logged these results as its validation."""
    return any(
        all(is_close(value, logs.get(f"val_{key}", float("nan"))) for key, value in results.items())
        for logs in epochs
    )


def _received(training: Training, results: Mapping[str, Any]) -> str:
    if training["validation"] == "":
        return "fit without any validation data"
    if training["validation"] == "split":
        return f"validation_split={training['split']:g}: a part of the training data"
    if training["overlap"] == "same" or _was_logged(results["training"], training["epochs"]):
        return "validation on the training data"
    if training["overlap"] == "part":
        return "validation on a part of the training data"
    return _other_data(training, results["validation"])


def _other_data(training: Training, wanted: Logs) -> str:
    logged = [logs["val_loss"] for logs in training["epochs"] if "val_loss" in logs]
    if not logged or "loss" not in wanted:
        return "validation on other data"
    return (
        f"a val_loss of {logged[-1]:.4f} after the last epoch, while the trained model has a loss "
        f"of {wanted['loss']:.4f} on the validation data"
    )
