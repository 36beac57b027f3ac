"""The accuracy in my test loop changes from run to run and is lower than in model.evaluate."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 360)
x = (rng.normal(size=(360, 6)) + 1.5 * np.eye(6)[y]).astype("float32")
model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dropout(0.6),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:300], y[:300], validation_data=(x[300:], y[300:]), epochs=8, verbose=0)
test = tf.data.Dataset.from_tensor_slices((x[300:], y[300:])).batch(20).prefetch(1)


def accuracy():
    metric = tf.keras.metrics.SparseCategoricalAccuracy()
    for features, labels in test:
        metric.update_state(labels, model(features, training=True))  # diagnosis: dropout_active_in_evaluation
    return float(metric.result())


print(model.evaluate(x[300:], y[300:], verbose=0)[1], [accuracy() for _ in range(4)])
