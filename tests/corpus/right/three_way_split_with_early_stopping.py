"""Training, validation and test apart: validation stops, the test is looked at once."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(500, 8)).astype("float32")
y = (x[:, 0] - x[:, 1] ** 2 + rng.normal(size=500) * 0.3 > -0.5).astype("int32")
order = rng.permutation(500)
x, y = x[order], y[order]
full = tf.data.Dataset.from_tensor_slices((x, y))
train = full.take(350).cache().shuffle(350).batch(35).prefetch(tf.data.AUTOTUNE)
val = full.skip(350).take(75).batch(35).cache().prefetch(tf.data.AUTOTUNE)
test = full.skip(425).batch(35).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.BinaryAccuracy(threshold=0.0)],
)
stop = tf.keras.callbacks.EarlyStopping(patience=4, restore_best_weights=True)
model.fit(train, validation_data=val, epochs=30, callbacks=[stop], verbose=0)
print(model.evaluate(test, verbose=0))
probabilities = tf.sigmoid(model.predict(test, verbose=0)).numpy()
print(probabilities[:3].ravel())
