"""How a model comes out of a ``fit``: what moved, which gradients arrive, which units are dead.

Weights are compared with copies from before. Outputs and gradients are computed on a few examples
that were drawn already, in a ``StatelessScope``: no variable, metric, optimizer or random state of
the learner's changes. Only models made of Keras's own layers are run: code of the learner's may
print, count or draw numbers.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain.health import Health, LayerHealth
from etude.worker.keras_alone import is_keras_alone, parts_of
from etude.worker.models import line_of_layer
from etude.worker.trained.examples import places_all_over

# 20 MB of weights; what is larger is mostly ready-made and takes noticeable time to copy.
_MOST_COPIED = 5_000_000
_MOST_LAYERS = 200
_MOST_LOOKS = 20
_MOST_EXAMPLES = 32
# The share of the training that a look may take, and what it may take in any case: five times what
# it takes with a small network, so that a busy machine sees what an idle one does.
_SHARE, _SECONDS = 0.02, 0.25
# What a layer, or a step of a recurrent one, costs outside a graph, forward and back, at most.
_SECONDS_PER_LAYER, _SECONDS_PER_STEP = 0.001, 0.003
_RECURRENT = ("RNN", "LSTM", "GRU", "Bidirectional")
_WHOLE_NUMBERS = "biu"


class Checkup:
    """One model before and after one ``fit``.

    Args:
      model: as it is before.
      looks: how many trainings were looked at before this one.
    """

    def __init__(self, model: Any, *, looks: int = 0) -> None:
        self._model = model
        self._batch: Any = None
        self._before = _copies(model) if looks < _MOST_LOOKS else {}
        self._unbuilt = not getattr(model, "weights", ())
        self._steps = _steps(model)
        self._looks = looks < _MOST_LOOKS
        self._epoch_seconds: list[float] = []
        self._since = time.perf_counter()

    @property
    def first_weights(self) -> Mapping[int, Any] | None:
        """``id`` of a weight -> its values before the model's first training, empty where it had
        none yet; None where they are not known.
        """
        unknown = self._steps or not (self._before or self._unbuilt)
        return None if unknown else self._before

    def keep(self, element: Any) -> None:
        """Remembers a few examples of what the model is about to learn from."""
        if isinstance(element, tuple | list) and len(element) in (2, 3):
            self._batch = keras.tree.map_structure(_few, tuple(element[:2]))

    def hold(self, model: Any) -> None:
        """Takes the model itself, where it had a reference that does not keep it alive."""
        self._model = model

    def epoch_ended(self) -> None:
        """Notes how long an epoch took."""
        now = time.perf_counter()
        self._epoch_seconds.append(now - self._since)
        self._since = now

    def result(self, *, seconds: float, batch_size: int) -> Health | None:
        """What ``fit`` left, None when this program has trained too often to look each time."""
        if not self._looks:
            return None
        layers = list(_layers(self._model))[:_MOST_LAYERS]
        rows, skipped = self._affordable(seconds, batch_size)
        run = _Run()
        if not skipped:
            try:
                run = _run(self._model, self._batch, rows)
            except Exception as error:
                skipped = f"{type(error).__name__}"
        return Health(
            layers=[self._layer(layer, run) for layer in layers if _counts(layer, run)],
            examples=0 if skipped else run.examples,
            skipped=skipped,
            output_spread=run.output_spread,
            label_spread=run.label_spread,
        )

    def _affordable(self, seconds: float, batch_size: int) -> tuple[int, str]:
        """How many examples are looked at, or why none are.

        Always as many, if they fit into the time at all: the same program must show the same.
        """
        if self._batch is None:
            return 0, "no sample"
        if not is_keras_alone(self._model):
            return 0, "own code"
        if any(getattr(layer, "activity_regularizer", None) for layer in parts_of(self._model)):
            return 0, "penalties"  # each call writes them down, in place of those from before
        budget = max(_SECONDS, _SHARE * seconds)
        fixed = _fixed_cost(self._model)
        epochs = len(self._epoch_seconds)
        examples = (_steps(self._model) - self._steps) * batch_size / max(epochs, 1)
        if not epochs or examples <= 0:
            return 0, "no epoch"
        each = min(self._epoch_seconds) / examples
        fits = fixed + _MOST_EXAMPLES * each <= budget
        return (_MOST_EXAMPLES, "") if fits else (0, "too large")

    def _layer(self, layer: Any, run: "_Run") -> LayerHealth:
        now = [_array(weight) for weight in _learned(layer)]
        before = [self._before.get(id(weight)) for weight in _learned(layer)]
        return LayerHealth(
            name=str(layer.name),
            kind=type(layer).__name__,
            line=line_of_layer(layer),
            trainable=bool(layer.trainable),
            change=_change(before, now),
            moved=self._moved(layer),
            weight=_norm(now) if now else None,
            gradient=run.gradients.get(id(layer)),
            zero_units=run.zero_units.get(id(layer)),
            zero_rows=run.zero_rows.get(id(layer)),
            nan=sum(int((~np.isfinite(array)).sum()) for array in now),
        )

    def _moved(self, layer: Any) -> float | None:
        mean, variance = (getattr(layer, name, None) for name in ("moving_mean", "moving_variance"))
        if mean is None or variance is None or id(mean) not in self._before:
            return None
        step = _array(mean) - self._before[id(mean)]
        spread = np.sqrt(self._before[id(variance)] + float(getattr(layer, "epsilon", 1e-3)))
        return float(np.sqrt(np.mean((step / spread) ** 2)))


class _Run:
    """What one pass over the sample showed, by ``id`` of the layer."""

    def __init__(self) -> None:
        self.examples = 0
        self.gradients: dict[int, float] = {}
        self.zero_units: dict[int, float] = {}
        self.zero_rows: dict[int, float] = {}
        self.output_spread: float | None = None
        self.label_spread: float | None = None


def _run(model: Any, batch: Any, rows: int) -> _Run:
    run = _Run()
    inputs, labels = keras.tree.map_structure(lambda part: tf.convert_to_tensor(part[:rows]), batch)
    run.examples = len(keras.tree.flatten(inputs)[0])
    loss = _plain_loss(model)
    with keras.StatelessScope(), _outputs_seen(run), tf.GradientTape() as tape:
        outputs = model(inputs, training=False)
        value = loss(labels, outputs) if loss is not None else None
    run.output_spread, run.label_spread = _spread(outputs), _spread(labels)
    if value is not None:
        _note_gradients(run, model, tape, value)
    return run


def _note_gradients(run: _Run, model: Any, tape: Any, value: Any) -> None:
    owners = [layer for layer in _layers(model) if layer.trainable_weights]
    variables = [[weight.value for weight in layer.trainable_weights] for layer in owners]
    for layer, found in zip(owners, tape.gradient(value, variables), strict=True):
        arrays = [_array(tf.convert_to_tensor(one)) for one in found if one is not None]
        run.gradients[id(layer)] = _norm(arrays)


@contextmanager
def _outputs_seen(run: _Run) -> Iterator[None]:
    """Notes which share of each layer's units, and of an Embedding's vectors, is zero in a run."""
    original = keras.layers.Layer.__call__

    def seen(self: Any, *args: Any, **kwargs: Any) -> Any:
        outputs = original(self, *args, **kwargs)
        if isinstance(outputs, tf.Tensor) and outputs.shape.rank and outputs.shape.rank > 1:
            zero = _array(outputs) == 0
            run.zero_units[id(self)] = float(zero.all(axis=tuple(range(zero.ndim - 1))).mean())
            if isinstance(self, keras.layers.Embedding) and args:
                looked_up = zero.all(axis=-1)[_array(args[0]) != 0]  # 0 is padding
                run.zero_rows[id(self)] = float(looked_up.mean()) if looked_up.size else 0.0
        return outputs

    keras.layers.Layer.__call__ = seen
    try:
        yield
    finally:
        keras.layers.Layer.__call__ = original


def _plain_loss(model: Any) -> Callable[..., Any] | None:
    """The loss of a model with one output, when it is Keras's own."""
    given = getattr(model, "loss", None)
    resolved = keras.losses.get(given) if isinstance(given, str) else given
    function = getattr(resolved, "fn", resolved)
    own = str(getattr(function, "__module__", "")).startswith("keras.")
    if not own or not callable(resolved) or len(model.outputs) != 1:
        return None
    return lambda labels, outputs: tf.reduce_mean(resolved(_column(labels, outputs), outputs))


def _column(labels: Any, outputs: Any) -> Any:
    """Labels (n,) as (n, 1) where the outputs are: "binary_crossentropy" alone refuses them."""
    is_row = labels.shape.rank == outputs.shape.rank - 1 and outputs.shape[-1] == 1
    return labels[..., None] if is_row else labels


def _few(part: Any) -> Any:
    """Examples from all over an array; a batch is as it comes, and so is an example by itself."""
    alone = len(getattr(part, "shape", (1,))) == 0
    if not alone and len(part) > _MOST_EXAMPLES:
        places = places_all_over(len(part), most=_MOST_EXAMPLES)
        return tf.gather(part, places) if isinstance(part, tf.Tensor) else np.asarray(part)[places]
    return part


def _layers(model: Any) -> Iterator[Any]:
    """The layers from input to output, those inside models included."""
    for layer in getattr(model, "layers", ()):
        if isinstance(layer, keras.Model):
            yield from _layers(layer)
        else:
            yield layer


def _counts(layer: Any, run: _Run) -> bool:
    return bool(layer.weights) or run.zero_units.get(id(layer), 0.0) > 0


def _learned(layer: Any) -> list[Any]:
    """A layer's weights of floating numbers, without running statistics and counters."""
    statistics = {id(getattr(layer, name, None)) for name in ("moving_mean", "moving_variance")}
    return [
        weight
        for weight in layer.weights
        if id(weight) not in statistics and "float" in str(weight.dtype)
    ]


def _copies(model: Any) -> dict[int, Any]:
    weights = [weight for weight in model.weights if "float" in str(weight.dtype)]
    if sum(int(np.prod(weight.shape)) for weight in weights) > _MOST_COPIED:
        return {}
    return {id(weight): np.array(_array(weight)) for weight in weights}


def _change(before: Sequence[Any], now: Sequence[Any]) -> float | None:
    if not now or any(one is None for one in before):
        return None
    steps = [after - earlier for after, earlier in zip(now, before, strict=True)]
    size = _norm(before)
    return _norm(steps) / size if size else None


def _norm(arrays: Sequence[Any]) -> float:
    return float(np.sqrt(sum(float(np.square(array).sum()) for array in arrays)))


def _array(value: Any) -> Any:
    array = np.asarray(value)
    known = array.dtype.kind in _WHOLE_NUMBERS or array.dtype in (np.float32, np.float64)
    return array if known else array.astype(np.float32)


def _spread(value: Any) -> float | None:
    """Standard deviation over the examples of a single number each."""
    if not isinstance(value, tf.Tensor) or value.shape.num_elements() != len(value):
        return None
    return float(np.std(_array(value)))


def _steps(model: Any) -> int:
    try:
        return int(model.optimizer.iterations)
    except Exception:
        return 0


def _fixed_cost(model: Any) -> float:
    """What a pass costs however few examples there are."""
    layers = list(parts_of(model))
    recurrent = [one for one in layers if type(one).__name__.endswith(_RECURRENT)]
    return _SECONDS_PER_LAYER * len(layers) + _SECONDS_PER_STEP * sum(map(_length, recurrent))


def _length(layer: Any) -> int:
    """Steps of a sequence; long when it is not known."""
    try:
        shape: Mapping[int, Any] | Sequence[Any] = layer.input.shape
        return int(shape[1] or 1000)
    except Exception:
        return 1000
