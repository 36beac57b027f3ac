"""A model is compiled with a loss that fits its labels and its output."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel, as_model
from etude.checks.small_batch import own_shapes, run_small_batch, small_batch
from etude.domain.heads import (
    BINARY_LOSSES,
    CROSS_ENTROPIES,
    ONE_HOT_LOSSES,
    REGRESSION_LOSSES,
    SPARSE_LOSSES,
    UNKNOWN,
    Head,
    heads,
)
from etude.domain.observations import Loss, Model
from etude.domain.verdict import Verdict

LabelKind = Literal["integers", "one-hot", "binary", "numbers"]

_ROWS = 4
# Of a mean of float32 logarithms, relative to its size.
_ROUNDING = 1e-3
# Keras takes no probability for smaller, so that the logarithm is finite.
_NO_LESS = 1e-7
_LABELS: Mapping[str, str] = {
    "integers": "integer labels 0, 1, 2, ...",
    "one-hot": "one-hot labels",
    "binary": "labels that are 0 or 1",
    "numbers": "targets that are numbers",
}
_LOSSES: Mapping[str, frozenset[str]] = {
    "integers": SPARSE_LOSSES,
    "one-hot": ONE_HOT_LOSSES | {"kl_divergence"},
    "binary": BINARY_LOSSES,
    "numbers": REGRESSION_LOSSES,
}
_ACCURACIES: Mapping[str, frozenset[str]] = {
    "integers": frozenset({"sparse_categorical_accuracy"}),
    "one-hot": frozenset({"categorical_accuracy"}),
    "binary": frozenset({"binary_accuracy", "sparse_categorical_accuracy"}),
    "numbers": frozenset(),
}
_ACCURACY = frozenset({"accuracy", "acc"})


class CompiledWith(OfModel, frozen=True, kw_only=True):
    """Attributes:
    labels: what the model will learn from: "integers" for classes 0..K-1, "one-hot", "binary" for
      0 and 1, "numbers" for regression.
    accuracy: whether accuracy must be among the metrics, in any spelling that fits the labels.
    shapes: of the inputs, for a model that does not know them itself; batch axis left out.
    """

    labels: LabelKind
    accuracy: bool = False
    shapes: tuple[tuple[int | None, ...], ...] = ()

    @property
    def title(self) -> str:
        wanted = f"{self.of} is compiled with a loss for {_LABELS[self.labels]}"
        return f"{wanted}, and accuracy" if self.accuracy else wanted

    def look(self, live: Live, model: Any) -> Facts:
        """The loss is computed only where its name does not tell what it is."""
        described = as_model(live.describe_model(model))
        facts: dict[str, Any] = {"label_kind": self.labels}
        if described.compiled and described.compiled.losses and self._by_name(described) is None:
            facts["agrees"] = _agrees(live, model, self.labels, own_shapes(model) or self.shapes)
        return facts

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        compiled = model.compiled
        if compiled is None or not compiled.losses:
            return self.failed(
                expected=f"a model compiled with a loss for {_LABELS[self.labels]}",
                received="a model without a loss" if compiled else "a model that is not compiled",
                attempt="call model.compile(optimizer=..., loss=..., metrics=[...]) "
                "before you return the model",
            )
        fits = self._by_name(model)
        if fits is False or (fits is None and not facts.get("agrees", True)):
            return self._wrong_loss(model)
        if self.accuracy and not self._has_accuracy(compiled.metrics):
            return self.failed(
                expected="accuracy among the metrics",
                received=f"metrics {', '.join(compiled.metrics) or 'none'}",
                attempt='metrics=["accuracy"] lets Keras choose the accuracy that fits the loss',
                line=compiled.line,
            )
        return self.passed()

    def _by_name(self, model: Model) -> bool | None:
        """Whether the named losses fit every output; None when one is not a loss we know."""
        found = heads(model) or [Head(name="", loss=loss) for loss in _losses(model)[:1]]
        fits = [_fits(head, self.labels) for head in found]
        if False in fits:
            return False
        return None if None in fits else True

    def _has_accuracy(self, metrics: Sequence[str]) -> bool:
        return bool((_ACCURACY | _ACCURACIES[self.labels]) & set(metrics))

    def _wrong_loss(self, model: Model) -> Verdict:
        loss = ", ".join(_told(loss) for loss in _losses(model))
        output = f" after {' and '.join(map(_ending, heads(model)))}" if heads(model) else ""
        return self.failed(
            expected=f"a loss for {_LABELS[self.labels]} and for what the last layer gives",
            received=f"{loss}{output}",
            attempt="the shape of the labels decides the loss; "
            "from_logits says whether the output is without softmax or sigmoid",
            line=model.compiled.line if model.compiled else 0,
        )


def _losses(model: Model) -> Sequence[Loss]:
    return model.compiled.losses if model.compiled else ()


def _ending(head: Head) -> str:
    layer = head.layer.kind if head.layer else "the last layer"
    if head.activation == "linear":
        return f"{layer} without activation"
    return f"{layer} with {head.activation or 'an operation of your own'}"


def _told(loss: Loss) -> str:
    return f"{loss.name}(from_logits=True)" if loss.from_logits else loss.name


def _fits(head: Head, labels: LabelKind) -> bool | None:
    """Whether the loss fits labels and activation; None when one of them is not known."""
    if head.loss is None:
        return None
    name = head.loss.name
    two_classes = labels == "binary" and name in SPARSE_LOSSES and head.units == 2
    if name not in _LOSSES[labels] and not two_classes:
        return False if name in CROSS_ENTROPIES | REGRESSION_LOSSES else None
    if labels == "numbers" or name == "kl_divergence":
        return head.activation != "softmax" or name == "kl_divergence"
    if head.activation == UNKNOWN:
        return None
    if head.units is not None and (head.units == 1) != (name in BINARY_LOSSES):
        return False
    return _probable(head, "sigmoid" if name in BINARY_LOSSES else "softmax")


def _probable(head: Head, activation: str) -> bool | None:
    """Probabilities, or logits that the loss knows to be such. Keras finds the logits behind a
    softmax or sigmoid itself, so that from_logits=True does no harm after them. An activation of
    what the program computes itself, such as the exponential of a distance, does not tell.
    """
    if head.activation == "linear":
        return bool(head.loss and head.loss.from_logits)
    if head.activation == activation:
        return True
    return False if head.layer else None


def _agrees(
    live: Live, model: Any, labels: LabelKind, shapes: Sequence[Sequence[int | None]]
) -> bool:
    """Whether the model's own loss equals the one that the labels call for."""
    if not shapes:
        return True  # nothing is known against it
    outputs = run_small_batch(live, model, shapes, rows=_ROWS)
    if len(outputs) != 1:
        return True
    inputs = small_batch(live, model, shapes, rows=_ROWS)
    truth, wanted = _expected_losses(live.np, outputs[0], labels)
    with live.learner():
        loss = model.compute_loss(
            x=inputs, y=live.tf.constant(truth), y_pred=live.tf.constant(outputs[0])
        )
        extra = sum(float(one) for one in model.losses)
    found = float(loss) - extra
    return any(abs(found - value) <= _ROUNDING * (1 + abs(value)) for value in wanted)


def _expected_losses(np: Any, outputs: Any, labels: LabelKind) -> tuple[Any, list[float]]:
    """Labels for these outputs, and the values of the loss that are right for them."""
    if labels == "numbers":
        return outputs, [0.0]
    flat = outputs.reshape(-1, outputs.shape[-1]).astype("float64")
    if labels == "binary" and flat.shape[1] == 1:
        return _binary(np, outputs, flat[:, 0])
    classes = np.arange(len(flat)) % flat.shape[1]
    picked = flat[np.arange(len(flat)), classes]
    if flat.min() >= 0 and abs(flat.sum(axis=1) - 1).max() < _ROUNDING:
        wanted = float(-np.mean(np.log(picked)))
    else:
        wanted = float(np.mean(np.log(np.exp(flat).sum(axis=1)) - picked))
    y = np.eye(flat.shape[1])[classes] if labels == "one-hot" else classes
    return y.reshape(*outputs.shape[:-1], *y.shape[1:]), [wanted]


def _binary(np: Any, outputs: Any, flat: Any) -> tuple[Any, list[float]]:
    """Values between 0 and 1 may be probabilities or small logits."""
    y = np.arange(len(flat)) % 2
    wanted = [float(np.mean(np.log1p(np.exp(flat)) - y * flat))]
    if flat.min() > 0 and flat.max() < 1:
        right = np.where(y == 1, flat, 1 - flat)
        wanted.append(float(-np.mean(np.log(np.maximum(right, _NO_LESS)))))
    return y.reshape(outputs.shape).astype("float32"), wanted
