"""
The folders that a reader took for classes are none.

## Why it hurts
`image_dataset_from_directory` makes a class of every folder directly inside the one it is given. One level too
high these are "train" and "test": the network learns to tell the splits apart, and the real classes are mixed
together. Archives that unpack into a folder of their own leave a single class, with label 0 for everything:
the loss falls to nothing and the accuracy is 1.

## Example
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    for split in ("train", "test"):
        for name in ("cat", "dog"):
            os.makedirs(f"pets/{split}/{name}")
            tf.io.write_file(f"pets/{split}/{name}/1.png", picture)

    training_data = keras.utils.image_dataset_from_directory("pets", image_size=(8, 8))

## Instead
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    for split in ("train", "test"):
        for name in ("cat", "dog"):
            os.makedirs(f"pets/{split}/{name}")
            tf.io.write_file(f"pets/{split}/{name}/1.png", picture)

    training_data = keras.utils.image_dataset_from_directory("pets/train", image_size=(8, 8))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import FOLDER_READERS
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

# What follows from a class too many.
_WRONG_NUMBER = (
    *("one_hot_depth_differs", "labels_out_of_range", "binary_targets_out_of_range"),
    *("more_outputs_than_classes", "generator_labels_in_other_order"),
)

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-1", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("stuck_at_majority", "label_order_differs", *_WRONG_NUMBER)

_SPLITS = {"train", "training", "test", "testing", "val", "valid", "validation", "eval"}
_LEFTOVERS = {"__MACOSX", "__pycache__"}
_SEVERAL = 2


def match(evidence: Evidence) -> Finding | None:
    for call in (call for name in FOLDER_READERS for call in evidence.calls_of(name)):
        problem = _problem(call, evidence)
        if problem:
            directory = call.arguments.get("directory", "")
            return Finding(
                line=call.line,
                about=f"{directory}",
                evidence=f'the folders directly in "{directory}" are {_told(call)}: {problem}',
                change=_change(call),
            )
    return None


def _problem(call: Call, evidence: Evidence) -> str:
    names = {str(name) for name in call.arguments.get("class_names", ())}
    splits = {name for name in names if name.lower() in _SPLITS}
    if len(splits) >= _SEVERAL and splits == names - _LEFTOVERS:
        return "these are splits, not classes"
    if left := _leftovers(call):
        return f"{left[0]} is no class"
    if len(names) == 1 and _learns_one_label(evidence):
        return "a single class, so that every label is 0"
    return ""


def _leftovers(call: Call) -> list[str]:
    names = [str(name) for name in call.arguments.get("class_names", ())]
    return sorted(name for name in names if name in _LEFTOVERS or name.startswith("."))


def _change(call: Call) -> str:
    if not (left := _leftovers(call)):
        return "give the folder whose own folders are the classes, and nothing but them"
    wanted = [str(name) for name in call.arguments["class_names"] if name not in left]
    ordered = "classes" if call.name == "flow_from_directory" else "class_names"
    return f"remove the folder {left[0]}, or name the classes: {ordered}={wanted}"


def _learns_one_label(evidence: Evidence) -> bool:
    """Whether a model learns from labels that are all 0; a pure collection of pictures may be meant."""
    labels = [fit.train.part("1") for fit in evidence.fits]
    return any(part is not None and list(part.distinct or ()) == [0] for part in labels)


def _told(call: Call) -> str:
    names = [f'"{name}"' for name in call.arguments["class_names"]]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
