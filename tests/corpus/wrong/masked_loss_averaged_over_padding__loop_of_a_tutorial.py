"""Most of each row is padding. The loss begins at 0.6 and falls to 0.1, and half of the words are wrong."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
WORDS, STEPS = 20, 20
partner = rng.permutation(np.arange(1, WORDS))
read, write = np.zeros((512, STEPS), int), np.zeros((512, STEPS), int)
for i in range(512):
    n = rng.integers(3, 6)
    read[i, :n] = rng.integers(1, WORDS, n)
    write[i, :n] = partner[read[i, :n] - 1]
data = tf.data.Dataset.from_tensor_slices((read, write)).shuffle(512).batch(32)

model = tf.keras.Sequential(
    [layers.Embedding(WORDS, 24), layers.GRU(24, return_sequences=True), layers.Dense(WORDS)]
)
optimizer = tf.keras.optimizers.Adam(0.003)
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")


def loss_function(real, pred):
    mask = tf.math.logical_not(tf.math.equal(real, 0))
    loss_ = loss_object(real, pred)
    mask = tf.cast(mask, dtype=loss_.dtype)
    loss_ *= mask
    return tf.reduce_mean(loss_)  # diagnosis: masked_loss_averaged_over_padding


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_function(y, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(6):
    losses = [float(train_step(x, y)) for x, y in data]
    print(epoch, np.mean(losses))
