"""The loss jumps like a saw within every epoch and I am stuck at 0.75; a friend has 0.95."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
labels = np.repeat(np.arange(5), 120)
features = (rng.normal(size=(600, 6)) + 2.0 * np.eye(6)[labels]).astype("float32")

val_index = np.arange(0, 600, 5)
train_index = np.setdiff1d(np.arange(600), val_index)
train = tf.data.Dataset.from_tensor_slices((features[train_index], labels[train_index]))  # diagnosis: not_shuffled
train = train.batch(24).prefetch(tf.data.AUTOTUNE)  # diagnosis: not_shuffled
val = tf.data.Dataset.from_tensor_slices((features[val_index], labels[val_index])).batch(24).prefetch(1)

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Input((6,)))
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(5, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer=tf.keras.optimizers.Adam(0.02), metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=5, verbose=2)  # diagnosis: not_shuffled
print(np.bincount(model.predict(val, verbose=0).argmax(axis=1), minlength=5))
