"""A layer, a loss and a metric of one's own, registered, saved and loaded."""
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="own")
class Gated(keras.layers.Layer):
    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units
        self.value = keras.layers.Dense(units)
        self.gate = keras.layers.Dense(units, activation="sigmoid")

    def call(self, inputs):
        return self.value(inputs) * self.gate(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="own")
def log_cosh(target, predicted):
    return ops.mean(ops.log(ops.cosh(predicted - target)), axis=-1)


@keras.saving.register_keras_serializable(package="own")
class Within(keras.metrics.Mean):
    def update_state(self, y_true, y_pred, sample_weight=None):
        near = ops.cast(ops.abs(y_true - y_pred) < 0.5, "float32")
        super().update_state(near, sample_weight)


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(300, 3)).astype("float32")
y = (x[:, :1] * x[:, 1:2]).astype("float32")
model = keras.Sequential([keras.Input((3,)), Gated(16), Gated(8), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.02), loss=log_cosh, metrics=[Within(name="within")])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=12, verbose=0)
model.save("gated.keras")
print(keras.models.load_model("gated.keras").evaluate(x[240:], y[240:], verbose=0))
