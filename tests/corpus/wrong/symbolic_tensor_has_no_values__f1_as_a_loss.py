"""The weighted F1 as a loss, with NumPy."""
import numpy as np
import tensorflow as tf


def f1(true, pred, n):
    scores = []
    for k in range(n):
        tp = np.sum((true == k) & (pred == k))
        fp = np.sum((true != k) & (pred == k))
        fn = np.sum((true == k) & (pred != k))
        scores.append(2 * tp / (2 * tp + fp + fn + 1e-7) * np.mean(true == k))
    return np.sum(scores)


def f1_loss(y_true, y_pred):
    true = np.argmax(y_true, axis=1)  # diagnosis: symbolic_tensor_has_no_values
    pred = np.argmax(y_pred, axis=1)
    return 1 - f1(true, pred, 3)


rng = np.random.default_rng(0)
labels = rng.choice(3, 900, p=[0.8, 0.15, 0.05])
X = rng.normal(size=(900, 6)) + np.eye(6)[labels] * 2
Y = tf.keras.utils.to_categorical(labels, 3)

model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(24, activation='relu', input_shape=(6,)))
model.add(tf.keras.layers.Dense(3, activation='softmax'))
model.compile(loss=f1_loss, optimizer='adam', metrics=['accuracy'])
model.fit(X, Y, epochs=5, batch_size=100)
