"""Keras says 0.95, but (predict > 0.5) counted by hand finds fewer positives than there are."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = (rng.random(500) < 0.5).astype("int32")
x = (rng.normal(size=(500, 4)) + 0.8 * (2 * y[:, None] - 1)).astype("float32")
model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(
    tf.keras.optimizers.Adam(0.003),
    tf.keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.BinaryAccuracy(threshold=0.0)],
)
model.fit(x[:400], y[:400], validation_data=(x[400:], y[400:]), epochs=6, verbose=0)
print("keras", model.evaluate(x[400:], y[400:], verbose=0)[1])
probabilities = model.predict(x[400:], verbose=0)[:, 0]  # diagnosis: logits_taken_for_probabilities
positive = probabilities > 0.5  # diagnosis: logits_taken_for_probabilities
print("by hand", np.mean(positive == y[400:]), "smallest 'probability'", probabilities.min())
