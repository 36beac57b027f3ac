"""
`flow_from_dataframe` refuses a table: it wants text in both columns, and classes that fit class_mode.

## Why it hurts
The column of labels is sorted into classes by its words, so that class_mode "binary", "categorical" and "sparse" want text there:
0 and 1 as pandas reads them from a file are refused. Numbers that are to be predicted as numbers are class_mode "raw". The
column of files wants text too, with the ending, and "binary" wants two classes.

## Example
    import keras
    import numpy as np
    import pandas as pd
    import tensorflow as tf

    for i in range(4):
        keras.utils.save_img(f"{i}.png", np.zeros((8, 8, 3)))
    table = pd.DataFrame({"file": ["0.png", "1.png", "2.png", "3.png"], "ill": [0, 1, 0, 1]})
    generator = tf.keras.preprocessing.image.ImageDataGenerator()
    pictures = generator.flow_from_dataframe(
        table, ".", x_col="file", y_col="ill", class_mode="binary", target_size=(8, 8)
    )

## Instead
    import keras
    import numpy as np
    import pandas as pd
    import tensorflow as tf

    for i in range(4):
        keras.utils.save_img(f"{i}.png", np.zeros((8, 8, 3)))
    table = pd.DataFrame({"file": ["0.png", "1.png", "2.png", "3.png"], "ill": [0, 1, 0, 1]})
    table["ill"] = table["ill"].astype(str)
    generator = tf.keras.preprocessing.image.ImageDataGenerator()
    pictures = generator.flow_from_dataframe(
        table, ".", x_col="file", y_col="ill", class_mode="binary", target_size=(8, 8)
    )
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "data-1", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ()

_READER = "flow_from_dataframe"
_LABELS = re.compile(r'class_mode="(?P<mode>\w+)", y_col="(?P<column>.+?)" column values must be')
_FILES = re.compile(r"values in column x_col=(?P<column>.+?) must be strings")
_CLASSES = re.compile(
    r'class_mode="binary" there must be 2 classes\. (?:Found )?(?P<count>\d+) class'
)


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        call = call_at(evidence.source, error.line, _READER)
        told = _told(call, error.message) if call is not None else None
        if call is not None and told is not None:
            return Finding(line=call_line(call), evidence=told[0], change=told[1])
    return None


def _told(call: ast.Call, message: str) -> tuple[str, str] | None:
    """What was refused, and what to do about it."""
    node = given(call, "dataframe", 0)
    table = node.id if isinstance(node, ast.Name) else "table"
    if found := _LABELS.search(message):
        column = f'{table}["{found["column"]}"]'
        return (
            f'with class_mode="{found["mode"]}" the labels have to be text, and {column} holds something else',
            f'{column} = {column}.astype(str) before this call; or class_mode="raw" with one number to predict for '
            "each picture",
        )
    if found := _FILES.search(message):
        column = f'{table}["{found["column"]}"]'
        return (
            f"the names of files have to be text, and {column} holds something else",
            f'{column} = {column}.astype(str) + ".png" before this call, with the ending that the files have',
        )
    if found := _CLASSES.search(message):
        return (
            f'class_mode="binary" is for two classes, and the table has {found["count"]}',
            'use class_mode="sparse" with sparse_categorical_crossentropy, or class_mode="categorical" with '
            "categorical_crossentropy, and one unit for each class with softmax",
        )
    return None
