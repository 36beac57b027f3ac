"""ValueError: Invalid filepath extension for saving. model.save('my_model') is in every tutorial."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(150, 4)).astype("float32")
y = (x[:, 3] > 0).astype("int32")


def train():
    model = tf.keras.Sequential([
        tf.keras.Input((4,)),
        tf.keras.layers.Dense(8, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    model.fit(x[:120], y[:120], validation_data=(x[120:], y[120:]), epochs=8, verbose=0)
    return model


model = train()
model.save("saved_model/my_model")  # diagnosis: wrong_save_suffix
