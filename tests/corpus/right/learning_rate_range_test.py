"""A learning-rate range test on purpose: a throw-away model is trained, then a new one with the rate found."""
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(320, 5)).astype("float32")
y = (x[:, 0] * 2 - x[:, 1]).astype("float32")


def make(rate):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(rate, momentum=0.9), loss="huber")
    return model


trial = make(1e-4)
rising = keras.callbacks.LearningRateScheduler(lambda epoch: 1e-4 * 10 ** (epoch / 4))
curve = trial.fit(x[:256], y[:256], epochs=16, callbacks=[rising], verbose=0).history
steepest = int(np.argmin(np.diff(np.log(curve["loss"]))))
rate = float(curve["learning_rate"][steepest]) / 2
print("rate", rate)

model = make(rate)
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=12, verbose=0)
print(model.evaluate(x[256:], y[256:], verbose=0))
