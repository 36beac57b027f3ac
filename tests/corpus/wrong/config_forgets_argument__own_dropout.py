"""After loading, my layer behaves as if I had never set its strength."""
import keras
import numpy as np


@keras.saving.register_keras_serializable()
class Noisy(keras.layers.Layer):
    def __init__(self, strength=0.0, centred=True, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength
        self.centred = centred

    def call(self, inputs):
        return inputs * (1.0 + self.strength)

    def get_config(self):  # diagnosis: config_forgets_argument
        config = super().get_config()
        config["centred"] = self.centred
        return config


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(200, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), Noisy(0.5), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.05), "mse")
model.fit(x[:160], x[:160, 0], validation_data=(x[160:], x[160:, 0]), epochs=20, verbose=0)
model.save("noisy.keras")
print(keras.models.load_model("noisy.keras").predict(x[:2], verbose=0) - model.predict(x[:2], verbose=0))
