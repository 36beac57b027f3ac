"""After saving my model predicts nonsense when I run the second half of the script"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(400, 4)).astype("float32")
y = (3 * x[:, :1] + x[:, 1:2]).astype("float32")


def build_model():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
    model.compile(tf.keras.optimizers.Adam(0.01), "mse")
    return model


model = build_model()
model.fit(x[:300], y[:300], epochs=20, verbose=0)
model.save("price_model.keras")

# --- use it ---
model = build_model()
predictions = model.predict(x[300:], verbose=0)  # diagnosis: saved_weights_not_loaded
print(np.abs(predictions - y[300:]).mean())
