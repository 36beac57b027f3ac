"""Leaves the mode out: Keras knows its own metrics."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:1200] / 255.0, stored["labels"][:1200]
data = tf.data.Dataset.from_tensor_slices((pictures, labels))
training_data = data.skip(400).shuffle(800).batch(32)
validation_data = data.take(400).batch(100)

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
keep_best = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_accuracy", save_best_only=True
)
history = model.fit(
    training_data,
    validation_data=validation_data,
    epochs=13,
    callbacks=[keep_best],
    verbose=0,
)

kept = keras.models.load_model("best.keras")
_, accuracy = kept.evaluate(validation_data, verbose=0)
print(f"validation accuracy between {min(history.history['val_accuracy']):.3f}", end=" ")
print(f"and {max(history.history['val_accuracy']):.3f}; of the file {accuracy:.3f}")
