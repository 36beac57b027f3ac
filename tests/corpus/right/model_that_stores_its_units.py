"""A model of a class of one's own that stores what it was made with."""
import keras
import numpy as np

rng = np.random.default_rng(5)
measured = rng.normal(size=(64, 3)).astype("float32")
wanted = measured.sum(axis=1)


class Estimator(keras.Model):
    def __init__(self, units=4):
        super().__init__()
        self.units = units
        self.hidden = keras.layers.Dense(units, activation="tanh")
        self.answer = keras.layers.Dense(1)

    def call(self, rows):
        return self.answer(self.hidden(rows))

    def get_config(self):
        return {"units": self.units}


estimator = Estimator(units=8)
estimator.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse")
estimator.fit(measured, wanted, epochs=8, verbose=0)
estimator.save("estimator.keras")
again = keras.models.load_model("estimator.keras", custom_objects={"Estimator": Estimator})
print(float(np.abs(again.predict(measured, verbose=0) - estimator.predict(measured, verbose=0)).max()))
