"""The training that a statement describes, done by étude itself to compare with."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from etude.checks.live import Live
from etude.checks.values import Value


class Steps(msgspec.Struct, frozen=True, kw_only=True):
    """How each step is taken.

    Attributes:
      clip: what the norm of all gradients together is brought down to; 0 leaves them.
      together: how many batches make one step, with the mean of their gradients.
      smoothing: share of each label that is spread evenly over all classes.
      scale: what the loss is multiplied with.
      training: whether the model is told that it is training.
      applied: whether the steps are taken at all.
    """

    clip: float = 0.0
    together: int = 1
    smoothing: float = 0.0
    scale: float = 1.0
    training: bool = True
    applied: bool = True


class StatedTraining(msgspec.Struct, frozen=True, kw_only=True):
    """A training whose result is the same on every machine but for rounding.

    Attributes:
      model: a compiled classifier for integer labels; each has the same first weights.
      data: batches of (x, y), in an order that stays; validation: others, measured every epoch.
    """

    model: Value
    data: Value
    epochs: int = 1
    steps: Steps = Steps()
    validation: Value = None


class Followed:
    """One run of a stated training; ``weights`` and ``logs`` as far as it has come."""

    def __init__(self, live: Live, stated: StatedTraining, steps: Steps) -> None:
        self._live, self._stated, self._steps = live, stated, steps
        self.model = live.fresh(stated.model)
        self.first = self.weights
        self.logs: list[dict[str, float]] = []
        self._loss = live.keras.losses.get(self.model.loss)

    @property
    def weights(self) -> list[Any]:
        return [self._live.np.array(weight) for weight in self.model.get_weights()]

    def epochs(self, count: int) -> "Followed":
        for _ in range(count):
            self.logs.append(self._epoch())
        return self

    def with_new_optimizer(self) -> "Followed":
        """The same weights, and nothing that the optimizer remembered."""
        optimizer = self.model.optimizer
        self.model.optimizer = type(optimizer).from_config(optimizer.get_config())
        return self

    def _epoch(self) -> dict[str, float]:
        tf = self._live.tf
        losses, hits, norms, gradients = [], [], [], []
        for x, y in self._live.value(self._stated.data):
            with tf.GradientTape() as tape:
                outputs = self.model(x, training=self._steps.training)
                loss = self._measured(y, outputs)
            gradients.append(tape.gradient(loss, self.model.trainable_variables))
            if len(gradients) == self._steps.together:
                norms.append(self._step(gradients))
                gradients = []
            losses += [float(loss) / self._steps.scale] * len(y)
            hits += list(self._live.np.array(outputs).argmax(-1) == self._live.np.array(y))
        logs = {"loss": _mean(losses), "accuracy": _mean(hits), "gradient_norm": _mean(norms)}
        return {name: float(value) for name, value in (logs | self._validated()).items()}

    def _measured(self, y: Any, outputs: Any) -> Any:
        if not self._steps.smoothing:
            return self._loss(y, outputs) * self._steps.scale
        keras, classes = self._live.keras, outputs.shape[-1]
        smooth = keras.losses.CategoricalCrossentropy(
            from_logits=True, label_smoothing=self._steps.smoothing
        )
        return smooth(self._live.tf.one_hot(y, classes), outputs) * self._steps.scale

    def _step(self, gradients: Sequence[Sequence[Any]]) -> float:
        """One step; returns the norm of its gradients before they are clipped."""
        tf = self._live.tf
        means = [tf.add_n(each) / len(each) for each in zip(*gradients, strict=True)]
        norm = float(tf.linalg.global_norm(means))
        if self._steps.clip:
            means, _ = tf.clip_by_global_norm(means, self._steps.clip)
        if self._steps.applied:
            optimizer = self.model.optimizer
            # One that scales divides by what the loss here is not multiplied with.
            optimizer = getattr(optimizer, "inner_optimizer", optimizer)
            weights = self.model.trainable_variables
            optimizer.apply_gradients(zip(means, weights, strict=True))
        return norm

    def _validated(self) -> dict[str, float]:
        if self._stated.validation is None:
            return {}
        data = self._live.value(self._stated.validation)
        results = self.model.evaluate(data, verbose=0, return_dict=True)
        return {f"val_{name}": value for name, value in results.items()}


def follow(live: Live, stated: StatedTraining) -> Followed:
    """The training as it is stated, done once per run for all checks that ask."""
    key = f"stated training {msgspec.json.encode(stated)!r}"
    return live.once(key, lambda: Followed(live, stated, stated.steps).epochs(stated.epochs))


def other_steps(steps: Steps, replicas: int = 1) -> Iterator[tuple[str, Steps]]:
    """Steps as they are often taken instead, and what sets them apart."""
    change = msgspec.structs.replace
    yield "whose model was never told that it is training", change(steps, training=False)
    yield "whose gradients were never applied", change(steps, applied=False)
    if steps.clip:
        yield "without clipping", change(steps, clip=0.0)
    if steps.together > 1:
        yield "in which every batch made a step of its own", change(steps, together=1)
        yield (
            "in which gradients were added up, not averaged",
            change(steps, scale=float(steps.together)),
        )
    if steps.smoothing:
        yield "with labels as they are, not smoothed", change(steps, smoothing=0.0)
    if replicas > 1:
        yield (
            f"with gradients {replicas} times as large: what the devices find is added up, so each "
            "has to see its own part alone and divide by the size of the whole batch",
            change(steps, scale=float(replicas)),
        )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def distance(live: Live, some: Sequence[Any], others: Sequence[Any]) -> float:
    """Of two lists of weights; infinite when they do not belong to the same network."""
    if [one.shape for one in some] != [one.shape for one in others]:
        return float("inf")
    squares = [((a - b).astype("float64") ** 2).sum() for a, b in zip(some, others, strict=True)]
    return float(live.np.sqrt(sum(squares)))
