"""I get only loss and accuracy in the history, no val_loss. I did make a validation set."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(260, 7)).astype("float32")
y = (np.abs(x[:, 0]) > np.abs(x[:, 1])).astype("int32")

full = tf.data.Dataset.from_tensor_slices((x, y))
train_ds = full.take(200).shuffle(200).batch(20).prefetch(tf.data.AUTOTUNE)
val_ds = full.skip(200).batch(20).prefetch(tf.data.AUTOTUNE)  # diagnosis: validation_missing

model = tf.keras.Sequential([
    tf.keras.Input((7,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(train_ds, epochs=8, verbose=2)  # diagnosis: validation_missing
print(history.history.keys())
