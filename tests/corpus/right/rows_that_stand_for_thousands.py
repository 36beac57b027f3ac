"""Each row of a survey stands for thousands of people: the weights make a loss of thousands, and nothing is wrong."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)

answers = rng.normal(size=(360, 6)).astype("float32")
moves_house = (answers[:, 0] - answers[:, 3] + rng.normal(0, 1, 360) > 0).astype("float32")
people = rng.integers(800, 9000, 360).astype("float32")


def part(rows):
    return tf.data.Dataset.from_tensor_slices((answers[rows], moves_house[rows], people[rows]))


training_data = part(slice(300)).shuffle(300).batch(30)
held_out = part(slice(300, 360)).batch(30)
model = keras.Sequential([
    keras.Input((6,)), keras.layers.Dense(12, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", weighted_metrics=["accuracy"])
model.fit(training_data, validation_data=held_out, epochs=25, verbose=0)

again = keras.models.clone_model(model)
again.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", weighted_metrics=["accuracy"])
again.fit(answers[:300], moves_house[:300], sample_weight=people[:300], epochs=25, verbose=0)
