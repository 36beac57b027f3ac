"""Loss goes to almost zero but categorical accuracy stays at 30 %"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(3)
labels = rng.integers(0, 4, 600)
points = (rng.normal(size=(600, 6)) + 3 * np.eye(6)[labels]).astype("float32")

model = tf.keras.models.Sequential([
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["categorical_accuracy"],  # diagnosis: metric_wants_class_numbers
)
model.fit(points, labels, epochs=15, validation_split=0.2, verbose=2)
