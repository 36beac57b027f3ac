"""InvalidArgumentError: Received a label value of 5 which is outside the valid range of [0, 5). I do have 5 classes."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)


class Ratings:
    """Reviews as bags of 20 words with one to five stars."""

    def __init__(self, count):
        self.stars = rng.integers(1, 6, count)
        self.words = rng.poisson(1.0, (count, 20)) + (np.arange(20) < 2 * self.stars[:, None])

    def split(self, share):
        cut = int(len(self.stars) * share)
        return (self.words[:cut], self.stars[:cut]), (self.words[cut:], self.stars[cut:])


(train_x, train_y), (test_x, test_y) = Ratings(300).split(0.8)
print("classes:", len(np.unique(train_y)))

inputs = keras.Input(shape=(20,))
x = layers.Dense(32, activation="relu")(inputs)
outputs = layers.Dense(5, activation="softmax")(x)  # diagnosis: labels_out_of_range
model = keras.Model(inputs, outputs)
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(train_x, train_y, epochs=5, batch_size=30, validation_data=(test_x, test_y))  # diagnosis: labels_out_of_range
