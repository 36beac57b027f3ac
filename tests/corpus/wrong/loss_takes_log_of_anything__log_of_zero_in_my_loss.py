"""My own cross-entropy gives nan after some epochs, keras' own does not."""
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = (rng.normal(size=(200, 3)) * 40).astype("float32")
y = (x[:, 0] > 0).astype("float32")[:, None]


def my_crossentropy(target, predicted):
    return -ops.mean(target * ops.log(predicted) + (1 - target) * ops.log(1 - predicted))  # diagnosis: loss_takes_log_of_anything


model = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), my_crossentropy, metrics=["accuracy"])
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=8, verbose=2)
