"""AttributeError: 'NoneType' object has no attribute 'history' when I plot the curves."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(150, 3)).astype("float32")
y = (x[:, 0] > 0).astype("int32")


def train(model, epochs):
    model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    model.fit(x[:120], y[:120], validation_data=(x[120:], y[120:]), epochs=epochs, verbose=0)  # diagnosis: history_not_returned


def show(history):
    for name, values in history.history.items():
        print(name, [round(value, 3) for value in values])


model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
show(train(model, 6))  # diagnosis: history_not_returned
