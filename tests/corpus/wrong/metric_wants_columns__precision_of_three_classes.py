"""Accuracy works, with precision and recall beside it the shapes are incompatible."""
import keras
import numpy as np

rng = np.random.default_rng(4)
texture = rng.normal(size=(240, 6)).astype("float32")
kind = np.digitize(texture[:, 0] + 0.3 * texture[:, 1], [-0.5, 0.5])

model = keras.Sequential()
model.add(keras.Input((6,)))
model.add(keras.layers.Dense(24, activation="relu"))
model.add(keras.layers.Dense(3, activation="softmax"))
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=[
        "accuracy",
        keras.metrics.Precision(name="precision"),  # diagnosis: metric_wants_columns
        keras.metrics.Recall(name="recall"),
    ],
)
model.fit(texture, kind, epochs=8, batch_size=32, validation_split=0.2, verbose=2)
