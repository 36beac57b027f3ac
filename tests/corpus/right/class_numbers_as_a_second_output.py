"""The model answers with probabilities, which it learns by, and with the number of the likeliest class."""
import keras
import numpy as np

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(400, 6)).astype("float32")
y = (x[:, 0] > 0).astype("int32") + (x[:, 1] > 0)

inputs = keras.Input((6,))
hidden = keras.layers.Dense(32, activation="relu")(inputs)
shares = keras.layers.Dense(3, activation="softmax", name="shares")(hidden)
chosen = keras.layers.Lambda(lambda one: keras.ops.argmax(one, axis=-1), name="chosen")(shares)

learner = keras.Model(inputs, shares)
learner.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
learner.fit(x[:320], y[:320], epochs=25, validation_data=(x[320:], y[320:]), verbose=2)

served = keras.Model(inputs, [shares, chosen])
print(served.predict(x[:5], verbose=0)[1])
