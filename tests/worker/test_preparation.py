"""What preprocessing layers learned from, and how folders were numbered, is recorded."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

ADAPTS = """
import keras, numpy as np, tensorflow as tf
ages = np.array([[20.0], [np.nan], [40.0]], "float32")
scale = keras.layers.Normalization()
scale.adapt(ages)
keras.layers.StringLookup().adapt(np.array(["a", "b"], dtype=object))
keras.layers.Discretization(num_bins=2).adapt(tf.constant([[1.0], [2.0], [3.0]]))
keras.layers.TextVectorization().adapt(tf.data.Dataset.from_tensor_slices(["one two"]).batch(1))
"""


def test_adapt_is_recorded_with_line_rows_range_and_gaps(watch: Watch) -> None:
    calls = watch(ADAPTS).evidence.calls

    assert [(call.name, call.line) for call in calls] == [
        ("Normalization.adapt", 5),
        ("statistics lost", 5),
        ("StringLookup.adapt", 6),
        ("Discretization.adapt", 7),
        ("TextVectorization.adapt", 8),
        ("unknown words", 8),
    ]
    assert calls[0].arguments == {"rows": 3, "gaps": 1, "low": 20.0, "high": 40.0, "mean": 30.0}
    assert calls[1].arguments["columns"] == [0]
    assert calls[1].arguments["of"] == 1
    assert calls[2].arguments == {"rows": 2, "words": [1, 1, 1]}
    stages = [["from_tensor_slices", 8], ["batch", 8]]
    assert calls[4].arguments == {"stages": stages, "output_mode": "int"}


def test_categories_that_are_spelt_alike_are_recorded(watch: Watch) -> None:
    program = """
import keras, numpy as np
keras.layers.StringLookup().adapt(np.array(["Oak", "oak ", "lime", "oak "], dtype=object))
"""
    call = watch(program).evidence.calls[0]

    assert call.arguments["alike"] == [["Oak", "oak "]]


def test_adapt_works_as_without_us(watch: Watch) -> None:
    program = ADAPTS + "\nprint(scale.adapt_mean.shape, scale.built)\n"

    assert watch(program).outcome.stdout == "(1,) True\n"


def test_the_numbers_of_folder_classes_are_recorded(watch: Watch) -> None:
    program = """
import os, keras, numpy as np
from keras.utils import image_dataset_from_directory
for name in ("b", "a"):
    os.makedirs(f"pictures/{name}")
    for i in range(2):
        keras.utils.save_img(f"pictures/{name}/{i}.png", np.zeros((4, 4, 3)))
options = dict(image_size=(4, 4), verbose=False)
image_dataset_from_directory("pictures", **options)
keras.utils.image_dataset_from_directory("pictures", class_names=["b", "a"], **options)
image_dataset_from_directory("pictures", validation_split=0.5, subset="both", seed=1, **options)
"""
    calls = watch(program).evidence.calls_of("image_dataset_from_directory")

    assert [call.arguments["class_names"] for call in calls] == [["a", "b"], ["b", "a"], ["a", "b"]]
    assert [call.line for call in calls] == [9, 10, 11]


def test_a_reader_that_fails_fails_as_without_us(watch: Watch) -> None:
    program = "import keras\nkeras.utils.image_dataset_from_directory('nowhere')\n"

    assert "nowhere" in watch(program).outcome.detail


def test_which_part_of_a_folder_was_read_is_recorded(watch: Watch) -> None:
    program = """
import os, keras
os.makedirs("pictures/a")
for i in range(4):
    open(f"pictures/a/{i}.png", "wb").close()
seed = 3
keras.utils.image_dataset_from_directory(
    "pictures", subset="training", validation_split=0.25, seed=seed)
"""

    arguments = watch(program).evidence.calls_of("image_dataset_from_directory")[0].arguments

    assert arguments["directory"] == "pictures"
    assert [arguments[name] for name in ("subset", "validation_split", "seed", "shuffle")] == [
        "training",
        0.25,
        3,
        True,
    ]


UNKNOWN = """
import keras
texts = [f"the soup{i}, the bread{i}" for i in range(10)]
keras.layers.TextVectorization(max_tokens=3).adapt(texts)
keras.layers.TextVectorization().adapt(texts)
"""


def test_words_that_a_vocabulary_lacks_are_counted(watch: Watch) -> None:
    told = watch(UNKNOWN).evidence.calls_of("unknown words")

    assert [(call.line, call.arguments["share"]) for call in told] == [(4, 0.5), (5, 0.0)]
    assert [told[0].arguments[name] for name in ("known", "words", "reserved")] == [3, 21, 2]


def test_words_of_a_single_batch_are_counted_too(watch: Watch) -> None:
    program = """
import keras, tensorflow as tf
words = tf.data.Dataset.from_tensor_slices(["a", "b", "c"])
keras.layers.TextVectorization(max_tokens=3).adapt(words.batch(8))
keras.layers.TextVectorization(max_tokens=3).adapt(words.batch(2))
"""

    told = watch(program).evidence.calls_of("unknown words")

    assert [(call.line, call.arguments["words"]) for call in told] == [(4, 3)]


def test_the_numbers_of_classes_and_of_pictures_of_a_generator_are_recorded(watch: Watch) -> None:
    program = """
import keras, numpy as np, pandas as pd, tensorflow as tf
import os
for name in ("b", "a", ".hidden"):
    os.makedirs(f"pictures/{name}")
keras.utils.save_img("pictures/b/0.png", np.zeros((4, 4, 3)))
generator = tf.keras.preprocessing.image.ImageDataGenerator()
generator.flow_from_directory("pictures")
keras.utils.save_img("pictures/loose.png", np.zeros((4, 4, 3)))
table = pd.DataFrame({"filename": ["b/0"], "class": ["b"]})
generator.flow_from_dataframe(dataframe=table, directory="pictures")
"""

    seen = watch(program).evidence

    (folders,) = seen.calls_of("flow_from_directory")
    assert folders.line == 8
    assert folders.arguments == {
        "directory": "pictures",
        "class_names": [".hidden", "a", "b"],
        "samples": 1,
        "asked": "",
        "lies_there": "",
    }
    (table,) = seen.calls_of("flow_from_dataframe")
    assert table.arguments["samples"] == 0
    assert (table.arguments["asked"], table.arguments["lies_there"]) == ("b/0", "loose.png")


def test_the_pixels_that_a_generator_is_given_are_recorded(watch: Watch) -> None:
    program = """
import numpy as np, tensorflow as tf
generator = tf.keras.preprocessing.image.ImageDataGenerator(brightness_range=[0.8, 1.2])
generator.flow(np.linspace(0, 1, 48).reshape(1, 4, 4, 3), [0])
"""

    (flow,) = watch(program).evidence.calls_of("flow")

    assert flow.line == 4
    assert flow.arguments == {"low": 0.0, "high": 1.0, "brightness_range": [0.8, 1.2]}


def test_the_order_of_labels_given_as_a_list_is_recorded(watch: Watch) -> None:
    program = """
import os, keras, numpy as np, pandas as pd
os.makedirs("pictures")
for name in "dbace":
    keras.utils.save_img(f"pictures/{name}.png", np.zeros((4, 4, 3)))
table = pd.DataFrame({"file": [f"{n}.png" for n in "dbace"], "kind": [0, 1, 2, 2, 1]})
options = dict(image_size=(4, 4), verbose=False, seed=1)
labels = table["kind"].tolist()
keras.utils.image_dataset_from_directory("pictures", labels=labels, **options)
keras.utils.image_dataset_from_directory("pictures", labels=labels, **options)
keras.utils.image_dataset_from_directory("pictures", labels=table["kind"].tolist(), **options)
"""
    calls = watch(program).evidence.calls_of("image_dataset_from_directory")
    listed = [call.arguments["listed_labels"] for call in calls]

    apart = {"place": 1, "name": "d.png", "read": "a.png", "column": "file"}
    assert [one["table"] for one in listed] == [apart, None, apart]
    assert [one["shuffled_in"] for one in listed] == [0, 9, 0]
