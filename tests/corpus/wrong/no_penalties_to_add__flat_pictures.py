import numpy as np
import tensorflow as tf

images = np.random.rand(256, 28, 28).astype("float32")
labels = np.random.randint(0, 10, 256)
train_ds = tf.data.Dataset.from_tensor_slices((images, labels)).batch(32)

model = tf.keras.Sequential([
    tf.keras.layers.Flatten(input_shape=(28, 28)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(10, activation="softmax"),
])
loss_object = tf.keras.losses.SparseCategoricalCrossentropy()
optimizer = tf.keras.optimizers.Adam()
train_loss = tf.keras.metrics.Mean(name="train_loss")


def train_step(images, labels):
    with tf.GradientTape() as tape:
        predictions = model(images, training=True)
        pred_loss = loss_object(labels, predictions)
        regularization_loss = tf.math.add_n(model.losses)  # diagnosis: no_penalties_to_add
        total_loss = pred_loss + regularization_loss
    gradients = tape.gradient(total_loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    train_loss(total_loss)


for epoch in range(2):
    train_loss.reset_state()
    for batch_images, batch_labels in train_ds:
        train_step(batch_images, batch_labels)
    print(epoch + 1, train_loss.result().numpy())
