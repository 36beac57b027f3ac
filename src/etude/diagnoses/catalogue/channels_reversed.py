"""
The colour channels come in another order than the one that the network learned.

## Why it hurts
Some libraries store pictures as blue, green, red, TensorFlow and most others as red, green, blue. A network that learned
from the one and is asked about the other sees blue fruit and red skies: it still answers, and is wrong where colour
matters. Turn the channels round in both places or in none.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.uniform(0, 1, (32, 8, 8, 3)) * [0.9, 0.5, 0.2]
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Flatten(),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures[..., ::-1], labels, verbose=0)
    print(model.predict(pictures[:8], verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.uniform(0, 1, (32, 8, 8, 3)) * [0.9, 0.5, 0.2]
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Flatten(),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures, labels, epochs=3, verbose=0)
    print(model.predict(pictures[:8], verbose=0))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.origins import inputs_given, origins, turned_since
from etude.diagnoses.regraded import regraded
from etude.diagnoses.source import Source, call_line, constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Fit
from etude.domain.what_if import WhatIf

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "deploy-4", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("label_order_differs", "overfits", "stuck_at_majority", "trained_too_short")

_CHANNELS = 3
# Reversed means must be this much nearer than the means as they are.
_NEARER = 0.25
_LAST = ([-1], [3], -1, 3)
_READ_IN_ORDER = (
    *("image_dataset_from_directory", "load_img", "decode_image", "decode_jpeg", "decode_png"),
    *("flow_from_directory", "flow_from_dataframe"),
)
_LIBRARIES = ("cvtColor", "imread")
_CHANGE = "bring pictures to the order red, green, blue in the same way for training and for use"


def match(evidence: Evidence) -> Finding | None:
    return (
        _judged(evidence)
        or _used_otherwise(evidence)
        or _same_array_turned(evidence)
        or _read_otherwise(evidence)
    )


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden pictures were named rightly once their channels were turned round."""
    better = regraded(evidence, WhatIf.CHANNELS_REVERSED)
    if better is None:
        return None
    default = evidence.fits[-1].line if evidence.fits else 1
    return Finding(line=next(_turning(evidence), default), evidence=better.told(), change=_CHANGE)


def _used_otherwise(evidence: Evidence) -> Finding | None:
    """The source turns channels round somewhere, and one model met both orders."""
    turning = next(_turning(evidence), 0)
    for fit in evidence.fits if turning else ():
        learned = fit.train.channels
        for what, later in _later(evidence, fit):
            if _are_reversed(learned, later.channels):
                return Finding(
                    line=turning,
                    evidence=f"fit saw channels with the means {_told(learned)}, {what} gave the same model "
                    f"channels with the means {_told(later.channels)}",
                    change=_CHANGE,
                )
    return None


def _same_array_turned(evidence: Evidence) -> Finding | None:
    """One array in two orders: told by the source, since red and blue may be equally bright."""
    for fit, call, node in turned_since(evidence, lambda data: data.channels, _turned):
        return Finding(
            line=getattr(node, "lineno", call.line),
            evidence=f"fit in line {fit.line} was given the pictures as they are, "
            f"{call.name.removeprefix('Model.')} in line {call.line} gets the same ones "
            "with their last axis turned round",
            change=_CHANGE,
        )
    return None


def _read_otherwise(evidence: Evidence) -> Finding | None:
    """Trained on files as TensorFlow reads them, and asked about one as OpenCV does."""
    source = evidence.source
    for fit in evidence.fits:
        learned = list(origins(source, inputs_given(source, fit.line, "fit"), before=fit.line))
        reader = next(filter(None, map(_reads_in_order, learned)), "")
        if not reader or any(_turns_once(node) for node in learned):
            continue
        for call in evidence.calls_with_model_of(fit):
            turns = [node for node in _behind_question(source, call) if _turns_once(node)]
            if call.data is not None and call.data.channels and len(turns) == 1:
                return Finding(
                    line=getattr(turns[0], "lineno", call.line),
                    evidence=f"fit learned from pictures that {reader} reads as red, green, blue, and "
                    f"`{ast.unparse(turns[0])}` gives line {call.line} blue, green, red",
                    change=_CHANGE,
                )
    return None


def _reads_in_order(node: ast.AST) -> str:
    name = last_name(node.func) if isinstance(node, ast.Call) else ""
    return name if name in _READ_IN_ORDER else ""


def _behind_question(source: Source, call: Call) -> list[ast.AST]:
    """What is behind the inputs of a call of ``predict``."""
    asked = inputs_given(source, call.line, call.name.removeprefix("Model."))
    return list(origins(source, asked, before=call.line))


def _turns_once(node: ast.AST) -> bool:
    """``cv2.imread``, which reads blue first, and whatever turns that round again."""
    if isinstance(node, ast.Subscript):
        return _reverses_last(node.slice)
    if not isinstance(node, ast.Call):
        return False
    name = dotted_name(node.func)
    in_colour = len(node.args) <= 1 or dotted_name(node.args[1]).endswith("IMREAD_COLOR")
    return (
        (name == "cv2.imread" and in_colour)
        or name.endswith("cvtColor")
        or _flips(node, [*_LAST, [2]])
    )


def _later(evidence: Evidence, fit: Fit) -> Iterator[tuple[str, Data]]:
    if fit.validation is not None:
        yield "validation", fit.validation
    for call in evidence.calls_with_model_of(fit):
        if call.data is not None:
            yield f"{call.name.removeprefix('Model.')} in line {call.line}", call.data


def _are_reversed(learned: Sequence[float], later: Sequence[float]) -> bool:
    if len(learned) != _CHANNELS or len(later) != _CHANNELS:
        return False
    straight = sum(abs(one - other) for one, other in zip(learned, later, strict=True))
    turned = sum(abs(one - other) for one, other in zip(learned, later[::-1], strict=True))
    return turned < _NEARER * straight


def _turning(evidence: Evidence) -> Iterator[int]:
    """Lines that reverse the last axis, or read pictures as OpenCV stores them."""
    for node in evidence.source.nodes:
        reversed_index = isinstance(node, ast.Subscript) and _reverses_last(node.slice)
        if reversed_index or (isinstance(node, ast.Call) and _flips(node, [*_LAST, [2]])):
            yield getattr(node, "lineno", 0)
    for name in _LIBRARIES:
        for call in evidence.source.calls(name):
            yield call_line(call)


def _turned(node: ast.AST) -> ast.expr | None:
    """The pictures whose channels a node turns; ``[:, :, ::-1]`` may also mirror a batch of them."""
    if isinstance(node, ast.Subscript) and _reverses_last(node.slice):
        return node.value if _is_whole(node.slice) else None
    if isinstance(node, ast.Call) and _flips(node, _LAST):
        return node.args[0] if node.args else None
    return None


def _flips(call: ast.Call, last: Sequence[object]) -> bool:
    """``tf.reverse`` and ``np.flip`` of the last axis."""
    known = last_name(call.func) in ("reverse", "flip")
    return known and constant(given(call, "axis", 1)) in last


def _is_whole(index: ast.expr) -> bool:
    """Whether an index names the last of four axes."""
    parts = index.elts if isinstance(index, ast.Tuple) else []
    dots = any(isinstance(one, ast.Constant) and one.value is ... for one in parts)
    return dots or len(parts) == _CHANNELS + 1


def _reverses_last(index: ast.expr) -> bool:
    """``[..., ::-1]`` and ``[:, :, :, ::-1]``."""
    if not isinstance(index, ast.Tuple) or len(index.elts) < 2:
        return False
    last = index.elts[-1]
    return isinstance(last, ast.Slice) and constant(last.step) == -1


def _told(means: Sequence[float]) -> str:
    return ", ".join(f"{mean:.3g}" for mean in means)
