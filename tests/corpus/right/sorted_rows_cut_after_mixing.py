"""Rows in class order, mixed as a dataset before take and skip."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
labels = np.repeat(np.arange(4), 150)
centres = rng.normal(0, 1, (4, 12))
features = (centres[labels] + rng.normal(0, 0.4, (600, 12))).astype("float32")

ds = tf.data.Dataset.from_tensor_slices((features, labels))
ds = ds.shuffle(600, seed=1, reshuffle_each_iteration=False)
train_ds = ds.take(480).shuffle(480).batch(32)
val_ds = ds.skip(480).batch(32)

model = tf.keras.Sequential([
    tf.keras.Input((12,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, epochs=10, verbose=2)

# One class by itself is a question worth asking, once the whole has been judged.
x_test, y_test = next(iter(val_ds.unbatch().batch(200)))
model.evaluate(x_test.numpy(), y_test.numpy(), verbose=0)
only = y_test.numpy() == 2
model.evaluate(x_test.numpy()[only], y_test.numpy()[only], verbose=0)
