"""Names of older versions."""

from collections.abc import Callable

import pytest
from stopped import failed

from etude.diagnoses.catalogue import name_removed as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.renamed import NAMES


@pytest.mark.parametrize(
    ("message", "kind", "use"),
    [
        ("No module named 'keras.layers.convolutional'", "ModuleNotFoundError", "keras.layers"),
        ("No module named 'keras.preprocessing.text'", "ModuleNotFoundError", "TextVectorization"),
        (
            "cannot import name 'ImageDataGenerator' from 'keras.preprocessing.image' (x.py)",
            "ImportError",
            "image_dataset_from_directory",
        ),
        ("module 'tensorflow' has no attribute 'Session'", "AttributeError", "sessions"),
        (
            "module 'tensorflow._api.v2.train' has no attribute 'AdamOptimizer'",
            "AttributeError",
            "tf.keras.optimizers.Adam",
        ),
        (
            "module 'keras._tf_keras.keras.layers' has no attribute 'experimental'",
            "AttributeError",
            "Rescaling",
        ),
        ("'Sequential' object has no attribute 'predict_classes'", "AttributeError", "argmax"),
        ("'Dense' object has no attribute 'output_shape'", "AttributeError", "output.shape"),
        ("'Adam' object has no attribute 'lr'", "AttributeError", "learning_rate"),
        ("`keras.optimizers.legacy` is not supported in Keras 3.", "ImportError", "optimizers"),
        (
            "module 'keras._tf_keras.keras.losses' has no attribute 'mean_squared_error'",
            "AttributeError",
            "keras.losses.mse: tf.keras has it",
        ),
        (
            "module 'keras.metrics' has no attribute 'mae'",
            "AttributeError",
            "keras.metrics.mean_absolute_error: keras has it",
        ),
    ],
)
def test_fires_with_what_to_use(message: str, kind: str, use: str) -> None:
    finding = diagnosis.match(failed("\n\nold()\n", message, kind, raised_by=""))

    assert finding is not None
    assert finding.line == 3
    assert use in finding.change


def test_fires_on_a_model_class_of_the_learner() -> None:
    program = "class Net(keras.Model):\n    pass\nNet().fit_generator(x)\n"
    message = "'Net' object has no attribute 'fit_generator'"

    assert diagnosis.match(failed(program, message, "AttributeError"))


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("No module named 'pandas'", "ModuleNotFoundError"),
        ("module 'tensorflow' has no attribute 'nothing'", "AttributeError"),
        ("'LinearSVC' object has no attribute 'predict_proba'", "AttributeError"),
        ("'Person' object has no attribute 'weights'", "AttributeError"),
        ("'DataFrame' object has no attribute 'lr'", "AttributeError"),
        ("unknown name 'keras.engine'", "ValueError"),
    ],
)
def test_is_silent_on(message: str, kind: str) -> None:
    assert diagnosis.match(failed("\n\nx()\n", message, kind)) is None


@pytest.mark.tensorflow
def test_every_name_in_the_table_is_really_missing(evidence_of: Callable[[str], Evidence]) -> None:
    program = f"""import functools, importlib, keras
present = []
for name in {list(NAMES)!r}:
    root, *parts = name.split(".")
    try:
        functools.reduce(getattr, parts, importlib.import_module(root))
        if name == "keras.optimizers.legacy":
            keras.optimizers.legacy.Adam()
        present.append(name)
    except (AttributeError, ImportError):
        pass
assert not present, present
"""

    assert not evidence_of(program).errors


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "use",
    [
        "from keras.utils import np_utils",
        "from tensorflow.keras.layers.experimental import preprocessing",
        "from keras.wrappers.scikit_learn import KerasClassifier",
        "keras.backend.set_value(1, 2)",
        "keras.optimizers.legacy.Adam()",
        "tensorflow.keras.optimizers.legacy.Adam()",
        "tensorflow.train.AdamOptimizer(0.1)",
        "from keras.engine import Layer",
        "keras.Sequential().fit_generator(None)",
        "tensorflow.keras.Sequential([keras.layers.Dense(1)]).predict_classes(None)",
        "print(keras.layers.Dense(1).output_shape)",
        "print(keras.optimizers.Adam().lr)",
        "tensorflow.keras.losses.mean_squared_error([1.0], [2.0])",
        "tensorflow.keras.metrics.kl_divergence([1.0], [1.0])",
        "from tensorflow.keras.losses import log_cosh",
        "keras.losses.mse([1.0], [2.0])",
        "from keras.metrics import mape",
    ],
)
def test_every_way_in_which_a_name_is_missed_is_understood(
    use: str, evidence_of: Callable[[str], Evidence]
) -> None:
    seen = evidence_of(f"import keras, tensorflow\n{use}\n")

    finding = diagnosis.match(seen)
    assert finding is not None, seen.errors
    assert finding.line == 2
