"""I raised batch_size to 256, but the progress bar still shows 80 steps and nothing gets faster."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
features = rng.normal(size=(640, 5)).astype("float32")
target = features[:, 0] * 2 - features[:, 3]

train_data = tf.data.Dataset.from_tensor_slices((features, target)).shuffle(640).batch(8)
train_data = train_data.prefetch(tf.data.AUTOTUNE)
val_x = rng.normal(size=(80, 5)).astype("float32")
model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(optimizer=tf.keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(
    train_data,
    validation_data=(val_x, val_x[:, 0] * 2 - val_x[:, 3]),
    batch_size=256,  # diagnosis: batch_size_ignored
    epochs=5,
)
