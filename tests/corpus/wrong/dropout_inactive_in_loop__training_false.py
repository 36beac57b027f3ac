"""Own loop, strong overfitting despite dropout 0.5."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
x = rng.normal(size=(160, 10)).astype("float32")
y = (x[:, 0] + rng.normal(scale=0.5, size=160) > 0).astype("float32")[:, None]
batches = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(160).batch(20)
model = tf.keras.Sequential([
    tf.keras.Input((10,)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dropout(0.5),
    tf.keras.layers.Dense(1),
])
loss_fn = tf.keras.losses.BinaryCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam()


@tf.function
def step(inputs, labels):
    with tf.GradientTape() as tape:
        outputs = model(inputs, training=False)  # diagnosis: dropout_inactive_in_loop
        loss = loss_fn(labels, outputs)
    grads = tape.gradient(loss, model.trainable_weights)
    optimizer.apply(grads, model.trainable_weights)
    return loss


for epoch in range(6):
    for inputs, labels in batches:
        loss = step(inputs, labels)
    print(epoch, float(loss))
