"""Custom loop over numpy arrays: loss falls in every epoch, on the test set nothing was learned"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(1)
labels = rng.integers(0, 4, 800)
signs = rng.random((4, 12, 12))
pictures = (0.3 * signs[labels] + rng.random((800, 12, 12))).astype("float32")
train_x, train_y, test_x, test_y = pictures[:640], labels[:640], pictures[640:], labels[640:]

batch_size = 32
model = tf.keras.Sequential([
    tf.keras.Input((12, 12)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(4),
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(1e-3)
steps = len(train_x) // batch_size

for epoch in range(5):
    total = 0.0
    for i in range(steps):
        x = train_x[i:i + batch_size]  # diagnosis: batch_number_taken_for_row
        y = train_y[i:i + batch_size]  # diagnosis: batch_number_taken_for_row
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        total += float(loss)
    print(epoch, total / steps)
answers = np.argmax(model(test_x, training=False), axis=1)
print("test accuracy", np.mean(answers == test_y))
