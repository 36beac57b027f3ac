"""A network of eight units is made, saved and loaded: the loaded one has the default of four."""
import keras
import numpy as np

rng = np.random.default_rng(5)
measured = rng.normal(size=(64, 3)).astype("float32")
wanted = measured.sum(axis=1)


class Estimator(keras.Model):  # diagnosis: config_forgets_argument
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(units, activation="tanh")
        self.answer = keras.layers.Dense(1)

    def call(self, rows):
        return self.answer(self.hidden(rows))


estimator = Estimator(units=8)
estimator.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse")
estimator.fit(measured, wanted, epochs=8, verbose=0)
estimator.save("estimator.keras")
again = keras.models.load_model("estimator.keras", custom_objects={"Estimator": Estimator})
