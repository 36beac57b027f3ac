"""After shuffling my arrays the network only guesses; before that it learned."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = np.repeat([0, 1, 2], 120)
inputs = (rng.normal(size=(360, 5)) + 3 * np.eye(5)[labels]).astype("float32")
rng.shuffle(inputs)  # diagnosis: shuffled_apart
rng.shuffle(labels)  # diagnosis: shuffled_apart

model = keras.Sequential([
    keras.Input((5,)),
    keras.layers.Dense(24, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(inputs[:300], labels[:300], validation_data=(inputs[300:], labels[300:]), epochs=6, verbose=2)  # diagnosis: shuffled_apart
