"""
A generator found not one picture.

## Why it hurts
`flow_from_directory` looks for pictures in the folders inside the one it is given, one folder for each class, and not
in that folder itself; `flow_from_dataframe` looks for files that are called exactly as the table says, ending included.
What is not found is left out with a warning, and only the training says later that there is nothing in it.

## Example
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    os.makedirs("pictures/new")
    keras.utils.save_img("pictures/new/0.png", np.zeros((8, 8, 3)))
    generator = tf.keras.preprocessing.image.ImageDataGenerator()
    pictures = generator.flow_from_directory("pictures/new", target_size=(8, 8), class_mode=None)

## Instead
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    os.makedirs("pictures/new")
    keras.utils.save_img("pictures/new/0.png", np.zeros((8, 8, 3)))
    generator = tf.keras.preprocessing.image.ImageDataGenerator()
    pictures = generator.flow_from_directory(
        "pictures", classes=["new"], target_size=(8, 8), class_mode=None
    )
"""

from pathlib import PurePath

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "image-7", "data-1")
GUIDE = "Keras API: Image data loading"
EXPLAINS = (
    *("no_data_left", "ran_out_of_data", "trained_too_short", "stuck_at_majority"),
    *("augmented_validation", "folders_are_not_classes", "early_stopping_without_validation"),
)

_FLOWS = ("flow_from_directory", "flow_from_dataframe")


def match(evidence: Evidence) -> Finding | None:
    for call in (call for name in _FLOWS for call in evidence.calls_of(name)):
        if call.arguments.get("samples") == 0:
            found, change = _in_a_table(call) if call.arguments["asked"] else _in_folders(call)
            return Finding(
                line=call.line,
                evidence=f"{call.name} found 0 pictures: {found}",
                change=change,
                about=str(call.arguments["directory"]),
            )
    return None


def _in_a_table(call: Call) -> tuple[str, str]:
    asked, there = str(call.arguments["asked"]), str(call.arguments["lies_there"])
    found = f'the table names "{asked}", and in "{call.arguments["directory"]}" lies "{there}"'
    ending = PurePath(there).suffix
    if ending and not asked.endswith(ending):
        return (
            found,
            f'add the ending to the names in the column of files: table[x_col] + "{ending}"',
        )
    return found, "give directory= so that directory and name together are the path of a file"


def _in_folders(call: Call) -> tuple[str, str]:
    folder, there = PurePath(str(call.arguments["directory"])), str(call.arguments["lies_there"])
    if not there:
        return (
            f'in the folders of "{folder}" lies none',
            "look at the path: pictures belong into one folder for each class",
        )
    return (
        f'"{there}" lies directly in "{folder}", and pictures are looked for in the folders inside it',
        f'give the folder above and name this one: flow_from_directory("{folder.parent}", '
        f'classes=["{folder.name}"], ...)',
    )
