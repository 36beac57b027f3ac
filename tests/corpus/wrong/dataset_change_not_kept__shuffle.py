"""I call train.shuffle(160), but the labels still come in the old order: zeros first, then ones."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(160, 4)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
order = np.argsort(y)
train = tf.data.Dataset.from_tensor_slices((x[order], y[order])).batch(16)
train.shuffle(160)  # diagnosis: dataset_change_not_kept
train.prefetch(tf.data.AUTOTUNE)  # diagnosis: dataset_change_not_kept
for _, labels in train.take(2):
    print(labels.numpy())

model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=4, verbose=2)
