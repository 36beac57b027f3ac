"""From raw arrays to a model file, by a training loop of its own."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

EPOCHS = 7
BATCH = 64

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"].astype("int64")  # (10000, 28, 28), 0 to 255
validation_pictures, validation_labels = pictures[:1500], labels[:1500]
training_data = (
    tf.data.Dataset.from_tensor_slices((pictures[1500:], labels[1500:]))
    .shuffle(len(pictures) - 1500)
    .batch(BATCH)
    .prefetch(tf.data.AUTOTUNE)
)
validation_data = tf.data.Dataset.from_tensor_slices((validation_pictures, validation_labels))
validation_data = validation_data.batch(500)

inputs = keras.Input((28, 28))
x = layers.Rescaling(1 / 255)(inputs)  # inside the model: it travels with the file
x = layers.Reshape((28, 28, 1))(x)
x = layers.Conv2D(16, 3, strides=2, activation="relu")(x)  # (BATCH, 13, 13, 16)
x = layers.Conv2D(32, 3, strides=2, activation="relu")(x)  # (BATCH, 6, 6, 32)
x = layers.Dropout(0.3)(layers.Flatten()(x))  # (BATCH, 1152)
model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))

optimizer = keras.optimizers.Adam(0.002)
measure = keras.losses.SparseCategoricalCrossentropy()
mean_loss = keras.metrics.Mean()
accuracy = keras.metrics.SparseCategoricalAccuracy()


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = measure(y, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    mean_loss.update_state(loss, sample_weight=tf.shape(x)[0])


@tf.function
def judge(x, y):
    accuracy.update_state(y, model(x, training=False))


validation_accuracy, best_weights = 0.0, model.get_weights()
accuracies = []
for epoch in range(EPOCHS):
    mean_loss.reset_state()
    accuracy.reset_state()
    for x, y in training_data:
        step(x, y)
    for x, y in validation_data:
        judge(x, y)
    reached = float(accuracy.result())
    accuracies.append(reached)
    print(f"epoch {epoch + 1}: loss {float(mean_loss.result()):.3f}, validation {reached:.3f}")
    if reached > validation_accuracy:
        validation_accuracy, best_weights = reached, model.get_weights()

model.set_weights(best_weights)
model.save("clothes.keras")
