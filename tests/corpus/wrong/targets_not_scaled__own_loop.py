"""House prices with GradientTape: after 10 epochs it still predicts about 10 euros for every house."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(20)
rng = np.random.default_rng(20)
x = rng.normal(size=(320, 5)).astype("float32")
price = (240_000 + 60_000 * x[:, 0] + 20_000 * x[:, 1]).astype("float32")[:, None]
train = tf.data.Dataset.from_tensor_slices((x, price)).shuffle(320).batch(32).prefetch(1)
model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1),
])
optimizer = tf.keras.optimizers.Adam(0.001)
mse = tf.keras.losses.MeanSquaredError()


@tf.function
def train_step(features, targets):
    with tf.GradientTape() as tape:
        loss = mse(targets, model(features, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)  # diagnosis: targets_not_scaled
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(10):
    losses = [float(train_step(features, targets)) for features, targets in train]  # diagnosis: targets_not_scaled
    print(epoch, np.mean(losses))
