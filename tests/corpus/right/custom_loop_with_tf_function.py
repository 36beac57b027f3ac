"""A loop of one's own: training=True inside the tape, metrics reset, validation without dropout."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 3, 360)
features = (rng.normal(size=(360, 6)) + 2 * np.eye(6)[labels]).astype("float32")
train = tf.data.Dataset.from_tensor_slices((features[:300], labels[:300])).shuffle(300).batch(30).prefetch(2)
val = tf.data.Dataset.from_tensor_slices((features[300:], labels[300:])).batch(30).prefetch(2)

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dropout(0.3),
    tf.keras.layers.Dense(3),
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(0.01)
train_accuracy = tf.keras.metrics.SparseCategoricalAccuracy()
val_accuracy = tf.keras.metrics.SparseCategoricalAccuracy()


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        loss = loss_fn(y, logits)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    train_accuracy.update_state(y, logits)
    return loss


@tf.function
def test_step(x, y):
    val_accuracy.update_state(y, model(x, training=False))


for epoch in range(6):
    train_accuracy.reset_state()
    val_accuracy.reset_state()
    for x, y in train:
        loss = train_step(x, y)
    for x, y in val:
        test_step(x, y)
    print(epoch, float(loss), float(train_accuracy.result()), float(val_accuracy.result()))
