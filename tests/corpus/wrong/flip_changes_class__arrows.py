"""Traffic signs: arrow to the left or to the right. Stays at 50 %, without augmentation it was 100 %."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
n = 200
y = rng.integers(0, 2, n)
X = rng.random((n, 24, 24, 1)).astype("float32") * 0.3
for i in range(n):
    row = rng.integers(6, 16)
    X[i, row, 4:20] = 1.0
    tip = 4 if y[i] == 0 else 19
    step = 1 if y[i] == 0 else -1
    for k in range(5):
        X[i, row - k, tip + step * k] = 1.0
        X[i, row + k, tip + step * k] = 1.0

model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 1)),
    tf.keras.layers.RandomFlip("horizontal"),  # diagnosis: flip_changes_class
    tf.keras.layers.RandomTranslation(0.1, 0.1),
    tf.keras.layers.Conv2D(16, 5, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Conv2D(16, 3, activation="relu"),
    tf.keras.layers.GlobalMaxPooling2D(),
    tf.keras.layers.Dense(2, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X[:160], y[:160], validation_data=(X[160:], y[160:]), epochs=8, verbose=2)
