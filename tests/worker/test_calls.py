"""Calls of the learner are noted, Keras's own are not, and none is changed."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

HEAD = """import keras, numpy as np, tensorflow as tf
x, y = np.zeros((8, 4), "float32"), np.zeros((8,), "int32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.compile("sgd", "mse")
"""
FIRST = HEAD.count("\n") + 1


def test_saving_and_loading_are_noted_with_their_paths_and_lines(watch: Watch) -> None:
    seen = watch(HEAD + """
model.save("a.keras")
model.save_weights("a.weights.h5")
again = keras.models.load_model("a.keras")
other = tf.keras.models.load_model("a.keras")
third = keras.saving.load_model("a.keras")
again.load_weights(filepath="a.weights.h5")
model.export("served", verbose=False)
""")  # fmt: skip

    assert seen.outcome.fault is None, seen.outcome.detail
    noted = [
        (call.name, call.line - FIRST, call.arguments.get("filepath"))
        for call in seen.evidence.calls
        if call.name != "Model.compile"
    ]
    assert noted == [
        ("Model.save", 1, "a.keras"),
        ("Model.save_weights", 2, "a.weights.h5"),
        ("load_model", 3, "a.keras"),
        ("load_model", 4, "a.keras"),
        ("load_model", 5, "a.keras"),
        ("Model.load_weights", 6, "a.weights.h5"),
        ("Model.export", 7, "served"),
    ]


def test_loading_compiles_a_model_without_the_learner_having_asked(watch: Watch) -> None:
    seen = watch(HEAD + 'model.save("a.keras")\nkeras.models.load_model("a.keras")\n')

    assert len(seen.evidence.calls_of("Model.compile")) == 1


def test_a_loaded_model_is_compiled_as_it_was_saved(watch: Watch) -> None:
    seen = watch(HEAD + """
model.save("a.keras")
loss = keras.models.load_model("a.keras").evaluate(x, np.zeros((8, 2)), verbose=0)
""")  # fmt: skip

    assert seen.outcome.fault is None, seen.outcome.detail


def test_what_a_checkpoint_saves_is_no_call_of_the_learner(watch: Watch) -> None:
    seen = watch(HEAD + """
keep = keras.callbacks.ModelCheckpoint("b.weights.h5", save_weights_only=True)
model.fit(x, np.zeros((8, 2)), verbose=0, callbacks=[keep])
""")  # fmt: skip

    assert seen.outcome.fault is None, seen.outcome.detail
    assert seen.evidence.calls_of("Model.save_weights") == []


def test_a_call_that_raises_is_noted_with_its_error(watch: Watch) -> None:
    seen = watch(HEAD + 'model.save("folder")\n')

    (call,) = seen.evidence.calls_of("Model.save")
    assert call.line == FIRST
    assert call.error.startswith("ValueError: Invalid filepath extension")


def test_a_method_that_the_learner_overrides_is_noted_where_it_calls_keras(watch: Watch) -> None:
    seen = watch("""import keras
class Own(keras.Model):
    def compile(self, rate):
        super().compile(keras.optimizers.SGD(rate), "mse")
Own().compile(0.5)
""")  # fmt: skip

    (call,) = seen.evidence.calls_of("Model.compile")
    assert call.line == 4


def test_image_conversions_are_noted_in_map_functions_but_not_in_keras_layers(
    watch: Watch,
) -> None:
    seen = watch("""import keras, numpy as np, tensorflow as tf
images = np.zeros((4, 8, 8, 3), "uint8")
def load(image):
    if tf.reduce_max(image) > 300:
        image = image + 1
    return tf.image.resize(image, (4, 4))
ds = tf.data.Dataset.from_tensor_slices(images)
list(ds.map(load))
list(ds.map(tf.image.per_image_standardization))
keras.layers.Resizing(4, 4)(images)
""")  # fmt: skip

    assert seen.outcome.fault is None, seen.outcome.detail
    noted = [(call.name, call.line) for call in seen.evidence.calls]
    assert noted == [("tf.image.resize", 6), ("tf.image.per_image_standardization", 9)]
    assert seen.evidence.calls[0].arguments["input_dtype"] == "uint8"


def test_the_brightest_pixel_that_a_measure_of_likeness_was_given_is_noted(watch: Watch) -> None:
    seen = watch("""import numpy as np, tensorflow as tf
dark, bright = np.zeros((1, 8, 8, 1), "float32"), np.full((1, 8, 8, 1), 200.0, "float32")
tf.image.psnr(dark, tf.constant(bright), max_val=255)
within = tf.function(lambda one: tf.image.psnr(one, one, max_val=255))
within(dark)
""")

    assert seen.outcome.fault is None, seen.outcome.detail
    assert [call.arguments.get("input_highest") for call in seen.evidence.calls] == [200.0, None]


def test_what_evaluate_gave_is_noted_by_the_names_of_the_metrics(watch: Watch) -> None:
    seen = watch(HEAD + """
model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
print(model.evaluate(x, y, verbose=0))
""")  # fmt: skip

    (call,) = seen.evidence.calls_of("Model.evaluate")
    assert call.arguments["measured"]["accuracy"] == 1.0
    assert set(call.arguments["measured"]) == {"loss", "accuracy"}


def test_a_call_in_a_long_loop_is_noted_a_few_times_only(watch: Watch) -> None:
    seen = watch(HEAD + "for i in range(30):\n    model.predict(x, verbose=0)\n")

    assert len(seen.evidence.calls_of("Model.predict")) == 20


def test_wrong_arguments_get_keras_own_error(watch: Watch) -> None:
    program = HEAD + "model.evaluate(x, y, batches=3)\n"

    seen, unseen = watch(program), watch(program, observe=False)

    assert unseen.evidence.error is not None
    assert seen.evidence.error == unseen.evidence.error


@pytest.mark.parametrize(
    "written",
    [
        "from tensorflow.keras.models import load_model",
        "from keras.models import load_model",
        "load_model = tf.keras.models.load_model",
        "from tensorflow import keras; load_model = keras.saving.load_model",
    ],
)
def test_loading_is_noted_however_the_function_is_imported(watch: Watch, written: str) -> None:
    seen = watch(f"import tensorflow as tf\n{written}\nload_model('none.keras')\n")

    (call,) = seen.evidence.calls_of("load_model")
    assert call.line == 3


def test_names_are_noted_where_weights_are_looked_for_by_them(watch: Watch) -> None:
    # Keras 3.6 finds a mismatch in every file that it reads by names.
    seen = watch(HEAD + """
model.save("a.h5")
model.load_weights("a.h5", by_name=True, skip_mismatch=True)
model.load_weights("a.h5")
""")  # fmt: skip

    assert seen.outcome.fault is None, seen.outcome.detail
    by_name, in_order = (call.arguments for call in seen.evidence.calls_of("Model.load_weights"))
    assert by_name["names_in_file"] == by_name["names_of_layers"] == ["dense"]
    assert "names_in_file" not in in_order
