"""F1 for three species: FBetaScore expects 2D inputs."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(3)
centres = np.array([[0, 0, 1, 0], [1, 1, 0, 0], [0, 2, 1, 2]])
species = rng.integers(0, 3, size=180)
flowers = (centres[species] + rng.normal(scale=0.4, size=(180, 4))).astype("float32")

model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy", tf.keras.metrics.F1Score(average="macro")],  # diagnosis: metric_wants_columns
)
history = model.fit(flowers, species, epochs=10, validation_split=0.2, verbose=2)
print(history.history["f1_score"])
