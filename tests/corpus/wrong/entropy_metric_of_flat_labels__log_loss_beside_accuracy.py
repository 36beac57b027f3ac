"""The loss has a penalty in it, so the bare cross-entropy is measured beside it; fit stops in its first batch."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)

probes = rng.normal(size=(200, 5)).astype("float32")
leaks = (probes[:, 1] > 0.2).astype("float32")
training_data = tf.data.Dataset.from_tensor_slices((probes, leaks)).shuffle(200).batch(20)

model = keras.Sequential([
    keras.Input((5,)),
    keras.layers.Dense(8, activation="relu", kernel_regularizer="l2"),
    keras.layers.Dense(1),
])
model.compile(
    optimizer="adam",
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[  # diagnosis: entropy_metric_of_flat_labels
        keras.metrics.BinaryCrossentropy(from_logits=True, name="log_loss"),
        keras.metrics.BinaryAccuracy(threshold=0.0),
    ],
)
model.fit(training_data, epochs=3, verbose=0)
