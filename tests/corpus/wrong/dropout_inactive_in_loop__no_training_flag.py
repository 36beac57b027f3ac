"""My custom loop overfits although there are three Dropout layers; with fit it does not."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 20)).astype("float32")
y = (x[:, :1] + rng.normal(size=(200, 1)) > 0).astype("float32")
train = tf.data.Dataset.from_tensor_slices((x[:140], y[:140])).shuffle(140).batch(20).prefetch(1)

model = tf.keras.Sequential([
    layers.Input((20,)),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(1, activation="sigmoid"),
])
loss_fn, optimizer = tf.keras.losses.BinaryCrossentropy(), tf.keras.optimizers.Adam(0.005)


@tf.function
def step(features, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(features))  # diagnosis: dropout_inactive_in_loop
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(12):
    for features, labels in train:
        loss = step(features, labels)
    val_loss = loss_fn(y[140:], model(x[140:], training=False))
    print(f"{epoch}: {float(loss):.3f}, validation {float(val_loss):.3f}")
