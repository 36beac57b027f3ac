"""I freeze the filters after two epochs with a callback, but they keep changing."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
stripes = rng.integers(0, 2, 240)
pictures = rng.normal(0, 0.4, (240, 10, 10, 1)).astype("float32")
pictures[stripes == 1, 4:6] += 1.0
pictures[stripes == 0, :, 4:6] += 1.0


class FreezeFilters(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch == 1:
            self.model.get_layer("filters").trainable = False  # diagnosis: trainable_changed_after_compile
        print(epoch, self.model.get_layer("filters").get_weights()[0].ravel()[:2])


model = keras.Sequential([
    keras.Input((10, 10, 1)),
    keras.layers.Conv2D(6, 3, activation="relu", name="filters"),
    keras.layers.GlobalMaxPooling2D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(pictures, stripes, epochs=6, verbose=0, callbacks=[FreezeFilters()])
