"""
A folder of classes is split in the order of its files, so whole classes are on one side only.

## Why it hurts
A reader of folders lists the files class by class. With `shuffle=False` it cuts that list as it stands: the last
fifth is the last class, or a few of them. The network never learns these, and is judged by nothing else; all other
classes are never judged. No shuffling afterwards can mend that, since it mixes each side by itself.

## Example
    import os

    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(5):
            keras.utils.save_img(f"pets/{name}/{number}.png", rng.integers(0, 256, (8, 8, 3)))

    training_data, validation_data = keras.utils.image_dataset_from_directory(
        "pets", image_size=(8, 8), validation_split=0.2, subset="both", shuffle=False, verbose=False
    )

## Instead
    import os

    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(5):
            keras.utils.save_img(f"pets/{name}/{number}.png", rng.integers(0, 256, (8, 8, 3)))

    training_data, validation_data = keras.utils.image_dataset_from_directory(
        "pets", image_size=(8, 8), validation_split=0.2, subset="both", seed=1, verbose=False
    )
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-6", "model-13")
GUIDE = "Keras API: Image data loading"
EXPLAINS = (*NUMBERS_GONE_WRONG, "not_shuffled")

_READERS = ("image_dataset_from_directory", "text_dataset_from_directory")


def match(evidence: Evidence) -> Finding | None:
    splits = [call for call in evidence.calls if call.name in _READERS and _splits(call)]
    for call in splits:
        same = [one for one in splits if one.arguments["directory"] == call.arguments["directory"]]
        # Where only one of two calls shuffles, they split in two ways, and that is another mistake.
        if all(one.arguments.get("shuffle") is False for one in same):
            names = call.arguments["class_names"]
            return Finding(
                line=_line(evidence, call),
                evidence=f"the files of {len(names)} classes, from {names[0]} to {names[-1]}, are cut in "
                "this order: shuffle=False leaves them unmixed before the split",
                change="leave shuffle=False out and give a seed: the files are mixed, then split",
            )
    return None


def _splits(call: Call) -> bool:
    names = call.arguments.get("class_names") or ()
    return bool(call.arguments.get("validation_split")) and len(names) > 1


def _line(evidence: Evidence, call: Call) -> int:
    node = call_at(evidence.source, call.line, call.name)
    return evidence.source.line_of_argument(node, "shuffle") if node is not None else call.line
