"""Ratings from one to five, my loop stops at once."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(16)
rng = np.random.default_rng(16)
x = rng.normal(size=(200, 6)).astype("float32")
stars = rng.integers(1, 6, size=200)
data = tf.data.Dataset.from_tensor_slices((x, stars)).shuffle(200).batch(20)
model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(5),  # diagnosis: labels_out_of_range
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam()


@tf.function
def train_step(features, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(features, training=True))  # diagnosis: labels_out_of_range
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(3):
    for features, labels in data:
        loss = train_step(features, labels)  # diagnosis: labels_out_of_range
    print(epoch, float(loss))
