"""Validation accuracy is fine, but predict gives 10 probabilities and I have 4 classes."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 4, 400)
x = (rng.normal(size=(400, 6)) + 3 * np.eye(6)[y]).astype("float32")
ds = tf.data.Dataset.from_tensor_slices((x, y))
train = ds.take(320).shuffle(320).batch(32).prefetch(tf.data.AUTOTUNE)
val = ds.skip(320).batch(32).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dropout(0.2),
    tf.keras.layers.Dense(10),  # diagnosis: more_outputs_than_classes
])
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(train, validation_data=val, epochs=8, verbose=2)
