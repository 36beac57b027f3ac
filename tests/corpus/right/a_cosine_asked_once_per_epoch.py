"""A schedule of Keras in the callback that asks once per epoch: here epochs are right."""
import keras
import numpy as np

EPOCHS = 8
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 320)
x = (rng.normal(size=(320, 8)) + 2 * np.eye(8)[y]).astype("float32")
cosine = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=EPOCHS)
per_epoch = keras.callbacks.LearningRateScheduler(lambda epoch: float(cosine(epoch)))
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=EPOCHS, callbacks=[per_epoch], verbose=2)
