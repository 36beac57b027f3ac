"""The Dice of each mask, averaged by Keras: evaluate and a loop over the masks agree."""
import keras
import numpy as np
from tensorflow.keras import backend as K

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
pictures = rng.normal(0.3, 0.1, (160, 16, 16, 1)).astype("float32")
masks = np.zeros_like(pictures)
rows, columns = np.mgrid[:16, :16]
for picture, mask in zip(pictures, masks):
    row, column = rng.integers(4, 12, 2)
    mask[(rows - row) ** 2 + (columns - column) ** 2 <= rng.choice([1, 30])] = 1
    picture += 0.4 * mask


def dice(y_true, y_pred):
    overlap = K.sum(y_true * y_pred, axis=(1, 2, 3))
    return (2.0 * overlap + 1) / (K.sum(y_true, axis=(1, 2, 3)) + K.sum(y_pred, axis=(1, 2, 3)) + 1)


model = keras.Sequential([
    keras.Input((16, 16, 1)),
    keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
    keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=[dice])
model.fit(pictures[:120], masks[:120], epochs=8, verbose=2)
print("evaluate:", model.evaluate(pictures[120:], masks[120:], verbose=0)[1])

found = []
for predicted, true in zip(model.predict(pictures[120:], verbose=0), masks[120:]):
    found.append((2 * np.sum(true * predicted) + 1) / (np.sum(true) + np.sum(predicted) + 1))
print("mean of the masks:", np.mean(found))
