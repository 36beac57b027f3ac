"""My loop learns nothing: loss about 1.1 for three easy classes."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(21)
rng = np.random.default_rng(21)
y = rng.integers(0, 3, size=360)
x = (rng.normal(size=(360, 6)) + 2 * np.eye(6)[y]).astype("float32")
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(360).batch(24)
model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy()
optimizer = tf.keras.optimizers.Adam(learning_rate=1.0)  # diagnosis: learning_rate_too_high


def train_step(features, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(features, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(5):
    for features, labels in train:
        loss = train_step(features, labels)
    print(epoch, float(loss))
