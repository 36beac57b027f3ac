"""Ready-made networks of keras.applications: which scale of pixels each was trained on."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.source import Source, call_line, constant

#: Modes of ``imagenet_utils.preprocess_input`` in keras.applications 3.15, per network; networks
#: that scale inside have none.
_MODES = {
    "tf": (
        *("MobileNet", "MobileNetV2", "InceptionV3", "InceptionResNetV2", "Xception"),
        *("NASNetMobile", "NASNetLarge", "ResNet50V2", "ResNet101V2", "ResNet152V2"),
    ),
    "caffe": ("ResNet50", "ResNet101", "ResNet152", "VGG16", "VGG19"),
    "torch": ("DenseNet121", "DenseNet169", "DenseNet201"),
    "": (
        *(f"EfficientNetB{size}" for size in range(8)),
        *(f"EfficientNetV2{size}" for size in ("B0", "B1", "B2", "B3", "S", "M", "L")),
        *("MobileNetV3Small", "MobileNetV3Large"),
        *(f"ConvNeXt{size}" for size in ("Tiny", "Small", "Base", "Large", "XLarge")),
    ),
}
#: What each mode makes of pixels from 0 to 255.
SCALES = {
    "tf": "pixels from -1 to 1",
    "caffe": "pixels from 0 to 255 with blue first and the mean colour taken off",
    "torch": "pixels of mean 0 and spread 1 in each colour",
    "": "pixels from 0 to 255, which it scales itself",
}


@dataclass(frozen=True)
class Backbone:
    """A pretrained network that the source makes."""

    name: str
    mode: str
    line: int


def backbones(source: Source) -> list[Backbone]:
    """Those made with weights that somebody trained; an untrained one takes any scale."""
    return sorted(_made(source), key=lambda one: one.line)


def _made(source: Source) -> Iterator[Backbone]:
    if "applications" not in source.text:  # another library's network of the same name
        return
    loads = bool(source.calls("load_weights"))
    own = {node.name for node in source.nodes if isinstance(node, ast.ClassDef)}
    for mode, names in _MODES.items():
        for name in set(names) - own:
            for call in source.calls(name):
                if (loads or _is_pretrained(call)) and _as_trained(call):
                    yield Backbone(name, mode, call_line(call))


def _is_pretrained(call: ast.Call) -> bool:
    """As they are by default; a bare None among the arguments may say otherwise."""
    named = [keyword.value for keyword in call.keywords if keyword.arg == "weights"]
    return all(constant(node) is not None for node in named or call.args)


def _as_trained(call: ast.Call) -> bool:
    """Whether scaling inside is left as it is."""
    given = [k.value for k in call.keywords if k.arg == "include_preprocessing"]
    return all(constant(value) is True for value in given)
