"""Where a model's outputs come from: which layer, which activation, which loss."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Layer, Loss, Model, Shape

UNKNOWN = ""

SPARSE_LOSSES = frozenset({"sparse_categorical_crossentropy"})
ONE_HOT_LOSSES = frozenset({"categorical_crossentropy", "categorical_focal_crossentropy"})
BINARY_LOSSES = frozenset({"binary_crossentropy", "binary_focal_crossentropy"})
CROSS_ENTROPIES = SPARSE_LOSSES | ONE_HOT_LOSSES | BINARY_LOSSES
REGRESSION_LOSSES = frozenset(
    {
        "mean_squared_error",
        "mean_absolute_error",
        "mean_absolute_percentage_error",
        "mean_squared_logarithmic_error",
        "huber",
        "log_cosh",
    }
)

# Layers and operations that pass values on, whatever they do to their arrangement or in training.
_PASS_ON = frozenset(
    {
        "Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise", "SpatialDropout1D",
        "SpatialDropout2D", "SpatialDropout3D", "ActivityRegularization", "Identity",
        "Flatten", "Reshape", "Permute", "Squeeze", "ExpandDims", "GetItem", "Cast",
        "Transpose", "Ravel",
    }
)  # fmt: skip
#: Layers and operations that are nothing but an activation, and its name.
ACTIVATION_KINDS = {
    "Softmax": "softmax",
    "LogSoftmax": "log_softmax",
    "Sigmoid": "sigmoid",
    "HardSigmoid": "hard_sigmoid",
    "Tanh": "tanh",
    "ReLU": "relu",
    "Relu": "relu",
    "Relu6": "relu6",
    "LeakyReLU": "leaky_relu",
    "LeakyRelu": "leaky_relu",
    "PReLU": "prelu",
    "ELU": "elu",
    "Elu": "elu",
    "Selu": "selu",
    "Gelu": "gelu",
    "Silu": "silu",
    "Swish": "silu",
    "Softplus": "softplus",
    "Exp": "exponential",
}
# Layers whose ``activation`` is what their output has been through.
_ENDS_WITH_ACTIVATION = frozenset(
    {
        "Dense", "EinsumDense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose",
        "Conv2DTranspose", "Conv3DTranspose", "DepthwiseConv1D", "DepthwiseConv2D",
        "SeparableConv1D", "SeparableConv2D", "LSTM", "GRU", "SimpleRNN",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One output of a model.

    Attributes:
      name: of the layer that gives the output.
      layer: the last layer with weights on the way there, None when it cannot be told.
      activation: what the output has been through last: "softmax", "linear", ...; UNKNOWN when a
        layer of unknown effect comes after the weights.
      activated_by: the layer that applies it; the same as ``layer`` when it is its argument.
      shape: of the output, batch axis included.
      loss: as compiled, None when it is not known.
    """

    name: str
    layer: Layer | None = None
    activation: str = UNKNOWN
    activated_by: Layer | None = None
    shape: Shape = None
    loss: Loss | None = None

    @property
    def units(self) -> int | None:
        """Size of the output's last axis."""
        if self.shape:
            return self.shape[-1]
        config = self.layer.config if self.layer else {}
        units = config.get("units", config.get("filters"))
        return units if isinstance(units, int) else None


def heads(model: Model) -> list[Head]:
    """One head per output; none for a subclassed model, whose ``call`` is not written down."""
    if model.outputs:
        ends = [(output.path, output.shape) for output in model.outputs]
    elif model.kind == "sequential" and model.layers:
        ends = [(model.layers[-1].name, None)]
    else:
        return []
    losses = _losses(model, len(ends))
    return [
        _head(model.layers, path, shape, loss)
        for (path, shape), loss in zip(ends, losses, strict=True)
    ]


def head_of(layer: Layer, loss: Loss | None = None) -> Head:
    """The head that a layer, or a model inside another, is when what it gives is the output."""
    shape = layer.output_shape if _is_one_shape(layer.output_shape) else None
    return _head([layer], layer.name, shape, loss)


def _is_one_shape(shape: object) -> bool:
    return isinstance(shape, list | tuple) and all(n is None or isinstance(n, int) for n in shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescaled:
    """A head whose values x come out as ``times * x + plus``."""

    head: Head
    times: float = 1.0
    plus: float = 0.0


def before_rescaling(model: Model, head: Head) -> Rescaled:
    """What gives the output before a ``Rescaling`` by single numbers at the very end, if any is.

    Targets are often scaled for training and the outputs scaled back inside the model.
    """
    layer = find_layer(model.layers, head.name)
    sources = fed_by(model.layers, head.name)
    if layer is None or layer.kind != "Rescaling" or len(sources) != 1:
        return Rescaled(head=head)
    times, plus = layer.config.get("scale"), layer.config.get("offset")
    if not isinstance(times, int | float) or not isinstance(plus, int | float) or not times:
        return Rescaled(head=head)
    inner = _head(model.layers, sources[0], head.shape, head.loss)
    return Rescaled(head=inner, times=times, plus=plus)


def _losses(model: Model, count: int) -> Sequence[Loss | None]:
    """One per output; a single loss is Keras's loss for every output."""
    given = list(model.compiled.losses) if model.compiled else []
    if len(given) == count:
        return given
    return given * count if len(given) == 1 else [None] * count


def _head(layers: Sequence[Layer], path: str, shape: Shape, loss: Loss | None) -> Head:
    end = _trace(layers, path)
    return Head(
        name=path,
        layer=end.weighted,
        activation=end.activation,
        activated_by=end.activated_by,
        shape=shape,
        loss=loss,
    )


@dataclass(frozen=True, slots=True)
class _End:
    activation: str = UNKNOWN
    activated_by: Layer | None = None
    weighted: Layer | None = None


def _trace(layers: Sequence[Layer], path: str) -> _End:
    """Back from an output to the last layer with weights, noting the activation on the way."""
    activation, by = "linear", None
    while (layer := find_layer(layers, path)) is not None:
        own = _own_activation(layer)
        if own != "linear" and activation == "linear":
            activation, by = own, layer
        if layer.kind in _ENDS_WITH_ACTIVATION:
            return _End(activation, by or layer, layer)
        if layer.layers:
            return _inside(layer, activation, by)
        sources = fed_by(layers, path)
        if own == UNKNOWN or len(sources) != 1:
            # Whatever came before, a known activation at the very end decides.
            return _End(activation, by) if by is not None else _End()
        path = sources[0]
    return _End(activation, by) if by is not None else _End()


def _own_activation(layer: Layer) -> str:
    """What this layer does to each value; UNKNOWN for layers that compute something else."""
    if layer.kind in ACTIVATION_KINDS:
        return ACTIVATION_KINDS[layer.kind]
    if layer.kind == "Activation" or layer.kind in _ENDS_WITH_ACTIVATION:
        return _named(layer)
    return "linear" if layer.kind in _PASS_ON or layer.layers else UNKNOWN


def _named(layer: Layer) -> str:
    name = str(layer.config.get("activation", UNKNOWN))
    return UNKNOWN if name == "<lambda>" else name


def _inside(layer: Layer, activation: str, by: Layer | None) -> _End:
    """Goes on inside a model or wrapper; its activation counts when none came after it."""
    if len(layer.outputs) != 1:
        return _End(activation, by) if by is not None else _End()
    inner = _trace(layer.layers, layer.outputs[0])
    if by is not None:
        return _End(activation, by, inner.weighted)
    return inner
