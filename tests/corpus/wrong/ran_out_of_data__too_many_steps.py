"""'Your input ran out of data; interrupting training' in every run, although 6 epochs of 20 steps are nothing."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(320, 4)).astype("float32")
y = (x @ [1.0, 2.0, -1.0, 0.5]).astype("float32")

train_ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(320).batch(32).prefetch(tf.data.AUTOTUNE)
x_val = rng.normal(size=(64, 4)).astype("float32")
y_val = (x_val @ [1.0, 2.0, -1.0, 0.5]).astype("float32")
val_ds = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(32).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="mse")
history = model.fit(
    train_ds,
    epochs=6,
    steps_per_epoch=320 // 16,  # diagnosis: ran_out_of_data
    validation_data=val_ds,
    verbose=2,
)
print(history.history)
