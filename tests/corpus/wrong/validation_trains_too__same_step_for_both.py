"""train_step for both loops: validation accuracy is better than training accuracy."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(37)
rng = np.random.default_rng(37)
x = rng.normal(size=(400, 10)).astype("float32")
y = (x[:, 0] + rng.normal(size=400) > 0).astype("int32")
train_ds = tf.data.Dataset.from_tensor_slices((x[:300], y[:300])).shuffle(300).batch(30)
val_ds = tf.data.Dataset.from_tensor_slices((x[300:], y[300:])).batch(50)
model = tf.keras.Sequential([
    tf.keras.Input((10,)), tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(2)
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(0.005)


@tf.function
def run_batch(features, labels):
    with tf.GradientTape() as tape:
        logits = model(features, training=True)
        loss = loss_fn(labels, logits)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss, tf.reduce_mean(tf.cast(tf.argmax(logits, axis=1, output_type=tf.int32) == labels, tf.float32))


for epoch in range(5):
    seen = [run_batch(features, labels)[1] for features, labels in train_ds]
    held_out = [run_batch(features, labels)[1] for features, labels in val_ds]  # diagnosis: validation_trains_too
    print(epoch, float(np.mean(seen)), float(np.mean(held_out)))
