"""A loop of one's own over a table in its own units: the model normalises, and the targets are standardised."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)
x = np.stack([rng.uniform(500, 4000, 400), rng.uniform(0, 1, 400)], axis=1).astype("float32")
price = 100 * x[:, 0] + 90_000 * x[:, 1]
mean, deviation = price[:320].mean(), price[:320].std()
y = ((price - mean) / deviation).astype("float32")[:, None]
train = tf.data.Dataset.from_tensor_slices((x[:320], y[:320])).shuffle(320).batch(32).prefetch(1)
scale = tf.keras.layers.Normalization()
scale.adapt(x[:320])
model = tf.keras.Sequential([
    tf.keras.Input((2,)), scale, tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)
])
loss_fn = tf.keras.losses.MeanSquaredError()
optimizer = tf.keras.optimizers.Adam(0.01)
for epoch in range(6):
    for features, targets in train:
        with tf.GradientTape() as tape:
            loss = loss_fn(targets, model(features, training=True))
        optimizer.apply_gradients(
            zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    print(epoch, float(loss))
print(np.abs(model(x[320:]).numpy()[:, 0] * deviation + mean - price[320:]).mean())
