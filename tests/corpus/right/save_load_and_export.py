"""Trained, saved, loaded, compared; then exported for serving."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(50, 20, (300, 3)).astype("float32")
y = (x[:, 0] - x[:, 1] > 0).astype("int32")
normalise = tf.keras.layers.Normalization()
normalise.adapt(x[:240])
model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    normalise,
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=8, verbose=0)
model.save("model.keras")
model.save_weights("model.weights.h5")
loaded = tf.keras.models.load_model("model.keras")
np.testing.assert_allclose(loaded.predict(x[:5], verbose=0), model.predict(x[:5], verbose=0), rtol=1e-5)
loaded.load_weights("model.weights.h5")
model.export("served", verbose=False)
served = tf.saved_model.load("served")
print(served.serve(x[:2]).numpy().ravel(), loaded.evaluate(x[240:], y[240:], verbose=0))
