"""How a model was compiled: losses, metrics, optimizer."""

from typing import Any

import keras

from etude.domain.observations import Compiled, Loss
from etude.worker.layer_config import snake_case

# Whose metrics are what their names say.
_LIBRARIES = ("keras.", "tf_keras.", "tensorflow.", "tensorflow_addons.", "functools")


def describe_compiled(model: Any, *, line: int = 0) -> Compiled | None:
    """The arguments of the last ``compile``, None before it."""
    if not getattr(model, "compiled", False):
        return None
    optimizer = getattr(model, "optimizer", None)
    output_names = list(getattr(model, "output_names", None) or ())
    return Compiled(
        line=line,
        losses=resolve_losses(getattr(model, "loss", None), output_names),
        optimizer=type(optimizer).__name__ if optimizer is not None else "",
        learning_rate=_learning_rate(optimizer),
        metrics=_metric_names(model),
        thresholds=_thresholds(model),
    )


def iterations_of(model: Any) -> int | None:
    """Optimizer steps taken so far, None without an optimizer."""
    try:
        return int(model.optimizer.iterations)
    except Exception:
        return None


def resolve_losses(given: Any, output_names: list[str] | None = None) -> list[Loss]:
    """The losses of ``compile``, whichever way they were written; in the order of the outputs."""
    if isinstance(given, dict) and set(output_names or ()) <= set(given):
        ordered = [given[name] for name in output_names or given]
        return resolve_losses(ordered)
    return [_loss(leaf) for leaf in keras.tree.flatten(given) if leaf is not None]


def _loss(given: Any) -> Loss:
    given_as = "text" if isinstance(given, str) else type(given).__name__
    resolved = _resolved(given)
    function = getattr(resolved, "func", resolved)  # of a functools.partial
    return Loss(name=_name(function), from_logits=_from_logits(resolved), given_as=given_as)


def _resolved(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    try:
        return keras.losses.get(given)
    except Exception:  # a misspelt name: Keras says so itself, in fit
        return given


def _from_logits(loss: Any) -> bool:
    if isinstance(loss, keras.losses.Loss):
        return bool(_loss_config(loss).get("from_logits", getattr(loss, "from_logits", False)))
    return bool(getattr(loss, "keywords", {}).get("from_logits", False))


def _loss_config(loss: Any) -> dict[str, Any]:
    try:
        return dict(loss.get_config())
    except Exception:  # a custom loss may not have one
        return {}


def _metric_names(model: Any) -> list[str]:
    """As they were given: Keras builds its own metric objects only at the first batch."""
    return [_metric_name(metric) for metric in _given_metrics(model)]


def _thresholds(model: Any) -> dict[str, float]:
    """A metric that is written as text or a function tells none: Keras's default is 0.5."""
    found: dict[str, float] = {}
    for metric in _given_metrics(model):
        threshold = _metric_config(metric).get("threshold")
        if isinstance(threshold, int | float):
            found[_metric_name(metric)] = float(threshold)
    return found


def _metric_config(metric: Any) -> dict[str, Any]:
    """Of Keras's own metrics alone: a learner's ``get_config`` may do anything."""
    own = isinstance(metric, keras.metrics.Metric)
    return metric.get_config() if own and type(metric).__module__.startswith("keras.") else {}


def _given_metrics(model: Any) -> list[Any]:
    given = [*_user_metrics(model, "metrics"), *_user_metrics(model, "weighted_metrics")]
    return [metric for metric in given if metric is not None]


def _metric_name(metric: Any) -> str:
    """``Accuracy()`` counts outputs that equal their label; "accuracy" lets Keras choose a kind.
    What the program measures itself may be called as Keras's is and do anything else.
    """
    if _is_own(metric):
        return f"own_{_name(metric)}"
    return "exact_accuracy" if isinstance(metric, keras.metrics.Accuracy) else _name(metric)


def _is_own(metric: Any) -> bool:
    if isinstance(metric, str):
        return False
    written = metric if hasattr(metric, "__name__") else type(metric)
    return not str(getattr(written, "__module__", "")).startswith(_LIBRARIES)


def _user_metrics(model: Any, which: str) -> list[Any]:
    try:
        config = model._compile_config.config  # what get_compile_config() writes down
        return list(keras.tree.flatten(config[which]))
    except Exception:
        return []


def _learning_rate(optimizer: Any) -> float | None:
    try:
        return float(optimizer.learning_rate)
    except Exception:
        return None


def _name(thing: Any) -> str:
    if isinstance(thing, str):
        return thing
    name = getattr(thing, "__name__", None) or type(thing).__name__
    return snake_case(name)
