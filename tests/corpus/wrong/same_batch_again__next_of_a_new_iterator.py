"""Training loss goes to zero within a few steps, test accuracy stays at chance."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
x = rng.normal(size=(640, 20)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("int32")
train = tf.data.Dataset.from_tensor_slices((x[:512], y[:512])).batch(16)
model = tf.keras.Sequential([
    tf.keras.Input((20,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(2)
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(0.01)

for step in range(100):
    features, labels = next(iter(train))  # diagnosis: same_batch_again
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(features, training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    if step % 20 == 0:
        print(step, float(loss))
test = np.argmax(model(x[512:]), axis=1)
print("accuracy", (test == y[512:]).mean())
