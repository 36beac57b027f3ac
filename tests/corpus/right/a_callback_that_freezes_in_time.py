"""A callback that freezes a layer before the first step: the step is compiled with it frozen."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
stripes = rng.integers(0, 2, 240)
pictures = rng.normal(0, 0.4, (240, 10, 10, 1)).astype("float32")
pictures[stripes == 1, 4:6] += 1.0
pictures[stripes == 0, :, 4:6] += 1.0


class KeepFilters(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.model.get_layer("filters").trainable = False


model = keras.Sequential([
    keras.Input((10, 10, 1)),
    keras.layers.Conv2D(16, 3, activation="relu", name="filters"),
    keras.layers.GlobalMaxPooling2D(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
first = model.get_layer("filters").get_weights()[0].copy()
model.fit(pictures, stripes, epochs=8, verbose=0, callbacks=[KeepFilters()])
print("changed:", np.abs(model.get_layer("filters").get_weights()[0] - first).max())
