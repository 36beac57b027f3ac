"""The bare cross-entropy is measured beside a loss with a penalty, of labels that are a column like the outputs."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)

probes = rng.normal(size=(300, 5)).astype("float32")
leaks = (probes[:, 1:2] > 0.2).astype("float32")
training_data = tf.data.Dataset.from_tensor_slices((probes, leaks)).shuffle(300).batch(20)

model = keras.Sequential([
    keras.Input((5,)),
    keras.layers.Dense(8, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4)),
    keras.layers.Dense(1),
])
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[
        keras.metrics.BinaryCrossentropy(from_logits=True, name="log_loss"),
        keras.metrics.BinaryAccuracy(threshold=0.0),
    ],
)
model.fit(training_data, epochs=10, verbose=0)
