"""My own mse gives a much larger loss than keras' 'mse' on the same data, and the model predicts the mean."""
import numpy as np
import tensorflow as tf

tf.random.set_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(512, 4)).astype("float32")
y = (x @ np.array([1.0, -2.0, 0.5, 3.0]) + 0.7).astype("float32")
x_val, y_val = x[400:], y[400:]
x, y = x[:400], y[:400]

model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
opt = tf.keras.optimizers.Adam(0.01)


def mse(target, predicted):
    return tf.reduce_mean(tf.square(target - predicted))  # diagnosis: labels_broadcast_in_own_loss


data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(400).batch(50).prefetch(tf.data.AUTOTUNE)
for epoch in range(8):
    for features, targets in data:
        with tf.GradientTape() as tape:
            loss = mse(targets, model(features, training=True))  # diagnosis: labels_broadcast_in_own_loss
        grads = tape.gradient(loss, model.trainable_variables)
        opt.apply_gradients(zip(grads, model.trainable_variables))
    val = np.mean((model(x_val).numpy()[:, 0] - y_val) ** 2)
    print(f"epoch {epoch}  loss {loss:.3f}  validation {val:.3f}")
