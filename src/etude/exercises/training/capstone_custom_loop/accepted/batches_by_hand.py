"""NumPy deals the batches, and a fully connected network learns from them in eager steps."""

import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(5)
keras.utils.set_random_seed(5)

with np.load("data/fashion_mnist/train.npz") as stored:
    order = rng.permutation(len(stored["images"]))
    pictures = stored["images"][order].astype(np.float32)
    labels = stored["labels"][order].astype(np.int64)
validation_pictures, validation_labels = pictures[-1000:], labels[-1000:]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Rescaling(1 / 127.5, offset=-1),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(10),
    ]
)
optimizer = keras.optimizers.SGD(0.05, momentum=0.9)
optimizer.build(model.trainable_variables)


@tf.function(
    input_signature=[tf.TensorSpec((None, 28, 28)), tf.TensorSpec((None,), dtype=tf.int64)]
)
def learn(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits)
        loss = tf.reduce_mean(losses)
    optimizer.apply(tape.gradient(loss, model.trainable_weights), model.trainable_weights)


def score():
    logits = model(tf.constant(validation_pictures), training=False)
    return float(np.mean(np.argmax(logits, axis=-1) == validation_labels))


kept, accuracies = (score(), model.get_weights()), []
for epoch in range(12):
    if epoch == 8:
        optimizer.learning_rate = 0.01
    rows = rng.permutation(9000)
    for start in range(0, 9000, 60):
        some = rows[start : start + 60]
        learn(tf.constant(pictures[some]), tf.constant(labels[some]))
    reached = score()
    accuracies.append(reached)
    if reached >= kept[0]:
        kept = (reached, model.get_weights())

validation_accuracy, weights = kept
model.set_weights(weights)
model.save("clothes.keras")
