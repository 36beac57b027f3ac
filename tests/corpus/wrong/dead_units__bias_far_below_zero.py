"""accuracy: 0.6250 in each and every epoch, the loss does not move. The data are balanced 5 to 3."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = (np.arange(400) % 8 < 3).astype("float32")
x = (rng.normal(size=(400, 5)) + y[:, None]).astype("float32")
order = rng.permutation(400)
x, y = x[order], y[order]

model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(32, activation="relu", bias_initializer=tf.keras.initializers.Constant(-50)),  # diagnosis: dead_units
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:320], y[:320], validation_data=(x[320:], y[320:]), epochs=6, verbose=2)  # diagnosis: dead_units
