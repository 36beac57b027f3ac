"""I froze the first layers after the warm-up, but their weights move on (I compared them before and after fit)."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(200, 12)).astype("float32")
y = (x[:, :3].sum(axis=1) > 0).astype("int32")

inputs = keras.Input((12,))
h = layers.Dense(24, activation="relu", name="lower_1")(inputs)
h = layers.Dense(24, activation="relu", name="lower_2")(h)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid", name="head")(h))
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:150], y[:150], validation_data=(x[150:], y[150:]), epochs=3, verbose=0)

for layer in model.layers[:-1]:
    layer.trainable = False  # diagnosis: trainable_changed_after_compile
kernel = model.get_layer("lower_1").get_weights()[0].copy()
model.fit(x[:150], y[:150], validation_data=(x[150:], y[150:]), epochs=4, verbose=0)  # diagnosis: trainable_changed_after_compile
print("moved by", np.abs(model.get_layer("lower_1").get_weights()[0] - kernel).max())
