"""Paths leave one tensor, go their own ways, and meet again."""

from collections.abc import Iterator, Sequence
from typing import Literal

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.network import ancestors, find_layer, is_inside_model
from etude.domain.observations import Layer, Model
from etude.domain.verdict import Verdict

# What a shortcut may pass: layers that bring its shape to that of the other path.
_PROJECTS = ("Conv2D", "Conv1D", "Dense")
_DOING = {"Add": "added", "Concatenate": "concatenated"}


class ParallelPaths(OfModel, frozen=True, kw_only=True):
    """Attributes:
    joins: how the paths meet: as a layer or an operation of this name.
    blocks: how many such meetings there must be at least.
    paths: how many paths meet at least, each with layers that no other path passes.
    shortcut: one path is free: nothing, or a single projection of 1 x 1; another one has at least
      two layers with weights. So are the blocks of a residual network.
    """

    joins: Literal["Add", "Concatenate"]
    blocks: int = 1
    paths: int = 2
    shortcut: bool = False

    @property
    def title(self) -> str:
        return f"{self.of} has {self._wanted}"

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if model.kind == "subclassed":
            return self.failed(
                expected=self._wanted,
                received="a model of a class of its own, whose paths cannot be seen",
                attempt="build it with the functional API: keras.Model(inputs, outputs)",
            )
        met = [blocks for layers in _graphs(model.layers) for blocks in self._meetings(layers)]
        found = sum(self._is_block(paths) for paths in met)
        if found >= self.blocks:
            return self.passed()
        meetings = "no" if not met else f"{len(met)}"
        return self.failed(
            expected=self._wanted,
            received=f"{found} of them; {meetings} places where paths are {_DOING[self.joins]}"
            + "".join(f"; one meets {_told(paths)}" for paths in met[:2]),
            attempt="keep the tensor that a block begins with under a name of its own, and give "
            f"it to {self.joins} together with what the block's layers make of it"
            if self.shortcut
            else f"call several layers on the same tensor, none on what another path has made, and "
            f"{self.joins} on all they give",
        )

    @property
    def _wanted(self) -> str:
        many = f"at least {self.blocks} block{'s' * (self.blocks > 1)}"
        if self.shortcut:
            return f"{many} whose input is {_DOING[self.joins]} to what its layers make of it"
        return f"{many} of at least {self.paths} paths that are {_DOING[self.joins]}"

    def _meetings(self, layers: Sequence[Layer]) -> Iterator[list[list[Layer]]]:
        """For each meeting the layers with weights of each path, since they parted."""
        for layer in layers:
            for call in layer.calls if layer.kind == self.joins else ():
                parted = _where_they_part(layers, call)
                if parted and len(call) >= 2:
                    before = ancestors(layers, parted)
                    yield [_weighted(layers, ancestors(layers, path) - before) for path in call]

    def _is_block(self, paths: Sequence[Sequence[Layer]]) -> bool:
        if not self.shortcut:
            return _apart(paths) >= self.paths
        longest = max(paths, key=len)
        return len(longest) >= 2 and any(_is_free(path) for path in paths if path is not longest)


def _graphs(layers: Sequence[Layer]) -> Iterator[Sequence[Layer]]:
    """The layers of the model, and those of each model inside."""
    yield layers
    for layer in layers:
        if is_inside_model(layer):
            yield from _graphs(layer.layers)


def _where_they_part(layers: Sequence[Layer], paths: Sequence[str]) -> str:
    """The last tensor that all of these depend on, "" without one."""
    common = set.intersection(*(ancestors(layers, path) for path in paths))
    return max(common, key=lambda path: len(ancestors(layers, path)), default="")


def _weighted(layers: Sequence[Layer], paths: set[str]) -> list[Layer]:
    """Layers among these that learn; normalisation only shifts what others make."""
    found = {layer.name: layer for path in paths if (layer := find_layer(layers, path))}
    learning = [layer for layer in layers if layer.name in found and layer.parameters]
    return [layer for layer in learning if not layer.kind.endswith("Normalization")]


def _apart(paths: Sequence[Sequence[Layer]]) -> int:
    """How many there are with weights; those that share a layer begin at it, and count as one."""
    groups: list[set[str]] = []
    for path in paths:
        names = {layer.name for layer in path}
        touching = [group for group in groups if group & names]
        others = [group for group in groups if not group & names]
        groups = [*others, names.union(*touching)] if names else groups
    return len(groups)


def _is_free(path: Sequence[Layer]) -> bool:
    if len(path) != 1:
        return not path
    kernel = path[0].config.get("kernel_size", 1)
    sides = kernel if isinstance(kernel, list | tuple) else (kernel,)
    return path[0].kind in _PROJECTS and all(side == 1 for side in sides)


def _told(paths: Sequence[Sequence[Layer]]) -> str:
    return " and ".join(
        ", ".join(layer.name for layer in path) or "the tensor itself" for path in paths
    )
