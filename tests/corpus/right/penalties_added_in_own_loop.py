import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, regularizers
from sklearn.datasets import load_digits

digits = load_digits()
x = (digits.data / 16.0).astype("float32")
y = digits.target.astype("int32")
train = tf.data.Dataset.from_tensor_slices((x[:1400], y[:1400])).shuffle(1400).batch(64)

model = tf.keras.Sequential([
    layers.Input((64,)),
    layers.Dense(128, activation="relu", kernel_regularizer=regularizers.l2(0.01)),
    layers.Dense(64, activation="relu", kernel_regularizer=regularizers.l2(0.01)),
    layers.Dense(10),
])
optimizer = tf.keras.optimizers.Adam(1e-3)
cross_entropy = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


@tf.function
def train_step(xb, yb):
    with tf.GradientTape() as tape:
        logits = model(xb, training=True)
        total_loss = cross_entropy(yb, logits) + tf.add_n(model.losses)
    gradients = tape.gradient(total_loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return total_loss


for epoch in range(2):
    for xb, yb in train:
        loss = train_step(xb, yb)
    print("epoch %d loss %.4f" % (epoch, loss))

test_pred = np.argmax(model(x[1400:], training=False), axis=1)
print("test accuracy", np.mean(test_pred == y[1400:]))
