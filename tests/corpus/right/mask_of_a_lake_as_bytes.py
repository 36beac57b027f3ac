"""A mask is chosen by a threshold before it is stored as bytes."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
rows, columns = np.mgrid[0:16, 0:16]


def scenes(count):
    centre = rng.uniform(4, 12, (count, 2, 1, 1))
    lakes = (rows - centre[:, 0]) ** 2 + (columns - centre[:, 1]) ** 2 < 12
    scenery = rng.uniform(0.4, 0.7, (count, 16, 16)) - 0.35 * lakes
    return scenery[..., None].astype("float32"), lakes[..., None].astype("float32")


x, y = scenes(300)
model = keras.Sequential([
    keras.Input((16, 16, 1)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(1, 1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
model.fit(x[:250], y[:250], epochs=5, batch_size=16, validation_data=(x[250:], y[250:]), verbose=0)

mask = model.predict(x[250:251], verbose=0)
mask = (mask > 0.5).astype("uint8")
print("share of water:", mask.mean(), "of", y[250].mean())
