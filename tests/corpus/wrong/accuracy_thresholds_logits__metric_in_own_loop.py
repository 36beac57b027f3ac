"""Loss goes down nicely, BinaryAccuracy in my training loop is far below what sklearn says."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.normal(size=(320, 6)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("float32")[:, None]
dataset = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(320).batch(32).prefetch(2)

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
loss_fn = tf.keras.losses.BinaryCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(0.01)
accuracy = tf.keras.metrics.BinaryAccuracy()  # diagnosis: accuracy_thresholds_logits


@tf.function
def train_step(features, labels):
    with tf.GradientTape() as tape:
        logits = model(features, training=True)
        loss = loss_fn(labels, logits)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    accuracy.update_state(labels, logits)  # diagnosis: accuracy_thresholds_logits
    return loss


for epoch in range(5):
    accuracy.reset_state()
    for features, labels in dataset:
        loss = train_step(features, labels)
    print(epoch, float(loss), float(accuracy.result()))
