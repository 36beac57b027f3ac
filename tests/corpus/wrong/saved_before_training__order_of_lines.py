"""The model that I load predicts nonsense, the one in memory is fine."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.normal(size=(300, 4)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("int32")


def build_and_save(path):
    model = tf.keras.Sequential([
        tf.keras.Input((4,)),
        tf.keras.layers.Dense(16, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    model.save(path)  # diagnosis: saved_before_training
    return model


model = build_and_save("classifier.keras")
model.fit(x[:240], y[:240], epochs=8, validation_data=(x[240:], y[240:]), verbose=0)
print("in memory", model.evaluate(x[240:], y[240:], verbose=0))
print("loaded", tf.keras.models.load_model("classifier.keras").evaluate(x[240:], y[240:], verbose=0))
