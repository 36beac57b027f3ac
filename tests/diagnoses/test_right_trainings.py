"""Right ways to train, watch and save: no diagnosis about them may speak."""

from collections.abc import Callable

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

ABOUT_TRAINING = (
    *("checkpoint_path_refused", "wrong_save_suffix", "best_weights_not_kept"),
    *("monitors_unknown_metric", "early_stopping_without_validation", "validation_missing"),
    *("validated_on_training_data", "patience_order", "callbacks_not_passed"),
    *("saved_before_training", "checkpoint_minimises_accuracy", "history_not_returned"),
    *("nan_loss", "diverging_loss", "lambda_layer_does_not_reload"),
    *("custom_class_not_registered", "saved_without_preprocessing", "optimizer_saved_with_model"),
)

HEAD = """import os
import keras
import numpy as np
import tensorflow as tf
from keras import callbacks as cb
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x, y = rng.normal(size=(48, 4)).astype("float32"), rng.integers(0, 3, 48)
x_val, y_val = rng.normal(size=(24, 4)).astype("float32"), rng.integers(0, 3, 24)

def build(units=3, metrics=("accuracy",), **options):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(units, **options)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.5), loss, metrics=list(metrics))
    return model

model = build()
both = dict(validation_data=(x_val, y_val), verbose=0)
"""

PROGRAMS = {
    "a checkpoint for each epoch, one for the last and a backup": """
keep = [cb.ModelCheckpoint("{epoch:02d}.keras"), cb.ModelCheckpoint("last.weights.h5",
        save_weights_only=True), cb.BackupAndRestore("backup")]
model.fit(x, y, epochs=3, callbacks=keep, **both)
""",
    "stopped without restoring, the best loaded before saving": """
keep = cb.ModelCheckpoint("best.weights.h5", save_best_only=True, save_weights_only=True)
model.fit(x, y, epochs=9, callbacks=[keep, cb.EarlyStopping(patience=1)], **both)
model.load_weights("best.weights.h5")
model.save("final.keras")
""",
    "stopped, restored, saved and exported": """
stop = cb.EarlyStopping(monitor="val_accuracy", patience=1, restore_best_weights=True)
model.fit(x, y, epochs=5, callbacks=(stop,), **both)
model.save("final.keras")
model.export("served", verbose=False)
""",
    "first weights kept for several folds": """
model.save_weights("first.weights.h5")
for fold in range(2):
    model.load_weights("first.weights.h5")
    stop = cb.EarlyStopping(monitor="loss", patience=2)
    model.fit(x[fold::2], y[fold::2], epochs=2, callbacks=[stop], **both)
""",
    "a learning rate that grows to find where the loss breaks": """
grow = cb.LearningRateScheduler(lambda epoch: 1e-3 * 30.0 ** epoch)
model.fit(1000 * x, y, epochs=6, callbacks=[grow], verbose=0)
""",
    "callbacks in a loop of one's own": """
stop = cb.EarlyStopping(monitor="val_loss", patience=1)
own = cb.CallbackList([stop], model=model, epochs=2, steps=1)
own.on_train_begin()
for epoch in range(2):
    logs = model.train_on_batch(x, y, return_dict=True)
    own.on_epoch_end(epoch, {"loss": logs["loss"], "val_loss": logs["loss"]})
own.on_train_end()
model.fit(x, y, verbose=0)
""",
    "a callback inside another, and logs of one's own": """
class Scored(cb.Callback):
    def __init__(self):
        super().__init__()
        self.stop = cb.EarlyStopping(monitor="val_score", mode="max", patience=3)
    def set_model(self, model):
        super().set_model(model)
        self.stop.set_model(model)
    def on_train_begin(self, logs=None):
        self.stop.on_train_begin(logs)
    def on_epoch_end(self, epoch, logs=None):
        logs["val_score"] = float(epoch)
        self.stop.on_epoch_end(epoch, logs)
keep = cb.ModelCheckpoint("b.keras", monitor="val_score", mode="max", save_best_only=True)
model.fit(x, y, epochs=2, callbacks=[Scored(), keep], **both)
""",
    "metric objects with names of their own": """
model = build(metrics=[keras.metrics.SparseCategoricalAccuracy(name="right")])
keep = cb.ModelCheckpoint("b.keras", monitor="val_right", mode="max", save_best_only=True)
model.fit(x, y, epochs=2, callbacks=[keep, cb.ReduceLROnPlateau(patience=1)], **both)
""",
    "a penalty and class weights that raise the loss": """
model = build(kernel_regularizer=keras.regularizers.L2(0.3))
model.fit(x, y, epochs=2, class_weight={0: 8.0, 1: 8.0, 2: 1.0}, **both)
""",
    "targets that are large numbers": """
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, 1e4 + 100 * y, epochs=2, validation_split=0.2, verbose=0)
""",
    "all data for training at the end, validation data read elsewhere": """
model.fit(x, y, epochs=1, verbose=0)
val_loss, val_accuracy = model.evaluate(x_val, y_val, verbose=0)
for key, val in {"loss": val_loss}.items():
    print(key)
""",
    "autoencoder on two different halves": """
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
model.compile("adam", "mse")
model.fit(x, x, validation_data=(x_val, x_val), verbose=0)
""",
    "zeros in place of data": """
zeros, ones = np.zeros((16, 4), "float32"), np.zeros(16, "int64")
model.fit(zeros, ones, validation_data=(zeros.copy(), ones.copy()), verbose=0)
""",
    "one dataset cut in two before it is shuffled": """
ds = tf.data.Dataset.from_tensor_slices((x, y))
train, validation = ds.skip(12).shuffle(36).batch(8), ds.take(12).batch(8)
model.fit(train, validation_data=validation, verbose=0)
""",
    "registered classes and functions, saved and loaded": """
@keras.saving.register_keras_serializable()
def halved(values):
    return values / 2

@keras.saving.register_keras_serializable(package="own")
class Shift(keras.layers.Layer):
    def __init__(self, by=1.0, **more):
        super().__init__(**more)
        self.by = by
    def call(self, values):
        return values + self.by
    def get_config(self):
        return {**super().get_config(), "by": self.by}

model = keras.Sequential([keras.Input((4,)), Shift(2.0), keras.layers.Lambda(halved),
                          keras.layers.Dense(3)])
model.save("own.keras")
keras.models.load_model("own.keras").predict(x, verbose=0)
""",
    "a Lambda in a file that the program trusts": """
model = keras.Sequential([keras.Input((4,)), keras.layers.Lambda(lambda v: v / 2)])
model.save("trusted.keras")
keras.models.load_model("trusted.keras", safe_mode=False)
""",
    "scaled pictures all the way": """
pictures = rng.integers(0, 256, (16, 4, 4, 1)).astype("uint8")
model = keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Flatten(), keras.layers.Dense(3)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(pictures / 255.0, y[:16], verbose=0)
model.save("scaled.keras")
keras.models.load_model("scaled.keras").predict(pictures / 255.0, verbose=0)
""",
    "a class that trains, and keeps its history": """
class Trainer:
    def __init__(self, model):
        self.model = model
        self.callbacks = [cb.TerminateOnNaN(), cb.CSVLogger("log.csv")]
    def run(self):
        self.history = self.model.fit(x, y, epochs=2, callbacks=self.callbacks, **both)
trainer = Trainer(model)
trainer.run()
print(trainer.history.history["loss"])
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_found_in(name: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(HEAD + PROGRAMS[name])

    found = {one: catalogue()[one].match(evidence) for one in ABOUT_TRAINING}

    assert not evidence.errors
    assert {one: finding for one, finding in found.items() if finding is not None} == {}
