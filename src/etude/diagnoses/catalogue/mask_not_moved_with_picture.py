"""
Augmentation flips or turns the pictures, and their masks or boxes stay as they were.

## Why it hurts
Where the target is itself a picture, a mask or the picture to be restored, each of its pixels belongs to the pixel of the input in the
same place. A picture that is flipped by itself is taught a mask for another one: half of the training contradicts the other half,
and the masks that come out are blurred. A random layer inside the model does the same, since it sees the inputs only; so do two calls
that draw their numbers separately.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    masks = (pictures > 0.5).astype("float32")


    def augment(picture, mask):
        return tf.image.random_flip_left_right(picture), mask


    data = tf.data.Dataset.from_tensor_slices((pictures, masks)).shuffle(32).map(augment).batch(8)
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(data.prefetch(1), verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    masks = (pictures > 0.5).astype("float32")


    def augment(picture, mask):
        both = tf.image.random_flip_left_right(tf.concat([picture, mask], axis=-1))
        return both[..., :1], both[..., 1:]


    data = tf.data.Dataset.from_tensor_slices((pictures, masks)).shuffle(32).map(augment).batch(8)
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(data.prefetch(1), verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of, names_in
from etude.diagnoses.places import layer_line
from etude.diagnoses.source import Source, call_line, last_name
from etude.diagnoses.stops import inputs_of, labels_of
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Data, Shape

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "data-6", "dev-3")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = NOTHING_LEARNED

_RANDOM = ("random_flip_left_right", "random_flip_up_down", "random_crop")
_MOVES = (*_RANDOM, "flip_left_right", "flip_up_down", "rot90")
# As names are read everywhere: what a program calls places in a picture.
_PLACES = ("box", "point", "landmark", "corner")
_RANDOM_LAYERS = frozenset(
    {"RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom", "RandomCrop", "RandomShear"}
)


def match(evidence: Evidence) -> Finding | None:
    if any(_targets_are_pictures(fit.train) for fit in evidence.fits):
        return _in_a_map(evidence.source) or _in_the_model(evidence)
    if any(_targets_may_be_places(fit.train) for fit in evidence.fits):
        return _places_left_behind(evidence.source)
    return None


def _places_left_behind(source: Source) -> Finding | None:
    """A picture is flipped, and boxes or points in it are handed on as they came."""
    for picture, places, function in _mapped(source):
        moves = [call for call in calls_in(function) if _last(call) in _MOVES and call.args]
        moved = [call for call in moves if names_in(call.args[0]) == {picture}]
        named = any(word in places.lower() for word in _PLACES)
        if named and moved and _handed_on(function, places):
            return Finding(
                line=call_line(moved[0]),
                about=places,
                evidence=f"{_last(moved[0])} changes {picture}, and {places} stays as it was",
                change="draw once, and move both by it: after a flip from left to right x is 1 - x, or width - x in "
                "pixels, and left and right change places",
            )
    return None


def _handed_on(function: Function, name: str) -> bool:
    """Whether it gives back its argument, which nothing in it was assigned to."""
    stored = [n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == name]
    if any(isinstance(node.ctx, ast.Store) for node in stored):
        return False
    if isinstance(function, ast.Lambda):
        results: list[ast.expr | None] = [function.body]
    else:
        results = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    parts = [part for one in results for part in getattr(one, "elts", [])]
    return any(isinstance(part, ast.Name) and part.id == name for part in parts)


def _in_a_map(source: Source) -> Finding | None:
    for picture, mask, function in _mapped(source):
        moves = [call for call in calls_in(function) if _last(call) in _MOVES and call.args]
        of_picture = [call for call in moves if names_in(call.args[0]) == {picture}]
        of_mask = [call for call in moves if mask in names_in(call.args[0])]
        apart = of_mask and all(_draws_by_itself(call) for call in of_picture + of_mask)
        if of_picture and (apart or not (of_mask or _go_together(function, picture, mask))):
            done = " and ".join(dict.fromkeys(_last(call) for call in of_picture))
            return Finding(
                line=call_line(of_picture[0]),
                about=mask,
                evidence=f"{done} changes {picture}, and {mask} "
                f"{'gets other random numbers' if apart else 'stays as it was'}",
                change=f"join {picture} and {mask} with tf.concat along the last axis, flip both at once, and part "
                "them again",
            )
    return None


def _mapped(source: Source) -> Iterator[tuple[str, str, Function]]:
    """Functions of a picture and its mask that a dataset is mapped with: both names, and the function."""
    for call in source.calls("map"):
        function = function_of(source, call.args[0]) if call.args else None
        if function is not None and len(function.args.args) == 2:
            picture, mask = (one.arg for one in function.args.args)
            yield picture, mask, function


def _draws_by_itself(call: ast.Call) -> bool:
    return _last(call) in _RANDOM and not any(k.arg == "seed" for k in call.keywords)


def _go_together(function: Function, *names: str) -> bool:
    """Whether anything takes both: then they may move together, and nothing is said."""
    return any(set(names) <= names_in(*call.args) for call in calls_in(function))


def _last(call: ast.Call) -> str:
    return last_name(call.func)


def _in_the_model(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        moving = [layer for layer in all_layers(fit.model) if layer.kind in _RANDOM_LAYERS]
        if moving and _targets_are_pictures(fit.train):
            return Finding(
                line=layer_line(evidence.source, fit.model, moving[0]),
                about=fit.model.name,
                evidence=f"{moving[0].kind} inside the model changes the inputs, and the targets, pictures of the "
                "same size, never go through it",
                change="augment in the pipeline, picture and target at once; inside the model keep only layers that "
                "change colours",
            )
    return None


def _targets_are_pictures(data: Data) -> bool:
    """Whether each pixel of the target belongs to one of the input."""
    inputs, targets = inputs_of(data), labels_of(data)
    if len(inputs) != 1 or len(targets) != 1:
        return False
    picture, target = _size(inputs[0].shape), _size(targets[0].shape)
    return picture is not None and picture == target


def _targets_may_be_places(data: Data) -> bool:
    """Whether each picture has pairs of fractions, such as the corners of a box."""
    inputs, targets = inputs_of(data), labels_of(data)
    if len(inputs) != 1 or len(targets) != 1 or _size(inputs[0].shape) is None:
        return False
    shape = targets[0].shape or [None]
    pairs = len(shape) > 1 and isinstance(shape[-1], int) and shape[-1] % 2 == 0
    return pairs and targets[0].dtype.startswith("float")


def _size(shape: Shape) -> tuple[int | None, ...] | None:
    """Height and width of a batch of pictures, with or without an axis of channels for targets."""
    return (
        tuple(shape[1:3])
        if shape is not None and len(shape) == 4 and None not in shape[1:3]
        else None
    )
